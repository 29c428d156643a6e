"""Equations, the functions they call, and outcomes in the reference; seventh floor of planner."""

from collections.abc import Callable, Iterable
from inspect import isfunction
from typing import Any

from planner.docstring import docstring
from planner.files.reference.headings import sector_title
from planner.files.reference.markdown import code, heading, table, titled
from planner.model.graph import Equation, model
from planner.model.language import functions
from planner.model.language.expression import parameters, text
from planner.model.outcome import GROUPS, Outcome
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import as_sentences, led_by
from planner.storage.sentences.catalog import translate
from planner.studies.inspect.inspection import outcome_of


def equations() -> Iterable[str]:
    """Yield the section of equations, by sector."""
    yield heading(translate("Reference", "Equations"))
    yield translate(
        "Reference",
        "`d(x)/dt` is the yearly net flow of a stock, whose value at the start follows it.",
    )
    equations = sorted(model().equations.values(), key=lambda each: each.sector)
    for sector in dict.fromkeys(each.sector for each in equations):
        yield heading(sector_title(sector), 3)
        yield "\n\n".join(_equation(each) for each in equations if each.sector == sector)


def functions_called() -> Iterable[str]:
    """Yield the table of the functions that equations call."""
    yield heading(translate("Reference", "Functions that equations call"), 3)
    rows = functions_told()
    head = (
        translate("Reference", "function"),
        translate("Reference", "meaning"),
        translate("Reference", "written out"),
    )
    yield table(head, map(_function, rows))


def functions_told() -> tuple[Callable[..., Any], ...]:
    """Return the functions that equations call."""
    found = (each for each in vars(functions).values() if isfunction(each))
    return tuple(each for each in found if each.__module__ == functions.__name__)


def outcomes() -> Iterable[str]:
    """Yield the section of outcomes, by group."""
    yield heading(translate("Reference", "Outcomes"))
    head = (
        translate("Reference", "outcome"),
        translate("Reference", "meaning"),
        translate("Reference", "unit"),
        translate("Reference", "kind"),
        translate("Reference", "index"),
        translate("Reference", "equations"),
    )
    for group in dict.fromkeys(row.group for row in model().outcomes.values()):
        yield heading(model_text(GROUPS[group]), 3)
        yield table(
            head, (_outcome(row) for row in model().outcomes.values() if row.group == group)
        )


def _equation(equation: Equation) -> str:
    doc = model_text(" ".join(docstring(equation.function).split()))
    left = f"d({equation.name})/dt" if equation.is_stock else equation.name
    start = f"\n    {equation.name}(2025) = {equation.start}" if equation.is_stock else ""
    said = led_by(f"**{equation.name}** ({_unit(equation)})", _named(equation, doc))
    return f"{said}\n\n    {left} = {text(equation.function)}{start}"


def _named(equation: Equation, doc: str) -> str:
    """Return the sentence of an equation behind what its variable is called in the window."""
    shown = outcome_of(equation.name, is_whole=True) or outcome_of(equation.name, is_whole=False)
    label = equation.label or ("" if shown is None else shown.label)
    return as_sentences((f"*{model_text(label)}*" if label else "", doc))


def _unit(equation: Equation) -> str:
    """Return the unit of what an equation gives, and per what it is given."""
    unit, text = model().units[equation.name], "{unit}"
    if equation.index == "area":
        text = translate("Reference", "{unit}, per area")
    if equation.index == "segment":
        text = translate("Reference", "{unit}, per segment")
    return text.format(unit=unit)


def _sense(row: Outcome) -> str:
    return {
        "level": translate("Reference", "level"),
        "flow": translate("Reference", "flow"),
        "share": translate("Reference", "share"),
        "code": translate("Reference", "code"),
        "price": translate("Reference", "price"),
    }[row.sense]


def _function(function: Callable[..., Any]) -> tuple[str, ...]:
    name = f"{function.__name__}({', '.join(parameters(function))})"
    written = code(text(function)) if function.__name__ in functions.COMPOSED else ""
    return code(name), model_text(" ".join(docstring(function).split())), written


def _outcome(row: Outcome) -> tuple[str, ...]:
    index = ", ".join(element or translate("Reference", "(whole)") for element in row.elements)
    names = ", ".join(code(name) for name in (row.whole, row.each) if name)
    return code(row.key), titled(row.label, row.doc), row.told_in, _sense(row), index, names
