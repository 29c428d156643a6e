"""Alibaba's case: the compute it owns, what it earns by renting it out, and when that pays."""

from planner.model.equation import stock
from planner.model.functions import cloud, cost_per, share_of, smaller
from planner.quantities.units import (
    BillionCny,
    BillionCnyPerYear,
    Eflops,
    EflopsPerYear,
    Share,
    Years,
)


def alibaba_commissioning(commissioning, alibaba_capex, ai_capex, siting) -> EflopsPerYear:
    """Alibaba's new compute follows its share of spending and goes to the clouds only."""
    return smaller(commissioning * share_of(alibaba_capex, ai_capex), commissioning * cloud(siting))


def alibaba_capacity_start(cloud_capacity_2025, alibaba_cloud_share_2025) -> Eflops:
    """Alibaba's compute at the start of 2025."""
    return cloud_capacity_2025 * alibaba_cloud_share_2025


@stock(start="alibaba_capacity_start")
def alibaba_capacity(alibaba_commissioning, alibaba_capacity, accelerator_life) -> Eflops:
    """Alibaba's installed compute: what enters service less what wears out."""
    return alibaba_commissioning - alibaba_capacity / accelerator_life


def alibaba_cloud_share(alibaba_capacity, capacity) -> Share:
    """Alibaba's share of cloud compute."""
    return alibaba_capacity / cloud(capacity)


def alibaba_revenue(alibaba_cloud_share, used, rent) -> BillionCnyPerYear:
    """Rent Alibaba earns, if its compute is used as much as other clouds' and at their rent."""
    return alibaba_cloud_share * cloud(used) * cloud(rent)


def alibaba_return(alibaba_revenue, alibaba_cloud_share, electricity_cost) -> BillionCnyPerYear:
    """What is left of Alibaba's rent after its electricity bill."""
    return alibaba_revenue - alibaba_cloud_share * cloud(electricity_cost)


def alibaba_invested_start(alibaba_plan) -> BillionCny:
    """The count of Alibaba's investment begins at the start of 2025."""
    return 0 * alibaba_plan


@stock(start="alibaba_invested_start")
def alibaba_invested(alibaba_capex) -> BillionCny:
    """What Alibaba invested since the start of 2025."""
    return alibaba_capex


def alibaba_payback(alibaba_invested, alibaba_return, smallest_return) -> Years:
    """Years in which the present return pays what was invested; unbounded without a return."""
    return cost_per(alibaba_invested, alibaba_return, smallest_return)
