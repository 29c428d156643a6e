"""Every assumption of the model: uncertain numbers that are drawn in the ensemble.

Third floor of planner. The order fixes which random numbers an assumption gets: a row put in
between changes the draws of all rows behind it, and so the bands of every scenario.
"""

from planner.model.assumptions import (
    chips,
    data_centers,
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
)
