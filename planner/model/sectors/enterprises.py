"""Enterprises: births and deaths that answer to the price of compute, and founders who move."""

from typing import Annotated

from planner.model.equation import stock
from planner.model.functions import above_zero, cost_per, power, total
from planner.quantities.units import Firms, FirmsPerYear, Number, Share

CostPerFirm = Annotated[float, "M CNY/firm"]


def perceived_price_start(effective_subsidy_start) -> Number:
    """Founders start from the prices of 2025, before any voucher."""
    return 1 - effective_subsidy_start


@stock(start="perceived_price_start")
def perceived_price(relative_price, perceived_price, perception_time) -> Number:
    """The compute price founders act on follows the real one with a delay."""
    return (relative_price - perceived_price) / perception_time


def perceived_rent_start(blended_rent_2025) -> Number:
    """The rent founders start from is that of 2025."""
    return blended_rent_2025 / blended_rent_2025


@stock(start="perceived_rent_start")
def perceived_rent(relative_rent, perceived_rent, perception_time) -> Number:
    """The compute price founders would act on if there were no vouchers."""
    return (relative_rent - perceived_rent) / perception_time


def entry_response(perceived_price, entry_elasticity) -> Number:
    """Births against those of 2025: more when compute is perceived to be cheaper."""
    return power(perceived_price, -entry_elasticity)


def unsubsidized_response(perceived_rent, entry_elasticity) -> Number:
    """Births against those of 2025 if there were no vouchers."""
    return power(perceived_rent, -entry_elasticity)


def enterprises_total(enterprises) -> Firms:
    """AI enterprises of the seven areas."""
    return total(enterprises)


def mean_gain(enterprises, entry_response, enterprises_total, unsubsidized_response) -> Number:
    """What subsidies add to births on average over all areas."""
    return total(enterprises * entry_response) / enterprises_total - unsubsidized_response


def room_left(enterprises, enterprise_room, enterprises_2025) -> Share:
    """Room for more enterprises against the room there was in 2025."""
    return (1 - enterprises / (enterprise_room * enterprises_2025)) / (1 - 1 / enterprise_room)


def births(
    enterprises, birth_rate, entry_response, relocation_share, mean_gain, room_left
) -> FirmsPerYear:
    """New enterprises. Part of what subsidies add is lost again everywhere: founders move."""
    return (
        enterprises
        * birth_rate
        * above_zero(entry_response - relocation_share * mean_gain)
        * above_zero(room_left)
    )


def deaths(enterprises, death_rate, perceived_price, exit_elasticity) -> FirmsPerYear:
    """Enterprises that close: fewer when compute is perceived to be cheaper."""
    return enterprises * death_rate * power(perceived_price, exit_elasticity)


@stock(start="enterprises_2025")
def enterprises(births, deaths) -> Firms:
    """AI enterprises of an area."""
    return births - deaths


def enterprises_added(enterprises, enterprises_without_vouchers) -> Firms:
    """AI enterprises that exist because of vouchers: against the same future without any."""
    return enterprises - enterprises_without_vouchers


def enterprises_added_total(enterprises_added) -> Firms:
    """AI enterprises of all areas that exist because of vouchers."""
    return total(enterprises_added)


def cost_per_added(drawn_so_far, enterprises_added, smallest_addition) -> CostPerFirm:
    """Voucher money drawn so far per enterprise it added; unbounded while it added less than one.

    An area that lost founders to others in spite of its vouchers has no finite cost either; where
    nothing was drawn there is no cost to speak of.
    """
    return cost_per(drawn_so_far, enterprises_added, smallest_addition)


def cost_per_added_total(
    drawn_so_far_total, enterprises_added_total, smallest_addition
) -> CostPerFirm:
    """Voucher money drawn so far in all areas per enterprise it added."""
    return cost_per(drawn_so_far_total, enterprises_added_total, smallest_addition)
