"""`python -m tests.benchmarks`: finds the benchmarks that were named, or runs all in turn."""

import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.benchmarks.__main__ import BENCHMARKS, main

ROOT = Path(__file__).parents[2]


@pytest.fixture
def asked(monkeypatch):
    """Put benchmarks that only note how they were called in the place of the real ones."""
    calls = []

    def benchmark(name):
        def noting(as_json, **more):
            calls.append((name, as_json, *more))
            sys.stdout.write(json.dumps({"bench": name}) if as_json else name)
            return 1 if name == "drag" else 0

        return noting

    for name in BENCHMARKS:
        module = ModuleType(f"tests.benchmarks.{name}")
        module.__dict__["main"] = benchmark(name)
        monkeypatch.setitem(sys.modules, f"tests.benchmarks.{name}", module)
    return calls


def test_that_those_named_are_run_and_told_how_to_print(asked):
    assert main(["engine", "--json"]) == 0
    assert main(["start", "drag"]) == 1
    assert asked == [("engine", True), ("start", False), ("drag", False)]


def test_that_without_a_name_every_benchmark_is_run_and_the_worst_code_returned(asked):
    assert main([]) == 1
    assert asked == [(name, False) for name in BENCHMARKS]


def test_that_several_print_one_json_document(asked, capsys):
    assert main(["--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [one["bench"] for one in found] == [*BENCHMARKS]


def test_that_a_fresh_start_is_asked_of_start_alone(asked, capsys):
    assert main(["start", "--fresh"]) == 0
    assert asked == [("start", False, "fresh")]
    assert main(["start", "drag", "--fresh"]) == 2
    assert capsys.readouterr().err == "suanli: --fresh goes with start alone\n"


def test_that_an_unknown_name_is_refused_with_the_list_before_any_is_run(asked, capsys):
    assert main(["engine", "speed"]) == 2
    said = (
        'there is no benchmark "speed", only engine, bands, drag, start, memory, million, '
        "versions, studies, sweep"
    )
    assert capsys.readouterr().err == f"suanli: {said}\n"
    assert asked == []


def test_that_every_module_that_measures_is_named():
    folder = ROOT / "tests" / "benchmarks"
    able = {path.stem for path in folder.glob("[!_]*.py") if "\ndef main(" in path.read_text()}
    assert able == {*BENCHMARKS}


@pytest.mark.parametrize(("only", "code"), [("speed", 2), ("--help", 0)])
def test_that_make_hands_on_what_is_named(only, code):
    rule = (ROOT / "Makefile").read_text("utf-8").partition("\nbench:")[2].splitlines()[1]
    command = rule.strip().removeprefix("@.venv/bin/python").replace("$(ONLY)", only).split()
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == code
    assert "engine, bands, drag" in done.stdout + done.stderr
