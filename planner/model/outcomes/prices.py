"""Outcomes of prices: what compute costs."""

from planner.model.outcome import Outcome

OUTCOMES = (
    Outcome(
        key="rent",
        label="Compute rent",
        unit="bn CNY/EFLOPS/yr",
        group="prices",
        each="rent",
        index="segment",
        sense="price",
        summary=("cloud",),
        doc="Yearly rent of compute before vouchers.",
    ),
    Outcome(
        key="sme_price",
        label="Compute price after vouchers",
        unit="bn CNY/EFLOPS/yr",
        group="prices",
        each="sme_price",
        index="area",
        sense="price",
        doc="Rent an enterprise pays after vouchers.",
    ),
)
