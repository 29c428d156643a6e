"""What the README and the pages behind it name is there: files, links, commands, options.

The numbers they show are held by `tests/regenerate`.
"""

import re
from pathlib import Path

import pytest

from ui import command_line
from ui.command_line import main
from ui.wording.commands.table import COMMANDS

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PAGES = (README, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "resources" / "docs").rglob("*.md")))
TEXT = README.read_text("utf-8")
PATHS = re.findall(
    r"(?<![\w/])(?:tests|planner|ui|seeds|resources)/[\w./-]*\w",
    "\n".join(page.read_text("utf-8") for page in PAGES),
)
CALLS = [
    call.split()
    for call in re.findall(r"(?:^    |`)suanli ([^`\n]+)", TEXT, re.MULTILINE)
    if not call.startswith("-")
]


def test_that_every_link_leads_to_something():
    links = [
        (page, link)
        for page in PAGES
        for link in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8"))
        if not link.startswith("https://")
    ]
    assert len(links) > 20
    assert [(page, link) for page, link in links if not (page.parent / link).exists()] == []


def test_that_the_readme_links_and_every_path_is_there():
    assert TEXT.count("](") > 10
    assert len(PATHS) > 40
    for path in PATHS:
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
    assert call[0] in command_line.COMMANDS
    assert main([call[0], "--help"]) == 0
    told = capsys.readouterr().out
    assert all(option in told for option in call if option.startswith("--"))


def test_that_the_tour_meets_every_command():
    assert {call[0] for call in CALLS} == set(command_line.COMMANDS)


def test_that_every_shortcut_is_one_of_the_window():
    keys = set(re.findall(r"Ctrl\+(?:Shift\+)?[A-Z]", TEXT)) - {"Ctrl+Z", "Ctrl+S"}
    assert len(keys) == 4
    assert keys <= {key for command in COMMANDS for key in command.shortcuts}
