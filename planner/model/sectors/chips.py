"""Chips: orders limited by money or by supply, prices that clear, supply that answers by level."""

from planner.model.language.equation import label, stock
from planner.model.language.functions import (
    above_zero,
    by_segment,
    choose,
    clip,
    exp,
    larger,
    log,
    power,
    share_of,
    smaller,
)
from planner.quantities.units import (
    BillionCny,
    BillionCnyPerYear,
    Efficiency,
    EflopsPerYear,
    HardwarePrice,
    Number,
    PerYear,
    Share,
)


@label("Price of chips in a balanced market")
def base_price(
    hardware_price_2025, price_performance, elapsed_at_moment, one_year
) -> HardwarePrice:
    """Price of accelerator hardware per compute while chips are neither scarce nor plenty."""
    return hardware_price_2025 * exp(
        -elapsed_at_moment / one_year * log(1 + price_performance * one_year)
    )


def legal_supply(legal_imports, moment, import_regime_start, import_regime) -> EflopsPerYear:
    """Chips imported under license; from mid-2026 on as the rules of both sides allow."""
    return legal_imports * choose(moment < import_regime_start, 1.0, import_regime)


@label("Smuggled chips without scarcity")
def smuggled_base(smuggled_imports, smuggled_scale) -> EflopsPerYear:
    """Chips smuggled in while they are not scarce."""
    return smuggled_imports * smuggled_scale


@label("Money waiting for chips at the start")
def order_backlog_start(accelerator_budget, procurement_time) -> BillionCny:
    """At the start, as much money waits to be spent as keeps orders equal to the budget."""
    return accelerator_budget * procurement_time


@stock(start="order_backlog_start")
def order_backlog(accelerator_budget, accelerator_spend, lapse) -> BillionCny:
    """Money that was budgeted for accelerators and is neither spent nor given up yet."""
    return accelerator_budget - accelerator_spend - lapse


@label("Spending on chips if there were enough")
def wanted_spend(order_backlog, procurement_time) -> BillionCnyPerYear:
    """What buyers would spend if there were chips enough."""
    return order_backlog / procurement_time


def chip_shortage(
    wanted_spend, domestic_capacity, legal_supply, smuggled_base, base_price, most_shortage
) -> Number:
    """Chips wanted at the normal price per chip on offer at that price.

    Counted up to a limit that no plan comes near, so that it stays a number without any supply.
    """
    return smaller(
        wanted_spend / ((domestic_capacity + legal_supply + smuggled_base) * base_price),
        most_shortage,
    )


@label("Price premium for scarce chips")
def scarcity_premium(chip_shortage, premium_floor, premium_ceiling, premium_exponent) -> Number:
    """Prices rise when more chips are wanted than are on offer, and fall when fewer are."""
    return power(clip(chip_shortage, premium_floor, premium_ceiling), premium_exponent)


@label("Price premium that supply answers")
def supply_premium(scarcity_premium, supply_premium_ceiling) -> Number:
    """The premium to which supply within the month answers."""
    return smaller(scarcity_premium, supply_premium_ceiling)


@label("Domestic chips on offer")
def domestic_supply(domestic_capacity, supply_premium, domestic_price_elasticity) -> EflopsPerYear:
    """Domestic chips on offer: a little more than planned when they are dear."""
    return domestic_capacity * power(supply_premium, domestic_price_elasticity)


def smuggled_supply(smuggled_base, supply_premium, smuggling_elasticity) -> EflopsPerYear:
    """Smuggled chips on offer: more when chips are dear."""
    return smuggled_base * power(supply_premium, smuggling_elasticity)


@label("Chips on offer")
def chip_supply(domestic_supply, legal_supply, smuggled_supply) -> EflopsPerYear:
    """All chips that can be bought in a year."""
    return domestic_supply + legal_supply + smuggled_supply


def domestic_chip_share(domestic_supply, chip_supply) -> Share:
    """Share of the chips on offer that is made at home."""
    return domestic_supply / chip_supply


def chip_price(
    base_price,
    scarcity_premium,
    supernode_markup,
    domestic_chip_share,
    supernode_share,
    smuggling_markup,
    smuggled_supply,
    chip_supply,
) -> HardwarePrice:
    """Price paid for accelerator hardware: supernodes and smuggled chips cost more."""
    return (
        base_price
        * scarcity_premium
        * (
            1
            + supernode_markup * domestic_chip_share * supernode_share
            + smuggling_markup * smuggled_supply / chip_supply
        )
    )


def chip_orders(wanted_spend, chip_price, chip_supply) -> EflopsPerYear:
    """Chips are ordered until the money or the supply runs out."""
    return smaller(wanted_spend / chip_price, chip_supply)


def accelerator_spend(chip_orders, chip_price) -> BillionCnyPerYear:
    """Orders are paid at the price of the day."""
    return chip_orders * chip_price


def lapse(order_backlog, chip_shortage, lapse_time, step, accelerator_spend) -> BillionCnyPerYear:
    """Budgets that found no chips for long are given up, never more than there is left."""
    return smaller(
        order_backlog * above_zero(1 - 1 / larger(chip_shortage, 1.0)) / lapse_time,
        above_zero(order_backlog / step - accelerator_spend),
    )


@label("Share of released money that buys chips")
def fulfilled(accelerator_spend, lapse) -> Share:
    """Share of the money leaving the backlog that buys chips."""
    return share_of(accelerator_spend, accelerator_spend + lapse)


@label("Planned growth of domestic chips")
def planned_growth(domestic_chip_growth, domestic_realization) -> PerYear:
    """Growth of domestic chip output at balanced demand, as far as the plan comes true."""
    return domestic_chip_growth * domestic_realization


@label("Growth of domestic chip output")
def domestic_growth(
    planned_growth,
    supply_pull,
    chip_shortage,
    pull_floor,
    pull_ceiling,
    domestic_boost,
    pull_time,
    growth_limit,
) -> PerYear:
    """Growth of domestic chip output, up to what tools and memory allow.

    A shortage lifts the level of output above its plan, not its growth for ever.
    """
    return smaller(
        planned_growth
        + (supply_pull * log(clip(chip_shortage, pull_floor, pull_ceiling)) - domestic_boost)
        / pull_time,
        growth_limit,
    )


@label("Domestic chip output at a normal price")
@stock(start="domestic_supply_2025")
def domestic_capacity(domestic_capacity, domestic_growth, step) -> EflopsPerYear:
    """Domestic chips made per year at a normal price, compounded within the step.

    Growth of 20 to 50% a year, added up by plain Euler steps of a month, would lose 2% of
    installed compute by 2035 against half the step.
    """
    return domestic_capacity * (exp(domestic_growth * step) - 1) / step


@label("Domestic chips above plan at the start (logarithm)")
def domestic_boost_start() -> Number:
    """Domestic output is on its plan at the start of 2025."""
    return 0.0


@label("Domestic chips above plan (logarithm)")
@stock(start="domestic_boost_start", signed=True)
def domestic_boost(domestic_growth, planned_growth) -> Number:
    """How far domestic output is above its plan, as a logarithm."""
    return domestic_growth - planned_growth


@label("Realized share of new domestic chips")
def efficiency_domestic(
    supernode_share,
    efficiency_supernode,
    efficiency_standalone,
    software_ecosystem,
    efficiency_imported,
) -> Efficiency:
    """Compute that new domestic chips realize: more in supernodes and with better software.

    The software ecosystem closes a part of the gap that is left to imported chips.
    """
    return (
        supernode_share * efficiency_supernode
        + (1 - supernode_share) * efficiency_standalone
        + software_ecosystem
        * above_zero(
            efficiency_imported
            - supernode_share * efficiency_supernode
            - (1 - supernode_share) * efficiency_standalone
        )
    )


@label("Realized share of new chips")
def new_efficiency(domestic_chip_share, efficiency_domestic, efficiency_imported) -> Efficiency:
    """Compute that newly ordered chips realize."""
    return (
        domestic_chip_share * efficiency_domestic + (1 - domestic_chip_share) * efficiency_imported
    )


@label("Deliveries of the Hopper plan")
def hopper_deliveries(
    hopper_plan_share, hopper_plan_size, hopper_delivery_start, hopper_delivery_end, moment
) -> EflopsPerYear:
    """The Hopper plan is delivered evenly over its years, in the part that materializes."""
    return choose(
        moment < hopper_delivery_end,
        hopper_plan_share * hopper_plan_size / (hopper_delivery_end - hopper_delivery_start),
        0 * hopper_plan_size / (hopper_delivery_end - hopper_delivery_start),
    )


@label("Hopper deliveries by segment")
def hopper_siting(hopper_deliveries) -> EflopsPerYear:
    """The Hopper plan is for the centers only."""
    return by_segment(0 * hopper_deliveries, hopper_deliveries)


def domestic_card_share(
    domestic_supply, domestic_card_compute, chip_supply, imported_card_compute
) -> Share:
    """Share of the cards on offer that is made at home: a count, as market surveys give it."""
    return (
        domestic_supply
        / domestic_card_compute
        / (
            domestic_supply / domestic_card_compute
            + (chip_supply - domestic_supply) / imported_card_compute
        )
    )
