"""The page of a report that was asked for answers: what they say, their pictures and tables.

It stands first and by itself: what differs, what is to be read with care, and the command are on
it. The comparison is too where it has room; else it is among what follows. Floor: print.
"""

from collections.abc import Sequence
from itertools import product
from typing import Final, NamedTuple

from ui.print.answers.block import answer_blocks, fitting_answers
from ui.print.report.blocks import Block
from ui.print.report.pages.sections import (
    closing,
    compared,
    head,
    height_of,
    opening,
    titled,
)
from ui.print.report.pages.sizes import Sheet
from ui.print.report.parts import Contents

Tried = tuple[tuple[bool, bool], ...]
"""Whether answers have their tables beside their pictures, and whether the comparison stands."""

_ANY: Final[Tried] = ((True, True), (True, False), (False, True), (False, False))


class FirstPage(NamedTuple):
    """The blocks of the page down to its answers, those below, and whether these compare."""

    before: list[Block]
    after: list[Block]
    compares: bool

    @property
    def blocks(self) -> list[Block]:
        """All blocks of the page."""
        return [*self.before, *self.after]


def fitting_page(
    said: Contents, sheet: Sheet, room: float, after: Sequence[Block], tried: Tried = _ANY
) -> FirstPage | None:
    """Return the page with as much as it has room for, None where nothing fits.

    Some blocks stand `after` the comparison. What is `tried` is in the order that is preferred;
    each with the longest tables of the comparison that fit.
    """
    before = _before(said, sheet)
    for (has_tables, compares), tables in product(tried, said.briefs or ((),)):
        behind = [*(compared(said, tables, sheet.room) if compares else ()), *after]
        left = room - height_of(before) - height_of(behind)
        found = fitting_answers(said.answers, sheet.column, sheet.step, left, has_tables=has_tables)
        if found is not None:
            return FirstPage([*before, *found], behind, compares)
    return None


def first_page(said: Contents, sheet: Sheet, room: float) -> FirstPage:
    """Return the page with as much as it has room for; where nothing fits it goes on over more."""
    after = closing(said, sheet.room)
    if (found := fitting_page(said, sheet, room, after)) is not None:
        return found
    before = _before(said, sheet)
    left = room - height_of(before)
    answers = answer_blocks(said.answers, sheet.column, sheet.step, left)
    return FirstPage([*before, *answers], after, False)


def _before(said: Contents, sheet: Sheet) -> list[Block]:
    before = [*opening(said, sheet.room), *titled(said.heads.inputs, said.inputs, sheet.room)]
    if len(said.answers) > 1:
        before.append(head(said.heads.answers, sheet.room))
    return before
