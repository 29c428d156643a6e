"""Futures are counted on a grid by code that is compiled and kept apart from the model."""

from pathlib import Path

import numpy as np
import pytest

from planner.engine.kernel.codegen.histogram import compile_histogram
from planner.engine.kernel.codegen.signatures import COUNT, COUNT_ARGUMENTS, RUN
from planner.engine.kernel.runtime.histogram import histogram
from planner.engine.kernel.runtime.linking import functions_of, linked
from planner.engine.kernel.runtime.load import kernel

GRID = 4


def counted(count, values: list[float]) -> tuple[list[int], list[float]]:
    """Return the counts of values on the grid 0, 1, 2, 3, and the least and most of them."""
    places, counts = np.empty(len(values), np.int32), np.zeros(GRID + 5, np.uint32)
    ends = np.array([np.inf, -np.inf])
    count(np.array(values, np.float32), 0.0, 1.0, GRID, places, counts, ends)
    return counts.tolist(), ends.tolist()


def test_that_each_value_is_counted_at_its_point_and_the_others_in_columns_of_their_own() -> None:
    values = [0.1, 0.9, 1.2, 3.0, -7.0, 9.0, np.inf, -np.inf, np.nan]
    counts, ends = counted(histogram(), values)
    assert counts == [1, 1, 1, 2, 0, 1, 1, 1, 1]
    assert ends == [-7.0, 9.0]


def test_that_it_holds_nothing_of_a_model_and_the_kernel_nothing_of_it() -> None:
    with pytest.raises(RuntimeError):
        linked(compile_histogram(), RUN)
    with pytest.raises(RuntimeError):
        linked(kernel().compiled.machine_code, COUNT)


def test_that_it_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SUANLI_CACHE_FOLDER", str(tmp_path))
    histogram.cache_clear()
    histogram()
    (kept,) = tmp_path.glob("histogram_*.bin")
    before = kept.read_bytes()
    histogram.cache_clear()
    assert counted(histogram(), [1.0])[0] == [0, 0, 0, 1, 0, 0, 0, 0, 0]
    assert kept.read_bytes() == before


def test_that_freshly_compiled_code_counts_the_same() -> None:
    (fresh,) = functions_of(compile_histogram(), {COUNT: COUNT_ARGUMENTS})
    values = np.random.default_rng(3).normal(1.5, 2, 1000).tolist()
    assert counted(fresh, values) == counted(histogram(), values)
