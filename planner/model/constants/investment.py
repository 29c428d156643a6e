"""Constants of investment: dates of plans, and how investment answers to returns."""

from planner.model.inputs import Constant

CONSTANTS = (
    Constant(
        key="alibaba_drift_start",
        label="Start of that extra growth of Alibaba's spending",
        unit="year",
        sector="investment",
        evidence="J:alibaba_drift_start",
        doc="Date from which Alibaba's spending may leave its path.",
    ),
    Constant(
        key="alibaba_plan_end",
        label="End of Alibaba's plan",
        unit="year",
        sector="investment",
        evidence="J:alibaba_plan_end",
        doc="Date at which Alibaba's announced plan ends and its spending begins to answer "
        "to returns.",
    ),
    Constant(
        key="coverage_floor",
        label="Least cost cover by rent that counts",
        unit="1",
        sector="investment",
        evidence="J:coverage_floor",
        doc="Rent over cost, against 2025, below which investment falls no further.",
    ),
    Constant(
        key="coverage_ceiling",
        label="Most cost cover by rent that counts",
        unit="1",
        sector="investment",
        evidence="J:coverage_ceiling",
        doc="Rent over cost, against 2025, above which investment rises no further.",
    ),
    Constant(
        key="center_capex_response",
        label="Response of centers to returns",
        unit="share",
        sector="investment",
        evidence="J:center_capex_response",
        doc="Response of investment in centers as a share of that in clouds.",
    ),
    Constant(
        key="capex_answer_time",
        label="Time to change plans",
        unit="yr",
        sector="investment",
        evidence="J:capex_answer_time",
        doc="Time in which investment answers to returns.",
    ),
)
