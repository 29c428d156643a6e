"""Market: what enterprises and platforms ask for, what they get, and what it costs."""

from typing import Annotated

from planner.model.equation import stock
from planner.model.functions import (
    above_zero,
    by_segment,
    centers,
    cloud,
    exp,
    growth,
    larger,
    log,
    power,
    smaller,
    total,
)
from planner.quantities.units import (
    Eflops,
    EflopsPerFirm,
    MillionCnyPerYear,
    Number,
    PerYear,
    PflopsPerFirm,
    Rent,
    Share,
)


def rent_start(rent_2025, center_discount) -> Rent:
    """Rents at the start of 2025."""
    return by_segment(rent_2025, rent_2025 * center_discount)


def blended_rent_2025(rent_start, sme_center_share) -> Rent:
    """Rent enterprises pay at the start of 2025, over clouds and centers."""
    return (1 - sme_center_share) * cloud(rent_start) + sme_center_share * centers(rent_start)


def blended_rent(rent, sme_center_share) -> Rent:
    """Rent enterprises pay before vouchers, over clouds and centers."""
    return (1 - sme_center_share) * cloud(rent) + sme_center_share * centers(rent)


def sme_price(blended_rent, effective_subsidy) -> Rent:
    """Rent enterprises pay after vouchers."""
    return blended_rent * (1 - effective_subsidy)


def relative_rent(blended_rent, blended_rent_2025) -> Number:
    """Rent before vouchers against that of 2025."""
    return blended_rent / blended_rent_2025


def relative_price(sme_price, blended_rent_2025) -> Number:
    """Rent after vouchers against the rent of 2025 without any."""
    return sme_price / blended_rent_2025


def use_2025(effective_capacity_start, cloud_use_2025, center_use_2025) -> Eflops:
    """Compute in use at the start of 2025."""
    return effective_capacity_start * by_segment(cloud_use_2025, center_use_2025)


def enterprises_2025_total(enterprises_2025) -> Annotated[float, "firm"]:
    """AI enterprises of the seven areas at the start of 2025."""
    return total(enterprises_2025)


def sme_siting(sme_center_share) -> Share:
    """Share of enterprises' compute use in each segment."""
    return by_segment(1 - sme_center_share, sme_center_share)


def sme_use_ceiling_2025(
    use_2025, sme_center_share, sme_share_ceiling_2025, enterprises_2025_total
) -> EflopsPerFirm:
    """Most an enterprise can have used in 2025, given how much compute was in use at all."""
    return (
        sme_share_ceiling_2025
        * smaller(
            cloud(use_2025) / (1 - sme_center_share),
            centers(use_2025) / sme_center_share,
        )
        / enterprises_2025_total
    )


def sme_use_2025(
    sme_spend_2025, blended_rent_2025, million_per_billion, sme_use_ceiling_2025
) -> EflopsPerFirm:
    """Compute an enterprise uses in 2025: its bill over the rent, held below the ceiling."""
    return smaller(sme_spend_2025 / (blended_rent_2025 * million_per_billion), sme_use_ceiling_2025)


def sme_use(
    sme_use_2025, sme_use_growth, elapsed, relative_price, sme_price_elasticity
) -> EflopsPerFirm:
    """Compute an enterprise asks for: it grows, and more so when the price falls."""
    return (
        sme_use_2025 * exp(sme_use_growth * elapsed) * power(relative_price, -sme_price_elasticity)
    )


def sme_demand(enterprises, sme_use, sme_siting) -> Eflops:
    """Compute that all enterprises ask for, in each segment."""
    return total(enterprises * sme_use) * sme_siting


def platform_demand_2025(use_2025, enterprises_2025_total, sme_use_2025, sme_siting) -> Eflops:
    """Compute the platforms use in 2025: all that is in use less the enterprises' part."""
    return use_2025 - enterprises_2025_total * sme_use_2025 * sme_siting


def platform_growth_2025(cloud_growth_2025, center_growth_2025) -> PerYear:
    """Growth of the platforms' use in 2025, in each segment."""
    return by_segment(cloud_growth_2025, center_growth_2025)


def platform_demand(
    platform_demand_2025,
    platform_growth_2025,
    platform_growth_settled,
    platform_growth_settling_time,
    elapsed,
    rent,
    rent_start,
    platform_price_elasticity,
) -> Eflops:
    """Compute the platforms ask for: it grows at a rate that settles, less when rent rises."""
    return (
        platform_demand_2025
        * growth(
            platform_growth_2025, platform_growth_settled, platform_growth_settling_time, elapsed
        )
        * power(rent / rent_start, -platform_price_elasticity)
    )


def demand(platform_demand, sme_demand) -> Eflops:
    """Compute that platforms and enterprises ask for, in each segment."""
    return platform_demand + sme_demand


def overflow(demand, deliverable, network_reach) -> Eflops:
    """Cloud demand that finds no cloud and can move to the centers."""
    return above_zero(cloud(demand) - cloud(deliverable)) * network_reach


def routed_demand(demand, overflow) -> Eflops:
    """Demand of each segment after the overflow has moved."""
    return demand + by_segment(-overflow, overflow)


def tightness(routed_demand, deliverable) -> Number:
    """Demand per compute that can be delivered."""
    return routed_demand / deliverable


def used(routed_demand, deliverable) -> Eflops:
    """Compute in use: what is asked for, as far as it can be delivered."""
    return smaller(routed_demand, deliverable)


def fill(tightness) -> Share:
    """Share of demand that is served."""
    return 1 / larger(tightness, 1.0)


def sme_fill(fill, sme_center_share) -> Share:
    """Share of the enterprises' demand that is served."""
    return (1 - sme_center_share) * cloud(fill) + sme_center_share * centers(fill)


def used_total(used) -> Eflops:
    """Compute in use in the country."""
    return total(used)


def unmet_demand(demand, used_total) -> Eflops:
    """Compute that is asked for and not delivered."""
    return above_zero(total(demand) - used_total)


def utilization(used, effective_capacity) -> Share:
    """Compute in use as a share of what is installed and realized."""
    return used / effective_capacity


def utilization_total(used_total, effective_total) -> Share:
    """Compute in use in the country as a share of what is installed and realized."""
    return used_total / effective_total


def full_cost(hardware_price, scarcity_premium, server_share, annuity, running_cost) -> Rent:
    """Yearly cost of new compute: equipment with its buildings, and electricity."""
    return hardware_price * scarcity_premium / server_share * annuity + running_cost


def indicated_rent(
    full_cost, tightness, tightness_floor, design_utilization, center_discount
) -> Rent:
    """Rent the market points to: the full cost, more where compute is tight."""
    return (
        full_cost
        * larger(tightness, tightness_floor)
        / design_utilization
        * by_segment(1.0, center_discount)
    )


@stock(start="rent_start")
def rent(rent, indicated_rent, rent_adjustment_time) -> Rent:
    """Rents approach what the market points to, by the same percentage up or down."""
    return rent * log(indicated_rent / rent) / rent_adjustment_time


def sme_compute_per_enterprise(sme_use, sme_fill, pflops_per_eflops) -> PflopsPerFirm:
    """Compute an enterprise gets."""
    return sme_use * sme_fill * pflops_per_eflops


def sme_compute_spend(
    enterprises, sme_use, sme_fill, blended_rent, million_per_billion
) -> MillionCnyPerYear:
    """Rent for the enterprises' compute, before vouchers."""
    return enterprises * sme_use * sme_fill * blended_rent * million_per_billion


def sme_compute_spend_total(sme_compute_spend) -> MillionCnyPerYear:
    """Rent for the compute of all enterprises, before vouchers."""
    return total(sme_compute_spend)
