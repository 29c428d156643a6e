"""The tables of what money buys: all that was tried, and what is read; sixth floor of planner."""

from math import isnan
from typing import Final

from planner.quantities.told.numerals import plain
from planner.quantities.told.values import value_text
from planner.storage.sentences.catalog import translate
from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell
from planner.studies.money.result import Bought, Costs, MoneyAnswer
from planner.studies.money.worlds import FUTURES_AT_MOST
from planner.studies.spending.band import Band
from planner.studies.spending.notes import notes_on

_EACH: Final = "M CNY/firm"
_A_YEAR: Final = "M CNY/yr"


def full_table(answer: MoneyAnswer) -> AnswerTable:
    """Return all that was tried, a row for each instrument and amount, for files.

    Unbounded costs are infinite, undefined ones empty.
    """
    columns = (
        AnswerColumn("instrument", translate("Money", "Instrument")),
        AnswerColumn("today", translate("Money", "Spent today"), _A_YEAR),
        AnswerColumn("amount", translate("Money", "More"), _A_YEAR),
        *(column for band in _bands() for column in _column_of(*band)),
    )
    rows = tuple(_row(costs, each) for costs in answer.costs for each in costs.bought)
    return AnswerTable(_title(answer), columns, rows, _notes(answer))


def table_of(answer: MoneyAnswer) -> AnswerTable:
    """Return what is read: of each instrument what the amount that is asked about buys.

    Of one place it tells too how many enterprises it gains, and others lose.
    """
    columns = (
        AnswerColumn("instrument", translate("Money", "Instrument")),
        AnswerColumn("today", translate("Money", "Today"), _A_YEAR),
        AnswerColumn("added", translate("Money", "Adds"), "firm", is_difference=True),
        *(_moved_columns() if answer.question.place else ()),
        AnswerColumn("per_enterprise", translate("Money", "Each costs"), "M CNY"),
        AnswerColumn("per_enterprise_p10", "P10", "M CNY"),
        AnswerColumn("per_enterprise_p90", "P90", "M CNY"),
        AnswerColumn("net_per_enterprise", translate("Money", "Less tax"), "M CNY"),
        AnswerColumn("next_enterprise", translate("Money", "The next"), "M CNY"),
        AnswerColumn("per_eflops", translate("Money", "An EFLOPS used"), "M CNY"),
        AnswerColumn("per_eflops_p10", "P10", "M CNY"),
        AnswerColumn("per_eflops_p90", "P90", "M CNY"),
        AnswerColumn("next_eflops", translate("Money", "The next"), "M CNY"),
        AnswerColumn("enough", translate("Money", "Enough"), _A_YEAR),
    )
    amount = answer.question.amount
    has_place = bool(answer.question.place)
    rows = tuple(_read(each, each.at(amount), has_place=has_place) for each in answer.costs)
    return AnswerTable(_title(answer), columns, rows, _notes(answer))


def _bands() -> tuple[tuple[str, str, str], ...]:
    """Return key, heading and unit of what is told as median, P10 and P90."""
    return (
        ("paid", translate("Money", "Paid"), "M CNY"),
        ("net", translate("Money", "Paid less tax"), "M CNY"),
        ("back", translate("Money", "Back in tax"), "share"),
        ("added", translate("Money", "Enterprises added"), "firm"),
        ("here", translate("Money", "Added in its place"), "firm"),
        ("elsewhere", translate("Money", "Added elsewhere"), "firm"),
        ("used", translate("Money", "Used compute added"), "EFLOPS realized"),
        ("per_enterprise", translate("Money", "Cost per enterprise"), _EACH),
        ("net_per_enterprise", translate("Money", "Cost per enterprise, less tax"), _EACH),
        ("per_eflops", translate("Money", "Cost per EFLOPS used"), "M CNY"),
        ("next_enterprise", translate("Money", "Cost of the next enterprise"), _EACH),
        ("next_eflops", translate("Money", "Cost of the next EFLOPS"), "M CNY"),
        ("enough", translate("Money", "Budget beyond which the next costs too much"), _A_YEAR),
    )


def _moved_columns() -> tuple[AnswerColumn, ...]:
    return (
        AnswerColumn("here", translate("Money", "In its place"), "firm", is_difference=True),
        AnswerColumn("elsewhere", translate("Money", "Elsewhere"), "firm", is_difference=True),
    )


def _column_of(key: str, label: str, unit: str) -> tuple[AnswerColumn, AnswerColumn, AnswerColumn]:
    """Return the columns of the median, P10 and P90 of one number."""
    low = translate("Money", "{name}, P10").format(name=label)
    high = translate("Money", "{name}, P90").format(name=label)
    return (
        AnswerColumn(key, label, unit),
        AnswerColumn(f"{key}_p10", low, unit),
        AnswerColumn(f"{key}_p90", high, unit),
    )


def _title(answer: MoneyAnswer) -> str:
    question = answer.question
    text = translate("Money", "What {amount} more buys from {first} to {last}, by December {year}")
    return text.format(
        amount=value_text(question.amount, _A_YEAR),
        first=question.years.first,
        last=question.years.last,
        year=question.year,
    )


def _notes(answer: MoneyAnswer) -> tuple[str, ...]:
    alone = translate(
        "Money",
        "Each instrument is run by itself, on top of what is spent today. Costs are what is paid, "
        "not what is budgeted.",
    )
    enough = translate(
        "Money",
        "Enough is the whole budget beyond which one more enterprise costs more than {worth}.",
    )
    worth = value_text(answer.question.worth, "M CNY")
    said = enough.format(worth=worth)
    return (alone, said, *_worlds(answer), *notes_on(answer.question.among))


def _worlds(answer: MoneyAnswer) -> tuple[str, ...]:
    if not answer.worlds:
        return ()
    text = translate(
        "Money",
        "What is cheapest was looked for in {count} variants of the model, in the first {futures} "
        "futures of each.",
    )
    futures = plain(min(answer.stamp.futures, FUTURES_AT_MOST))
    return (text.format(count=len(answer.worlds), futures=futures),)


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
