"""Outcomes of tokens: what inference yields, what it costs, and what trains models."""

from planner.model.outcome import Outcome

OUTCOMES = (
    Outcome(
        key="tokens",
        label="Tokens a day",
        unit="trn token/day",
        group="tokens",
        whole="tokens",
        sense="flow",
        doc="Tokens read and written in China each day.",
    ),
    Outcome(
        key="token_price",
        label="Rent behind a million tokens",
        short="Token price",
        unit="CNY/M token",
        group="tokens",
        whole="token_price",
        sense="price",
        better="less",
        doc="Rent of the compute behind a million tokens.",
    ),
    Outcome(
        key="inference_compute",
        label="Compute for inference",
        curve="Inference",
        unit="EFLOPS realized",
        group="tokens",
        whole="inference_compute",
        doc="Realized compute in use that answers requests.",
    ),
    Outcome(
        key="training_compute",
        label="Compute for training",
        curve="Training",
        unit="EFLOPS realized",
        group="tokens",
        whole="training_compute",
        doc="Realized compute in use that trains models and prepares data.",
    ),
)
