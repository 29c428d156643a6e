"""In which units the window tells numbers: one choice for all of it; first floor of ui.

As with the language, whoever says a number asks here for its form and keeps none: what is on screen
is shown anew when the choice changes. Files of scenarios know nothing of it.
"""

from typing import Final

from planner.model.graph import model
from planner.quantities.unit_forms import UnitForm, unit_form
from planner.quantities.unit_system import BASE, UnitSystem

_chosen: Final[list[UnitSystem]] = [BASE]


def units() -> UnitSystem:
    """Return the units in which the window tells numbers."""
    return _chosen[0]


def tell_in(system: UnitSystem) -> None:
    """Tell numbers in other units from now on."""
    _chosen[0] = system


def form_of(unit: str) -> UnitForm:
    """Return how numbers in a unit of the model are shown in the window."""
    return unit_form(unit, units())


def outcome_told(key: str) -> str:
    """Return the outcome that tells one in the chosen units: its power, or itself."""
    power = model().outcomes[key].power
    return power if power and units().compute == "MW" else key
