"""The tables of what money buys: all that was tried, and what is read; sixth floor of planner."""

from math import isnan
from typing import Final

from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell
from planner.studies.money.result import Bought, Costs, MoneyAnswer
from planner.studies.money.worlds import FUTURES_AT_MOST
from planner.studies.spending.band import Band
from planner.studies.spending.notes import notes_on

_EACH: Final = "M CNY/firm"
_A_YEAR: Final = "M CNY/yr"
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
    ("enough", "Budget beyond which the next costs too much", _A_YEAR),
)
"""Key, heading and unit of what is told as median, P10 and P90."""
_MOVED: Final = (
    AnswerColumn("here", "In its place", "firm", is_difference=True),
    AnswerColumn("elsewhere", "Elsewhere", "firm", is_difference=True),
)


def full_table(answer: MoneyAnswer) -> AnswerTable:
    """Return all that was tried, a row for each instrument and amount, for files.

    Unbounded costs are infinite, undefined ones empty.
    """
    columns = (
        AnswerColumn("instrument", "Instrument"),
        AnswerColumn("today", "Spent today", _A_YEAR),
        AnswerColumn("amount", "More", _A_YEAR),
        *(
            AnswerColumn(f"{key}{ending}", f"{label}{told}", unit)
            for key, label, unit in _BANDS
            for ending, told in (("", ""), ("_p10", ", P10"), ("_p90", ", P90"))
        ),
    )
    rows = tuple(_row(costs, each) for costs in answer.costs for each in costs.bought)
    return AnswerTable(_title(answer), columns, rows, _notes(answer))


def table_of(answer: MoneyAnswer) -> AnswerTable:
    """Return what is read: of each instrument what the amount that is asked about buys.

    Of one place it tells too how many enterprises it gains, and others lose.
    """
    columns = (
        AnswerColumn("instrument", "Instrument"),
        AnswerColumn("today", "Today", _A_YEAR),
        AnswerColumn("added", "Adds", "firm", is_difference=True),
        *(_MOVED if answer.question.place else ()),
        AnswerColumn("per_enterprise", "Each costs", "M CNY"),
        AnswerColumn("per_enterprise_p10", "P10", "M CNY"),
        AnswerColumn("per_enterprise_p90", "P90", "M CNY"),
        AnswerColumn("net_per_enterprise", "Less tax", "M CNY"),
        AnswerColumn("next_enterprise", "The next", "M CNY"),
        AnswerColumn("per_eflops", "An EFLOPS used", "M CNY"),
        AnswerColumn("per_eflops_p10", "P10", "M CNY"),
        AnswerColumn("per_eflops_p90", "P90", "M CNY"),
        AnswerColumn("next_eflops", "The next", "M CNY"),
        AnswerColumn("enough", "Enough", _A_YEAR),
    )
    amount = answer.question.amount
    has_place = bool(answer.question.place)
    rows = tuple(_read(each, each.at(amount), has_place=has_place) for each in answer.costs)
    return AnswerTable(_title(answer), columns, rows, _notes(answer))


def _title(answer: MoneyAnswer) -> str:
    question = answer.question
    return (
        f"What {question.amount:,.10g} M CNY more a year buy from {question.years.first} to "
        f"{question.years.last}, by December {question.year}"
    )


def _notes(answer: MoneyAnswer) -> tuple[str, ...]:
    alone = (
        "Each instrument is run by itself, on top of what is spent today. Costs are what is paid, "
        "not what is budgeted."
    )
    enough = (
        "Enough is the whole budget beyond which one more enterprise costs more than "
        f"{answer.question.worth:,.10g} M CNY."
    )
    return (alone, enough, *_worlds(answer), *notes_on(answer.question.among))


def _worlds(answer: MoneyAnswer) -> tuple[str, ...]:
    if not answer.worlds:
        return ()
    said = (
        f"What is cheapest was looked for in {len(answer.worlds)} variants of the model, in the "
        f"first {min(answer.stamp.futures, FUTURES_AT_MOST):,} futures of each."
    )
    return (said,)


def _read(costs: Costs, bought: Bought, *, has_place: bool) -> tuple[Cell, ...]:
    after = bought.next_one
    return (
        costs.instrument.label,
        costs.today,
        bought.added.median,
        *(_moved(bought) if has_place else ()),
        *_cells(bought.per_enterprise),
        _cells(bought.net_per_enterprise)[0],
        _cells(None if after is None else after.per_enterprise)[0],
        *_cells(bought.per_eflops),
        _cells(None if after is None else after.per_eflops)[0],
        _cells(costs.enough)[0],
    )


def _moved(bought: Bought) -> tuple[Cell, Cell]:
    return _cells(bought.here)[0], _cells(bought.elsewhere)[0]


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
