"""Futures held to a planner's own numbers: which, how often, and when there are too few."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from planner.engine.clock import Clock
from planner.engine.run import run_batch, warm_up_kernel
from planner.ensemble.conditioning import chosen, resampled, weights
from planner.ensemble.conditioning.chosen import at_hand, choosing
from planner.ensemble.conditioning.pool import Chosen
from planner.ensemble.conditioning.weights import clock_of, weights_at
from planner.ensemble.draws.drawn import Places, batch_at
from planner.ensemble.progress import to_the_end
from planner.facts.measured import Measured
from planner.model.counted.own import OwnNumbers
from planner.model.own.scenarios import with_own
from planner.model.scenario import Scenario, with_lever
from tests.own_points import counted


@pytest.fixture(autouse=True)
def _own_choices(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    warm_up_kernel()
    monkeypatch.setenv("SUANLI_CACHE_FOLDER", str(tmp_path))
    chosen.forget()
    yield
    chosen.forget()


def calibrated(*points: Measured) -> Scenario:
    return replace(with_own(Scenario(), OwnNumbers(points)), draws="calibrated")


def chosen_of(scenario: Scenario, futures: int = 1000) -> Chosen:
    return to_the_end(choosing(scenario, futures))


def enterprises(places: Places, month: int) -> np.ndarray:
    clock, pair = Clock(2028), ("enterprises", "chengdu")
    return run_batch(batch_at(places, Scenario(last_year=2028), clock), clock, (pair,)).futures_of(
        pair
    )[month]


def test_that_futures_held_to_own_numbers_lie_around_them() -> None:
    usual = enterprises(chosen_of(Scenario()).places, 36)
    aim = float(np.quantile(usual, 0.85))
    found = chosen_of(calibrated(counted("enterprises", "chengdu", 2028.0, aim, 0.02)))
    held = enterprises(found.places, 36)
    assert found.told.kind == "calibrated"
    assert np.std(held) < 0.7 * np.std(usual)
    assert abs(np.median(held) / aim - 1) < abs(np.median(usual) / aim - 1) / 2


def test_that_a_future_counts_as_often_as_its_weight_says() -> None:
    drawn = np.array([0.0, 1.0, 3.0, *[1.0] * 96])
    found = resampled._resampled(drawn, 200)
    assert isinstance(found, Chosen)
    counts = np.bincount(found.places, minlength=99)
    assert len(found.places) == 200
    assert counts[0] == 0
    assert set(counts[3:]) == {2}
    assert counts[2] == 6


def test_that_numbers_no_future_agrees_with_are_not_used_and_that_is_said() -> None:
    found = chosen_of(calibrated(counted("enterprises", "chengdu", 2028.0, 90_000, 0.02)))
    assert found.told.kind == "conditioned"
    assert "Your numbers are not used" in found.told.warning
    assert "50 are needed" in found.told.sentence
    np.testing.assert_array_equal(found.places, chosen_of(Scenario()).places)


def test_that_what_was_weighed_is_found_again_on_disk() -> None:
    for aim in (1300, 90_000):
        scenario = calibrated(counted("enterprises", "chengdu", 2028.0, aim, 0.1))
        first = chosen_of(scenario)
        chosen.forget()
        again = at_hand(scenario, 1000)
        assert again is not None
        assert again.told == first.told
        np.testing.assert_array_equal(again.places, first.places)


def test_that_a_lever_of_the_plan_changes_no_weight_and_one_in_force_does() -> None:
    scenario = calibrated(counted("enterprises", "chengdu", 2028.0, 1300, 0.1))
    places = np.arange(512)
    planned = with_lever(scenario, "voucher_budget.chengdu", 3000)
    budget = (("voucher_budget.chengdu", 3000.0),)
    in_force = with_own(scenario, replace(scenario.own, levers=budget))
    usual = weights_at(places, scenario)
    np.testing.assert_array_equal(weights_at(places, planned), usual)
    assert not np.array_equal(weights_at(places, in_force), usual)


def test_that_points_of_one_source_weigh_like_one_point() -> None:
    point = counted("enterprises", "chengdu", 2028.0, 1300, 0.1)
    twin = replace(point, id="U9")
    places = np.arange(512)
    alone = weights_at(places, calibrated(point))
    np.testing.assert_allclose(weights_at(places, calibrated(point, twin)), alone)
    apart = weights_at(places, calibrated(point, replace(twin, group="another")))
    measured = weights_at(places, Scenario())
    np.testing.assert_allclose(apart * measured, alone**2, rtol=1e-3, atol=1e-12)


def test_that_only_the_months_are_run_that_the_points_need() -> None:
    assert clock_of(Scenario()) == weights.CLOCK
    assert clock_of(calibrated(counted("enterprises", "chengdu", 2026.0, 1300, 0.1))).months == 18
    assert clock_of(calibrated(counted("enterprises", "chengdu", 2028.0, 1300, 0.1))).months == 37
