"""What a report says beside its tables: events with their dates, and targets with their shares.

Floor: print.
"""

from collections.abc import Iterator, Sequence
from math import isfinite, isnan
from typing import Final

from planner.ensemble.projection import Projection
from planner.model.targets.target import Target
from planner.model.targets.words import all_met_text, target_text
from planner.quantities.told.lists import clauses, led_by, with_more
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.events import Event, dates_between, events
from ui.charts.contents.scopes import Areas
from ui.charts.contents.series import ABOUT_VOUCHERS
from ui.charts.contents.words import wording
from ui.print.report.columns import Beside
from ui.print.report.parts import Bar, Dated, TargetBars
from ui.wording.figures.differences import share_text
from ui.wording.figures.units import units

_AT_MOST: Final = 10


def dates(beside: Sequence[Beside], areas: Areas) -> tuple[Dated, ...]:
    """Return the events of all runs in order of time, each with what differs in the others."""
    found: dict[tuple[str, str], list[tuple[Event, Beside]]] = {}
    for each in beside:
        for event in events(each.run):
            if _is_of(event, areas):
                found.setdefault((event.kind, event.element), []).append((event, each))
    lines = sorted(found.values(), key=lambda pairs: pairs[0][0].time)
    shown = tuple(_line(pairs, beside) for pairs in lines)
    return shown if len(shown) <= _AT_MOST else (*shown[:_AT_MOST], _more(len(shown) - _AT_MOST))


def _more(count: int) -> Dated:
    text = translate("Report", "{count} more in the workbook")
    return Dated("", text.format(count=count))


def _line(pairs: Sequence[tuple[Event, Beside]], beside: Sequence[Beside]) -> Dated:
    """Return one event as it is in the first run that has it, and in the others if otherwise."""
    (first, owner), *others = pairs
    words = wording()
    said = [_ranged(words.event(first.kind, first.element), first, owner.run)]
    for event, each in others:
        if event.time != first.time:
            dated = led_by(shown_title(each.scenario.title), words.month(event.time))
            said.append(_ranged(dated, event, each.run))
    without = [each for each in beside if all(other is not each for _, other in pairs)]
    never = translate("Report", "not in {scenario}")
    said += [never.format(scenario=shown_title(each.scenario.title)) for each in without]
    return Dated(words.month(first.time), clauses(said), differs=len(said) > 1)


def _ranged(said: str, event: Event, run: Projection) -> str:
    between = _between(dates_between(run, event))
    return with_more(said, between)


def _is_of(event: Event, areas: Areas) -> bool:
    """Tell whether an event is of what the report is about: all, or what areas have."""
    if not areas:
        return True
    return event.element in areas if event.element else event.kind in ABOUT_VOUCHERS


def _between(ends: tuple[float, float] | None) -> str:
    words = wording()
    if ends is None or not isfinite(ends[0]) or ends[0] == ends[1]:
        return ""
    low, high = ends
    if not isfinite(high):
        return words.or_later.format(month=words.month(low))
    return words.range.format(low=words.month(low), high=words.month(high))


def target_bars(beside: Sequence[Beside]) -> tuple[TargetBars, ...]:
    """Return each target of the scenarios, and the share of futures of each that meets it."""
    targets = tuple(dict.fromkeys(target for each in beside for target in each.scenario.targets))
    named: list[tuple[str, Target | None]] = [
        (target_text(each, units()), each) for each in targets
    ]
    if len(targets) > 1:
        named.append((all_met_text(), None))
    return tuple(TargetBars(title, tuple(_bars(beside, target))) for title, target in named)


def _bars(beside: Sequence[Beside], target: Target | None) -> Iterator[Bar]:
    for each in beside:
        share = _share(each.run, target)
        unknown = translate("Report", "unknown")
        text = unknown if share is None else share_text(share)
        yield Bar(shown_title(each.scenario.title), each.color, share, text)


def _share(run: Projection, target: Target | None) -> float | None:
    """Return the share of futures that meets a target, or all; None where it is not known."""
    met = run.met
    if met is None or (target is not None and target not in met.each):
        return None
    share = met.all_met if target is None else met.each[target]
    return None if isnan(share) else share
