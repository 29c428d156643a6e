"""Every command in three languages: the same codes, numbers and files, and no word left behind."""

import re

import pytest

from planner.files.scenario.scenario_file import examples
from tests.marking import marking_catalog
from tests.some import some
from ui.command_line import COMMANDS, main

__all__ = ["marking_catalog"]

FEW = ("--futures", "32")
NUMBERS = "date,outcome,value\n2026-06,enterprises,6100\n"
MOVED = "voucher_budget.chengdu=900"
CALLS = {
    "run": ("run", "baseline", *FEW, "--set", MOVED, "--target", "enterprises>=9000@2030"),
    "compare": ("compare", "baseline", "--scenario", "Mine", "--set", MOVED, "--set", "futures=32"),
    "validate": ("validate", str(examples()[1][2])),
    "facts": ("facts", "P001"),
    "reference": ("reference",),
    "model": ("model", "--xmile", "model.xmile"),
    "backtest": ("backtest",),
    "inspect": ("inspect", "enterprises.chengdu"),
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
NUMBER = re.compile(r"[+−-]?\d[\d.,]*")


def test_that_every_command_is_called():
    assert set(CALLS) == set(COMMANDS)


def _done(command, language, folder, monkeypatch, capsys):
    """Run a command in a folder of its own; return its code, what it said, and its files."""
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "own.csv").write_text(NUMBERS)
    files = FILES.get(command, ())
    files = (*files, "table.json") if files == ("--table",) else files
    code = main([*CALLS[command], *files, "--lang", language])
    captured = capsys.readouterr()
    written = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
    return code, captured.out + captured.err, written


def _numbers(text, language):
    """Return the numbers of a text, those of Italian as English writes them, in their order."""
    found = NUMBER.findall(text)
    if language == "it":
        found = [each.translate(str.maketrans(".,", ",.")) for each in found]
    return [each.replace(",", "").strip(".") for each in found]


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
        assert some(text.splitlines())
