"""Writes the source text of the kernel.

Fourth floor of planner. The text is plain Python for numba: flat loops over the lanes of one
workspace, offsets as literal numbers, so that the compiler can prove that no two accesses of a
loop disturb each other and computes several futures with each instruction.
"""

import ast
from collections.abc import Iterator

from planner.engine.kernel.hoist import Assignment
from planner.engine.kernel.layout import BLOCK, MASK, Layout
from planner.engine.kernel.plan import Loop, Plan
from planner.model.expression import called, index_of
from planner.model.graph import CLOCK
from planner.model.indices import AREAS, SEGMENTS, Index
from planner.model.unrolled import COMPARISONS, OPERATORS

OUTER_OPTIONS = 'fastmath={"nsz"}, error_model="numpy"'
OPTIONS = f"{OUTER_OPTIONS}, _nrt=False"
"""No arithmetic is fused in the equations: both worlds must round alike, to the last bit."""


def emit_functions(plan: Plan, layout: Layout) -> str:
    """Return the text of `once`, `begin`, `advance`, `look` and `spread_stocks`."""
    parts = (
        _spread_stocks(plan, layout),
        _function("once", plan.once, plan, layout),
        _function("begin", plan.start, plan, layout),
        _function("advance", plan.each_step, plan, layout),
        *(_function(f"look_{n}", look, plan, layout) for n, look in enumerate(plan.looks)),
        _look(plan),
    )
    return "\n\n".join(parts)


def _function(name: str, loops: tuple[Loop, ...], plan: Plan, layout: Layout) -> str:
    lines = [f"@njit({OPTIONS})", f"def {name}(w, time, elapsed, step):"]
    for number, loop in enumerate(loops):
        lines.extend(_Writer(plan, layout, loop).lines(f"{name}_{number}"))
    lines.append("    return")
    return "\n".join(lines)


def _look(plan: Plan) -> str:
    """Return the function that computes the looks that are asked for."""
    lines = [f"@njit({OPTIONS})", "def look(w, asked, time, elapsed, step):"]
    for number in range(len(plan.looks)):
        lines.append(f"    if asked[{number}]:")
        lines.append(f"        look_{number}(w, time, elapsed, step)")
    return "\n".join([*lines, "    return"])


def _spread_stocks(plan: Plan, layout: Layout) -> str:
    lines = [f"@njit({OPTIONS})", "def spread_stocks(w):", f"    for j in range({BLOCK}):"]
    for name, spread in layout.spread.items():
        offset = layout.offsets.get(name)
        if offset is not None and offset < layout.flows and plan.indices[name] is None:
            lines.extend(
                f"        w[{spread + place * BLOCK} + j] = w[{offset} + j]"
                for place in range(len(AREAS))
            )
    return "\n".join([*lines, "    return"])


class _Writer:
    """Writes one loop; keeps what the loop has computed in local variables."""

    def __init__(self, plan: Plan, layout: Layout, loop: Loop) -> None:
        self._indices = plan.indices
        self._layout = layout
        self._loop = loop
        self._local: set[str] = set()

    def lines(self, label: str) -> Iterator[str]:
        """Yield the lines of the loop."""
        lanes = BLOCK * len(AREAS) if self._loop.place == "area" else BLOCK
        yield f"    # {label}: {', '.join(a.name for a in self._loop.assignments)}"
        yield f"    for j in range({lanes}):"
        for assignment in self._loop.assignments:
            for line in self._assign(assignment):
                yield f"        {line}"
            self._local.add(assignment.name)

    def _assign(self, assignment: Assignment) -> Iterator[str]:
        name, offset = assignment.name, self._layout.offsets.get(assignment.name)
        for place, element in enumerate(SEGMENTS if assignment.index == "segment" else ("",)):
            local = _local(name, element)
            yield f"{local} = {self._text(assignment.value, element)}"
            if offset is not None:
                yield f"w[{offset + place * BLOCK} + j] = {local}"
        if assignment.index is None and name in self._layout.spread:
            for place in range(len(AREAS)):
                yield f"w[{self._layout.spread[name] + place * BLOCK} + j] = {_local(name, '')}"

    def _text(self, node: ast.expr, element: str) -> str:
        match node:
            case ast.Constant(value=int() | float() as value):
                return repr(float(value))
            case ast.Name(id=name):
                return self._name(name, element)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return f"(-{self._text(operand, element)})"
            case ast.BinOp(left=left, op=op, right=right):
                sign = OPERATORS[type(op)]
                return f"({self._text(left, element)} {sign} {self._text(right, element)})"
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                sign = COMPARISONS[type(op)]
                return f"({self._text(left, element)} {sign} {self._text(right, element)})"
            case ast.Call():
                return self._call(node, element)
        message = f"the kernel cannot compute {ast.unparse(node)}"
        raise TypeError(message)

    def _call(self, node: ast.Call, element: str) -> str:
        match called(node):
            case "total":
                return self._sum(node.args[0])
            case "cloud" | "centers" as segment:
                return self._text(node.args[0], segment)
            case "by_segment":
                return self._text(node.args[SEGMENTS.index(element)], element)
            case "in_shanghai":
                return (
                    f"({self._text(node.args[0], element)} * w[{self._layout.offsets[MASK]} + j])"
                )
            case name:
                arguments = ", ".join(self._text(a, element) for a in node.args)
                return f"{name}({arguments})"

    def _sum(self, node: ast.expr) -> str:
        index = index_of(node, self._indices, "sum")
        elements = SEGMENTS if index == "segment" else AREAS
        return f"({' + '.join(self._text(node, element) for element in elements)})"

    def _name(self, name: str, element: str) -> str:
        if name in CLOCK:
            return name
        index = self._indices[name]
        if self._loop.place == "area":
            return self._in_area_loop(name, index)
        own = "" if index is None else element
        if name in self._local:
            return _local(name, own)
        return f"w[{self._layout.offsets[name] + BLOCK * _position(index, own)} + j]"

    def _in_area_loop(self, name: str, index: Index | None) -> str:
        if name in self._local:
            return _local(name, "")
        offset = self._layout.spread[name] if index is None else self._layout.offsets[name]
        return f"w[{offset} + j]"


def _local(name: str, element: str) -> str:
    return f"v_{name}_{element}" if element else f"v_{name}"


def _position(index: Index | None, element: str) -> int:
    match index:
        case "segment":
            return SEGMENTS.index(element)
        case "area":
            return AREAS.index(element)
    return 0
