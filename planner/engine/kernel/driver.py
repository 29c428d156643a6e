"""Writes the kernel's one outer function: loads blocks of futures, steps through time, stores.

Fourth floor of planner. `run` takes what `RUN_ARGUMENTS` lists and works through the blocks `first`
to `last`. Outcomes go to `single` (float32, flat, in the order parts, months, rows, lanes: a part
is several blocks side by side), and those of the very first future to `double` (float64, months,
rows); where `single` is empty, all go to `double` in the order of `single`. `broken` takes for each
future the first month at which a stock is negative that must not be, or not finite, infinity where
none ever is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from llvmlite import ir

from planner.engine.kernel.calls import RUN, RUN_ARGUMENTS
from planner.engine.kernel.lanes import (
    BYTES,
    DOUBLE,
    LANES,
    SINGLE_LANES,
    counting,
    define_outer,
    index,
    load,
    number,
    splat,
    store,
)
from planner.engine.kernel.layout import BLOCK, STORED, Layout


@dataclass(frozen=True, slots=True)
class Parts:
    """The functions that `run` calls: once per block, at its start, at every step, at looks."""

    once: ir.Function
    start: ir.Function
    advance: ir.Function
    looks: Sequence[ir.Function]


def define_run(module: ir.Module, parts: Parts, layout: Layout) -> None:
    """Write the outer function."""
    builder, given = define_outer(module, RUN, RUN_ARGUMENTS)
    _Run(builder, given, parts, layout).write()
    builder.ret_void()


class _Run:
    def __init__(
        self, builder: ir.IRBuilder, given: dict[str, ir.Value], parts: Parts, layout: Layout
    ) -> None:
        self._builder = builder
        self._given = given
        self._parts = parts
        self._layout = layout
        self._broken, self._least, self._sum = (builder.alloca(LANES) for _ in range(3))

    def write(self) -> None:
        builder, given = self._builder, self._given
        rows = builder.sdiv(given["drawn_size"], self._at_least_one(given["drawn_rows_size"]))
        last_step = builder.sub(given["moments_size"], index(1))
        months = builder.add(builder.sdiv(last_step, given["each"]), index(1))
        month_size = builder.mul(given["sources_size"], index(STORED))
        part_size = builder.mul(months, month_size)
        blocks = index(STORED // BLOCK)
        with counting(builder, given["first"], given["last"]) as block:
            self._load(block, rows)
            part = builder.mul(builder.sdiv(block, blocks), part_size)
            lane = builder.mul(builder.srem(block, blocks), index(BLOCK))
            self._walk(block, builder.add(part, lane), month_size)

    def _at_least_one(self, value: ir.Value) -> ir.Value:
        some = self._builder.icmp_signed(">", value, index(1))
        return self._builder.select(some, value, index(1))

    def _load(self, block: ir.Value, futures: ir.Value) -> None:
        """Put the inputs of a block of futures into the workspace."""
        builder, given = self._builder, self._given
        with counting(builder, index(0), given["fixed_size"]) as row:
            value = splat(builder, self._element("fixed", row))
            store(builder, value, given["workspace"], self._element("row_offset", row))
        with counting(builder, index(0), given["drawn_rows_size"]) as place:
            row = self._element("drawn_rows", place)
            begin = builder.add(builder.mul(place, futures), builder.mul(block, index(BLOCK)))
            value = load(builder, given["drawn"], begin, align=BYTES)
            store(builder, value, given["workspace"], self._element("row_offset", row))

    def _walk(self, block: ir.Value, base: ir.Value, month_size: ir.Value) -> None:
        """Take a block of futures through time."""
        builder, given = self._builder, self._given
        beginning = self._clock(index(0))
        builder.call(self._parts.once, [given["workspace"], *beginning])
        builder.call(self._parts.start, [given["workspace"], *beginning])
        builder.store(number(inf), self._broken)
        with counting(builder, index(0), given["moments_size"]) as number_of_step:
            clock = self._clock(number_of_step)
            builder.call(self._parts.advance, [given["workspace"], *clock])
            rest = builder.srem(number_of_step, given["each"])
            with builder.if_then(builder.icmp_signed("==", rest, index(0))):
                month = builder.sdiv(number_of_step, given["each"])
                self._look(clock)
                self._store(block, month, builder.add(base, builder.mul(month, month_size)))
            self._add_flows(self._month_from(number_of_step))
        broken = builder.gep(given["broken"], [builder.mul(block, index(BLOCK))])
        address = builder.bitcast(broken, LANES.as_pointer())
        builder.store(builder.load(self._broken), address, align=BYTES)

    def _month_from(self, number_of_step: ir.Value) -> ir.Value:
        """Return the first month that shows what holds from a step on, as a vector."""
        builder, each = self._builder, self._given["each"]
        up = builder.add(number_of_step, builder.sub(each, index(1)))
        return splat(builder, builder.sitofp(builder.sdiv(up, each), DOUBLE))

    def _clock(self, number_of_step: ir.Value) -> tuple[ir.Value, ...]:
        elapsed = self._element("moments", number_of_step)
        time = self._builder.fadd(self._given["first_year"], elapsed)
        return time, elapsed, self._given["step"]

    def _look(self, clock: tuple[ir.Value, ...]) -> None:
        """Compute the looks that are asked for."""
        builder = self._builder
        for place, look in enumerate(self._parts.looks):
            asked = self._element("asked", index(place))
            with builder.if_then(builder.icmp_signed("!=", asked, index(0))):
                builder.call(look, [self._given["workspace"], *clock])

    def _store(self, block: ir.Value, month: ir.Value, base: ir.Value) -> None:
        """Write the wanted values of a month, the first future's in full as well."""
        builder, given = self._builder, self._given
        is_single = builder.icmp_signed(">", given["single_size"], index(0))
        is_first = builder.icmp_signed("==", block, index(0))
        has_double = builder.icmp_signed(">", given["double_size"], index(0))
        keeps_center = builder.and_(is_first, has_double)
        center = builder.mul(month, given["sources_size"])
        with builder.if_else(is_single) as (single, double):
            with single, counting(builder, index(0), given["sources_size"]) as row:
                value = load(builder, given["workspace"], self._element("sources", row))
                at = builder.gep(given["single"], [self._lane(base, row)])
                pointer = builder.bitcast(at, SINGLE_LANES.as_pointer())
                builder.store(builder.fptrunc(value, SINGLE_LANES), pointer, align=4)
                with builder.if_then(keeps_center):
                    exact = builder.gep(given["double"], [builder.add(center, row)])
                    builder.store(builder.extract_element(value, index(0)), exact)
            with double, counting(builder, index(0), given["sources_size"]) as row:
                value = load(builder, given["workspace"], self._element("sources", row))
                at = builder.gep(given["double"], [self._lane(base, row)])
                builder.store(value, builder.bitcast(at, LANES.as_pointer()), align=BYTES)

    def _lane(self, base: ir.Value, row: ir.Value) -> ir.Value:
        return self._builder.add(base, self._builder.mul(row, index(STORED)))

    def _add_flows(self, month: ir.Value) -> None:
        """Move every stock by a step of its flow; note the month where one breaks the law.

        The sum of all stocks is finite where each of them is.
        """
        self._builder.store(number(0.0), self._least)
        self._builder.store(number(0.0), self._sum)
        unsigned = self._layout.stock_lanes - self._layout.signed_lanes
        self._add_some(0, unsigned, signed=False)
        self._add_some(unsigned, self._layout.stock_lanes, signed=True)
        self._note(month)

    def _add_some(self, first: int, last: int, *, signed: bool) -> None:
        """Move the stocks that stand between two lanes; remember the least of unsigned ones."""
        builder, workspace = self._builder, self._given["workspace"]
        step = splat(builder, self._given["step"])
        with counting(builder, index(first // BLOCK), index(last // BLOCK)) as place:
            lane = builder.mul(place, index(BLOCK))
            stock = builder.add(lane, index(self._layout.stocks))
            flow = load(builder, workspace, builder.add(lane, index(self._layout.flows)))
            now = load(builder, workspace, stock)
            if not signed:
                builder.store(self._smaller(now, builder.load(self._least)), self._least)
            builder.store(builder.fadd(builder.load(self._sum), now), self._sum)
            moved = builder.fadd(now, builder.fmul(step, flow))
            store(builder, moved, workspace, stock)

    def _note(self, month: ir.Value) -> None:
        """Note the month for those futures that break the law now and did not before."""
        builder, known = self._builder, self._builder.load(self._broken)
        positive = builder.fcmp_ordered(">=", builder.load(self._least), number(0.0))
        total = builder.load(self._sum)
        below = builder.fcmp_ordered("<", total, number(inf))
        above = builder.fcmp_ordered(">", total, number(-inf))
        lawful = builder.and_(positive, builder.and_(below, above))
        builder.store(builder.select(lawful, known, self._smaller(month, known)), self._broken)

    def _smaller(self, value: ir.Value, other: ir.Value) -> ir.Value:
        builder = self._builder
        return builder.select(builder.fcmp_ordered("<", value, other), value, other)

    def _element(self, array: str, place: ir.Value) -> ir.Value:
        return self._builder.load(self._builder.gep(self._given[array], [place]))
