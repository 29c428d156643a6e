"""Alibaba's case: the compute it owns, what its cloud earns, and when that pays."""

from planner.model.language.equation import label, stock
from planner.model.language.functions import cloud, cost_per, exp, settled, smaller
from planner.quantities.units import (
    BillionCny,
    BillionCnyPerYear,
    Eflops,
    EflopsPerYear,
    PerYear,
    Share,
    Years,
)


@label("Alibaba's compute entering service")
def alibaba_commissioning(
    power_allowance, alibaba_under_construction, drain, sited_orders, through, alibaba_part
) -> EflopsPerYear:
    """Alibaba's part of the compute that enters service in the clouds."""
    return power_allowance * (
        alibaba_under_construction * drain + cloud(sited_orders) * through * alibaba_part
    )


@label("Alibaba's compute under construction at the start")
def alibaba_under_construction_start(under_construction_start, alibaba_cloud_share_2025) -> Eflops:
    """Alibaba's part of what is being built in the clouds at the start of 2025."""
    return cloud(under_construction_start) * alibaba_cloud_share_2025


@label("Alibaba's compute under construction")
@stock(start="alibaba_under_construction_start")
def alibaba_under_construction(sited_orders, alibaba_part, alibaba_commissioning) -> Eflops:
    """Alibaba's part of the cloud compute that is ordered and not in service yet."""
    return cloud(sited_orders) * alibaba_part - alibaba_commissioning


@label("Alibaba's installed compute at the start")
def alibaba_capacity_start(capacity_2025, alibaba_cloud_share_2025) -> Eflops:
    """Alibaba's compute at the start of 2025."""
    return cloud(capacity_2025) * alibaba_cloud_share_2025


@label("Alibaba's installed compute")
@stock(start="alibaba_capacity_start")
def alibaba_capacity(
    alibaba_commissioning, commissioning, alibaba_capacity, retired_share
) -> Eflops:
    """Alibaba's installed compute: what enters service less what wears out."""
    return smaller(alibaba_commissioning, cloud(commissioning)) - alibaba_capacity * cloud(
        retired_share
    )


@label("Alibaba's share of cloud compute")
def alibaba_cloud_share(alibaba_capacity, capacity) -> Share:
    """Alibaba's share of cloud compute."""
    return alibaba_capacity / cloud(capacity)


def alibaba_revenue(alibaba_cloud_share, rent_income) -> BillionCnyPerYear:
    """Rental value of Alibaba's compute, used as much as other clouds' and at their rent."""
    return alibaba_cloud_share * cloud(rent_income)


def alibaba_ai_revenue(
    alibaba_revenue,
    alibaba_ai_multiple,
    alibaba_early_premium,
    alibaba_early_time,
    model_service_growth,
    model_service_time,
    elapsed,
    one_year,
) -> BillionCnyPerYear:
    """Alibaba's AI revenue: a falling part of its compute is sold, model services grow."""
    return (
        alibaba_revenue
        * alibaba_ai_multiple
        * (1 + alibaba_early_premium * exp(-elapsed / alibaba_early_time))
        * exp(settled(model_service_growth, 0 / one_year, model_service_time, elapsed))
    )


def alibaba_ai_share(alibaba_ai_revenue, non_ai_cloud) -> Share:
    """AI's share of what Alibaba's cloud sells outside the group."""
    return alibaba_ai_revenue / (alibaba_ai_revenue + non_ai_cloud)


@label("Growth of Alibaba's cloud without AI")
def non_ai_growth(
    non_ai_growth_settled, ai_pull_on_cloud, alibaba_ai_share, elapsed, ai_pull_time
) -> PerYear:
    """Growth of cloud services without AI; customers of AI buy them too, most while AI is new."""
    return non_ai_growth_settled + ai_pull_on_cloud * alibaba_ai_share * (
        1 - alibaba_ai_share
    ) * exp(-elapsed / ai_pull_time)


@label("Alibaba's cloud sales without AI")
@stock(start="non_ai_cloud_2025")
def non_ai_cloud(non_ai_cloud, non_ai_growth, step) -> BillionCnyPerYear:
    """Alibaba's cloud sales outside the group without AI, compounded within the step."""
    return non_ai_cloud * (exp(non_ai_growth * step) - 1) / step


@label("Alibaba's cloud sales within the group")
def internal_cloud(
    internal_cloud_2025,
    internal_cloud_growth,
    internal_cloud_growth_settled,
    internal_cloud_time,
    elapsed,
) -> BillionCnyPerYear:
    """Cloud services Alibaba sells within the group."""
    return internal_cloud_2025 * exp(
        settled(internal_cloud_growth, internal_cloud_growth_settled, internal_cloud_time, elapsed)
    )


def alibaba_cloud_revenue(alibaba_ai_revenue, non_ai_cloud, internal_cloud) -> BillionCnyPerYear:
    """All revenue of Alibaba's cloud."""
    return alibaba_ai_revenue + non_ai_cloud + internal_cloud


@label("Alibaba's return on AI compute")
def alibaba_return(
    alibaba_ai_margin, alibaba_ai_revenue, alibaba_cloud_share, electricity_cost
) -> BillionCnyPerYear:
    """What is left of Alibaba's AI revenue after operations and its electricity bill."""
    return alibaba_ai_margin * alibaba_ai_revenue - alibaba_cloud_share * cloud(electricity_cost)


@label("Book value of Alibaba's compute at the start")
def alibaba_asset_start(alibaba_capacity_start, alibaba_asset_price_2025) -> BillionCny:
    """Book value of Alibaba's compute at the start of 2025."""
    return alibaba_capacity_start * alibaba_asset_price_2025


@label("Book value of Alibaba's compute")
@stock(start="alibaba_asset_start")
def alibaba_asset(
    alibaba_compute_budget, server_share, fulfilled, alibaba_asset, accelerator_life
) -> BillionCny:
    """Money in Alibaba's compute: what it spends, written off over the life of accelerators."""
    return (
        alibaba_compute_budget * (server_share * fulfilled + 1 - server_share)
        - alibaba_asset / accelerator_life
    )


def alibaba_payback(alibaba_asset, alibaba_return, smallest_return) -> Years:
    """Years in which the present return pays the compute at work; unbounded without a return."""
    return cost_per(alibaba_asset, alibaba_return, smallest_return)
