"""Kept draws are a convenience: damaged or missing ones cost time only."""

from pathlib import Path

import numpy as np
import pytest

from planner.ensemble import keep, sample


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(keep, "cache_folder", lambda: tmp_path)
    sample.unit_points.cache_clear()


def test_that_kept_draws_are_the_drawn_ones(tmp_path: Path) -> None:
    drawn = sample.unit_points(11, 100)
    assert len(list(tmp_path.glob("points_*.npy"))) == 1
    sample.unit_points.cache_clear()
    np.testing.assert_array_equal(sample.unit_points(11, 100), drawn)


def test_that_kept_draws_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = sample.unit_points(12, 64)
    sample.unit_points.cache_clear()
    monkeypatch.setattr(sample, "_sobol", None)
    np.testing.assert_array_equal(sample.unit_points(12, 64), drawn)


@pytest.mark.parametrize("damage", [b"", b"junk", b"\x93NUMPY\x01\x00"])
def test_that_damaged_draws_are_drawn_again(tmp_path: Path, damage: bytes) -> None:
    drawn = sample.unit_points(13, 64)
    for file in tmp_path.glob("points_*.npy"):
        file.write_bytes(damage)
    sample.unit_points.cache_clear()
    np.testing.assert_array_equal(sample.unit_points(13, 64), drawn)


def test_that_draws_of_another_shape_are_not_taken(tmp_path: Path) -> None:
    np.save(tmp_path / "x.npy", np.zeros((2, 3)))
    assert keep.kept_array("x.npy", (2, 3)) is not None
    assert keep.kept_array("x.npy", (3, 2)) is None


def test_that_an_unwritable_cache_costs_one_line_in_the_log(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(keep, "cache_folder", lambda: tmp_path / "missing")
    keep.keep_array("x.npy", np.zeros(3))
    assert len(caplog.records) == 1
