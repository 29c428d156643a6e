"""Assumptions: what power machines and buildings take."""

from planner.model.inputs import Assumption

ASSUMPTIONS = (
    Assumption(
        key="power_decline",
        label="Fall of power per compute",
        unit="1/yr",
        sector="energy",
        evidence="J:power_decline",
        dimension=63,
        least=0,
        most=1,
        doc="Yearly gain in compute per power of new hardware.",
    ),
    Assumption(
        key="pue",
        label="Power usage effectiveness",
        unit="1",
        sector="energy",
        evidence="J:pue",
        dimension=64,
        least=1,
        most=5,
        doc="Power of a data center over that of its machines.",
    ),
)
