"""Outcomes of prices: what compute and chips cost."""

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
        better="less",
        doc="Rent of nameplate compute before vouchers.",
    ),
    Outcome(
        key="sme_price",
        label="Compute price after vouchers",
        unit="bn CNY/EFLOPS/yr",
        group="prices",
        each="sme_price",
        index="area",
        sense="price",
        better="less",
        doc="Rent an enterprise pays after vouchers.",
    ),
    Outcome(
        key="chip_price",
        label="Price of chips",
        unit="bn CNY/EFLOPS",
        group="prices",
        whole="chip_price",
        sense="price",
        better="less",
        doc="Price of accelerator hardware per nameplate compute, scarcity included.",
    ),
    Outcome(
        key="rent_income",
        label="Rent income",
        unit="bn CNY/yr",
        group="prices",
        whole="rent_income_total",
        each="rent_income",
        index="segment",
        sense="flow",
        doc="Rent that clouds and centers take in, or would if they sold what they use themselves.",
    ),
)
