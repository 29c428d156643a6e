"""Outcomes of the enterprises: how many there are, what they earn and what they compute with."""

from planner.model.outcome import Outcome

OUTCOMES = (
    Outcome(
        key="enterprises",
        label="AI enterprises",
        unit="firm",
        group="enterprises",
        whole="enterprises_total",
        each="enterprises",
        index="area",
        key_figure=True,
        summary=("",),
        doc="AI enterprises in the seven areas.",
    ),
    Outcome(
        key="industry_output",
        label="AI industry output",
        unit="bn CNY/yr",
        group="enterprises",
        whole="industry_output_total",
        each="industry_output",
        index="area",
        sense="flow",
        doc="Revenue of AI enterprises.",
    ),
    Outcome(
        key="sme_compute_per_enterprise",
        label="Compute per enterprise",
        unit="PFLOPS/firm",
        group="enterprises",
        each="sme_compute_per_enterprise",
        index="area",
        doc="Compute an AI enterprise gets.",
    ),
    Outcome(
        key="sme_compute_spend",
        label="Enterprises' compute bill",
        unit="M CNY/yr",
        group="enterprises",
        whole="sme_compute_spend_total",
        each="sme_compute_spend",
        index="area",
        sense="flow",
        doc="Rent for the compute of AI enterprises, before vouchers.",
    ),
)
