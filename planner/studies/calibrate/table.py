"""Own numbers as tables: each point as it was judged, and each assumption before and after.

Sixth floor of planner. Rows have units of their own, so numbers stand with four digits in the unit
that their row tells.
"""

from collections.abc import Iterable, Sequence

from planner.model.graph import model
from planner.model.indices import LABELS, in_place, split_address
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import between
from planner.quantities.told.numerals import plain
from planner.quantities.unit_forms import unit_form
from planner.storage.sentences.catalog import translate, translate_many
from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell
from planner.studies.calibrate.calibrating import Calibration
from planner.studies.calibrate.scored import OwnScores
from planner.studies.calibrate.shifts import Range, Shift


def scored_title() -> str:
    """Return what the question is called that scores futures by own numbers."""
    return translate("Own numbers", "How good were the futures?")


def calibrated_title() -> str:
    """Return what the question is called that moves assumptions by own numbers."""
    return translate("Own numbers", "What do my own numbers say?")


def _scores() -> tuple[AnswerColumn, ...]:
    return (
        AnswerColumn("point", translate("Own numbers", "Your number")),
        AnswerColumn("unit", translate("Own numbers", "Unit")),
        AnswerColumn("measured", translate("Own numbers", "Counted")),
        AnswerColumn("p10", "P10"),
        AnswerColumn("median", translate("Own numbers", "Median")),
        AnswerColumn("p90", "P90"),
        AnswerColumn("inside", translate("Own numbers", "80% range")),
        AnswerColumn(
            "bias", translate("Own numbers", "Median above it"), "share", is_difference=True
        ),
        AnswerColumn("crps", translate("Own numbers", "Mean miss"), "share"),
    )


def _columns() -> tuple[AnswerColumn, ...]:
    return (
        AnswerColumn("part", translate("Own numbers", "Part")),
        AnswerColumn("address", translate("Own numbers", "Key")),
        AnswerColumn("label", translate("Own numbers", "Name")),
        AnswerColumn("unit", translate("Own numbers", "Unit")),
        AnswerColumn("before", translate("Own numbers", "Before")),
        AnswerColumn("after", translate("Own numbers", "After")),
        AnswerColumn("moved", translate("Own numbers", "Moved (deviations)"), is_difference=True),
        AnswerColumn("narrowed", translate("Own numbers", "Narrower"), "share", is_difference=True),
    )


def _about_crps() -> str:
    return translate(
        "Own numbers",
        "The mean miss (CRPS) is the mean distance of the futures from the number, less half of "
        "their distance from each other, as a share of the number; zero is perfect.",
    )


def _about_weights() -> str:
    return translate(
        "Own numbers",
        "Your numbers weigh with the error that you gave, 5% at least; those of one source weigh "
        "together like one. Levers of a plan have no part in it, those in force have.",
    )


def _about_smoothing() -> str:
    return translate(
        "Own numbers",
        "Too few futures agree to be weighed: ranges are moved by an ensemble smoother, which "
        "takes "
        "links as straight lines. They are a set of assumptions to try, and not a posterior.",
    )


def table_of_scores(found: OwnScores) -> AnswerTable:
    """Return each point with the range that the futures give, in the order of the file."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            row.point.label,
            unit_form(row.point.unit).shown,
            *(
                _told(each, row.point.unit)
                for each in (row.point.central, row.p10, row.p50, row.p90)
            ),
            _inside_text(is_inside=row.inside),
            row.off,
            row.crps,
        )
        for row in found.rows
    )
    return AnswerTable(scored_title(), _scores(), rows, (_about_crps(),))


def table_of(found: Calibration, *, every: bool = False) -> AnswerTable:
    """Return the outcome asked about, then the assumptions the numbers say something of, or all."""
    outcome = model().outcomes[found.about.outcome]
    label = _named(outcome.label, found.about.element)
    first = _row("outcome", found.about.outcome, label, outcome.unit, found.outcome)
    if found.smoothed is not None:
        rows = (first, *_of_shifts("range", found.smoothed.shifts))
        return AnswerTable(calibrated_title(), _columns(), rows, (_about_smoothing(),))
    shown = found.shifts if every else found.told
    rows = (first, *_of_shifts("assumption", shown))
    rest = len(found.shifts) - len(shown)
    return AnswerTable(calibrated_title(), _columns(), rows, (*_others(rest), _about_weights()))


def _others(rest: int) -> tuple[str, ...]:
    if not rest:
        return ()
    text = translate_many(
        "Own numbers",
        "{count} other assumption moves by less.",
        "{count} other assumptions move by less.",
        rest,
    )
    return (text.format(count=rest),)


def _inside_text(*, is_inside: bool) -> str:
    if is_inside:
        return translate("Own numbers", "inside")
    return translate("Own numbers", "outside")


def label_of(shift: Shift) -> str:
    """Return the name of an assumption."""
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
    return f"{middle} ({between(low, high)})"


def _told(value: float, unit: str) -> str:
    return plain(float(f"{value * unit_form(unit).factor:.4g}"), is_grouped=False)


def _named(label: str, element: str) -> str:
    return in_place(model_text(label), element if element in LABELS else "")
