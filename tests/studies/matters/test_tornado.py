"""Each input low and high by itself, around the run at central values."""

import numpy as np
import pytest

from planner.engine.clock import Clock
from planner.engine.run import run_batch, warm_up_kernel
from planner.ensemble.progress import to_the_end
from planner.ensemble.sample import draw
from planner.model.scenario import (
    Scenario,
    assumption_spread,
    lever_at,
    with_assumption,
    with_lever,
)
from planner.quantities.spread import fixed
from planner.studies.answers.about import About
from planner.studies.matters.error import MattersError
from planner.studies.matters.tornado import Tornado, tornado
from tests.some import some

USED = About("used_compute", "", 2030)
SCENARIO = with_lever(Scenario(), "alibaba_plan", 760)


@pytest.fixture(scope="module")
def found() -> Tornado:
    warm_up_kernel()
    return to_the_end(tornado(SCENARIO, USED))


def _center(scenario: Scenario) -> float:
    clock = Clock(2030)
    run = run_batch(draw(scenario, 0, clock), clock, (USED.pair,))
    return float(run.center_of(USED.pair)[-1])


def test_that_an_assumption_at_its_ends_is_a_run_with_it_fixed_there(found: Tornado) -> None:
    for swing in some(found.of("assumption")[:3]):
        spread = assumption_spread(SCENARIO, swing.name)
        assert (swing.low, swing.high) == (spread.low, spread.high)
        ends = [
            _center(with_assumption(SCENARIO, swing.name, fixed(value)))
            for value in (spread.low, spread.high)
        ]
        np.testing.assert_allclose([swing.at_low, swing.at_high], ends, rtol=1e-5)


def test_that_a_lever_goes_over_its_usual_range(found: Tornado) -> None:
    for swing in some(found.of("lever")[:3]):
        row, _ = lever_at(swing.name)
        assert (swing.low, swing.high) == (row.low, row.high)
        ends = [_center(with_lever(SCENARIO, swing.name, value)) for value in (row.low, row.high)]
        np.testing.assert_allclose([swing.at_low, swing.at_high], ends)


def test_that_the_widest_comes_first_and_what_does_nothing_is_left_out(found: Tornado) -> None:
    widths = [each.width for each in some(found.swings)]
    assert widths == sorted(widths, reverse=True)
    assert widths[-1] > 0
    assert "voucher_budget.shanghai" not in {each.name for each in found.swings[:5]}


def test_that_the_middle_is_the_run_at_central_values(found: Tornado) -> None:
    assert found.center == pytest.approx(_center(SCENARIO))


def test_that_sums_of_places_are_known() -> None:
    about = About("enterprises", "beijing+shanghai", 2028)
    both = to_the_end(tornado(SCENARIO, about)).center
    parts = [
        to_the_end(tornado(SCENARIO, About("enterprises", place, 2028))).center
        for place in ("beijing", "shanghai")
    ]
    assert both == pytest.approx(sum(parts))


def test_that_a_year_beyond_the_run_is_refused() -> None:
    with pytest.raises(MattersError, match="the run ends in 2035"):
        next(tornado(SCENARIO, About("used_compute", "", 2040)))
