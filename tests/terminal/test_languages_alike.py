"""Every command in three languages: the same codes, numbers and files, and no word left behind."""

import re
from functools import cache

import pytest

from planner.files.scenario.scenario_file import examples, write
from planner.model.graph import model
from planner.model.indices import AREAS
from planner.model.scenario import Scenario
from planner.model.story.states import step_of, with_story
from planner.quantities.unit_forms import unit_form
from tests.marking import marking_catalog, outside_of_marks
from ui.command_line import COMMANDS, main

__all__ = ["marking_catalog"]

FEW = ("--futures", "32")
PLAN = "futures = 32\n[inputs]\nalibaba_plan = [400, 500]\n[outcomes]\nenterprises = [2030]\n"
NUMBERS = "date,outcome,value\n2026-06,enterprises,6100\n"
MOVED = "voucher_budget.chengdu=900"
TOLD = with_story(Scenario(title="2"), (step_of(Scenario(), "1", "3"),))
CALLS = {
    "run": ("run", "baseline", *FEW, "--set", MOVED, "--target", "enterprises>=9000@2030"),
    "compare": ("compare", "baseline", "--scenario", "Mine", "--set", MOVED, "--set", "futures=32"),
    "validate": ("validate", str(examples()[1][2])),
    "facts": ("facts", "P001"),
    "reference": ("reference",),
    "model": ("model", "--xmile", "model.xmile"),
    "backtest": ("backtest",),
    "inspect": ("inspect", "enterprises.chengdu"),
    "story": ("story", "told.scenario.json"),
    "variants": ("variants", *FEW, "--outcome", "enterprises", "--year", "2030", "--set", MOVED),
    "survive": ("survive", *FEW, "--set", MOVED, "--cost", "net_public_cost"),
    "future": ("future", *FEW, "--pin", "pinned.json"),
    "discover": ("discover", *FEW, "--target", "enterprises>=9000@2030"),
    "solve": ("solve", *FEW, "--at-least", "9000", "--lever", "voucher_budget"),
    "split": ("split", *FEW, "--goal", "9000", "--save", "split.json"),
    "money": ("money", *FEW, "--among", "vouchers"),
    "explain": ("explain", *FEW, "--set", MOVED),
    "matters": ("matters", *FEW),
    "score": ("score", *FEW, "--numbers", "own.csv", "--save", "scored.json"),
    "sweep": ("sweep", "plan.toml", "--out", "out", "--processes", "1"),
    "calibrate": ("calibrate", *FEW, "--numbers", "own.csv", "--save", "calibrated.json"),
}
"""A call of each command; what it writes for programs comes on top."""
FILES = {
    "run": ("--csv", "out.csv", "--json", "out.json"),
    "backtest": ("--csv", "out.csv", "--json", "out.json"),
    "variants": ("--csv", "out.csv", "--json", "out.json"),
    "compare": ("--table", "out.json"),
    **dict.fromkeys(("survive", "future", "discover", "solve", "split", "money"), ("--table",)),
    **dict.fromkeys(("explain", "matters", "score", "calibrate"), ("--table",)),
}
AS_PUBLISHED = {"facts", "reference"}
"""Commands that print titles of sources, equations, keys and units, which stay as they are."""
NUMBER = re.compile(r"[+−-]?\d[\d.,]*")


def test_that_every_command_is_called():
    assert set(CALLS) == set(COMMANDS)


def _done(command, language, folder, monkeypatch, capsys):
    """Run a command in a folder of its own; return its code, what it said, and its files."""
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "own.csv").write_text(NUMBERS)
    (folder / "plan.toml").write_text(PLAN)
    write(folder / "told.scenario.json", TOLD)
    files = FILES.get(command, ())
    files = (*files, "table.json") if files == ("--table",) else files
    code = main([*CALLS[command], *files, "--lang", language])
    captured = capsys.readouterr()
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    written = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    return code, captured.out + captured.err, written


def _digits(text):
    """Return the digits of each number of a text in their order, without the marks between."""
    return [re.sub(r"[.,]", "", each) for each in NUMBER.findall(text)]


def _words_left(text):
    """Return the words that stand in no marks, without names of the model and of units."""
    left = set(re.findall(r"[^\W\d_]{2,}", outside_of_marks(text).replace("suanli", "")))
    return left - _allowed()


@cache
def _allowed():
    known = model()
    names = {*known.levers, *known.outcomes, *known.assumptions, *AREAS}
    units = {each.told_in for each in known.outcomes.values()} | {*known.units.values()}
    shown = {unit_form(unit, language="it").shown for unit in units}
    texts = (*names, *shown, "Baseline with", "mine", "baseline", "EFLOPS")
    return {word for text in texts for word in re.findall(r"[^\W\d_]{2,}", text)}


@pytest.mark.usefixtures("marking_catalog")
@pytest.mark.parametrize("command", COMMANDS)
def test_that_a_command_says_the_same_in_each_language(command, tmp_path, monkeypatch, capsys):
    said = {
        language: _done(command, language, tmp_path / language, monkeypatch, capsys)
        for language in ("en", "it", "zh")
    }
    code, english, files = said["en"]
    assert code == 0, english
    for language in ("it", "zh"):
        other_code, text, other_files = said[language]
        assert other_code == code
        assert other_files == files
        assert text.strip()
    _, italian, _ = said["it"]
    assert _digits(italian) == _digits(english)
    if command not in AS_PUBLISHED:
        assert _words_left(italian) == set()
