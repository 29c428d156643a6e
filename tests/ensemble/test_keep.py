"""Kept draws are a convenience: damaged or missing ones cost time only."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from planner.ensemble import keep, sample
from planner.model.scenario import Scenario
from planner.storage import cache


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SUANLI_CACHE_FOLDER", str(tmp_path))
    sample._kept.cache_clear()


def drawn_with(seed: int, futures: int) -> NDArray[np.float64]:
    return sample.draw(Scenario(seed=seed), futures).drawn


def test_that_kept_draws_are_the_drawn_ones(tmp_path: Path) -> None:
    drawn = drawn_with(11, 100)
    assert len(list(tmp_path.glob("draws_*.npy"))) == 1
    sample._kept.cache_clear()
    np.testing.assert_array_equal(drawn_with(11, 100), drawn)


def test_that_kept_draws_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = drawn_with(12, 64)
    sample._kept.cache_clear()
    monkeypatch.setattr(sample, "drawn_at", None)
    np.testing.assert_array_equal(drawn_with(12, 64), drawn)


def test_that_one_changed_number_is_noticed(tmp_path: Path) -> None:
    drawn = drawn_with(14, 64)
    (file,) = tmp_path.glob("draws_*.npy")
    data = bytearray(file.read_bytes())
    data[-8:] = np.float64(0.125).tobytes()
    file.write_bytes(bytes(data))
    sample._kept.cache_clear()
    np.testing.assert_array_equal(drawn_with(14, 64), drawn)


@pytest.mark.parametrize("damage", [b"", b"junk", b"\x93NUMPY\x01\x00"])
def test_that_damaged_draws_are_drawn_again(tmp_path: Path, damage: bytes) -> None:
    drawn = drawn_with(13, 64)
    for file in tmp_path.glob("draws_*.npy"):
        file.write_bytes(damage)
    sample._kept.cache_clear()
    np.testing.assert_array_equal(drawn_with(13, 64), drawn)


def test_that_draws_of_another_shape_are_not_taken() -> None:
    keep.keep_array("x.npy", np.zeros((2, 3)))
    assert keep.kept_array("x.npy", (2, 3)) is not None
    assert keep.kept_array("x.npy", (3, 2)) is None


def test_that_what_is_no_array_is_not_taken() -> None:
    cache.keep("x.npy", b"\x93NUMPY\x01\x00")
    assert keep.kept_array("x.npy", (2, 3)) is None


def test_that_draws_too_large_for_the_cache_are_not_kept(tmp_path: Path) -> None:
    keep.keep_array("x.npy", np.broadcast_to(np.zeros(1), (keep.LARGEST,)))
    assert list(tmp_path.iterdir()) == []


def test_that_the_name_changes_with_whatever_draws_rest_on() -> None:
    assert keep.name_of("draws", 1, 2) == keep.name_of("draws", 1, 2)
    assert keep.name_of("draws", 1, 2) != keep.name_of("draws", 1, 3)
