"""The page of a report that was asked for answers, where one page is enough for all of it.

Answers, with their pictures and tables, stand below the comparison. Floor: print.
"""

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from ui.print.answers.block import fitting_answers
from ui.print.report.blocks import Block
from ui.print.report.pages.sections import (
    compared,
    head,
    height_of,
    opening,
    titled,
)
from ui.print.report.pages.sizes import Sheet
from ui.print.report.parts import Contents


class FirstPage(NamedTuple):
    """The blocks of the page down to its answers, and those below."""

    before: list[Block]
    after: list[Block]

    @property
    def blocks(self) -> list[Block]:
        """All blocks of the page."""
        return [*self.before, *self.after]


def fitting_page(
    said: Contents,
    sheet: Sheet,
    room: float,
    after: Sequence[Block],
    tables: Sequence[bool] = (True, False),
) -> FirstPage | None:
    """Return the page with as much as it has room for, None where nothing fits.

    Some blocks stand `after` the answers. Whether these have their `tables` is tried in the order
    that is preferred, each with the longest tables of the comparison that fit.
    """
    for has_tables, brief in product(tables, said.briefs or ((),)):
        before = [*_before(said, sheet), *compared(said, brief, sheet.room)]
        if len(said.answers) > 1:
            before.append(head(said.heads.answers, sheet.room))
        left = room - height_of(before) - height_of(after)
        found = fitting_answers(said.answers, sheet.column, sheet.step, left, has_tables=has_tables)
        if found is not None:
            return FirstPage([*before, *found], [*after])
    return None


def _before(said: Contents, sheet: Sheet) -> list[Block]:
    return [*opening(said, sheet.room), *titled(said.heads.inputs, said.inputs, sheet.room)]
