"""The table of one future: its level and gain with their ranks, and what it assumes.

Sixth floor of planner; plain numbers in base units.
"""

from planner.model.graph import model
from planner.model.indices import LABELS
from planner.model.scenario import assumption_at
from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell
from planner.studies.future.futures import Futures
from planner.studies.future.one import draws_of

_NOTE = (
    "Share below: of futures that draw less. Push: how much a draw goes with a high outcome, or a "
    "low one below zero; the correlation of their ranks times how far out the draw lies, -1 to 1."
)


def table_of(futures: Futures, number: int, *, only_unusual: bool = False) -> AnswerTable:
    """Return what a future assumes, what pushes most first, each in its own base unit."""
    label = model().outcomes[futures.about.outcome].label
    columns = (
        AnswerColumn("assumption", "Assumption"),
        AnswerColumn("unit", "Unit"),
        AnswerColumn("value", "In this future"),
        AnswerColumn("median", "Median"),
        AnswerColumn("below", "Share below", "share"),
        AnswerColumn("push", "Push", "1", is_difference=True),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            named(each.name),
            assumption_at(each.name)[0].unit,
            each.value,
            each.median,
            each.below,
            each.push,
        )
        for each in draws_of(futures, number)
        if each.is_unusual or not only_unusual
    )
    title = f"What future {number} assumes, {label} in December {futures.about.year}"
    return AnswerTable(title, columns, rows, (_NOTE,))


def named(address: str) -> str:
    """Return the label of an assumption, with its area or segment."""
    row, element = assumption_at(address)
    return f"{row.label}, {LABELS[element]}" if element else row.label
