"""What a chart says about one month: every curve's value, range and difference; no Qt."""

from dataclasses import dataclass
from math import isfinite, nan

from planner.ensemble.projection import Request
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.shown import (
    in_range,
    with_unit,
    words_of,
    words_of_difference,
)
from planner.quantities.telling import ends_told
from planner.quantities.told.lists import clauses, led_by, span_form
from planner.quantities.unit_forms import UnitForm
from ui.charts.contents.picture import BASELINE, OWN, ChartPicture, Curve, Dash
from ui.charts.contents.specs import spec_of
from ui.charts.contents.wording import Wording
from ui.wording.figures.units import form_of
from ui.wording.figures.values import change_text, percent_change_text, value_text
from ui.wording.numbers import Numerals, fixed, readable, signed

WHOLE = 100.0
LEAST_SHARE = 0.5
"""Percent of futures below which a state is left out."""
NEAR = 1.5
"""Months from an event within which a readout tells it: a hand does not hit one month."""


@dataclass(frozen=True, slots=True)
class Row:
    """One curve at one month, as text; `color` is the role of the curve, which may be thin.

    It is drawn with a `dash`, or as an area, as the curve is; `group` is what its panel is called.
    """

    name: str
    color: str | int
    value: str
    span: str = ""
    change: str = ""
    is_thin: bool = False
    dash: Dash = None
    is_area: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class Readout:
    """Everything at one month: its name, a row per curve, what happens in it.

    `held_against` says what differences are from, where that is not the baseline.
    """

    month: str
    time: float
    rows: tuple[Row, ...]
    events: tuple[str, ...] = ()
    held_against: str = ""


def readout(picture: ChartPicture, month: int, words: Wording, numerals: Numerals) -> Readout:
    """Return the readout of one month, counted from the first of the picture.

    The scenario that the chart is about comes first, its asked part before the others, and the
    baseline last. Curves may end before the month; one does not.
    """
    curves = sorted(picture.curves, key=_order)
    curves = [curve for curve in curves if month < len(curve.times)]
    below = {curve.request: curve for curve in _held_against(picture, month)}
    time = float(curves[0].times[month])
    alone = sum(curve.color == BASELINE for curve in curves) == 1
    if picture.moved is None and not picture.below:
        below = {}
    return Readout(
        month=words.month(time),
        time=time,
        rows=tuple(
            row
            for curve in curves
            if (alone or curve.color != BASELINE) and _is_told(curve, month, below)
            for row in _rows(curve, month, below, picture, words, numerals)
        ),
        events=tuple(
            mark.label for mark in picture.events if abs(mark.time - time) < NEAR / MONTHS_PER_YEAR
        ),
        held_against=words.told_from.format(scenario=picture.against) if picture.against else "",
    )


def _held_against(picture: ChartPicture, month: int) -> list[Curve]:
    """Return what curves are held against in a month: the reference's, else the baseline's."""
    found = picture.below or [curve for curve in picture.curves if curve.color == BASELINE]
    return [curve for curve in found if month < len(curve.times)]


def _is_reference(curve: Curve, picture: ChartPicture) -> bool:
    """Tell whether a curve is of the scenario that others are held against."""
    if picture.reference == OWN:
        return not curve.light and curve.color != BASELINE
    return curve.color == picture.reference


def _order(curve: Curve) -> tuple[int, bool]:
    """Return where a curve stands: own ones, other scenarios', the baseline's; solid ones first."""
    return 2 if curve.color == BASELINE else int(curve.light), curve.dash is not None


def spoken(told: Readout) -> str:
    """Return a readout as a sentence for a screen reader."""
    parts = (
        f"{row.name} {row.value}" + (f" ({row.span})" if row.span else "") for row in told.rows
    )
    return led_by(told.month, clauses((*parts, *told.events)))


def written(told: Readout) -> str:
    """Return a readout as lines: the month, each curve with all that is known, what happens."""
    lines = (
        led_by(row.name, row.value)
        + (f" ({row.span})" if row.span else "")
        + (f", {row.change}" if row.change else "")
        for row in told.rows
    )
    said = [told.held_against] if told.held_against else []
    return "\n".join((told.month, *lines, *told.events, *said))


def _is_told(curve: Curve, month: int, below: dict[Request | None, Curve]) -> bool:
    """Tell whether a row says something: a state that hardly any future is in says nothing."""
    if curve.area is None:
        return True
    before = below.get(curve.request)
    shares = [float(each.line[month]) for each in (curve, before) if each is not None]
    return curve.color != BASELINE and max(shares) >= LEAST_SHARE


def _rows(
    curve: Curve,
    month: int,
    below: dict[Request | None, Curve],
    picture: ChartPicture,
    words: Wording,
    numerals: Numerals,
) -> tuple[Row, ...]:
    """Return the row of a curve, and that of its central run where it alone has one."""
    own = _row(curve, month, below, picture, words, numerals)
    central = [one.central for one in picture.curves if one.central is not None]
    if curve.central is None or len(central) > 1:
        return (own,)
    value = float(curve.central[month])
    said = _number(value, value, month, curve, picture, numerals)
    said = with_unit(said, picture.unit_beside)
    return own, Row(words.central, curve.color, said, is_thin=True)


def _row(
    curve: Curve,
    month: int,
    below: dict[Request | None, Curve],
    picture: ChartPicture,
    words: Wording,
    numerals: Numerals,
) -> Row:
    value = float(curve.line[month])
    span = change = ""
    if curve.bands is not None:
        ends = ends_told(float(curve.bands[0, month]), float(curve.bands[-1, month])) or ()
        texts = [_number(end, value, month, curve, picture, numerals) for end in ends]
        span = in_range(_form_of_range(picture, words), *texts) if texts else ""
    reference = below.get(curve.request) if curve.request else None
    if reference is not None and not _is_reference(curve, picture):
        before = float(reference.line[month])
        change = words_of_difference(value, before, picture.against or words.baseline.lower())
        change = change or _change(curve, month, before, picture, numerals)
    said = _number(value, value, month, curve, picture, numerals)
    return Row(
        curve.name,
        curve.color,
        with_unit(said, picture.unit_beside),
        span,
        change,
        dash=curve.dash,
        is_area=curve.area is not None,
        group=_group(curve, picture, words),
    )


def _number(
    number: float,
    value: float,
    month: int,
    curve: Curve,
    picture: ChartPicture,
    numerals: Numerals,
) -> str:
    """Return a number of a curve beside its value, as exactly as a card tells it."""
    if not isfinite(number):
        return words_of(number)
    match picture.view:
        case "difference":
            size = _size(value, curve, month)
            return change_text(number, size, _form(picture), numerals) or fixed(0, 0, numerals)
        case "percent":
            return percent_change_text(number, value, numerals) or fixed(0, 0, numerals)
        case "index":
            return readable(number, numerals, value)
        case "absolute":
            reference = WHOLE if picture.panels else value
            return value_text(number, _form(picture), numerals, reference)


def _size(difference: float, curve: Curve, month: int) -> float:
    """Return the larger of the levels that a difference lies between, else the difference."""
    if curve.beside is None:
        return difference
    level = float(curve.beside[month])
    return max(abs(level), abs(level - difference)) if isfinite(level) else difference


def _form(picture: ChartPicture) -> UnitForm:
    return form_of(spec_of(picture.setting).unit)


def _change(
    curve: Curve, month: int, before: float, picture: ChartPicture, numerals: Numerals
) -> str:
    """Return by how much a curve differs from the baseline, empty where that is not known.

    Of levels it is the median of each future's own difference, as on cards: the difference of
    medians is another number. Shares of futures and what is no level have no pairs.
    """
    value = float(curve.line[month])
    match picture.view:
        case "absolute" if not picture.panels:
            change = nan if curve.beside is None else float(curve.beside[month])
            size = max(abs(value), abs(before))
            said = change_text(change, size, _form(picture), numerals) if isfinite(change) else ""
        case "absolute":
            said = signed(value - before, numerals, WHOLE)
        case "percent" | "difference":
            said = ""
        case "index":
            said = signed(value - before, numerals, value)
    return with_unit(said, picture.unit_of_change)


def _group(curve: Curve, picture: ChartPicture, words: Wording) -> str:
    """Return what the panel of a curve is called where there are several."""
    if len(picture.panels) <= 1 or curve.request is None:
        return ""
    return words.short.get(curve.request.element, words.country)


def _form_of_range(picture: ChartPicture, words: Wording) -> str:
    """Return how a range is written: with a dash, but in words where its ends may have signs."""
    return words.range if picture.view in ("difference", "percent") else span_form()
