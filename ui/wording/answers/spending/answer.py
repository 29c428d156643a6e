"""Answers about money as they are kept: for window, report and terminal alike. Floor: wording."""

from typing import Final

from planner.quantities.told.lists import sentences
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.answers.answer import Answer
from planner.studies.answers.english import also_in_english
from planner.studies.money import table as money_tables
from planner.studies.money.result import MoneyAnswer
from planner.studies.split.result import SplitAnswer
from planner.studies.split.table import table_of
from ui.wording.answers.spending import money, split

SPLIT: Final = "split"
MONEY: Final = "money"


@also_in_english
def split_answer(found: SplitAnswer) -> Answer:
    """Return a split with all of its sentences."""
    told = (split.sentence, split.unspent_sentence, split.worlds_sentence)
    return Answer(
        study=SPLIT,
        title=translate("Split", "How to split a budget?"),
        scenario=found.question.scenario.title,
        against="",
        about=found.question.about,
        sentence=sentences(each(found) for each in told),
        table=table_of(found),
        stamp=found.stamp,
    )


@also_in_english
def money_answer(found: MoneyAnswer) -> Answer:
    """Return what money buys, with the cheapest use of it for enterprises and for compute.

    Of one place it is said of each of its own uses too what the amount buys there.
    """
    place, own = found.question.place, list[str]()
    if place:
        of_place = [each for each in found.costs if each.instrument.place]
        own = [money.place_sentence(each, found.question) for each in of_place]
    return Answer(
        study=MONEY,
        title=translate("Money", "What does a yuan buy?"),
        scenario=found.question.scenario.title,
        against="",
        about=About("enterprises", place, found.question.year),
        sentence=sentences((*own, money.sentences(found))),
        table=money_tables.table_of(found),
        stamp=found.stamp,
    )
