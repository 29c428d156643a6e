"""A report on paper: blocks on pages of A4, one page where they fit, written as PDF.

A unit is 1/96 inch, so that text of 11 is one of 8 points. Charts are as high as the page leaves
room for. Where four are too many for one page, the two stay that move most; where one page is not
enough all the same, all of them stand on the pages that follow. Floor: print.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QColor, QPageSize, QPainter, QPdfWriter

from planner.files.exports.xml_text import xml_text
from ui.charts.contents.picture import ChartPicture
from ui.charts.layout.look import Look
from ui.print.answers.block import answer_blocks
from ui.print.report.blocks import (
    HEAD_PIXELS,
    BarsBlock,
    BesideBlock,
    Block,
    BoxBlock,
    ChartsBlock,
    PairBlock,
    TextBlock,
    TitleBlock,
    Words,
    rule,
)
from ui.print.report.charts import ReportChart, line_up, most_moved
from ui.print.report.parts import Contents
from ui.print.report.rows import RowBlock, table_rows
from ui.print.sheet_files import ExportError, memory
from ui.style.theme import LIGHT

WIDTH, HEIGHT = 210 / 25.4 * 96, 297 / 25.4 * 96
SIDE, TOP, BOTTOM = 52.0, 36.0, 28.0
ROOM: Final = WIDTH - 2 * SIDE
GUTTER: Final = 28.0
COLUMN: Final = (ROOM - GUTTER) / 2
CHART_LOW, CHART_USUAL, CHART_HIGH = 162.0, 210.0, 250.0
CHARTS_OF_A_PAGE: Final = 2
TITLE_PIXELS: Final = 21
_GAP: Final = 10.0
_DATE: Final = 62.0
_BULLET: Final = 12.0


@dataclass(frozen=True, slots=True)
class Paper:
    """Pages of blocks, each with the place of its top; charts are to be closed once painted."""

    said: Contents
    pages: tuple[tuple[tuple[float, Block], ...], ...]
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
    """Lay a report out on as few pages as it needs."""
    foot = TextBlock(Words(said.provenance, color=LIGHT.muted), ROOM - 60)
    room = HEIGHT - TOP - BOTTOM - foot.height - 12.0
    before, after = _before(said), _after(said)
    left = room - _height(before) - _height(after)
    if not _fits(len(pictures), left) and _fits(CHARTS_OF_A_PAGE, left):
        pictures = most_moved(pictures, CHARTS_OF_A_PAGE)
    rows = ceil(len(pictures) / 2)
    is_one_page = _fits(len(pictures), left)
    high = _chart_height(
        rows, left if is_one_page else room - _height(before), is_one_page=is_one_page
    )
    charts = tuple(ReportChart(each, look, (COLUMN, high)) for each in pictures)
    for column in (0, 1):
        line_up(charts[column::2])
    drawn = [
        ChartsBlock(charts[start : start + 2], COLUMN + GUTTER, gap=_GAP)
        for start in range(0, len(charts), 2)
    ]
    pages = _paged([*before, *drawn, *after], room)
    return Paper(said, (*pages, *_answers(said, room)), foot, charts)


def _chart_height(rows: int, left: float, *, is_one_page: bool) -> float:
    """Return how high charts are: as fills one page, or so that all end on the first of several."""
    if not rows:
        return CHART_USUAL
    high = left / rows - _GAP
    if is_one_page:
        return min(high, CHART_HIGH)
    return min(high, CHART_USUAL) if high >= CHART_LOW else CHART_USUAL


def _fits(charts: int, left: float) -> bool:
    """Tell whether so many charts have room in what is left of one page."""
    return ceil(charts / 2) * (CHART_LOW + _GAP) <= left


def _height(blocks: Sequence[Block]) -> float:
    return sum(block.height + block.gap for block in blocks)


def _paged(blocks: Sequence[Block], room: float) -> tuple[tuple[tuple[float, Block], ...], ...]:
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


def _before(said: Contents) -> list[Block]:
    """Return what stands above the charts."""
    day = Words("  ·  ".join(filter(None, (said.author, said.day))), color=LIGHT.muted)
    blocks: list[Block] = [TitleBlock(Words(said.title, TITLE_PIXELS, bold=True), day, ROOM)]
    blocks += [
        TextBlock(Words(text, color=LIGHT.muted), ROOM, gap=2.0)
        for text in said.notes.splitlines()
        if text.strip()
    ]
    blocks += [TextBlock(Words(each, bold=True), ROOM, gap=6.0) for each in said.breaches]
    if said.answer:
        blocks.append(BoxBlock(said.answer, ROOM, gap=_GAP))
    for title, tables in (
        (said.heads.inputs, said.inputs),
        (said.comparison_title, said.comparison),
    ):
        if tables:
            blocks.append(_head(title))
            blocks += [row for each in tables for row in table_rows(each, ROOM, gap=4.0)]
    return blocks


def _answers(said: Contents, room: float) -> tuple[tuple[tuple[float, Block], ...], ...]:
    """Return pages of answers to questions, one where they fit."""
    if not said.answers:
        return ()
    title = TextBlock(Words(said.title, TITLE_PIXELS, bold=True), ROOM, leads=True)
    blocks: list[Block] = [title, _head(said.heads.answers)]
    left = room - _height(blocks)
    return _paged([*blocks, *answer_blocks(said.answers, COLUMN, COLUMN + GUTTER, left)], room)


def _after(said: Contents) -> list[Block]:
    """Return what stands below the charts."""
    blocks: list[Block] = []
    if said.together:
        blocks.append(_head(said.together_title))
        blocks += [row for each in said.together for row in table_rows(each, ROOM, gap=4.0)]
    dated: list[Block] = [
        PairBlock(Words(each.date, bold=True), Words(each.text), _DATE, COLUMN)
        for each in said.dates
    ]
    bars: list[Block] = [BarsBlock(each, COLUMN) for each in said.targets]
    half = ceil(len(dated) / 2) if not bars else len(dated)
    columns: list[list[Block]] = []
    if dated:
        columns.append([_head(said.heads.dates, gap=0.0), *dated[:half]])
    if bars:
        columns.append([_head(said.heads.targets, gap=0.0), *bars])
    elif dated[half:]:
        columns.append([_head(" ", gap=0.0), *dated[half:]])
    if columns:
        blocks.append(BesideBlock(columns, COLUMN + GUTTER, gap=_GAP))
    if said.care:
        blocks.append(_head(said.heads.care))
        blocks += [PairBlock(Words("•"), Words(each), _BULLET, ROOM) for each in said.care]
    if said.command:
        command = f"{said.heads.reproduce} {said.command}"
        blocks.append(TextBlock(Words(command, color=LIGHT.muted), ROOM, gap=_GAP))
    return blocks


def _head(title: str, *, gap: float = _GAP) -> TextBlock:
    return TextBlock(Words(title, HEAD_PIXELS, bold=True), ROOM, gap=gap, leads=True)


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
