"""Where a scenario fails is said in the names, units and shares that people read."""

import pytest

from planner.model.scenario import Scenario
from planner.model.targets.target import Target
from planner.studies.answers.stamp import stamp_of
from planner.studies.discover.discovery import Discovery, Limit, MissBox
from ui.wording.answers.discover import (
    answer_of,
    bounds_text,
    box_figures,
    card_line,
    sentence,
    sentences,
)

TARGET = Target("used_compute", "at least", 3000.0, year=2030)
LIFE = Limit("accelerator_life", None, 4.25, 0.0, 0.4, 0.001)
GROWTH = Limit("platform_growth_2025", 0.3, None, 0.3, 1.0, 0.01)
REALIZED = Limit("domestic_realization", 0.9, 1.1, 0.2, 0.7, 0.02)


def test_that_bounds_are_said_in_units_people_use():
    assert bounds_text(LIFE) == "at most 4.25 years"
    assert bounds_text(GROWTH) == "at least 30.0%/yr"
    assert bounds_text(REALIZED) == "0.900 to 1.10"


def test_that_the_sentence_says_how_often_and_where_it_fails():
    assert " ".join(sentences(_found((LIFE, GROWTH)))) == (
        "Missed in 43% of futures. Where life of accelerators is at most 4.25 years and growth of "
        "platform use in 2025 is at least 30.0%/yr: 88% of futures miss, 71% of all misses."
    )


def test_that_one_limit_stands_alone_and_many_are_counted():
    assert "Where life of accelerators is at most 4.25 years: 88%" in sentence(_found((LIFE,)))
    found = _found((LIFE, GROWTH, REALIZED))
    assert "4.25 years, with 2 more limits: 88%" in sentence(found)
    assert "4.25 years, with one more limit: 88%" in sentence(_found((LIFE, GROWTH)))
    assert "and domestic chip growth that comes true is 0.900 to 1.10" in sentences(found)[1]


@pytest.mark.parametrize(
    ("missed", "said"),
    [
        (0.0, "Missed in no future."),
        (1.0, "Missed in all futures."),
        (0.4, "Missed in 40% of futures. No assumption tells these from the others."),
        (0.001, "Missed in 1% of futures. No assumption tells these from the others."),
        (float("nan"), "No future can be judged: all break a law of the model."),
    ],
)
def test_that_without_a_box_only_the_share_is_said(missed, said):
    assert sentence(_found((), missed)) == said


def test_that_a_card_says_what_counts_as_missed_and_how_good_a_box_is():
    found = _found((LIFE,))
    assert card_line(found) == "missed: Used compute: at least 3,000 EFLOPS, Dec 2030"
    assert box_figures(found.boxes[0]) == "71% of all misses; 88% of its futures miss"


def test_that_the_answer_is_about_what_the_target_asks():
    answer = answer_of(_found((LIFE, GROWTH)))
    assert (answer.about.outcome, answer.about.year) == ("used_compute", 2030)
    assert len(answer.table.rows) == 2


def _found(limits, missed=0.43):
    boxes = (MissBox(limits, 0.714, 0.878, 0.35, ((1.0, 0.43),)),) if limits else ()
    return Discovery("As it is", (TARGET,), missed, boxes, stamp_of(Scenario()))
