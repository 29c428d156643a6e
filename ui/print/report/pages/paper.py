"""A report on paper: blocks on pages of A4, one page where they fit, written as PDF.

A unit is 1/96 inch, so that text of 11 is one of 8 points. Charts are as high as the page leaves
room for. Where four are too many for one page, the two stay that move most; where one page is not
enough all the same, all of them stand on the pages that follow. Floor: print.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QByteArray, QMarginsF, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPageSize, QPainter, QPdfWriter

from planner.files.exports.xml_text import xml_text
from ui.charts.contents.picture import ChartPicture
from ui.charts.layout.look import Look
from ui.print.answers.first_page import first_page
from ui.print.report.blocks import Block, ChartsBlock, TextBlock, Words, rule
from ui.print.report.charts import ReportChart, line_up, most_moved
from ui.print.report.pages.sections import closing, dated, height_of, opening, titled
from ui.print.report.pages.sizes import (
    BOTTOM,
    CHART_HIGH,
    CHART_LOW,
    CHART_USUAL,
    CHARTS_OF_A_PAGE,
    COLUMN,
    GAP,
    GUTTER,
    HEIGHT,
    ROOM,
    SIDE,
    TITLE_PIXELS,
    TOP,
    WIDTH,
)
from ui.print.report.parts import Contents
from ui.print.report.rows import RowBlock
from ui.print.sheet_files import ExportError, memory
from ui.style.theme import LIGHT

_FINE: Final = 2
_Pages = tuple[tuple[tuple[float, Block], ...], ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """Pages of blocks, each with the place of its top; charts are to be closed once painted."""

    said: Contents
    pages: _Pages
    foot: TextBlock
    charts: tuple[ReportChart, ...]

    def paint_page(self, painter: QPainter, number: int) -> None:
        """Paint one page, a painter's unit being one of the page."""
        for y, block in self.pages[number]:
            block.paint(painter, SIDE, y)
        top = HEIGHT - BOTTOM - self.foot.height
        rule(painter, SIDE, top - 6, ROOM)
        self.foot.paint(painter, SIDE, top)
        form = self.said.heads.pages
        told = Words(form.format(page=number + 1, pages=len(self.pages)), color=LIGHT.muted)
        TextBlock(told, ROOM).paint(painter, SIDE + ROOM - told.width, top)

    def close(self) -> None:
        """Give back what was made for painting."""
        for chart in self.charts:
            chart.close()


def laid_out(said: Contents, pictures: Sequence[ChartPicture], look: Look) -> Paper:
    """Lay a report out on as few pages as it needs; one that has answers begins with these."""
    foot = TextBlock(Words(said.provenance, color=LIGHT.muted), ROOM - 60)
    room = HEIGHT - TOP - BOTTOM - foot.height - 12.0
    first: _Pages = ()
    before, after = _around(said, pictures, room)
    if said.answers:
        page = first_page(said, room)
        first, after = _paged(page.blocks, room), dated(said)
        before = [] if page.compares else titled(said.comparison_title, said.comparison)
        if not (before or after or pictures):
            return Paper(said, first, foot, ())
        before = [_title(said), *before]
    elif _has_room(before, after, (), room) and not _has_room(before, after, pictures, room):
        first, before, after = _paged([*before, *after], room), [_title(said)], []
    drawn, charts = _drawn(pictures, look, room, before, after)
    return Paper(said, (*first, *_paged([*before, *drawn, *after], room)), foot, charts)


def _around(
    said: Contents, pictures: Sequence[ChartPicture], room: float
) -> tuple[list[Block], list[Block]]:
    """Return what stands above and below the charts, with all there is to say where that fits.

    Where it costs a page, dates that all scenarios share go first, then outcomes that nobody asked
    for; then charts follow on a page of their own, and no dates are told. Where that is not enough
    either, or there are targets, all of it goes on over several.
    """
    top = [*opening(said), *titled(said.heads.inputs, said.inputs)]
    full, brief = (
        [*top, *titled(said.comparison_title, each)] for each in (said.comparison, said.brief)
    )
    below, shortly = ([*dated(said, shortly=each), *closing(said)] for each in (False, True))
    undated = [*titled(said.together_title, said.together), *closing(said)]
    tried = ((full, below), (full, shortly), (brief, shortly))
    fitting = [each for each in tried if _has_room(*each, pictures, room)]
    last = [] if said.targets else [(brief, undated)]
    alone = [each for each in [*tried, *last] if _has_room(*each, (), room)]
    return next(iter((*fitting, *alone)), tried[0])


def _has_room(
    before: Sequence[Block], after: Sequence[Block], pictures: Sequence[ChartPicture], room: float
) -> bool:
    """Tell whether one page holds these blocks, and charts between them where there are any."""
    charts = min(len(pictures), CHARTS_OF_A_PAGE)
    return _fits(charts, room - height_of(before) - height_of(after))


def _title(said: Contents) -> TextBlock:
    return TextBlock(Words(said.title, TITLE_PIXELS, bold=True), ROOM, leads=True)


def _drawn(
    pictures: Sequence[ChartPicture],
    look: Look,
    room: float,
    before: Sequence[Block],
    after: Sequence[Block],
) -> tuple[list[Block], tuple[ReportChart, ...]]:
    """Return rows of charts, as high as the page leaves room for; and the charts."""
    left = room - height_of(before) - height_of(after)
    if not _fits(len(pictures), left) and _fits(CHARTS_OF_A_PAGE, left):
        pictures = most_moved(pictures, CHARTS_OF_A_PAGE)
    rows = ceil(len(pictures) / 2)
    is_one_page = _fits(len(pictures), left)
    high = _chart_height(
        rows, left if is_one_page else room - height_of(before), is_one_page=is_one_page
    )
    charts = tuple(ReportChart(each, look, (COLUMN, high)) for each in pictures)
    for column in (0, 1):
        line_up(charts[column::2])
    drawn: list[Block] = [
        ChartsBlock(charts[start : start + 2], COLUMN + GUTTER, gap=GAP)
        for start in range(0, len(charts), 2)
    ]
    return drawn, charts


def _chart_height(rows: int, left: float, *, is_one_page: bool) -> float:
    """Return how high charts are: as fills one page, or so that all end on the first of several."""
    if not rows:
        return CHART_USUAL
    high = left / rows - GAP
    if is_one_page:
        return min(high, CHART_HIGH)
    return min(high, CHART_USUAL) if high >= CHART_LOW else CHART_USUAL


def _fits(charts: int, left: float) -> bool:
    """Tell whether so many charts have room in what is left of one page."""
    return ceil(charts / 2) * (CHART_LOW + GAP) <= left


def _paged(blocks: Sequence[Block], room: float) -> _Pages:
    """Return the blocks page by page, each with its top; one that leads goes with the next.

    A table that goes on has its head again.
    """
    pages: list[list[tuple[float, Block]]] = [[]]
    used = 0.0
    for number, block in enumerate(blocks):
        gap = block.gap if pages[-1] else 0.0
        if pages[-1] and used + gap + _together(blocks, number) > room:
            pages.append([])
            used, gap = 0.0, 0.0
            for head in block.heads if isinstance(block, RowBlock) else ():
                pages[-1].append((TOP + used, head))
                used += head.height
        pages[-1].append((TOP + used + gap, block))
        used += gap + block.height
    return tuple(tuple(page) for page in pages)


def _together(blocks: Sequence[Block], number: int) -> float:
    """Return the height of a block and of what it leads."""
    height = blocks[number].height
    while blocks[number].leads and number + 1 < len(blocks):
        number += 1
        height += blocks[number].height + blocks[number].gap
    return height


def pdf_bytes(paper: Paper) -> bytes:
    """Write the pages as a PDF, once."""
    data, buffer = memory()
    writer = QPdfWriter(buffer)
    writer.setTitle(xml_text(paper.said.title))
    writer.setCreator("Suanli")
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter()
    try:
        if not painter.begin(writer):
            raise ExportError("the report could not be made")
        painter.scale(writer.width() / WIDTH, writer.height() / HEIGHT)
        _paint(paper, painter, writer.newPage)
    finally:
        painter.end()
        paper.close()
    return bytes(data.data())


def _paint(paper: Paper, painter: QPainter, turn: Callable[[], object]) -> None:
    """Paint page after page, turning each."""
    for number in range(len(paper.pages)):
        if number:
            turn()
        painter.fillRect(0, 0, ceil(WIDTH), ceil(HEIGHT), QColor("#ffffff"))
        paper.paint_page(painter, number)


def png_bytes(paper: Paper) -> bytes:
    """Write the pages below each other as a picture, twice as fine as a screen, once."""
    high = ceil(HEIGHT)
    size = QSize(ceil(WIDTH), high * len(paper.pages))
    image = QImage(size * _FINE, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.scale(_FINE, _FINE)
    for number in range(len(paper.pages)):
        paper.paint_page(painter, number)
        painter.translate(0, high)
    painter.end()
    paper.close()
    data, buffer = memory()
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise ExportError("the report could not be made")
    return bytes(data.data())
