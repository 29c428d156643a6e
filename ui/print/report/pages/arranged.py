"""Which blocks of a report stand above and below its charts, on one page where that can be.

Before a report goes on over pages, outcomes that nobody asked for go, then all is printed smaller,
as far as it can be read, and of one or two scenarios dates go. Levels with their ranges, and what
limits compute by year, never do: where one page is not enough for them, the first one has what is
said in sentences, the charts that were asked for, and as much of the tables as has room above
these; pages behind it have the rest. What has answers to questions and no room on one page is
arranged elsewhere: part by part, in order. Floor: print.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, product
from math import ceil
from typing import Final

from ui.print.answers.first_page import fitting_page
from ui.print.report.blocks import Block, TextBlock, Words
from ui.print.report.pages.broken import Space, paged
from ui.print.report.pages.sections import (
    closing,
    compared,
    dated,
    height_of,
    key_of_charts,
    opening,
    rows_of,
    titled,
    undated,
)
from ui.print.report.pages.sizes import (
    A4,
    CHART_HIGH,
    CHART_LEAST,
    CHART_LOW,
    CHART_USUAL,
    CHARTS_OF_A_PAGE,
    GAP,
    SHEETS,
    SHEETS_OF_SEVERAL,
    Sheet,
)
from ui.print.report.parts import Contents, Table
from ui.style.theme import LIGHT

_FOOT: Final = 12.0
_BESIDE_NUMBER: Final = 12.0
"""Room between what stands below a page and its number."""
_FEW: Final = 1 + 2
"""Scenarios, the baseline's among them, of which a report is on one page if it can be."""
_MORE_ROOM: Final = 1 / SHEETS[-1].scale ** 2 - 1
"""How much more than a page may be filled, so that the smallest print may make it fit."""
_MANY_PAGES: Final = 99


@dataclass(frozen=True, slots=True, eq=False)
class Arranged:
    """Blocks above and below the charts on a sheet; `is_one_page` tells that one page holds all.

    Else the charts that were asked for first stand between `before` and `after`, the others behind
    these and before `last`.
    """

    sheet: Sheet
    before: Sequence[Block]
    after: Sequence[Block]
    is_one_page: bool = False
    last: Sequence[Block] = ()

    def charts_first(self, said: Contents, charts: int) -> int:
        """Return how many of so many charts stand on the first page: all, or the first two."""
        least = CHART_LEAST if self.is_one_page else CHART_LOW
        has_room = _needed(charts, least) <= self._left_for_charts(said)
        return charts if has_room else min(charts, CHARTS_OF_A_PAGE)

    def chart_height(self, said: Contents, charts: int) -> float:
        """Return how high so many charts are that fill what is left of the first page."""
        if not charts:
            return CHART_USUAL
        high = self._left_for_charts(said) / ceil(charts / 2) - GAP
        return min(high, CHART_HIGH) if high >= CHART_LEAST else CHART_USUAL

    def _left_for_charts(self, said: Contents) -> float:
        below = height_of(self.after) if self.is_one_page else 0.0
        return room_of(said, self.sheet) - height_of(self.before) - below


def foot_of(said: Contents, sheet: Sheet) -> TextBlock:
    """Return what stands below each page, beside its number."""
    number = Words(said.heads.pages.format(page=_MANY_PAGES, pages=_MANY_PAGES), color=LIGHT.muted)
    room = sheet.room - number.width - _BESIDE_NUMBER
    return TextBlock(Words(said.provenance, color=LIGHT.muted), room)


def room_of(said: Contents, sheet: Sheet) -> float:
    """Return how high all may be that stands on a page."""
    return sheet.height - sheet.top - sheet.bottom - foot_of(said, sheet).height - _FOOT


def _needed(charts: int, high: float) -> float:
    return ceil(charts / 2) * (high + GAP)


def arranged(said: Contents, charts: int) -> Arranged | None:
    """Return the blocks about so many charts; None where answers have no room on one page."""
    least = min(charts, CHARTS_OF_A_PAGE)
    heights = [_needed(least, high) for high in (CHART_LOW, CHART_LEAST)]
    if said.answers:
        return next((page for each in heights for page in _with_answers(said, each)), None)
    return _on_one_page(said, heights) or _words_first(said, charts)


def _on_one_page(said: Contents, heights: Sequence[float]) -> Arranged | None:
    """Return the first arrangement that leaves room for charts, preferably for the high ones."""
    most, least = heights
    low: Arranged | None = None
    for each in _tried(said):
        left = _left(said, each)
        if left >= most:
            return each
        if low is None and left >= least:
            low = each
    return low


def _left(said: Contents, found: Arranged) -> float:
    return room_of(said, found.sheet) - height_of(found.before) - height_of(found.after)


def _tried(said: Contents) -> Iterator[Arranged]:
    """Yield what one page may hold, the most and the largest first."""
    yield _whole(said, A4)
    yield _whole(said, A4, shortly=True)
    is_few = len(said.scenarios) <= _FEW
    for tables in said.briefs if is_few else said.briefs[:1]:
        for sheet in SHEETS:
            brief = _brief(said, tables, sheet, _dated_shortly(said, sheet))
            yield brief
            if not is_few and _left(said, brief) < -_MORE_ROOM * room_of(said, sheet):
                return
        for sheet in SHEETS if is_few and not said.targets else ():
            yield _brief(said, tables, sheet, undated(said, sheet))


def _whole(said: Contents, sheet: Sheet, *, shortly: bool = False) -> Arranged:
    after = [*dated(said, sheet, shortly=shortly), *closing(said, sheet.room)]
    return _brief(said, said.comparison, sheet, after)


def _dated_shortly(said: Contents, sheet: Sheet) -> list[Block]:
    return [*dated(said, sheet, shortly=True), *closing(said, sheet.room)]


def _brief(
    said: Contents, tables: Sequence[Table], sheet: Sheet, after: Sequence[Block]
) -> Arranged:
    tables_told = compared(said, tables, sheet.room)
    before = [*_top(said, sheet), *tables_told, *key_of_charts(said, sheet)]
    return Arranged(sheet, before, after, is_one_page=True)


def _top(said: Contents, sheet: Sheet) -> list[Block]:
    return [*opening(said, sheet.room), *titled(said.heads.inputs, said.inputs, sheet.room)]


def _with_answers(said: Contents, needed: float) -> Iterator[Arranged]:
    """Yield what one page may hold that has answers: they, the charts, and the comparison."""
    for is_dated, has_tables in product((True, False), repeat=2):
        for sheet in SHEETS if is_dated or not said.targets else ():
            after = _dated_shortly(said, sheet) if is_dated else undated(said, sheet)
            room = room_of(said, sheet) - needed
            page = fitting_page(said, sheet, room, after, (has_tables,))
            if page is not None:
                yield Arranged(sheet, page.before, page.after, is_one_page=True)


def _words_first(said: Contents, charts: int) -> Arranged:
    """Return several pages, as few as can be, the first with what is said and with charts."""
    tried = [_several(said, sheet, charts) for sheet in SHEETS_OF_SEVERAL]
    counts = [_pages_of(said, each, charts) for each in tried]
    return tried[counts.index(min(counts))]


def _several(said: Contents, sheet: Sheet, charts: int) -> Arranged:
    """Return pages of a size; above charts inputs and outcomes too, where there is room."""
    parts, needed = _parts(said, sheet), _needed(min(charts, CHARTS_OF_A_PAGE), CHART_LOW)
    key = key_of_charts(said, sheet)
    room = room_of(said, sheet) - needed - height_of(key)
    numbers = range(len(parts), 1, -1)
    number = next((n for n in numbers if sum(map(height_of, parts[:n])) <= room), 1)
    before, after = (list(chain(*some)) for some in (parts[:number], parts[number:]))
    limits = rows_of(said.limits, sheet.room)
    last = [*dated(said, sheet), *closing(said, sheet.room)]
    return Arranged(sheet, [*before, *key], [*after, *limits], last=last)


def _pages_of(said: Contents, found: Arranged, charts: int) -> int:
    """Return how many pages are needed for blocks and so many charts."""
    first = found.charts_first(said, charts)
    above = [Space(found.chart_height(said, first))] * ceil(first / 2)
    below: list[Block] = [*[Space(CHART_USUAL)] * ceil((charts - first) / 2)]
    below = [*key_of_charts(said, found.sheet), *below] if below else []
    blocks: list[Block] = [*found.before, *above, *found.after, *below, *found.last]
    return len(paged(blocks, found.sheet, room_of(said, found.sheet)))


def _parts(said: Contents, sheet: Sheet) -> Sequence[Sequence[Block]]:
    """Return what a first page of several begins with, what is most of all to be on it first."""
    return (
        opening(said, sheet.room),
        titled(said.heads.inputs, said.inputs, sheet.room),
        titled(said.comparison_title, said.comparison, sheet.room),
    )
