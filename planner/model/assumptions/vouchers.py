"""Assumptions: who claims vouchers and how much of them works."""

from planner.model.inputs import Assumption

ASSUMPTIONS = (
    Assumption(
        key="voucher_take_up",
        label="Vouchers claimed of those possible",
        unit="share",
        sector="vouchers",
        evidence="P116",
        dimension=45,
        least=0,
        most=1,
        doc="Share of eligible spending for which vouchers are claimed once the scheme is well "
        "known.",
    ),
    Assumption(
        key="eligible_share",
        label="Eligible spending",
        unit="share",
        sector="vouchers",
        evidence="J:eligible_share",
        dimension=46,
        least=0,
        most=1,
        doc="Share of enterprises' compute spending that vouchers may pay.",
    ),
    Assumption(
        key="voucher_leakage",
        label="Voucher money that changes nothing",
        unit="share",
        sector="vouchers",
        evidence="J:voucher_leakage",
        dimension=47,
        least=0,
        most=1,
        doc="Share of voucher money paid without any effect on use, where half of the rent is "
        "paid; more at higher rates.",
    ),
    Assumption(
        key="spin_off",
        label="Enterprises founded from institutes",
        unit="firm/M CNY",
        sector="vouchers",
        evidence="J:spin_off",
        dimension=49,
        least=0.0001,
        most=10,
        doc="Enterprises founded for each M CNY of vouchers that research institutes are paid.",
        scale="ratio",
    ),
)
