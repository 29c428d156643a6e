"""The page of a report that was asked for answers: what they say, their pictures and tables.

It stands first and by itself: what differs, what is to be read with care, and the command are on
it. The comparison is too where it has room; else it is among what follows. Floor: print.
"""

from typing import Final, NamedTuple

from ui.print.answers.block import answer_blocks, fitting_answers
from ui.print.report.blocks import Block
from ui.print.report.pages.sections import closing, head, height_of, opening, titled
from ui.print.report.pages.sizes import COLUMN, GUTTER
from ui.print.report.parts import Contents

_TRIED: Final = ((True, True), (True, False), (False, True), (False, False))
"""Whether answers have their tables beside their pictures, and whether the comparison stands."""


class FirstPage(NamedTuple):
    """The blocks of the page, and whether the comparison is among them."""

    blocks: list[Block]
    compares: bool


def first_page(said: Contents, room: float) -> FirstPage:
    """Return the page with as much as it has room for; where nothing fits it goes on over more."""
    step = COLUMN + GUTTER
    before = [*opening(said), *titled(said.heads.inputs, said.inputs)]
    if len(said.answers) > 1:
        before.append(head(said.heads.answers))
    compared, after = titled(said.comparison_title, said.brief), closing(said)
    for has_tables, compares in _TRIED:
        behind = [*(compared if compares else ()), *after]
        left = room - height_of(before) - height_of(behind)
        found = fitting_answers(said.answers, COLUMN, step, left, has_tables=has_tables)
        if found is not None:
            return FirstPage([*before, *found, *behind], compares)
    left = room - height_of(before)
    return FirstPage([*before, *answer_blocks(said.answers, COLUMN, step, left), *after], False)
