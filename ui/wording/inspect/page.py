"""All that is said of an inspected value as one text: for the terminal, and to be copied.

Floor: wording; no Qt.
"""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap
from typing import Final

from planner.model.scenario import FIRST_YEAR
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import clauses, led_by
from planner.storage.sentences.catalog import translate
from planner.studies.inspect.causes import levers_behind
from planner.studies.inspect.inspection import Given, Inspection
from planner.studies.inspect.loops import Loop, loops_through
from planner.studies.inspect.node import Node
from planner.studies.inspect.weighed import Weighed
from planner.studies.inspect.weight import Weight
from ui.wording.inspect.about import (
    WhichRun,
    difference_line,
    kind_line,
    range_lines,
    run_line,
    title_of,
    unit_line,
    value_line,
    when_line,
)
from ui.wording.inspect.effects import change_text, effect_text, method_text
from ui.wording.inspect.evidence import EvidenceLine, evidence_lines
from ui.wording.inspect.formula import equation_text
from ui.wording.inspect.loops import SIGNS, delays_text, loop_kind, loop_text
from ui.wording.inspect.names import month_name, node_name, variable_name
from ui.wording.inspect.numbers import by_itself
from ui.wording.inspect.steps import steps_of
from ui.wording.inspect.weights import spread_text, weight_text

WIDTH: Final = 100
_INDENT: Final = "  "


def page_text(
    found: Inspection, which: WhichRun, weighed: Weighed | None = None, width: int = WIDTH
) -> str:
    """Return what is told of an inspected value, in sections of lines no wider than that.

    Shares of the spread and effects of levers are told where they were `weighed`.
    """
    sections = (
        _head(found, which),
        equation_lines(found),
        _inputs(found),
        _spread(weighed),
        _range(found),
        _evidence(found),
        _published(found),
        _used_by(found),
        _levers(found, weighed),
        _loops(loops_through(found.node.name, found.course)),
    )
    return "\n\n".join("\n".join(_wrapped(lines, width)) for lines in map(tuple, sections) if lines)


def input_text(given: Given) -> str:
    """Return a value that an equation names, with its number and its sign."""
    value = by_itself(given.value, given.node.unit)
    return led_by(f"{SIGNS[given.sign]} {node_name(given.node)}", value)


def input_change(given: Given) -> str:
    """Return what a value is in what is held against, where it is another; else empty."""
    if not given.is_changed:
        return ""
    other = by_itself(given.against, given.node.unit)
    return translate("Inspect", "was {other}").format(other=other)


def point_texts(found: Inspection) -> tuple[str, ...]:
    """Return the figures that were published on an outcome, each with its date and source."""
    text = translate("Inspect", "{label}: {value} at {date}; {source}")
    return tuple(
        text.format(
            label=model_text(each.label),
            value=by_itself(each.value, found.node.unit),
            date=_date(each.time),
            source=each.source,
        )
        for each in found.points
    )


def _date(time: float) -> str:
    """Return the month that a time in years lies in."""
    return month_name(round((time - FIRST_YEAR) * MONTHS_PER_YEAR))


def _head(found: Inspection, which: WhichRun) -> Iterator[str]:
    yield f"{title_of(found)} [{found.node.address}]"
    yield clauses((value_line(found), difference_line(found, which.against)))
    yield model_text(found.doc)
    yield kind_line(found.node)
    yield run_line(which)
    yield unit_line(found)


def equation_lines(found: Inspection) -> Iterator[str]:
    """Yield an equation, then each of its operations with its number; nothing of an input."""
    if found.term is None:
        return
    yield translate("Inspect", "Equation")
    yield f"{_INDENT}{equation_text(found)}"
    if when_line(found):
        yield f"{_INDENT}{when_line(found)}"
    yield translate("Inspect", "With its numbers")
    for step in steps_of(found.term, found.node):
        value = f" = {step.value}" if step.value else ""
        yield f"{_INDENT * (step.depth + 1)}{step.text}{value}"


def _inputs(found: Inspection) -> Iterator[str]:
    if found.given:
        yield translate("Inspect", "Inputs")
    for given in found.given:
        change = input_change(given)
        yield f"{_INDENT}{input_text(given)}{f' ({change})' if change else ''}"


def _range(found: Inspection) -> Iterator[str]:
    lines = range_lines(found.node, found.course.scenario)
    if lines:
        yield translate("Inspect", "Range")
    yield from (f"{_INDENT}{line}" for line in lines)


def _evidence(found: Inspection) -> Iterator[str]:
    lines = evidence_lines(found.proofs, 1)
    if lines:
        yield translate("Inspect", "Evidence")
    yield from map(_evidence_text, lines)


def _evidence_text(line: EvidenceLine) -> str:
    address = f" <{line.url}>" if line.url else ""
    return f"{_INDENT * line.depth}{led_by(line.caption, line.text)}{address}"


def _published(found: Inspection) -> Iterator[str]:
    texts = point_texts(found)
    if texts:
        yield translate("Inspect", "Published figures")
    yield from (f"{_INDENT}{text}" for text in texts)


def _used_by(found: Inspection) -> Iterator[str]:
    if found.used_by:
        yield translate("Inspect", "Used in")
        yield _INDENT + clauses(map(variable_name, found.used_by))


def _spread(found: Weighed | None) -> Iterator[str]:
    """Yield the causes by the share of the spread that each explains, the largest first."""
    if found is None or not found.weights:
        return
    yield translate("Inspect", "Causes by their share of the spread")
    for node, weight in sorted(found.weights.items(), key=_by_share):
        yield f"{_INDENT}{led_by(node_name(node), weight_text(weight))}"
    yield f"{_INDENT}{spread_text(found)}"


def _by_share(weighed: tuple[Node, Weight]) -> float:
    return -weighed[1].share


def _levers(found: Inspection, weighed: Weighed | None) -> Iterator[str]:
    if weighed is None or not weighed.effects:
        behind = levers_behind(found.node, found.course)
        if behind:
            yield translate("Inspect", "Levers behind it")
        yield from (f"{_INDENT}{node_name(lever)}" for lever in behind)
        return
    yield translate("Inspect", "Levers behind it, the strongest first")
    for each in weighed.effects:
        change = change_text(each, found.node)
        yield _INDENT + clauses(filter(None, (effect_text(each), change)))
    yield f"{_INDENT}{method_text(weighed)}"


def _loops(loops: Sequence[Loop]) -> Iterator[str]:
    if loops:
        yield translate("Inspect", "Feedback loops")
    for loop in loops:
        yield f"{_INDENT}{led_by(loop_kind(loop), loop_text(loop))}"
        if loop.delays:
            yield f"{_INDENT * 2}{delays_text(loop)}"


def _wrapped(lines: Iterable[str], width: int) -> Iterator[str]:
    """Yield lines no wider than that, each continued below where it begins."""
    for line in lines:
        room = line[: len(line) - len(line.lstrip())]
        yield from wrap(line, width, subsequent_indent=f"{room}    ") or [""]
