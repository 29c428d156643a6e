"""Where a point of a path goes that a hand drags; pure arithmetic, no Qt. Floor: charts."""

from dataclasses import dataclass
from math import copysign
from typing import Final

from planner.model.paths import Knot
from planner.quantities.dates import MONTHS_PER_YEAR

FINE: Final = 0.1
"""Of a move that counts while Shift is held, and of a step."""
STICKS: Final = 6.0
"""Pixels by which a hand may stray before the date moves as well."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where a point may go: its first and last date, its lowest and highest value."""

    first: float
    last: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Plane:
    """How a chart is scaled: years and values of a pixel, and the steps that points go in."""

    years: float
    values: float
    step: float


def dragged(knot: Knot, across: float, up: float, plane: Plane, room: Room, *, fine: bool) -> Knot:
    """Return a knot after a move by pixels, on whole months and whole steps, within its room.

    A date sticks while the hand goes up or down: only a clear move across changes it.
    """
    date, value = knot
    share = FINE if fine else 1.0
    step = plane.step * (FINE if fine else 1.0)
    if abs(across) > STICKS:
        years = (across - copysign(STICKS, across)) * plane.years * share
        date = _whole(date + years, 1 / MONTHS_PER_YEAR)
    if up:
        value = _whole(value + up * plane.values * share, step)
    return _within(date, room.first, room.last), _within(value, room.low, room.high)


def stepped(knot: Knot, months: int, steps: int, step: float, room: Room, *, fine: bool) -> Knot:
    """Return a knot moved by keys: by months, and by steps of its value."""
    date, value = knot
    if months:
        date = _whole(date + months / MONTHS_PER_YEAR, 1 / MONTHS_PER_YEAR)
    if steps:
        size = step * (FINE if fine else 1.0)
        value = _whole(value + steps * size, size)
    return _within(date, room.first, room.last), _within(value, room.low, room.high)


def added(date: float, value: float, step: float) -> Knot:
    """Return a new knot near a place: on a whole month and a whole step."""
    return _whole(date, 1 / MONTHS_PER_YEAR), _whole(value, step)


def _whole(value: float, step: float) -> float:
    return round(round(value / step) * step, 10)


def _within(value: float, least: float, most: float) -> float:
    return min(max(value, least), most)
