"""Where every value of the kernel stands.

Fourth floor of planner. There are three tables of float64. `shared` holds a number for all futures
and steps, a row of `moment` holds the numbers of all futures at one step. The `workspace` is for a
block of futures: a value takes a lane for each of them. A value of the nation takes one such place,
a segment value two, an area value seven.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planner.engine.kernel.codegen.compiled import Table
from planner.engine.kernel.passes.schedule import FLOW, SHOWN, Schedule, Stocks
from planner.engine.kernel.passes.variability import Variability
from planner.model.graph import CLOCK, Model
from planner.model.indices import ELEMENTS
from planner.model.language.expression import names

LANES = 8
"""Futures computed together: few enough for all their values to stay in the first cache."""
PART = 16
"""Futures stored side by side: whoever gathers them reads more than a cache line at a time."""

TABLES: Mapping[Variability, Table] = {
    Variability.SHARED: "shared",
    Variability.MOMENT: "moment",
    Variability.FUTURE: "workspace",
    Variability.MOVING: "workspace",
}
WIDTHS: Mapping[Table, int] = {"shared": 1, "moment": 1, "workspace": LANES}


@dataclass(frozen=True, slots=True)
class StockPlaces:
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
    """Where every value stands in the table of its variability, and how large the tables are."""

    offsets: Mapping[str, tuple[Table, int]]
    sizes: Mapping[Table, int]
    steady: StockPlaces
    core: StockPlaces
    copied: StockPlaces
    sinks: tuple[StockPlaces, ...]


def make_layout(system: Model, schedule: Schedule) -> Layout:
    """Return where everything stands; levers stand first in the order of their rows."""
    making = _Making(schedule)
    making.place((*system.path_levers, *CLOCK, *system.constants, *system.conversions))
    steady, core, copied = map(
        making.place_stocks, (schedule.steady, schedule.core, schedule.copied)
    )
    sinks = tuple(making.place_stocks(sink.stocks) for sink in schedule.sinks)
    making.place((*system.assumptions, *_kept(system, schedule)))
    return Layout(making.offsets, making.sizes, steady, core, copied, sinks)


class _Making:
    def __init__(self, schedule: Schedule) -> None:
        self._schedule = schedule
        self.offsets: dict[str, tuple[Table, int]] = {}
        self.sizes: dict[Table, int] = dict.fromkeys(WIDTHS, 0)

    def place(self, wanted: Iterable[str]) -> None:
        """Give values the next places of their tables."""
        for name in wanted:
            if name not in self.offsets:
                table = TABLES[self._schedule.variabilities[name]]
                self.offsets[name] = table, self.sizes[table]
                self.sizes[table] += self._size(name)

    def place_stocks(self, stocks: Stocks) -> StockPlaces:
        """Give stocks places, then their flows."""
        table: Table = "moment" if stocks is self._schedule.steady else "workspace"
        first = self.sizes[table]
        self.place(stocks.all)
        flows = self.sizes[table]
        self.place(FLOW + name for name in stocks.all)
        plain, signed = (sum(map(self._size, kind)) for kind in (stocks.plain, stocks.signed))
        return StockPlaces(first, flows, plain, signed)

    def _size(self, name: str) -> int:
        elements = ELEMENTS[self._schedule.indices[name]]
        return WIDTHS[TABLES[self._schedule.variabilities[name]]] * len(elements)


def _kept(system: Model, schedule: Schedule) -> tuple[str, ...]:
    """Return the values that outlive their loop: read by another one, or an outcome."""
    outcomes = {o.variable(e) for o in system.outcomes.values() for e in o.elements}
    wanted = outcomes | {SHOWN + name for name in outcomes}
    computed: set[str] = set()
    for loop in schedule.loops:
        here = loop.names
        computed |= here
        for assignment in loop.assignments:
            wanted |= names(assignment.value) - here
    return tuple(sorted(wanted & computed))
