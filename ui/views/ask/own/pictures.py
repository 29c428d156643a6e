"""What the card of own numbers draws: numbers against futures, and assumptions before and after.

It computes nothing. Floor: views.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from planner.storage.sentences.catalog import translate
from planner.studies.calibrate.calibrating import Calibration
from ui.style.theme import Theme
from ui.widgets.ask.ranges import RangeRow, RangeRows, paint_ranges
from ui.wording.answers.own.rows import OwnRow, point_rows, reach_of_points, shift_rows

ASPECT: Final = 0.45
GAP: Final = 12
_DEVIATIONS: Final = 2.6


@dataclass(frozen=True, slots=True)
class Pictures:
    """The two sides of the card: numbers against futures, and assumptions before and after."""

    points: RangeRows
    shifts: RangeRows


def pictures_of(found: Calibration, *, every: bool = False) -> Pictures:
    """Return both sides, with `every` assumption or those that the numbers say something of."""
    return Pictures(_points_of(found), _shifts_of(found, every=every))


def paint(shown: Pictures, painter: QPainter, place: QRectF, theme: Theme) -> None:
    """Paint both sides beside each other, as a report has them."""
    half = (place.width() - GAP) / 2
    left = QRectF(place.left(), place.top(), half, place.height())
    paint_ranges(painter, left, theme, shown.points)
    paint_ranges(painter, left.translated(half + GAP, 0), theme, shown.shifts)


def _points_of(found: Calibration) -> RangeRows:
    rows = point_rows(found)
    reach = reach_of_points(rows)
    heading = translate("NumbersCard", "80% of futures, before and fitted")
    zero = translate("NumbersCard", "your number")
    return RangeRows(heading, _rows(rows), (-reach, reach), zero)


def _shifts_of(found: Calibration, *, every: bool) -> RangeRows:
    heading = translate("NumbersCard", "Assumptions, before and fitted")
    if found.is_refused:
        heading = translate("NumbersCard", "Ranges that would fit")
    zero = translate("NumbersCard", "before")
    rows = _rows(shift_rows(found, every=every))
    return RangeRows(heading, rows, (-_DEVIATIONS, _DEVIATIONS), zero, is_assumption=True)


def _rows(rows: tuple[OwnRow, ...]) -> tuple[RangeRow, ...]:
    return tuple(RangeRow(row.name, row.told, row.before, row.after) for row in rows)
