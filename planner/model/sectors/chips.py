"""Chips: orders limited by money or by supply, prices that rise when chips are scarce."""

from planner.model.equation import stock
from planner.model.functions import choose, clip, exp, power, settling_rate, smaller
from planner.quantities.units import (
    BillionCny,
    BillionCnyPerYear,
    Eflops,
    EflopsPerYear,
    HardwarePrice,
    Number,
    PerYear,
    Share,
)


def price_factor(price_performance, elapsed, one_year) -> Number:
    """Hardware gets cheaper by a fixed percentage each year."""
    return power(1 + price_performance * one_year, -elapsed / one_year)


def hardware_price(hardware_price_2025, price_factor) -> HardwarePrice:
    """Price of accelerator hardware per compute while chips are not scarce."""
    return hardware_price_2025 * price_factor


def domestic_expansion(
    domestic_chip_growth, domestic_growth_settled, domestic_growth_settling_time, elapsed
) -> PerYear:
    """The growth of domestic chip output settles to a lower rate."""
    return settling_rate(
        domestic_chip_growth, domestic_growth_settled, domestic_growth_settling_time, elapsed
    )


def domestic_growth(
    domestic_expansion, supply_pull, chip_shortage, shortage_pull_floor, shortage_pull_ceiling
) -> PerYear:
    """Domestic chip output grows by itself, and faster while chips are short."""
    return domestic_expansion + supply_pull * (
        clip(chip_shortage, shortage_pull_floor, shortage_pull_ceiling) - 1
    )


@stock(start="domestic_supply_2025")
def domestic_supply(domestic_supply, domestic_growth, step) -> EflopsPerYear:
    """Domestic chip output, compounded within the step.

    Growth of 20 to 50 % a year, added up by plain Euler steps of a month, would lose 2 % of
    installed compute by 2035 against half the step; compounded it loses less than a third of that.
    """
    return domestic_supply * (exp(domestic_growth * step) - 1) / step


def import_supply(chip_imports, import_trend, elapsed) -> EflopsPerYear:
    """Chip imports follow their trend."""
    return chip_imports * exp(import_trend * elapsed)


def chip_supply(domestic_supply, import_supply) -> EflopsPerYear:
    """All chips that can be bought in a year."""
    return domestic_supply + import_supply


def domestic_chip_share(domestic_supply, chip_supply) -> Share:
    """Share of the chips on offer that is made at home."""
    return domestic_supply / chip_supply


def order_backlog_start(accelerator_budget, procurement_time) -> BillionCny:
    """At the start, as much money waits to be spent as keeps orders equal to the budget."""
    return accelerator_budget * procurement_time


@stock(start="order_backlog_start")
def order_backlog(accelerator_budget, accelerator_spend) -> BillionCny:
    """Money that was budgeted for accelerators and is not spent yet."""
    return accelerator_budget - accelerator_spend


def wanted_spend(order_backlog, procurement_time) -> BillionCnyPerYear:
    """What buyers would spend if there were chips enough."""
    return order_backlog / procurement_time


def chip_shortage(wanted_spend, chip_supply, hardware_price) -> Number:
    """Chips wanted at the normal price per chip on offer."""
    return wanted_spend / (chip_supply * hardware_price)


def scarcity_premium(chip_shortage, premium_ceiling, premium_exponent) -> Number:
    """Prices rise when more chips are wanted than are on offer."""
    return power(clip(chip_shortage, 1.0, premium_ceiling), premium_exponent)


def chip_orders(wanted_spend, hardware_price, scarcity_premium, chip_supply) -> EflopsPerYear:
    """Chips are ordered until the money or the supply runs out."""
    return smaller(wanted_spend / (hardware_price * scarcity_premium), chip_supply)


def accelerator_spend(chip_orders, hardware_price, scarcity_premium) -> BillionCnyPerYear:
    """Orders are paid at the price with its premium."""
    return chip_orders * hardware_price * scarcity_premium


def efficiency_domestic(supernode_share, efficiency_supernode, efficiency_standalone) -> Share:
    """Share of nameplate compute that new domestic chips realize, in supernodes or outside."""
    return supernode_share * efficiency_supernode + (1 - supernode_share) * efficiency_standalone


def new_efficiency(domestic_chip_share, efficiency_domestic, efficiency_imported) -> Share:
    """Share of nameplate compute that newly ordered chips realize."""
    return (
        domestic_chip_share * efficiency_domestic + (1 - domestic_chip_share) * efficiency_imported
    )


def hopper_deliveries(
    hopper_plan_share, hopper_plan_size, hopper_delivery_start, hopper_delivery_end, moment
) -> EflopsPerYear:
    """The Hopper plan is delivered evenly over its years, in the part that materializes."""
    return choose(
        moment < hopper_delivery_end,
        hopper_plan_share * hopper_plan_size / (hopper_delivery_end - hopper_delivery_start),
        0 * hopper_plan_size / (hopper_delivery_end - hopper_delivery_start),
    )


def under_construction_start(commissioning_2025, construction_time) -> Eflops:
    """At the start, as much is being built as yields the commissioning of 2025."""
    return commissioning_2025 * construction_time


@stock(start="under_construction_start")
def under_construction(chip_orders, commissioning) -> Eflops:
    """Compute that is ordered and not in service yet."""
    return chip_orders - commissioning


def effective_under_construction_start(under_construction_start, fleet_efficiency_2025) -> Eflops:
    """What is being built at the start realizes as much as the fleet of that time."""
    return under_construction_start * fleet_efficiency_2025


@stock(start="effective_under_construction_start")
def effective_under_construction(chip_orders, new_efficiency, effective_commissioning) -> Eflops:
    """The part of the compute under construction that will be realized."""
    return chip_orders * new_efficiency - effective_commissioning


def commissioning(under_construction, construction_time) -> EflopsPerYear:
    """Compute enters service after its construction time."""
    return under_construction / construction_time


def effective_commissioning(effective_under_construction, construction_time) -> EflopsPerYear:
    """Realized compute enters service with the chips it belongs to."""
    return effective_under_construction / construction_time
