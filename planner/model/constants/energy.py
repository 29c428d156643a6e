"""Constants of energy: what chips draw, and what electricity costs."""

from planner.model.inputs import Constant

CONSTANTS = (
    Constant(
        key="power_2025",
        label="Power of the fleet in 2025",
        unit="kW/PFLOPS",
        sector="energy",
        evidence="J:power_2025",
        doc="Electric power per nameplate compute of the fleet at the start of 2025.",
    ),
    Constant(
        key="supernode_power",
        label="Power of supernodes",
        unit="kW/PFLOPS",
        sector="energy",
        evidence="J:supernode_power",
        doc="Electric power per nameplate compute of domestic chips in supernodes, as of 2025.",
    ),
    Constant(
        key="domestic_power",
        label="Power of other domestic chips",
        unit="kW/PFLOPS",
        sector="energy",
        evidence="J:domestic_power",
        doc="Electric power per nameplate compute of domestic chips outside supernodes, as "
        "of 2025.",
    ),
    Constant(
        key="imported_power",
        label="Power of imported chips",
        unit="kW/PFLOPS",
        sector="energy",
        evidence="J:imported_power",
        doc="Electric power per nameplate compute of imported chips, as of 2025.",
    ),
    Constant(
        key="idle_power_share",
        label="Power of idle hardware",
        unit="share",
        sector="energy",
        evidence="J:idle_power_share",
        doc="Power that idle hardware draws as a share of its full power.",
    ),
    Constant(
        key="cloud_electricity_price",
        label="Electricity price, clouds",
        unit="CNY/kWh",
        sector="energy",
        evidence="P079",
        doc="Price of electricity for the hyperscale clouds in the east.",
    ),
    Constant(
        key="center_electricity_price",
        label="Electricity price, centers",
        unit="CNY/kWh",
        sector="energy",
        evidence="P078",
        doc="Price of electricity for local and western centers.",
    ),
)
