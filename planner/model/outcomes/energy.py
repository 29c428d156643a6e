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
    Outcome(
        key="facility_power",
        label="Power of data centers",
        unit="GW",
        group="energy",
        whole="facility_power_total",
        each="facility_power",
        index="segment",
        doc="Power of AI data centers at full load, cooling and losses included.",
    ),
    Outcome(
        key="owned_power",
        label="Power of owned compute",
        unit="GW",
        group="energy",
        whole="owned_power",
        doc="Power of all AI data centers at full load, once what is under construction stands.",
    ),
)
