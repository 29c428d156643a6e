"""Futures held to what was measured: which points weigh, which futures are kept, what is told."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from planner.engine.batch import single
from planner.engine.broken import Broken
from planner.engine.clock import Clock
from planner.engine.run import Trajectories, run_batch, warm_up_kernel
from planner.ensemble import many
from planner.ensemble.conditioning import chosen, pool, weights
from planner.ensemble.conditioning.chosen import at_hand, choosing, for_now
from planner.ensemble.conditioning.pool import Chosen, pool_of
from planner.ensemble.conditioning.weights import weighing_points, weights_at
from planner.ensemble.draws.drawn import batch_at
from planner.ensemble.many import Projector
from planner.ensemble.progress import StoppedError, to_the_end
from planner.ensemble.projection import Request
from planner.ensemble.sample import draw
from planner.facts.measured import Measured
from planner.model.scenario import Scenario, with_assumption, with_lever
from planner.quantities.spread import Spread

INSTALLED = Request("installed_compute")
MEASURED = Measured(
    id="V0",
    group="v0",
    outcome="installed_compute",
    element="",
    reading="value",
    start=2026.0,
    end=2026.0,
    base_start=2026.0,
    base_end=2026.0,
    low=1540.0,
    central=1600.0,
    high=1800.0,
    unit="EFLOPS",
    bound="",
    grade="A",
    set="weights",
    figures="both",
    evidence=(),
    label="Installed compute",
)
WIDER = with_assumption(Scenario(), "crowd_in", Spread(2.0, 4.0, 9.0))


@pytest.fixture(autouse=True)
def _own_choices(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    warm_up_kernel()
    monkeypatch.setenv("SUANLI_CACHE_FOLDER", str(tmp_path))
    chosen.forget()
    yield
    chosen.forget()


def measure(monkeypatch: pytest.MonkeyPatch, *points: Measured) -> None:
    """Let these be all that was measured."""
    monkeypatch.setattr(weights, "weighing_points", lambda _: points)
    monkeypatch.setattr(chosen, "weighing_points", lambda _: points)


def chosen_of(scenario: Scenario, futures: int = 1000) -> Chosen:
    return to_the_end(choosing(scenario, futures))


def installed_at_the_end_of_2025(places: np.ndarray) -> np.ndarray:
    run = run_batch(
        batch_at(places, Scenario(last_year=2026), Clock(2026)),
        Clock(2026),
        (("installed_compute", ""),),
    )
    return run.futures_of(("installed_compute", ""))[12]


def test_that_a_future_weighs_by_how_far_it_is_off_in_units_of_its_source(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measure(monkeypatch, MEASURED)
    places = np.arange(256)
    model = installed_at_the_end_of_2025(places)
    off = np.log(model / 1600) / np.where(model > 1600, np.log(1.125), 0.05) * 1.2816
    assert (off < 0).any()
    assert (off > 0).any()
    expected = np.exp(-((off / 3.5) ** 2) / 2)
    np.testing.assert_allclose(weights_at(places, Scenario()), expected, rtol=1e-4)


def test_that_no_lever_changes_what_weighs(monkeypatch: pytest.MonkeyPatch) -> None:
    measure(monkeypatch, MEASURED)
    one, two = Scenario(), with_lever(Scenario(last_year=2045), "legal_imports", 0)
    np.testing.assert_array_equal(chosen_of(one).places, chosen_of(two).places)
    assert chosen_of(one).told.kind == "conditioned"


def test_that_a_future_that_breaks_the_model_weighs_nothing() -> None:
    since = np.array([np.inf, np.inf, 3.0, np.inf])
    broken = Broken(since, single(Scenario(last_year=2026)))
    run = Trajectories((), 3, np.empty((24, 0)), np.empty((1, 24, 0, 4)), broken)
    assert weights._whole(run).tolist() == [True, False, True]


def test_that_kept_futures_lie_nearer_to_what_was_measured(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measure(monkeypatch, MEASURED)
    found = chosen_of(Scenario())
    kept = installed_at_the_end_of_2025(found.places)
    drawn = installed_at_the_end_of_2025(np.arange(1000))
    assert len(np.unique(found.places)) == 1000
    assert np.median(drawn) + 10 < np.median(kept) < 1600
    assert np.std(kept) < np.std(drawn)


def test_that_as_drawn_they_are_the_first_of_the_sequence() -> None:
    found = chosen_of(Scenario(draws="as drawn"), 64)
    assert found.places.tolist() == list(range(64))
    assert found.told.kind == "as drawn"


def test_that_without_any_measured_point_futures_are_as_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measure(monkeypatch)
    assert chosen_of(Scenario(), 64).told.kind == "as drawn"


def test_that_it_is_told_where_few_futures_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    measure(monkeypatch, replace(MEASURED, low=700.0, central=700.0, high=700.0))
    told = chosen_of(Scenario()).told
    assert told.kind == "conditioned"
    assert 100 < told.effective < 500
    assert told.sentence.startswith(f"Only {told.effective:,.0f} of 16,384 futures agree")


def test_that_where_next_to_none_agrees_all_count_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    measure(monkeypatch, replace(MEASURED, low=10.0, central=10.0, high=10.0))
    found = chosen_of(Scenario())
    assert found.told.kind == "as drawn"
    assert found.told.effective < 100
    assert "futures are as drawn" in found.told.sentence
    assert set(np.diff(found.places)) <= {16, 17}


def test_that_pools_grow_with_what_is_kept_of_them() -> None:
    assert [pool_of(count) for count in (1, 1000, 1024, 1025, 16_384)] == [
        2**14,
        2**14,
        2**14,
        2**15,
        2**18,
    ]


def test_that_very_many_futures_are_kept_block_by_block_with_one_scale(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measure(monkeypatch, MEASURED)
    monkeypatch.setattr(pool, "BLOCK", 256)
    monkeypatch.setattr(pool, "SMALLEST", 4096)
    found = chosen_of(Scenario(), 1000)
    assert len(np.unique(found.places)) == 1000
    assert found.told.kind == "conditioned"
    assert found.told.pool in {4 * 4096, 5 * 4096}
    blocks = np.bincount(found.places // 4096)
    np.testing.assert_allclose(blocks[:3], 256, rtol=0.03)
    np.testing.assert_array_equal(chosen_of(Scenario(), 256).places, found.places[:256])


def test_that_fewer_futures_than_a_scenario_says_are_the_first_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measure(monkeypatch, MEASURED)
    whole, few = draw(Scenario(), 1000), draw(Scenario(), 255)
    np.testing.assert_array_equal(few.drawn, whole.drawn[:, :256])


def test_that_weights_are_kept_on_disk_and_only_for_the_same_inputs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measure(monkeypatch, MEASURED)
    before = chosen_of(Scenario())
    chosen.forget()
    found = at_hand(Scenario(), 1000)
    assert found is not None
    np.testing.assert_array_equal(found.places, before.places)
    assert at_hand(with_lever(Scenario(), "alibaba_plan", 700), 1000) is not None
    assert at_hand(Scenario(seed=1), 1000) is None
    assert at_hand(Scenario(figures="as_stated"), 1000) is None
    assert at_hand(WIDER, 1000) is None
    measure(monkeypatch, replace(MEASURED, central=1601.0))
    chosen.forget()
    assert at_hand(Scenario(), 1000) is None


def test_that_nothing_stale_is_told_to_be_conditioned(monkeypatch: pytest.MonkeyPatch) -> None:
    measure(monkeypatch, MEASURED)
    first = for_now(Scenario(), 1000)
    assert first.told.kind == "provisional"
    assert first.places.tolist() == list(range(1000))
    own = chosen_of(Scenario())
    assert for_now(Scenario(), 1000) is own
    moved = for_now(WIDER, 1000)
    assert moved.told.kind == "provisional"
    np.testing.assert_array_equal(moved.places, own.places)
    assert chosen_of(WIDER).told.kind == "conditioned"


def test_that_weighing_a_pool_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    measure(monkeypatch, MEASURED)
    with pytest.raises(StoppedError):
        Projector().project(Scenario(), [INSTALLED], is_stale=lambda: True)


def test_that_a_projection_tells_how_its_futures_were_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measure(monkeypatch, MEASURED)
    projector = Projector()
    hasty = projector.project(Scenario(), [INSTALLED], choice="at hand")
    assert hasty.draws.kind == "provisional"
    final = projector.project(Scenario(), [INSTALLED])
    assert final.draws.kind == "conditioned"
    assert final.draws.pool == 16_384
    one, two = hasty.series[INSTALLED].bands, final.series[INSTALLED].bands
    assert one is not None
    assert two is not None
    assert not np.array_equal(one, two)


def test_that_paired_scenarios_draw_the_same_random_numbers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measure(monkeypatch, MEASURED)
    own = many._choosing(WIDER, 1000, "own")
    paired = many._choosing(WIDER, 1000, "paired")
    assert to_the_end(paired) is chosen_of(Scenario())
    assert not np.array_equal(to_the_end(own).places, chosen_of(Scenario()).places)


def test_that_points_of_the_set_that_the_model_gives_do_weigh() -> None:
    for figures in ("corroborated", "as_stated"):
        points = weighing_points(figures)
        assert len(points) >= 7
        assert {point.set for point in points} == {"weights"}
        assert {point.figures for point in points} <= {"both", figures}
