"""What each enterprise costs that a change of vouchers adds, and what all of them cost on average.

Two numbers that are easily taken for one another: extra money by extra enterprises, future by
future, and all voucher money so far by all enterprises that vouchers added, which is what the card
tells. Sentences and the path drawer say both, here, by name. Floor: wording, no Qt.
"""

from dataclasses import dataclass
from math import floor, inf, isfinite, log10
from typing import Final

from planner.ensemble.projection import Projection, Request, Series
from planner.quantities.shown import with_unit
from planner.quantities.telling import ends_told, telling_decimals
from planner.quantities.told.lists import between, clauses
from planner.quantities.told.numerals import numerals
from planner.quantities.unit_forms import UnitForm
from planner.storage.sentences.catalog import translate
from ui.wording.figures.units import form_of_one
from ui.wording.numbers import fixed
from ui.wording.translate import unit_text

PAID: Final = "voucher_spend_cumulative"
_AVERAGE: Final = "public_cost_per_added_enterprise"
_LOW, _HIGH = 0, -1


@dataclass(frozen=True, slots=True)
class AddedCost:
    """M CNY for each enterprise that there is more, or saved for each less.

    `low` and `high` are P10 and P90, None where there is no range; where in some futures money is
    moved and enterprises are not, the latter is infinite. `average` is that of all that vouchers
    added, None where there is no such number.
    """

    median: float
    low: float | None = None
    high: float | None = None
    average: float | None = None


def added_cost_requests(area: str) -> tuple[Request, Request]:
    """Return what the cost in a place needs from a run; of no place, in all of them."""
    return Request(PAID, area, "per_enterprise"), Request(_AVERAGE, area)


def added_cost(run: Projection, area: str, month: int) -> AddedCost | None:
    """Return the cost in a month; None where a run does not know one, or futures do not agree."""
    each, average = (run.series.get(request) for request in added_cost_requests(area))
    median = _in_month(each, month)
    if each is None or median is None:
        return None
    ends = None
    if each.bands is not None:
        ends = ends_told(float(each.bands[_LOW, month]), float(each.bands[_HIGH, month]))
    low, high = ends or (None, None)
    return AddedCost(median, low, high, _in_month(average, month))


def cost_figure(cost: AddedCost) -> str:
    """Return the cost with its unit, with two digits."""
    form = form_of_one()
    return with_unit(_told(cost.median, form), unit_text(form.shown))


def beside_cost(cost: AddedCost) -> str:
    """Return the range in which the cost lies in 80% of futures, and the average, without unit."""
    return clauses((_span(cost), _average(cost)))


def _span(cost: AddedCost) -> str:
    if cost.low is None or cost.high is None:
        return ""
    form = form_of_one()
    low = _told(cost.low, form)
    if cost.high == inf:
        return translate("Sentences", "80%: {low} or more").format(low=low)
    span = between(low, _told(cost.high, form))
    return translate("Sentences", "80%: {range}").format(range=span)


def _average(cost: AddedCost) -> str:
    if cost.average is None:
        return ""
    text = translate("Sentences", "{average} on average for all that vouchers added")
    return text.format(average=_told(cost.average, form_of_one()))


def _told(value: float, form: UnitForm) -> str:
    """Return a positive number of the model with two digits: futures differ by more than that."""
    shown = value * form.factor
    size = 10.0 ** (floor(log10(shown)) - 1)
    rounded = round(shown / size) * size
    return fixed(rounded, max(0, telling_decimals(rounded) - 1), numerals())


def _in_month(series: Series | None, month: int) -> float | None:
    """Return a number above zero, None where there is none."""
    if series is None or month >= len(series.line):
        return None
    value = float(series.line[month])
    return value if isfinite(value) and value > 0 else None
