"""The causes of a value and the levers behind it as a table, for files. Floor: wording; no Qt."""

from collections.abc import Iterator
from typing import Final

from planner.model.scenario import FIRST_YEAR, Scenario
from planner.quantities.dates import MONTHS_PER_YEAR
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
from ui.wording.inspect.names import node_name
from ui.wording.inspect.weights import measure_text

KEY: Final = "inspect"
SIGNS: Final = {"+": "raises", "-": "lowers", "0": "none", "open": "open", "mixed": "mixed"}
"""How signs stand in files: a plus or a minus alone would be read as the start of a formula."""


@also_in_english
def causes_answer(scenario: Scenario, found: Inspection, weighed: Weighed, against: str) -> Answer:
    """Return a row for each cause with its share of the spread, then for each lever its effect."""
    node, year = found.node, FIRST_YEAR + found.course.month // MONTHS_PER_YEAR
    table = AnswerTable(
        title=translate("Inspect", "Causes of: {name}").format(name=node_name(node)),
        columns=_columns(),
        rows=(*_causes(found, weighed), *_levers(found, weighed)),
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
        AnswerColumn("share", translate("Inspect", "Share of the spread")),
        AnswerColumn("reach", translate("Inspect", "Two standard errors of the share")),
        AnswerColumn(
            "futures_higher",
            translate("Inspect", "Number of futures in which more of it raises the outcome"),
        ),
        AnswerColumn(
            "futures_lower",
            translate("Inspect", "Number of futures in which more of it lowers the outcome"),
        ),
        AnswerColumn("futures_tried", translate("Inspect", "Futures tried")),
        AnswerColumn("push", translate("Inspect", "Move of the lever")),
        AnswerColumn("change", translate("Inspect", "Median change")),
        AnswerColumn("change_unit", translate("Inspect", "Unit of the change")),
    )


def _causes(found: Inspection, weighed: Weighed) -> Iterator[tuple[Cell, ...]]:
    direct = {given.node: given for given in found.given}
    for node in weighed.asked.causes:
        weight = weighed.weights.get(node)
        shares = (None, None) if weight is None else (weight.share, weight.reach)
        given, values = direct.get(node), _values(node, found)
        if given is not None:
            values = given.value, given.against
        sign = "" if given is None else SIGNS[given.sign]
        yield (*_head("cause", node, *values), sign, *shares, *(None,) * 5, "")


def _levers(found: Inspection, weighed: Weighed) -> Iterator[tuple[Cell, ...]]:
    for each in weighed.effects:
        counts = (float(each.higher), float(each.lower), float(each.futures))
        lever = _head("lever", each.lever, *_values(each.lever, found))
        head = (*lever, SIGNS[each.sign], None, None)
        yield (*head, *counts, each.push, each.change, found.node.unit)


def _values(node: Node, found: Inspection) -> tuple[float, float]:
    return found.course.value(node), found.against.value(node)


def _head(kind: str, node: Node, value: float, against: float) -> tuple[Cell, ...]:
    return (kind, node.address, node_name(node), value, against, node.unit)
