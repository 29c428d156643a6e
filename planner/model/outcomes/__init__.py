"""Every outcome of the model, in the order of menus, tables and files; third floor of planner."""

from planner.model.outcome import Outcome
from planner.model.outcomes import (
    alibaba,
    chips,
    compute,
    energy,
    enterprises,
    money,
    prices,
    tokens,
    vouchers,
)

OUTCOMES: tuple[Outcome, ...] = (
    *enterprises.OUTCOMES,
    *vouchers.OUTCOMES,
    *compute.OUTCOMES,
    *tokens.OUTCOMES,
    *chips.OUTCOMES,
    *prices.OUTCOMES,
    *money.OUTCOMES,
    *alibaba.OUTCOMES,
    *energy.OUTCOMES,
)
