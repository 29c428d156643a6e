"""Every constant of the model: fixed numbers of the evidence, and factors between units.

Third floor of planner. A constant that turns out to matter and to be uncertain becomes an
assumption. Conversion factors stand here too, so that the check of units sees them.
"""

from planner.model.constants import (
    alibaba,
    chips,
    data_centers,
    energy,
    enterprises,
    industry,
    investment,
    market,
    rents,
    tokens,
    vouchers,
)
from planner.model.constants.conversions import CONVERSIONS as CONVERSIONS
from planner.model.inputs import Constant

CONSTANTS: tuple[Constant, ...] = (
    *investment.CONSTANTS,
    *chips.CONSTANTS,
    *data_centers.CONSTANTS,
    *energy.CONSTANTS,
    *market.CONSTANTS,
    *rents.CONSTANTS,
    *vouchers.CONSTANTS,
    *enterprises.CONSTANTS,
    *industry.CONSTANTS,
    *alibaba.CONSTANTS,
    *tokens.CONSTANTS,
)
