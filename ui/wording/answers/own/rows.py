"""Own numbers and assumptions as rows of ranges, each on an axis of its own: what a card draws.

A number stands at zero, the futures beside it as shares of it; an assumption is told in its former
standard deviations. Floor: wording, no Qt.
"""

from dataclasses import dataclass
from typing import Final

from planner.model.graph import model
from planner.model.indices import split_address
from planner.quantities.shown import with_unit
from planner.quantities.telling import telling_decimals
from planner.quantities.told.months import month_of_time
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.backtest import Judged
from planner.studies.calibrate.calibrating import Calibration
from planner.studies.calibrate.shifts import TENTHS_APART, Range, Shift
from ui.wording.answers.own.sentences import name_of_shift
from ui.wording.figures.units import form_of
from ui.wording.numbers import fixed
from ui.wording.translate import unit_text

_LEAST_REACH: Final = 0.1


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A name, what is said of it, and its range before and after on the axis of its kind."""

    name: str
    told: str
    before: Range
    after: Range | None


def point_rows(found: Calibration) -> tuple[OwnRow, ...]:
    """Return each number with what the futures gave and give, as shares of it."""
    before, after = found.scores
    return tuple(
        OwnRow(
            one.point.label,
            _counted(one),
            _as_shares(one),
            None if found.is_refused else _as_shares(other),
        )
        for one, other in zip(before.rows, after.rows, strict=True)
    )


def shift_rows(found: Calibration, *, every: bool = False) -> tuple[OwnRow, ...]:
    """Return assumptions in former standard deviations, those that moved farthest first.

    They are those that the numbers say something of, or `every` one.
    """
    shifts = found.shifts if every else found.told
    if found.smoothed is not None:
        shifts = found.smoothed.shifts
    return tuple(
        OwnRow(
            name_of_shift(each),
            _told(each),
            _as_deviations(each.before, each),
            _as_deviations(each.after, each),
        )
        for each in shifts
    )


def reach_of_points(rows: tuple[OwnRow, ...]) -> float:
    """Return how far the axis of numbers reaches to either side: all ranges, 10% at least."""
    ends = (abs(end) for row in rows for each in (row.before, row.after) if each for end in each)
    return max((_LEAST_REACH, *ends))


def _counted(row: Judged) -> str:
    point, form = row.point, form_of(row.point.unit)
    value = point.central * form.factor
    decimals = 0 if form.is_count else telling_decimals(abs(value))
    unit = "" if form.is_count else unit_text(form.short)
    text = translate("Own", "{value} in {month}")
    said = with_unit(fixed(value, decimals, numerals()), unit)
    return text.format(value=said, month=month_of_time((point.start + point.end) / 2))


def _told(shift: Shift) -> str:
    row = model().assumptions[split_address(shift.address)[0]]
    form = form_of(row.unit)
    before, after = (each[1] * form.factor for each in (shift.before, shift.after))
    decimals = telling_decimals(max(abs(before), abs(after)))
    texts = [fixed(each, decimals, numerals()) for each in (before, after)]
    text = translate("Own", "{before} → {after}").format(before=texts[0], after=texts[1])
    return with_unit(text, unit_text(form.shown))


def _as_shares(row: Judged) -> Range:
    low, middle, high = (each / row.point.central - 1 for each in (row.p10, row.p50, row.p90))
    return low, middle, high


def _as_deviations(ends: Range, shift: Shift) -> Range:
    width = (shift.before[2] - shift.before[0]) / TENTHS_APART or 1.0
    low, middle, high = ((each - shift.before[1]) / width for each in ends)
    return low, middle, high
