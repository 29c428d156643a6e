"""Energy: the power of the fleet, the electricity it takes, and what that costs."""

from typing import Annotated

from planner.model.equation import stock
from planner.model.functions import by_segment, power, total
from planner.quantities.units import (
    BillionCnyPerYear,
    Electricity,
    Megawatts,
    PowerIntensity,
    Rent,
    Share,
)

ElectricityPrice = Annotated[float, "CNY/kWh"]


def new_power(power_2025, power_decline, elapsed, one_year) -> PowerIntensity:
    """New hardware needs less power per compute each year."""
    return power_2025 * power(1 + power_decline * one_year, -elapsed / one_year)


def fleet_power_start(capacity_start, power_2025) -> Megawatts:
    """Power of the fleet at the start of 2025, taken to be that of new hardware then."""
    return capacity_start * power_2025


@stock(start="fleet_power_start")
def fleet_power(
    commissioning, siting, hopper_siting, new_power, fleet_power, accelerator_life
) -> Megawatts:
    """Full power of the installed hardware; it comes and goes with its chips."""
    return (commissioning * siting + hopper_siting) * new_power - fleet_power / accelerator_life


def load_factor(utilization, idle_power_share) -> Share:
    """Hardware in use draws its full power, idle hardware a part of it."""
    return idle_power_share + (1 - idle_power_share) * utilization


def electricity(fleet_power, load_factor, pue, hours_per_year, mwh_per_twh) -> Electricity:
    """Electricity the data centers take, cooling and losses included."""
    return fleet_power * load_factor * pue * hours_per_year / mwh_per_twh


def electricity_total(electricity) -> Electricity:
    """Electricity of all data centers."""
    return total(electricity)


def electricity_price(cloud_electricity_price, center_electricity_price) -> ElectricityPrice:
    """Price of electricity where each segment stands."""
    return by_segment(cloud_electricity_price, center_electricity_price)


def electricity_cost(electricity, electricity_price) -> BillionCnyPerYear:
    """Yearly electricity bill of each segment."""
    return electricity * electricity_price


def running_cost(
    new_power, pue, hours_per_year, electricity_price, pflops_per_eflops, cny_per_billion
) -> Rent:
    """Electricity that new hardware takes at full load, per compute and year."""
    return (
        new_power * pue * hours_per_year * electricity_price * pflops_per_eflops / cny_per_billion
    )
