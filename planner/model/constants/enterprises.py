"""Constants of enterprises: what they raise, and what entrants answer to."""

from planner.model.inputs import Constant

CONSTANTS = (
    Constant(
        key="smallest_addition",
        label="Smallest counted addition",
        unit="firm",
        sector="enterprises",
        evidence="J:smallest_addition",
        doc="Fewest added enterprises for which a cost per added enterprise is given.",
    ),
    Constant(
        key="cost_counted_from",
        label="First year of a cost per enterprise",
        unit="year",
        sector="enterprises",
        evidence="J:cost_counted_from",
        doc="Date from which a cost per added enterprise is given.",
    ),
    Constant(
        key="least_sme_fill",
        label="Least served share in prices",
        unit="share",
        sector="enterprises",
        evidence="J:least_sme_fill",
        doc="Share of demand served below which scarcity is felt no more strongly.",
    ),
    Constant(
        key="most_closures",
        label="Fastest closing",
        unit="1/yr",
        sector="enterprises",
        evidence="J:most_closures",
        doc="Yearly rate at which enterprises close at most.",
    ),
    Constant(
        key="finance_share",
        label="Financing against revenue",
        unit="share",
        sector="enterprises",
        evidence="J:finance_share",
        doc="Financing an enterprise raises without public funds, as a share of its revenue.",
    ),
    Constant(
        key="usual_fund",
        label="Public fund of 2025",
        unit="M CNY/yr",
        sector="enterprises",
        index="area",
        evidence={
            "beijing": "S019",
            "shanghai": "J:usual_fund.none",
            "shenzhen": "J:usual_fund.none",
            "chengdu": "J:usual_fund.none",
            "ningbo": "J:usual_fund.none",
            "shandong": "J:usual_fund.none",
            "henan": "J:usual_fund.none",
        },
        doc="Yearly outlay of public funds that stands behind the births of 2025.",
    ),
    Constant(
        key="usual_fund_compute_share",
        label="Compute share of funds in 2025",
        unit="share",
        sector="enterprises",
        evidence="J:fund_compute_share",
        doc="Share of those funds that bought compute.",
    ),
    Constant(
        key="adoption_entry",
        label="New enterprises by adoption",
        unit="1",
        sector="enterprises",
        evidence="J:adoption_entry",
        doc="Percent more new enterprises when committees raise the use of enterprises by one "
        "percent.",
    ),
)
