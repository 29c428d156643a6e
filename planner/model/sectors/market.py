"""Market: what enterprises and platforms ask for, where they rent it, and what they get."""

from planner.model.language.equation import label, stock
from planner.model.language.functions import (
    above_zero,
    by_segment,
    centers,
    clip,
    cloud,
    exp,
    larger,
    log,
    relax,
    settled,
    smaller,
    total,
)
from planner.quantities.units import (
    Firms,
    MillionCnyPerFirmYear,
    Number,
    PflopsRealizedPerFirm,
    Realized,
    RealizedPerFirm,
    Share,
)


@label("Compute in use at the start")
def use_2025(effective_capacity_start, cloud_use_2025, center_use_2025) -> Realized:
    """Compute in use at the start of 2025."""
    return effective_capacity_start * by_segment(cloud_use_2025, center_use_2025)


@label("AI enterprises in 2025, all places")
def enterprises_2025_total(enterprises_2025) -> Firms:
    """AI enterprises of the seven places at the start of 2025."""
    return total(enterprises_2025)


@label("Most compute used per enterprise in 2025")
def sme_use_ceiling_2025(
    use_2025, sme_center_share_2025, sme_share_ceiling_2025, enterprises_2025_total
) -> RealizedPerFirm:
    """Most an enterprise can have used in 2025, given how much compute was in use at all."""
    return (
        sme_share_ceiling_2025
        * smaller(
            cloud(use_2025) / (1 - sme_center_share_2025),
            centers(use_2025) / sme_center_share_2025,
        )
        / enterprises_2025_total
    )


@label("Compute used per enterprise in 2025")
def sme_use_2025(
    sme_spend_2025,
    fleet_efficiency_2025,
    blended_rent_2025,
    million_per_billion,
    sme_use_ceiling_2025,
) -> RealizedPerFirm:
    """Compute an enterprise uses in 2025: its bill over the rent, held below the ceiling."""
    return smaller(
        sme_spend_2025 * fleet_efficiency_2025 / (blended_rent_2025 * million_per_billion),
        sme_use_ceiling_2025,
    )


@label("Compute used by platforms in 2025")
def platform_demand_2025(use_2025, enterprises_2025_total, sme_use_2025) -> Realized:
    """Compute the platforms use in 2025: all that is in use less the enterprises' part."""
    return total(use_2025) - enterprises_2025_total * sme_use_2025


@label("Platform use in centers against clouds in 2025")
def platform_weight_2025(
    use_2025, enterprises_2025_total, sme_use_2025, sme_center_share_2025
) -> Number:
    """Compute the platforms use in centers in 2025, against what they use in clouds."""
    return (centers(use_2025) - sme_center_share_2025 * enterprises_2025_total * sme_use_2025) / (
        cloud(use_2025) - (1 - sme_center_share_2025) * enterprises_2025_total * sme_use_2025
    )


@label("Share of platform compute for inference")
def inference_share(
    inference_share_2025, inference_settled, inference_settling_time, elapsed
) -> Share:
    """Share of the platforms' compute that answers users; the rest trains models."""
    return inference_share_2025 + (inference_settled - inference_share_2025) * (
        1 - exp(-elapsed / inference_settling_time)
    )


@label("Indicated pull of centers (logarithm)")
def indicated_pull(
    network_gain,
    network_progress,
    network_work,
    network_build_time,
    step,
    center_sellable,
    sellable_2025,
    siting_elasticity,
    rent,
    rent_start,
    fill,
    voucher_local_share,
    mean_subsidy,
) -> Number:
    """How far network, quality and price draw demand to the centers, as a logarithm.

    The network counts as it stands in the middle of the step. Compute that cannot be had counts as
    dearer, and vouchers that are valid in centers only make centers cheaper.
    """
    return (
        network_gain
        * (
            network_progress
            + (network_work - network_progress) * step * relax(network_build_time / 2, step) / 2
        )
        + log(center_sellable / sellable_2025)
        - siting_elasticity
        * log(
            centers(rent)
            / cloud(rent)
            / (centers(rent_start) / cloud(rent_start))
            * (cloud(fill) / centers(fill))
            * (1 - voucher_local_share * mean_subsidy)
        )
    )


@label("Pull of centers at the start (logarithm)")
def center_pull_start(network_gain) -> Number:
    """At the start of 2025 demand stands where it stood."""
    return 0 * network_gain


@label("Pull of centers (logarithm)")
@stock(start="center_pull_start", signed=True)
def center_pull(indicated_pull, center_pull_limit, center_pull, center_pull_time, step) -> Number:
    """Demand moves to where network, quality and price draw it, within a year or two."""
    return (clip(indicated_pull, -center_pull_limit, center_pull_limit) - center_pull) * relax(
        center_pull_time, step
    )


@label("Share of enterprises' compute in centers")
def sme_center_share(sme_center_share_2025, center_pull) -> Share:
    """Share of the enterprises' compute that they rent in centers."""
    return 1 / (1 + (1 - sme_center_share_2025) / sme_center_share_2025 * exp(-center_pull))


@label("Platform use in centers against clouds")
def platform_center_weight(
    platform_weight_2025, center_pull, inference_share, inference_share_2025
) -> Number:
    """Compute of platforms in centers against that in clouds: training moves, inference hardly."""
    return (
        platform_weight_2025 * exp(center_pull) * (1 - inference_share) / (1 - inference_share_2025)
    )


@label("Share of platform compute in centers")
def platform_center_share(platform_center_weight) -> Share:
    """Share of the platforms' compute that stands in centers."""
    return platform_center_weight / (1 + platform_center_weight)


@label("AI use added by committees at the start (logarithm)")
def adoption_start(sme_adoption_push, one_year) -> Number:
    """The count of what committees add to the use of enterprises begins in 2025."""
    return 0 * sme_adoption_push * one_year


@label("AI use added by committees (logarithm)")
@stock(start="adoption_start", signed=True)
def adoption(sme_adoption_push) -> Number:
    """What committees and campaigns added to the use of enterprises so far, as a logarithm."""
    return sme_adoption_push


@label("Compute wanted per enterprise if bills did not weigh")
def sme_wish(
    sme_use_2025,
    sme_use_growth,
    sme_use_growth_settled,
    sme_use_settling_time,
    elapsed,
    adoption,
    sme_price_elasticity,
    log_relative_rent,
    log_subsidy,
    use_growth_limit,
) -> RealizedPerFirm:
    """Compute an enterprise would use if its bill did not weigh: more as the price falls.

    Held below a limit that no plan comes near, so that it stays a number whatever is assumed.
    """
    return sme_use_2025 * exp(
        smaller(
            settled(sme_use_growth, sme_use_growth_settled, sme_use_settling_time, elapsed)
            + adoption
            - sme_price_elasticity * (log_relative_rent + log_subsidy),
            use_growth_limit,
        )
    )


@label("Compute bill against the bill that halves use")
def bill(
    sme_wish,
    effective_subsidy,
    blended_rent,
    million_per_billion,
    fleet_efficiency_2025,
    bill_cap,
    revenue,
) -> Number:
    """The bill for that compute against the bill at which enterprises halve their use."""
    return (
        sme_wish
        * (1 - effective_subsidy)
        * blended_rent
        * million_per_billion
        / (fleet_efficiency_2025 * bill_cap * revenue)
    )


@label("Compute bill of 2025 against the bill that halves use")
def bill_2025(
    sme_use_2025,
    blended_rent_2025,
    million_per_billion,
    fleet_efficiency_2025,
    bill_cap,
    revenue_2025,
) -> Number:
    """The bill of 2025 against the bill at which enterprises halve their use."""
    return (
        sme_use_2025
        * blended_rent_2025
        * million_per_billion
        / (fleet_efficiency_2025 * bill_cap * revenue_2025)
    )


@label("Compute demand per enterprise")
def sme_use(sme_wish, bill, bill_2025) -> RealizedPerFirm:
    """Compute an enterprise asks for: held back as its bill grows against its revenue."""
    return sme_wish * (1 + bill_2025) / (1 + bill)


@label("Compute demand of enterprises")
def sme_demand(enterprises, sme_use) -> Realized:
    """Compute that all enterprises ask for."""
    return total(enterprises * sme_use)


@label("Platform use at constant rent at the start (logarithm)")
def platform_base_start(platform_growth_2025, one_year) -> Number:
    """The growth of the platforms' use is counted from 2025."""
    return 0 * platform_growth_2025 * one_year


@label("Platform use at constant rent (logarithm)")
@stock(start="platform_base_start", signed=True)
def platform_base(
    platform_growth_2025,
    platform_growth_settled,
    platform_growth_settling_time,
    elapsed_at_moment,
    consumer_ai_growth,
) -> Number:
    """The platforms' use at constant rent, as a logarithm: its growth settles."""
    return (
        platform_growth_settled
        + (platform_growth_2025 - platform_growth_settled)
        * exp(-elapsed_at_moment / platform_growth_settling_time)
        + consumer_ai_growth
    )


@label("Platform rent against 2025")
def platform_price(platform_center_share, rent, platform_weight_2025, rent_start) -> Number:
    """Rent the platforms pay against that of 2025, over clouds and centers."""
    return (
        ((1 - platform_center_share) * cloud(rent) + platform_center_share * centers(rent))
        * (1 + platform_weight_2025)
        / (cloud(rent_start) + platform_weight_2025 * centers(rent_start))
    )


@label("Compute demand of platforms")
def platform_demand(
    platform_demand_2025,
    platform_base,
    platform_price,
    platform_price_elasticity,
    use_growth_limit,
) -> Realized:
    """Compute the platforms ask for: it grows at a rate that settles, less when rent rises.

    Held below a limit that no plan comes near, so that it stays a number whatever is assumed.
    """
    return platform_demand_2025 * exp(
        smaller(platform_base - platform_price_elasticity * log(platform_price), use_growth_limit)
    )


@label("Compute demand")
def demand(sme_demand, sme_center_share, platform_demand, platform_center_share) -> Realized:
    """Compute that platforms and enterprises ask for, in each segment."""
    return by_segment(
        sme_demand * (1 - sme_center_share) + platform_demand * (1 - platform_center_share),
        sme_demand * sme_center_share + platform_demand * platform_center_share,
    )


def sme_demand_share(sme_demand, demand) -> Share:
    """Share of all compute asked for that enterprises ask for."""
    return sme_demand / total(demand)


@label("Demand over compute that can be sold")
def tightness(demand, deliverable) -> Number:
    """Demand per compute that can be delivered."""
    return demand / deliverable


def used(demand, deliverable) -> Realized:
    """Compute in use: what is asked for, as far as it can be delivered."""
    return smaller(demand, deliverable)


@label("Share of demand served")
def fill(tightness) -> Share:
    """Share of demand that is served."""
    return 1 / larger(tightness, 1.0)


@label("Share of enterprises' demand served")
def sme_fill(fill, sme_center_share) -> Share:
    """Share of the enterprises' demand that is served."""
    return (1 - sme_center_share) * cloud(fill) + sme_center_share * centers(fill)


def used_total(used) -> Realized:
    """Compute in use in the country."""
    return total(used)


def unmet_demand(demand, used_total) -> Realized:
    """Compute that is asked for and not delivered, as rents rise too slowly or no further."""
    return above_zero(total(demand) - used_total)


def utilization(used, effective_capacity) -> Share:
    """Compute in use as a share of what is installed and realized."""
    return used / effective_capacity


def utilization_total(used_total, effective_total) -> Share:
    """Compute in use in the country as a share of what is installed and realized."""
    return used_total / effective_total


def sme_compute_per_enterprise(sme_use, sme_fill, pflops_per_eflops) -> PflopsRealizedPerFirm:
    """Compute an enterprise gets."""
    return sme_use * sme_fill * pflops_per_eflops


@label("Revenue per enterprise")
def revenue(
    revenue_2025, revenue_growth_2025, revenue_growth_settled, revenue_settling_time, elapsed
) -> MillionCnyPerFirmYear:
    """Revenue of an enterprise at the compute of 2025: its growth settles."""
    return revenue_2025 * exp(
        settled(revenue_growth_2025, revenue_growth_settled, revenue_settling_time, elapsed)
    )
