"""Constants of industry and public money: jobs, listings, tax."""

from planner.model.inputs import Constant

CONSTANTS = (
    Constant(
        key="output_per_job",
        label="Revenue per job",
        unit="bn CNY/yr/M person",
        sector="industry",
        evidence="J:output_per_job",
        doc="Yearly revenue per million people who work in AI enterprises in 2025.",
    ),
    Constant(
        key="job_productivity_growth",
        label="Growth of revenue per job",
        unit="1/yr",
        sector="industry",
        evidence="J:job_productivity_growth",
        doc="Yearly growth of the revenue per job.",
    ),
    Constant(
        key="listed_2025",
        label="Listed companies in 2025",
        unit="firm",
        sector="industry",
        evidence="S009",
        doc="Beijing's listed AI companies at the start of 2025.",
    ),
    Constant(
        key="unicorns_2025",
        label="Unicorns in 2025",
        unit="firm",
        sector="industry",
        evidence="S012",
        doc="Beijing's AI unicorns at the start of 2025.",
    ),
    Constant(
        key="filed_models_2025",
        label="Filed models in 2025",
        unit="model",
        sector="industry",
        evidence="S017",
        doc="Large models filed in Beijing at the start of 2025.",
    ),
    Constant(
        key="models_per_birth",
        label="Models per new enterprise",
        unit="model/firm",
        sector="industry",
        evidence="J:models_per_birth",
        doc="Large models filed in Beijing for each new enterprise.",
    ),
    Constant(
        key="tax_share",
        label="Tax share of revenue",
        unit="share",
        sector="public_money",
        evidence="J:tax_share",
        doc="Tax that AI enterprises pay as a share of their revenue.",
    ),
    Constant(
        key="entrant_revenue_share",
        label="Revenue of an added enterprise",
        unit="share",
        sector="public_money",
        evidence="J:entrant_revenue_share",
        doc="Revenue of an enterprise that vouchers added, as a share of the mean.",
    ),
    Constant(
        key="upgrade_price",
        label="Price of upgrading a center",
        unit="bn CNY/EFLOPS realized",
        sector="public_money",
        evidence="J:upgrade_price",
        doc="Money it takes to make the compute of a center fit for the network.",
    ),
)
