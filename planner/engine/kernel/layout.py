"""Where every value of the kernel stands in its workspace.

Fourth floor of planner. The workspace is one flat float64 array for a block of futures. A value of
the nation takes one lane per future, a segment value two, an area value seven.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planner.engine.kernel.plan import FLOW, Plan
from planner.model.expression import names
from planner.model.graph import Model
from planner.model.indices import ELEMENTS, Index

BLOCK = 8
"""Futures computed together: few enough for all their values to stay in the first cache."""
STORED = 16
"""Futures stored side by side: whoever gathers them reads more than a cache line at a time."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Offsets in lanes: of every value, of stocks and flows as a whole, signed ones last."""

    offsets: Mapping[str, int]
    stocks: int
    flows: int
    stock_lanes: int
    signed_lanes: int
    lanes: int


def make_layout(system: Model, plan: Plan) -> Layout:
    """Return where everything stands; stocks and their flows stand in the same order."""
    offsets: dict[str, int] = {}
    stocks = 0
    order = sorted(plan.stocks, key=lambda name: name in plan.signed)
    end = _place(offsets, stocks, order, plan.indices)
    flows = end
    flow_names = tuple(FLOW + name for name in order)
    end = _place(offsets, flows, flow_names, plan.indices)
    rest = dict.fromkeys((*system.inputs, *_kept(system, plan)))
    end = _place(offsets, end, (name for name in rest if name not in offsets), plan.indices)
    signed = sum(lanes_of(plan.indices[name]) for name in plan.signed)
    return Layout(offsets, stocks, flows, flows - stocks, signed, end)


def lanes_of(index: Index | None) -> int:
    """Return the lanes a value of this index takes."""
    return BLOCK * len(ELEMENTS[index])


def _place(
    offsets: dict[str, int], start: int, wanted: Iterable[str], indices: Mapping[str, Index | None]
) -> int:
    for name in wanted:
        offsets[name] = start
        start += lanes_of(indices[name])
    return start


def _kept(system: Model, plan: Plan) -> tuple[str, ...]:
    """Return the values that outlive their loop: read by another one, or an outcome."""
    wanted = {o.variable(e) for o in system.outcomes.values() for e in o.elements}
    computed: list[str] = []
    for loop in plan.loops:
        here = {assignment.name for assignment in loop.assignments}
        computed.extend(here)
        for assignment in loop.assignments:
            wanted |= names(assignment.value) - (here if loop not in plan.start else set())
    return tuple(sorted(wanted & frozenset(computed)))
