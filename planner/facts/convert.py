"""Conversion between the units that evidence and levers are written in.

A closed table: each unit names what it measures and its size.  Currencies are not converted into
each other.  "share" and "1" are the same dimension.  Floor: facts.
"""

from __future__ import annotations

from planner.facts.record import EvidenceError

_TABLE: dict[str, dict[str, float]] = {
    "number": {
        "1": 1.0,
        "share": 1.0,
        "%": 0.01,
        "CNY/CNY": 1.0,
        "EFLOPS realized/EFLOPS": 1.0,
    },
    "rate": {"1/yr": 1.0, "share/yr": 1.0, "%/yr": 0.01},
    "multiple per year": {"x/yr": 1.0},
    "calendar": {"year": 1.0},
    "duration": {"yr": 1.0, "month": 1 / 12},
    "money": {"CNY": 1e-9, "k CNY": 1e-6, "M CNY": 1e-3, "bn CNY": 1.0},
    "money flow": {
        "CNY/yr": 1e-9,
        "k CNY/yr": 1e-6,
        "k CNY/month": 12e-6,
        "M CNY/yr": 1e-3,
        "bn CNY/quarter": 4.0,
        "bn CNY/yr": 1.0,
    },
    "dollars": {"USD": 1e-9, "M USD": 1e-3, "bn USD": 1.0},
    "dollar flow": {"M USD/yr": 1e-3, "bn USD/yr": 1.0},
    "dollars per power": {"bn USD/GW": 1.0},
    "exchange": {"CNY/USD": 1.0},
    "compute": {"H100e": 0.989e-3, "PFLOPS": 1e-3, "EFLOPS": 1.0},
    "compute flow": {"H100e/yr": 0.989e-3, "PFLOPS/yr": 1e-3, "EFLOPS/yr": 1.0},
    "compute price": {"k CNY/PFLOPS": 1e-3, "M CNY/PFLOPS": 1.0, "bn CNY/EFLOPS": 1.0},
    "price of realized compute": {"bn CNY/EFLOPS realized": 1.0},
    "compute rent": {"k CNY/PFLOPS/yr": 1e-3, "bn CNY/EFLOPS/yr": 1.0},
    "card rent": {"CNY/card/h": 1.0},
    "building price": {"M CNY/MW": 1.0},
    "electricity price": {"CNY/kWh": 1.0},
    "energy": {"TWh/yr": 1.0},
    "power": {"kW": 1.0, "MW": 1e3, "GW": 1e6},
    "power per year": {"MW/yr": 1e-3, "GW/yr": 1.0},
    "power per compute": {"kW/PFLOPS": 1.0},
    "firms": {"firm": 1.0, "M firm": 1e6},
    "money flow per firm": {"k CNY/firm/yr": 1e-3, "M CNY/firm/yr": 1.0},
    "firms per money flow": {"firm/(M CNY/yr)": 1.0, "firm*yr/M CNY": 1.0},
    "money per firm": {"M CNY/firm": 1.0},
    "money flow per person": {"bn CNY/yr/M person": 1.0},
    "persons": {"person": 1.0, "M person": 1e6},
    "chips": {"GPU": 1.0, "k chip": 1e3, "M card": 1e6},
    "chip flow": {"k chip/yr": 1e3, "M card/yr": 1e6},
    "racks": {"M rack": 1.0},
    "tokens": {"trn token/day": 1.0},
    "tokens per compute": {"trn token/day/EFLOPS realized": 1.0},
    "parameters": {"bn parameter": 1.0},
    "firms per money": {"firm/M CNY": 1.0},
    "realized compute": {"PFLOPS realized": 1e-3, "EFLOPS realized": 1.0},
    "places": {"place": 1.0},
    "schools": {"school": 1.0},
    "models": {"model": 1.0},
    "models per firm": {"model/firm": 1.0},
    "data centers": {"data center": 1.0},
    "alliances": {"alliance": 1.0},
}
_DIMENSION = {unit: dimension for dimension, units in _TABLE.items() for unit in units}


def is_known(unit: str) -> bool:
    """Return whether the table knows the unit."""
    return unit in _DIMENSION


def can_convert(unit: str, into: str) -> bool:
    """Return whether both units are known and measure the same thing."""
    return is_known(unit) and _DIMENSION[unit] == _DIMENSION.get(into)


def factor(unit: str, into: str) -> float:
    """Return the factor that converts `unit` to `into`.

    Raises EvidenceError for an unknown unit or two units of different things.
    """
    for each in (unit, into):
        if not is_known(each):
            message = f'unknown unit "{each}"; known are: {", ".join(sorted(_DIMENSION))}'
            raise EvidenceError(message)
    if _DIMENSION[unit] != _DIMENSION[into]:
        message = f'cannot convert "{unit}" ({_DIMENSION[unit]}) to "{into}" ({_DIMENSION[into]})'
        raise EvidenceError(message)
    sizes = _TABLE[_DIMENSION[unit]]
    return 1.0 if sizes[unit] == sizes[into] else sizes[unit] / sizes[into]


def convert(value: float, unit: str, into: str) -> float:
    """Return `value`, given in `unit`, in `into`; EvidenceError as in `factor`."""
    return value * factor(unit, into)
