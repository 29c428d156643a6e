"""Constants of tokens: how many of them compute yields, and what limits compute."""

from planner.model.inputs import Constant

CONSTANTS = (
    Constant(
        key="tokens_per_compute",
        label="Tokens per compute in mid-2025",
        unit="trn token/day/EFLOPS realized",
        sector="tokens",
        evidence="J:tokens_per_compute",
        doc="Tokens a day per realized inference compute in mid-2025.",
    ),
    Constant(
        key="tokens_anchor",
        label="Date of the token count",
        unit="yr",
        sector="tokens",
        evidence="J:tokens_anchor",
        doc="Years from the start of 2025 to the date the yield of tokens refers to.",
    ),
    Constant(
        key="algorithmic_gain_settled",
        label="Long-run gain of algorithms",
        unit="1/yr",
        sector="tokens",
        evidence="J:algorithmic_gain_settled",
        doc="Yearly gain, as a logarithm, of tokens per compute in the long run.",
    ),
    Constant(
        key="algorithmic_gain_time",
        label="Time to the long-run gain of algorithms",
        unit="yr",
        sector="tokens",
        evidence="J:algorithmic_gain_time",
        doc="Time in which the gain of algorithms settles.",
    ),
    Constant(
        key="sme_inference_share",
        label="Inference in enterprises' use",
        unit="share",
        sector="tokens",
        evidence="J:sme_inference_share",
        doc="Share of the enterprises' compute that answers requests.",
    ),
    Constant(
        key="power_limit_threshold",
        label="Power counted as limit",
        unit="share",
        sector="limits",
        evidence="J:power_limit_threshold",
        doc="Share of finished compute that finds power below which power counts as the limit.",
    ),
    Constant(
        key="shortage_limit_threshold",
        label="Shortage counted as limit",
        unit="1",
        sector="limits",
        evidence="J:shortage_limit_threshold",
        doc="Shortage above which chips count as the limit.",
    ),
)
