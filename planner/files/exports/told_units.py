"""In which units tables are told, and what has to be said of units that are not those of files.

Top floor of planner. In the units of files a table keeps the model's own numbers; in others it
tells what they change as the window shows it. What they change nothing of stays as it is.
"""

from functools import cache
from typing import Final

from planner.facts.defaults import explain
from planner.quantities.unit_forms import unit_form
from planner.quantities.unit_system import (
    CNY_PER_USD,
    EFLOPS_PER_H100E,
    PRICE_YEAR,
    RATE_EVIDENCE,
    UnitSystem,
    factor_to,
)
from planner.storage.sentences.spoken import ENGLISH

_DOLLARS: Final = (
    "USD are CNY at {rate} in every year, the rate of {years} ({evidence}: {sources}), and not "
    "adjusted for prices."
)
_CARDS: Final = "An H100 equivalent (H100e) is {size} EFLOPS (FP16, dense)."
_POWER: Final = (
    "Installed and owned compute is told as the power of the fleet of each month; all other "
    "compute stays in EFLOPS."
)


@cache
def table_unit(unit: str, system: UnitSystem) -> tuple[str, float]:
    """Return the unit in which tables tell one of the model, in English, and the factor to it."""
    if factor_to(unit, system) == 1.0:
        return unit, 1.0
    form = unit_form(unit, system, ENGLISH)
    return form.shown, form.factor


def units_remark(system: UnitSystem) -> str:
    """Return what has to be said once of units; empty for those of files."""
    said = []
    if system.money == "USD":
        rate = f"{float(CNY_PER_USD):g}"
        sources = "; ".join(explain(RATE_EVIDENCE).source_names)
        told = {"rate": rate, "years": PRICE_YEAR, "evidence": RATE_EVIDENCE, "sources": sources}
        said.append(_DOLLARS.format_map(told))
    match system.compute:
        case "H100e":
            said.append(_CARDS.format(size=f"{float(EFLOPS_PER_H100E):.6g}"))
        case "MW":
            said.append(_POWER)
        case "EFLOPS":
            pass
    return " ".join(said)
