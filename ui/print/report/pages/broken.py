"""Blocks broken into pages: what leads stays with what it leads, a table has its head again.

Floor: print.
"""

from collections.abc import Sequence

from PySide6.QtGui import QPainter

from ui.print.report.blocks import Block
from ui.print.report.pages.sizes import GAP, Sheet
from ui.print.report.rows import RowBlock

Pages = tuple[tuple[tuple[float, Block], ...], ...]
"""The blocks of each page, with the place of their top."""


class Space:
    """The room of something that is not laid out yet."""

    leads = False
    gap = GAP

    def __init__(self, height: float) -> None:
        self.height = height

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Leave it empty."""


def paged(blocks: Sequence[Block], sheet: Sheet, room: float) -> Pages:
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
                pages[-1].append((sheet.top + used, head))
                used += head.height
        pages[-1].append((sheet.top + used + gap, block))
        used += gap + block.height
    return tuple(tuple(page) for page in pages)


def _together(blocks: Sequence[Block], number: int) -> float:
    """Return the height of a block and of what it leads."""
    height = blocks[number].height
    while blocks[number].leads and number + 1 < len(blocks):
        number += 1
        height += blocks[number].height + blocks[number].gap
    return height
