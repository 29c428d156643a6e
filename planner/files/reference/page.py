"""The reference of the model as Markdown, made from the rows and functions of the model itself.

Top floor of planner. It says what is there: it holds no sentence about any one lever or equation.
"""

from collections.abc import Callable, Iterable
from inspect import isfunction
from typing import Any, Final

from planner.docstring import docstring
from planner.facts.defaults import explain
from planner.facts.record import Figures
from planner.files.reference.markdown import code, number, table
from planner.model import functions
from planner.model.constants.conversions import Conversion
from planner.model.expression import parameters, text
from planner.model.graph import Equation, model
from planner.model.indices import address
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
from planner.model.outcome import GROUPS, Outcome
from planner.model.path_words import ENGLISH, path_text
from planner.model.paths import FIRST_DATE, KNOTS_AT_MOST
from planner.model.scenario import parts_of
from planner.quantities.spread import Spread
from planner.studies.backtest import Judged, backtest
from planner.studies.misses import summary_of

_INTRODUCTION = (
    "Made from the code. Defaults are on the corroborated figures; a default that differs on "
    "the figures as stated in the articles has that one behind it in brackets."
)
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
_GRADES = (
    "Kind and grade. Kind: from a seed article, sourced from elsewhere, derived from others, or "
    "our own assumption. Grade: A official, B named institution or major press, C secondary or "
    "partial, D weak or assumed; a figure of a seed article is graded by its kind alone."
)
_PER = {None: "", "area": ", per area", "segment": ", per segment"}


def reference_markdown() -> str:
    """Return levers, assumptions, constants, equations, outcomes, backtest and evidence."""
    parts = (
        f"# Reference of the Suanli model, version {model().version}",
        _INTRODUCTION,
        *_levers(),
        *_assumptions(),
        *_constants(),
        *_equations(),
        *_functions(),
        *_outcomes(),
        *_backtest(),
        *_evidence(),
    )
    return "\n\n".join(parts) + "\n"


def _levers() -> Iterable[str]:
    yield "## Levers"
    yield _OVER_TIME
    head = ("lever", "meaning", "unit", "default", "over time", "slider", "allowed", "evidence")
    for group in dict.fromkeys(row.group for row in model().levers.values()):
        yield f"### {group.capitalize()}"
        yield table(head, (_lever(row) for row in model().levers.values() if row.group == group))


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
    return f"{_COURSES[row.over_time]}; a number moves it from {ENGLISH.date(row.scales_from)}"


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


def _assumptions() -> Iterable[str]:
    yield "## Assumptions"
    yield _DRAWS
    head = ("assumption", "meaning", "unit", "low; central; high", "drawn", "allowed", "evidence")
    for sector in dict.fromkeys(row.sector for row in model().assumptions.values()):
        rows = (row for row in model().assumptions.values() if row.sector == sector)
        yield f"### {_title(sector)}"
        yield table(head, map(_assumption, rows))
    yield "### Drawn together"
    yield _TOGETHER
    pairs = ((code(each.one), code(each.other), number(each.rho)) for each in model().correlations)
    yield table(("assumption", "and", "correlation"), pairs)


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


def _constants() -> Iterable[str]:
    yield "## Constants"
    head = ("constant", "meaning", "unit", "value", "evidence")
    yield table(head, (_constant(row) for row in model().constants.values()))
    yield "### Factors between units"
    yield table(head[:-1], (_conversion(row) for row in model().conversions.values()))


def _constant(row: Constant) -> tuple[str, ...]:
    values = _by_element(row, lambda element: number(default_value(row, element)))
    return code(row.key), f"{row.label}: {row.doc}", row.unit, values, _ids(row)


def _conversion(row: Conversion) -> tuple[str, ...]:
    return code(row.key), row.doc, row.unit, number(row.value)


def _equations() -> Iterable[str]:
    yield "## Equations"
    yield "`d(x)/dt` is the yearly net flow of a stock, whose value at the start follows it."
    equations = sorted(model().equations.values(), key=lambda each: each.sector)
    for sector in dict.fromkeys(each.sector for each in equations):
        yield f"### {_title(sector)}"
        yield "\n\n".join(_equation(each) for each in equations if each.sector == sector)


def _equation(equation: Equation) -> str:
    doc = " ".join(docstring(equation.function).split())
    left = f"d({equation.name})/dt" if equation.is_stock else equation.name
    start = f"\n    {equation.name}(2025) = {equation.start}" if equation.is_stock else ""
    unit = f"{model().units[equation.name]}{_PER[equation.index]}"
    return f"**{equation.name}** ({unit}): {doc}\n\n    {left} = {text(equation.function)}{start}"


def _functions() -> Iterable[str]:
    yield "### Functions that equations call"
    found = [each for each in vars(functions).values() if isfunction(each)]
    rows = (each for each in found if each.__module__ == functions.__name__)
    yield table(("function", "meaning", "written out"), map(_function, rows))


def _function(function: Callable[..., Any]) -> tuple[str, ...]:
    name = f"{function.__name__}({', '.join(parameters(function))})"
    written = code(text(function)) if function.__name__ in functions.COMPOSED else ""
    return code(name), docstring(function), written


def _outcomes() -> Iterable[str]:
    yield "## Outcomes"
    head = ("outcome", "meaning", "unit", "kind", "index", "equations")
    for group in dict.fromkeys(row.group for row in model().outcomes.values()):
        yield f"### {GROUPS[group]}"
        yield table(
            head, (_outcome(row) for row in model().outcomes.values() if row.group == group)
        )


def _outcome(row: Outcome) -> tuple[str, ...]:
    index = ", ".join(element or "(whole)" for element in row.elements)
    names = ", ".join(code(name) for name in (row.whole, row.each) if name)
    return code(row.key), f"{row.label}: {row.doc}", row.told_in, row.sense, index, names


def _backtest() -> Iterable[str]:
    found = backtest()
    yield "## Backtest"
    yield "The futures of the baseline against what was measured."
    yield "\n\n".join(summary_of(found))
    head = ("measured", "outcome", "figure", "range", "P10 to P90", "median", "inside", "evidence")
    yield table(head, map(_judged, found.rows))


def _judged(row: Judged) -> tuple[str, ...]:
    point = row.point
    return (
        point.label,
        code(address(point.outcome, point.element)),
        f"{number(point.central)} {point.unit}",
        "a floor" if point.bound else f"{number(point.low)} to {number(point.high)}",
        f"{row.p10:.4g} to {row.p90:.4g}",
        f"{row.p50:.4g}",
        "yes" if row.inside else "no",
        ", ".join(map(code, point.evidence)),
    )


def _evidence() -> Iterable[str]:
    yield "## Evidence behind the defaults"
    yield _GRADES
    given = model()
    rows: list[Input] = [*given.levers.values(), *given.assumptions.values()]
    rows += given.constants.values()
    used = dict.fromkeys(evidence_of(row, element) for row in rows for element in elements_of(row))
    yield table(("id", "kind and grade", "why", "sources"), map(_reason, used))


def _reason(evidence_id: str) -> tuple[str, ...]:
    why = explain(evidence_id)
    sources = "; ".join((*why.source_names, *why.urls))
    return (
        code(evidence_id),
        ", ".join(dict.fromkeys((why.kind, why.grade))),
        " ".join((why.text, *why.disputes)),
        sources,
    )


def _by_element(row: Input, said: Callable[[str], str]) -> str:
    """Return what is said of each element, named where there are several; once where all agree."""
    found = {element: said(element) for element in elements_of(row)}
    if len(set(found.values())) == 1:
        return f"{next(iter(found.values()))}{' each' if row.index else ''}"
    return "; ".join(f"{element} {value}" for element, value in found.items())


def _ids(row: Input) -> str:
    ids = dict.fromkeys(evidence_of(row, element) for element in elements_of(row))
    return ", ".join(map(code, ids))


def _title(sector: str) -> str:
    return sector.replace("_", " ").capitalize()
