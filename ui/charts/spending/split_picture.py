"""The picture of a split: the frontier, what each use gets, and other splits. Floor: charts."""

from typing import Final

from planner.model.graph import model
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.split.question import NEXT, Question
from planner.studies.split.result import Margin, SplitAnswer
from ui.charts.spending.frontier import frontier_plot
from ui.charts.spending.picture import BarRow, FigureRow, SpendingPicture
from ui.wording.answers.spending.names import added, money, plain_money, short_name
from ui.wording.answers.spending.split import (
    effect_range,
    effect_text,
    goal_share,
    margin_text,
)
from ui.wording.numbers import signed_fixed

BARS: Final = 8
"""Uses that are shown at most: those that get the most, then those whose next money adds most."""


def split_picture(answer: SplitAnswer) -> SpendingPicture:
    """Return the picture of a split in the units that are shown."""
    question = answer.question
    budget = money(question.budget, "M CNY/yr")
    splits = [
        (translate("Split", "Best split"), answer.best),
        (translate("Split", "Even split"), answer.even),
    ]
    if answer.today is not None:
        splits.append((translate("Split", "In today's shares"), answer.today))
    return SpendingPicture(
        frontier_plot(answer),
        translate("Split", "Split of {budget}").format(budget=budget),
        _value_head(question),
        _bars(answer),
        tuple(
            FigureRow(
                name,
                effect_text(each, question) if each.met is None else goal_share(each.met),
                effect_range(each, question)
                if each.met is None
                else _with_sign(effect_text(each, question)),
                is_strong=place == 0,
            )
            for place, (name, each) in enumerate(splits)
        ),
    )


def _with_sign(number: str) -> str:
    """Return a number that is told as a change."""
    return f"+{number}" if number[:1].isdigit() else number


def _value_head(question: Question) -> str:
    """Return what stands over the value of a use: of a goal, points of futures that reach it."""
    text = translate("Split", "next {amount} add")
    if question.goal is not None:
        text = translate("Split", "next {amount}, points")
    return text.format(amount=plain_money(NEXT))


def _bars(answer: SplitAnswer) -> tuple[BarRow, ...]:
    question = answer.question
    only = all(each.kind == "vouchers" for each in question.among)
    amounts = dict(answer.order)
    margins = in_order(answer)
    size = max((abs(each.effect.median) for each in answer.next_money), default=1.0)
    most = max((*amounts.values(), 1e-9))
    outcome, best = model().outcomes[question.about.outcome], answer.best.met
    return tuple(
        BarRow(
            short_name(each.instrument, only_vouchers=only),
            amounts[each.instrument] / most,
            plain_money(amounts[each.instrument]),
            added(each.effect.median, outcome, size)
            if each.met is None or best is None
            else signed_fixed(100 * (each.met - best), 1, numerals()),
            tip=margin_text(each, question),
        )
        for each in margins
    )


def in_order(answer: SplitAnswer) -> tuple[Margin, ...]:
    """Return the uses that have a bar, from top to bottom."""
    following = {each.instrument: each for each in answer.next_money}
    return tuple(following[instrument] for instrument, _ in answer.order[:BARS])
