"""The table of what money buys: a row for each instrument and amount; sixth floor of planner."""

from math import isnan
from typing import Final

from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell
from planner.studies.money.result import Bought, Costs, MoneyAnswer
from planner.studies.spending.band import Band
from planner.studies.spending.notes import notes_on

_EACH: Final = "M CNY/firm"
_BANDS: Final = (
    ("paid", "Paid", "M CNY"),
    ("net", "Paid less tax", "M CNY"),
    ("back", "Back in tax", "share"),
    ("added", "Enterprises added", "firm"),
    ("here", "Added in its place", "firm"),
    ("elsewhere", "Added elsewhere", "firm"),
    ("used", "Used compute added", "EFLOPS realized"),
    ("per_enterprise", "Cost per enterprise", _EACH),
    ("net_per_enterprise", "Cost per enterprise, less tax", _EACH),
    ("per_eflops", "Cost per EFLOPS used", "M CNY"),
    ("next_enterprise", "Cost of the next enterprise", _EACH),
    ("next_eflops", "Cost of the next EFLOPS", "M CNY"),
    ("enough", "Budget beyond which the next costs too much", "M CNY/yr"),
)
"""Key, heading and unit of what is told as median, P10 and P90."""


def table_of(answer: MoneyAnswer) -> AnswerTable:
    """Return what money buys as one table; unbounded costs are infinite, undefined ones empty."""
    question = answer.question
    title = (
        f"What money buys by December {question.year}, spent from {question.years.first} to "
        f"{question.years.last}"
    )
    columns = (
        AnswerColumn("instrument", "Instrument"),
        AnswerColumn("today", "Spent today", "M CNY/yr"),
        AnswerColumn("amount", "Amount more", "M CNY/yr"),
        *(
            AnswerColumn(f"{key}{ending}", f"{label}{told}", unit)
            for key, label, unit in _BANDS
            for ending, told in (("", ""), ("_p10", ", P10"), ("_p90", ", P90"))
        ),
    )
    rows = tuple(_row(costs, each) for costs in answer.costs for each in costs.bought)
    notes = (
        f"An enterprise is taken to be worth {question.worth:,.10g} M CNY of public money.",
        "Each instrument is run by itself, on top of what is spent today.",
        *notes_on(question.among),
    )
    return AnswerTable(title, columns, rows, notes)


def _row(costs: Costs, bought: Bought) -> tuple[Cell, ...]:
    after = bought.next_one
    bands = (
        bought.paid,
        bought.net,
        bought.back,
        bought.added,
        bought.here,
        bought.elsewhere,
        bought.used,
        bought.per_enterprise,
        bought.net_per_enterprise,
        bought.per_eflops,
        None if after is None else after.per_enterprise,
        None if after is None else after.per_eflops,
        costs.enough,
    )
    cells = (cell for band in bands for cell in _cells(band))
    return costs.instrument.label, costs.today, bought.amount, *cells


def _cells(band: Band | None) -> tuple[Cell, Cell, Cell]:
    if band is None:
        return None, None, None
    median, low, high = (None if isnan(each) else each for each in band.parts)
    return median, low, high
