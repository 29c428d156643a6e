"""Which blocks of a report stand above and below its charts, on one page where that can be.

Before a report goes on over pages, outcomes that nobody asked for go, then all is printed smaller,
as far as it can be read, then dates go, ranges of levels, and what limits compute by year.
Where one page is not enough all the same, the first one has what is said in sentences, and the
charts that were asked for. Floor: print.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil
from typing import Final

from ui.print.answers.first_page import first_page, fitting_page
from ui.print.report.blocks import Block, TextBlock, Words
from ui.print.report.pages.sections import (
    closing,
    dated,
    height_of,
    opening,
    titled,
    undated,
)
from ui.print.report.pages.sizes import (
    A4,
    CHART_LEAST,
    CHART_LOW,
    CHART_USUAL,
    CHARTS_OF_A_PAGE,
    GAP,
    SHEETS,
    TITLE_PIXELS,
    Sheet,
)
from ui.print.report.parts import Contents, Table
from ui.style.theme import LIGHT

_FOOT: Final = 12.0
_BESIDE_NUMBER: Final = 12.0
"""Room between what stands below a page and its number."""
_MANY_PAGES: Final = 99
_TITLE_LINES: Final = 3
"""Lines of room for a title of two lines."""


@dataclass(frozen=True, slots=True, eq=False)
class Arranged:
    """Blocks above and below the charts on a sheet; `is_one_page` tells that one page holds all.

    Else the charts that were asked for first stand between `before` and `after`, the others behind
    these and before `last`: on pages of their own, under the title, where the first `stands_alone`.
    """

    sheet: Sheet
    before: Sequence[Block]
    after: Sequence[Block]
    is_one_page: bool = False
    last: Sequence[Block] = ()
    stands_alone: bool = False


def foot_of(said: Contents, sheet: Sheet) -> TextBlock:
    """Return what stands below each page, beside its number."""
    number = Words(said.heads.pages.format(page=_MANY_PAGES, pages=_MANY_PAGES), color=LIGHT.muted)
    room = sheet.room - number.width - _BESIDE_NUMBER
    return TextBlock(Words(said.provenance, color=LIGHT.muted), room)


def room_of(said: Contents, sheet: Sheet) -> float:
    """Return how high all may be that stands on a page."""
    return sheet.height - sheet.top - sheet.bottom - foot_of(said, sheet).height - _FOOT


def fits(charts: int, left: float) -> bool:
    """Tell whether so many charts have room in what is left of one page."""
    return _needed(charts, CHART_LEAST) <= left


def _needed(charts: int, high: float) -> float:
    return ceil(charts / 2) * (high + GAP)


def arranged(said: Contents, charts: int) -> Arranged:
    """Return the blocks about so many charts."""
    least = min(charts, CHARTS_OF_A_PAGE)
    for high in (CHART_LOW, CHART_LEAST):
        needed = _needed(least, high)
        tried = _with_answers(said, needed) if said.answers else _tried(said)
        found = next((each for each in tried if _left(said, each) >= needed), None)
        if found is not None:
            return found
    return _answers_first(said, charts) if said.answers else _words_first(said, least)


def _left(said: Contents, found: Arranged) -> float:
    return room_of(said, found.sheet) - height_of(found.before) - height_of(found.after)


def _tried(said: Contents) -> Iterator[Arranged]:
    """Yield what one page may hold, the most and the largest first."""
    yield _whole(said, A4)
    yield _whole(said, A4, shortly=True)
    for tables in said.briefs:
        for sheet in SHEETS:
            yield _brief(said, tables, sheet, _dated_shortly(said, sheet))
        for sheet in SHEETS if not said.targets else ():
            yield _brief(said, tables, sheet, undated(said, sheet))


def _whole(said: Contents, sheet: Sheet, *, shortly: bool = False) -> Arranged:
    compared = titled(said.comparison_title, said.comparison, sheet.room)
    after = [*dated(said, sheet, shortly=shortly), *closing(said, sheet.room)]
    return Arranged(sheet, [*_top(said, sheet), *compared], after, is_one_page=True)


def _dated_shortly(said: Contents, sheet: Sheet) -> list[Block]:
    return [*dated(said, sheet, shortly=True), *closing(said, sheet.room)]


def _brief(
    said: Contents, tables: Sequence[Table], sheet: Sheet, after: Sequence[Block]
) -> Arranged:
    compared = titled(said.comparison_title, tables, sheet.room)
    return Arranged(sheet, [*_top(said, sheet), *compared], after, is_one_page=True)


def _top(said: Contents, sheet: Sheet) -> list[Block]:
    return [*opening(said, sheet.room), *titled(said.heads.inputs, said.inputs, sheet.room)]


def _with_answers(said: Contents, needed: float) -> Iterator[Arranged]:
    """Yield what one page may hold that has answers: they, the charts, and the comparison."""
    for is_dated, has_tables in product((True, False), repeat=2):
        for sheet in SHEETS if is_dated or not said.targets else ():
            after = _dated_shortly(said, sheet) if is_dated else undated(said, sheet)
            room = room_of(said, sheet) - needed
            page = fitting_page(said, sheet, room, after, ((has_tables, True),))
            if page is not None:
                yield Arranged(sheet, page.before, page.after, is_one_page=True)


def _answers_first(said: Contents, charts: int) -> Arranged:
    """Return several pages, the first with answers: and with some charts where these have room."""
    least = min(charts, CHARTS_OF_A_PAGE)
    for sheet in SHEETS:
        room = room_of(said, sheet) - _needed(least, CHART_LEAST)
        page = fitting_page(said, sheet, room, closing(said, sheet.room))
        if page is not None:
            last = _behind(said, sheet, charts - least, is_compared=page.compares)
            return Arranged(sheet, page.before, page.after, last=last, stands_alone=True)
    page = first_page(said, A4, room_of(said, A4))
    last = _behind(said, A4, charts, is_compared=page.compares)
    return Arranged(A4, page.blocks, (), last=last, stands_alone=True)


def _behind(said: Contents, sheet: Sheet, charts: int, *, is_compared: bool) -> list[Block]:
    """Return what stands behind the first page and so many charts: on one page where that can be.

    The comparison is left out where the first page `is_compared`.
    """
    left = room_of(said, sheet) - _needed(charts, CHART_USUAL) - _TITLE_LINES * TITLE_PIXELS
    compared = ((),) if is_compared else (said.comparison, *said.briefs)
    tried = [
        [
            *titled(said.comparison_title, tables, sheet.room),
            *dated(said, sheet, shortly=shortly),
        ]
        for tables, shortly in product(compared, (False, True))
    ]
    return next((each for each in tried if height_of(each) <= left), tried[0])


def _words_first(said: Contents, charts: int) -> Arranged:
    """Return several pages, the first with what is said in sentences, and with charts."""
    fitting = (
        sheet
        for sheet in SHEETS
        if fits(charts, room_of(said, sheet) - height_of(opening(said, sheet.room)))
    )
    sheet = next(fitting, A4)
    after = [
        *titled(said.heads.inputs, said.inputs, sheet.room),
        *titled(said.comparison_title, said.comparison, sheet.room),
    ]
    last = [*dated(said, sheet), *closing(said, sheet.room)]
    return Arranged(sheet, opening(said, sheet.room), after, last=last)
