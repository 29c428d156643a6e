"""Vouchers: claims, budgets and offices that limit them, and the subsidy that reaches the price."""

from planner.model.language.equation import label, stock
from planner.model.language.functions import (
    choose,
    clip,
    cost_per,
    log,
    relax,
    share_of,
    smaller,
    total,
)
from planner.quantities.units import (
    Firms,
    MillionCny,
    MillionCnyPerFirmYear,
    MillionCnyPerYear,
    Number,
    Rent,
    Share,
)


def sme_compute_spend(
    enterprises, sme_use, sme_fill, blended_rent, million_per_billion, fleet_efficiency_2025
) -> MillionCnyPerYear:
    """Rent for the enterprises' compute, before vouchers."""
    return (
        enterprises
        * sme_use
        * sme_fill
        * blended_rent
        * million_per_billion
        / fleet_efficiency_2025
    )


def sme_compute_spend_total(sme_compute_spend) -> MillionCnyPerYear:
    """Rent for the compute of all enterprises, before vouchers."""
    return total(sme_compute_spend)


@label("Share of eligible spending claimed")
@stock(start="take_up_2025")
def take_up(voucher_budget, voucher_take_up, take_up, take_up_time, step) -> Share:
    """Share of eligible spending claimed: vouchers become known where there is a budget."""
    return (choose(voucher_budget > 0, voucher_take_up, 0.0) - take_up) * relax(take_up_time, step)


@label("Payout capacity of offices at the start")
def office_capacity_start(voucher_budget) -> MillionCnyPerYear:
    """At the start of 2025 no office pays out any money yet."""
    return 0 * voucher_budget


@label("Payout capacity of offices")
@stock(start="office_capacity_start")
def office_capacity(voucher_budget, office_capacity, office_time, step) -> MillionCnyPerYear:
    """Money that offices can hand out: they grow to their budget within half a year or so."""
    return (voucher_budget - office_capacity) * relax(office_time, step)


@label("Voucher claim per enterprise without a cap")
def eligible_bill(
    subsidy_rate,
    eligible_share,
    sme_use,
    sme_fill,
    blended_rent,
    million_per_billion,
    fleet_efficiency_2025,
) -> MillionCnyPerFirmYear:
    """What an enterprise would claim without a cap: the subsidized part of its bill."""
    return (
        subsidy_rate
        * eligible_share
        * sme_use
        * sme_fill
        * blended_rent
        * million_per_billion
        / fleet_efficiency_2025
    )


@label("Voucher claim per enterprise")
def claim_per_firm(eligible_bill, claim_cap) -> MillionCnyPerFirmYear:
    """What an enterprise claims, softly held below the cap for one enterprise."""
    return eligible_bill / (1 + eligible_bill / claim_cap)


@label("Voucher claims")
def claim(voucher_budget, claim_per_firm, take_up, enterprises) -> MillionCnyPerYear:
    """What all enterprises of an area claim, where there is a budget."""
    return claim_per_firm * choose(voucher_budget > 0, take_up, 0.0) * enterprises


@label("Vouchers paid to enterprises")
def drawn_firms(claim, office_capacity, institute_share, voucher_budget) -> MillionCnyPerYear:
    """Claims of enterprises are paid as far as offices and budget reach."""
    return smaller(claim, smaller(office_capacity, (1 - institute_share) * voucher_budget))


@label("Vouchers paid to research institutes")
def drawn_institutes(
    institute_share, office_capacity, voucher_budget, take_up, voucher_take_up
) -> MillionCnyPerYear:
    """What research institutes draw from the part of the budget kept for them."""
    return (
        institute_share
        * smaller(office_capacity, voucher_budget)
        * smaller(1.0, share_of(take_up, voucher_take_up))
    )


def drawn(drawn_firms, drawn_institutes) -> MillionCnyPerYear:
    """Voucher money paid by enterprises and institutes."""
    return drawn_firms + drawn_institutes


def drawn_total(drawn) -> MillionCnyPerYear:
    """Voucher money paid in all areas."""
    return total(drawn)


def claims_refused(drawn_firms, claim) -> Share:
    """Share of claimed money that is not paid; undefined where nothing is claimed."""
    return cost_per(total(claim) - total(drawn_firms), total(claim), 0 * total(claim))


def firms_served(enterprises, take_up, drawn_firms, claim) -> Firms:
    """Enterprises that receive vouchers: those that claim, as far as claims are paid."""
    return enterprises * take_up * share_of(drawn_firms, claim)


def firms_served_total(firms_served) -> Firms:
    """Enterprises of all areas that receive vouchers."""
    return total(firms_served)


@label("Share of voucher money that lowers no price")
def leakage(voucher_leakage, subsidy_rate, leakage_rate, leakage_limit) -> Share:
    """Share of voucher money that lowers no price: it grows with the rate."""
    return clip(voucher_leakage * subsidy_rate / leakage_rate, 0.0, leakage_limit)


@label("Share of rent taken over by vouchers at the start")
def effective_subsidy_start(subsidy_rate) -> Share:
    """At the start of 2025 no voucher has lowered a price yet."""
    return 0 * subsidy_rate


@label("Share of rent taken over by vouchers")
@stock(start="effective_subsidy_start")
def effective_subsidy(
    drawn_firms, leakage, sme_compute_spend, subsidy_limit, effective_subsidy, subsidy_time, step
) -> Share:
    """Share of the rent that vouchers really take over; it follows payments within months."""
    return (
        clip(drawn_firms * (1 - leakage) / sme_compute_spend, 0.0, subsidy_limit)
        - effective_subsidy
    ) * relax(subsidy_time, step)


@label("Rent left after vouchers (logarithm)")
def log_subsidy(effective_subsidy) -> Number:
    """What vouchers leave of the rent, as a logarithm."""
    return log(1 - effective_subsidy)


@label("Mean share of rent taken over by vouchers")
def mean_subsidy(enterprises, effective_subsidy, enterprises_total) -> Share:
    """Share of the rent that vouchers take over, on average over enterprises."""
    return total(enterprises * effective_subsidy) / enterprises_total


def sme_price(blended_rent, effective_subsidy) -> Rent:
    """Rent enterprises pay after vouchers."""
    return blended_rent * (1 - effective_subsidy)


def budget_used(drawn, voucher_budget) -> Share:
    """Share of the budget that is paid out; one means fully used."""
    return share_of(drawn, voucher_budget)


def budget_used_total(drawn_total, voucher_budget) -> Share:
    """Share of all budgets together that is paid out."""
    return share_of(drawn_total, total(voucher_budget))


@label("Vouchers paid at the start")
def drawn_so_far_start(voucher_budget, one_year) -> MillionCny:
    """The count of voucher money begins at the start of 2025."""
    return 0 * voucher_budget * one_year


@stock(start="drawn_so_far_start")
def drawn_so_far(drawn) -> MillionCny:
    """Voucher money paid since the start of 2025."""
    return drawn


def drawn_so_far_total(drawn_so_far) -> MillionCny:
    """Voucher money paid in all areas since the start of 2025."""
    return total(drawn_so_far)


@label("Take-up of data vouchers at the start")
def data_take_up_start(voucher_take_up) -> Share:
    """At the start of 2025 nobody draws data vouchers."""
    return 0 * voucher_take_up


@label("Take-up of data vouchers")
@stock(start="data_take_up_start")
def data_take_up(data_voucher_budget, voucher_take_up, data_take_up, take_up_time, step) -> Share:
    """Share of the data vouchers' budget that is paid out, where there is one."""
    return (choose(data_voucher_budget > 0, voucher_take_up, 0.0) - data_take_up) * relax(
        take_up_time, step
    )


@label("Data vouchers paid")
def data_vouchers_drawn(data_voucher_budget, data_take_up) -> MillionCnyPerYear:
    """Data vouchers are paid as far as they are known."""
    return data_voucher_budget * data_take_up


@label("Data vouchers paid at the start")
def data_drawn_so_far_start(data_voucher_budget, one_year) -> MillionCny:
    """The count of data vouchers begins at the start of 2025."""
    return 0 * data_voucher_budget * one_year


@label("Data vouchers paid since 2025")
@stock(start="data_drawn_so_far_start")
def data_drawn_so_far(data_vouchers_drawn) -> MillionCny:
    """Money of data vouchers paid since the start of 2025."""
    return data_vouchers_drawn
