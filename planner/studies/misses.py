"""What a backtest says in words: how many points lie inside, and each one that the model misses.

Sixth floor of planner. Every sentence is made from the rows of the table; none is written by hand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.facts.measured import Measured
from planner.quantities.shown import with_unit
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import between
from planner.quantities.told.numerals import fixed, readable, trimmed
from planner.quantities.unit_forms import unit_form
from planner.storage.sentences.catalog import translate, translate_many
from planner.studies.backtest import Backtest, Judged, Score, score, score_of_model_1
from planner.studies.scores import TAIL

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
        span = between(_printed(point.low * factor), _printed(point.high * factor))
        measured = f"{measured} ({span})"
    if point.bound == "floor":
        measured = translate("Planner", "at least {number}").format(number=measured)
    low, middle, high = (_number(part * factor) for part in (row.p10, row.p50, row.p90))
    given = f"{with_unit(middle, unit)} ({between(low, high)})"
    said = {"name": model_text(point.label), "measured": measured, "given": given}
    return _off(row.off).format(**said, off=f"{100 * abs(row.off):.0f}%")


def unit_beside(point: Measured) -> str:
    """Return the unit to say beside a figure of a point: none of what is counted."""
    if point.reading == "ratio":
        return translate("Planner", "times")
    form = unit_form(point.unit)
    return "" if form.is_count else form.shown


def _summary(found: Backtest) -> Iterator[str]:
    rows = found.rows
    if not rows:
        yield translate("Planner", "There is no point that the model has an outcome for.")
        return
    yield _inside(score("", rows))
    held = [row for row in rows if row.point.set == "held"]
    if held:
        yield _held_back(score("", held))
    first, both = score_of_model_1(rows), [row for row in rows if row.first is not None]
    if first is not None:
        yield _beside_model_1(first, score("", both))
    if found.as_drawn:
        yield _as_drawn(score("", found.as_drawn))
    yield from _lean(rows)
    if found.not_compared:
        count = len(found.not_compared)
        text = translate_many(
            "Planner",
            "For {count} point the model has no outcome; it is left out.",
            "For {count} points the model has no outcome; they are left out.",
            count,
        )
        yield text.format(count=count)


def _inside(whole: Score) -> str:
    text = translate_many(
        "Planner",
        "Points within P10 to P90 of the model alone: {inside} of {points}; within what the source "
        "would have printed: {with_error}, where {expected} in 100 should lie. The mean miss "
        "(CRPS) is {crps} of the measured figure, {crps_by_source} where every source counts once.",
        "Points within P10 to P90 of the model alone: {inside} of {points} from {sources} sources; "
        "within what the sources would have printed: {with_error}, where {expected} in 100 should "
        "lie. The mean miss (CRPS) is {crps} of the measured figure, {crps_by_source} where every "
        "source counts once.",
        whole.groups,
    )
    return text.format(
        inside=whole.inside,
        points=whole.points,
        sources=whole.groups,
        with_error=whole.with_error,
        expected=_EXPECTED,
        crps=_crps(whole.crps),
        crps_by_source=_crps(whole.crps_by_group),
    )


def _held_back(apart: Score) -> str:
    text = translate(
        "Planner",
        "Points held back before any default was touched: {points}, inside: {inside}; their mean "
        "miss is {crps}.",
    )
    return text.format(points=apart.points, inside=apart.inside, crps=_crps(apart.crps))


def _beside_model_1(first: Score, now: Score) -> str:
    text = translate(
        "Planner",
        "Of the points that model 1.0 had ({points}) it had {first} inside and a mean miss of "
        "{first_crps}; this model has {now} and {now_crps}.",
    )
    return text.format(
        points=first.points,
        first=first.inside,
        first_crps=_crps(first.crps),
        now=now.inside,
        now_crps=_crps(now.crps),
    )


def _as_drawn(drawn: Score) -> str:
    text = translate(
        "Planner",
        "Inside in futures as drawn, not chosen by what was measured: {inside}; with the error of "
        "the sources: {with_error}. Their mean miss is {crps}.",
    )
    return text.format(inside=drawn.inside, with_error=drawn.with_error, crps=_crps(drawn.crps))


def _lean(rows: Sequence[Judged]) -> Iterator[str]:
    """Say to which side the model errs."""
    outside = [row for row in rows if not row.inside]
    above = sum(row.off > 0 for row in outside)
    if outside:
        text = translate(
            "Planner", "Points outside: {count}; the model lies above {above} and below {below}."
        )
        yield text.format(count=len(outside), above=above, below=len(outside) - above)


def _off(share: float) -> str:
    if abs(share) < _NOT_OFF:
        return translate(
            "Planner",
            "{name}: measured {measured}, the model gives {given}, its median within 1%.",
        )
    if share > 0:
        return translate(
            "Planner", "{name}: measured {measured}, the model gives {given}, {off} above."
        )
    return translate(
        "Planner", "{name}: measured {measured}, the model gives {given}, {off} below."
    )


def _crps(value: float) -> str:
    return fixed(value, 3)


def _number(value: float) -> str:
    """Return a number with three telling digits, thousands grouped; whole ones keep all theirs."""
    return readable(value)


def _printed(value: float) -> str:
    """Return a figure of a source: as `_number`, but with no zeros that nobody printed."""
    return trimmed(value)
