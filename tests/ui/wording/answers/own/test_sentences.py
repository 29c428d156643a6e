"""Sentences on own numbers, at their edges."""

from dataclasses import replace

import pytest

from planner.engine.run import warm_up_kernel
from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.studies.calibrate.calibrating import Calibration, calibrating
from planner.studies.calibrate.table import table_of
from tests.own_points import counted
from tests.studies.calibrate.own import ABOUT, with_points
from ui.wording.answers.own.sentences import (
    calibration_sentence,
    effective_line,
    figures_line,
    score_sentence,
    scores_text,
)


@pytest.fixture(scope="module")
def fitted() -> Calibration:
    warm_up_kernel()
    points = (
        counted("enterprises", "chengdu", 2027.9, 1385, 0.03),
        counted("used_compute", "", 2027.9, 1150, 0.05, "EFLOPS realized"),
    )
    return to_the_end(calibrating(Projector(), with_points(*points), ABOUT))


@pytest.fixture(scope="module")
def refused() -> Calibration:
    warm_up_kernel()
    point = counted("enterprises", "chengdu", 2027.9, 1700, 0.03)
    return to_the_end(calibrating(Projector(), with_points(point), ABOUT))


def test_that_a_score_says_how_many_lie_inside_and_where_medians_lean(fitted: Calibration) -> None:
    scores = fitted.scores[0]
    none = replace(scores, score=replace(scores.score, inside=0), bias=-0.123)
    one = replace(none, rows=none.rows[:1], bias=0.001)
    some = replace(scores, score=replace(scores.score, inside=1), bias=0.05)
    every = replace(scores, score=replace(scores.score, inside=2), bias=3.0)
    assert score_sentence(none) == (
        "None of your 2 numbers lies within the 80% range; medians are 12% below them on average."
    )
    assert score_sentence(one) == (
        "Your number lies outside the 80% range; medians lean to neither side."
    )
    assert score_sentence(some).startswith("One of your 2 numbers lies within")
    assert score_sentence(every).endswith("medians are 4.0 times as high on average.")
    assert "within the 80% range: " in figures_line(scores)
    assert "(80% expected), mean miss (CRPS)" in figures_line(scores)


def test_that_a_calibration_says_what_becomes_of_the_outcome(fitted: Calibration) -> None:
    said = calibration_sentence(fitted)
    assert said.startswith("Fitted to your numbers, AI enterprises in Chengdu in 2030: 2,")
    assert "instead of 1,8" in said
    assert said.endswith("Net growth of enterprises elsewhere moves up most.")
    still = replace(fitted, shifts=())
    assert calibration_sentence(still).endswith("No assumption moves by much.")
    falls = replace(fitted.shifts[0], after=fitted.shifts[0].before, before=fitted.shifts[0].after)
    assert calibration_sentence(replace(fitted, shifts=(falls,))).endswith("moves down most.")


def test_that_a_refusal_says_how_few_agree_and_which_range_would(refused: Calibration) -> None:
    said = calibration_sentence(refused)
    assert said.startswith("Not used: ")
    assert effective_line(refused) in said
    assert "50 are needed. They would need other ranges, of net growth of" in said
    assert refused.smoothed is not None
    bare = replace(refused, smoothed=replace(refused.smoothed, shifts=()))
    assert calibration_sentence(bare).endswith("50 are needed.")


def test_that_the_table_tells_what_was_found(fitted: Calibration, refused: Calibration) -> None:
    assert table_of(fitted).rows[0][0] == "outcome"
    assert {row[0] for row in table_of(fitted).rows[1:]} == {"assumption"}
    assert {row[0] for row in table_of(refused).rows[1:]} == {"range"}
    assert "smoother" in table_of(refused).notes[0]
    assert "in force" in table_of(fitted).notes[-1]
    rest = len(fitted.shifts) - len(fitted.told)
    assert table_of(fitted).notes[0] == f"{rest} other assumptions move by less."
    assert len(table_of(fitted, every=True).rows) == 1 + len(fitted.shifts)


def test_that_scores_are_told_before_and_once_fitted(
    fitted: Calibration, refused: Calibration
) -> None:
    said = scores_text(fitted)
    assert said.startswith(score_sentence(fitted.scores[0]))
    assert said.count("CRPS") == 2
    assert "; fitted: within the 80% range" in said
    assert scores_text(refused).count("CRPS") == 1
