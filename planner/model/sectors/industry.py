"""Industry: what the enterprises produce with the compute they get, and what follows in a city."""

from planner.model.language.equation import label, stock
from planner.model.language.functions import beijing, exp, in_shanghai, power, total
from planner.quantities.units import BillionCnyPerYear, Firms, Models, Number, Persons


@label("Compute per enterprise against 2025")
def compute_gain(sme_use, sme_fill, sme_use_2025) -> Number:
    """Compute an enterprise gets against that of 2025."""
    return sme_use * sme_fill / sme_use_2025


@label("Useful compute with data vouchers over that without them")
def data_gain(data_voucher_lift, data_vouchers_drawn, enterprises) -> Number:
    """What data vouchers add to useful compute in Shanghai, by their money per enterprise."""
    return 1 + data_voucher_lift * in_shanghai(data_vouchers_drawn) / enterprises


def industry_output(
    enterprises, revenue, million_per_billion, compute_gain, data_gain, output_elasticity
) -> BillionCnyPerYear:
    """Revenue of an area's AI enterprises: it grows with their number and their compute."""
    return (
        enterprises
        * revenue
        / million_per_billion
        * power(compute_gain * data_gain, output_elasticity)
    )


def industry_output_total(industry_output) -> BillionCnyPerYear:
    """Revenue of all areas' AI enterprises."""
    return total(industry_output)


def financing_beijing(base_finance, fund_for_firms) -> BillionCnyPerYear:
    """Financing that Beijing's enterprises raise, public funds included."""
    return beijing(base_finance + fund_for_firms)


def jobs(industry_output_total, output_per_job, job_productivity_growth, elapsed) -> Persons:
    """People who work in AI enterprises, by a revenue per job that grows."""
    return industry_output_total / output_per_job * exp(-job_productivity_growth * elapsed)


def listed(
    listed_2025, industry_output, enterprises_2025, revenue_2025, million_per_billion
) -> Firms:
    """Beijing's listed AI companies, in proportion to the industry's revenue."""
    return (
        listed_2025
        * beijing(industry_output)
        / (beijing(enterprises_2025) * revenue_2025 / million_per_billion)
    )


def unicorns(unicorns_2025, enterprises, enterprises_2025) -> Firms:
    """Beijing's AI unicorns, in proportion to its enterprises."""
    return unicorns_2025 * beijing(enterprises) / beijing(enterprises_2025)


@stock(start="filed_models_2025")
def filed_models(models_per_birth, births) -> Models:
    """Large models filed in Beijing: new enterprises file a model each, or a part of them."""
    return models_per_birth * beijing(births)
