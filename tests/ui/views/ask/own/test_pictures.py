"""What the card of own numbers draws, and what a report has of it."""

import pytest

from planner.engine.run import warm_up_kernel
from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.studies.calibrate.calibrating import Calibration, calibrating
from tests.own_points import counted
from tests.studies.calibrate.own import ABOUT, with_points
from ui.views.ask.own.pictures import pictures_of


@pytest.fixture(scope="module")
def fitted() -> Calibration:
    warm_up_kernel()
    point = counted("enterprises", "chengdu", 2027.9, 1385, 0.03)
    return to_the_end(calibrating(Projector(), with_points(point), ABOUT))


def test_that_a_report_has_what_the_numbers_tell_and_a_card_every_assumption(fitted) -> None:
    told, every = pictures_of(fitted), pictures_of(fitted, every=True)
    assert len(told.shifts.rows) == len(fitted.told)
    assert len(every.shifts.rows) == len(fitted.shifts)
    assert told.points == every.points
    assert told.points.ends[0] == -told.points.ends[1]
