"""An explanation as a table: a row for each input, what only together gives, and the difference.

Sixth floor of planner. Numbers are in the base unit of the outcome.
"""

from planner.model.graph import model
from planner.model.indices import LABELS, split_address
from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell
from planner.studies.explain.changed_inputs import ChangedInput
from planner.studies.explain.explanation import Amount, Explanation, InputPart

TITLE = "Why did it change?"
_MEANS = (
    "Parts are means over the futures, which add up to the mean of the difference; medians do not."
)


def table_of(found: Explanation) -> AnswerTable:
    """Return the parts in the order of the model, and under them what they add up to."""
    columns, rows = _columns(found.about.unit), _rows(found)
    if not found.orders:  # exact parts have no error
        columns, rows = columns[:-1], [row[:-1] for row in rows]
    return AnswerTable(TITLE, columns, tuple(rows), notes_of(found))


def notes_of(found: Explanation) -> tuple[str, ...]:
    """Return how the numbers came about, in sentences."""
    notes = [_MEANS]
    if found.orders:
        notes.append(
            f"{len(found.parts)} inputs differ: parts are from {found.orders} orders drawn at "
            "random, with the standard error of their means."
        )
    if found.left_out:
        notes.append(f"{found.left_out:,} of {found.stamp.futures:,} futures have no number there.")
    if (found.before.seed, found.before.draws) != (found.after.seed, found.after.draws):
        notes.append(f"{found.before.title} is drawn with the seed of {found.after.title}.")
    return tuple(notes)


def label_of(changed: ChangedInput) -> str:
    """Return the name of an input in English."""
    if changed.kind == "figures":
        return "Figures behind all else"
    key, element = split_address(changed.name)
    if changed.kind == "assumption":
        label, index = model().assumptions[key].label, None
    else:
        label, index = model().levers[key].label, model().levers[key].index
    if element:
        return f"{label}, {LABELS[element]}"
    return f"{label}, all places" if index else label


def _columns(unit: str) -> tuple[AnswerColumn, ...]:
    return (
        AnswerColumn("input", "Input"),
        AnswerColumn("label", "Name"),
        AnswerColumn("mean", "Mean", unit, is_difference=True),
        AnswerColumn("p10", "P10", unit, is_difference=True),
        AnswerColumn("median", "Median", unit, is_difference=True),
        AnswerColumn("p90", "P90", unit, is_difference=True),
        AnswerColumn("alone", "Changed alone", unit, is_difference=True),
        AnswerColumn("last", "Changed last", unit, is_difference=True),
        AnswerColumn("standard_error", "Standard error", unit),
    )


def _rows(found: Explanation) -> list[tuple[Cell, ...]]:
    rows = [_row(each) for each in found.parts]
    if found.together is not None:
        rows.append(_sum_row("only_together", "Of it only together", found.together))
    rows.append(_sum_row("difference", "Difference", found.total))
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
