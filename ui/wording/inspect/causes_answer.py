"""A value, its equation with numbers, its causes and its levers as a table; floor: wording, no Qt.

Window and terminal write the same one.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from planner.model.scenario import FIRST_YEAR, Scenario
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.unit_algebra import NO_UNIT
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.answers.answer import Answer
from planner.studies.answers.english import also_in_english
from planner.studies.answers.stamp import stamp_of
from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell
from planner.studies.inspect.inspection import Inspection
from planner.studies.inspect.node import Node
from planner.studies.inspect.weighed import Weighed
from ui.wording.inspect.about import value_line
from ui.wording.inspect.effects import method_text
from ui.wording.inspect.formula import equation_text
from ui.wording.inspect.names import node_name
from ui.wording.inspect.steps import Step, steps_of
from ui.wording.inspect.weights import measure_text

KEY: Final = "inspect"
_NO_SHARES: Final[tuple[Cell, ...]] = ("", *(None,) * 7, "")
"""The cells behind the unit of a row that is neither cause nor lever."""


@also_in_english
def causes_answer(scenario: Scenario, found: Inspection, weighed: Weighed, against: str) -> Answer:
    """Return the value, its equation step by step, each cause with its share, each lever's effect.

    A cause is told with the value that the equation names, its share with that of the spread.
    """
    node, year = found.node, FIRST_YEAR + found.course.month // MONTHS_PER_YEAR
    table = AnswerTable(
        title=translate("Inspect", "Causes of: {name}").format(name=node_name(node)),
        columns=_columns(),
        rows=(*_itself(found), *_causes(found, weighed), *_levers(found, weighed)),
        notes=tuple(filter(None, (measure_text(weighed), method_text(weighed)))),
    )
    about = About(node.name, "" if node.element == "*" else node.element, year)
    stamp = stamp_of(scenario, weighed.futures)
    said = value_line(found)
    return Answer(KEY, table.title, scenario.title, against, about, said, table, stamp)


def _columns() -> tuple[AnswerColumn, ...]:
    return (
        AnswerColumn("kind", translate("Inspect", "Kind")),
        AnswerColumn("variable", translate("Inspect", "Variable")),
        AnswerColumn("label", translate("Inspect", "Name")),
        AnswerColumn("value", translate("Inspect", "Value")),
        AnswerColumn("against", translate("Inspect", "Value it is held against")),
        AnswerColumn("unit", translate("Inspect", "Unit")),
        AnswerColumn("sign", translate("Inspect", "Sign")),
        AnswerColumn("share", translate("Inspect", "Share of the spread"), "share"),
        AnswerColumn("reach", translate("Inspect", "Two standard errors of the share"), "share"),
        AnswerColumn(
            "futures_higher",
            translate("Inspect", "Number of futures in which more of it raises the outcome"),
            NO_UNIT,
        ),
        AnswerColumn(
            "futures_lower",
            translate("Inspect", "Number of futures in which more of it lowers the outcome"),
            NO_UNIT,
        ),
        AnswerColumn("futures_tried", translate("Inspect", "Futures tried"), NO_UNIT),
        AnswerColumn("push", translate("Inspect", "Move of the lever")),
        AnswerColumn("change", translate("Inspect", "Median change")),
        AnswerColumn("change_unit", translate("Inspect", "Unit of the change")),
    )


def _itself(found: Inspection) -> Iterator[tuple[Cell, ...]]:
    """Yield the value, the equation in one line, and each step of it with its number."""
    values = found.value, found.against_value
    yield (*_head(translate("Inspect", "value"), found.node, *values), *_NO_SHARES)
    if found.term is None:
        return
    address = found.node.address
    kind, kind_of_step = translate("Inspect", "equation"), translate("Inspect", "step")
    yield (kind, address, equation_text(found), None, None, "", *_NO_SHARES)
    for place, step in _numbered(steps_of(found.term, found.node)):
        name = "" if step.node is None else step.node.address
        told = f"{place} {step.text}"
        yield (kind_of_step, name, told, step.number, None, step.unit, *_NO_SHARES)


def _numbered(steps: Sequence[Step]) -> Iterator[tuple[str, Step]]:
    """Yield steps with their places in the outline, as 1.2.1."""
    places: list[int] = []
    for step in steps:
        places = [*places, *(0,) * (step.depth + 1 - len(places))][: step.depth + 1]
        places[-1] += 1
        yield ".".join(map(str, places)), step


def _causes(found: Inspection, weighed: Weighed) -> Iterator[tuple[Cell, ...]]:
    direct = {given.node: given for given in found.given}
    for node in weighed.asked.causes:
        weight = weighed.weights.get(node)
        shares = (None, None) if weight is None else (weight.share, weight.reach)
        given, values = direct.get(node), _values(node, found)
        if given is not None:
            values = given.value, given.against
        sign = "" if given is None else _signs()[given.sign]
        head = _head(translate("Inspect", "cause"), node, *values)
        yield (*head, sign, *shares, *(None,) * 5, "")


def _levers(found: Inspection, weighed: Weighed) -> Iterator[tuple[Cell, ...]]:
    for each in weighed.effects:
        counts = (float(each.higher), float(each.lower), float(each.futures))
        lever = _head(translate("Inspect", "lever"), each.lever, *_values(each.lever, found))
        head = (*lever, _signs()[each.sign], None, None)
        yield (*head, *counts, each.push, each.change, found.node.unit)


def _signs() -> dict[str, str]:
    """Return signs in words: a plus or a minus alone would be read as the start of a formula."""
    return {
        "+": translate("Inspect", "raises"),
        "-": translate("Inspect", "lowers"),
        "0": translate("Inspect", "none"),
        "open": translate("Inspect", "open"),
        "mixed": translate("Inspect", "mixed"),
    }


def _values(node: Node, found: Inspection) -> tuple[float, float]:
    return found.course.value(node), found.against.value(node)


def _head(kind: str, node: Node, value: float, against: float) -> tuple[Cell, ...]:
    return (kind, node.address, node_name(node), value, against, node.unit)
