"""Values of single futures: those of the run that is drawn, of what was asked and nothing else."""

from dataclasses import replace

import numpy as np
import pytest

from planner.engine.clock import Clock
from planner.engine.run import run_batch, warm_up_kernel
from planner.ensemble import many
from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.ensemble.projection import MEDIAN, PerFuture, PerFutureValues, Request
from planner.ensemble.sample import draw
from planner.model.scenario import Scenario, baseline_under, with_lever
from tests.breaking_scenarios import SOME_BREAK

MOVED = with_lever(Scenario(futures=300), "alibaba_plan", 760)
USED = Request("used_compute")
YEARLY, MONTHLY = PerFuture(USED), PerFuture(USED, is_monthly=True, first=20)
GAINED = PerFuture(Request("used_compute", view="difference"))
HIT = PerFuture(Request("limit", state="chips"))


@pytest.fixture(scope="module")
def projector() -> Projector:
    projector = Projector()
    projector.warm_up()
    return projector


def _asked(projector: Projector, scenario: Scenario, *asked: PerFuture) -> PerFutureValues:
    found = to_the_end(projector.per_future(scenario, asked))
    assert found is not None
    return found


def _futures(scenario: Scenario) -> np.ndarray:
    warm_up_kernel()
    run = run_batch(draw(scenario, scenario.futures), Clock(scenario.last_year), (USED[:2],))
    return np.asarray(run.futures_of(USED[:2]))


def test_that_each_future_is_the_one_of_a_run_by_itself(projector: Projector) -> None:
    found = _asked(projector, MOVED, YEARLY, MONTHLY, GAINED)
    own, base = _futures(MOVED), _futures(baseline_under(MOVED))
    assert found.values[YEARLY].shape == (11, 300)
    np.testing.assert_array_equal(found.values[YEARLY], own[11::12])
    np.testing.assert_array_equal(found.values[MONTHLY], own[:, :20])
    np.testing.assert_array_equal(found.values[GAINED], (own - base)[11::12])


def test_that_the_median_of_the_values_is_the_line_that_is_drawn(projector: Projector) -> None:
    bands = projector.project(MOVED, (USED,)).series[USED].bands
    assert bands is not None
    values = _asked(projector, MOVED, YEARLY).values[YEARLY]
    np.testing.assert_allclose(np.median(values, axis=1), bands[MEDIAN, 11::12], rtol=1e-6)


def test_that_values_stand_beside_the_draws_they_come_of(projector: Projector) -> None:
    found = _asked(projector, MOVED, YEARLY)
    drawn = draw(MOVED, 300, chosen=found.chosen).drawn[:, 1:]
    assert drawn.shape[1] == found.futures == 300
    assert found.has((YEARLY,))
    assert not found.has((MONTHLY,))


def test_that_of_a_state_each_future_is_in_it_or_not(projector: Projector) -> None:
    share = projector.project(MOVED, (HIT.request,)).series[HIT.request].share
    assert share is not None
    values = _asked(projector, MOVED, HIT).values[HIT]
    assert set(np.unique(values)) == {0.0, 1.0}
    np.testing.assert_allclose(values.mean(axis=1), share[11::12], atol=1e-6)


def test_that_nothing_is_run_for_what_is_drawn_already(
    projector: Projector, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = with_lever(MOVED, "alibaba_plan", 770)
    projector.project(moved, (USED, GAINED.request))
    monkeypatch.setattr("planner.ensemble.runs.run_batch", None)
    assert _asked(projector, moved, YEARLY, GAINED).has((YEARLY, GAINED))


def test_that_a_future_is_undefined_from_where_it_breaks_a_law(projector: Projector) -> None:
    run = projector.project(SOME_BREAK, (USED,))
    assert run.breach is not None
    values = _asked(projector, SOME_BREAK, MONTHLY._replace(first=None)).values
    undefined = np.isnan(next(iter(values.values()))[-1])
    assert undefined.sum() == run.breach.left_out > 0


def test_that_of_too_many_futures_none_is_kept(
    projector: Projector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many, "fits", lambda *_: False)
    assert to_the_end(projector.per_future(replace(MOVED, seed=3), (YEARLY,))) is None


def test_that_of_too_many_futures_the_first_ones_that_are_asked_are_run(
    projector: Projector, monkeypatch: pytest.MonkeyPatch
) -> None:
    scenario = replace(MOVED, futures=1_000_000)
    few = PerFuture(USED, first=20)
    found = _asked(projector, scenario, few, few._replace(request=GAINED.request))
    assert found.futures == 20
    assert found.values[few].shape == (11, 20)
    drawn = to_the_end(projector.futures_at(scenario, [USED[:2]], [11], futures=20))
    np.testing.assert_array_equal(found.values[few][0], drawn[0, 0])
    assert to_the_end(projector.per_future(scenario, (few, YEARLY))) is None
