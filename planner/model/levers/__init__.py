"""Every lever of the model, in the order of screen and files; third floor of planner."""

from planner.model.inputs import Lever
from planner.model.levers import demand, investment, supply, vouchers

LEVERS: tuple[Lever, ...] = (
    *vouchers.LEVERS,
    *investment.LEVERS,
    *supply.LEVERS,
    *demand.LEVERS,
)
