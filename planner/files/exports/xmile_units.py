"""Units as other simulators take them, from the table of units; seventh floor of planner.

Names have no spaces, pure numbers one name. Other programs know no sizes of units, only that one
equals a product of others: an EFLOPS is a thousand PFLOPS, as a MW is a thousand kW.
"""

from planner.quantities.unit_parts import UnitPart, unit_parts
from planner.quantities.unit_table import UNITS


def unit_equations() -> dict[str, str]:
    """Return what some units are in terms of others, thousands included."""
    return {_name(row.key): row.xmile_equation for row in UNITS.values() if row.xmile_equation}


def xmile_unit(unit: str) -> str:
    """Return the unit in words other programs take."""
    signs = {1: "*", -1: "/"}
    first, *others = unit_parts(unit)
    return _part(first) + "".join(f"{signs[each.power]}{_part(each)}" for each in others)


def _part(part: UnitPart) -> str:
    row = part.row
    return _name(part.text) if row is None or row.xmile is None else row.xmile


def _name(text: str) -> str:
    return text.replace(" ", "_")
