"""A sector with the equations of an outcome that the model does not have."""

from typing import Annotated

from planner.model.language.functions import total
from planner.quantities.units import Electricity

Heat = Annotated[float, "PJ heat/fortnight"]


def waste_heat(electricity: Electricity) -> Heat:
    """Heat that leaves the data centers."""
    return electricity


def waste_heat_total(waste_heat: Heat) -> Heat:
    """Heat that leaves all data centers."""
    return total(waste_heat)
