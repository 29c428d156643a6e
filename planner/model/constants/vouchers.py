"""Constants of vouchers: caps, offices, and what reaches the price."""

from planner.model.inputs import Constant

CONSTANTS = (
    Constant(
        key="take_up_2025",
        label="Share of vouchers claimed at the start",
        unit="share",
        sector="vouchers",
        index="area",
        evidence={
            "beijing": "J:take_up_2025.new",
            "shanghai": "J:take_up_2025.new",
            "shenzhen": "J:take_up_2025.known",
            "chengdu": "J:take_up_2025.known",
            "ningbo": "J:take_up_2025.new",
            "shandong": "J:take_up_2025.new",
            "henan": "J:take_up_2025.new",
        },
        doc="Share of eligible spending for which vouchers are claimed at the start of 2025.",
    ),
    Constant(
        key="take_up_time",
        label="Time to become known",
        unit="yr",
        sector="vouchers",
        evidence="J:take_up_time",
        doc="Time in which the take-up of vouchers matures.",
    ),
    Constant(
        key="office_time",
        label="Time in which offices grow",
        unit="yr",
        sector="vouchers",
        evidence="J:office_time",
        doc="Time in which the offices that pay vouchers grow to their budget.",
    ),
    Constant(
        key="claim_cap",
        label="Cap for one enterprise",
        unit="M CNY/firm/yr",
        sector="vouchers",
        index="area",
        evidence={
            "beijing": "P112c",
            "shanghai": "J:claim_cap.large",
            "shenzhen": "P087c",
            "chengdu": "P089c",
            "ningbo": "J:claim_cap.small",
            "shandong": "J:claim_cap.small",
            "henan": "P110c",
        },
        doc="Most that one enterprise can claim in a year.",
    ),
    Constant(
        key="leakage_rate",
        label="Share of rent paid at which lost effect is given",
        unit="share",
        sector="vouchers",
        evidence="J:leakage_rate",
        doc="Share of rent paid to which the assumption on voucher money that changes "
        "nothing refers.",
    ),
    Constant(
        key="leakage_limit",
        label="Most voucher money that changes nothing",
        unit="share",
        sector="vouchers",
        evidence="J:leakage_limit",
        doc="Largest share of voucher money that lowers no price.",
    ),
    Constant(
        key="subsidy_limit",
        label="Largest subsidy",
        unit="share",
        sector="vouchers",
        evidence="J:subsidy_limit",
        doc="Largest share of the rent that vouchers can take over.",
    ),
    Constant(
        key="subsidy_time",
        label="Time from claim to price",
        unit="yr",
        sector="vouchers",
        evidence="J:subsidy_time",
        doc="Time in which a voucher that was paid lowers the price that enterprises pay.",
    ),
)
