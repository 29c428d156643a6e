"""Industry: what the enterprises produce with the compute they get."""

from planner.model.functions import exp, in_shanghai, power, total
from planner.quantities.units import BillionCnyPerYear, Number


def compute_gain(sme_use, sme_fill, sme_use_2025) -> Number:
    """Compute an enterprise gets against that of 2025."""
    return sme_use * sme_fill / sme_use_2025


def data_gain(data_voucher_lift, data_vouchers_drawn, enterprises) -> Number:
    """What data vouchers add to useful compute in Shanghai, by their money per enterprise."""
    return 1 + data_voucher_lift * in_shanghai(data_vouchers_drawn) / enterprises


def industry_output(
    enterprises,
    revenue_2025,
    revenue_growth,
    elapsed,
    compute_gain,
    data_gain,
    output_elasticity,
    million_per_billion,
) -> BillionCnyPerYear:
    """Revenue of an area's AI enterprises: it grows with their number and their compute."""
    return (
        enterprises
        * revenue_2025
        / million_per_billion
        * exp(revenue_growth * elapsed)
        * power(compute_gain * data_gain, output_elasticity)
    )


def industry_output_total(industry_output) -> BillionCnyPerYear:
    """Revenue of all areas' AI enterprises."""
    return total(industry_output)
