"""The sections of a report as blocks: what was asked, tables, dates, what is to be read with care.

Floor: print.
"""

from collections.abc import Sequence
from math import ceil
from typing import Final

from ui.print.report.blocks import (
    HEAD_PIXELS,
    BarsBlock,
    BesideBlock,
    Block,
    BoxBlock,
    PairBlock,
    TextBlock,
    TitleBlock,
    Words,
)
from ui.print.report.pages.sizes import COLUMN, GAP, GUTTER, ROOM, TITLE_PIXELS
from ui.print.report.parts import Contents, Table
from ui.print.report.rows import table_rows
from ui.style.theme import LIGHT

_DATE: Final = 62.0
_BULLET: Final = 12.0


def opening(said: Contents) -> list[Block]:
    """Return title, notes, and what is answered in sentences."""
    day = Words("  ·  ".join(filter(None, (said.author, said.day))), color=LIGHT.muted)
    blocks: list[Block] = [TitleBlock(Words(said.title, TITLE_PIXELS, bold=True), day, ROOM)]
    blocks += [
        TextBlock(Words(text, color=LIGHT.muted), ROOM, gap=2.0)
        for text in said.notes.splitlines()
        if text.strip()
    ]
    blocks += [TextBlock(Words(each, bold=True), ROOM, gap=6.0) for each in said.breaches]
    if said.answer:
        blocks.append(BoxBlock(said.answer, ROOM, gap=GAP))
    return blocks


def titled(title: str, tables: Sequence[Table]) -> list[Block]:
    """Return tables under their title, nothing where there are none."""
    rows: list[Block] = [row for each in tables for row in table_rows(each, ROOM, gap=4.0)]
    return [head(title), *rows] if rows else []


def dated(said: Contents, *, shortly: bool = False) -> list[Block]:
    """Return combinations, and dates and targets in two columns.

    `shortly` leaves out dates that all share.
    """
    combined = titled(said.together_title, said.together)
    told = [each for each in said.dates if each.differs or not shortly]
    days: list[Block] = [
        PairBlock(Words(each.date, bold=True), Words(each.text), _DATE, COLUMN) for each in told
    ]
    bars: list[Block] = [BarsBlock(each, COLUMN) for each in said.targets]
    half = len(days) if bars else ceil(len(days) / 2)
    columns: list[list[Block]] = []
    if days:
        columns.append([head(said.heads.dates, gap=0.0), *days[:half]])
    if bars:
        columns.append([head(said.heads.targets, gap=0.0), *bars])
    elif days[half:]:
        columns.append([head(" ", gap=0.0), *days[half:]])
    beside = [BesideBlock(columns, COLUMN + GUTTER, gap=GAP)] if columns else []
    return [*combined, *beside]


def closing(said: Contents) -> list[Block]:
    """Return what is to be read with care, and the command."""
    blocks: list[Block] = []
    if said.care:
        blocks.append(head(said.heads.care))
        blocks += [PairBlock(Words("•"), Words(each), _BULLET, ROOM) for each in said.care]
    if said.command:
        command = f"{said.heads.reproduce} {said.command}"
        blocks.append(TextBlock(Words(command, color=LIGHT.muted), ROOM, gap=GAP))
    return blocks


def head(title: str, *, gap: float = GAP) -> TextBlock:
    """Return the title of a section."""
    return TextBlock(Words(title, HEAD_PIXELS, bold=True), ROOM, gap=gap, leads=True)


def height_of(blocks: Sequence[Block]) -> float:
    """Return how high blocks are below each other."""
    return sum(block.height + block.gap for block in blocks)
