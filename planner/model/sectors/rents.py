"""Rents: what compute costs to provide, what it is rented for, and when a rent moves.

Rents are per nameplate compute. They rise where more than a set share of what can be sold is sold
and fall, slower, where less is; they lean on the cost of new compute.
"""

from planner.model.language.equation import label, stock
from planner.model.language.functions import (
    by_segment,
    centers,
    choose,
    clip,
    cloud,
    exp,
    log,
    total,
)
from planner.quantities.units import BillionCnyPerYear, Number, PerYear, Rent


@label("Compute rent at the start")
def rent_start(rent_2025, center_discount) -> Rent:
    """Rents at the start of 2025."""
    return by_segment(rent_2025, rent_2025 * center_discount)


@label("Rent enterprises pay in 2025")
def blended_rent_2025(rent_start, sme_center_share_2025) -> Rent:
    """Rent enterprises pay at the start of 2025, over clouds and centers."""
    return (1 - sme_center_share_2025) * cloud(rent_start) + sme_center_share_2025 * centers(
        rent_start
    )


@label("Full cost of new compute")
def full_cost(annuity, chip_price, server_share, running_cost) -> Rent:
    """Yearly cost of new compute: equipment with its buildings, and electricity."""
    return annuity * chip_price / server_share + running_cost


@label("Rent that covers the cost of new compute")
def cost_rent(full_cost, design_utilization, center_discount) -> Rent:
    """Rent at which new compute pays when it is used as planned."""
    return full_cost / design_utilization * by_segment(1.0, center_discount)


@label("Excess demand (logarithm)")
def excess(tightness, least_tightness, most_tightness, reference_tightness) -> Number:
    """Demand against what a balanced market has, as a logarithm: above zero rents rise."""
    return log(clip(tightness, least_tightness, most_tightness) / reference_tightness)


@label("Yearly rise of rents")
def rent_pressure(
    rent_speed, excess, rent_fall_share, rent, rent_ceiling, cost_rent, cost_pull
) -> PerYear:
    """Yearly rise of rents: with demand, slower downwards, and towards the cost of new compute.

    From the ceiling, a multiple of that cost, rents rise slower, and from twice the ceiling no
    further: then compute is rationed.
    """
    return rent_speed * excess * choose(
        excess < 0, rent_fall_share, clip(2 - rent / (rent_ceiling * cost_rent), 0.0, 1.0)
    ) + cost_pull * log(cost_rent / rent)


@label("Yearly rise of rents a month before")
@stock(start="rent_pressure", signed=True)
def pressure_before(rent_pressure, pressure_before, step) -> PerYear:
    """The rise of rents one step earlier."""
    return (rent_pressure - pressure_before) / step


@label("Rent against 2025 at the start (logarithm)")
def log_rent_start() -> Number:
    """Rents are counted from those of 2025."""
    return by_segment(0.0, 0.0)


@label("Rent against 2025 (logarithm)")
@stock(start="log_rent_start", signed=True)
def log_rent(rent_pressure, pressure_before) -> Number:
    """Rent against that of 2025, as a logarithm.

    The rise carries its trend half a step on, which makes a step of a month as good as a shorter
    one (two-step Adams-Bashforth).
    """
    return 1.5 * rent_pressure - 0.5 * pressure_before


def rent(rent_start, log_rent) -> Rent:
    """Yearly rent of nameplate compute before vouchers."""
    return rent_start * exp(log_rent)


@label("Rent enterprises pay before vouchers")
def blended_rent(rent, sme_center_share) -> Rent:
    """Rent enterprises pay before vouchers, over clouds and centers."""
    return (1 - sme_center_share) * cloud(rent) + sme_center_share * centers(rent)


@label("Enterprises' rent against 2025 (logarithm)")
def log_relative_rent(blended_rent, blended_rent_2025) -> Number:
    """Rent before vouchers against that of 2025, as a logarithm."""
    return log(blended_rent / blended_rent_2025)


def rent_income(used, fleet_efficiency, rent) -> BillionCnyPerYear:
    """Rent that each segment takes in."""
    return used / fleet_efficiency * rent


def rent_income_total(rent_income) -> BillionCnyPerYear:
    """Rent that clouds and centers take in together."""
    return total(rent_income)
