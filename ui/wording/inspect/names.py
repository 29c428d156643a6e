"""What values of the model are called where one is inspected, and functions in equations.

A value is called as the outcome, lever, assumption or constant that shows it; one that nothing
shows by the label of its equation. Floor: wording; no Qt.
"""

from functools import cache

from planner.model.graph import CLOCK, model
from planner.model.indices import LABELS
from planner.model.inputs import Lever
from planner.model.scenario import FIRST_YEAR
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.told.labels import model_text
from planner.quantities.told.months import short_month_text
from planner.storage.sentences.catalog import translate
from planner.studies.inspect.inspection import outcome_of, row_of
from planner.studies.inspect.node import ALL, Node


def node_name(node: Node) -> str:
    """Return what a value is called, with its place or segment, and its world if need be."""
    name = variable_name(node.name, is_whole=not node.element)
    if node.element == ALL:
        text = translate("Inspect", "{name} (each segment)")
        if model().indices[node.name] == "area":
            text = translate("Inspect", "{name} (each place)")
        name = text.format(name=name)
    elif node.element:
        place = model_text(LABELS[node.element])
        name = translate("Inspect", "{name} ({place})").format(name=name, place=place)
    if node.without:
        return translate("Inspect", "{name}, without vouchers").format(name=name)
    return name


def variable_name(name: str, *, is_whole: bool = True) -> str:
    """Return what a variable or an input is called, wherever it is."""
    row = row_of(name)
    outcome = outcome_of(name, is_whole=is_whole) or outcome_of(name, is_whole=not is_whole)
    if isinstance(row, Lever) and _is_of_outcome(row.label):
        return translate("Inspect", "{name} (lever)").format(name=model_text(row.label))
    if row is not None:
        return model_text(row.label)
    if outcome is not None:
        return model_text(outcome.label)
    return _clock().get(name) or model_text(model().equations[name].label)


@cache
def _is_of_outcome(label: str) -> bool:
    """Tell whether an outcome is called so, too: both can stand in one map."""
    return any(row.label == label for row in model().outcomes.values())


def element_short(element: str) -> str:
    """Return what a place or a segment is called."""
    return model_text(LABELS[element])


def elements_offered(node: Node) -> dict[str, str]:
    """Return the elements that a value can be shown of, with their names; none of one without.

    One that stands for all of them is offered as such, too, before the others.
    """
    if not node.element:
        return {}
    every = translate("Inspect", "Mean of all places")
    if model().indices[node.name] != "area":
        every = translate("Inspect", "Mean of all segments")
    named = {each: element_short(each) for each in node.elements}
    return {ALL: every, **named} if node.element == ALL else named


def month_name(month: int) -> str:
    """Return a month of a run, counted from January 2025, as `Mar 2029`."""
    year, place = divmod(month, MONTHS_PER_YEAR)
    return short_month_text(FIRST_YEAR + year, place + 1)


def function_words(symbol: str) -> tuple[str, ...]:
    """Return what stands in front of the parts of a function, and between one and the next."""
    comma = ","
    return {
        "exp": (translate("Inspect", "e to the power of"),),
        "log": (translate("Inspect", "natural logarithm of"),),
        "power": (translate("Inspect", "power of"), translate("Inspect", "to the")),
        "smaller": (translate("Inspect", "the smaller of"), comma),
        "larger": (translate("Inspect", "the larger of"), comma),
        "above_zero": (translate("Inspect", "zero or more of"),),
        "choose": (
            translate("Inspect", "if"),
            translate("Inspect", "then"),
            translate("Inspect", "otherwise"),
        ),
        "clip": (
            translate("Inspect", "limited:"),
            translate("Inspect", "at least"),
            translate("Inspect", "at most"),
        ),
        "relax": (
            translate("Inspect", "yearly rate that closes a gap within"),
            translate("Inspect", "in steps of"),
        ),
        "settled": (
            translate("Inspect", "growth at"),
            translate("Inspect", "later at"),
            translate("Inspect", "settling within"),
            translate("Inspect", "after"),
        ),
        "share_of": (translate("Inspect", "share of"), translate("Inspect", "in")),
        "cost_per": (
            translate("Inspect", "cost of"),
            translate("Inspect", "for each of"),
            translate("Inspect", "where these are more than"),
        ),
        "total": (translate("Inspect", "sum of"), "+"),
    }[symbol]


def _clock() -> dict[str, str]:
    """Return what the variables of the clock are called."""
    found = {
        "time": translate("Inspect", "Date"),
        "elapsed": translate("Inspect", "Years since 2025"),
        "step": translate("Inspect", "One month"),
    }
    return {name: found[name] for name in CLOCK}
