"""What a chart says about one month: every curve's value, range and difference; no Qt."""

from dataclasses import dataclass

from planner.ensemble.projection import Request
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.shown import (
    in_range,
    with_unit,
    words_of_difference,
)
from ui.charts.contents.picture import BASELINE, ChartPicture, Curve, Dash
from ui.charts.contents.wording import Wording
from ui.wording.numbers import Numerals, readable, signed

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
    """Everything at one month: its name, a row per curve, and what happens in it."""

    month: str
    time: float
    rows: tuple[Row, ...]
    events: tuple[str, ...] = ()


def readout(picture: ChartPicture, month: int, words: Wording, numerals: Numerals) -> Readout:
    """Return the readout of one month, counted from the first of the picture.

    The scenario that the chart is about comes first, the baseline last. Curves may end before the
    month; one does not.
    """
    curves = sorted(picture.curves, key=_order)
    curves = [curve for curve in curves if month < len(curve.times)]
    below = {curve.request: curve for curve in curves if curve.color == BASELINE}
    time = float(curves[0].times[month])
    alone = sum(curve.color == BASELINE for curve in curves) == 1
    if picture.moved is None:
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
    )


def _order(curve: Curve) -> int:
    """Return where a curve stands among others: own ones, other scenarios', the baseline's."""
    return 2 if curve.color == BASELINE else int(curve.light)


def spoken(told: Readout) -> str:
    """Return a readout as a sentence for a screen reader."""
    parts = (
        f"{row.name} {row.value}" + (f" ({row.span})" if row.span else "") for row in told.rows
    )
    return f"{told.month}: {'; '.join((*parts, *told.events))}"


def written(told: Readout) -> str:
    """Return a readout as lines: the month, each curve with all that is known, what happens."""
    lines = (
        f"{row.name}: {row.value}"
        + (f" ({row.span})" if row.span else "")
        + (f", {row.change}" if row.change else "")
        for row in told.rows
    )
    return "\n".join((told.month, *lines, *told.events))


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
    said = readable(float(curve.central[month]), numerals)
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
        low, high = float(curve.bands[0, month]), float(curve.bands[-1, month])
        ends = (readable(end, numerals, value) for end in (low, high))
        span = in_range(_form_of_range(picture, words), *ends)
    reference = below.get(curve.request) if curve.request else None
    if reference is not None and curve.color != BASELINE:
        before = float(reference.line[month])
        change = words_of_difference(value, before, words.baseline.lower())
        differs = _difference(curve, month, picture, value - before)
        if not change and differs is not None:
            said = signed(differs, numerals, _reference(picture, value))
            change = with_unit(said, picture.unit_of_change)
    said = readable(value, numerals, _reference(picture, value))
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


def _difference(curve: Curve, month: int, picture: ChartPicture, of_medians: float) -> float | None:
    """Return by how much a curve differs from the baseline, None where that is not known.

    Of levels it is the median of each future's own difference, as on cards: the difference of
    medians is another number. Where curves are no levels, or have no futures, it is their own.
    """
    if picture.view != "absolute" or curve.bands is None or picture.panels:
        return of_medians
    asked = curve.request and curve.request._replace(view="difference")
    found = (each for each in picture.effect if (each.request, each.color) == (asked, curve.color))
    effect = next(found, None)
    return None if effect is None else float(effect.line[month])


def _group(curve: Curve, picture: ChartPicture, words: Wording) -> str:
    """Return what the panel of a curve is called where there are several."""
    if len(picture.panels) <= 1 or curve.request is None:
        return ""
    return words.short.get(curve.request.element, words.country)


def _form_of_range(picture: ChartPicture, words: Wording) -> str:
    """Return how a range is written: with a dash, but in words where its ends may have signs."""
    return words.range if picture.view in ("difference", "percent") else "{low}–{high}"


def _reference(picture: ChartPicture, value: float) -> float:
    """Return what sets the decimals of a value: shares of futures are told in whole percents."""
    return WHOLE if picture.panels else value
