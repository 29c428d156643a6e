"""In which units tables are told, and what has to be said of units that are not those of files.

Seventh floor of planner. In the units of files a table keeps the model's own numbers; in others it
tells what they change as the window shows it. What they change nothing of stays as it is.
"""

from collections.abc import Iterator
from functools import cache

from planner.facts.defaults import explain
from planner.quantities.told.lists import clauses, sentences
from planner.quantities.told.numerals import plain
from planner.quantities.unit_forms import unit_form
from planner.quantities.unit_system import (
    CNY_PER_USD,
    EFLOPS_PER_H100E,
    PRICE_YEAR,
    RATE_EVIDENCE,
    UnitSystem,
    factor_to,
)
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.spoken import ENGLISH


@cache
def table_unit(unit: str, system: UnitSystem) -> tuple[str, float]:
    """Return the unit in which tables tell one of the model, in English, and the factor to it."""
    if factor_to(unit, system) == 1.0:
        return unit, 1.0
    form = unit_form(unit, system, ENGLISH)
    return form.shown, form.factor


def units_remark(system: UnitSystem) -> str:
    """Return what has to be said once of units; empty for those of files."""
    return sentences(_remarks(system))


def _remarks(system: UnitSystem) -> Iterator[str]:
    if system.money == "USD":
        yield _about_dollars()
    match system.compute:
        case "H100e":
            text = translate(
                "Planner", "An H100 equivalent (H100e) is {size} EFLOPS (FP16, dense)."
            )
            yield text.format(size=plain(float(EFLOPS_PER_H100E), 6))
        case "MW":
            yield translate(
                "Planner",
                "Installed and owned compute is told as the power of the fleet of each month; all "
                "other compute stays in EFLOPS.",
            )
        case "EFLOPS":
            pass


def _about_dollars() -> str:
    text = translate(
        "Planner",
        "USD are CNY at {rate} in every year, the rate of {years} ({evidence}: {sources}), and "
        "not adjusted for prices.",
    )
    return text.format(
        rate=plain(float(CNY_PER_USD)),
        years=PRICE_YEAR,
        evidence=RATE_EVIDENCE,
        sources=clauses(explain(RATE_EVIDENCE).source_names),
    )
