"""What matters most as answers for report, workbook, session and terminal. Floor: wording."""

from typing import Final

from planner.model.scenario import Scenario
from planner.quantities.told import lists
from planner.studies.answers.about import About
from planner.studies.answers.answer import Answer
from planner.studies.answers.english import also_in_english
from planner.studies.answers.stamp import Stamp
from planner.studies.answers.table import AnswerTable
from planner.studies.matters.first_order import Matters
from planner.studies.matters.holding import Holding
from planner.studies.matters.tables import (
    table_of,
    title_text,
    tornado_table,
    totals_table,
    years_table,
)
from planner.studies.matters.tornado import Tornado
from planner.studies.matters.totals import Totals
from ui.wording.answers.matters import (
    holding_sentence,
    sentence,
    tornado_sentence,
    totals_sentence,
)

KEY: Final = "matters"


@also_in_english
def answer_of(
    scenario: Scenario, found: Matters, against: str = "", held: Holding | None = None
) -> Answer:
    """Return the shares in the year asked about, and whether they are `held` in variants."""
    said = _said(found, held)
    return _answer(scenario, found.about, said, table_of(found), found.stamp, against)


@also_in_english
def years_answer(
    scenario: Scenario, found: Matters, against: str = "", held: Holding | None = None
) -> Answer:
    """Return the shares over the years."""
    said = _said(found, held)
    return _answer(scenario, found.about, said, years_table(found), found.stamp, against)


@also_in_english
def totals_answer(scenario: Scenario, found: Totals, about: About) -> Answer:
    """Return the total indices."""
    said = totals_sentence(found, about)
    return _answer(scenario, about, said, totals_table(found, about), found.stamp)


@also_in_english
def tornado_answer(scenario: Scenario, found: Tornado) -> Answer:
    """Return what each input does alone."""
    said = tornado_sentence(found)
    return _answer(scenario, found.about, said, tornado_table(found), found.stamp)


def _said(found: Matters, held: Holding | None) -> str:
    said = sentence(found)
    return (
        said
        if held is None or not found.shares
        else lists.sentences((said, holding_sentence(held)))
    )


def _answer(
    scenario: Scenario,
    about: About,
    said: str,
    table: AnswerTable,
    stamp: Stamp,
    against: str = "",
) -> Answer:
    return Answer(KEY, title_text(), scenario.title, against, about, said, table, stamp)
