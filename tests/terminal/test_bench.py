"""`suanli bench`: finds the bench that was named, or runs all in turn."""

import sys
from types import ModuleType

import pytest

from ui.command_line import main
from ui.terminal.bench import BENCHES


@pytest.fixture
def asked(monkeypatch):
    """Put benches that only note how they were called in the place of the real ones."""
    calls = []

    def bench(name):
        def noting(json):
            calls.append((name, json))
            return 1 if name == "drag" else 0

        return noting

    monkeypatch.setitem(sys.modules, "ui.bench", ModuleType("ui.bench"))
    for name in BENCHES:
        module = ModuleType(f"ui.bench.{name}")
        module.__dict__["main"] = bench(name)
        monkeypatch.setitem(sys.modules, f"ui.bench.{name}", module)
    return calls


def test_that_one_bench_is_run_and_told_how_to_print(asked):
    assert main(["bench", "engine", "--json"]) == 0
    assert main(["bench", "drag"]) == 1
    assert asked == [("engine", True), ("drag", False)]


def test_that_without_a_name_every_bench_is_run_and_the_worst_code_returned(asked):
    assert main(["bench"]) == 1
    assert asked == [(name, False) for name in ("engine", "drag", "start", "backtest")]


def test_that_an_unknown_bench_is_refused(asked, capsys):
    assert main(["bench", "speed"]) == 2
    assert "invalid choice: 'speed'" in capsys.readouterr().err
    assert asked == []
