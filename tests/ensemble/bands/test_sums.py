"""Bands of a sum of elements: summed in each future, before anything is counted or compared."""

import numpy as np
import pytest

from planner.engine.clock import Clock
from planner.engine.run import run_batch
from planner.ensemble.bands import stream
from planner.ensemble.bands.exact import quantiles
from planner.ensemble.many import Projector
from planner.ensemble.projection import VIEWS, Request, Sparse, View
from planner.ensemble.sample import draw
from planner.model.scenario import Scenario, baseline_under, with_lever
from planner.model.sums import others_of, together

AREAS = ("beijing", "shenzhen", "henan")
OTHERS = others_of(("chengdu",))
MORE = with_lever(Scenario(futures=300), "voucher_budget.chengdu", 3000)
PAIRS = tuple(("enterprises", area) for area in AREAS)


@pytest.fixture(scope="module")
def projector() -> Projector:
    projector = Projector()
    projector.warm_up()
    return projector


@pytest.mark.parametrize("view", VIEWS)
def test_that_a_sum_is_taken_future_by_future_and_not_of_medians(projector: Projector, view: View):
    apart = [Request("enterprises", area, view) for area in AREAS]
    asked = Request("enterprises", together(AREAS), view)
    series = projector.project(MORE, [*apart, asked]).series
    found, below = (_summed(each) for each in (MORE, baseline_under(MORE)))
    wanted = {
        "absolute": found,
        "difference": found - below,
        "percent": 100 * (found - below) / below,
        "index": 100 * found / found[:1],
    }[view]
    bands = series[asked].bands
    assert bands is not None
    np.testing.assert_allclose(bands, quantiles(wanted.copy()), rtol=1e-4, atol=2e-3)
    medians = sum(series[each].line for each in apart)
    assert not np.allclose(bands[2], medians, rtol=1e-6, atol=1e-4)


def test_that_what_others_lose_and_the_one_gains_make_up_what_all_gain(projector: Projector):
    asked = [Request("enterprises", each, "difference") for each in ("chengdu", OTHERS, "")]
    one, others, whole = (projector.project(MORE, asked).series[each].center for each in asked)
    np.testing.assert_allclose(one + others, whole, atol=1e-3)
    assert others[-1] < 0 < one[-1]


def test_that_a_sum_is_known_in_a_drag_too(projector: Projector):
    request = Request("enterprises", OTHERS, "difference")
    whole = projector.project(MORE, [request]).series[request].bands
    yearly = Sparse((request,), frozenset({request}), 71)
    drag = projector.project(MORE, [request], bands=yearly).series[request].bands
    drawn = projector.project(MORE, [request], bands=Sparse((request,), frozenset()))
    assert whole is not None
    assert drag is not None
    np.testing.assert_allclose(drag[:, 71], whole[:, 71], atol=1e-3)
    lines = drawn.series[request].bands
    assert lines is not None
    np.testing.assert_allclose(lines[:, ::12], whole[:, ::12], atol=0.05 * np.abs(whole).max())


def test_that_more_futures_than_fit_in_memory_are_summed_alike(
    projector: Projector, monkeypatch: pytest.MonkeyPatch
):
    request = Request("enterprises", OTHERS, "difference")
    exact = projector.project(MORE, [request]).series[request].bands
    monkeypatch.setattr("planner.ensemble.many.fits", lambda *_: False)
    monkeypatch.setattr(stream, "LARGEST_PIECE", 128)
    counted = Projector().project(MORE, [request]).series[request].bands
    assert exact is not None
    assert counted is not None
    reach = (exact[-1] - exact[0]).max()
    np.testing.assert_allclose(counted, exact, atol=0.005 * reach)


def _summed(scenario: Scenario) -> np.ndarray:
    run = run_batch(draw(scenario, 300), Clock(scenario.last_year), PAIRS)
    return run.all_futures_of(PAIRS).astype(np.float64).sum(axis=0)
