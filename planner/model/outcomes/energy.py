"""Outcomes of energy: what the data centers take."""

from planner.model.outcome import Outcome

OUTCOMES = (
    Outcome(
        key="electricity",
        label="Electricity",
        unit="TWh/yr",
        group="energy",
        whole="electricity_total",
        each="electricity",
        index="segment",
        sense="flow",
        summary=("",),
        doc="Electricity the data centers take, cooling and losses included.",
    ),
)
