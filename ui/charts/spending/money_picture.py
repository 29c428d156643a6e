"""The picture of what money buys: what the next enterprise costs over the budget of one use.

Beside it the costs of all, and figures of that one. Floor: charts.
"""

from math import inf, isfinite
from typing import Final

from planner.model.graph import model
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.money.result import Bought, Costs, MoneyAnswer
from planner.studies.spending.band import Band
from ui.charts.spending.axes import X_TICKS, Y_TICKS, range_of, ticks_of
from ui.charts.spending.picture import (
    BarRow,
    CurvePoint,
    Dot,
    FigureRow,
    Plot,
    SpendingPicture,
)
from ui.wording.answers.spending.money import next_text
from ui.wording.answers.spending.names import (
    MONEY,
    added,
    is_one,
    money,
    money_range,
    plain_money,
    short_name,
)
from ui.wording.figures.units import form_of
from ui.wording.numbers import signed_fixed
from ui.wording.sentences.names import percent
from ui.wording.translate import unit_text

_NONE: Final = "\N{EM DASH}"
_BEYOND: Final = 1.2
"""So many times the budget that is enough is seen of the axis at least."""


def money_picture(answer: MoneyAnswer, place: int) -> SpendingPicture:
    """Return the picture of an answer; `place` is the number of the use that is looked at."""
    costs = answer.costs[place]
    amount = answer.question.amount
    unit = unit_text(form_of(MONEY).shown)
    return SpendingPicture(
        _plot(answer, costs),
        translate("Money", "Cost of one, {unit}").format(unit=unit),
        translate("Money", "the next"),
        _bars(answer, place),
        _figures(costs.at(amount), costs, answer.question.worth),
    )


def _plot(answer: MoneyAnswer, costs: Costs) -> Plot:
    factor, worth = form_of(MONEY).factor, answer.question.worth
    curve = tuple(_points(costs, factor))
    ends = [end for each in curve for end in (each.low, each.high)]
    low, high = range_of([each.middle for each in curve], ends, [worth * factor])
    last = max(_last_told(costs) * factor, 1e-9)
    unit = unit_text(form_of(MONEY).shown)
    caption = translate("Money", "{name}: cost of the next one, {unit}")
    return Plot(
        caption=caption.format(name=_name(answer, costs), unit=unit),
        x_name=translate("Money", "{unit} a year in all").format(unit=unit),
        curve=curve,
        dots=_enough(costs, worth, factor),
        x_range=(0.0, last),
        y_range=(low, high),
        x_ticks=ticks_of(0.0, last, X_TICKS, numerals()),
        y_ticks=ticks_of(low, high, Y_TICKS, numerals()),
        at=costs.today * factor,
        level=worth * factor,
        level_text=translate("Money", "worth {money}").format(money=money(worth)),
    )


def _last_told(costs: Costs) -> float:
    """Return the whole budget up to which a next one has a price, or that is enough, M CNY."""
    steps = ((each, each.next_one) for each in costs.bought)
    told = [
        costs.today + after.until
        for _, after in steps
        if after is not None and isfinite(after.per_enterprise.median)
    ]
    if not told:
        return costs.today + costs.bought[-1].amount
    enough = costs.enough.median if costs.enough is not None else 0.0
    return max(*told, costs.today, _BEYOND * enough if isfinite(enough) else 0.0)


def _enough(costs: Costs, worth: float, factor: float) -> tuple[Dot, ...]:
    """Return the mark of the budget that is enough, where there is one."""
    if costs.enough is None or not 0 < costs.enough.median < inf:
        return ()
    return (Dot(costs.enough.median * factor, worth * factor, is_filled=True),)


def _points(costs: Costs, factor: float) -> list[CurvePoint]:
    """Return what the next one costs in the middle of each step of the budget."""
    return [
        CurvePoint(
            (costs.today + (each.amount + each.next_one.until) / 2) * factor,
            each.next_one.per_enterprise.median * factor,
            each.next_one.per_enterprise.low * factor,
            each.next_one.per_enterprise.high * factor,
            next_text(costs.today + each.amount, costs.today + each.next_one.until, each),
        )
        for each in costs.bought
        if each.next_one is not None
    ]


def _bars(answer: MoneyAnswer, place: int) -> tuple[BarRow, ...]:
    bought = [each.at(answer.question.amount) for each in answer.costs]
    prices = [each.per_enterprise.median for each in bought]
    most = max((each for each in prices if isfinite(each)), default=inf)
    return tuple(
        BarRow(
            _name(answer, costs),
            price / most if isfinite(price) else 0.0,
            _cost(each.per_enterprise),
            _NONE if each.next_one is None else _cost(each.next_one.per_enterprise),
            is_marked=number == place,
        )
        for number, (costs, each, price) in enumerate(
            zip(answer.costs, bought, prices, strict=True)
        )
    )


def _figures(bought: Bought, costs: Costs, worth: float) -> tuple[FigureRow, ...]:
    outcome = model().outcomes["enterprises"]
    rows = [
        FigureRow(
            translate("Money", "Enterprises"),
            added(bought.added.median, outcome),
            ""
            if is_one(bought.added)
            else translate("Money", "{low} to {high}").format(
                low=added(bought.added.low, outcome, bought.added.median),
                high=added(bought.added.high, outcome, bought.added.median),
            ),
            is_strong=True,
        ),
        FigureRow(
            translate("Money", "Each, less tax"),
            _cost(bought.net_per_enterprise),
            _range(bought.net_per_enterprise),
        ),
        FigureRow(
            translate("Money", "An EFLOPS in use"),
            _cost(bought.per_eflops),
            _range(bought.per_eflops),
        ),
    ]
    if isfinite(bought.back.median):
        text = translate("Money", "{share}%").format(share=percent(max(0.0, bought.back.median)))
        rows.append(FigureRow(translate("Money", "Back in tax"), text, ""))
    if bought.here is not None:
        rows.append(_moved(translate("Money", "In the place itself"), bought.here))
    if bought.elsewhere is not None:
        rows.append(_moved(translate("Money", "In other places"), bought.elsewhere))
    if costs.enough is not None and isfinite(costs.enough.median):
        name = translate("Money", "Worth {money} up to").format(money=money(worth))
        told = plain_money(costs.enough.median)
        rows.append(FigureRow(name, told, _range(costs.enough)))
    return tuple(rows)


def _moved(name: str, band: Band) -> FigureRow:
    """Return how many enterprises a place gains or loses, with its range."""
    median, low, high = (signed_fixed(each, 1, numerals()) for each in band.parts)
    span = translate("Money", "{low} to {high}").format(low=low, high=high)
    return FigureRow(name, median, "" if is_one(band) else span)


def _name(answer: MoneyAnswer, costs: Costs) -> str:
    """Return what a use is called: the place alone stands for its vouchers among many places."""
    return short_name(costs.instrument, only_vouchers=not answer.question.place)


def _cost(band: Band) -> str:
    return plain_money(band.median) if isfinite(band.median) else _NONE


def _range(band: Band) -> str:
    """Return the range of a cost; of one without an end how much it is at least."""
    if not isfinite(band.median) or is_one(band):
        return ""
    if isfinite(band.high):
        return money_range(band)
    text = translate("Money", "over {low}")
    return text.format(low=plain_money(band.low))
