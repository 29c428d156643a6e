"""What a path has done so far, in a few lines: differences, money, dates, other places.

Floor: wording. Only what the run on screen knows is told: medians of differences that are taken
future by future with their 80% range, sums of the path itself, and dated events. What an added
enterprise costs is worded by `cost`.
"""

from collections.abc import Iterator
from math import isclose
from typing import Final

from planner.ensemble.projection import Request
from planner.model.graph import model
from planner.model.indices import LABELS
from planner.model.paths import FIRST_DATE, LeverPath
from planner.model.ready_paths import Stretch, total_of
from planner.quantities.shown import with_unit
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import clauses
from planner.quantities.told.months import date_text
from planner.storage.sentences.catalog import translate
from planner.studies.compare import Pair
from planner.studies.events import Event
from ui.wording.compared.reference import short_name
from ui.wording.figures.differences import change_or_none, difference_at, no_change, told
from ui.wording.figures.others import OUTCOME, others_requests
from ui.wording.figures.units import form_of, shown_in
from ui.wording.key_figures import december, title_of
from ui.wording.numbers import Numerals, readable, signed
from ui.wording.paths.cost import cost_line, cost_requests
from ui.wording.paths.effect_line import EffectLine, PathRun
from ui.wording.paths.knots import path_in
from ui.wording.paths.subject import PathSubject
from ui.wording.translate import unit_text

_BUDGET: Final = "voucher_budget"
_NEARLY: Final = 1e-9
_MONEY: Final = {"M CNY/yr": "M CNY", "bn CNY/yr": "bn CNY"}
"""Units of levers that are spent by the year, and what they add up to."""


def effect_pair(subject: PathSubject, asked: Pair) -> Pair:
    """Return the outcome that a path is held against: what is asked, where the path acts."""
    outcome, element = asked
    elements = model().outcomes[outcome].elements
    return (outcome, subject.element if subject.element in elements else element)


def effect_requests(subject: PathSubject) -> tuple[Request, ...]:
    """Return what is told of a path in one year, beside its outcome."""
    return (*cost_requests(subject), *_others_of(subject))


def effect_lines(
    run: PathRun, subject: PathSubject, path: LeverPath, pair: Pair, year: int, style: Numerals
) -> tuple[EffectLine, ...]:
    """Return what a path did to an outcome, and beside it, by the end of a year."""
    lines = (
        _change(run, pair, year, style),
        cost_line(run, subject, year, style),
        *_spent(run, subject, path, year, style),
        *_used(run, subject),
        *_elsewhere(run, subject, year, style),
    )
    return tuple(line for line in lines if line is not None)


def pair_text(pair: Pair) -> str:
    """Return what an outcome is called with its place, where it has one."""
    outcome, element = pair
    title = title_of(outcome)
    if not element:
        return title
    text = translate("Path", "{outcome} in {place}")
    return text.format(outcome=title, place=model_text(LABELS[element]))


def _change(run: PathRun, pair: Pair, year: int, style: Numerals) -> EffectLine | None:
    """Return what a path did to one outcome, as cards tell it; None while that is not known."""
    text = translate("Path", "{outcome}, Dec {year}")
    title = text.format(outcome=pair_text(pair), year=year)
    return _told(run, Request(*pair, "difference"), title, year, style)


def _told(
    run: PathRun, request: Request, title: str, year: int, style: Numerals
) -> EffectLine | None:
    form = form_of(model().outcomes[request.outcome].told_in)
    series = run.projection.series
    found = difference_at(series.get(request), december(year), form.factor)
    if found is None:
        return None
    level = series.get(request._replace(view="absolute"))
    size = found.median if level is None else float(level.line[december(year)]) * form.factor
    said = told(found, abs(size), form, style)
    detail = clauses((said.span, said.share))
    return EffectLine(change_or_none(said), title, detail)


def _spent(
    run: PathRun, subject: PathSubject, path: LeverPath, year: int, style: Numerals
) -> Iterator[EffectLine]:
    """Yield how much more or less money the path is than that of the reference, by a year."""
    unit = _MONEY.get(subject.lever.unit)
    if unit is None:
        return
    until, over_time = Stretch(FIRST_DATE, year + 1.0), subject.lever.over_time
    below = path_in(subject, run.below.scenario)
    shown, factor = shown_in(unit)
    unit = unit_text(shown)
    own, usual = (total_of(each, over_time, until) * factor for each in (path, below))
    is_same = isclose(own, usual, rel_tol=_NEARLY)
    figure = no_change() if is_same else with_unit(signed(own - usual, style), unit)
    title = translate("Path", "planned from 2025 to {year}").format(year=year)
    text = translate("Path", "{own} instead of {usual}")
    said = (with_unit(readable(each, style, usual), unit) for each in (own, usual))
    detail = text.format(**dict(zip(("own", "usual"), said, strict=True)))
    yield EffectLine(figure, title, "" if is_same else detail)


def _used(run: PathRun, subject: PathSubject) -> Iterator[EffectLine]:
    """Yield from when on a budget is fully used, at central values."""
    if subject.lever.key != _BUDGET or subject.is_whole:
        return
    dates = [_exhausted(events, subject.element) for events in (run.events, run.events_below)]
    if dates == [None, None]:
        return
    never = translate("Path", "never")
    said = [never if date is None else date_text(date) for date in dates]
    title = translate("Path", "budget fully used from")
    detail = translate("Path", "{reference}: {date}")
    yield EffectLine(
        said[0], title, detail.format(reference=short_name(run.reference), date=said[1])
    )


def _elsewhere(
    run: PathRun, subject: PathSubject, year: int, style: Numerals
) -> Iterator[EffectLine]:
    """Yield what all other places lose or gain."""
    for request in _others_of(subject):
        if request.view == "difference":
            text = translate("Path", "{outcome} in the other six places")
            line = _told(run, request, text.format(outcome=title_of(OUTCOME)), year, style)
            if line is not None:
                yield line


def _others_of(subject: PathSubject) -> tuple[Request, ...]:
    """Return the difference of all other places together, and their level."""
    if not subject.element:
        return ()
    requests = others_requests((subject.element,))[:1]
    return (*requests, *(each._replace(view="absolute") for each in requests))


def _exhausted(events: tuple[Event, ...], element: str) -> float | None:
    found = (
        event.time
        for event in events
        if event.kind == "budget_exhausted" and event.element == element
    )
    return next(found, None)
