"""Vouchers: claims, budgets that run out, and the subsidy that reaches the price."""

from planner.model.equation import stock
from planner.model.functions import choose, share_of, smaller, total
from planner.quantities.units import MillionCny, MillionCnyPerYear, Share


@stock(start="take_up_2025")
def take_up(voucher_take_up, take_up, take_up_time) -> Share:
    """Vouchers become known; the share of eligible spending claimed approaches its mature level.

    The scheme is new everywhere at once, so that take-up is one stock for all areas.
    """
    return (voucher_take_up - take_up) / take_up_time


def active_budget(voucher_budget, moment, voucher_end) -> MillionCnyPerYear:
    """The budget, until vouchers end."""
    return choose(moment < voucher_end, voucher_budget, 0 * voucher_budget)


def claim(subsidy_rate, take_up, eligible_share, sme_compute_spend) -> MillionCnyPerYear:
    """What enterprises claim: the subsidized part of their eligible compute bills."""
    return subsidy_rate * take_up * eligible_share * sme_compute_spend


def drawn(claim, active_budget) -> MillionCnyPerYear:
    """Claims are paid until the budget is used up."""
    return smaller(claim, active_budget)


def effective_subsidy_start(subsidy_rate) -> Share:
    """At the start of 2025 no voucher has lowered a price yet."""
    return 0 * subsidy_rate


@stock(start="effective_subsidy_start")
def effective_subsidy(
    drawn, voucher_leakage, sme_compute_spend, effective_subsidy, subsidy_smoothing_time
) -> Share:
    """Share of the rent that vouchers really take over; it follows payments within months."""
    return (
        drawn * (1 - voucher_leakage) / sme_compute_spend - effective_subsidy
    ) / subsidy_smoothing_time


def budget_used(drawn, active_budget) -> Share:
    """Share of the budget that is drawn; one means exhausted."""
    return share_of(drawn, active_budget)


def drawn_total(drawn) -> MillionCnyPerYear:
    """Voucher money drawn in all areas."""
    return total(drawn)


def budget_used_total(drawn_total, active_budget) -> Share:
    """Share of all budgets together that is drawn."""
    return share_of(drawn_total, total(active_budget))


def drawn_so_far_start(voucher_budget, one_year) -> MillionCny:
    """The count of voucher money begins at the start of 2025."""
    return 0 * voucher_budget * one_year


@stock(start="drawn_so_far_start")
def drawn_so_far(drawn) -> MillionCny:
    """Voucher money drawn since the start of 2025."""
    return drawn


def drawn_so_far_total(drawn_so_far) -> MillionCny:
    """Voucher money drawn in all areas since the start of 2025."""
    return total(drawn_so_far)


def data_vouchers_drawn(data_voucher_budget, take_up, moment, voucher_end) -> MillionCnyPerYear:
    """Data vouchers are drawn as far as they are known, until vouchers end."""
    return choose(moment < voucher_end, data_voucher_budget * take_up, 0 * data_voucher_budget)
