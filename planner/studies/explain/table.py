"""An explanation as a table: a row for each input, what only together gives, and the difference.

Sixth floor of planner. Numbers are in the base unit of the outcome.
"""

from collections.abc import Iterator

from planner.model.graph import model
from planner.model.indices import in_place, split_address
from planner.quantities.told.labels import model_text
from planner.quantities.told.numerals import plain
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell
from planner.studies.explain.changed_inputs import ChangedInput
from planner.studies.explain.explanation import Amount, Explanation, InputPart


def title_text() -> str:
    """Return what the question is called."""
    return translate("Why", "Why did it change?")


def table_of(found: Explanation) -> AnswerTable:
    """Return the parts in the order of the model, and under them what they add up to."""
    columns, rows = _columns(found.about.unit), _rows(found)
    if not found.orders:  # exact parts have no error
        columns, rows = columns[:-1], [row[:-1] for row in rows]
    return AnswerTable(title_text(), columns, tuple(rows), notes_of(found))


def notes_of(found: Explanation) -> tuple[str, ...]:
    """Return how the numbers came about, in sentences."""
    return tuple(_notes(found))


def _notes(found: Explanation) -> Iterator[str]:
    yield translate(
        "Why",
        "Parts are means over the futures, which add up to the mean of the difference; medians do "
        "not.",
    )
    if found.orders:
        text = translate(
            "Why",
            "{count} inputs differ: parts are from {orders} orders drawn at random, with the "
            "standard error of their means.",
        )
        yield text.format(count=len(found.parts), orders=plain(found.orders))
    if found.left_out:
        text = translate("Why", "{count} of {futures} futures have no number there.")
        yield text.format(count=plain(found.left_out), futures=plain(found.stamp.futures))
    if (found.before.seed, found.before.draws) != (found.after.seed, found.after.draws):
        text = translate("Why", "{before} is drawn with the seed of {after}.")
        yield text.format(
            before=shown_title(found.before.title), after=shown_title(found.after.title)
        )


def label_of(changed: ChangedInput) -> str:
    """Return the name of an input."""
    if changed.kind == "figures":
        return translate("Why", "Figures behind all else")
    key, element = split_address(changed.name)
    if changed.kind == "assumption":
        label, index = model().assumptions[key].label, None
    else:
        label, index = model().levers[key].label, model().levers[key].index
    if element or not index:
        return in_place(model_text(label), element)
    return translate("Why", "{name}, all places").format(name=model_text(label))


def _columns(unit: str) -> tuple[AnswerColumn, ...]:
    return (
        AnswerColumn("input", translate("Why", "Input")),
        AnswerColumn("label", translate("Why", "Name")),
        AnswerColumn("mean", translate("Why", "Mean"), unit, is_difference=True),
        AnswerColumn("p10", "P10", unit, is_difference=True),
        AnswerColumn("median", translate("Why", "Median"), unit, is_difference=True),
        AnswerColumn("p90", "P90", unit, is_difference=True),
        AnswerColumn("alone", translate("Why", "Changed alone"), unit, is_difference=True),
        AnswerColumn("last", translate("Why", "Changed last"), unit, is_difference=True),
        AnswerColumn("standard_error", translate("Why", "Standard error"), unit),
    )


def _rows(found: Explanation) -> list[tuple[Cell, ...]]:
    rows = [_row(each) for each in found.parts]
    if found.together is not None:
        rows.append(
            _sum_row("only_together", translate("Why", "Of it only together"), found.together)
        )
    rows.append(_sum_row("difference", translate("Why", "Difference"), found.total))
    return rows


def _row(part: InputPart) -> tuple[Cell, ...]:
    return (
        part.changed.name,
        label_of(part.changed),
        *_numbers(part.amount),
        part.alone,
        part.last,
        part.error,
    )


def _sum_row(key: str, label: str, amount: Amount) -> tuple[Cell, ...]:
    return (key, label, *_numbers(amount), None, None, None)


def _numbers(amount: Amount) -> tuple[float, ...]:
    return amount.mean, amount.low, amount.median, amount.high
