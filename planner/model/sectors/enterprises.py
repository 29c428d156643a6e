"""Enterprises: births and deaths that answer to the price of compute, and founders who move."""

from planner.model.language.equation import label, stock
from planner.model.language.functions import (
    above_zero,
    choose,
    cost_per,
    exp,
    in_beijing,
    larger,
    log,
    relax,
    smaller,
    total,
)
from planner.quantities.units import (
    BillionCnyPerYear,
    CostPerFirm,
    Firms,
    FirmsPerYear,
    Number,
    PerYear,
    Share,
)


@label("Perceived compute price at the start (logarithm)")
def perceived_price_start(effective_subsidy_start) -> Number:
    """Founders start from the prices of 2025, before any voucher."""
    return 0 * effective_subsidy_start


@label("Perceived compute price (logarithm)")
@stock(start="perceived_price_start", signed=True)
def perceived_price(
    log_relative_rent,
    log_subsidy,
    sme_fill,
    least_sme_fill,
    perceived_price,
    perception_time,
    step,
) -> Number:
    """The price founders act on, as a logarithm: with a delay, and scarcity felt as price."""
    return (
        log_relative_rent + log_subsidy - log(larger(sme_fill, least_sme_fill)) - perceived_price
    ) * relax(perception_time, step)


@label("Perceived rent before vouchers at the start (logarithm)")
def perceived_rent_start(perception_time, one_year) -> Number:
    """The rent founders start from is that of 2025."""
    return 0 * perception_time / one_year


@label("Perceived rent before vouchers (logarithm)")
@stock(start="perceived_rent_start", signed=True)
def perceived_rent(
    log_relative_rent, sme_fill, least_sme_fill, perceived_rent, perception_time, step
) -> Number:
    """The price founders would act on if there were no vouchers, as a logarithm."""
    return (log_relative_rent - log(larger(sme_fill, least_sme_fill)) - perceived_rent) * relax(
        perception_time, step
    )


@label("Effect of prices on births")
def entry_response(perceived_price, entry_elasticity) -> Number:
    """Births against those of 2025: more when compute is perceived to be cheaper."""
    return exp(-entry_elasticity * perceived_price)


@label("Effect of unsubsidized rent on births")
def unsubsidized_response(perceived_rent, entry_elasticity) -> Number:
    """Births against those of 2025 if there were no vouchers."""
    return exp(-entry_elasticity * perceived_rent)


def enterprises_total(enterprises) -> Firms:
    """AI enterprises of the seven places."""
    return total(enterprises)


@label("Mean effect of vouchers on births")
def mean_gain(enterprises, entry_response, enterprises_total, unsubsidized_response) -> Number:
    """What subsidies add to births on average over all areas."""
    return total(enterprises * entry_response) / enterprises_total - unsubsidized_response


@label("Room left for enterprises")
def room_left(enterprises, enterprise_room, enterprises_2025) -> Share:
    """Room for more enterprises against the room there was in 2025."""
    return (1 - enterprises / (enterprise_room * enterprises_2025)) / (1 - 1 / enterprise_room)


@label("Financing without public funds")
def base_finance(finance_share, enterprises, revenue, million_per_billion) -> BillionCnyPerYear:
    """Financing that enterprises raise without public funds, in proportion to their revenue."""
    return finance_share * enterprises * revenue / million_per_billion


@label("Fund money for enterprises")
def fund_for_firms(
    local_fund, fund_compute_share, crowd_in, million_per_billion
) -> BillionCnyPerYear:
    """Public funds that finance enterprises, with the private money that follows them."""
    return local_fund * (1 - fund_compute_share) * (1 + crowd_in) / million_per_billion


@label("Fund money against other financing in 2025")
def usual_fund_ratio(
    usual_fund,
    usual_fund_compute_share,
    crowd_in,
    finance_share,
    enterprises_2025,
    revenue_2025,
) -> Number:
    """Funds for enterprises in 2025, as published, against what enterprises raised besides."""
    return (
        usual_fund
        * (1 - usual_fund_compute_share)
        * (1 + crowd_in)
        / (finance_share * enterprises_2025 * revenue_2025)
    )


@label("Fund share of financing against 2025")
def finance_gain(fund_for_firms, base_finance, usual_fund_ratio) -> Share:
    """Share of financing that comes from funds, against that share in 2025."""
    return fund_for_firms / (fund_for_firms + base_finance) - usual_fund_ratio / (
        1 + usual_fund_ratio
    )


@label("Net growth of enterprises at the prices of 2025")
def net_growth(net_growth_beijing, net_growth_other) -> PerYear:
    """Yearly growth of an area's enterprises at the prices of 2025."""
    return net_growth_other + in_beijing(net_growth_beijing - net_growth_other)


@label("Births of enterprises")
def births(
    enterprises,
    net_growth,
    churn,
    entry_response,
    relocation_share,
    mean_gain,
    room_left,
    adoption_entry,
    adoption,
    finance_effect,
    finance_gain,
    spin_off,
    drawn_institutes,
    enterprise_room,
    enterprises_2025,
    step,
) -> FirmsPerYear:
    """New enterprises. Part of what subsidies add is lost again everywhere: founders move.

    Institutes with vouchers found some more. Within a step no more are founded than there is room
    for.
    """
    return smaller(
        enterprises
        * above_zero(net_growth + churn)
        * above_zero(entry_response - relocation_share * mean_gain)
        * exp(adoption_entry * adoption)
        * (1 + finance_effect * finance_gain)
        + spin_off * drawn_institutes,
        (enterprise_room - 1) * enterprises_2025 / step,
    ) * above_zero(room_left)


@label("Deaths of enterprises")
def deaths(
    enterprises, churn, exit_elasticity, perceived_price, most_closures, step
) -> FirmsPerYear:
    """Enterprises that close: fewer when compute is perceived to be cheaper.

    Never more than there are: within a step they close at a constant rate of those that are left.
    """
    return (
        enterprises
        * (1 - exp(-smaller(churn * exp(exit_elasticity * perceived_price), most_closures) * step))
        / step
    )


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


def cost_per_added(
    moment, cost_counted_from, drawn_so_far, enterprises_added, smallest_addition
) -> CostPerFirm:
    """Voucher money paid so far per enterprise it added; unbounded while it added less than one.

    An area that lost founders to others in spite of its vouchers has no finite cost either; where
    nothing was drawn, and before enterprises had time to answer, there is no cost to speak of.
    """
    return cost_per(
        choose(moment < cost_counted_from, 0 * drawn_so_far, drawn_so_far),
        choose(moment < cost_counted_from, 0 * enterprises_added, enterprises_added),
        smallest_addition,
    )


def cost_per_added_total(
    moment, cost_counted_from, drawn_so_far_total, enterprises_added_total, smallest_addition
) -> CostPerFirm:
    """Voucher money paid so far in all areas per enterprise it added."""
    return cost_per(
        choose(moment < cost_counted_from, 0 * drawn_so_far_total, drawn_so_far_total),
        choose(moment < cost_counted_from, 0 * enterprises_added_total, enterprises_added_total),
        smallest_addition,
    )
