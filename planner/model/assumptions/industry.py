"""Assumptions: what enterprises produce."""

from planner.model.inputs import Assumption

ASSUMPTIONS = (
    Assumption(
        key="revenue_2025",
        label="Revenue of an enterprise in 2025",
        unit="M CNY/firm/yr",
        sector="industry",
        evidence="derived:revenue_2025",
        dimension=45,
        least=0.1,
        most=100_000,
        doc="Mean yearly revenue of an AI enterprise in 2025.",
    ),
    Assumption(
        key="revenue_growth",
        label="Growth of revenue per enterprise",
        unit="1/yr",
        sector="industry",
        evidence="J:revenue_growth",
        dimension=46,
        least=-0.5,
        most=1,
        doc="Yearly growth of revenue per enterprise at constant compute use.",
    ),
    Assumption(
        key="output_elasticity",
        label="Response of output to compute",
        unit="1",
        sector="industry",
        evidence="J:output_elasticity",
        dimension=47,
        least=0,
        most=1,
        doc="Percent more output when an enterprise uses one percent more compute.",
    ),
    Assumption(
        key="data_voucher_lift",
        label="Lift from data vouchers",
        unit="firm*yr/M CNY",
        sector="industry",
        evidence="J:data_voucher_lift",
        dimension=48,
        least=0,
        most=50,
        doc="Gain in useful compute per M CNY of data vouchers per enterprise and year; a "
        "guess without a source.",
    ),
)
