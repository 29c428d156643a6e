"""All that is shown of an inspected value, worked out step by step off the window's thread.

Sixth floor of planner. While a hand moves only what follows the numbers is worked out; loops and
levers behind the value come when it rests, and those of before stay meanwhile.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planner.ensemble.progress import Steps, as_part
from planner.model.scenario import Scenario
from planner.studies.answers.about import About
from planner.studies.inspect.causes import (
    CauseMap,
    Link,
    first_opened,
    levers_behind,
    map_of,
    way_to,
)
from planner.studies.inspect.future import RankedFuture, future_at
from planner.studies.inspect.inspection import Inspection, differs, inspect_node
from planner.studies.inspect.loops import Loop, loops_through
from planner.studies.inspect.moment import Course, course_of
from planner.studies.inspect.node import Node

if TYPE_CHECKING:
    from planner.ensemble.many import Projector


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be traced: a value of a scenario in a month, held against another one.

    `opened` are the nodes whose causes the map shows, None for those shown at first. `share` is the
    rank of a future by what `about` says, None for the run at central values; `future` one that was
    found before, which stays the same one while levers move.
    """

    node: Node
    scenario: Scenario
    against: Scenario
    month: int
    opened: frozenset[Node] | None = None
    share: float | None = None
    about: About | None = None
    future: RankedFuture | None = None
    is_moving: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A node of the map with its value, beside that of what it is held against.

    `low` and `high` are the same but for a node that stands for several.
    """

    node: Node
    low: float
    high: float
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Traced:
    """What was found; loops and ways from levers are None while a hand moves."""

    wanted: Wanted
    found: Inspection
    map: CauseMap
    opened: frozenset[Node]
    values: tuple[Shown, ...]
    future: RankedFuture | None
    loops: tuple[Loop, ...] | None = None
    ways: tuple[tuple[Node, tuple[Link, ...]], ...] | None = None


def traced(wanted: Wanted, engine: "Projector") -> Steps[Traced]:
    """Trace a value; yields the share that is done.

    Raises InspectError for a month beyond the scenario, FutureError where no future has a rank.
    """
    future = yield from _future(wanted, engine)
    scenario, against = _held(wanted, future)
    course, other = course_of(scenario, wanted.month), course_of(against, wanted.month)
    yield from as_part(course.approach(), 0.0, 0.4)
    yield from as_part(other.approach(), 0.4, 0.7)
    yield 0.7
    found = inspect_node(wanted.node, course, other)
    opened = first_opened(wanted.node, course) if wanted.opened is None else wanted.opened
    drawn = map_of(wanted.node, course, opened)
    values = tuple(_shown(placed.node, course, other) for placed in drawn.nodes)
    answer = Traced(wanted, found, drawn, opened, values, future)
    if wanted.is_moving:
        return answer
    yield 0.8
    loops = loops_through(wanted.node.name, course)
    yield 0.9
    behind = levers_behind(wanted.node, course)
    ways = tuple((lever, way_to(lever, wanted.node, course)) for lever in behind)
    return replace(answer, loops=loops, ways=ways)


def _future(wanted: Wanted, engine: "Projector") -> Steps[RankedFuture | None]:
    """Return the future that is asked for, the same as before while levers move."""
    if wanted.share is None or wanted.about is None:
        return None
    known = wanted.future
    if known is not None and wanted.is_moving and known.about == wanted.about:
        return known
    return (
        yield from future_at(engine, wanted.scenario, wanted.against, wanted.about, wanted.share)
    )


def _held(wanted: Wanted, future: RankedFuture | None) -> tuple[Scenario, Scenario]:
    """Return both scenarios, holding the future that is shown."""
    if future is None:
        return wanted.scenario, wanted.against
    return (
        replace(wanted.scenario, assumptions=future.scenario.assumptions),
        replace(wanted.against, assumptions=future.against.assumptions),
    )


def _shown(node: Node, course: Course, other: Course) -> Shown:
    values = [course.value(each) for each in node.each]
    others = [other.value(each) for each in node.each]
    is_changed = any(differs(one, two) for one, two in zip(values, others, strict=True))
    return Shown(node, min(values), max(values), is_changed)
