"""Constants of data centers: the fleet of 2025, and when a center strands."""

from planner.model.inputs import Constant

CONSTANTS = (
    Constant(
        key="center_commissioning_share_2025",
        label="Centers' share of what is being built in 2025",
        unit="share",
        sector="data_centers",
        evidence="J:center_commissioning_share_2025",
        doc="Share of the compute under construction at the start of 2025 that is for centers.",
    ),
    Constant(
        key="young_share_2025",
        label="Youngest third of life in 2025",
        unit="share",
        sector="data_centers",
        evidence="J:young_share_2025",
        doc="Share of the compute of 2025 in the first third of its life.",
    ),
    Constant(
        key="middle_share_2025",
        label="Middle third of life in 2025",
        unit="share",
        sector="data_centers",
        evidence="J:middle_share_2025",
        doc="Share of the compute of 2025 in the second third of its life.",
    ),
    Constant(
        key="imported_share_of_fleet_2025",
        label="Imported share of the fleet in 2025",
        unit="share",
        sector="data_centers",
        evidence="J:imported_share_of_fleet_2025",
        doc="Share of the compute installed at the start of 2025 that is imported.",
    ),
    Constant(
        key="stranding_coverage",
        label="Cost cover at which half the centers lose money",
        unit="1",
        sector="data_centers",
        evidence="J:stranding_coverage",
        doc="Rent over full cost at which half of the centers' compute does not "
        "earn its running cost.",
    ),
    Constant(
        key="h100_compute",
        label="Compute of an H100",
        unit="EFLOPS",
        sector="data_centers",
        evidence="P040",
        doc="Dense FP16 compute of one H100 accelerator.",
    ),
)
