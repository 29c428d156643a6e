"""The benchmark of bands measures every way on the same rows and holds it against a bare sort."""

import json

import numpy as np
import pytest

from planner.ensemble.projection import QUANTILES
from tests.benchmarks import bands


def test_that_every_way_is_held_against_a_bare_sort(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bands, "FUTURES", (64, 100))
    monkeypatch.setattr(bands, "ROUNDS", 1)
    assert bands.main(json=True) == 0
    rows = json.loads(capsys.readouterr().out)["figures"]
    assert [row["ratio"] is None for row in rows] == [True, *[False] * 4] * 2
    assert all(row["median_ms"] > 0 for row in rows)
    assert {row["name"].rpartition(", ")[2] for row in rows} == {"64 futures", "100 futures"}


def test_that_the_ways_that_are_measured_do_what_they_say() -> None:
    rows = np.random.default_rng(1).random((40, 501), np.float32)
    sorted_, parted = np.empty_like(rows), np.empty_like(rows)
    bands._sort(rows, sorted_)
    bands._partition(rows, parted)
    expected = np.quantile(rows, QUANTILES, axis=1, method="lower")
    below = [int(part * 500) for part in QUANTILES]
    np.testing.assert_array_equal(parted[:, below].T, expected)
    assert (np.diff(sorted_[:40]) >= 0).all()
