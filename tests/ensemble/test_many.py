"""Center lines and bands: deterministic, shared between scenarios, the same in every view."""

import numpy as np
import pytest

from planner.ensemble import many
from planner.ensemble.bands import stream
from planner.ensemble.bands.exact import quantiles
from planner.ensemble.draws.drawn import drawn_assumptions
from planner.ensemble.many import Projector, all_requests, month_labels
from planner.ensemble.progress import to_the_end
from planner.ensemble.projection import QUANTILES, Request
from planner.ensemble.sample import draw
from planner.model.paths import LeverPath
from planner.model.scenario import (
    Scenario,
    assumption_spread,
    with_assumption,
    with_lever,
)
from planner.model.targets.target import Target
from planner.quantities.spread import Spread, fixed
from tests.some import some

FIRMS = Request("enterprises")
ADDED = Request("enterprises_added_by_vouchers")
INSTALLED = Request("installed_compute")


@pytest.fixture(scope="module")
def projector() -> Projector:
    projector = Projector()
    projector.warm_up()
    return projector


def test_that_every_outcome_of_the_baseline_has_a_line_and_ordered_bands(
    projector: Projector,
) -> None:
    projection = projector.project(Scenario(futures=200), all_requests())
    assert len(projection.series) > 90
    assert month_labels(projection)[0] == "2025-01"
    assert month_labels(projection)[-1] == "2035-12"
    for request, series in projection.series.items():
        assert series.center.shape == (132,), request
        if request.state:
            assert series.bands is None
            continue
        assert series.bands is not None
        assert series.bands.shape == (5, 132), request
        with np.errstate(invalid="ignore"):
            assert not (np.diff(series.bands, axis=0) < 0).any(), request


def test_that_the_same_scenario_gives_the_same_numbers_in_a_new_process_of_thought() -> None:
    one = Projector().project(Scenario(futures=100), [INSTALLED]).series[INSTALLED]
    two = Projector().project(Scenario(futures=100), [INSTALLED]).series[INSTALLED]
    np.testing.assert_array_equal(one.bands, two.bands)
    np.testing.assert_array_equal(one.center, two.center)


def test_that_another_seed_draws_other_futures_around_the_same_center(
    projector: Projector,
) -> None:
    one = projector.project(Scenario(), [INSTALLED]).series[INSTALLED]
    two = projector.project(Scenario(seed=7), [INSTALLED]).series[INSTALLED]
    np.testing.assert_array_equal(one.center, two.center)
    assert one.bands is not None
    assert two.bands is not None
    assert not np.array_equal(one.bands, two.bands)
    np.testing.assert_allclose(one.bands[:, -1], two.bands[:, -1], rtol=0.05)


def test_that_scenarios_share_their_draws() -> None:
    one = draw(Scenario(), 64)
    two = draw(with_lever(Scenario(), "alibaba_plan", 760), 64)
    np.testing.assert_array_equal(one.drawn, two.drawn)


def test_that_a_fixed_assumption_leaves_the_draws_of_the_others() -> None:
    usual = Scenario(draws="as drawn")
    scenario = with_assumption(usual, "crowd_in", fixed(4.15))
    assert set(drawn_assumptions(usual)) - set(drawn_assumptions(scenario)) == {"crowd_in"}
    one, two = draw(usual, 16), draw(scenario, 16)
    kept = np.isin(one.drawn_rows, two.drawn_rows)
    np.testing.assert_array_equal(one.drawn[kept], two.drawn)


def test_that_every_draw_stays_in_its_range() -> None:
    batch = draw(Scenario(), 500)
    for row, name in some(zip(batch.drawn, drawn_assumptions(Scenario()), strict=True)):
        spread = assumption_spread(Scenario(), name)
        assert spread.low <= row.min() <= row.max() <= spread.high, name


def test_that_quantiles_are_those_of_numpy() -> None:
    values = np.random.default_rng(1).lognormal(size=(7, 1001))
    expected = np.quantile(values, QUANTILES, axis=1)
    np.testing.assert_allclose(quantiles(values.copy()), expected, rtol=1e-12)


def test_that_unbounded_and_undefined_futures_count_as_the_highest() -> None:
    values = np.array([[1.0, 2.0, 3.0, 4.0, np.inf, np.inf, np.nan, 5.0, 6.0, 7.0, 8.0]])
    found = quantiles(values)[:, 0]
    assert found[:3].tolist() == [2.0, 3.5, 6.0]
    assert np.isinf(found[3])


def test_that_differences_are_taken_future_by_future(projector: Projector) -> None:
    scenario = with_lever(Scenario(futures=300), "other_capex", 700)
    wanted = [Request(INSTALLED.outcome, "", view) for view in ("absolute", "difference")]
    series = projector.project(scenario, wanted).series
    absolute, difference = series[wanted[0]].bands, series[wanted[1]].bands
    assert absolute is not None
    assert difference is not None
    assert difference[0].min() >= -1e-3
    assert (difference[4] - difference[0]).max() < (absolute[4] - absolute[0]).max() / 3


def test_that_the_baseline_differs_from_itself_by_nothing(projector: Projector) -> None:
    wanted = [Request("enterprises", "", "difference"), Request("rent", "cloud", "percent")]
    for series in some(projector.project(Scenario(), wanted).series.values()):
        assert series.bands is not None
        assert not series.center.any()
        assert not series.bands.any()


def test_that_percent_and_index_mean_what_they_say(projector: Projector) -> None:
    scenario = with_lever(Scenario(futures=64), "alibaba_plan", 760)
    views = {v: Request("installed_compute", "", v) for v in ("absolute", "percent", "index")}
    series = projector.project(scenario, list(views.values())).series
    base = projector.project(Scenario(futures=64), [INSTALLED]).series[INSTALLED].center
    mine = series[views["absolute"]].center
    percent = (mine / base - 1) * 100
    np.testing.assert_allclose(series[views["percent"]].center, percent, atol=1e-12)
    np.testing.assert_allclose(series[views["index"]].center, mine / mine[0] * 100)


@pytest.mark.parametrize(
    ("wanted", "begin"),
    [
        (Request("enterprises_added_by_vouchers", "", "index"), 0),
        (Request("public_cost_per_added_enterprise", "shanghai", "index"), 0),
        (Request("voucher_spend", "", "percent"), 72),
    ],
)
def test_that_what_has_no_reference_but_zero_is_undefined_and_not_unbounded(
    projector: Projector, wanted: Request, begin: int
) -> None:
    longer = LeverPath(((2025.0, 0.0), (2025.583, 600.0), (2034.0, 0.0)))
    scenario = with_lever(Scenario(futures=64), "voucher_budget.shanghai", longer)
    series = projector.project(scenario, [wanted]).series[wanted]
    assert series.bands is not None
    assert np.isnan(series.center[begin:]).all()
    assert np.isnan(series.bands[:, begin:]).all()
    assert np.isfinite(series.center[1:begin]).all()  # offices pay nothing in their first month


def test_that_the_baseline_moves_with_the_assumptions_of_the_scenario(
    projector: Projector,
) -> None:
    scenario = with_assumption(Scenario(), "net_growth_other", Spread(0.1, 0.15, 0.2))
    wanted = Request("enterprises", "", "difference")
    assert not projector.project(scenario, [wanted]).series[wanted].center.any()


def test_that_center_lines_come_without_bands_when_asked(projector: Projector) -> None:
    projection = projector.project(Scenario(), [FIRMS], bands=False)
    assert projection.futures == 0
    assert projection.series[FIRMS].bands is None


def test_that_no_vouchers_add_no_enterprises(projector: Projector) -> None:
    scenario = Scenario()
    for area in ("beijing", "shanghai", "shenzhen", "chengdu", "ningbo", "shandong", "henan"):
        scenario = with_lever(scenario, f"voucher_budget.{area}", 0)
    cost = Request("public_cost_per_added_enterprise")
    series = projector.project(scenario, [ADDED, cost]).series
    bands = series[ADDED].bands
    assert bands is not None
    assert not series[ADDED].center.any()
    assert not bands.any()
    assert np.isnan(series[cost].center).all()


def test_that_an_unknown_outcome_is_an_error(projector: Projector) -> None:
    with pytest.raises(KeyError):
        projector.project(Scenario(), [Request("happiness")])
    with pytest.raises(KeyError):
        projector.project(Scenario(), [Request("enterprises", "atlantis")])


def test_that_memory_used_again_changes_no_number(projector: Projector) -> None:
    plans = [400 + step for step in range(12)]
    fresh = {}
    for plan in plans:
        scenario = with_lever(Scenario(futures=100), "alibaba_plan", plan)
        fresh[plan] = Projector().project(scenario, [INSTALLED]).series[INSTALLED].bands
    for plan in plans:
        scenario = with_lever(Scenario(futures=100), "alibaba_plan", plan)
        found = projector.project(scenario, [INSTALLED]).series[INSTALLED].bands
        np.testing.assert_array_equal(found, fresh[plan])


def test_that_bands_asked_for_later_are_those_asked_for_at_once() -> None:
    asked = (FIRMS, ADDED, Request("rent", "cloud", "difference"))
    moved = with_lever(Scenario(futures=100), "alibaba_plan", 300.0)
    at_once = Projector().project(moved, asked)
    projector = Projector()
    first = projector.project(moved, asked, bands=(ADDED,))
    later = projector.project(moved, asked)
    for request in asked:
        one, two = first.series[request], later.series[request]
        assert (one.bands is not None) == (request == ADDED)
        np.testing.assert_array_equal(one.center, at_once.series[request].center)
        np.testing.assert_array_equal(two.center, at_once.series[request].center)
        np.testing.assert_array_equal(two.bands, at_once.series[request].bands)


def test_that_futures_too_many_for_one_step_are_read_piece_by_piece(
    projector: Projector, monkeypatch: pytest.MonkeyPatch
) -> None:
    scenario, pairs = Scenario(futures=100), [FIRMS[:2], INSTALLED[:2]]
    whole = to_the_end(projector.futures_at(scenario, pairs, [11, 71], futures=100))
    monkeypatch.setattr(many, "ONE_STEP", 99)
    monkeypatch.setattr(stream, "LARGEST_PIECE", 32)
    held = sum(map(len, projector._runs._kept))
    steps = projector.futures_at(scenario, pairs, [11, 71], futures=100)
    shares = [next(steps) for _ in range(4)]
    assert shares == [pytest.approx(0.5 + each / 200) for each in (32, 64, 96, 100)]
    np.testing.assert_array_equal(to_the_end(steps), whole)
    assert sum(map(len, projector._runs._kept)) == held


def test_that_many_futures_are_judged_piece_by_piece_with_the_same_counts(
    projector: Projector, monkeypatch: pytest.MonkeyPatch
) -> None:
    scenario, target = Scenario(futures=100), Target("enterprises", "at least", 12_000.0, year=2030)
    whole = projector.project(scenario, (), targets=(target,)).met
    monkeypatch.setattr(many, "ONE_STEP", 99)
    monkeypatch.setattr(stream, "LARGEST_PIECE", 32)
    steps = projector.steps(scenario, (), targets=(target,))
    assert len([next(steps) for _ in range(4)]) == 4
    assert to_the_end(steps).met == whole
