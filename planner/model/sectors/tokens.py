"""Tokens: what inference yields, and what it costs."""

from planner.model.language.equation import label
from planner.model.language.functions import exp, settled, total
from planner.quantities.units import Realized, TokenPrice, Tokens


@label("Compute used by enterprises")
def sme_used(enterprises, sme_use, sme_fill) -> Realized:
    """Compute that all enterprises get."""
    return total(enterprises * sme_use) * sme_fill


def inference_compute(inference_share, used_total, sme_used, sme_inference_share) -> Realized:
    """Compute in use that answers requests."""
    return inference_share * (used_total - sme_used) + sme_inference_share * sme_used


def training_compute(used_total, inference_compute) -> Realized:
    """Compute in use that trains models and prepares data."""
    return used_total - inference_compute


def tokens(
    tokens_per_compute,
    inference_compute,
    algorithmic_gain,
    algorithmic_gain_settled,
    algorithmic_gain_time,
    elapsed,
    tokens_anchor,
) -> Tokens:
    """Tokens read and written in China each day."""
    return (
        tokens_per_compute
        * inference_compute
        * exp(
            settled(
                algorithmic_gain,
                algorithmic_gain_settled,
                algorithmic_gain_time,
                elapsed - tokens_anchor,
            )
        )
    )


def token_price(
    inference_compute,
    rent_income,
    used_total,
    tokens,
    days_per_year,
    million_tokens_per_trillion,
    cny_per_billion,
) -> TokenPrice:
    """Rent of the compute behind a million tokens."""
    return (
        inference_compute
        * total(rent_income)
        / used_total
        * cny_per_billion
        / (tokens * days_per_year * million_tokens_per_trillion)
    )
