"""Answers about money that are timed beside the others: the split of a budget, and what it buys."""

from collections.abc import Callable

from planner.ensemble.progress import to_the_end
from planner.model.scenario import Scenario
from planner.studies.answers.about import About
from planner.studies.money.money import money_of
from planner.studies.money.question import MoneyQuestion
from planner.studies.split.question import Question
from planner.studies.split.split import split_of


def split_of_places() -> Callable[[], object]:
    """Return the split of 500 M CNY a year, held to nine variants of the model."""
    question = Question(Scenario(), About("enterprises", "", 2030), most_each=200.0)
    return lambda: to_the_end(split_of(question))


def money_of_all() -> Callable[[], object]:
    """Return what 100 M CNY a year buy in each instrument by itself."""
    return lambda: to_the_end(money_of(MoneyQuestion(Scenario(), 2030)))
