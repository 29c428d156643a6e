"""One value of a run with all that it comes from, beside what it is held against; floor six.

It says numbers and names; the faces say them in words. A run is that at central values; a future
is inspected by a scenario that holds it. Levers that move a part of a path are told by that path.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from planner.docstring import docstring
from planner.facts.published import points
from planner.facts.record import Point
from planner.model.constants.conversions import Conversion
from planner.model.graph import Row, model
from planner.model.inputs import evidence_of
from planner.model.outcome import Outcome
from planner.studies.inspect.causes import causes_of
from planner.studies.inspect.evidence import Proof, proof_of
from planner.studies.inspect.influence import Sign
from planner.studies.inspect.moment import Course
from planner.studies.inspect.node import ALL, Node
from planner.studies.inspect.term import Term, is_consistent, term_of

_SEEN = 1e-9
"""Least difference, against the value, that is not rounding."""


@dataclass(frozen=True, slots=True)
class Given:
    """A value that an equation names, beside the same of what it is held against."""

    node: Node
    value: float
    against: float
    sign: Sign

    @property
    def is_changed(self) -> bool:
        """Whether both differ by more than rounding."""
        return differs(self.value, self.against)


@dataclass(frozen=True, slots=True)
class Inspection:
    """A value, its equation with numbers, and what it names; `term` is None of an input.

    `is_consistent` tells that the units in the equation agree. `proofs` is the evidence of an
    input, `points` are figures published on an outcome. `used_by` are the variables whose equations
    name it, `outcomes` those that rest on it.
    """

    node: Node
    course: Course
    against: Course
    value: float
    against_value: float
    term: Term | None
    is_consistent: bool
    given: tuple[Given, ...]
    proofs: tuple[Proof, ...]
    points: tuple[Point, ...]
    used_by: tuple[str, ...]

    @property
    def is_changed(self) -> bool:
        """Whether both values differ by more than rounding."""
        return differs(self.value, self.against_value)

    @property
    def doc(self) -> str:
        """The sentence of its equation or of its row, in English."""
        return doc_of(self.node.name)


def inspect_node(node: Node, course: Course, against: Course) -> Inspection:
    """Return what a value comes from in a month of a run, held against another run."""
    term = term_of(node, course)
    return Inspection(
        node=node,
        course=course,
        against=against,
        value=course.value(node),
        against_value=against.value(node),
        term=term,
        is_consistent=term is None or is_consistent(term, node.unit),
        given=_given(node, course, against),
        proofs=_proofs(node),
        points=_points(node, course),
        used_by=used_by(node.name),
    )


def differs(value: float, other: float) -> bool:
    """Tell whether two values differ by more than rounding."""
    return not np.isclose(value, other, rtol=_SEEN, atol=0, equal_nan=True)


@cache
def row_of(name: str) -> Row | None:
    """Return the row of an input; None of what an equation gives and of the clock."""
    return model().inputs.get(name)


@cache
def outcome_of(name: str, *, is_whole: bool) -> Outcome | None:
    """Return the outcome that shows a variable, as a whole or by element; None of others."""
    for row in model().outcomes.values():
        if name == (row.whole if is_whole else row.each):
            return row
    return None


def doc_of(name: str) -> str:
    """Return the sentence on a variable or an input in English; empty for the clock."""
    equation, row = model().equations.get(name), row_of(name)
    if equation is not None:
        return " ".join(docstring(equation.function).split())
    return row.doc if row is not None else ""


@cache
def used_by(name: str) -> tuple[str, ...]:
    """Return the variables whose equations name one, or whose first value it is."""
    return tuple(
        each.name
        for each in model().equations.values()
        if name in (*map(_plain, each.needs), each.start) and each.name != name
    )


def _plain(need: str) -> str:
    return model().counterfactuals.get(need, need)


def _given(node: Node, course: Course, against: Course) -> tuple[Given, ...]:
    """Return the values that an equation names, of what it sums up each element.

    What flows into a stock is that of the month before, by which the stock is what it is.
    """
    links = [link for link in causes_of(node, course) if link.is_start == _begins(node, course)]
    before = node.is_stock and not _begins(node, course)
    return tuple(
        Given(
            each, course.value(each, before=before), against.value(each, before=before), link.sign
        )
        for link in links
        for each in link.cause.each
    )


def _begins(node: Node, course: Course) -> bool:
    """Tell whether a value is that with which a stock begins."""
    return node.is_stock and course.month == 0


def _proofs(node: Node) -> tuple[Proof, ...]:
    row = row_of(node.name)
    if row is None or isinstance(row, Conversion):
        return ()
    elements = node.elements if node.element == ALL else (node.element,)
    ids = dict.fromkeys(evidence_of(row, element) for element in elements)
    return tuple(proof_of(each) for each in ids)


def _points(node: Node, course: Course) -> tuple[Point, ...]:
    outcome = outcome_of(node.name, is_whole=not node.element)
    if outcome is None:
        return ()
    element = node.element if node.element != ALL else ""
    return points(outcome.key, element, course.scenario.figures, outcome.unit)
