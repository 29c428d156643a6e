"""Assumptions: what Alibaba earns with its compute."""

from planner.model.inputs import Assumption

ASSUMPTIONS = (
    Assumption(
        key="alibaba_ai_multiple",
        label="AI revenue over rental value",
        unit="1",
        sector="alibaba",
        evidence="J:alibaba_ai_multiple",
        dimension=65,
        least=0.01,
        most=50,
        doc="Alibaba's AI revenue over what its compute would earn in rent, in the long run.",
        scale="ratio",
    ),
)
