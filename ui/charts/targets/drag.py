"""Where a hand takes a target: up and down its level, sideways its year; pure, no Qt.

Of a path it is one knot that moves, sideways by months and never past its neighbors.
"""

from dataclasses import dataclass, replace
from math import copysign, floor, isfinite, log10
from typing import Final

from planner.model.path_edits import room_of, with_date, with_value
from planner.model.paths import LeverPath
from planner.model.targets.faults import LEVEL_AT_MOST
from planner.model.targets.target import FIRST_YEAR, Target
from planner.quantities.dates import MONTHS_PER_YEAR
from ui.charts.layout.pixels import Pixels
from ui.charts.targets.lines import DECEMBER, TargetLine

STICKS: Final = 4.0
"""Pixels by which a hand may stray before level or year move as well."""
FINE: Final = 0.1
"""Of a move that counts while Shift is held, and of a step."""
_STEPS: Final = (1.0, 2.0, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Way:
    """How far a hand has gone since it took hold, in pixels to the right and down."""

    across: float
    down: float
    fine: bool = False


def dragged(line: TargetLine, way: Way, pixels: Pixels, last_year: int, handle: int = 0) -> Target:
    """Return a target after a move of a handle; the level is a round number of the reader's."""
    target = line.target
    match target.level:
        case LeverPath() as path:
            moved = with_value(path, handle, _level(line, way, pixels, handle))
            date = _date(path, handle, way, pixels, last_year)
            return replace(target, level=with_date(moved, handle, date))
        case str():
            return target
    target = replace(target, level=_level(line, way, pixels, handle))
    if target.year is None:
        return target
    return replace(target, year=_year(target.year, way, pixels, last_year))


def value_at(pixels: Pixels, y: float) -> float:
    """Return the value at a pixel of a box."""
    return value_of((y - pixels.top) / pixels.per_value, is_log=pixels.is_log)


def value_of(placed: float, *, is_log: bool) -> float:
    """Return the value of a place on an axis: of a logarithmic one, a power of ten."""
    return 10.0**placed if is_log else placed


def rounded(value: float, per_pixel: float) -> float:
    """Return a value on a round step that is about as large as a pixel."""
    if not per_pixel or not isfinite(value):
        return value
    size = 10.0 ** floor(log10(per_pixel))
    step = next(part * size for part in _STEPS if part * size >= per_pixel * (1 - 1e-9))
    return round(round(value / step) * step, 12)


def _level(line: TargetLine, way: Way, pixels: Pixels, handle: int) -> float:
    down = _beyond(way.down) * (FINE if way.fine else 1.0)
    start = line.handles[handle][1]
    if not down:
        return start / line.factor
    y = pixels.y_of(start) + down
    value = value_at(pixels, y)
    per_pixel = abs(value_at(pixels, y - 0.5) - value_at(pixels, y + 0.5))
    shown = rounded(value, per_pixel * (FINE if way.fine else 1.0))
    return max(-LEVEL_AT_MOST, min(LEVEL_AT_MOST, shown / line.factor))


def _date(path: LeverPath, place: int, way: Way, pixels: Pixels, last_year: int) -> float:
    """Return the month that a knot is taken to, between its neighbors."""
    across, date = _beyond(way.across), path.dates[place]
    if not across:
        return date
    first, last = room_of(path, place, float(last_year))
    moved = date + across * (FINE if way.fine else 1.0) / pixels.per_year
    moved = round(moved * MONTHS_PER_YEAR) / MONTHS_PER_YEAR
    return max(first, min(last, moved))


def _year(year: int, way: Way, pixels: Pixels, last_year: int) -> int:
    time = min(year, last_year) + DECEMBER + _beyond(way.across) / pixels.per_year
    moved = round(time - DECEMBER)
    return year if not _beyond(way.across) else max(FIRST_YEAR, min(last_year, moved))


def _beyond(way: float) -> float:
    """Return how far a hand has gone beyond where it sticks."""
    return way - copysign(STICKS, way) if abs(way) > STICKS else 0.0


def round_start(value: float, per_pixel: float = 0.0) -> float:
    """Return a value to begin with: in two digits, or on a step as large as a pixel."""
    if not isfinite(value):
        return 0.0
    return rounded(value, per_pixel) if per_pixel else float(f"{value:.2g}")
