"""Benches run and print figures beside their floor; no test asserts a time."""

import json

import pytest

from ui.bench import engine, figures


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
    monkeypatch.setattr(engine, "ROUNDS", 2)
    assert engine.main(json=True) == 0
    found = json.loads(capsys.readouterr().out)["figures"]
    assert found[0]["ratio"] is None
    assert all(row["median_ms"] > 0 for row in found)
