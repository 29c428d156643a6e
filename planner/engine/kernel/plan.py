"""Decides what the kernel computes once, what at every step, what at a look, and in which loops.

Fourth floor of planner. What no stock needs is computed only at the months that are looked at, and
only when an outcome that was asked for rests on it. Assignments are put into as few loops as
possible: national loops (values without an index, and segments written out) and area loops run by
turns, because a sum over areas needs all of them first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planner.engine.kernel.hoist import Assignment, Hoisted, Place, hoist
from planner.engine.kernel.worlds import Definition, definitions
from planner.model.expression import names
from planner.model.graph import CLOCK, WITHOUT, Model
from planner.model.indices import Index

FLOW = "flow_of_"


@dataclass(frozen=True, slots=True)
class Loop:
    """Assignments computed together, in order, for a block of futures."""

    place: Place
    assignments: tuple[Assignment, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The loops of the kernel: once per run, at the start, at every step, at a look.

    Each entry of `looks` stands alone: it shares no value with the others. `signed` lists those of
    the `stocks` that may be negative.
    """

    once: tuple[Loop, ...]
    start: tuple[Loop, ...]
    each_step: tuple[Loop, ...]
    looks: tuple[tuple[Loop, ...], ...]
    stocks: tuple[str, ...]
    signed: tuple[str, ...]
    indices: Mapping[str, Index | None]

    @property
    def loops(self) -> tuple[Loop, ...]:
        """Every loop."""
        looks = (loop for look in self.looks for loop in look)
        return (*self.once, *self.start, *self.each_step, *looks)


def make_plan(system: Model) -> Plan:
    """Return the loops for the model and for its counterfactual, side by side."""
    both = definitions(system)
    found = hoist(both, system.indices, system.inputs)
    stocks = {one.name: one for one in (*both, *found.grown) if one.is_stock}
    moving = [_as_flow(one, stocks) for one in found.moving]
    indices = found.indices | {FLOW + name: found.indices[name] for name in stocks}
    outcomes = frozenset(o.variable(e) for o in system.outcomes.values() for e in o.elements)
    given = frozenset(system.inputs) | CLOCK.keys()
    known = given | {one.name for one in found.once}
    state = known | frozenset(stocks)
    stepping = _needed(moving, {FLOW + name for name in stocks})
    stepped = state | {one.name for one in stepping}
    looking = [one for one in _needed(moving, outcomes) if one.name not in stepped]
    return Plan(
        once=_loops(found.once, given),
        start=_loops(_starting(system, found, moving, stocks), known),
        each_step=_loops(stepping, state),
        looks=tuple(_loops(part, stepped) for part in _apart(looking)),
        stocks=tuple(stocks),
        signed=tuple(name for name, one in stocks.items() if one.signed),
        indices=indices,
    )


def _as_flow(one: Assignment, stocks: Mapping[str, Definition]) -> Assignment:
    """Return a stock's assignment under the name of its flow, any other one as it is."""
    return Assignment(FLOW + one.name, one.index, one.value) if one.name in stocks else one


def _needed(moving: Iterable[Assignment], wanted: Iterable[str]) -> list[Assignment]:
    """Return the assignments that the wanted names rest on, in order."""
    needed = set(wanted)
    found: list[Assignment] = []
    for assignment in reversed(list(moving)):
        if assignment.name in needed:
            needed |= names(assignment.value)
            found.append(assignment)
    return found[::-1]


def _apart(assignments: Iterable[Assignment]) -> list[list[Assignment]]:
    """Return groups of assignments that need nothing of each other."""
    groups: list[list[Assignment]] = []
    for one in assignments:
        near = [g for g in groups if names(one.value) & {member.name for member in g}]
        groups = [g for g in groups if g not in near]
        groups.append([member for g in near for member in g] + [one])
    return groups


def _starting(
    system: Model,
    found: Hoisted,
    moving: Iterable[Assignment],
    stocks: Mapping[str, Definition],
) -> list[Assignment]:
    """Return what is computed before the first step: stocks, and what their starts rest on."""
    moved = {one.name: one for one in moving}
    made: dict[str, Assignment] = {}

    def add(name: str) -> None:
        if name in made:
            return
        stock = stocks.get(name)
        if stock is not None and stock.start is not None:
            made[name] = Assignment(name, stock.index, stock.start)
        elif name in moved:
            for need in sorted(names(moved[name].value)):
                add(need)
            made[name] = moved[name]

    for one in found.grown:
        add(one.name)
    for name in system.starting:
        add(name)
        add(name + WITHOUT)
    return list(made.values())


def _loops(assignments: Iterable[Assignment], known: frozenset[str]) -> tuple[Loop, ...]:
    """Return the shorter of the two ways to take turns."""
    waiting = tuple(assignments)
    ways = [_take_turns(waiting, known, first) for first in ("nation", "area")]
    return min(ways, key=len)


def _take_turns(
    waiting: tuple[Assignment, ...], known: frozenset[str], first: str
) -> tuple[Loop, ...]:
    loops: list[Loop] = []
    done, place = set(known), first
    while waiting:
        taken: list[Assignment] = []
        here: set[str] = set()
        for assignment in waiting:
            if assignment.place == place and names(assignment.value) <= done | here:
                taken.append(assignment)
                here.add(assignment.name)
        if taken:
            loops.append(Loop(taken[0].place, tuple(taken)))
        waiting = tuple(a for a in waiting if a.name not in here)
        done |= here
        place = "area" if place == "nation" else "nation"
    return tuple(loops)
