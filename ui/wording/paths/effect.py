"""What a path has done so far, in a few lines: differences, money, dates.

Floor: wording. Only what the run on screen knows is told: medians of differences that are taken
future by future with their 80% range, sums of the path itself, and dated events.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isclose
from typing import Final

from PySide6.QtCore import QCoreApplication

from planner.ensemble.projection import Projection, Request
from planner.model.graph import model
from planner.model.indices import LABELS
from planner.model.paths import FIRST_DATE
from planner.model.ready_paths import Stretch, total_of
from planner.quantities.shown import with_unit
from planner.studies.compare import Pair
from planner.studies.events import Event
from ui.wording.figures.differences import UNMOVED, difference_at, told
from ui.wording.figures.units import form_of
from ui.wording.key_figures import december, title_of
from ui.wording.numbers import Numerals, readable, signed
from ui.wording.path_words import path_words
from ui.wording.paths.knots import PathPage
from ui.wording.paths.subject import PathSubject
from ui.wording.translate import model_text, unit_text

_BUDGET: Final = "voucher_budget"
_NEARLY: Final = 1e-9
_MONEY: Final = {"M CNY/yr": "M CNY", "bn CNY/yr": "bn CNY"}
"""Units of levers that are spent by the year, and what they add up to."""


@dataclass(frozen=True, slots=True)
class EffectLine:
    """One figure, what it is, and in small its range or what it is held against."""

    figure: str
    title: str
    detail: str = ""


def effect_pairs(subject: PathSubject, asked: Pair) -> tuple[Pair, ...]:
    """Return what is asked of a run: an outcome where the path acts, and as a whole beside it."""
    outcome, element = asked
    elements = model().outcomes[outcome].elements
    if subject.element in elements and subject.element:
        whole = ((outcome, ""),) if "" in elements else ()
        return ((outcome, subject.element), *whole)
    return ((outcome, element),)


def effect_lines(
    projection: Projection,
    events: tuple[tuple[Event, ...], tuple[Event, ...]],
    subject: PathSubject,
    page: PathPage,
    pairs: tuple[Pair, ...],
    year: int,
    style: Numerals,
) -> tuple[EffectLine, ...]:
    """Return what a path did to some outcomes at the end of a year.

    `events` are those of the run and those of its baseline.
    """
    changes = (_change(projection, pair, year, style) for pair in pairs)
    return (
        *(line for line in changes if line is not None),
        *_spent(subject, page, year, style),
        *_used(subject, *events),
    )


def pair_text(pair: Pair) -> str:
    """Return what an outcome is called with its place, where it has one."""
    outcome, element = pair
    title = title_of(outcome)
    if not element:
        return title
    text = QCoreApplication.translate("Path", "{outcome} in {place}")
    return text.format(outcome=title, place=model_text(LABELS[element]))


def _change(projection: Projection, pair: Pair, year: int, style: Numerals) -> EffectLine | None:
    """Return what a path did to one outcome, as cards tell it; None while that is not known."""
    form, month = form_of(model().outcomes[pair[0]].told_in), december(year)
    series = projection.series.get(Request(*pair, "difference"))
    found = difference_at(series, month, form.factor)
    if found is None:
        return None
    level = projection.series.get(Request(*pair))
    size = found.median if level is None else float(level.line[month]) * form.factor
    text = QCoreApplication.translate("Path", "{outcome}, Dec {year}")
    title = text.format(outcome=pair_text(pair), year=year)
    said = told(found, abs(size), form, style)
    detail = "; ".join(part for part in (said.span, said.share) if part)
    return EffectLine(said.change or UNMOVED, title, detail)


def _spent(
    subject: PathSubject, page: PathPage, year: int, style: Numerals
) -> Iterator[EffectLine]:
    """Yield how much more or less money the path is than the published one, until a year ends."""
    unit = _MONEY.get(subject.lever.unit)
    if unit is None:
        return
    until, over_time = Stretch(FIRST_DATE, year + 1.0), subject.lever.over_time
    own, usual = (total_of(path, over_time, until) for path in (page.path, page.published))
    is_same = isclose(own, usual, rel_tol=_NEARLY)
    figure = UNMOVED if is_same else with_unit(signed(own - usual, style), unit_text(unit))
    title = QCoreApplication.translate("Path", "planned from 2025 to {year}").format(year=year)
    text = QCoreApplication.translate("Path", "{own} instead of {usual}")
    said = (with_unit(readable(each, style), unit_text(unit)) for each in (own, usual))
    detail = text.format(**dict(zip(("own", "usual"), said, strict=True)))
    yield EffectLine(figure, title, "" if is_same else detail)


def _used(
    subject: PathSubject, own: tuple[Event, ...], below: tuple[Event, ...]
) -> Iterator[EffectLine]:
    """Yield from when on a budget is fully used, at central values."""
    if subject.lever.key != _BUDGET:
        return
    dates = [_exhausted(events, subject.element) for events in (own, below)]
    if dates == [None, None]:
        return
    never = QCoreApplication.translate("Path", "never")
    said = [never if date is None else path_words().date(date) for date in dates]
    title = QCoreApplication.translate("Path", "budget fully used from")
    detail = QCoreApplication.translate("Path", "baseline: {date}").format(date=said[1])
    yield EffectLine(said[0], title, detail)


def _exhausted(events: tuple[Event, ...], element: str) -> float | None:
    found = (
        event.time
        for event in events
        if event.kind == "budget_exhausted" and event.element == element
    )
    return next(found, None)
