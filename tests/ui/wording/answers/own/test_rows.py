"""Own numbers and assumptions as rows of ranges, on an axis of their kind."""

import pytest

from planner.engine.run import warm_up_kernel
from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.studies.calibrate.calibrating import Calibration, calibrating
from tests.own_points import counted
from tests.studies.calibrate.own import ABOUT, with_points
from ui.wording.answers.own.answer import answer_of
from ui.wording.answers.own.rows import point_rows, reach_of_points, shift_rows


def _found(value: float) -> Calibration:
    warm_up_kernel()
    point = counted("enterprises", "chengdu", 2027 + 11 / 12, value, 0.03)
    return to_the_end(calibrating(Projector(), with_points(point), ABOUT))


@pytest.fixture(scope="module")
def fitted() -> Calibration:
    return _found(1385)


def test_that_a_number_stands_at_zero_and_the_futures_beside_it(fitted: Calibration) -> None:
    (row,) = point_rows(fitted)
    assert row.told == "1,385 in Dec 2027"
    assert row.before[1] == pytest.approx(fitted.scores[0].rows[0].off)
    assert row.after is not None
    assert abs(row.after[1]) < abs(row.before[1])
    assert reach_of_points((row,)) == max(map(abs, (*row.before, *row.after)))
    assert reach_of_points(()) == 0.1


def test_that_an_assumption_is_told_in_its_former_deviations(fitted: Calibration) -> None:
    first = shift_rows(fitted)[0]
    assert first.name == "Net growth of enterprises elsewhere"
    assert "→" in first.told
    assert first.told.endswith("%/yr")
    assert first.before[1] == 0
    assert first.before[2] - first.before[0] == pytest.approx(2.563)
    assert first.after is not None
    assert first.after[1] == pytest.approx(fitted.told[0].moved)


def test_that_what_is_refused_has_one_range_a_number_and_ranges_to_try() -> None:
    refused = _found(1750)
    assert point_rows(refused)[0].after is None
    assert refused.smoothed is not None
    assert len(shift_rows(refused)) == len(refused.smoothed.shifts)


def test_that_the_answer_to_keep_says_what_it_is(fitted: Calibration) -> None:
    answer = answer_of(fitted)
    assert (answer.study, answer.about) == ("numbers", ABOUT)
    assert answer.sentence.startswith("Fitted to your numbers")
    assert answer.stamp.draws == "calibrated"
