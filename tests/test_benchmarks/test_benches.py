"""Benchmarks run and print figures beside their floor; no test asserts a time."""

import json
import shutil

import pytest

from planner.model.graph import model
from planner.model.indices import ELEMENTS
from tests.benchmarks import engine, figures, sweep, versions
from tests.benchmarks.figures import Figure


def test_that_a_figure_is_a_median_with_its_ratio_to_the_floor(
    capsys: pytest.CaptureFixture[str],
) -> None:
    floor = figures.figure("floor", [0.002, 0.001, 0.003])
    rows = figures.against(floor, [figures.figure("work", [0.004, 0.008, 0.006])])
    figures.show("both", rows, json=True)
    found = json.loads(capsys.readouterr().out)["figures"]
    assert [row["median_ms"] for row in found] == [2.0, 6.0]
    assert found[1]["ratio"] == pytest.approx(3.0)
    assert found[0]["ratio"] is None


def test_that_the_engine_bench_measures_kernel_and_interpreter(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(engine, "FUTURES", 64)
    monkeypatch.setattr(engine, "MANY", 128)
    monkeypatch.setattr(engine, "ROUNDS", 1)
    monkeypatch.setattr(engine, "PYSD_ROUNDS", 0)
    assert engine.main(json=True) == 0
    found = json.loads(capsys.readouterr().out)["figures"]
    assert found[0]["ratio"] is None
    assert all(row["median_ms"] > 0 for row in found)
    assert sum("both worlds" in row["name"] for row in found) == 4


def test_that_the_engine_bench_tells_how_many_values_it_computes_a_second() -> None:
    values = sum(len(ELEMENTS[each.index]) for each in model().equations.values())
    told = engine._values_a_second(
        [Figure("kernel, both worlds", 10.0, 10.0, 5), Figure("kernel", 1.0, 1.0, 5)]
    )
    assert told.startswith(f"{values} values x 2 worlds x 132 steps")
    assert told.endswith(f"{values * 2 * 132 * 1e5:.2g} values a second")


def test_that_the_sweep_bench_holds_a_batch_against_its_kernel(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sweep, "FUTURES", 64)
    monkeypatch.setattr(sweep, "ROUNDS", 1)
    assert sweep.main(json=True) == 0
    found = json.loads(capsys.readouterr().out)["figures"]
    assert [row["name"] for row in found] == [
        "the kernel alone",
        "a batch, its futures known",
        "a batch, its futures drawn anew",
    ]
    assert all(row["median_ms"] > 0 for row in found)


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_that_both_versions_of_the_model_are_measured_in_turn(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(versions, "ROUNDS", 1)
    monkeypatch.setattr(versions, "FUTURES", 64)
    if versions.main(json=True):
        assert "cannot be run here" in capsys.readouterr().err
        pytest.skip("this is no checkout with its history")
    found = json.loads(capsys.readouterr().out)["figures"]
    assert [row["name"] for row in found[:3]] == [
        "model 1.0, both worlds, one thread",
        "this model, one world, one thread",
        "this model, both worlds, one thread",
    ]
    assert [row["ratio"] is None for row in found] == [True, False, False] * 2
