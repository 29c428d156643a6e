"""Any number of futures in bounded memory: the same futures, the same bands."""

import gc
import tracemalloc
from dataclasses import replace

import numpy as np
import pytest

from planner.ensemble import runs
from planner.ensemble.bands import stream
from planner.ensemble.conditioning.chosen import choosing
from planner.ensemble.many import Projector
from planner.ensemble.progress import StoppedError, to_the_end
from planner.ensemble.projection import VIEWS, Request
from planner.ensemble.sample import draw, draw_pieces
from planner.model.scenario import Scenario, with_assumption, with_lever
from planner.quantities.spread import Spread

MOVED = with_assumption(
    with_lever(Scenario(futures=1500), "alibaba_plan", 700), "crowd_in", Spread(3.0, 4.0, 5.0)
)
WANTED = [
    *(Request("installed_compute", "", view) for view in VIEWS),
    Request("public_cost_per_added_enterprise", "henan"),
    Request("voucher_budget_used", "shanghai"),
]


@pytest.fixture
def _in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "LARGEST_RUN", 0)
    monkeypatch.setattr(stream, "LARGEST_PIECE", 512)


def test_that_draws_come_in_pieces_as_they_come_at_once() -> None:
    whole = draw(replace(MOVED, futures=1024), 1024)
    one, other = draw_pieces(MOVED, to_the_end(choosing(MOVED, 1024)), 512)
    np.testing.assert_array_equal(one.drawn, whole.drawn[:, :513])
    np.testing.assert_array_equal(other.drawn[:, 1:], whole.drawn[:, 513:])
    np.testing.assert_array_equal(other.drawn[:, 0], whole.drawn[:, 0])
    np.testing.assert_array_equal(one.drawn_rows, whole.drawn_rows)


@pytest.mark.usefixtures("_in_pieces")
def test_that_bands_in_pieces_are_those_of_all_futures_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    projector = Projector()
    projector.warm_up()
    streamed = projector.project(MOVED, WANTED)
    assert streamed.futures == 1500
    monkeypatch.undo()
    whole = projector.project(MOVED, WANTED)
    for request in WANTED:
        found, exact = streamed.series[request].bands, whole.series[request].bands
        assert found is not None
        assert exact is not None
        center = whole.series[request].center
        np.testing.assert_array_equal(streamed.series[request].center, center)
        finite = np.isfinite(exact)
        np.testing.assert_array_equal(found[~finite], exact[~finite])
        least = np.min(exact, axis=0, where=finite, initial=np.inf)
        most = np.max(exact, axis=0, where=finite, initial=-np.inf)
        several = finite.sum(axis=0) > 1
        size = np.where(several, most - least, np.abs(most))
        within = np.broadcast_to(1e-3 * size + 1e-6 * np.abs(most) + 1e-9, exact.shape)
        gaps = np.abs(np.subtract(found, exact, where=finite, out=np.zeros_like(exact)))
        assert (gaps <= within)[finite].all(), request


@pytest.mark.usefixtures("_in_pieces")
def test_that_a_long_run_stops_at_the_next_piece_when_it_is_stale() -> None:
    asked: list[bool] = []

    def is_stale() -> bool:
        asked.append(len(asked) == 1)
        return asked[-1]

    with pytest.raises(StoppedError):
        Projector().project(MOVED, WANTED[:1], is_stale=is_stale)
    assert asked == [False, True]


def test_that_a_run_too_large_to_keep_is_not_kept() -> None:
    assert runs.fits(Scenario(), 1000, 102)
    assert not runs.fits(Scenario(), 100_000, 102)
    assert runs.fits(Scenario(), 10_000, 20)
    assert not runs.fits(Scenario(last_year=2050), 10_000, 30)


def _peak(futures: int) -> int:
    """Return the most bytes that a streamed run holds at a time, and nothing else beside it."""
    scenario, wanted = Scenario(futures=futures, last_year=2026), WANTED[:2]
    projector = Projector()
    projector.project(scenario, wanted)
    return min(_traced(projector, scenario, wanted) for _ in range(3))


def _traced(projector: Projector, scenario: Scenario, wanted: list[Request]) -> int:
    gc.collect()
    tracemalloc.start()
    try:
        projector.project(scenario, wanted)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.usefixtures("_in_pieces")
def test_that_ten_times_the_futures_take_no_more_memory_but_their_places_in_the_pool() -> None:
    few, many = _peak(1024), _peak(10_240)
    places = 16 * (10_240 - 1024)
    assert few > 1024 * 24 * 4
    assert many < few * 1.05 + places
