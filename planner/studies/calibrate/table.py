"""Own numbers as tables: each point as it was judged, and each assumption before and after.

Sixth floor of planner. Rows have units of their own, so numbers stand with four digits in the unit
that their row tells.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from planner.model.graph import model
from planner.model.indices import LABELS, split_address
from planner.quantities.unit_forms import unit_form
from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell
from planner.studies.calibrate.calibrating import Calibration
from planner.studies.calibrate.scored import OwnScores
from planner.studies.calibrate.shifts import Range, Shift

SCORED: Final = "How good were the futures?"
CALIBRATED: Final = "What do my own numbers say?"
_WORDS: Final = ("outside", "inside")
_SCORES: Final = (
    AnswerColumn("point", "Your number"),
    AnswerColumn("unit", "Unit"),
    AnswerColumn("measured", "Counted"),
    AnswerColumn("p10", "P10"),
    AnswerColumn("median", "Median"),
    AnswerColumn("p90", "P90"),
    AnswerColumn("inside", "80% range"),
    AnswerColumn("bias", "Median above it", "share", is_difference=True),
    AnswerColumn("crps", "Mean miss", "share"),
)
_SHIFTS: Final = (
    AnswerColumn("part", "Part"),
    AnswerColumn("address", "Key"),
    AnswerColumn("label", "Name"),
    AnswerColumn("unit", "Unit"),
    AnswerColumn("before", "Before"),
    AnswerColumn("after", "After"),
    AnswerColumn("moved", "Moved (deviations)", is_difference=True),
    AnswerColumn("narrowed", "Narrower", "share", is_difference=True),
)
_CRPS: Final = (
    "The mean miss (CRPS) is the mean distance of the futures from the number, less half of their "
    "distance from each other, as a share of the number; zero is perfect."
)
_OWN: Final = (
    "Your numbers weigh with the error that you gave, 5% at least; those of one source weigh "
    "together like one. Levers of a plan have no part in it, those in force have."
)
_SMOOTHED: Final = (
    "Too few futures agree to be weighed: ranges are moved by an ensemble smoother, which takes "
    "links as straight lines. They are a set of assumptions to try, and not a posterior."
)


def table_of_scores(found: OwnScores) -> AnswerTable:
    """Return each point with the range that the futures give, in the order of the file."""
    rows = tuple(
        (
            row.point.label,
            unit_form(row.point.unit).shown,
            *(
                _told(each, row.point.unit)
                for each in (row.point.central, row.p10, row.p50, row.p90)
            ),
            _WORDS[row.inside],
            row.off,
            row.crps,
        )
        for row in found.rows
    )
    return AnswerTable(SCORED, _SCORES, rows, (_CRPS,))


def table_of(found: Calibration, *, every: bool = False) -> AnswerTable:
    """Return the outcome asked about, then the assumptions the numbers say something of, or all."""
    outcome = model().outcomes[found.about.outcome]
    label = _named(outcome.label, found.about.element)
    first = _row("outcome", found.about.outcome, label, outcome.unit, found.outcome)
    if found.smoothed is not None:
        rows = (first, *_of_shifts("range", found.smoothed.shifts))
        return AnswerTable(CALIBRATED, _SHIFTS, rows, (_SMOOTHED,))
    shown = found.shifts if every else found.told
    rows = (first, *_of_shifts("assumption", shown))
    rest = len(found.shifts) - len(shown)
    others = (f"{rest} other assumptions move by less.",) if rest else ()
    return AnswerTable(CALIBRATED, _SHIFTS, rows, (*others, _OWN))


def label_of(shift: Shift) -> str:
    """Return the name of an assumption in English."""
    key, element = split_address(shift.address)
    return _named(model().assumptions[key].label, element)


def _of_shifts(part: str, shifts: Sequence[Shift]) -> Iterable[tuple[Cell, ...]]:
    for each in shifts:
        row = model().assumptions[split_address(each.address)[0]]
        ranges = (each.before, each.after)
        plain = _row(part, each.address, label_of(each), row.unit, ranges)
        yield (*plain[:-2], each.moved, each.narrowed)


def _row(
    part: str, address: str, label: str, unit: str, ranges: tuple[Range, Range]
) -> tuple[Cell, ...]:
    before, after = (_range(each, unit) for each in ranges)
    return part, address, label, unit_form(unit).shown, before, after, None, None


def _range(ends: Range, unit: str) -> str:
    low, middle, high = (_told(each, unit) for each in ends)
    return f"{middle} ({low} to {high})"


def _told(value: float, unit: str) -> str:
    return f"{float(f'{value * unit_form(unit).factor:.4g}'):.10g}"


def _named(label: str, element: str) -> str:
    return f"{label}, {LABELS[element]}" if element in LABELS else label
