"""How a chart is walked by keys, month by month and curve by curve, and what is said of a step.

Pure; the numbers are those of the read-out, in its units and as it rounds them. Floor: charts.
"""

from dataclasses import replace
from typing import Final

from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.told.lists import clauses
from planner.storage.sentences.catalog import translate
from ui.charts.contents.readout import Readout, Row

A_MONTH: Final = 1
A_YEAR: Final = MONTHS_PER_YEAR
ALL: Final = 1 << 20
"""More months than there are: to the first or the last."""


def walked(month: int, step: int, months: int) -> int:
    """Return the month that a step leads to; there is none before the first or after the last."""
    return max(0, min(months - 1, month + step))


def led_by(told: Readout, row: int) -> Readout:
    """Return a read-out with one of its rows first, the others in their order."""
    if not 0 < row < len(told.rows):
        return told
    rows = (told.rows[row], *told.rows[:row], *told.rows[row + 1 :])
    return replace(told, rows=rows)


def step_text(told: Readout, row: Row) -> str:
    """Return what is said of a month that keys go to: the curve at hand, and what happens then."""
    return clauses((row_text(told.month, row), *told.events))


def row_text(month: str, row: Row) -> str:
    """Return a curve at one month as a sentence: value, range, difference."""
    text = translate("Chart", "{month}, {name}: {value}")
    if row.span and row.change:
        text = translate("Chart", "{month}, {name}: {value}, 80%: {range}, difference {change}")
    elif row.span:
        text = translate("Chart", "{month}, {name}: {value}, 80%: {range}")
    elif row.change:
        text = translate("Chart", "{month}, {name}: {value}, difference {change}")
    return text.format(
        month=month, name=name_in(row), value=row.value, range=row.span, change=row.change
    )


def name_in(row: Row) -> str:
    """Return what a curve is called, with the panel that it stands in where there are several."""
    if not row.group:
        return row.name
    return translate("Chart", "{panel}: {name}").format(panel=row.group, name=row.name)
