"""`suanli bench`: finds the bench that was named, or runs all in turn."""

import json
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
        def noting(as_json, **more):
            calls.append((name, as_json, *more))
            sys.stdout.write(json.dumps({"bench": name}) if as_json else name)
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


def test_that_without_a_name_every_bench_of_speed_is_run_and_the_worst_code_returned(asked):
    assert main(["bench"]) == 1
    assert asked == [(name, False) for name in ("engine", "bands", "drag", "start", "memory")]


def test_that_several_benches_print_one_json_document(asked, capsys):
    assert main(["bench", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [one["bench"] for one in found] == ["engine", "bands", "drag", "start", "memory"]


def test_that_a_fresh_start_is_asked_of_start_alone(asked, capsys):
    assert main(["bench", "start", "--fresh"]) == 0
    assert asked == [("start", False, "fresh")]
    assert main(["bench", "drag", "--fresh"]) == 2
    assert "--fresh goes with start" in capsys.readouterr().err


def test_that_an_unknown_bench_is_refused(asked, capsys):
    assert main(["bench", "speed"]) == 2
    assert "invalid choice: 'speed'" in capsys.readouterr().err
    assert asked == []
