"""The schedule: what the kernel computes when, and in which loops.

Fourth floor of planner. What is alike in all futures is computed before any of them, in a prelude.
What no stock needs is computed only at the months that are recorded, and only when an outcome that
was asked for rests on it. So are, at every step, the world without vouchers and stocks that nothing
but outcomes rest on.
"""

import ast
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from planner.engine.kernel.passes.code_motion import Hoisted, hoist
from planner.engine.kernel.passes.dead_code import independent, live
from planner.engine.kernel.passes.definition import Assignment, Definition
from planner.engine.kernel.passes.loop_fusion import Loops, fused, names_of
from planner.engine.kernel.passes.specialization import definitions
from planner.engine.kernel.passes.variability import Variability
from planner.model.counterfactual import core_of
from planner.model.graph import CLOCK, WITHOUT, Model
from planner.model.indices import Index
from planner.model.language.expression import names

FLOW = "flow_of_"
SHOWN = "shown_"


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
class Sink:
    """What moves one stock that nothing but outcomes rest on; it shares no value with others."""

    loops: Loops
    stocks: Stocks


@dataclass(frozen=True, slots=True)
class Schedule:
    """The loops of the kernel, and the stocks they move.

    The prelude: `shared` once, `moment_start` at the first step, `moment` at every step, which
    moves `steady` stocks. Of each future: `once`, `start` before the first step, `each_step`, which
    moves `core` stocks, `counterfactual` after it where both worlds are compared, which moves
    `copied` stocks, some `sinks`, and at a month some `outputs`, each of which shares no value with
    others.
    """

    shared: Loops
    moment_start: Loops
    moment: Loops
    once: Loops
    start: Loops
    each_step: Loops
    counterfactual: Loops
    sinks: tuple[Sink, ...]
    outputs: tuple[Loops, ...]
    steady: Stocks
    core: Stocks
    copied: Stocks
    indices: Mapping[str, Index | None]
    variabilities: Mapping[str, Variability]

    @property
    def loops(self) -> Loops:
        """Every loop."""
        sinks = (loop for sink in self.sinks for loop in sink.loops)
        outputs = (loop for output in self.outputs for loop in output)
        prelude = (*self.shared, *self.moment_start, *self.moment)
        future = (*self.once, *self.start, *self.each_step, *self.counterfactual)
        return (*prelude, *future, *sinks, *outputs)


def make_schedule(system: Model) -> Schedule:
    """Return the loops for the model and for its counterfactual, side by side."""
    both = definitions(system)
    hoisted = hoist(both, system)
    stocks = {one.name: one for one in both if one.is_stock}
    shared, moment, once, moving = _by_variability(hoisted, stocks)
    outcomes = frozenset(o.variable(e) for o in system.outcomes.values() for e in o.elements)
    steady = [name for name in stocks if hoisted.variabilities[name] is Variability.MOMENT]
    core = [name for name in stocks if name not in steady and name in core_of(system)]
    copies = [name for name in stocks if name not in steady and name.endswith(WITHOUT)]
    sinks = [name for name in stocks if name not in {*steady, *core, *copies}]
    copied = _read(moving, outcomes, (*core, *sinks), copies)

    given = frozenset(system.inputs) | CLOCK.keys()
    known = given | names_of(shared)
    prepared = known | names_of(moment) | names_of(once) | frozenset(steady)
    state = prepared | frozenset((*core, *copied, *sinks))
    each_step = live(moving, map(_flow, core))
    stepped = state | names_of(each_step)
    counterfactual = live(moving, map(_flow, copied), stepped)
    compared = stepped | (names_of(counterfactual) & _of_copies(moving, copies))
    flows = {name: live(moving, [_flow(name)], compared) for name in sinks}
    shown = _shown(outcomes, hoisted)
    recorded = (*live(moving, outcomes, compared), *shown)
    indices = hoisted.indices | {_flow(name): hoisted.indices[name] for name in stocks}
    variabilities = hoisted.variabilities
    variabilities |= {_flow(name): hoisted.variabilities[name] for name in stocks}
    return Schedule(
        shared=fused(shared, given),
        moment_start=fused(_starting(steady, stocks, moment), known),
        moment=fused(moment, known | frozenset(steady)),
        once=fused(once, known),
        start=fused(_starting((*core, *copied, *sinks), stocks, moving), prepared),
        each_step=fused(each_step, state),
        counterfactual=fused(counterfactual, stepped),
        sinks=tuple(
            Sink(fused(flow, compared), _stocks([name], stocks)) for name, flow in flows.items()
        ),
        outputs=tuple(fused(group, compared) for group in independent(recorded)),
        steady=_stocks(steady, stocks),
        core=_stocks(core, stocks),
        copied=_stocks(copied, stocks),
        indices=indices | {one.name: one.index for one in shown},
        variabilities=variabilities | dict.fromkeys(names_of(shown), Variability.MOVING),
    )


def _by_variability(
    hoisted: Hoisted, stocks: Mapping[str, Definition]
) -> tuple[list[Assignment], ...]:
    """Return the assignments of each variability, in its order, stocks as their flows."""
    return tuple(
        [_as_flow(one, stocks) for one in hoisted.by_variability[each]] for each in Variability
    )


def _shown(outcomes: Iterable[str], hoisted: Hoisted) -> list[Assignment]:
    """Return copies for every future of the outcomes that all futures share."""
    return [
        Assignment(SHOWN + name, hoisted.indices[name], ast.Name(name))
        for name in sorted(outcomes)
        if hoisted.variabilities[name] <= Variability.MOMENT
    ]


def _flow(name: str) -> str:
    return FLOW + name


def _as_flow(one: Assignment, stocks: Mapping[str, Definition]) -> Assignment:
    """Return a stock's assignment under the name of its flow, any other one as it is."""
    return Assignment(_flow(one.name), one.index, one.value) if one.name in stocks else one


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
    kept: set[str] = set()
    while True:
        needed = live(moving, {*map(_flow, (*moved, *kept)), *outcomes})
        read = {name for one in needed for name in names(one.value)} & set(copies)
        if read <= kept:
            return [name for name in copies if name in kept]
        kept |= read


def _of_copies(moving: Iterable[Assignment], copies: Iterable[str]) -> frozenset[str]:
    """Return the values that rest on the world without vouchers, those of that world included."""
    resting = set(copies)
    for one in moving:
        if one.name.endswith(WITHOUT) or not resting.isdisjoint(names(one.value)):
            resting.add(one.name)
    return frozenset(resting)


def _starting(
    wanted: Iterable[str], stocks: Mapping[str, Definition], moving: Iterable[Assignment]
) -> list[Assignment]:
    """Return what is computed before the first step: stocks, and what their starts rest on."""
    moved = {one.name: one for one in moving}
    needed: dict[str, Assignment] = {}

    def add(name: str) -> None:
        stock = stocks.get(name)
        start = None if stock is None else stock.start
        one = moved.get(name) if stock is None else None
        value = start if one is None else one.value
        if name in needed or value is None:
            return
        for need in sorted(names(value)):
            add(need)
        index = stock.index if stock is not None else one.index if one is not None else None
        needed[name] = Assignment(name, index, value)

    for name in wanted:
        add(name)
    return list(needed.values())
