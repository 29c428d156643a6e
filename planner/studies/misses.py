"""What a backtest says in words: how many points lie inside, and each one that the model misses.

Sixth floor of planner. Every sentence is made from the rows of the table; none is written by hand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor, log10

from planner.facts.measured import Measured
from planner.quantities.shown import with_unit
from planner.quantities.unit_forms import unit_form
from planner.studies.backtest import Backtest, Judged, score, score_of_model_1
from planner.studies.scores import TAIL

_DIGITS = 3
_EXPECTED = round(100 * (1 - 2 * TAIL))
_NOT_OFF = 0.005


@dataclass(frozen=True, slots=True)
class Miss:
    """A point outside P10 to P90, and what is said of it."""

    row: Judged
    sentence: str


def summary_of(found: Backtest) -> tuple[str, ...]:
    """Return what is said of the table as a whole: coverage, CRPS, the held points, model 1.0."""
    return tuple(_summary(found))


def misses(rows: Sequence[Judged]) -> tuple[Miss, ...]:
    """Return the points that lie outside, the farthest first by the share of the figure."""
    outside = sorted((row for row in rows if not row.inside), key=lambda row: -abs(row.off))
    return tuple(Miss(row, sentence_of(row)) for row in outside)


def sentence_of(row: Judged) -> str:
    """Return what was measured, what the model gives, and by how much its median is off."""
    point = row.point
    factor, unit = unit_form(point.unit).factor, unit_beside(point)
    measured = with_unit(_printed(point.central * factor), unit)
    if point.low < point.high:
        measured += f" ({_printed(point.low * factor)} to {_printed(point.high * factor)})"
    if point.bound == "floor":
        measured = f"at least {measured}"
    low, middle, high = (_number(part * factor) for part in (row.p10, row.p50, row.p90))
    given = f"{with_unit(middle, unit)} ({low} to {high})"
    return f"{point.label}: measured {measured}, the model gives {given}, {_off(row.off)}."


def unit_beside(point: Measured) -> str:
    """Return the unit to say beside a figure of a point: none of what is counted."""
    if point.reading == "ratio":
        return "times"
    form = unit_form(point.unit)
    return "" if form.is_count else form.shown


def _summary(found: Backtest) -> Iterator[str]:
    rows = found.rows
    if not rows:
        yield "There is no point that the model has an outcome for."
        return
    whole = score("", rows)
    yield (
        f"{whole.inside} of {_points(whole.points)} from {_counted(whole.groups, 'source')} "
        f"{_lie(whole.inside)} within P10 to P90 of the model alone, {whole.with_error} within "
        f"what the sources would have printed, where {_EXPECTED} in 100 should; "
        f"the mean miss (CRPS) is {whole.crps:.3f} of the measured "
        f"figure, {whole.crps_by_group:.3f} where every source counts once."
    )
    held = [row for row in rows if row.point.set == "held"]
    if held:
        apart = score("", held)
        yield (
            f"{apart.inside} of the {_points(apart.points)} held back before any default was "
            f"touched {_lie(apart.inside)} inside; their mean miss is {apart.crps:.3f}."
        )
    first, both = score_of_model_1(rows), [row for row in rows if row.first is not None]
    if first is not None:
        now = score("", both)
        yield (
            f"On the {_points(first.points)} that model 1.0 had, it had {first.inside} inside and "
            f"a mean miss of {first.crps:.3f}; this model has {now.inside} and {now.crps:.3f}."
        )
    if found.as_drawn:
        drawn = score("", found.as_drawn)
        yield (
            f"In futures as drawn, not chosen by what was measured, {drawn.inside} "
            f"{_lie(drawn.inside)} inside, {drawn.with_error} with the error of the sources; "
            f"their mean miss is {drawn.crps:.3f}."
        )
    yield from _lean(rows)
    if found.not_compared:
        count = _points(len(found.not_compared))
        yield f"For {count} the model has no outcome; they are left out."


def _lean(rows: Sequence[Judged]) -> Iterator[str]:
    """Say to which side the model errs."""
    outside = [row for row in rows if not row.inside]
    above = sum(row.off > 0 for row in outside)
    if outside:
        yield (
            f"Of the {_points(len(outside))} outside, the model lies above {above} and below "
            f"{len(outside) - above}."
        )


def _off(share: float) -> str:
    size = abs(share)
    if size < _NOT_OFF:
        return "its median within 1%"
    side = "above" if share > 0 else "below"
    return f"{100 * size:.0f}% {side}"


def _lie(count: int) -> str:
    return "lies" if count == 1 else "lie"


def _points(count: int) -> str:
    return _counted(count, "point")


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _number(value: float) -> str:
    """Return a number with three telling digits, thousands grouped; whole ones keep all theirs."""
    if value == 0:
        return "0"
    decimals = max(0, _DIGITS - 1 - floor(log10(abs(value))))
    return f"{value:,.{decimals}f}"


def _printed(value: float) -> str:
    """Return a figure of a source: as `_number`, but with no zeros that nobody printed."""
    said = _number(value)
    return said.rstrip("0").rstrip(".") if "." in said else said
