"""The line on all other places: what they lose or gain while the window is about some.

It tells of AI enterprises, then of the public money they get and of what the cards are about, as
far as that is known by place; of these only what moves. What is told is the median of the futures'
own sums over the other places, not a difference of medians. Floor: wording.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite
from typing import Final

from planner.ensemble.projection import Projection, Request
from planner.model.graph import model
from planner.model.sums import can_be_asked, members, others_of
from planner.quantities.shown import with_unit
from planner.quantities.told import lists
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from planner.studies.parts.reference import BASELINE, Reference
from ui.wording.compared.reference import as_it
from ui.wording.elements import element_name, number_words
from ui.wording.figures.differences import DifferenceText, difference_at, told
from ui.wording.figures.units import form_of
from ui.wording.key_figures import december
from ui.wording.numbers import Numerals
from ui.wording.translate import unit_text

OUTCOME: Final = "enterprises"
ALWAYS: Final = (OUTCOME, "voucher_spend")
MOST: Final = 3
"""Outcomes that the line tells."""


@dataclass(frozen=True, slots=True)
class OtherPlaces:
    """What all other places have more or fewer of: how many they are, of what, by how much."""

    count: str
    outcome: str
    change: DifferenceText


def others_told(areas: tuple[str, ...], outcomes: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the outcomes that the line tells of: those always told, and some of the cards'."""
    rest, rows = others_of(areas), model().outcomes
    known = [key for key in (*ALWAYS, *outcomes) if can_be_asked(rows[key], rest)]
    return tuple(dict.fromkeys(known))[:MOST]


def others_requests(areas: tuple[str, ...], outcomes: Iterable[str] = ()) -> tuple[Request, ...]:
    """Return what the line needs from a run: nothing while the window is about all places."""
    return _requests(areas, tuple(outcomes))


@lru_cache(maxsize=64)
def _requests(areas: tuple[str, ...], outcomes: tuple[str, ...]) -> tuple[Request, ...]:
    """Return what the line needs, which every frame of a drag asks for several times."""
    told_of = others_told(areas, outcomes) if areas else ()
    return tuple(Request(key, others_of(areas), "difference") for key in told_of)


def others_levels(areas: tuple[str, ...], outcomes: Iterable[str] = ()) -> tuple[Request, ...]:
    """Return the levels that what is told differs from, which a report tells beside it."""
    return tuple(each._replace(view="absolute") for each in others_requests(areas, outcomes))


def each_of_others(areas: tuple[str, ...]) -> tuple[Request, ...]:
    """Return what the line needs of each other place, where a run has the time for it."""
    places = members(others_of(areas)) if areas else ()
    return tuple(Request(OUTCOME, place, "difference") for place in places)


def others_line(
    projection: Projection | None,
    areas: tuple[str, ...],
    year: int,
    style: Numerals,
    reference: Reference = BASELINE,
    outcomes: Iterable[str] = (),
    *,
    by_place: bool = False,
) -> str:
    """Return the line in December of a year; empty where there are no others, or no run yet.

    With `by_place` each place stands behind the sum, as far as a run knows of it.

    Nor is there one where no difference from the `reference` is known. `outcomes` are the cards'.
    """
    if projection is None:
        return ""
    told_of = [
        (request, _changed(projection, request, year, style))
        for request in others_requests(areas, outcomes)
        if request in projection.series
    ]
    moved = [(request, text) for request, text in told_of if text is not None and _moves(text)]
    if not moved:
        first = next((request for request, text in told_of if text is not None), None)
        if first is None:
            return ""
        unmoved = translate("Others", "Other {count} places: {outcome} {as_reference}")
        return unmoved.format(
            count=_count(first), outcome=_name(first), as_reference=as_it(reference)
        )
    clauses = [_clause(request, text) for request, text in moved]
    if by_place:
        clauses.append(_by_place(projection, areas, year, style))
    said = translate("Others", "Other {count} places: {changes}")
    return said.format(count=_count(moved[0][0]), changes=lists.clauses(clauses))


def other_places(
    projection: Projection, areas: tuple[str, ...], year: int, style: Numerals
) -> OtherPlaces | None:
    """Return the first that the line tells; None where it does not move or is not known."""
    for request in others_requests(areas)[:1]:
        found = request in projection.series and _changed(projection, request, year, style)
        if found and _moves(found):
            return OtherPlaces(_count(request), _name(request), found)
    return None


def _changed(
    projection: Projection, request: Request, year: int, style: Numerals
) -> DifferenceText | None:
    """Return by how much an outcome differs, None where that is not known."""
    form = form_of(model().outcomes[request.outcome].told_in)
    month = december(year)
    found = difference_at(projection.series[request], month, form.factor)
    if found is None:
        return None
    level = projection.series.get(request._replace(view="absolute"))
    size = abs(found.median)
    if level is not None and not form.is_count and isfinite(float(level.line[month])):
        size = abs(float(level.line[month])) * form.factor
    return told(found, size, form, style)


def _moves(text: DifferenceText) -> bool:
    """Tell whether a change is more than nothing as it is printed."""
    return any(digit in "123456789" for digit in text.change)


def _clause(request: Request, text: DifferenceText) -> str:
    form = form_of(model().outcomes[request.outcome].told_in)
    said = translate("Others", "{change} {outcome}").format(
        change=text.change, outcome=_name(request)
    )
    if not form.is_count:
        change = with_unit(text.change, unit_text(form.short))
        said = translate("Others", "{outcome} {change}").format(
            outcome=_name(request), change=change
        )
    if text.span:
        said = translate("Others", "{said} ({range})").format(said=said, range=text.span)
    return lists.in_turn((said, text.share))


def _by_place(projection: Projection, areas: tuple[str, ...], year: int, style: Numerals) -> str:
    """Return what each other place has more or fewer of, the most first; empty if not known."""
    found = [
        (abs(change.median), element_name(request.element), text.change)
        for request in each_of_others(areas)
        if request in projection.series
        and (change := difference_at(projection.series[request], december(year), 1.0)) is not None
        and (text := _changed(projection, request, year, style)) is not None
        and _moves(text)
    ]
    if not found:
        return ""
    said = translate("Others", "medians by place: {changes}")
    each = [f"{name} {change}" for _, name, change in sorted(found, reverse=True)]
    return said.format(changes=lists.in_a_row(each))


def _name(request: Request) -> str:
    name = model_text(model().outcomes[request.outcome].label)
    is_first = request.outcome == OUTCOME or name[1:2].isupper()
    return name if is_first else f"{name[:1].lower()}{name[1:]}"


def _count(request: Request) -> str:
    return number_words()[len(members(request.element))]
