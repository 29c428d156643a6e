"""The table of one future: its level and gain with their ranks, and what it assumes.

Sixth floor of planner; plain numbers in base units.
"""

from planner.model.graph import model
from planner.model.indices import in_place
from planner.model.scenario import assumption_at
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell
from planner.studies.future.futures import Futures
from planner.studies.future.one import draws_of


def table_of(futures: Futures, number: int, *, only_unusual: bool = False) -> AnswerTable:
    """Return what a future assumes, what pushes most first, each in its own base unit."""
    label = model_text(model().outcomes[futures.about.outcome].label)
    columns = (
        AnswerColumn("assumption", translate("One future", "Assumption")),
        AnswerColumn("unit", translate("One future", "Unit")),
        AnswerColumn("value", translate("One future", "In this future")),
        AnswerColumn("median", translate("One future", "Median")),
        AnswerColumn("below", translate("One future", "Share below"), "share"),
        AnswerColumn("push", translate("One future", "Push"), "1", is_difference=True),
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
    text = translate("One future", "What future {number} assumes, {label} in December {year}")
    title = text.format(number=number, label=label, year=futures.about.year)
    return AnswerTable(title, columns, rows, (_note(),))


def named(address: str) -> str:
    """Return the label of an assumption, with its area or segment."""
    row, element = assumption_at(address)
    return in_place(model_text(row.label), element)


def _note() -> str:
    return translate(
        "One future",
        "Share below: of futures that draw less. Push: how much a draw goes with a high outcome, "
        "or "
        "a low one below zero; the correlation of their ranks times how far out the draw lies, -1 "
        "to "
        "1.",
    )
