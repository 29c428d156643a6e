"""Equations, the functions they call, and outcomes in the reference; top floor of planner."""

from collections.abc import Callable, Iterable
from inspect import isfunction
from typing import Any, Final

from planner.docstring import docstring
from planner.files.reference.markdown import code, heading, table
from planner.model.graph import Equation, model
from planner.model.language import functions
from planner.model.language.expression import parameters, text
from planner.model.outcome import GROUPS, Outcome

_PER: Final = {None: "", "area": ", per area", "segment": ", per segment"}


def equations() -> Iterable[str]:
    """Yield the section of equations, by sector."""
    yield "## Equations"
    yield "`d(x)/dt` is the yearly net flow of a stock, whose value at the start follows it."
    equations = sorted(model().equations.values(), key=lambda each: each.sector)
    for sector in dict.fromkeys(each.sector for each in equations):
        yield f"### {heading(sector)}"
        yield "\n\n".join(_equation(each) for each in equations if each.sector == sector)


def functions_called() -> Iterable[str]:
    """Yield the table of the functions that equations call."""
    yield "### Functions that equations call"
    found = [each for each in vars(functions).values() if isfunction(each)]
    rows = (each for each in found if each.__module__ == functions.__name__)
    yield table(("function", "meaning", "written out"), map(_function, rows))


def outcomes() -> Iterable[str]:
    """Yield the section of outcomes, by group."""
    yield "## Outcomes"
    head = ("outcome", "meaning", "unit", "kind", "index", "equations")
    for group in dict.fromkeys(row.group for row in model().outcomes.values()):
        yield f"### {GROUPS[group]}"
        yield table(
            head, (_outcome(row) for row in model().outcomes.values() if row.group == group)
        )


def _equation(equation: Equation) -> str:
    doc = " ".join(docstring(equation.function).split())
    left = f"d({equation.name})/dt" if equation.is_stock else equation.name
    start = f"\n    {equation.name}(2025) = {equation.start}" if equation.is_stock else ""
    unit = f"{model().units[equation.name]}{_PER[equation.index]}"
    return f"**{equation.name}** ({unit}): {doc}\n\n    {left} = {text(equation.function)}{start}"


def _function(function: Callable[..., Any]) -> tuple[str, ...]:
    name = f"{function.__name__}({', '.join(parameters(function))})"
    written = code(text(function)) if function.__name__ in functions.COMPOSED else ""
    return code(name), docstring(function), written


def _outcome(row: Outcome) -> tuple[str, ...]:
    index = ", ".join(element or "(whole)" for element in row.elements)
    names = ", ".join(code(name) for name in (row.whole, row.each) if name)
    return code(row.key), f"{row.label}: {row.doc}", row.told_in, row.sense, index, names
