"""What every answer consists of: what it is about, its stamp and its table."""

from dataclasses import replace

import pytest

from planner.model.graph import model
from planner.model.scenario import Scenario
from planner.studies.answers.about import About, AboutError, check_about
from planner.studies.answers.answer import Answer
from planner.studies.answers.stamp import Stamp, stamp_of
from planner.studies.answers.table import AnswerColumn, AnswerTable

COLUMNS = (AnswerColumn("lever", "Lever"), AnswerColumn("part", "Part", "EFLOPS"))


def test_that_a_question_is_about_december_of_its_year():
    about = About("used_compute", "", 2030)
    assert about.month == 6 * 12 - 1
    assert about.request("difference") == ("used_compute", "", "difference", "")
    assert about.pair == ("used_compute", "")


@pytest.mark.parametrize(
    ("about", "said"),
    [
        (About("nothing", "", 2030), "there is no outcome nothing"),
        (About("enterprises", "tokyo", 2030), "is not known for tokyo"),
        (About("enterprises", "", 2024), "the year is 2024"),
        (About("rent", "chengdu+beijing", 2030), "is not known for"),
    ],
)
def test_that_a_question_about_nothing_is_refused_in_one_sentence(about, said):
    with pytest.raises(AboutError, match=said):
        check_about(about)


def test_that_a_question_may_be_about_a_sum_of_places_but_not_about_what_is_counted():
    summed = About("enterprises", "beijing+chengdu", 2030)
    assert check_about(summed) == summed
    counted = next(key for key, row in model().outcomes.items() if row.is_counted)
    with pytest.raises(AboutError, match="no number"):
        check_about(About(counted, "", 2030))


def test_that_a_stamp_holds_how_the_futures_were_drawn():
    scenario = Scenario(seed=7, futures=400, draws="as drawn")
    assert stamp_of(scenario) == Stamp(7, "as drawn", 400, model().version)
    assert stamp_of(scenario, 250).futures == 250


def test_that_an_answer_on_fewer_futures_than_there_are_says_so_once_and_why():
    many = Scenario(futures=1_000_000)
    said = (
        "10,000 of 1,000,000 futures are used: all of them would take long and hardly change the "
        "answer."
    )
    table = AnswerTable("Why", COLUMNS, (("network", 84.0),), ("Means, which add up.",))
    about = About("used_compute", "", 2030)
    kept = Answer("why", "Why", "Both", "", about, "", table, stamp_of(many, 10_000))
    assert kept.table.notes == (said, "Means, which add up.")
    assert replace(kept, sentence="A fifth.").table.notes == kept.table.notes
    whole = Answer("why", "Why", "Both", "", about, "", table, stamp_of(many))
    assert whole.table.notes == ("Means, which add up.",)
    assert stamp_of(many, 0).fewer == ""


def test_that_a_row_of_a_table_fits_its_columns():
    table = AnswerTable("Why", COLUMNS, (("network", 84.0), ("rest", None)))
    about = About("used_compute", "", 2030)
    stamp = stamp_of(Scenario())
    kept = Answer("why", "Why", "Both", "", about, "A fifth is both.", table, stamp)
    assert kept.table.rows[0] == ("network", 84.0)
    with pytest.raises(ValueError, match="does not fit"):
        AnswerTable("Why", COLUMNS, (("network",),))
