"""Many futures kept block by block: work that was left goes on, and threads share it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from planner.engine.run import warm_up_kernel
from planner.ensemble.conditioning import chosen, pool
from planner.ensemble.conditioning.blocks import Blocks, weighed_until
from planner.ensemble.conditioning.chosen import choosing, enough, for_now
from planner.ensemble.conditioning.pool import Chosen
from planner.ensemble.conditioning.weights import weights_at
from planner.ensemble.many import Projector
from planner.ensemble.progress import Steps, StoppedError, to_the_end
from planner.ensemble.projection import Request
from planner.model.scenario import Scenario, with_lever
from tests.some import some

BLOCK = 256
POOL = 4096
MANY = Scenario(futures=1000)


@pytest.fixture
def pieces(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[int]]:
    """Let blocks be small, and return where each piece that is weighed begins."""
    warm_up_kernel()
    monkeypatch.setenv("SUANLI_CACHE_FOLDER", str(tmp_path))
    monkeypatch.setattr(pool, "BLOCK", BLOCK)
    monkeypatch.setattr(pool, "SMALLEST", POOL)
    monkeypatch.setattr(pool, "PIECE", POOL // 4)
    begun: list[int] = []

    def noted(places: np.ndarray, scenario: Scenario) -> np.ndarray:
        begun.append(int(places[0]))
        return weights_at(places, scenario)

    monkeypatch.setattr(pool, "weights_at", noted)
    chosen.forget()
    yield begun
    chosen.forget()


def left_after(steps: Steps[object], count: int) -> None:
    """Take so many steps and leave the work, as Cancel does."""
    for _ in some(range(count)):
        next(steps)
    steps.close()


def test_that_weighing_that_was_left_goes_on_at_the_block_where_it_stood(
    pieces: list[int],
) -> None:
    left_after(choosing(MANY, 1000), 11)
    before = len(pieces)
    found = to_the_end(choosing(with_lever(MANY, "alibaba_plan", 700), 1000))
    assert before == 10
    assert min(pieces[before:]) == 2 * POOL
    chosen.forget()
    np.testing.assert_array_equal(to_the_end(choosing(MANY, 1000)).places, found.places)


def test_that_two_threads_share_the_blocks_of_the_same_futures(pieces: list[int]) -> None:
    one, other = in_turn(choosing(MANY, 1000), choosing(MANY, 1000))
    np.testing.assert_array_equal(one.places, other.places)
    assert len(pieces) == len(set(pieces))


def in_turn(*works: Steps[Chosen]) -> Iterator[Chosen]:
    """Take a step of each work in turn, as threads do; yield what they give."""
    going = list(works)
    while going:
        for each in tuple(going):
            try:
                next(each)
            except StopIteration as end:
                going.remove(each)
                yield end.value


def test_that_a_block_that_was_left_is_free_for_others() -> None:
    blocks = Blocks(4)

    def weighing(number: int) -> Steps[np.ndarray]:
        yield 0.5
        return np.ones(8)

    def half(weights: np.ndarray) -> float:
        return 0.5

    first = weighed_until(blocks, 4, weighing, half)
    next(first)
    assert blocks.claim(4) is None
    first.close()
    assert blocks.claim(4) == 0


def test_that_the_first_of_a_million_futures_need_one_pool_alone(pieces: list[int]) -> None:
    million = replace(MANY, futures=1_000_000)
    assert enough(million, 100) == BLOCK
    assert enough(million, 700) == 700
    assert enough(replace(MANY, futures=200), 100) == 200
    few = Projector().project(million, [Request("enterprises")], futures=100)
    assert few.draws.kind == "conditioned"
    assert len(pieces) == POOL // pool.PIECE
    whole = to_the_end(choosing(MANY, 1000))
    np.testing.assert_array_equal(to_the_end(choosing(million, BLOCK)).places, whole.places[:BLOCK])


def test_that_what_stands_in_for_futures_is_the_same_each_time(pieces: list[int]) -> None:
    assert for_now(MANY, 1000) is for_now(MANY, 1000)


def test_that_a_run_of_many_blocks_can_be_left_while_they_are_weighed(pieces: list[int]) -> None:
    with pytest.raises(StoppedError):
        Projector().project(MANY, [Request("enterprises")], is_stale=lambda: len(pieces) > 6)
    assert len(pieces) == 7


def test_that_places_of_very_many_futures_are_remembered_within_bounds(
    pieces: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = to_the_end(choosing(Scenario(seed=1), 100))
    monkeypatch.setattr(chosen, "LARGEST_SUM", 200 * first.places.itemsize)
    to_the_end(choosing(Scenario(seed=2), 100))
    assert to_the_end(choosing(Scenario(seed=1), 100)) is first
    last = to_the_end(choosing(Scenario(seed=3), 100))
    assert [*chosen._choices.values()] == [first, last]
