"""Investment: the money that buys compute, in bn CNY per year."""

from planner.model.functions import above_zero, choose, clip, exp, growth
from planner.quantities.units import BillionCnyPerYear, Date, Share


def moment(time, step) -> Date:
    """The middle of the current step, where plans that change over time are read."""
    return time + step / 2


def alibaba_plan_end(alibaba_plan_start, alibaba_plan_years) -> Date:
    """Alibaba's plan ends its length after its start."""
    return alibaba_plan_start + alibaba_plan_years


def alibaba_plan_phase(moment, alibaba_plan_start, alibaba_plan_years) -> Share:
    """How far Alibaba's plan has come, from 0 to 1."""
    return clip((moment - alibaba_plan_start) / alibaba_plan_years, 0.0, 1.0)


def alibaba_plan_spending(
    alibaba_plan, alibaba_plan_years, alibaba_plan_tilt, alibaba_plan_phase
) -> BillionCnyPerYear:
    """The plan is spent evenly over its years, or tilted towards its start or its end."""
    return (
        alibaba_plan / alibaba_plan_years * (1 + alibaba_plan_tilt * (2 * alibaba_plan_phase - 1))
    )


def alibaba_later_spending(
    alibaba_capex_after, alibaba_growth_after, moment, alibaba_plan_end
) -> BillionCnyPerYear:
    """After the plan Alibaba spends a yearly sum that grows slowly."""
    return alibaba_capex_after * exp(alibaba_growth_after * above_zero(moment - alibaba_plan_end))


def alibaba_capex(
    moment,
    alibaba_plan_start,
    alibaba_plan_end,
    alibaba_capex_before_plan,
    alibaba_plan_spending,
    alibaba_later_spending,
) -> BillionCnyPerYear:
    """Alibaba's investment before, during and after its plan."""
    return choose(
        moment < alibaba_plan_start,
        alibaba_capex_before_plan,
        choose(moment < alibaba_plan_end, alibaba_plan_spending, alibaba_later_spending),
    )


def other_investment(
    other_capex,
    other_capex_growth_2025,
    other_capex_growth_settled,
    capex_settling_time,
    elapsed,
) -> BillionCnyPerYear:
    """All other AI investment grows at a rate that settles."""
    return other_capex * growth(
        other_capex_growth_2025, other_capex_growth_settled, capex_settling_time, elapsed
    )


def public_investment(public_fund, crowd_in) -> BillionCnyPerYear:
    """The public fund and the private money that follows it."""
    return public_fund * (1 + crowd_in)


def ai_capex(alibaba_capex, other_investment, public_investment) -> BillionCnyPerYear:
    """All AI investment of the country."""
    return alibaba_capex + other_investment + public_investment


def accelerator_budget(ai_capex, compute_share, server_share) -> BillionCnyPerYear:
    """The part of AI investment that is meant for servers with accelerators."""
    return ai_capex * compute_share * server_share
