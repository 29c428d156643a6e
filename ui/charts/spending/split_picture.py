"""The picture of a split: the frontier, what each use gets, and other splits. Floor: charts."""

from typing import Final

from planner.model.graph import model
from planner.studies.split.question import NEXT, Question
from planner.studies.split.result import Margin, SplitAnswer, Tried
from ui.charts.spending.axes import X_TICKS, Y_TICKS, range_of, ticks_of
from ui.charts.spending.picture import BarRow, CurvePoint, Dot, FigureRow, Plot, SpendingPicture
from ui.wording.answers.spending.names import MONEY, added, plain_money, short_name
from ui.wording.answers.spending.split import (
    added_title,
    effect_range,
    effect_text,
    frontier_text,
    margin_text,
)
from ui.wording.figures.units import form_of
from ui.wording.sentences.speech import Speech, percent

BARS: Final = 8
"""Uses that are shown at most: those that get the most, then those whose next money adds most."""


def split_picture(answer: SplitAnswer, speech: Speech) -> SpendingPicture:
    """Return the picture of a split in the units that are shown."""
    tr, question = speech.translate, answer.question
    budget = plain_money(question.budget, speech)
    splits = [(tr("Split", "Best split"), answer.best), (tr("Split", "Even split"), answer.even)]
    if answer.today is not None:
        splits.append((tr("Split", "In today's shares"), answer.today))
    return SpendingPicture(
        _plot(answer, speech),
        tr("Split", "Split of {budget}").format(budget=budget),
        tr("Split", "next {amount} add").format(amount=plain_money(NEXT, speech)),
        _bars(answer, speech),
        tuple(
            FigureRow(
                name,
                effect_text(each, question, speech),
                effect_range(each, question, speech)
                if each.met is None
                else _reached(each, speech),
                is_strong=place == 0,
            )
            for place, (name, each) in enumerate(splits)
        ),
    )


def _reached(tried: Tried, speech: Speech) -> str:
    """Return the share of futures that reach the goal, which stands where the range does else."""
    share = percent(tried.met or 0.0)
    return speech.translate("Split", "reached in {share}%").format(share=share)


def _plot(answer: SplitAnswer, speech: Speech) -> Plot:
    question = answer.question
    factor = form_of(model().outcomes[question.about.outcome].told_in).factor
    money = form_of(MONEY).factor
    curve = tuple(_point(each, question, speech) for each in answer.frontier)
    others = [each for each in (answer.even, answer.today) if each is not None]
    dots = [Dot(each.spent * money, each.effect.median * factor, False) for each in others]
    dots.append(Dot(answer.best.spent * money, answer.best.effect.median * factor, True))
    ends = [end for each in curve for end in (each.low, each.high)]
    low, high = range_of([each.middle for each in curve], ends, [dot.y for dot in dots])
    last = max(curve[-1].x, question.budget * money)
    unit = speech.unit(form_of(MONEY).shown)
    return Plot(
        caption=added_title(question, speech),
        x_name=speech.translate("Split", "{unit} a year, best split").format(unit=unit),
        curve=curve,
        dots=tuple(dots),
        x_range=(0.0, last),
        y_range=(low, high),
        x_ticks=ticks_of(0.0, last, X_TICKS, speech.numerals),
        y_ticks=ticks_of(low, high, Y_TICKS, speech.numerals),
        at=question.budget * money,
        is_taken=True,
    )


def _point(tried: Tried, question: Question, speech: Speech) -> CurvePoint:
    factor = form_of(model().outcomes[question.about.outcome].told_in).factor
    middle, low, high = (each * factor for each in tried.effect.parts)
    x = tried.spent * form_of(MONEY).factor
    return CurvePoint(x, middle, low, high, frontier_text(tried, question, speech))


def _bars(answer: SplitAnswer, speech: Speech) -> tuple[BarRow, ...]:
    question = answer.question
    only = all(each.kind == "vouchers" for each in question.among)
    amounts = dict(answer.order)
    margins = in_order(answer)
    size = max((abs(each.effect.median) for each in answer.next_money), default=1.0)
    most = max((*amounts.values(), 1e-9))
    outcome = model().outcomes[question.about.outcome]
    return tuple(
        BarRow(
            short_name(each.instrument, speech, only_vouchers=only),
            amounts[each.instrument] / most,
            plain_money(amounts[each.instrument], speech),
            added(each.effect.median, outcome, speech, size),
            tip=margin_text(each, question, speech),
        )
        for each in margins
    )


def in_order(answer: SplitAnswer) -> tuple[Margin, ...]:
    """Return the uses that have a bar, from top to bottom."""
    amounts = dict(answer.order)

    def rank(margin: Margin) -> tuple[float, float]:
        return -amounts[margin.instrument], -margin.effect.median

    return tuple(sorted(answer.next_money, key=rank)[:BARS])
