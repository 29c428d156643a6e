"""Where every value of the kernel stands.

Fourth floor of planner. There are three tables of float64. `shared` holds a number for all futures
and steps, a row of `moment` holds the numbers of all futures at one step. The `workspace` is for a
block of futures: a value takes a lane for each of them. A value of the nation takes one such place,
a segment value two, an area value seven.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planner.engine.kernel.keep import Table
from planner.engine.kernel.levels import Level
from planner.engine.kernel.plan import FLOW, SHOWN, Loop, Plan, Stocks
from planner.model.expression import names
from planner.model.graph import CLOCK, Model
from planner.model.indices import ELEMENTS

BLOCK = 8
"""Futures computed together: few enough for all their values to stay in the first cache."""
STORED = 16
"""Futures stored side by side: whoever gathers them reads more than a cache line at a time."""

TABLES: Mapping[Level, Table] = {
    Level.SHARED: "shared",
    Level.MOMENT: "moment",
    Level.FUTURE: "workspace",
    Level.MOVING: "workspace",
}
WIDTHS: Mapping[Table, int] = {"shared": 1, "moment": 1, "workspace": BLOCK}


@dataclass(frozen=True, slots=True)
class Moving:
    """Where stocks that move together stand, and their flows, in the same order.

    `plain` and `signed` are how many numbers each kind takes, signed ones standing last.
    """

    stocks: int
    flows: int
    plain: int
    signed: int

    @property
    def size(self) -> int:
        """How many numbers all stocks take."""
        return self.plain + self.signed


@dataclass(frozen=True, slots=True)
class Layout:
    """Where every value stands in the table of its level, and how large the tables are."""

    offsets: Mapping[str, tuple[Table, int]]
    sizes: Mapping[Table, int]
    steady: Moving
    own: Moving
    other: Moving
    asides: tuple[Moving, ...]


def make_layout(system: Model, plan: Plan) -> Layout:
    """Return where everything stands; levers stand first in the order of their rows."""
    making = _Making(plan)
    making.place((*system.path_levers, *CLOCK, *system.constants, *system.conversions))
    steady, own, other = map(making.place_stocks, (plan.steady, plan.own, plan.other))
    asides = tuple(making.place_stocks(aside.stocks) for aside in plan.asides)
    making.place((*system.assumptions, *_kept(system, plan)))
    return Layout(making.offsets, making.sizes, steady, own, other, asides)


class _Making:
    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.offsets: dict[str, tuple[Table, int]] = {}
        self.sizes: dict[Table, int] = dict.fromkeys(WIDTHS, 0)

    def place(self, wanted: Iterable[str]) -> None:
        """Give values the next places of their tables."""
        for name in wanted:
            if name not in self.offsets:
                table = TABLES[self._plan.levels[name]]
                self.offsets[name] = table, self.sizes[table]
                self.sizes[table] += self._size(name)

    def place_stocks(self, stocks: Stocks) -> Moving:
        """Give stocks places, then their flows."""
        table: Table = "moment" if stocks is self._plan.steady else "workspace"
        first = self.sizes[table]
        self.place(stocks.all)
        flows = self.sizes[table]
        self.place(FLOW + name for name in stocks.all)
        plain, signed = (sum(map(self._size, kind)) for kind in (stocks.plain, stocks.signed))
        return Moving(first, flows, plain, signed)

    def _size(self, name: str) -> int:
        elements = ELEMENTS[self._plan.indices[name]]
        return WIDTHS[TABLES[self._plan.levels[name]]] * len(elements)


def _kept(system: Model, plan: Plan) -> tuple[str, ...]:
    """Return the values that outlive their loop: read by another one, or an outcome."""
    outcomes = {o.variable(e) for o in system.outcomes.values() for e in o.elements}
    wanted = outcomes | {SHOWN + name for name in outcomes}
    computed: set[str] = set()
    for loop in plan.loops:
        here = _names_in(loop)
        computed |= here
        for assignment in loop.assignments:
            wanted |= names(assignment.value) - here
    return tuple(sorted(wanted & computed))


def _names_in(loop: Loop) -> set[str]:
    return {assignment.name for assignment in loop.assignments}
