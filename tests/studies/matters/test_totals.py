"""Total indices of the model: one streamed run for every outcome, on independent draws."""

import numpy as np
import pytest

from planner.engine.run import warm_up_kernel
from planner.ensemble.draws.drawn import drawn_assumptions
from planner.ensemble.progress import to_the_end
from planner.ensemble.projection import Request
from planner.model.scenario import Scenario
from planner.studies.answers.about import About
from planner.studies.matters.error import MattersError
from planner.studies.matters.totals import Totals, totals, whole_requests
from tests.some import some
from tests.studies.matters.few_drawn import FEW, with_few_drawn

USED = About("used_compute", "", 2030)
CHENGDU = About("enterprises", "chengdu", 2030)


@pytest.fixture(scope="module")
def found() -> Totals:
    warm_up_kernel()
    return to_the_end(totals(with_few_drawn(), 1024, [CHENGDU.request()]))


def test_that_it_tells_of_every_outcome_of_the_whole_and_of_what_was_asked(found: Totals) -> None:
    assert len(whole_requests()) > 40
    assert set(found.requests) == {*whole_requests(), Request("enterprises", "chengdu")}
    assert found.knows(USED)
    assert found.knows(CHENGDU)
    assert not found.knows(About("enterprises", "beijing", 2030))
    assert not found.knows(About("used_compute", "", 2031))


def test_that_a_total_is_at_least_what_is_explained_alone(found: Totals) -> None:
    told = some(found.of(USED))
    for each in told:
        assert each.total >= each.first - each.first_reach - each.total_reach
    assert [each.total for each in told] == sorted((each.total for each in told), reverse=True)


def test_that_what_is_explained_alone_never_adds_to_more_than_all(found: Totals) -> None:
    told = found.of(USED)
    reach = np.sqrt(sum(each.first_reach**2 for each in told))
    assert sum(each.first for each in told) < 1 + reach
    assert sum(each.total for each in told) > 1 - reach


def test_that_what_plays_no_part_in_an_outcome_has_no_share_of_it(found: Totals) -> None:
    cooling = next(each for each in found.of(About("chip_orders", "", 2028)) if each.name == "pue")
    assert cooling.total < 1e-6


def test_that_draws_are_said_to_be_independent_and_counted(found: Totals) -> None:
    assert found.stamp.draws == "as drawn"
    assert found.stamp.futures == 1024 * (len(FEW) + 2)


def test_that_correlations_of_the_model_play_no_part() -> None:
    from planner.studies.matters.totals import _samples

    scenario = Scenario()
    names = drawn_assumptions(scenario)
    first, second = _samples(scenario, names, 2048)
    places = [names.index(each) for each in ("efficiency_supernode", "efficiency_standalone")]
    for one, other in ((first, first), (second, second), (first, second)):
        assert abs(np.corrcoef(one[places[0]], other[places[1]])[0, 1]) < 0.05


def test_that_progress_is_told_for_each_assumption() -> None:
    steps = list(totals(with_few_drawn(), 128))
    assert len(steps) == len(FEW)
    assert steps == sorted(steps)


def test_that_a_number_of_points_that_is_no_power_of_two_is_refused() -> None:
    with pytest.raises(MattersError, match="a power of two from 128 to 8,192"):
        next(totals(Scenario(), 1000))
