"""Every function an equation may call; third floor of planner.

Each one is defined once, on plain numbers, numpy arrays or unit-carrying arrays alike. The first
axis of an indexed array is the index (areas or segments), the last one the futures. How the
elementary ones are written in other languages is in the table `FUNCTIONS`, a row each; the composed
ones (`COMPOSED`) are written out by their text; those that deal with an index are made from the
table of subscripts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from planner.model.indices import AREAS, LABELS, SEGMENTS
from planner.model.language.subscripts import SUBSCRIPTS

Function = Callable[[Any], Any]


def exp(x: Any) -> Any:
    """Return e to the power of a pure number."""
    return np.exp(x)


def log(x: Any) -> Any:
    """Return the natural logarithm of a positive pure number."""
    return np.log(x)


def power(base: Any, exponent: Any) -> Any:
    """Return a positive pure number raised to a pure number."""
    return np.exp(np.log(base) * exponent)


def smaller(a: Any, b: Any) -> Any:
    """Return the smaller of two values of one unit."""
    return np.minimum(a, b)


def larger(a: Any, b: Any) -> Any:
    """Return the larger of two values of one unit."""
    return np.maximum(a, b)


def above_zero(x: Any) -> Any:
    """Return the value where it is positive, else zero."""
    return np.maximum(x, 0 * x)


def choose(condition: Any, yes: Any, no: Any) -> Any:
    """Return `yes` where the condition holds, else `no`."""
    return np.where(condition, yes, no)


def total(x: Any) -> Any:
    """Return the sum over the index."""
    return np.sum(x, axis=0)


def by_segment(of_cloud: Any, of_centers: Any) -> Any:
    """Return a per-segment value made of its two parts."""
    parts = (of_cloud + 0 * of_centers, of_centers + 0 * of_cloud)
    return np.stack([np.atleast_1d(part) for part in parts])


def _selecting(element: str) -> Function:
    """Return the function that selects an element, as the table of subscripts has it."""
    row = SUBSCRIPTS[element].elements.index(element)

    def select(x: Any) -> Any:
        return x[row]

    of_index = f"per-{SUBSCRIPTS[element].index} value"
    sentence = f"Return the part of a {of_index} that belongs to: {LABELS[element]}."
    return _named(select, element, sentence)


def _placing(element: str) -> Function:
    """Return the function that places a value in an element, as the table of subscripts has it."""
    subscript = SUBSCRIPTS[f"in_{element}"]

    def place(x: Any) -> Any:
        here, elsewhere = np.atleast_1d(x), np.atleast_1d(0 * x)
        return np.stack([here if each == element else elsewhere for each in subscript.elements])

    of_index = f"per-{subscript.index} value"
    sentence = f"Return a {of_index} that is `x` there and zero elsewhere: {LABELS[element]}."
    return _named(place, f"in_{element}", sentence)


def _named(function: Function, name: str, sentence: str) -> Function:
    function.__name__ = function.__qualname__ = name
    function.__doc__ = sentence
    return function


cloud, centers = map(_selecting, SEGMENTS)
beijing, shanghai, shenzhen, chengdu, ningbo, shandong, henan = map(_selecting, AREAS)
in_cloud, in_centers = map(_placing, SEGMENTS)
in_beijing, in_shanghai, in_shenzhen, in_chengdu, in_ningbo, in_shandong, in_henan = map(
    _placing, AREAS
)


def clip(x: Any, low: Any, high: Any) -> Any:
    """Return the value held between two bounds."""
    return smaller(larger(x, low), high)


def relax(time: Any, step: Any) -> Any:
    """Return the yearly rate that closes a first-order gap exactly within a step."""
    return (1 - exp(-step / time)) / step


def settled(first: Any, last: Any, settling: Any, elapsed: Any) -> Any:
    """Return the logarithm of growth after `elapsed` years at a rate that settles."""
    return last * elapsed + (first - last) * settling * (1 - exp(-elapsed / settling))


def share_of(part: Any, whole: Any) -> Any:
    """Return part / whole as a pure number, and zero where the whole is zero."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(whole > 0, part / whole, 0.0)


def cost_per(cost: Any, gain: Any, least: Any) -> Any:
    """Return cost / gain, unbounded where the gain is not above `least`.

    Undefined (not a number) where there was neither cost nor gain.
    """
    with np.errstate(invalid="ignore"):
        return cost / larger(gain, least) * np.where(gain > least, 1.0, np.inf)


@dataclass(frozen=True, slots=True)
class Elementary:
    """An elementary function, and how it is written in other languages.

    `kernel` is its text in terms of other elementary functions and of its own parameters; it is
    empty for those that the compiler has instructions for, which are listed in
    `planner.engine.kernel.codegen.elementary`. `xmile` and `c` are format strings of its arguments.
    """

    function: Callable[..., Any]
    kernel: str
    xmile: str
    c: str


_ROWS = (
    Elementary(exp, kernel="", xmile="EXP({0})", c="exp({0})"),
    Elementary(log, kernel="", xmile="LN({0})", c="log({0})"),
    Elementary(
        choose,
        kernel="",
        xmile="(IF {0} THEN {1} ELSE {2})",
        c="(({0}) ? ({1}) : ({2}))",
    ),
    Elementary(
        power,
        kernel="exp(log(base) * exponent)",
        xmile="({0}^{1})",
        c="pow({0}, {1})",
    ),
    Elementary(
        smaller,
        kernel="choose(a < b, a, b)",
        xmile="MIN({0}, {1})",
        c="fmin({0}, {1})",
    ),
    Elementary(
        larger,
        kernel="choose(a > b, a, b)",
        xmile="MAX({0}, {1})",
        c="fmax({0}, {1})",
    ),
    Elementary(
        above_zero,
        kernel="larger(x, 0.0)",
        xmile="MAX({0}, 0)",
        c="fmax({0}, 0.0)",
    ),
    Elementary(
        share_of,
        kernel="choose(whole > 0.0, part / whole, 0.0)",
        xmile="(IF {1} > 0 THEN {0} / {1} ELSE 0)",
        c="(({1}) > 0.0 ? ({0}) / ({1}) : 0.0)",
    ),
    Elementary(
        cost_per,  # 1e999 is infinity; XMILE knows none
        kernel="cost / larger(gain, least) * choose(gain > least, 1.0, 1e999)",
        xmile="(IF {1} > {2} THEN {0} / {1} ELSE 1e300)",
        c="(({1}) > ({2}) ? ({0}) / ({1}) : INFINITY)",
    ),
)

FUNCTIONS: Mapping[str, Elementary] = {row.function.__name__: row for row in _ROWS}

COMPOSED: dict[str, Callable[..., Any]] = {f.__name__: f for f in (clip, relax, settled)}
