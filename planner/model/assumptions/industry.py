"""Assumptions: what enterprises produce."""

from planner.model.inputs import Assumption

ASSUMPTIONS = (
    Assumption(
        key="revenue_2025",
        label="Revenue of an enterprise at the start of 2025",
        unit="M CNY/firm/yr",
        sector="industry",
        evidence="derived:revenue_2025",
        dimension=58,
        least=0.1,
        most=100_000,
        doc="Mean yearly revenue of an AI enterprise at the start of 2025.",
    ),
    Assumption(
        key="revenue_growth_2025",
        label="Growth of revenue per enterprise in 2025",
        unit="1/yr",
        sector="industry",
        evidence="J:revenue_growth_2025",
        dimension=59,
        least=-0.5,
        most=3,
        doc="Yearly growth of revenue per enterprise in 2025, at constant compute use.",
    ),
    Assumption(
        key="revenue_growth_settled",
        label="Long-run growth of revenue per enterprise",
        unit="1/yr",
        sector="industry",
        evidence="J:revenue_growth_settled",
        dimension=60,
        least=-0.5,
        most=0.5,
        doc="Yearly growth of revenue per enterprise in the long run, at constant compute use. "
        "At one half, an enterprise would earn 100,000 times as much by 2050; from one on, output "
        "may have no finite number any more.",
    ),
    Assumption(
        key="output_elasticity",
        label="Response of output to compute",
        unit="1",
        sector="industry",
        evidence="J:output_elasticity",
        dimension=61,
        least=0,
        most=1,
        doc="Percent more output when an enterprise uses one percent more compute.",
    ),
    Assumption(
        key="data_voucher_lift",
        label="Effect of data vouchers",
        unit="firm*yr/M CNY",
        sector="industry",
        evidence="J:data_voucher_lift",
        dimension=62,
        least=0,
        most=50,
        doc="Gain in useful compute per M CNY of data vouchers per enterprise and year; a guess "
        "without a source.",
    ),
)
