"""A report whose parts stand in an order that somebody chose, on as few pages as it needs.

Title and what breaks a law of the model always stand first, the command last. Floor: print.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby
from math import ceil

from ui.print.answers.block import answer_blocks
from ui.print.report.blocks import Block, ChartsBlock, TextBlock, Words
from ui.print.report.pages.broken import Space, paged
from ui.print.report.pages.sections import (
    cautions,
    command,
    compared,
    dated,
    head,
    key_of_charts,
    said_first,
    summary,
    titled,
)
from ui.print.report.pages.sizes import A4, CHART_USUAL, GAP, SHEETS_OF_SEVERAL, Sheet
from ui.print.report.parts import Contents, usual_order
from ui.print.report.story import StepTold
from ui.style.theme import LIGHT
from ui.wording.sentences.report_pages import STORY

Steps = Sequence[StepTold]


def sheet_of(said: Contents, charts: int, room_of: Callable[[Sheet], float], steps: Steps) -> Sheet:
    """Return the sheet on which the parts and so many charts need the fewest pages."""
    return min(SHEETS_OF_SEVERAL, key=partial(_pages, said, charts, room_of, steps))


def _pages(
    said: Contents, charts: int, room_of: Callable[[Sheet], float], steps: Steps, sheet: Sheet
) -> int:
    spaces = [Space(CHART_USUAL)] * ceil(charts / 2)
    return len(paged([*in_order(said, sheet, spaces, steps)], sheet, room_of(sheet)))


def in_order(
    said: Contents, sheet: Sheet, charts: Sequence[Block], steps: Steps
) -> Iterator[Block]:
    """Yield the parts in their order, with these blocks where charts stand, and a story."""
    yield from said_first(said, sheet.room)
    order = said.order or usual_order(len(said.answers))
    for is_answer, parts in groupby(order, key=_is_answer):
        if is_answer:
            yield from _answers(said, [each for each in parts if isinstance(each, int)], sheet)
        else:
            for page in parts:
                is_story = page == STORY
                yield from (
                    story_blocks(said, sheet, steps)
                    if is_story
                    else _page(f"{page}", said, sheet, charts)
                )
    yield from command(said, sheet.room)


def story_blocks(said: Contents, sheet: Sheet, steps: Steps) -> Iterator[Block]:
    """Yield the steps of a story: of each its title, its sentence, its charts, and notes."""
    scale, room = sheet.column / A4.column, sheet.room
    if steps:
        yield head(said.heads.story, room)
    for step in steps:
        yield TextBlock(Words(step.title, bold=True), room, gap=GAP, leads=True)
        if step.sentence:
            yield TextBlock(Words(step.sentence), room, leads=True)
        for begin in range(0, len(step.charts), 2):
            row = step.charts[begin : begin + 2]
            yield ChartsBlock(row, A4.step, gap=GAP, scale=scale)
        if step.notes:
            yield TextBlock(Words(step.notes, color=LIGHT.muted), room)


def _is_answer(part: str | int) -> bool:
    return isinstance(part, int)


def _answers(said: Contents, numbers: Sequence[int], sheet: Sheet) -> Iterator[Block]:
    yield head(said.heads.answers, sheet.room)
    found = [said.answers[number] for number in numbers]
    alone = len(said.answers) == 1
    yield from answer_blocks(found, sheet.column, sheet.step, sheet.height, alone=alone)


def _page(page: str, said: Contents, sheet: Sheet, charts: Sequence[Block]) -> list[Block]:
    match page:
        case "summary":
            inputs = titled(said.heads.inputs, said.inputs, sheet.room)
            return [*summary(said, sheet.room), *inputs]
        case "comparison":
            return compared(said, said.comparison, sheet.room)
        case "charts":
            return [*key_of_charts(said, sheet), *charts]
        case "dates":
            return dated(said, sheet)
        case _:
            return cautions(said, sheet.room)
