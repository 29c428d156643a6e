"""How the terminal writes a number of an outcome in one month, and what it differs by."""

from collections.abc import Sequence
from math import isfinite, isinf, isnan
from typing import Final, Literal

from planner.ensemble.many import month_labels
from planner.ensemble.projection import Projection, Request
from planner.model.graph import model
from planner.model.indices import LABELS
from planner.model.outcome import Outcome
from planner.model.sums import is_sum, others_in_words
from planner.quantities.shown import words_of, words_of_difference
from planner.quantities.telling import level_decimals
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import between
from planner.quantities.told.numerals import numerals
from planner.quantities.unit_forms import UnitForm
from planner.storage.sentences.catalog import translate
from planner.studies.compare import Change
from planner.studies.key_figures import SUMMARY, YEARS, Pair, years_within
from ui.wording.figures.differences import NO_CHANGE
from ui.wording.figures.units import form_of, outcome_told
from ui.wording.figures.values import value_text
from ui.wording.numbers import has_digits, signed_fixed
from ui.wording.translate import unit_text

Reference = Literal["first", "baseline", "before"]
"""What a difference is from: the first scenario, the baseline, or what was before a change."""

_INDENT: Final = "  "
_ROUNDING: Final = 1e-5


def months_to_show(projections: Sequence[Projection], years: Sequence[int] = YEARS) -> list[str]:
    """Return the Decembers of the years within every horizon, and that of the shortest one."""
    last = min(each.scenario.last_year for each in projections)
    return [f"{year}-12" for year in years_within(last, years)]


def key_figures_told() -> tuple[Pair, ...]:
    """Return the key figures, each as the outcome that tells it in the chosen units."""
    return tuple((outcome_told(outcome), element) for outcome, element in SUMMARY)


def label_of(outcome: str, element: str) -> str:
    """Return the label of an outcome with its area or segment and its unit; counts name theirs."""
    return _labelled(outcome, element, unit_text(unit_of(outcome)))


def label_of_differences(outcome: str, element: str) -> str:
    """Return the same of a row that holds differences alone: percents differ by points."""
    return _labelled(
        outcome, element, unit_text(form_of(model().outcomes[outcome].told_in).difference)
    )


def _labelled(outcome: str, element: str, unit: str) -> str:
    row = model().outcomes[outcome]
    name = model_text(row.label)
    if element:
        text = translate("Terminal", "{outcome}, {part}")
        name = text.format(outcome=name, part=part_of(row, element))
    is_bare = not unit or form_of(row.told_in).is_count
    return name if is_bare else in_unit(name, unit)


def in_unit(name: str, unit: str) -> str:
    """Return what is told, with the unit that it is told in behind it."""
    return translate("Terminal", "{name} ({unit})").format(name=name, unit=unit)


def range_head(level: int) -> str:
    """Return what stands in front of a row of ranges, indented below what they are ranges of."""
    return _INDENT * level + translate("Terminal", "80% of futures")


def share_head() -> str:
    """Return what stands in front of a row of shares below a difference."""
    return _INDENT * 2 + translate("Terminal", "share of futures")


def part_of(row: Outcome, element: str) -> str:
    """Return the name of an area, or of a segment, within a line."""
    if is_sum(element):
        return others_in_words(element)
    name = model_text(LABELS[element])
    return name.lower() if row.index == "segment" else name


def unit_of(outcome: str) -> str:
    """Return the unit a number of the outcome is written in, empty for a bare one."""
    return form_of(model().outcomes[outcome].told_in).shown


def value_rows(
    request: Request, cells: Sequence[tuple[Projection, str]], of_month: str = ""
) -> list[list[str]]:
    """Return the row of the medians and that of ranges, if any, a column per run and month."""
    outcome = request.outcome
    medians = [written(outcome, median_at(run, request, month)) for run, month in cells]
    ranges = [
        written_range(outcome, _range_at(run, request, month), median_at(run, request, month))
        for run, month in cells
    ]
    head = label_of(outcome, request.element)
    if of_month:
        head = dated(head, of_month)
    return [[head, *medians], *([[range_head(1), *ranges]] if any(ranges) else [])]


def dated(label: str, month: str) -> str:
    """Return what is told, and the month it is told of."""
    return translate("Terminal", "{label}, {month}").format(label=label, month=month)


def median_at(projection: Projection, request: Request, month: str) -> float:
    """Return the median of a request in one month."""
    return float(projection.series[request].line[month_place(projection, month)])


def written(outcome: str, value: float) -> str:
    """Return a value of the outcome for reading; what is counted has no decimals."""
    form = _form(outcome)
    return value_text(value * form.factor, form, numerals())


def written_difference(outcome: str, change: float, level: float, against: Reference) -> str:
    """Return by how much a level of the outcome differs from a reference, signed.

    What is too small beside the level to be more than rounding is written as zero. What is no
    number is said in words.
    """
    if not isfinite(change):
        return words_of_difference(level, _reference(level, change), _called(against))
    return _signed(outcome, _telling(change, level), max(level, level - change, key=abs))


def _called(against: Reference) -> str:
    """Return what a reference is called in the cell of a table."""
    match against:
        case "first":
            return translate("Terminal", "first")
        case "baseline":
            return translate("Terminal", "baseline")
        case "before":
            return translate("Terminal", "before")


def _telling(change: float, level: float) -> float:
    """Return a change, zero where it is too small beside the level to be more than rounding."""
    return 0.0 if abs(change) < _ROUNDING * abs(level) else change


def written_range_of_change(outcome: str, change: Change, level: float, place: int) -> str:
    """Return P10 to P90 of a change of a level in one month, signed; empty without a range."""
    if change.low is None or change.high is None:
        return ""
    return written_ends(outcome, float(change.low[place]), float(change.high[place]), level)


def written_ends(outcome: str, low: float, high: float, level: float) -> str:
    """Return the ends of a range of changes of a level, signed."""
    ends = (_telling(end, level) for end in (low, high))
    texts = (
        words_of(end) or _signed(outcome, end, level or max(low, high, key=abs)) for end in ends
    )
    return between(*texts)


def _signed(outcome: str, change: float, size: float) -> str:
    """Return a change with its sign and the decimals of values of this size, as levels are told."""
    form = _form(outcome)
    decimals = level_decimals(size * form.factor, form)
    text = signed_fixed(change * form.factor, decimals, numerals())
    return text if has_digits(text) or words_of(change) else NO_CHANGE


def written_share(median: float, higher: float | None, lower: float | None) -> str:
    """Return in how many futures it goes the way of the median; empty where that is not known."""
    if higher is None or lower is None or isnan(higher) or isnan(lower):
        return ""
    if higher == lower == 0:
        return translate("Terminal", "the same in all")
    is_higher = median > 0 or (median == 0 and higher >= lower)
    return _higher_in(higher) if is_higher else _lower_in(lower)


def _higher_in(share: float) -> str:
    if share == 1:
        return translate("Terminal", "higher in all")
    return translate("Terminal", "higher in {percent}%").format(percent=_percent(share))


def _lower_in(share: float) -> str:
    if share == 1:
        return translate("Terminal", "lower in all")
    return translate("Terminal", "lower in {percent}%").format(percent=_percent(share))


def _percent(share: float) -> int:
    return min(99, max(1, round(100 * share))) if share else 0


def head_of_differences(outcome: str, against: Reference) -> str:
    """Return what stands before a row of differences; it names the unit that is not the level's."""
    head = translate("Terminal", "against the baseline")
    if against == "first":
        head = translate("Terminal", "against the first")
    points = form_of(model().outcomes[outcome].told_in).difference
    said = head if points == unit_of(outcome) else in_unit(head, unit_text(points))
    return f"{_INDENT}{said}"


def _reference(level: float, change: float) -> float:
    """Return from what a level differs by a change that is no number, as far as that is told."""
    if isnan(level):
        return 0.0
    if isnan(change):
        return level if isinf(level) else change
    return -change if isfinite(level) else 0.0


def _range_at(projection: Projection, request: Request, month: str) -> tuple[float, float] | None:
    """Return P10 and P90 of a request in one month; None where none is told."""
    bands = projection.series[request].bands
    if bands is None or projection.is_one_future:
        return None
    place = month_place(projection, month)
    return float(bands[0, place]), float(bands[-1, place])


def written_range(outcome: str, bounds: tuple[float, float] | None, level: float) -> str:
    """Return a range for reading; its two numbers have the decimals of the level between them."""
    if bounds is None:
        return ""
    form = _form(outcome)
    size = level if isfinite(level) else max(map(abs, bounds))
    ends = (
        value_text(bound * form.factor, form, numerals(), size * form.factor) for bound in bounds
    )
    return between(*ends)


def _form(outcome: str) -> UnitForm:
    return form_of(model().outcomes[outcome].told_in)


def month_place(projection: Projection, month: str) -> int:
    """Return which of a run's months a month is."""
    return month_labels(projection).index(month)
