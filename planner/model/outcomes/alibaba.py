"""Outcomes of Alibaba: what it invests and what comes back."""

from planner.model.outcome import Outcome

OUTCOMES = (
    Outcome(
        key="alibaba_capex",
        label="Alibaba's capex",
        unit="bn CNY/yr",
        group="alibaba",
        whole="alibaba_capex",
        sense="flow",
        summary=("",),
        doc="Alibaba's investment in cloud and AI.",
    ),
    Outcome(
        key="alibaba_revenue",
        label="Alibaba's compute revenue",
        unit="bn CNY/yr",
        group="alibaba",
        whole="alibaba_revenue",
        sense="flow",
        doc="Rent Alibaba earns with its AI compute.",
    ),
    Outcome(
        key="alibaba_payback",
        label="Alibaba's payback time",
        short="Alibaba's payback",
        unit="yr",
        group="alibaba",
        whole="alibaba_payback",
        sense="price",
        key_figure=True,
        no_number="Unbounded where there is no return, undefined before anything is invested.",
        doc="Years in which the present return pays what was invested since 2025.",
    ),
)
