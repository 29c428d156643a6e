"""Assumptions: who claims vouchers and how much of them works."""

from planner.model.inputs import Assumption

ASSUMPTIONS = (
    Assumption(
        key="voucher_take_up",
        label="Take-up of vouchers",
        unit="share",
        sector="vouchers",
        evidence="P116",
        dimension=28,
        least=0,
        most=1,
        doc="Share of eligible spending for which vouchers are claimed once the scheme is "
        "well known.",
    ),
    Assumption(
        key="eligible_share",
        label="Eligible spending",
        unit="share",
        sector="vouchers",
        evidence="J:eligible_share",
        dimension=29,
        least=0,
        most=1,
        doc="Share of enterprises' compute spending that vouchers may pay.",
    ),
    Assumption(
        key="voucher_leakage",
        label="Leakage of vouchers",
        unit="share",
        sector="vouchers",
        evidence="P136",
        dimension=30,
        least=0,
        most=1,
        doc="Share of voucher money drawn without any effect on use.",
    ),
)
