"""Levers, assumptions and constants in the reference, a row each; top floor of planner."""

from collections.abc import Callable, Iterable
from typing import Final

from planner.facts.record import Figures
from planner.files.reference.markdown import code, heading, number, table
from planner.model.constants.conversions import Conversion
from planner.model.graph import model
from planner.model.inputs import (
    Assumption,
    Constant,
    Input,
    Lever,
    default_path,
    default_spread,
    default_value,
    elements_of,
    evidence_of,
)
from planner.model.path_words import path_text
from planner.model.paths import FIRST_DATE, KNOTS_AT_MOST
from planner.model.scenario import parts_of
from planner.quantities.spread import Spread
from planner.quantities.told.months import date_text

_DRAWS = (
    "Each future draws one value between low and high: half of them lie below central, and the "
    "nearer to it, the more. Drawn by amount: values thin out evenly toward low and high. Drawn by "
    "ratio: their logarithms do."
)
_TOGETHER = (
    "Correlations of where two draws stand in their own ranges (of their normal scores); all other "
    "pairs are independent."
)
_OVER_TIME = (
    "A lever may hold dated knots instead of one number: `2025:0,2025-08:600,2028:900`. "
    "Stepwise, a value holds from its date to the next knot; straight, values run straight between "
    "knots. A plain number keeps the dates and moves all knots in proportion (shares by addition) "
    "so that the largest takes it, or the one that stands for the path on the slider. Levers that "
    "move a part of a path take a number, that path takes knots."
)
_COURSES: Final = {"step": "stepwise", "linear": "straight"}
_DRAWN = {"linear": "by amount", "ratio": "by ratio"}


def levers() -> Iterable[str]:
    """Yield the section of levers."""
    yield "## Levers"
    yield _OVER_TIME
    head = ("lever", "meaning", "unit", "default", "over time", "slider", "allowed", "evidence")
    for group in dict.fromkeys(row.group for row in model().levers.values()):
        yield f"### {group.capitalize()}"
        yield table(head, (_lever(row) for row in model().levers.values() if row.group == group))


def assumptions() -> Iterable[str]:
    """Yield the section of assumptions, and of those that are drawn together."""
    yield "## Assumptions"
    yield _DRAWS
    head = ("assumption", "meaning", "unit", "low; central; high", "drawn", "allowed", "evidence")
    for sector in dict.fromkeys(row.sector for row in model().assumptions.values()):
        rows = (row for row in model().assumptions.values() if row.sector == sector)
        yield f"### {heading(sector)}"
        yield table(head, map(_assumption, rows))
    yield "### Drawn together"
    yield _TOGETHER
    pairs = ((code(each.one), code(each.other), number(each.rho)) for each in model().correlations)
    yield table(("assumption", "and", "correlation"), pairs)


def constants() -> Iterable[str]:
    """Yield the section of constants, and of factors between units."""
    yield "## Constants"
    head = ("constant", "meaning", "unit", "value", "evidence")
    yield table(head, (_constant(row) for row in model().constants.values()))
    yield "### Factors between units"
    yield table(head[:-1], (_conversion(row) for row in model().conversions.values()))


def _lever(row: Lever) -> tuple[str, ...]:
    return (
        code(row.key),
        f"{row.label}: {row.doc}",
        row.unit,
        _by_element(row, lambda element: _lever_default(row, element)),
        _over_time(row),
        f"{number(row.low)} to {number(row.high)}",
        f"{number(row.least)} to {number(row.most)}",
        _ids(row),
    )


def _over_time(row: Lever) -> str:
    """Return how a lever follows time, and what a number set for it moves."""
    if row.part:
        return f"moves a part of {code(row.part.of.key)}"
    if row.over_time == "constant":
        return "constant"
    if parts_of(row):
        return f"{_COURSES[row.over_time]}, takes knots alone"
    if row.scales_from == FIRST_DATE:
        return _COURSES[row.over_time]
    return f"{_COURSES[row.over_time]}; a number moves it from {date_text(row.scales_from)}"


def _lever_default(row: Lever, element: str) -> str:
    value = _default_text(row, element, "corroborated")
    stated = _default_text(row, element, "as_stated")
    unknown = " (assumed: not published)" if element in row.unknown else ""
    return f"{value}{'' if stated == value else f' [{stated}]'}{unknown}"


def _default_text(row: Lever, element: str, figures: Figures) -> str:
    """Return the default of a lever: its path in one line, or the number it has."""
    if row.part:
        return number(default_value(row, element, figures))
    path = default_path(row, element, figures)
    return path_text(path, row.over_time, number, most=KNOTS_AT_MOST)


def _assumption(row: Assumption) -> tuple[str, ...]:
    return (
        code(row.key),
        f"{row.label}: {row.doc}",
        row.unit,
        _by_element(row, lambda element: _spread_default(row, element)),
        _drawn(row),
        f"{number(row.least)} to {number(row.most)}",
        _ids(row),
    )


def _drawn(row: Assumption) -> str:
    fixed = all(default_spread(row, element).is_fixed for element in elements_of(row))
    return "not drawn" if fixed else _DRAWN[row.scale]


def _spread_default(row: Input, element: str) -> str:
    spread = _spread(default_spread(row, element))
    stated = _spread(default_spread(row, element, "as_stated"))
    return spread if stated == spread else f"{spread} [{stated}]"


def _spread(spread: Spread) -> str:
    return number(spread.low) if spread.is_fixed else "; ".join(map(number, spread.parts))


def _constant(row: Constant) -> tuple[str, ...]:
    values = _by_element(row, lambda element: number(default_value(row, element)))
    return code(row.key), f"{row.label}: {row.doc}", row.unit, values, _ids(row)


def _conversion(row: Conversion) -> tuple[str, ...]:
    return code(row.key), row.doc, row.unit, number(row.value)


def _by_element(row: Input, said: Callable[[str], str]) -> str:
    """Return what is said of each element, named where there are several; once where all agree."""
    found = {element: said(element) for element in elements_of(row)}
    if len(set(found.values())) == 1:
        return f"{next(iter(found.values()))}{' each' if row.index else ''}"
    return "; ".join(f"{element} {value}" for element, value in found.items())


def _ids(row: Input) -> str:
    ids = dict.fromkeys(evidence_of(row, element) for element in elements_of(row))
    return ", ".join(map(code, ids))
