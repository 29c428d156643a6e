"""Investment: the money that buys compute, and how it answers to what compute earns.

Alibaba's announced plan and the public funds are plans; all other spending is a plan too, times an
answer to returns. All flows are bn CNY per year.
"""

from planner.model.language.equation import label, stock
from planner.model.language.functions import (
    above_zero,
    by_segment,
    centers,
    choose,
    clip,
    cloud,
    exp,
    power,
    relax,
    share_of,
    total,
)
from planner.quantities.units import BillionCnyPerYear, Date, Number, Share, Years


@label("Middle of the month")
def moment(time, step) -> Date:
    """The middle of the current step, at which plans and trends are read."""
    return time + step / 2


@label("Years since 2025 at the middle of the month")
def elapsed_at_moment(elapsed, step) -> Years:
    """Years from the start of 2025 to the middle of the current step."""
    return elapsed + step / 2


@label("Fund money for compute")
def fund_for_compute(
    local_fund, fund_compute_share, crowd_in, million_per_billion
) -> BillionCnyPerYear:
    """The part of local funds that buys compute, with the private money that follows it."""
    return total(local_fund) * fund_compute_share * (1 + crowd_in) / million_per_billion


def alibaba_spending(
    alibaba_capex, alibaba_drift, moment, alibaba_drift_start, alibaba_plan_end, capex_answer
) -> BillionCnyPerYear:
    """Alibaba's investment: the announced plan does not answer to returns, later spending does."""
    return (
        alibaba_capex
        * exp(alibaba_drift * above_zero(moment - alibaba_drift_start))
        * choose(moment < alibaba_plan_end, 1.0, cloud(capex_answer))
    )


@label("Alibaba's budget for compute")
def alibaba_compute_budget(alibaba_spending, alibaba_compute_share) -> BillionCnyPerYear:
    """The part of Alibaba's investment that is meant for AI compute in China."""
    return alibaba_spending * alibaba_compute_share


@label("Planned AI spending of all others")
def other_planned(other_capex, other_capex_drift, elapsed_at_moment) -> BillionCnyPerYear:
    """What all others plan to invest in AI, before any answer to returns."""
    return other_capex * exp(other_capex_drift * elapsed_at_moment)


@label("Budget for compute")
def compute_budget(
    alibaba_compute_budget,
    center_share,
    other_planned,
    other_compute_share,
    capex_answer,
    fund_for_compute,
) -> BillionCnyPerYear:
    """Money for compute in each segment: Alibaba's in clouds, funds in centers, others in both."""
    return by_segment(
        alibaba_compute_budget
        + (1 - center_share) * other_planned * other_compute_share * cloud(capex_answer),
        center_share * other_planned * other_compute_share * centers(capex_answer)
        + fund_for_compute,
    )


def ai_capex(
    alibaba_spending, other_planned, center_share, capex_answer, fund_for_compute
) -> BillionCnyPerYear:
    """All AI investment of the country."""
    return (
        alibaba_spending
        + other_planned
        * ((1 - center_share) * cloud(capex_answer) + center_share * centers(capex_answer))
        + fund_for_compute
    )


@label("Budget for accelerators")
def accelerator_budget(compute_budget, server_share) -> BillionCnyPerYear:
    """The part of the money for compute that is meant for servers with accelerators."""
    return total(compute_budget) * server_share


@label("Share of new compute by segment")
def siting(compute_budget, center_share) -> Share:
    """Share of new compute that goes to each segment: where the money for it is.

    When nobody budgets any more, what is left in the order book is sited as all spending but
    Alibaba's; otherwise chips that are paid for would vanish.
    """
    return choose(
        total(compute_budget) > 0,
        share_of(compute_budget, total(compute_budget)),
        by_segment(1 - center_share, center_share),
    )


def center_share_realized(siting) -> Share:
    """Share of all new compute that goes to centers, Alibaba's and the funds' included."""
    return centers(siting)


@label("Alibaba's share of cloud budgets")
def alibaba_part(alibaba_compute_budget, compute_budget) -> Share:
    """Alibaba's share of the money for new compute in the clouds."""
    return share_of(alibaba_compute_budget, cloud(compute_budget))


@label("Rent over full cost")
def coverage(rent_income, full_cost, capacity) -> Number:
    """Rent earned per full cost of what is installed, in each segment."""
    return rent_income / (full_cost * capacity)


@label("Rent over full cost in 2025")
@stock(start="coverage")
def coverage_2025(coverage_2025, one_year) -> Number:
    """Coverage at the start of 2025, to which investment compares."""
    return 0 * coverage_2025 / one_year


@label("Investment against plan at the start")
def capex_answer_start() -> Number:
    """Plans of 2025 are carried out as they are."""
    return by_segment(1.0, 1.0)


@label("Investment against plan")
@stock(start="capex_answer_start")
def capex_answer(
    coverage,
    coverage_2025,
    coverage_floor,
    coverage_ceiling,
    capex_response,
    center_capex_response,
    capex_answer,
    capex_answer_time,
    step,
) -> Number:
    """Investment against the plan: more where rents cover more of the cost than in 2025.

    Centers, most of them public, answer half as strongly. An exponent of zero leaves the plan.
    """
    return (
        power(
            clip(coverage / coverage_2025, coverage_floor, coverage_ceiling),
            by_segment(capex_response, capex_response * center_capex_response),
        )
        - capex_answer
    ) * relax(capex_answer_time, step)
