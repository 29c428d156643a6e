"""The changelog, the version in pyproject.toml and what the program says of itself agree."""

import re
import tomllib
from pathlib import Path

from ui.command_line import main

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CHANGELOG.md").read_text("utf-8")
HEADS = re.findall(r"^## (.+)$", TEXT, re.MULTILINE)
RELEASE = re.compile(r"\[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}")


def test_that_what_is_unreleased_stands_above_every_release():
    assert len(HEADS) > 1
    assert HEADS[0] == "[Unreleased]"
    assert all(RELEASE.fullmatch(head) for head in HEADS[1:]), HEADS


def test_that_releases_go_from_the_newest_to_the_oldest():
    released = [tuple(map(int, version.split("."))) for version in RELEASE.findall(TEXT)]
    assert released
    assert released == sorted(set(released), reverse=True)


def test_that_the_newest_release_is_the_version_of_the_program(capsys):
    newest = RELEASE.findall(TEXT)[0]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == newest
    assert main(["--version"]) == 0
    assert newest in capsys.readouterr().out
