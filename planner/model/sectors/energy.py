"""Energy: the power of the fleet, the electricity it takes, and what that costs."""

from typing import Annotated

from planner.model.language.equation import label, stock
from planner.model.language.functions import by_segment, exp, log, total
from planner.quantities.units import (
    BillionCnyPerYear,
    Electricity,
    Gigawatts,
    Megawatts,
    Number,
    PowerIntensity,
    Rent,
    Share,
)

ElectricityPrice = Annotated[float, "CNY/kWh"]


@label("Power per compute of new hardware against 2025")
def power_factor(elapsed_at_moment, power_decline, one_year) -> Number:
    """New hardware needs less power per compute each year."""
    return exp(-elapsed_at_moment / one_year * log(1 + power_decline * one_year))


@label("Power per compute of new chips")
def new_power(
    power_factor,
    domestic_chip_share,
    supernode_power,
    supernode_share,
    domestic_power,
    imported_power,
) -> PowerIntensity:
    """Power per compute of newly ordered chips; supernodes take the most."""
    return power_factor * (
        domestic_chip_share
        * (supernode_power * supernode_share + domestic_power * (1 - supernode_share))
        + imported_power * (1 - domestic_chip_share)
    )


@label("Power of installed hardware at the start")
def fleet_power_start(capacity_2025, power_2025) -> Megawatts:
    """Power of the fleet at the start of 2025."""
    return capacity_2025 * power_2025


@label("Power of installed hardware")
@stock(start="fleet_power_start")
def fleet_power(
    power_commissioning, hopper_siting, imported_power, fleet_power, retired_share
) -> Megawatts:
    """Full power of the installed hardware; it comes and goes with its chips."""
    return power_commissioning + hopper_siting * imported_power - fleet_power * retired_share


def facility_power(fleet_power, pue, megawatt_per_gigawatt) -> Gigawatts:
    """Power of the data centers at full load, cooling and losses included."""
    return fleet_power * pue / megawatt_per_gigawatt


def facility_power_total(facility_power) -> Gigawatts:
    """Power of all data centers at full load, cooling and losses included."""
    return total(facility_power)


def owned_power(
    facility_power_total, power_under_construction, pue, megawatt_per_gigawatt
) -> Gigawatts:
    """Power of all data centers once what is under construction stands."""
    return facility_power_total + total(power_under_construction) * pue / megawatt_per_gigawatt


@label("Share of full power drawn")
def load_factor(utilization, idle_power_share) -> Share:
    """Hardware in use draws its full power, idle hardware a part of it."""
    return idle_power_share + (1 - idle_power_share) * utilization


def electricity(fleet_power, load_factor, pue, hours_per_year, mwh_per_twh) -> Electricity:
    """Electricity the data centers take, cooling and losses included."""
    return fleet_power * load_factor * pue * hours_per_year / mwh_per_twh


def electricity_total(electricity) -> Electricity:
    """Electricity of all data centers."""
    return total(electricity)


@label("Electricity price by segment")
def electricity_price(cloud_electricity_price, center_electricity_price) -> ElectricityPrice:
    """Price of electricity where each segment stands."""
    return by_segment(cloud_electricity_price, center_electricity_price)


@label("Electricity bill of data centers")
def electricity_cost(electricity, electricity_price) -> BillionCnyPerYear:
    """Yearly electricity bill of each segment."""
    return electricity * electricity_price


@label("Running cost of new compute")
def running_cost(
    imported_power,
    power_factor,
    pue,
    hours_per_year,
    electricity_price,
    pflops_per_eflops,
    cny_per_billion,
) -> Rent:
    """Electricity that new imported hardware takes at full load, per compute and year."""
    return (
        imported_power
        * power_factor
        * pue
        * hours_per_year
        * electricity_price
        * pflops_per_eflops
        / cny_per_billion
    )
