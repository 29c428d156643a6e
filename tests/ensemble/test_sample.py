"""Draws: the points, the shape of each range, what is drawn together, and rows that come and go."""

import subprocess
import sys
from typing import Any

import numpy as np
import pytest

from planner.engine.batch import address_rows
from planner.ensemble import sample
from planner.ensemble.draws import copula, drawn
from planner.ensemble.draws.copula import correlated_dimensions, factor
from planner.ensemble.draws.drawn import drawn_assumptions, drawn_at
from planner.ensemble.draws.marginals import quantiles_of, two_piece
from planner.ensemble.draws.points import LEAST, points_at
from planner.ensemble.sample import draw
from planner.model.graph import model
from planner.model.inputs import DIMENSIONS, dimension_of
from planner.model.scenario import Scenario, assumption_at, assumption_spread
from planner.quantities.spread import Spread
from tests.some import some

EVERY = range(DIMENSIONS)


def _of_scipy(seed: int) -> Any:
    from scipy.stats.qmc import Sobol  # no other test waits for it

    return Sobol(DIMENSIONS, scramble=True, rng=np.random.default_rng(seed))


@pytest.mark.parametrize("seed", [0, 2025, 2**32 - 1])
def test_that_points_are_those_of_scipy_to_the_last_bit(seed: int) -> None:
    sampler = _of_scipy(seed)
    expected = np.clip(sampler.random(4096).T, LEAST, 1 - LEAST)
    np.testing.assert_array_equal(points_at(seed, np.arange(4096), EVERY), expected)


def test_that_points_far_on_need_none_of_those_before_them() -> None:
    sampler = _of_scipy(5)
    sampler.fast_forward(3_000_000)
    places = np.arange(3_000_000, 3_000_064)
    np.testing.assert_array_equal(points_at(5, places, EVERY), sampler.random(64).T)


def test_that_any_points_and_dimensions_are_those_of_all() -> None:
    whole = points_at(1, np.arange(2048), EVERY)
    places = np.array([0, 7, 1024, 2047])
    np.testing.assert_array_equal(points_at(1, places, (127, 3)), whole[[127, 3]][:, places])


def test_that_points_fill_every_dimension_evenly_and_keep_off_its_ends() -> None:
    points = points_at(2025, np.arange(1024), EVERY)
    for row in points:
        assert np.histogram(row, 16, (0, 1))[0].tolist() == [64] * 16
    assert LEAST <= points.min() <= points.max() <= 1 - LEAST


def test_that_the_central_value_is_the_median_of_a_range_however_lopsided() -> None:
    spread = Spread(1.0, 2.0, 5.0)
    values = two_piece(points_at(3, np.arange(4096), (0,))[0], spread)
    assert 1.0 <= values.min() <= values.max() <= 5.0
    assert np.median(values) == pytest.approx(2.0, abs=0.01)
    assert values.mean() == pytest.approx(2 - 1 / 6 + 3 / 6, abs=0.01)
    assert two_piece(np.array([0.0, 0.125, 0.5, 0.875, 1.0]), spread).tolist() == [
        1.0,
        1.5,
        2.0,
        3.5,
        5.0,
    ]


def test_that_a_wide_range_is_drawn_by_ratio() -> None:
    spread = Spread(0.3, 1.2, 4.8)
    values = quantiles_of(points_at(3, np.arange(4096), (0,))[0], spread, "ratio")
    assert 0.3 <= values.min() <= values.max() <= 4.8
    assert np.median(values) == pytest.approx(1.2, rel=0.01)
    assert np.median(np.log(values)) == pytest.approx(np.mean(np.log(values)), abs=0.02)
    wide = {a.key for a in model().assumptions.values() if a.scale == "ratio"}
    assert wide
    assert all(model().assumptions[key].least > 0 for key in wide)


@pytest.mark.parametrize("spread", [Spread(0.0, 0.0, 1.0), Spread(0.0, 1.0, 1.0)])
def test_that_a_range_may_stand_on_its_edge(spread: Spread) -> None:
    values = two_piece(np.linspace(0, 1, 101), spread)
    assert np.isfinite(values).all()
    assert (np.diff(values) >= 0).all()


def test_that_fewer_futures_are_the_beginning_of_more() -> None:
    few, many = draw(Scenario(seed=1), 100), draw(Scenario(seed=1), 128)
    assert few.futures == 101
    np.testing.assert_array_equal(few.drawn, many.drawn[:, :101])


def test_that_every_draw_stays_in_its_range() -> None:
    batch = draw(Scenario(), 500)
    for row, name in some(zip(batch.drawn, drawn_assumptions(Scenario()), strict=True)):
        spread = assumption_spread(Scenario(), name)
        assert spread.low <= row.min() <= row.max() <= spread.high, name


def test_that_assumptions_are_drawn_with_the_correlations_of_the_model() -> None:
    names = drawn_assumptions(Scenario())
    ranks = np.argsort(np.argsort(drawn_at(np.arange(4096), Scenario()), axis=1), axis=1)
    found = np.corrcoef(ranks)
    assert len(model().correlations) >= 5
    expected = np.eye(len(names))
    for each in model().correlations:
        one, other = names.index(each.one), names.index(each.other)
        expected[one, other] = expected[other, one] = 6 / np.pi * np.arcsin(each.rho / 2)
    np.testing.assert_allclose(found, expected, atol=0.05)


def test_that_correlated_draws_still_fill_their_range_evenly() -> None:
    points = points_at(2025, np.arange(4096), correlated_dimensions())
    for row in some(copula.joined(points)):
        np.testing.assert_allclose(np.histogram(row, 8, (0, 1))[0], 512, rtol=0.08)


def test_that_correlations_that_contradict_each_other_are_refused_in_a_sentence() -> None:
    matrix = np.array([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]])
    with pytest.raises(ValueError, match=r"not positive definite, its least eigenvalue is -0\.8"):
        factor(matrix)


def test_that_a_retired_assumption_moves_nobody_elses_draws(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    places = np.arange(64)
    before = dict(zip(drawn_assumptions(Scenario()), drawn_at(places, Scenario()), strict=True))
    left = [name for name in before if name not in {"supply_pull", "bill_cap"}]
    monkeypatch.setattr(drawn, "assumption_addresses", lambda: tuple(reversed(left)))
    after = drawn_at(places, Scenario())
    for name, row in some(zip(reversed(left), after, strict=True)):
        np.testing.assert_array_equal(row, before[name])


def test_that_each_row_of_a_batch_is_its_assumption() -> None:
    names = drawn_assumptions(Scenario())
    assert draw(Scenario(), 8).drawn_rows.tolist() == [address_rows()[name] for name in names]
    assert len({dimension_of(*assumption_at(name)) for name in names}) == len(names)


P75_OF_2035 = """
import sys
from dataclasses import replace
from planner.model import assumptions, inputs
if sys.argv[1] == "inert":
    row = next(each for each in assumptions.ASSUMPTIONS if each.key == "crowd_in")
    inert = replace(row, key="inert", dimension=127)
    assumptions.ASSUMPTIONS = (*assumptions.ASSUMPTIONS[:7], inert, *assumptions.ASSUMPTIONS[7:])
from planner.ensemble.many import Projector
from planner.ensemble.projection import Request
from planner.model.graph import model
from planner.model.scenario import Scenario
assert ("inert" in model().assumptions) == (sys.argv[1] == "inert")
wanted = [Request("installed_compute"), Request("enterprises")]
series = Projector().project(Scenario(futures=50, draws="as drawn"), wanted).series
print(*(series[each].bands[3, -1].hex() for each in wanted))
"""


def test_that_an_inert_assumption_moves_no_band_not_even_by_a_bit() -> None:
    found = [
        subprocess.run(
            [sys.executable, "-c", P75_OF_2035, row],
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        ).stdout
        for row in ("none", "inert")
    ]
    assert "0x1." in found[0]
    assert found[0] == found[1]


def test_that_draws_of_very_many_futures_are_not_remembered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sample, "REMEMBERED_AT_MOST", 5000)
    few, many = Scenario(seed=5, futures=20), Scenario(seed=5, futures=6000, draws="as drawn")
    kept = sample._kept.cache_info().currsize
    first = draw(many, 6000).drawn
    assert sample._kept.cache_info().currsize == kept
    np.testing.assert_array_equal(first, draw(many, 6000).drawn)
    assert draw(few, 20).drawn.base is draw(few, 20).drawn.base
