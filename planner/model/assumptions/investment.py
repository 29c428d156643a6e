"""Assumptions: how much of the money becomes servers."""

from planner.model.inputs import Assumption

ASSUMPTIONS = (
    Assumption(
        key="crowd_in",
        label="Private money per public fund",
        unit="1",
        sector="investment",
        evidence="P007",
        dimension=0,
        least=0,
        most=50,
        doc="CNY of private money that follows each CNY of the public fund.",
    ),
    Assumption(
        key="compute_share",
        label="Compute in AI capex",
        unit="share",
        sector="investment",
        evidence="J:compute_share",
        dimension=1,
        least=0.01,
        most=1,
        doc="Share of AI investment that buys computing equipment and its buildings.",
    ),
    Assumption(
        key="server_share",
        label="Servers in compute capex",
        unit="share",
        sector="investment",
        evidence="P071",
        dimension=2,
        least=0.05,
        most=1,
        doc="Share of compute investment that buys servers with accelerators; the rest is "
        "network, building and power.",
    ),
)
