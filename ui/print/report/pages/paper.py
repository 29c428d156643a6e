"""A report on paper: blocks on pages of A4, one page where they fit, written as PDF.

A unit is 1/96 inch, so that text of 11 is one of 8 points, or less on a sheet that is printed
smaller. Charts are as high as the page leaves room for. Where four are too many for one page, the
two stay that show what was asked for, or that move most; where one page is not enough all the
same, these stand on the first, the others on those that follow. Floor: print.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import ceil
from typing import Final

from PySide6.QtCore import QByteArray, QMarginsF, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPageSize, QPainter, QPdfWriter

from planner.files.exports.xml_text import xml_text
from ui.charts.contents.picture import ChartPicture
from ui.charts.layout.look import Look
from ui.print.report.blocks import Block, ChartsBlock, TextBlock, Words, rule
from ui.print.report.charts import ReportChart, asked_first, line_up, notes_below
from ui.print.report.pages.arranged import Arranged, arranged, foot_of, room_of
from ui.print.report.pages.broken import Pages, paged
from ui.print.report.pages.ordered import in_order, sheet_of, story_blocks
from ui.print.report.pages.sections import height_of, key_of_charts
from ui.print.report.pages.sizes import (
    A4,
    CHART_USUAL,
    GAP,
    HEIGHT,
    WIDTH,
    Sheet,
)
from ui.print.report.parts import Contents
from ui.print.report.story import StepTold
from ui.print.sheet_files import ExportError, memory
from ui.style.theme import LIGHT

_FINE: Final = 2
_KEPT: Final = 0.7
"""The share of their height that charts keep at least where notes stand below them."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Pages of blocks, each with the place of its top; charts are to be closed once painted."""

    said: Contents
    pages: Pages
    foot: TextBlock
    charts: tuple[ReportChart, ...]
    sheet: Sheet = A4

    def paint_page(self, painter: QPainter, number: int) -> None:
        """Paint one page, a painter's unit being one of the page."""
        sheet = self.sheet
        for y, block in self.pages[number]:
            block.paint(painter, sheet.side, y)
        top = sheet.height - sheet.bottom - self.foot.height
        rule(painter, sheet.side, top - 6, sheet.room)
        self.foot.paint(painter, sheet.side, top)
        form = self.said.heads.pages
        told = Words(form.format(page=number + 1, pages=len(self.pages)), color=LIGHT.muted)
        right = sheet.side + sheet.room
        TextBlock(told, sheet.room).paint(painter, right - told.width, top)

    def close(self) -> None:
        """Give back what was made for painting."""
        for chart in self.charts:
            chart.close()


def laid_out(
    said: Contents,
    pictures: Sequence[ChartPicture],
    look: Look,
    steps: Sequence[StepTold] = (),
) -> Paper:
    """Lay a report out on as few pages as it needs, the first with what was asked for.

    Where somebody chose an order, or answers need more than one page, all stands in its order. The
    steps of a story that stands last begin on a page of their own.
    """
    found = arranged(said, len(pictures)) if said.is_as_usual else None
    if found is None:
        return _in_order(said, pictures, look, steps)
    return _with_story(_around(said, pictures, look, found), steps)


def _around(said: Contents, pictures: Sequence[ChartPicture], look: Look, found: Arranged) -> Paper:
    """Lay out what stands around charts."""
    sheet, room = found.sheet, room_of(said, found.sheet)
    first = found.charts_first(said, len(pictures))
    shown = _chosen(pictures, said, first)
    is_bare = found.is_one_page and sheet is not A4
    high = found.chart_height(said, first)
    charts, noted = _with_notes(shown, look, sheet, high, is_bare=is_bare)
    behind = [] if found.is_one_page else [each for each in pictures if each not in shown]
    more = _drawn(behind, look, sheet, CHART_USUAL, is_bare=is_bare)
    key = key_of_charts(said, sheet) if more else []
    blocks = [*found.before, *_rows(charts, sheet), *noted, *found.after]
    rest = [*key, *_rows(more, sheet), *_notes(more, sheet), *found.last]
    pages = paged([*blocks, *rest], sheet, room)
    return Paper(said, pages, foot_of(said, sheet), (*charts, *more), sheet)


def _with_story(paper: Paper, steps: Sequence[StepTold]) -> Paper:
    if not steps:
        return paper
    said, sheet = paper.said, paper.sheet
    pages = paged([*story_blocks(said, sheet, steps)], sheet, room_of(said, sheet))
    return replace(paper, pages=(*paper.pages, *pages), charts=(*paper.charts, *_charts_of(steps)))


def _charts_of(steps: Sequence[StepTold]) -> Iterator[ReportChart]:
    return (chart for step in steps for chart in step.charts)


def _in_order(
    said: Contents, pictures: Sequence[ChartPicture], look: Look, steps: Sequence[StepTold]
) -> Paper:
    """Lay parts out one below the other."""
    sheet = sheet_of(said, len(pictures), partial(room_of, said), steps)
    charts = _drawn(pictures, look, sheet, CHART_USUAL, is_bare=False)
    shown = [*_rows(charts, sheet), *_notes(charts, sheet)]
    pages = paged([*in_order(said, sheet, shown, steps)], sheet, room_of(said, sheet))
    return Paper(said, pages, foot_of(said, sheet), (*charts, *_charts_of(steps)), sheet)


def _chosen(pictures: Sequence[ChartPicture], said: Contents, count: int) -> list[ChartPicture]:
    """Return so many pictures, those that stay where not all have room, in their order."""
    first = asked_first(pictures, said.outcomes)[:count]
    return [each for each in pictures if each in first]


def _with_notes(
    pictures: Sequence[ChartPicture], look: Look, sheet: Sheet, high: float, *, is_bare: bool
) -> tuple[tuple[ReportChart, ...], Sequence[Block]]:
    """Return charts, and below them their notes that have no room there; both share the height."""
    charts = _drawn(pictures, look, sheet, high, is_bare=is_bare)
    if not (noted := _notes(charts, sheet)):
        return charts, noted
    for each in charts:
        each.close()
    left = high - height_of(noted) / ceil(len(charts) / 2)
    charts = _drawn(pictures, look, sheet, max(left, _KEPT * high), is_bare=is_bare)
    return charts, _notes(charts, sheet)


def _notes(charts: Sequence[ReportChart], sheet: Sheet) -> Sequence[Block]:
    told = notes_below(charts)
    return [TextBlock(Words(told, color=LIGHT.muted), sheet.room, gap=GAP)] if told else []


def _drawn(
    pictures: Sequence[ChartPicture], look: Look, sheet: Sheet, high: float, *, is_bare: bool
) -> tuple[ReportChart, ...]:
    """Return charts of a height; bare ones mark no events."""
    bare = (replace(each, events=()) if is_bare else each for each in pictures)
    charts = tuple(ReportChart(each, look, (sheet.column, high)) for each in bare)
    for column in (0, 1):
        line_up(charts[column::2])
    return charts


def _rows(charts: Sequence[ReportChart], sheet: Sheet) -> Iterator[Block]:
    """Yield rows of two charts."""
    for start in range(0, len(charts), 2):
        yield ChartsBlock(charts[start : start + 2], sheet.step, gap=GAP)


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
        sheet = paper.sheet
        painter.scale(writer.width() / sheet.width, writer.height() / sheet.height)
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
        painter.fillRect(0, 0, ceil(paper.sheet.width), ceil(paper.sheet.height), QColor("#ffffff"))
        paper.paint_page(painter, number)


def png_bytes(paper: Paper) -> bytes:
    """Write the pages below each other as a picture, twice as fine as a screen, once."""
    high = ceil(HEIGHT)
    size = QSize(ceil(WIDTH), high * len(paper.pages))
    image = QImage(size * _FINE, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    scale = _FINE * paper.sheet.scale
    painter.scale(scale, scale)
    for number in range(len(paper.pages)):
        paper.paint_page(painter, number)
        painter.translate(0, high / paper.sheet.scale)
    painter.end()
    paper.close()
    data, buffer = memory()
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise ExportError("the report could not be made")
    return bytes(data.data())
