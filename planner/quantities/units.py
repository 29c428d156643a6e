"""Names of the units that equations declare; first floor of planner, imports nothing of Suanli.

A unit stands in the return annotation of an equation. The annotation is read as text here
(`unit_of`) and proved by running every equation on real unit-carrying numbers in the tests.
Nameplate and realized compute have a unit each, so that the check refuses to add them.
This module does not convert: figures are brought to these units at the edge, in `planner.facts`.
"""

from collections.abc import Callable
from typing import Annotated, Any, get_type_hints

Share = Annotated[float, "share"]
Number = Annotated[float, "1"]
Date = Annotated[float, "year"]
Years = Annotated[float, "yr"]
PerYear = Annotated[float, "1/yr"]

Firms = Annotated[float, "firm"]
FirmsPerYear = Annotated[float, "firm/yr"]

MillionCny = Annotated[float, "M CNY"]
MillionCnyPerYear = Annotated[float, "M CNY/yr"]
BillionCny = Annotated[float, "bn CNY"]
BillionCnyPerYear = Annotated[float, "bn CNY/yr"]

Eflops = Annotated[float, "EFLOPS"]
"""Nameplate compute: installed, ordered, rented. Prices, rents and power are per nameplate."""
EflopsPerYear = Annotated[float, "EFLOPS/yr"]

Realized = Annotated[float, "EFLOPS realized"]
"""Nameplate times efficiency: asked for, delivered, used. Never added to nameplate."""
RealizedPerYear = Annotated[float, "EFLOPS realized/yr"]
RealizedPerFirm = Annotated[float, "EFLOPS realized/firm"]
PflopsRealizedPerFirm = Annotated[float, "PFLOPS realized/firm"]
Efficiency = Annotated[float, "EFLOPS realized/EFLOPS"]

HardwarePrice = Annotated[float, "bn CNY/EFLOPS"]
Rent = Annotated[float, "bn CNY/EFLOPS/yr"]

PowerIntensity = Annotated[float, "kW/PFLOPS"]
Megawatts = Annotated[float, "MW"]
MegawattsPerYear = Annotated[float, "MW/yr"]
Gigawatts = Annotated[float, "GW"]
Electricity = Annotated[float, "TWh/yr"]

Tokens = Annotated[float, "trn token/day"]
TokenPrice = Annotated[float, "CNY/M token"]

MillionCnyPerFirmYear = Annotated[float, "M CNY/firm/yr"]
CostPerFirm = Annotated[float, "M CNY/firm"]
Persons = Annotated[float, "M person"]
Accelerators = Annotated[float, "H100"]
"""A number of accelerators of this kind."""
Models = Annotated[float, "model"]


def unit_of(function: Callable[..., Any]) -> str:
    """Return the unit that the function declares for its result.

    Raises TypeError when the return annotation carries no unit.
    """
    hint = get_type_hints(function, include_extras=True).get("return")
    unit = getattr(hint, "__metadata__", (None,))[0]
    if not isinstance(unit, str):
        message = f"{function.__name__} declares no unit for its result"
        raise TypeError(message)
    return unit
