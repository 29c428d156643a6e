"""Writes the kernel's function that runs futures: the loop over blocks, and that over time.

Fourth floor of planner. It takes what `RUN_ARGUMENTS` lists and works through some parts, then
through the next that no thread has taken yet, until all are done: it loads a block of futures (as
many as a vector has lanes), steps through time, stores. Outcomes go to those arrays that are not
empty: of all futures the first ones, as many as are `stored`, to `single` or `double` (float32 and
float64, flat, in the order parts, months, rows, lanes: a part is several blocks side by side); of
the very first future all of them to `center` (float64, months, rows). `broken` takes for each
future the first month at which a stock is negative that must not be, or not finite, infinity where
none ever is.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import inf

from llvmlite import ir

from planner.engine.kernel.codegen.layout import LANES, PART, Layout, StockPlaces
from planner.engine.kernel.codegen.signatures import RUN, RUN_ARGUMENTS
from planner.engine.kernel.codegen.vectors import (
    BYTES,
    DOUBLE,
    SINGLE_VECTOR,
    VECTOR,
    counted_loop,
    define_outer,
    index,
    load,
    number,
    splat,
    store,
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The functions that the outer ones call, named as the schedule's loops are."""

    shared: ir.Function
    moment_start: ir.Function
    moment: ir.Function
    once: ir.Function
    start: ir.Function
    each_step: ir.Function
    counterfactual: ir.Function
    sinks: Sequence[ir.Function]
    outputs: Sequence[ir.Function]


def define_run(module: ir.Module, parts: Parts, layout: Layout) -> None:
    """Write the function that runs blocks of futures."""
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
        self._broken, self._least, self._sum = (builder.alloca(VECTOR) for _ in range(3))
        asked = range(1 + len(parts.sinks) + len(parts.outputs))
        self._compares, *others = map(self._is_asked, asked)
        self._sinks = others[: len(parts.sinks)]
        self._outputs = others[len(parts.sinks) :]

    def _is_asked(self, place: int) -> ir.Value:
        return self._builder.icmp_signed("!=", self._element("asked", index(place)), index(0))

    def write(self) -> None:
        builder, given = self._builder, self._given
        rows = builder.sdiv(given["drawn_size"], self._at_least_one(given["drawn_rows_size"]))
        last_step = builder.sub(given["steps"], index(1))
        months = builder.add(builder.sdiv(last_step, given["each"]), index(1))
        month_size = builder.mul(given["stored"], index(PART))
        part_size = builder.mul(months, month_size)
        blocks = index(PART // LANES)
        with self._taking() as (begin, end), counted_loop(builder, begin, end) as block:
            self._load(block, rows)
            part = builder.mul(builder.sdiv(block, blocks), part_size)
            lane = builder.mul(builder.srem(block, blocks), index(LANES))
            self._walk(block, builder.add(part, lane), month_size)

    @contextmanager
    def _taking(self) -> Iterator[tuple[ir.Value, ir.Value]]:
        """Repeat what is written inside for some blocks at a time, until all threads took all."""
        builder, given, blocks = self._builder, self._given, index(PART // LANES)
        head, body, after = (builder.append_basic_block(name) for name in ("take", "run", "done"))
        builder.branch(head)
        builder.position_at_end(head)
        first = builder.atomic_rmw("add", given["taken"], given["take"], "monotonic")
        builder.cbranch(builder.icmp_signed("<", first, given["parts"]), body, after)
        builder.position_at_end(body)
        last = builder.add(first, given["take"])
        within = builder.icmp_signed("<", last, given["parts"])
        last = builder.select(within, last, given["parts"])
        yield builder.mul(first, blocks), builder.mul(last, blocks)
        builder.branch(head)
        builder.position_at_end(after)

    def _at_least_one(self, value: ir.Value) -> ir.Value:
        some = self._builder.icmp_signed(">", value, index(1))
        return self._builder.select(some, value, index(1))

    def _load(self, block: ir.Value, futures: ir.Value) -> None:
        """Put the inputs of a block of futures into the workspace."""
        builder, given = self._builder, self._given
        with counted_loop(builder, index(0), given["offsets_size"]) as row:
            value = splat(builder, self._element("fixed", row))
            store(builder, value, given["workspace"], self._element("offsets", row))
        with counted_loop(builder, index(0), given["drawn_rows_size"]) as place:
            row = self._element("drawn_rows", place)
            begin = builder.add(builder.mul(place, futures), builder.mul(block, index(LANES)))
            value = load(builder, given["drawn"], begin, align=BYTES)
            store(builder, value, given["workspace"], self._element("offsets", row))

    def _walk(self, block: ir.Value, base: ir.Value, month_size: ir.Value) -> None:
        """Take a block of futures through time."""
        builder, given = self._builder, self._given
        self._call(self._parts.once, index(0))
        self._call(self._parts.start, index(0))
        builder.store(splat(builder, given["lawless"]), self._broken)
        with counted_loop(builder, index(0), given["steps"]) as step:
            self._call(self._parts.each_step, step)
            with builder.if_then(self._compares):
                self._call(self._parts.counterfactual, step)
            self._call_some(self._parts.sinks, self._sinks, step)
            rest = builder.srem(step, given["each"])
            with builder.if_then(builder.icmp_signed("==", rest, index(0))):
                month = builder.sdiv(step, given["each"])
                self._call_some(self._parts.outputs, self._outputs, step)
                self._store(block, month, builder.add(base, builder.mul(month, month_size)))
            self._add_flows(self._month_from(step))
        broken = builder.gep(given["broken"], [builder.mul(block, index(LANES))])
        address = builder.bitcast(broken, VECTOR.as_pointer())
        builder.store(builder.load(self._broken), address, align=BYTES)

    def _month_from(self, step: ir.Value) -> ir.Value:
        """Return the first month that shows what holds from a step on, as a vector."""
        builder, each = self._builder, self._given["each"]
        up = builder.add(step, builder.sub(each, index(1)))
        return splat(builder, builder.sitofp(builder.sdiv(up, each), DOUBLE))

    def _call(self, function: ir.Function, step: ir.Value) -> None:
        """Call one of the parts at a step."""
        given, width = self._given, index(self._layout.sizes["moment"])
        row = self._builder.gep(given["moments"], [self._builder.mul(step, width)])
        self._builder.call(function, [given["workspace"], given["shared"], row])

    def _call_some(
        self, functions: Sequence[ir.Function], asked: Sequence[ir.Value], step: ir.Value
    ) -> None:
        """Call those of the parts that are asked for."""
        for function, is_asked in zip(functions, asked, strict=True):
            with self._builder.if_then(is_asked):
                self._call(function, step)

    def _store(self, block: ir.Value, month: ir.Value, base: ir.Value) -> None:
        """Write the wanted values of a month to those arrays that are not empty."""
        builder, given = self._builder, self._given
        with self._if_any("single"), self._each_wanted(given["stored"]) as (row, value):
            at = builder.gep(given["single"], [self._lane(base, row)])
            pointer = builder.bitcast(at, SINGLE_VECTOR.as_pointer())
            builder.store(builder.fptrunc(value, SINGLE_VECTOR), pointer, align=4)
        with self._if_any("double"), self._each_wanted(given["stored"]) as (row, value):
            at = builder.gep(given["double"], [self._lane(base, row)])
            builder.store(value, builder.bitcast(at, VECTOR.as_pointer()), align=BYTES)
        is_first = builder.icmp_signed("==", block, index(0))
        with builder.if_then(is_first), self._if_any("center"):
            begin = builder.mul(month, given["sources_size"])
            with self._each_wanted(given["sources_size"]) as (row, value):
                at = builder.gep(given["center"], [builder.add(begin, row)])
                builder.store(builder.extract_element(value, index(0)), at)

    @contextmanager
    def _if_any(self, array: str) -> Iterator[None]:
        """Do what is written inside where an array is not empty."""
        size = self._given[f"{array}_size"]
        with self._builder.if_then(self._builder.icmp_signed(">", size, index(0))):
            yield

    @contextmanager
    def _each_wanted(self, rows: ir.Value) -> Iterator[tuple[ir.Value, ir.Value]]:
        """Repeat what is written inside for each of the first wanted values: its row, the value."""
        with counted_loop(self._builder, index(0), rows) as row:
            place = self._element("sources", row)
            yield row, load(self._builder, self._given["workspace"], place)

    def _lane(self, base: ir.Value, row: ir.Value) -> ir.Value:
        return self._builder.add(base, self._builder.mul(row, index(PART)))

    def _add_flows(self, month: ir.Value) -> None:
        """Move every stock by a step of its flow; note the month where one breaks the law.

        The sum of all stocks is finite where each of them is.
        """
        builder = self._builder
        builder.store(number(0.0), self._least)
        builder.store(number(0.0), self._sum)
        self._add(self._layout.core)
        with builder.if_then(self._compares):
            self._add(self._layout.copied)
        for moving, is_asked in zip(self._layout.sinks, self._sinks, strict=True):
            with builder.if_then(is_asked):
                self._add(moving)
        self._note(month)

    def _add(self, moving: StockPlaces) -> None:
        """Move some stocks; remember the least of those that must not be negative."""
        self._add_some(moving, 0, moving.plain, signed=False)
        self._add_some(moving, moving.plain, moving.size, signed=True)

    def _add_some(self, moving: StockPlaces, first: int, last: int, *, signed: bool) -> None:
        builder, workspace = self._builder, self._given["workspace"]
        step = splat(builder, self._element("shared", index(self._layout.offsets["step"][1])))
        with counted_loop(builder, index(first // LANES), index(last // LANES)) as place:
            lane = builder.mul(place, index(LANES))
            stock = builder.add(lane, index(moving.stocks))
            flow = load(builder, workspace, builder.add(lane, index(moving.flows)))
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
