"""Every assumption of the model: uncertain numbers that are drawn in the ensemble.

Third floor of planner. The order is that of screen and files. Which random numbers an assumption
gets is told by its dimension; those of retired assumptions are not given again.
"""

from typing import Final

from planner.model.assumptions import (
    alibaba,
    chips,
    data_centers,
    energy,
    enterprises,
    industry,
    investment,
    market,
    vouchers,
)
from planner.model.inputs import Assumption

ASSUMPTIONS: tuple[Assumption, ...] = (
    *investment.ASSUMPTIONS,
    *chips.ASSUMPTIONS,
    *data_centers.ASSUMPTIONS,
    *market.ASSUMPTIONS,
    *vouchers.ASSUMPTIONS,
    *enterprises.ASSUMPTIONS,
    *industry.ASSUMPTIONS,
    *energy.ASSUMPTIONS,
    *alibaba.ASSUMPTIONS,
)

RETIRED_DIMENSIONS: Final[dict[str, int]] = {}
"""Dimensions of assumptions that an earlier model had, by their addresses.

Dimensions began with model 2.0; none has been given up since.
"""
