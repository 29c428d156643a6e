"""The sentences that answer for one run: what changes, of which place, and what limits compute.

Floor: wording, no Qt: one paragraph for window, report and terminal.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from planner.ensemble.projection import ENTERPRISES, Projection, Request
from planner.model.graph import model
from planner.model.indices import SEGMENTS
from planner.model.scenario import lever_at
from planner.model.sums import others_of
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.comparison import (
    Column,
    Row,
    column_from_baseline,
    column_of_run,
    month_of,
    row_of,
)
from planner.studies.differing_inputs import set_otherwise
from planner.studies.explain.behind import Behind, Change
from planner.studies.key_figures import YEAR, Pair
from planner.studies.parts.budget import budget_use
from planner.studies.parts.limits import limits_in, limits_of_all
from planner.studies.parts.reference import BASELINE, Reference
from ui.wording.figures.added_cost import PAID, AddedCost, added_cost, added_cost_requests
from ui.wording.figures.units import outcome_told
from ui.wording.sentences.behind import (
    holds_sentence,
    open_clause,
    open_sentence,
    parts_sentence,
)
from ui.wording.sentences.change import (
    change_sentence,
    is_moved,
    level_sentence,
    short_change_sentence,
)
from ui.wording.sentences.limits import limits_sentence
from ui.wording.sentences.names import place_within
from ui.wording.sentences.place import PlaceNumbers, place_sentence

_WANTED: Final = Request("chip_shortage")
_VOUCHERS: Final = "vouchers"


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """The run that is told of, what it is held against, and what it is asked.

    `pairs` are outcomes and elements in the order in which they matter, `areas` the places that are
    looked at; what others lose is told where nothing beside the paragraph does. What is `behind`
    changes is said where that is known: all of it of the first, and of others where they are open.
    """

    run: Projection
    below: Projection
    reference: Reference = BASELINE
    year: int = YEAR
    pairs: tuple[Pair, ...] = ((ENTERPRISES, ""),)
    areas: tuple[str, ...] = ()
    tells_others: bool = True
    behind: tuple[Behind, ...] = ()


def paragraph_requests(areas: tuple[str, ...]) -> tuple[Request, ...]:
    """Return what a paragraph needs of a run besides the levels and differences of its pairs."""
    rest = (others_of(areas),) if areas else ()
    pairs = [*((ENTERPRISES, each) for each in rest), *((PAID, each) for each in areas)]
    costs = (request for area in areas for request in added_cost_requests(area))
    used = (Request("voucher_budget_used", area) for area in areas)
    rows = (*requests_of_places(areas), *_both(pairs))
    return (_WANTED, *limits_of_all(), *used, *rows, *costs)


def requests_of_places(areas: tuple[str, ...]) -> tuple[Request, ...]:
    """Return what tells the enterprises of places, and by how much they differ."""
    return _both([(ENTERPRISES, each) for each in areas])


def _both(pairs: Sequence[Pair]) -> tuple[Request, ...]:
    return tuple(Request(*pair, view) for pair in pairs for view in ("absolute", "difference"))


def paragraph(told: Told) -> tuple[str, ...]:
    """Return the sentences, those that say nothing left out."""
    first, limits = _first(told), limits_told(told)
    *asked, last = _behind_first(told)
    said = [first, *asked] if first else []
    for numbers in _places(told):
        more = [_open_in(told, numbers.area)] if said else asked
        said += [place_sentence(numbers), *more]
    return tuple(filter(None, (*said, limits, last)))


def first_in_short(told: Told) -> str:
    """Return the change that is told first in fewer words; empty where nothing moves.

    Of a place its budget, and what an enterprise costs, are left out.
    """
    row = _first_row(told)
    if row is not None:
        return short_change_sentence(row)
    numbers = next(_places(told), None)
    if numbers is None:
        return ""
    return place_sentence(replace(numbers, budget=None, each=None, others=None))


def _behind_first(told: Told) -> tuple[str, str, str]:
    """Return that the first change is open, its parts, and that it holds; empty what is not so.

    Where it was said to be open by its range already, what turns it comes last.
    """
    pair = asked_first(told)
    found = next((each for each in told.behind if each.about.pair == pair), None)
    if found is None:
        return "", "", ""
    opened, parts = open_sentence(found), parts_sentence(found)
    if found.total.low < 0 < found.total.high:
        return "", parts, opened
    return opened, parts, holds_sentence(found)


def _open_in(told: Told, area: str) -> str:
    """Return that what enterprises of a place change by is open, where it is."""
    found = (each for each in told.behind if each.about.pair == (ENTERPRISES, area))
    said = next((open_clause(each) for each in found), "")
    text = translate("Sentences", "{place}: open, {clause}.")
    return text.format(place=place_within(area), clause=said) if said else ""


def changes_of(told: Told) -> tuple[Change, ...]:
    """Return the changes that are told, the first with its parts.

    None where futures are not held against themselves.
    """
    rows = [_first_row(told), *_rows_of_places(told)]
    moved = [row for row in rows if row is not None and is_moved(row)]
    if not told.reference.is_paired:
        return ()
    before, after, first = told.below.scenario, told.run.scenario, asked_first(told)
    pairs = dict.fromkeys(row.request[:2] for row in moved)
    return tuple(
        Change(before, after, About(*pair, told.year), has_parts=pair == first) for pair in pairs
    )


def limits_told(told: Told) -> str:
    """Return the sentence on what limits compute in the year."""
    limits = {element: limits_in(told.run, element, told.year) for element in SEGMENTS}
    is_one = told.run.is_one_future
    return limits_sentence(limits, told.year, _wanted(told), is_one_future=is_one)


def _wanted(told: Told) -> float | None:
    series, month = told.run.series.get(_WANTED), month_of(told.year)
    if series is None or series.bands is None or month >= len(series.line):
        return None
    return float(series.line[month])


def asked_first(told: Told) -> Pair | None:
    """Return the outcome that the paragraph tells of first, None where it tells of none."""
    row = _first_row(told) or next(iter(filter(None, _rows_of_places(told))), None)
    return None if row is None else (row.request.outcome, row.request.element)


def _rows_of_places(told: Told) -> list[Row | None]:
    return [_row(told, ENTERPRISES, area) for area in told.areas]


def _first(told: Told) -> str:
    """Return the sentence on the outcome that is told first."""
    row = _first_row(told)
    if row is None:
        return ""
    if row.cells[-1].difference is None:
        return level_sentence(row)
    return change_sentence(row, told.reference.name)


def _first_row(told: Told) -> Row | None:
    """Return the first outcome that moves; the first where none does.

    None where the first is the enterprises of a place: the sentence on the place tells them.
    """
    outcomes = model().outcomes
    asked = [pair for pair in told.pairs if not outcomes[pair[0]].is_counted]
    if asked and asked[0][0] == ENTERPRISES and asked[0][1] in told.areas and _has_change(told):
        return None
    first = None
    for row in filter(None, (_row(told, *pair) for pair in asked)):
        if is_moved(row):
            return row
        first = first or row
    return first


def _has_change(told: Told) -> bool:
    return any(_difference(row) is not None for row in _rows_of_places(told))


def _places(told: Told) -> Iterator[PlaceNumbers]:
    for number, area in enumerate(told.areas):
        is_last = number == len(told.areas) - 1 and told.tells_others
        rest = others_of(told.areas)
        yield PlaceNumbers(
            area,
            told.year,
            told.run.scenario.last_year,
            budget_use(told.run, area, told.year),
            _row(told, ENTERPRISES, area),
            _cost_of_each(told, area),
            _row(told, ENTERPRISES, rest) if is_last and rest else None,
        )


def _cost_of_each(told: Told, area: str) -> AddedCost | None:
    """Return what each added enterprise costs, where vouchers alone are changed, and move both."""
    rows = [_row(told, key, area) for key in (PAID, ENTERPRISES)]
    if not _are_vouchers_alone(told) or any(row is None or not is_moved(row) for row in rows):
        return None
    return added_cost(told.run, area, month_of(told.year))


def _are_vouchers_alone(told: Told) -> bool:
    changed = set_otherwise(told.below.scenario, told.run.scenario)
    levers = {name for name, _ in (*told.run.scenario.levers, *told.below.scenario.levers)}
    return bool(changed) and all(
        name in levers and lever_at(name)[0].group == _VOUCHERS for name in changed
    )


def _difference(row: Row | None) -> float | None:
    found = None if row is None else row.cells[-1].difference
    return None if found is None else found.median


def _row(told: Told, outcome: str, element: str) -> Row | None:
    """Return what a run has of an outcome beside what it is held against; None if it has none."""
    request = Request(outcome_told(outcome), element)
    if request not in told.run.series:
        return None
    held = column_of_run if told.reference.name else column_from_baseline
    own = Column(told.run) if told.reference.is_itself else held(told.run, (request,))
    return row_of((Column(told.below), own), (request, told.year), reference=0)
