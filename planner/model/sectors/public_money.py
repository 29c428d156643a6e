"""Public money: what comes back in tax, and what vouchers and better centers cost the public."""

from planner.model.language.equation import label, stock
from planner.model.language.functions import above_zero, centers, relax, total
from planner.quantities.units import BillionCnyPerYear, MillionCny


def tax(tax_share, industry_output_total) -> BillionCnyPerYear:
    """Tax that AI enterprises pay."""
    return tax_share * industry_output_total


@label("Tax from revenue added by vouchers at the start")
def tax_back_start(data_voucher_budget, one_year) -> MillionCny:
    """The count of tax that vouchers bring back begins at the start of 2025."""
    return 0 * data_voucher_budget * one_year


@label("Tax from revenue added by vouchers")
@stock(start="tax_back_start", signed=True)
def tax_back(
    tax_share,
    entrant_revenue_share,
    million_per_billion,
    industry_output_total,
    industry_output_without_vouchers,
) -> MillionCny:
    """Tax on the revenue that vouchers added so far; entrants earn less than the mean."""
    return (
        tax_share
        * entrant_revenue_share
        * million_per_billion
        * (industry_output_total - total(industry_output_without_vouchers))
    )


def net_public_cost(drawn_so_far_total, data_drawn_so_far, tax_back) -> MillionCny:
    """Money of vouchers and data vouchers paid so far, less the tax that came back."""
    return drawn_so_far_total + data_drawn_so_far - tax_back


def upgrade_cost(
    upgrade_price,
    effective_capacity,
    center_sellable_target,
    sellable_2025,
    network_work,
    network_progress,
    network_build_time,
    step,
) -> BillionCnyPerYear:
    """Money it takes to bring centers into the network, as that proceeds."""
    return (
        upgrade_price
        * centers(effective_capacity)
        * above_zero(center_sellable_target - sellable_2025)
        * (network_work - network_progress)
        * relax(network_build_time / 2, step)
    )
