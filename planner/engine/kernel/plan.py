"""Decides what the kernel computes when, and in which loops.

Fourth floor of planner. What is alike in all futures is computed before any of them, in a prelude.
What no stock needs is computed only at the months that are looked at, and only when an outcome that
was asked for rests on it. So are, at every step, the world without vouchers and stocks that nothing
but outcomes rest on. Assignments are put into as few loops as possible: national loops (values
without an index, and segments written out) and area loops run by turns, because a sum over areas
needs all of them first.
"""

import ast
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from planner.engine.kernel.definition import Definition
from planner.engine.kernel.hoist import Assignment, Hoisted, Place, hoist
from planner.engine.kernel.levels import Level
from planner.engine.kernel.worlds import definitions
from planner.model.counterfactual import needed_without
from planner.model.expression import names
from planner.model.graph import CLOCK, WITHOUT, Model
from planner.model.indices import Index

FLOW = "flow_of_"
SHOWN = "shown_"


@dataclass(frozen=True, slots=True)
class Loop:
    """Assignments computed together, in order, for a block of futures."""

    place: Place
    assignments: tuple[Assignment, ...]


Loops = tuple[Loop, ...]


@dataclass(frozen=True, slots=True)
class Stocks:
    """Names of stocks that move together; `signed` are those that may be negative."""

    plain: tuple[str, ...]
    signed: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """Every name, signed ones last."""
        return (*self.plain, *self.signed)


@dataclass(frozen=True, slots=True)
class Aside:
    """What moves one stock that nothing but outcomes rest on; it shares no value with others."""

    loops: Loops
    stocks: Stocks


@dataclass(frozen=True, slots=True)
class Plan:
    """The loops of the kernel, and the stocks they move.

    The prelude: `shared` once, `moment_start` at the first step, `moment` at every step, which
    moves `steady` stocks. Of each future: `once`, `start` before the first step, `each_step`, which
    moves `own` stocks, `beside` behind it where both worlds are compared, which moves `other`
    stocks, some `asides`, and at a month some `looks`, each of which shares no value with others.
    """

    shared: Loops
    moment_start: Loops
    moment: Loops
    once: Loops
    start: Loops
    each_step: Loops
    beside: Loops
    asides: tuple[Aside, ...]
    looks: tuple[Loops, ...]
    steady: Stocks
    own: Stocks
    other: Stocks
    indices: Mapping[str, Index | None]
    levels: Mapping[str, Level]

    @property
    def loops(self) -> Loops:
        """Every loop."""
        asides = (loop for aside in self.asides for loop in aside.loops)
        looks = (loop for look in self.looks for loop in look)
        prelude = (*self.shared, *self.moment_start, *self.moment)
        future = (*self.once, *self.start, *self.each_step, *self.beside)
        return (*prelude, *future, *asides, *looks)


def make_plan(system: Model) -> Plan:
    """Return the loops for the model and for its counterfactual, side by side."""
    both = definitions(system)
    found = hoist(both, system)
    stocks = {one.name: one for one in both if one.is_stock}
    shared, moment, once, moving = _by_level(found, stocks)
    outcomes = frozenset(o.variable(e) for o in system.outcomes.values() for e in o.elements)
    steady = [name for name in stocks if found.levels[name] is Level.MOMENT]
    own = [name for name in stocks if name not in steady and name in needed_without()]
    copies = [name for name in stocks if name not in steady and name.endswith(WITHOUT)]
    aside = [name for name in stocks if name not in {*steady, *own, *copies}]
    other = _read(moving, outcomes, (*own, *aside), copies)

    given = frozenset(system.inputs) | CLOCK.keys()
    known = given | _names_of(shared)
    prepared = known | _names_of(moment) | _names_of(once) | frozenset(steady)
    state = prepared | frozenset((*own, *other, *aside))
    each_step = _needed(moving, map(_flow, own))
    stepped = state | _names_of(each_step)
    beside = _needed(moving, map(_flow, other), stepped)
    compared = stepped | (_names_of(beside) & _of_copies(moving, copies))
    asides = {name: _needed(moving, [_flow(name)], compared) for name in aside}
    looking = _needed(moving, outcomes, compared)
    shown = _shown(outcomes, found)
    indices = found.indices | {_flow(name): found.indices[name] for name in stocks}
    levels = found.levels | {_flow(name): found.levels[name] for name in stocks}
    return Plan(
        shared=_loops(shared, given),
        moment_start=_loops(_starting(steady, stocks, moment), known),
        moment=_loops(moment, known | frozenset(steady)),
        once=_loops(once, known),
        start=_loops(_starting((*own, *other, *aside), stocks, moving), prepared),
        each_step=_loops(each_step, state),
        beside=_loops(beside, stepped),
        asides=tuple(
            Aside(_loops(one, compared), _stocks([name], stocks)) for name, one in asides.items()
        ),
        looks=tuple(_loops(part, compared) for part in _apart((*looking, *shown))),
        steady=_stocks(steady, stocks),
        own=_stocks(own, stocks),
        other=_stocks(other, stocks),
        indices=indices | {one.name: one.index for one in shown},
        levels=levels | dict.fromkeys(_names_of(shown), Level.MOVING),
    )


def _by_level(found: Hoisted, stocks: Mapping[str, Definition]) -> list[list[Assignment]]:
    """Return the assignments of each level, in the order of levels, stocks as their flows."""
    return [[_as_flow(one, stocks) for one in found.by_level[level]] for level in Level]


def _shown(outcomes: Iterable[str], found: Hoisted) -> list[Assignment]:
    """Return copies for every future of the outcomes that all futures share."""
    return [
        Assignment(SHOWN + name, found.indices[name], ast.Name(name))
        for name in sorted(outcomes)
        if found.levels[name] <= Level.MOMENT
    ]


def _flow(name: str) -> str:
    return FLOW + name


def _as_flow(one: Assignment, stocks: Mapping[str, Definition]) -> Assignment:
    """Return a stock's assignment under the name of its flow, any other one as it is."""
    return Assignment(_flow(one.name), one.index, one.value) if one.name in stocks else one


def _names_of(assignments: Iterable[Assignment]) -> frozenset[str]:
    return frozenset(one.name for one in assignments)


def _stocks(wanted: Iterable[str], stocks: Mapping[str, Definition]) -> Stocks:
    plain = tuple(name for name in wanted if not stocks[name].signed)
    return Stocks(plain, tuple(name for name in wanted if stocks[name].signed))


def _read(
    moving: Sequence[Assignment],
    outcomes: frozenset[str],
    moved: Sequence[str],
    copies: Sequence[str],
) -> list[str]:
    """Return those of the copied stocks that outcomes or moved stocks rest on, in order."""
    found: set[str] = set()
    while True:
        needed = _needed(moving, {*map(_flow, (*moved, *found)), *outcomes})
        read = {name for one in needed for name in names(one.value)} & set(copies)
        if read <= found:
            return [name for name in copies if name in found]
        found |= read


def _of_copies(moving: Iterable[Assignment], copies: Iterable[str]) -> frozenset[str]:
    """Return the values that rest on the world without vouchers, those of that world included."""
    found = set(copies)
    for one in moving:
        if one.name.endswith(WITHOUT) or not found.isdisjoint(names(one.value)):
            found.add(one.name)
    return frozenset(found)


def _needed(
    moving: Iterable[Assignment], wanted: Iterable[str], known: frozenset[str] = frozenset()
) -> list[Assignment]:
    """Return the assignments that the wanted names rest on, in order, without those known."""
    needed = set(wanted)
    found: list[Assignment] = []
    for assignment in reversed(list(moving)):
        if assignment.name in needed and assignment.name not in known:
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
    wanted: Iterable[str], stocks: Mapping[str, Definition], moving: Iterable[Assignment]
) -> list[Assignment]:
    """Return what is computed before the first step: stocks, and what their starts rest on."""
    moved = {one.name: one for one in moving}
    made: dict[str, Assignment] = {}

    def add(name: str) -> None:
        stock = stocks.get(name)
        start = None if stock is None else stock.start
        one = moved.get(name) if stock is None else None
        value = start if one is None else one.value
        if name in made or value is None:
            return
        for need in sorted(names(value)):
            add(need)
        index = stock.index if stock is not None else one.index if one is not None else None
        made[name] = Assignment(name, index, value)

    for name in wanted:
        add(name)
    return list(made.values())


def _loops(assignments: Iterable[Assignment], known: frozenset[str]) -> Loops:
    """Return the shorter of the two ways to take turns."""
    waiting = tuple(assignments)
    ways = [_take_turns(waiting, known, first) for first in ("nation", "area")]
    return min(ways, key=len)


def _take_turns(waiting: tuple[Assignment, ...], known: frozenset[str], first: str) -> Loops:
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
