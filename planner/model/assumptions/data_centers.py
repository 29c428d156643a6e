"""Assumptions: how long building takes, how long equipment lasts, how full it can be."""

from planner.model.inputs import Assumption

ASSUMPTIONS = (
    Assumption(
        key="construction_time",
        label="Construction time",
        unit="yr",
        sector="data_centers",
        evidence="J:construction_time",
        least=0.1,
        most=10,
        doc="Time from order to service.",
    ),
    Assumption(
        key="accelerator_life",
        label="Life of accelerators",
        unit="yr",
        sector="data_centers",
        evidence="P073",
        least=0.5,
        most=50,
        doc="Mean time an accelerator stays in service.",
    ),
    Assumption(
        key="cloud_capacity_2025",
        label="Cloud compute in 2025",
        unit="EFLOPS",
        sector="data_centers",
        evidence="J:cloud_capacity_2025",
        least=1,
        most=100_000,
        doc="Installed compute of the hyperscale clouds at the start of 2025.",
    ),
    Assumption(
        key="center_capacity_2025",
        label="Center compute in 2025",
        unit="EFLOPS",
        sector="data_centers",
        evidence="J:center_capacity_2025",
        least=1,
        most=100_000,
        doc="Installed compute of local and western centers at the start of 2025.",
    ),
    Assumption(
        key="center_utilization_2025",
        label="Sellable share of centers in 2025",
        unit="share",
        sector="data_centers",
        evidence="P025",
        least=0.01,
        most=1,
        doc="Share of their compute that local and western centers can sell at the start of "
        "2025.",
    ),
    Assumption(
        key="cloud_utilization_ceiling",
        label="Utilization ceiling of clouds",
        unit="share",
        sector="data_centers",
        evidence="J:cloud_utilization_ceiling",
        least=0.05,
        most=1,
        doc="Highest share of their compute that hyperscale clouds can sell.",
    ),
)
