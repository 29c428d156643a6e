"""What limits the compute of clouds and centers, each scenario beside the baseline. Floor: print.

Shares of futures are means over a year, as in the strip under the chart of supply. Where scenarios
do not differ in them, a report leaves them out.
"""

from collections.abc import Sequence
from typing import Final

from planner.model.indices import SEGMENTS
from planner.quantities.told.lists import in_a_row
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from ui.charts.contents.limits import Cell as Limit
from ui.charts.contents.limits import cells_in
from ui.charts.contents.words import wording
from ui.print.report.columns import Beside
from ui.print.report.parts import Cell, Table
from ui.style.theme import LIGHT
from ui.wording.figures.differences import share_text

_TOLD: Final = 0.1
"""States of fewer futures are not told."""


def limits_tables(
    beside: Sequence[Beside], year: int, parts: Sequence[Sequence[int]]
) -> tuple[Table, ...]:
    """Return a row for each segment, the scenarios in `parts` that a page is wide enough for."""
    texts = {element: [_text(each, element, year) for each in beside] for element in SEGMENTS}
    told = {element: row for element, row in texts.items() if all(row)}
    if not any(len(set(row)) > 1 or len(row) == 1 for row in told.values()):
        return ()
    return tuple(_table(told, beside, (0, *part), year) for part in parts)


def _table(
    told: dict[str, list[str]], beside: Sequence[Beside], columns: Sequence[int], year: int
) -> Table:
    text = translate("Report", "What limits compute, mean of {year}, in so many futures")
    titles = (
        Cell(shown_title(beside[n].scenario.title), beside[n].color, strong=True) for n in columns
    )
    names = wording().short
    rows = tuple(
        (Cell(names[element]), *(_cell(row, n, beside[n].color) for n in columns))
        for element, row in told.items()
    )
    head = (Cell(text.format(year=year), LIGHT.muted), *titles)
    return Table((head,), rows, (False,) * len(head))


def _cell(row: Sequence[str], number: int, color: str) -> Cell:
    return Cell(row[number], LIGHT.text if row[number] == row[0] else color)


def _text(beside: Beside, element: str, year: int) -> str:
    """Return the states that limit a segment in a year, with shares of futures."""
    cells = cells_in(beside.run, element, year, wording())
    told = (cell for cell in cells if cell.share >= _TOLD)
    if beside.run.is_one_future:
        return in_a_row(_of_year(cell) for cell in told)
    return in_a_row(f"{cell.state.lower()} {share_text(cell.share)}" for cell in told)


def _of_year(cell: Limit) -> str:
    """Return a state of one future, with its share of the year where it is not all of it."""
    if cell.share == 1:
        return cell.state.lower()
    text = translate("Report", "{state} {share} of the year")
    return text.format(state=cell.state.lower(), share=share_text(cell.share))
