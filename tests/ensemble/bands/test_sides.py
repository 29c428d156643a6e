"""Shares of futures above and below the baseline's: each future against its own, exactly."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from planner.engine.clock import Clock
from planner.engine.run import run_batch, warm_up_kernel
from planner.ensemble import many
from planner.ensemble.bands.sides import ROUNDING
from planner.ensemble.many import Projector
from planner.ensemble.projection import Projection, Request, Series, Sparse
from planner.ensemble.sample import draw
from planner.model.scenario import Scenario, baseline_under, with_lever
from tests.breaking_scenarios import SOME_BREAK

MOVED = with_lever(Scenario(futures=300), "alibaba_plan", 760)
PAIRS = (
    ("enterprises", ""),
    ("rent", "cloud"),
    ("public_cost_per_added_enterprise", "henan"),
    ("chip_shortage", ""),
)
DIFFERENCES = tuple(Request(*pair, "difference") for pair in PAIRS)
LEVELS = tuple(Request(*pair) for pair in PAIRS)


@pytest.fixture(scope="module")
def projector() -> Projector:
    projector = Projector()
    projector.warm_up()
    return projector


def _sides(series: Series) -> NDArray[np.float64]:
    assert series.higher is not None
    assert series.lower is not None
    return np.array((series.higher, series.lower))


def _one_by_one(scenario: Scenario, pair: tuple[str, str]) -> NDArray[np.float64]:
    """Return both shares as a reader would count them."""
    warm_up_kernel()
    own, base = (
        run_batch(draw(each, scenario.futures), Clock(), (pair,)).futures_of(pair).astype(float)
        for each in (scenario, baseline_under(scenario))
    )
    margin = ROUNDING * np.where(np.isfinite(base), np.abs(base), 0)
    beside = np.array((own > base + margin, own < base - margin))
    return np.asarray(beside.mean(axis=-1))


def test_that_each_future_is_held_against_its_own_baseline(projector: Projector) -> None:
    series = projector.project(MOVED, DIFFERENCES).series
    for request, pair in zip(DIFFERENCES, PAIRS, strict=True):
        found, expected = _sides(series[request]), _one_by_one(MOVED, pair)
        known = ~np.isnan(found)
        assert known.any(), request
        assert 0 < found[known].max() <= 1, request
        # a float32 may round a difference that lies at the margin to either side of it
        assert np.abs(found - expected)[known].max() <= 2 / MOVED.futures, request


def test_that_shares_agree_with_the_bands_beside_them(projector: Projector) -> None:
    series = projector.project(MOVED, DIFFERENCES).series[DIFFERENCES[0]]
    assert series.bands is not None
    higher, lower = _sides(series)
    assert (higher[series.bands[0] > 1] >= 0.9).all()
    assert (lower[series.bands[0] > 1] <= 0.1).all()
    assert (series.bands[0] > 1).any()


def test_that_what_did_not_move_is_neither_higher_nor_lower(projector: Projector) -> None:
    for request in DIFFERENCES:
        found = _sides(projector.project(Scenario(futures=300), [request]).series[request])
        assert not found[~np.isnan(found)].any()
        assert (~np.isnan(found)).any()


def test_that_shares_are_unknown_where_bands_are(projector: Projector) -> None:
    """Nobody has added an enterprise yet in the first months, at whatever cost."""
    series = projector.project(MOVED, DIFFERENCES).series[DIFFERENCES[2]]
    assert series.bands is not None
    unknown = np.isnan(series.bands[0])
    assert unknown.any()
    np.testing.assert_array_equal(np.isnan(_sides(series)), np.array((unknown, unknown)))


def test_that_only_differences_with_bands_have_shares(projector: Projector) -> None:
    asked = (*DIFFERENCES, *LEVELS)
    series = projector.project(MOVED, asked, bands=asked[1:]).series
    assert [each.higher is not None for each in series.values()] == [
        False,
        *[True] * 3,
        *[False] * 4,
    ]
    assert [each.lower is not None for each in series.values()] == [
        False,
        *[True] * 3,
        *[False] * 4,
    ]


@pytest.mark.parametrize("scenario", [MOVED, SOME_BREAK], ids=["whole", "some break"])
def test_that_shares_counted_piece_by_piece_are_the_same(
    scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = tuple(Request(*pair, view) for pair in PAIRS for view in ("difference", "absolute"))
    scenario = replace(with_lever(scenario, "alibaba_plan", 760), futures=1500)
    whole = Projector().project(scenario, asked)
    monkeypatch.setattr(many, "fits", lambda *_: False)
    monkeypatch.setattr("planner.ensemble.bands.stream.LARGEST_PIECE", 512)
    pieces = Projector().project(scenario, asked)
    for request in DIFFERENCES:
        found = _sides(pieces.series[request])
        assert np.nanmax(found) > 0, request
        np.testing.assert_array_equal(found, _sides(whole.series[request]))


def test_that_shares_of_a_drag_are_those_at_rest(projector: Projector) -> None:
    cards = DIFFERENCES[:1]
    sparse = Sparse(DIFFERENCES, frozenset(cards), 71)
    dragged = projector.project(MOVED, DIFFERENCES, bands=sparse)
    rested = projector.project(MOVED, DIFFERENCES)
    for request in DIFFERENCES:
        few, every = (_sides(each.series[request]) for each in (dragged, rested))
        bands = _bands(dragged, request)
        np.testing.assert_array_equal(np.isnan(few[0]), np.isnan(bands[0]))
        known = [71] if request in cards else [0, *range(2, 132, 3)]
        np.testing.assert_array_equal(few[:, known], every[:, known])


def test_that_broken_futures_count_on_neither_side(projector: Projector) -> None:
    moved = with_lever(SOME_BREAK, "alibaba_plan", 900)
    run = projector.project(moved, DIFFERENCES[:1])
    assert run.breach is not None
    assert run.breach.left_out > 0
    higher, lower = _sides(run.series[DIFFERENCES[0]])
    known = ~np.isnan(higher)
    assert known.any()
    assert (higher + lower)[known].max() <= 1


def _bands(run: Projection, request: Request) -> NDArray[np.float64]:
    bands = run.series[request].bands
    assert bands is not None
    return bands
