"""Answers that are kept beside the scenarios, one for each question."""

from dataclasses import replace

import pytest

from planner.files.session.answer_fields import ANSWERS_AT_MOST, CELLS_AT_MOST
from planner.studies.answers.about import About
from tests.reliability.reading.corpus_sessions import ANSWER
from ui.documents.sessions.kept_answers import KeptAnswers
from ui.engine.answered import Answered


@pytest.fixture
def kept(qapp):
    return KeptAnswers()


def _of(year, **changes):
    return Answered(replace(ANSWER, about=About("enterprises", "", year), **changes))


def test_that_an_answer_takes_the_place_of_one_to_the_same_question(kept, qtbot):
    kept.keep([_of(2028), _of(2030)])
    with qtbot.waitSignal(kept.changed):
        kept.keep([_of(2028, sentence="Another one.")])
    assert [each.answer.about.year for each in kept.all] == [2028, 2030]
    assert kept.all[0].answer.sentence == "Another one."


def test_that_answers_on_another_scenario_stand_beside_it(kept):
    kept.keep([_of(2030), _of(2030, scenario="Other"), _of(2030, against="Other")])
    assert len(kept.all) == 3
    kept.remove(1)
    assert [each.answer.scenario for each in kept.all] == ["Hostile", "Hostile"]
    kept.clear()
    assert kept.all == ()


def test_that_the_oldest_gives_way_where_a_file_takes_no_more(kept):
    kept.keep(_of(2030, scenario=str(number)) for number in range(ANSWERS_AT_MOST + 1))
    assert kept.is_full
    assert [each.answer.scenario for each in kept.all][:1] == ["1"]


def test_that_an_answer_too_large_for_a_file_is_kept_in_the_window_alone(kept):
    rows = (("a", 1.0),) * (CELLS_AT_MOST // 2 + 1)
    kept.keep([_of(2030, table=replace(ANSWER.table, rows=rows)), _of(2028)])
    assert len(kept.all) == 2
    assert [each.about.year for each in kept.to_store] == [2028]
