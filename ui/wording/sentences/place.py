"""The sentence on one place: its voucher budget, what it gains, what that costs, what others lose.

Floor: wording, no Qt.
"""

from dataclasses import dataclass
from math import isfinite

from planner.model.sums import members
from planner.quantities.told.lists import with_more
from planner.quantities.told.months import month_of_time
from planner.storage.sentences.catalog import translate
from planner.studies.comparison import Row
from planner.studies.parts.budget import BudgetUse
from ui.wording.figures.added_cost import AddedCost, beside_cost, cost_figure
from ui.wording.sentences.change import is_moved, range_beside, size_of_change
from ui.wording.sentences.names import others_text, place_within


@dataclass(frozen=True, slots=True)
class PlaceNumbers:
    """What is told of a place in a year that its run, to the end of `last_year`, knows.

    `enterprises` and `others` are rows of changes, None where there is nothing to hold against;
    `each` is what each of these costs, where vouchers alone are changed.
    """

    area: str
    year: int
    last_year: int
    budget: BudgetUse | None = None
    enterprises: Row | None = None
    each: AddedCost | None = None
    others: Row | None = None


def place_sentence(numbers: PlaceNumbers) -> str:
    """Return all that is told of a place; empty where nothing is."""
    clauses = (
        "" if numbers.budget is None else budget_clause(numbers.budget, numbers.last_year),
        added_clause(numbers),
        others_clause(numbers.others),
    )
    said = translate("Sentences", "; ").join(filter(None, clauses))
    text = translate("Sentences", "{place}: {said}.")
    return text.format(place=place_within(numbers.area), said=said) if said else ""


def budget_clause(budget: BudgetUse, last_year: int) -> str:
    """Return from when the year's budget is fully used, with the dates of 80% of futures."""
    dates = _dates(budget)
    if budget.first is None:
        text = translate("Sentences", "the year's budget is never fully used by {year}{dates}")
        return text.format(year=last_year, dates=dates)
    text = translate("Sentences", "the year's budget is fully used from {month}{dates}")
    if not budget.stays:
        text = translate("Sentences", "the year's budget is first fully used in {month}{dates}")
    return text.format(month=month_of_time(budget.first), dates=dates)


def _dates(budget: BudgetUse) -> str:
    if budget.early is None or budget.early == budget.late:
        return ""
    low = month_of_time(budget.early)
    if budget.late is None:
        return translate("Sentences", " (80%: {low} or later)").format(low=low)
    text = translate("Sentences", " (80%: {low} to {high})")
    return text.format(low=low, high=month_of_time(budget.late))


def added_clause(numbers: PlaceNumbers) -> str:
    """Return how many enterprises more or fewer there are, and the added money for each."""
    row = numbers.enterprises
    if row is None or row.cells[-1].difference is None or not isfinite(_change(row)):
        return ""
    if not is_moved(row):
        return translate("Sentences", "enterprises as before by the end of {year}").format(
            year=row.year
        )
    text = translate("Sentences", "{count} more enterprises by the end of {year}{range}{money}")
    if _change(row) < 0:
        text = translate(
            "Sentences", "{count} fewer enterprises by the end of {year}{range}{money}"
        )
    return text.format(
        count=size_of_change(row),
        year=row.year,
        range=range_beside(row, row.cells[-1].difference),
        money=_money(numbers),
    )


def _money(numbers: PlaceNumbers) -> str:
    """Return what each costs, with its range and the average of all that vouchers added."""
    each, row = numbers.each, numbers.enterprises
    if each is None or row is None:
        return ""
    text = translate("Sentences", ", {money} of added vouchers for each")
    if _change(row) < 0:
        text = translate("Sentences", ", {money} of vouchers saved for each")
    return with_more(text.format(money=cost_figure(each)), beside_cost(each))


def others_clause(row: Row | None) -> str:
    """Return what all other places together lose or gain; empty where that is less than one."""
    if row is None or not is_moved(row):
        return ""
    text = translate("Sentences", "{others} gain {count}")
    if _change(row) < 0:
        text = translate("Sentences", "{others} lose {count}")
    others = others_text(len(members(row.request.element)))
    return text.format(others=others, count=size_of_change(row))


def _change(row: Row) -> float:
    found = row.cells[-1].difference
    return 0.0 if found is None else found.median
