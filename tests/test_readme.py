"""What the README names is there: files, links, commands, options, and the numbers it shows."""

import re
from pathlib import Path

import pytest

from planner.files import scenario_file
from ui.command_line import COMMANDS, main

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "README.md").read_text("utf-8")
LINKS = re.findall(r"\]\(([^)]+)\)", TEXT)
PATHS = re.findall(r"(?:tests|planner|ui|seeds|resources)/[\w./-]*\w", TEXT)
CALLS = [
    call.split()
    for call in re.findall(r"(?:^    |`)suanli ([^`\n]+)", TEXT, re.MULTILINE)
    if not call.startswith("-")
]
RUNS = ((), ("alibaba_plan=760",), ("center_utilization_target=0.6",), ("voucher_budget=0",))
AGAINST = "against the baseline"


def test_that_every_link_and_path_leads_to_something():
    assert len(LINKS) > 5
    assert len(PATHS) > 10
    for path in (*LINKS, *PATHS):
        assert (ROOT / path).exists(), path


def test_that_the_pictures_are_pictures_of_a_fair_size():
    pictures = [ROOT / path for path in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", TEXT)]
    assert len(pictures) == 2
    for path in pictures:
        assert path.read_bytes().startswith(b"\x89PNG"), path
        assert path.stat().st_size <= 400_000, path


def test_that_every_target_of_make_is_there():
    targets = set(re.findall(r"(?:^    |`)make (\w+)", TEXT, re.MULTILINE))
    assert {"run", "test"} <= targets
    rules = (ROOT / "Makefile").read_text("utf-8")
    assert all(f"\n{target}:" in rules for target in targets)


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_that_every_command_and_option_is_in_the_help(call, capsys):
    assert call[0] in COMMANDS
    assert main([call[0], "--help"]) == 0
    told = capsys.readouterr().out
    assert all(option in told for option in call if option.startswith("--"))


def test_that_the_tour_meets_every_command():
    assert {call[0] for call in CALLS} == set(COMMANDS)


def test_that_the_example_of_a_scenario_is_the_one_it_is_said_to_be(tmp_path):
    (shown,) = re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)
    path = tmp_path / "shown.scenario.json"
    path.write_text(shown, "utf-8")
    named = scenario_file.read(ROOT / "resources/examples/centers-at-60.scenario.json")
    found = scenario_file.read(path)
    assert found.levers == named.levers
    assert found.title == named.title


def _lines(changes, capsys) -> set[str]:
    """Return the lines that a run prints; under a change each outcome with what it changes."""
    sets = [part for change in changes for part in ("--set", change)]
    assert main(["run", "baseline", *sets]) == 0
    lines = capsys.readouterr().out.splitlines()
    if not changes:
        return {" ".join(line.split()) for line in lines}
    found, label = set(), ""
    for line in lines:
        if line.strip().startswith(AGAINST):
            numbers = line.strip().removeprefix(AGAINST).removeprefix(" (points)")
            found.add(" ".join((label + " " + numbers).split()))
        elif line and not line.startswith(" "):
            label = re.split(r"\s{2,}", line)[0]
    return found


@pytest.mark.parametrize(("place", "changes"), list(enumerate(RUNS)))
def test_that_the_numbers_shown_are_those_of_a_run(place, changes, capsys):
    block = re.findall(r"```text\n(.*?)```", TEXT, re.DOTALL)[place]
    printed = _lines(changes, capsys)
    shown = [" ".join(line.split()) for line in block.splitlines()[1:]]
    assert len(shown) >= 6
    assert [line for line in shown if line not in printed] == []


def test_that_every_shortcut_is_one_of_the_window():
    keys = set(re.findall(r"Ctrl\+(?:Shift\+)?[A-Z]", TEXT)) - {"Ctrl+Z", "Ctrl+S"}
    assert len(keys) == 3
    actions = (ROOT / "ui/actions.py").read_text("utf-8")
    assert all(f'"{key}"' in actions for key in keys)
