"""Bands are exact quantiles, whatever the pieces they are computed in."""

import numpy as np
import pytest
from numpy.typing import NDArray

from planner.engine.clock import Clock
from planner.engine.run import Trajectories, run_batch
from planner.ensemble.bands import paths as paths_of
from planner.ensemble.bands.exact import exact_bands
from planner.ensemble.bands.paths import Path, Paths, Scratch
from planner.ensemble.many import Projector, all_requests
from planner.ensemble.projection import QUANTILES, VIEWS, AnyView, Projection, Request, Sparse
from planner.ensemble.sample import draw
from planner.model.scenario import Scenario, with_lever
from tests.breaking_scenarios import SOME_BREAK

FUTURES = 130
PAIRS = (("enterprises", ""), ("rent", "cloud"), ("installed_compute", ""))


def _run(plan: float) -> Trajectories:
    Projector().warm_up()
    scenario = with_lever(Scenario(), "alibaba_plan", plan)
    return run_batch(draw(scenario, FUTURES), Clock(), PAIRS)


@pytest.fixture(scope="module")
def both() -> Paths:
    return Paths(_run(760), _run(400))


def _plainly(view: AnyView, own: Path, base: Path) -> Path:
    match view:
        case "index":
            return own / own[:1] * 100
        case "difference":
            return own - base
        case "percent":
            return (own - base) / np.abs(base) * 100
    return own


def _expected(both: Paths, request: Request) -> NDArray[np.float64]:
    pair = (request.outcome, request.element)
    own, base = both.run.futures_of(pair), both.base.futures_of(pair)
    viewed = _plainly(request.view, own, base).astype(np.float64)
    return np.asarray(np.quantile(viewed, QUANTILES, axis=1))


@pytest.mark.parametrize("size", [1, 20_000, 2**19])
@pytest.mark.parametrize("view", VIEWS)
def test_that_bands_of_every_view_are_those_of_numpy(
    both: Paths, view: AnyView, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths_of, "PIECE_BYTES", size)
    requests = [Request(*pair, view) for pair in PAIRS]
    found = exact_bands(both, requests, Scratch())[0]
    assert list(found) == requests
    for request in requests:
        assert found[request].any(), request
        np.testing.assert_allclose(found[request], _expected(both, request), rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("view", VIEWS)
def test_that_center_lines_of_every_view_are_taken_from_the_center(
    both: Paths, view: AnyView
) -> None:
    for pair in PAIRS:
        own, base = both.run.center_of(pair), both.base.center_of(pair)
        with np.errstate(invalid="ignore"):
            expected = _plainly(view, own, base)
        np.testing.assert_array_equal(both.center(Request(*pair, view)), expected)


def test_that_bands_leave_the_run_as_it_was(both: Paths) -> None:
    before = both.run.blocks.copy()
    exact_bands(both, [Request("rent", "cloud"), Request("rent", "cloud", "percent")], Scratch())
    np.testing.assert_array_equal(both.run.blocks, before)


def test_that_only_what_is_asked_gets_bands() -> None:
    wanted = [Request(*pair) for pair in PAIRS]
    series = Projector().project(Scenario(futures=64), wanted, bands=wanted[:1]).series
    assert [each.bands is None for each in series.values()] == [False, True, True]
    assert all(each.center.any() for each in series.values())


def test_that_memory_of_a_run_that_is_needed_still_is_not_used_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("planner.ensemble.runs.LARGEST_SUM", 0)
    wanted = Request("installed_compute", "", "difference")
    same = Projector().project(Scenario(futures=64), [wanted]).series[wanted]
    projector = Projector()
    for plan in (500, 600, 700):
        moved = with_lever(Scenario(futures=64), "alibaba_plan", plan)
        found = projector.project(moved, [wanted]).series[wanted]
        alone = Projector().project(moved, [wanted]).series[wanted]
        assert same.bands is not None
        assert not same.bands.any()
        assert found.bands is not None
        assert found.bands.any()
        np.testing.assert_array_equal(found.bands, alone.bands)


def test_that_cards_of_a_drag_show_what_they_show_at_rest() -> None:
    projector, moved = Projector(), with_lever(Scenario(futures=300), "alibaba_plan", 760)
    cards = tuple(Request(key, "", view) for key, _ in PAIRS[::2] for view in VIEWS)
    dragged = projector.project(moved, cards, bands=Sparse(cards, frozenset(cards)))
    rested = projector.project(moved, cards)
    assert dragged.breach is None
    for request in cards:
        few, every = _bands(dragged, request), _bands(rested, request)
        np.testing.assert_array_equal(few[:, 11::12], every[:, 11::12])
        few[:, 11::12] = np.nan
        assert np.isnan(few).all()
        np.testing.assert_array_equal(dragged.series[request].center, rested.series[request].center)


@pytest.mark.parametrize(("december", "known"), [(71, 71), (131, 131), (191, 131)])
def test_that_cards_of_a_drag_are_known_in_the_december_that_is_shown(
    december: int, known: int
) -> None:
    """A run that ends before is known in its last month."""
    projector, moved = Projector(), with_lever(Scenario(futures=300), "alibaba_plan", 760)
    cards = (Request("enterprises"), Request("enterprises", "", "difference"))
    dragged = projector.project(moved, cards, bands=Sparse(cards, frozenset(cards), december))
    rested = projector.project(moved, cards)
    for request in cards:
        few, every = _bands(dragged, request), _bands(rested, request)
        np.testing.assert_array_equal(few[:, known], every[:, known])
        assert np.isfinite(few).any(axis=0).sum() == 1


def test_that_charts_of_a_drag_are_exact_at_quarters_and_hardly_off_between() -> None:
    """A step in a budget is no slope of three months either."""
    projector = Projector()
    projector.warm_up()
    lines = tuple(each for each in all_requests() if not each.state)
    lines += tuple(each._replace(view="difference") for each in lines if not each.element)
    moved = with_lever(Scenario(futures=300), "voucher_budget.shanghai", 2000)
    dragged = projector.project(moved, lines, bands=Sparse(lines, frozenset()))
    rested = projector.project(moved, lines)
    assert dragged.breach is None
    for request in lines:
        few, every = _bands(dragged, request), _bands(rested, request)
        np.testing.assert_array_equal(few[:, 2::3], every[:, 2::3])
        np.testing.assert_array_equal(few[:, 0], every[:, 0])
        known = np.isfinite(few) & np.isfinite(every)
        assert np.isfinite(every).sum() - known.sum() <= 20, request
        off = np.abs(np.subtract(few, every, where=known, out=np.zeros_like(few)))
        assert off.max() <= 0.04 * np.ptp(every[known]), request


def test_that_a_chart_alone_is_drawn_in_the_months_it_has_beside_others() -> None:
    """Money bends where budgets step, enterprises do not: their months differ."""
    moved, projector = (
        with_lever(Scenario(futures=100), "voucher_budget.shanghai", 2000),
        Projector(),
    )
    views: tuple[AnyView, ...] = ("difference", "absolute")
    keys = "enterprises", "voucher_spend", "installed_compute"
    lines = tuple(Request(key, "", view) for key in keys for view in views)
    card = Request("rent", "cloud")
    beside = (lines[0], card, *lines[1:])
    together = projector.project(moved, beside, bands=Sparse(beside, frozenset({card})))
    for line in lines:
        alone = projector.project(moved, (line,), bands=Sparse((line,), frozenset()))
        np.testing.assert_array_equal(_bands(alone, line), _bands(together, line))


def _bands(projection: Projection, request: Request) -> NDArray[np.float64]:
    bands = projection.series[request].bands
    assert bands is not None
    return bands


def test_that_futures_that_break_are_left_out_of_decembers_as_of_all_months() -> None:
    asked = (Request("enterprises"),)
    every, few = (
        Projector().project(SOME_BREAK, asked, bands=bands)
        for bands in (True, Sparse(asked, frozenset(asked)))
    )
    assert every.breach is not None
    assert every.breach == few.breach
    assert every.breach.left_out > 0
    all_months, decembers = (_bands(each, asked[0]) for each in (every, few))
    np.testing.assert_array_equal(all_months[:, 11::12], decembers[:, 11::12])
