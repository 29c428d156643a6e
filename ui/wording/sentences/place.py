"""The sentence on one place: its voucher budget, what it gains, what that costs, what others lose.

Floor: wording, no Qt.
"""

from dataclasses import dataclass
from math import floor, isfinite, log10

from planner.model.sums import members
from planner.quantities.shown import with_unit
from planner.quantities.telling import telling_decimals
from planner.studies.comparison import Row
from planner.studies.parts.budget import BudgetUse
from ui.wording.figures.units import form_of
from ui.wording.numbers import fixed
from ui.wording.sentences.change import is_moved, range_beside, size_of_change
from ui.wording.sentences.speech import Speech

_MONEY = "M CNY"


@dataclass(frozen=True, slots=True)
class PlaceNumbers:
    """What is told of a place in a year that its run, to the end of `last_year`, knows.

    `enterprises` and `others` are rows of changes, None where there is nothing to hold against;
    `each` is the added money per added enterprise, in M CNY.
    """

    area: str
    year: int
    last_year: int
    budget: BudgetUse | None = None
    enterprises: Row | None = None
    each: float | None = None
    others: Row | None = None


def place_sentence(numbers: PlaceNumbers, speech: Speech) -> str:
    """Return all that is told of a place; empty where nothing is."""
    clauses = (
        "" if numbers.budget is None else budget_clause(numbers.budget, numbers.last_year, speech),
        added_clause(numbers, speech),
        others_clause(numbers.others, speech),
    )
    said = speech.translate("Sentences", "; ").join(filter(None, clauses))
    text = speech.translate("Sentences", "{place}: {said}.")
    return text.format(place=speech.place(numbers.area), said=said) if said else ""


def budget_clause(budget: BudgetUse, last_year: int, speech: Speech) -> str:
    """Return from when the year's budget is fully used, with the dates of 80% of futures."""
    dates = _dates(budget, speech)
    if budget.first is None:
        text = speech.translate(
            "Sentences", "the year's budget is never fully used by {year}{dates}"
        )
        return text.format(year=last_year, dates=dates)
    text = speech.translate("Sentences", "the year's budget is fully used from {month}{dates}")
    if not budget.stays:
        text = speech.translate(
            "Sentences", "the year's budget is first fully used in {month}{dates}"
        )
    return text.format(month=speech.month(budget.first), dates=dates)


def _dates(budget: BudgetUse, speech: Speech) -> str:
    if budget.early is None or budget.early == budget.late:
        return ""
    low = speech.month(budget.early)
    if budget.late is None:
        return speech.translate("Sentences", " (80%: {low} or later)").format(low=low)
    text = speech.translate("Sentences", " (80%: {low} to {high})")
    return text.format(low=low, high=speech.month(budget.late))


def added_clause(numbers: PlaceNumbers, speech: Speech) -> str:
    """Return how many enterprises more or fewer there are, and the added money for each."""
    row = numbers.enterprises
    if row is None or row.cells[-1].difference is None or not isfinite(_change(row)):
        return ""
    if not is_moved(row):
        return speech.translate("Sentences", "enterprises as before by the end of {year}").format(
            year=row.year
        )
    text = speech.translate(
        "Sentences", "{count} more enterprises by the end of {year}{range}{money}"
    )
    if _change(row) < 0:
        text = speech.translate(
            "Sentences", "{count} fewer enterprises by the end of {year}{range}{money}"
        )
    return text.format(
        count=size_of_change(row, speech),
        year=row.year,
        range=range_beside(row, row.cells[-1].difference, speech),
        money=_money(numbers, speech),
    )


def _money(numbers: PlaceNumbers, speech: Speech) -> str:
    """Return the money for each, about: the median of the one by that of the other."""
    each, row = numbers.each, numbers.enterprises
    if each is None or row is None:
        return ""
    form = form_of(_MONEY)
    money = with_unit(_about(each * form.factor, speech), speech.unit(form.shown))
    text = speech.translate("Sentences", ", about {money} of added vouchers each")
    if _change(row) < 0:
        text = speech.translate("Sentences", ", about {money} of vouchers saved for each")
    return text.format(money=money)


def _about(value: float, speech: Speech) -> str:
    """Return a positive number with two telling digits: a quotient of medians is no surer."""
    size = 10.0 ** (floor(log10(value)) - 1)
    rounded = round(value / size) * size
    return fixed(rounded, max(0, telling_decimals(rounded) - 1), speech.numerals)


def others_clause(row: Row | None, speech: Speech) -> str:
    """Return what all other places together lose or gain; empty where that is less than one."""
    if row is None or not is_moved(row):
        return ""
    text = speech.translate("Sentences", "{others} gain {count}")
    if _change(row) < 0:
        text = speech.translate("Sentences", "{others} lose {count}")
    others = speech.others(len(members(row.request.element)))
    return text.format(others=others, count=size_of_change(row, speech))


def _change(row: Row) -> float:
    found = row.cells[-1].difference
    return 0.0 if found is None else found.median
