"""The sections of a report as blocks: what was asked, tables, dates, what is to be read with care.

Floor: print.
"""

from collections.abc import Sequence
from math import ceil
from typing import Final

from planner.quantities.told.lists import led_by
from ui.print.report.blocks import (
    HEAD_PIXELS,
    BarsBlock,
    BesideBlock,
    Block,
    BoxBlock,
    KeyBlock,
    PairBlock,
    TextBlock,
    TitleBlock,
    Words,
)
from ui.print.report.pages.sizes import GAP, GUTTER, TITLE_PIXELS, Sheet
from ui.print.report.parts import Contents, Table
from ui.print.report.rows import table_rows
from ui.style.theme import LIGHT

_BEHIND_DATE: Final = 6.0
_BULLET: Final = 12.0
_ROWS_OF_LEGEND: Final = 2
_COMBINED: Final = (0.66, 0.62, 0.58, 0.54)
"""Shares of the width that combinations may take beside what is to be read with care."""


def opening(said: Contents, room: float) -> list[Block]:
    """Return title, notes, and what is answered in sentences."""
    title, *breaches = said_first(said, room)
    told = summary(said, room)
    box = [told.pop()] if said.answer else []
    return [title, *told, *breaches, *box]


def said_first(said: Contents, room: float) -> list[Block]:
    """Return the title, and what breaks a law of the model: they stand in every report."""
    day = Words("  ·  ".join(filter(None, (said.author, said.day))), color=LIGHT.muted)
    title = TitleBlock(Words(said.title, TITLE_PIXELS, bold=True), day, room)
    return [title, *(TextBlock(Words(each, bold=True), room, gap=6.0) for each in said.breaches)]


def summary(said: Contents, room: float) -> list[Block]:
    """Return notes, question, finding and decision, and what is answered in sentences."""
    blocks: list[Block] = [
        TextBlock(Words(text, color=LIGHT.muted), room, gap=2.0)
        for text in said.notes.splitlines()
        if text.strip()
    ]
    blocks += [TextBlock(Words(" ".join(each.split())), room, gap=2.0) for each in said.argument]
    return [*blocks, *([BoxBlock(said.answer, room, gap=GAP)] if said.answer else [])]


def titled(title: str, tables: Sequence[Table], room: float) -> list[Block]:
    """Return tables under their title, nothing where there are none."""
    rows = rows_of(tables, room)
    return [head(title, room), *rows] if rows else []


def rows_of(tables: Sequence[Table], room: float) -> list[Block]:
    """Return tables below each other."""
    return [row for each in tables for row in table_rows(each, room, gap=4.0)]


def compared(said: Contents, tables: Sequence[Table], room: float) -> list[Block]:
    """Return such tables of the comparison, and below them what limits compute by year."""
    return titled(said.comparison_title, (*tables, *said.limits), room)


def key_of_charts(said: Contents, sheet: Sheet) -> list[Block]:
    """Return whose colors charts have, where their own legends have no room for whole titles."""
    key = KeyBlock(said.scenarios, sheet.room, gap=GAP)
    is_needed = said.settings and key.width > _ROWS_OF_LEGEND * sheet.column
    return [key] if is_needed else []


def dated(said: Contents, sheet: Sheet, *, shortly: bool = False) -> list[Block]:
    """Return combinations, and dates and targets in two columns.

    `shortly` leaves out dates that all share.
    """
    combined = titled(said.together_title, said.together, sheet.room)
    told = [each for each in said.dates if each.differs or not shortly]
    dates = [Words(each.date, bold=True) for each in told]
    wide = max((each.width for each in dates), default=0.0) + _BEHIND_DATE
    days: list[Block] = [
        PairBlock(date, Words(each.text), wide, sheet.column)
        for date, each in zip(dates, told, strict=True)
    ]
    bars: list[Block] = [BarsBlock(each, sheet.column) for each in said.targets]
    half = len(days) if bars else ceil(len(days) / 2)
    columns: list[list[Block]] = []
    if days:
        columns.append([head(said.heads.dates, sheet.column, gap=0.0), *days[:half]])
    if bars:
        columns.append([head(said.heads.targets, sheet.column, gap=0.0), *bars])
    elif days[half:]:
        columns.append([head(" ", sheet.column, gap=0.0), *days[half:]])
    beside = [BesideBlock(columns, sheet.step, gap=GAP)] if columns else []
    return [*combined, *beside]


def undated(said: Contents, sheet: Sheet) -> list[Block]:
    """Return combinations, and beside them what is to be read with care and the command.

    They share the width so that both are as low as can be.
    """
    tried = (_combined_beside(said, sheet, share * sheet.room) for share in _COMBINED)
    return min(tried, key=height_of)


def _combined_beside(said: Contents, sheet: Sheet, wide: float) -> list[Block]:
    narrow = sheet.room - wide - GUTTER
    combined, closed = titled(said.together_title, said.together, wide), closing(said, narrow)
    if not combined or not closed:
        return [*combined, *closing(said, sheet.room)]
    return [BesideBlock([combined, closed], wide + GUTTER, gap=0.0)]


def closing(said: Contents, room: float) -> list[Block]:
    """Return what is to be read with care, and the command."""
    return [*cautions(said, room), *command(said, room)]


def cautions(said: Contents, room: float) -> list[Block]:
    """Return what is to be read with care."""
    rows = [PairBlock(Words("•"), Words(each), _BULLET, room) for each in said.care]
    return [head(said.heads.care, room), *rows] if rows else []


def command(said: Contents, room: float) -> list[Block]:
    """Return the command that makes the report again, where one does."""
    if not said.command:
        return []
    told = led_by(said.heads.reproduce, said.command)
    words = Words(told, color=LIGHT.muted).in_lines(room)
    return [TextBlock(words, room, gap=GAP)]


def head(title: str, room: float, *, gap: float = GAP) -> TextBlock:
    """Return the title of a section."""
    return TextBlock(Words(title, HEAD_PIXELS, bold=True), room, gap=gap, leads=True)


def height_of(blocks: Sequence[Block]) -> float:
    """Return how high blocks are below each other."""
    return sum(block.height + block.gap for block in blocks)
