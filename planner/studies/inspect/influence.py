"""Whether more of a cause gives more or less of its effect, found by running the equation.

Sixth floor of planner. The cause is moved by a thousandth either way, all else being as it is in
the month of the course; of a stock the effect is on its net flow. What holds at its bound hands
nothing on. Nothing is derived on paper.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from planner.model.graph import Equation, model
from planner.studies.inspect.moment import Course, Values
from planner.studies.inspect.node import ALL, Node, node_of

Sign = Literal["+", "-", "0", "mixed"]
"""More of it, less of it, neither at present, or more for some elements and less for others."""

_PUSH: Final = 1e-3
_LEAST: Final = 1e-6
"""The push of what is zero."""
_SEEN: Final = 1e-9
"""Least change, against the effect, that is not rounding."""


def sign_of(cause: Node, effect: Node, course: Course) -> Sign:
    """Return which way an effect goes with one of the values that its equation names."""
    return _sign(cause, effect, course)


def product_of(signs: Iterable[Sign]) -> Sign:
    """Return the sign of a chain of influences."""
    found = tuple(signs)
    if "0" in found:
        return "0"
    if "mixed" in found:
        return "mixed"
    return "-" if found.count("-") % 2 else "+"


@lru_cache(maxsize=8192)
def _sign(cause: Node, effect: Node, course: Course) -> Sign:
    equation = model().equations[effect.name]
    values = course.moment(without=effect.without).now
    usual = _result(equation, values)
    moves = []
    for push in (_PUSH, -_PUSH):
        result = _result(equation, _pushed(values, cause, effect, push))
        moves.append(_move(usual, result, effect) * np.sign(push))
    return _told(np.concatenate(moves))


def _told(moves: NDArray[np.float64]) -> Sign:
    up, down = bool(np.any(moves > 0)), bool(np.any(moves < 0))
    if up and down:
        return "mixed"
    return "+" if up else "-" if down else "0"


def _move(
    usual: NDArray[np.float64], result: NDArray[np.float64], effect: Node
) -> NDArray[np.float64]:
    """Return the signs of what changed in the element of the effect, or in each of all."""
    with np.errstate(invalid="ignore"):
        change = result - usual
    change = np.where(np.abs(change) > _SEEN * np.maximum(np.abs(usual), _SEEN), change, 0.0)
    signs = np.sign(np.nan_to_num(np.atleast_1d(change)))
    if effect.element and effect.element != ALL:
        place = effect.elements.index(effect.element)
        return signs[place : place + 1]
    return signs


def _pushed(values: Values, cause: Node, effect: Node, push: float) -> Values:
    """Return the values with that of a cause moved, under the names the equation has for it."""
    needs = model().equations[effect.name].needs
    moved = {need: values[need] for need in needs}
    for need in needs:
        named = node_of(need, without=effect.without)
        if (named.name, named.without) == (cause.name, cause.without):
            moved[need] = _moved(values[need], cause, push)
    return moved


def _moved(values: NDArray[np.float64], cause: Node, push: float) -> NDArray[np.float64]:
    """Return values with those of one element moved, or with all."""
    found = np.array(values, np.float64)
    shift = push * np.abs(found) + (found == 0) * np.sign(push) * _LEAST
    if not cause.element or cause.element == ALL:
        return np.asarray(found + shift, np.float64)
    place = cause.elements.index(cause.element)
    found[place] += shift[place]
    return found


def _result(equation: Equation, values: Values) -> NDArray[np.float64]:
    """Return what an equation gives, of what has an index an array of its elements."""
    with np.errstate(all="ignore"):
        found = equation.function(*(values[need] for need in equation.needs))
    return np.atleast_1d(np.asarray(found, np.float64))[..., 0]
