"""A toy model of three equations, and what every pass of the kernel's compiler makes of it.

The dump is kept beside this module as toy.txt: a change of a pass shows there as a difference, line
by line, from the equations down to the instructions that LLVM is given. `make regenerate` writes
it.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from types import SimpleNamespace
from typing import TYPE_CHECKING, Final, cast

from planner.engine.kernel.codegen.compiler import kernel_module
from planner.engine.kernel.codegen.layout import LANES, Layout, make_layout
from planner.engine.kernel.passes.code_motion import hoist
from planner.engine.kernel.passes.loop_fusion import Loops
from planner.engine.kernel.passes.schedule import Schedule, make_schedule
from planner.engine.kernel.passes.specialization import definitions
from planner.engine.kernel.passes.variability import Variability, variabilities_of
from planner.model.graph import Equation
from planner.model.indices import Index
from planner.model.language.equation import is_signed, start_of, stock
from planner.model.language.expression import parameters, text
from planner.model.language.functions import power, share_of, total

if TYPE_CHECKING:
    from planner.model.graph import Model


@stock("adopters_at_start")
def adopters(adoption, lifetime):
    """Users there are."""
    return adoption - adopters / lifetime


def adoption(voucher_budget, response, price, elasticity, adopters, firms):
    """Users that come in a year."""
    return (1 + voucher_budget * response) * power(price, elasticity) * share_of(adopters, firms)


def adopters_added(adopters, adopters_without_vouchers):
    """Users there would not be without vouchers."""
    return total(adopters) - total(adopters_without_vouchers)


_SPLAT: Final = re.compile(rf"<(\w+ [^,<>]+)(?:, \1){{{LANES - 1}}}>")
_INDICES: Final[Mapping[str, Index | None]] = {
    "time": None,
    "elapsed": None,
    "step": None,
    "voucher_budget": "area",
    "price": None,
    "response": None,
    "elasticity": None,
    "lifetime": None,
    "firms": "area",
    "adopters_at_start": "area",
    "adopters": "area",
    "adoption": "area",
    "adopters_without_vouchers": "area",
    "adoption_without_vouchers": "area",
    "adopters_added": None,
}
_LEVERS: Final = {key: SimpleNamespace(key=key, least=0.0) for key in ("voucher_budget", "price")}
_ASSUMPTIONS: Final = {
    key: SimpleNamespace(key=key, least=0.0)
    for key in ("response", "elasticity", "lifetime", "firms", "adopters_at_start")
}
_OUTCOME: Final = SimpleNamespace(elements=("",), variable=lambda _: "adopters_added")


def _equation(function) -> Equation:
    name = function.__name__
    start = start_of(function)
    needs, index = parameters(function), _INDICES[name]
    return Equation(name, "", function, needs, "1", index, "toy", start, is_signed(function))


TOY: Final = cast(
    "Model",
    SimpleNamespace(
        path_levers=_LEVERS,
        assumptions=_ASSUMPTIONS,
        constants={},
        conversions={},
        inputs={**_LEVERS, **_ASSUMPTIONS},
        equations={f.__name__: _equation(f) for f in (adoption, adopters, adopters_added)},
        outcomes={"adopters_added": _OUTCOME},
        counterfactuals={"adopters_without_vouchers": "adopters"},
        indices=_INDICES,
    ),
)


def dump() -> str:
    """Return what every pass makes of the toy model, from its source to instructions."""
    schedule = make_schedule(TOY)
    layout = make_layout(TOY, schedule)
    sections = {
        "Source": _source(),
        "Specialization: both worlds, folded and reassociated": _definitions(),
        "Variability: what each value differs between": _variabilities(),
        "Code motion: what is computed how often": _hoisted(),
        "Schedule: live code, in fused loops": _scheduled(schedule),
        "Layout: where values stand": _layout(layout),
        "Instructions, before LLVM optimizes them": _instructions(schedule, layout),
    }
    return (
        "\n\n".join(f"== {title}\n" + "\n".join(lines) for title, lines in sections.items()) + "\n"
    )


def _source() -> Iterator[str]:
    for name, equation in TOY.equations.items():
        yield f"{_named(name, equation.index)} = {text(equation.function)}" + _start(equation.start)


def _definitions() -> Iterator[str]:
    for one in definitions(TOY):
        start = _start(None if one.start is None else ast.unparse(one.start))
        yield f"{_named(one.name, one.index)} = {ast.unparse(one.value)}{start}"


def _variabilities() -> Iterator[str]:
    for name, each in variabilities_of(definitions(TOY), TOY).items():
        yield f"{name}: {each.name.lower()}"


def _hoisted() -> Iterator[str]:
    hoisted = hoist(definitions(TOY), TOY)
    for each in Variability:
        for one in hoisted.by_variability[each]:
            name = _named(one.name, one.index)
            yield f"{each.name.lower()}: {name} = {ast.unparse(one.value)}"


def _scheduled(schedule: Schedule) -> Iterator[str]:
    yield from _loops("shared", schedule.shared)
    yield from _loops("moment_start", schedule.moment_start)
    yield from _loops("moment", schedule.moment)
    yield from _loops("once", schedule.once)
    yield from _loops("start", schedule.start)
    yield from _loops("each_step", schedule.each_step)
    yield from _loops("counterfactual", schedule.counterfactual)
    for number, sink in enumerate(schedule.sinks):
        yield from _loops(f"sink_{number}", sink.loops)
    for number, output in enumerate(schedule.outputs):
        yield from _loops(f"output_{number}", output)


def _loops(name: str, loops: Loops) -> Iterator[str]:
    for loop in loops:
        yield f"{name}, for the nation:" if loop.place == "nation" else f"{name}, for each area:"
        for one in loop.assignments:
            yield f"    {one.name} = {ast.unparse(one.value)}"


def _layout(layout: Layout) -> Iterable[str]:
    return (f"{name}: {table} {place}" for name, (table, place) in layout.offsets.items())


def _instructions(schedule: Schedule, layout: Layout) -> Iterator[str]:
    """Yield the module's lines; a vector that holds one constant in all lanes shows it once."""
    for line in str(kernel_module(schedule, layout)).strip().splitlines():
        yield _SPLAT.sub(r"<all \1>", line).rstrip()


def _named(name: str, index: Index | None) -> str:
    return f"{name}[{index}]" if index else name


def _start(start: str | None) -> str:
    return f", from {start}" if start else ""
