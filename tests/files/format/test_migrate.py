"""Older files are brought up to date step by step; newer ones are told apart."""

import json
from pathlib import Path

import pytest

from planner.files.format import migrate as migration
from planner.files.format.migrate import (
    STEPS,
    Step,
    changes_since,
    migrate,
    present_version,
    version_of,
)
from planner.files.scenario.scenario_file import open_file, read, to_bytes
from planner.model.graph import model
from planner.storage.sentences.file_error import FileError
from planner.storage.sentences.message import message
from planner.storage.sentences.spoken import LANGUAGES

FIXTURES = Path(__file__).parents[1] / "scenario" / "versions"
OLD = {"format": "suanli-scenario", "version": 1, "horizon": 2035}


def _named_anew(fields):
    return {"last_year" if key == "horizon" else key: value for key, value in fields.items()}


def _with_author(fields):
    return {**fields, "author": ""}


NAMED_ANEW, WITH_AUTHOR = (
    Step(change, message("since_version_2")) for change in (_named_anew, _with_author)
)


def test_that_every_step_from_the_files_version_on_is_applied_in_order(monkeypatch):
    monkeypatch.setattr(migration, "STEPS", (NAMED_ANEW, WITH_AUTHOR))
    now = {"format": "suanli-scenario", "version": 3, "last_year": 2035, "author": ""}
    assert migrate(OLD, "a.json") == now
    assert migrate({**OLD, "version": 2}, "a.json") == {**OLD, "version": 3, "author": ""}
    assert migrate(now, "a.json") == now


def test_that_a_file_of_the_version_after_next_is_still_refused(monkeypatch):
    monkeypatch.setattr(migration, "STEPS", (NAMED_ANEW,))
    assert version_of({**OLD, "version": 3}, "a.json") == 3
    with pytest.raises(FileError, match=r"newer version \(format 3\); .* reads up to format 2"):
        migrate({**OLD, "version": 3}, "a.json")
    with pytest.raises(FileError, match="version is 0; it must be a whole number from 1 to 2"):
        migrate({**OLD, "version": 0}, "a.json")


def test_that_every_version_there_was_has_a_fixture_and_a_note_of_what_changed():
    found = {path.name.split(".")[0] for path in FIXTURES.iterdir()}
    assert found == {str(version) for version in range(1, present_version() + 1)}
    for number, step in enumerate(STEPS, start=2):
        assert (step.change.__doc__ or "").startswith(f"Version {number} ")
        assert all(step.note.text(language) for language in LANGUAGES)
    assert len(changes_since(1)) == len(STEPS)
    assert changes_since(present_version()) == ()


@pytest.mark.parametrize("version", range(1, present_version() + 1))
def test_that_a_file_of_every_version_opens_as_the_same_scenario(version):
    path = FIXTURES / f"{version}.scenario.json"
    assert json.loads(path.read_bytes())["version"] == version
    opened = open_file(path)
    assert opened.version == version
    assert bool(opened.changes) == (version < present_version())
    assert opened.read_only_reason is None
    assert opened.scenario == read(FIXTURES / f"{present_version()}.scenario.json")


def test_that_a_file_of_this_version_is_what_saving_it_would_write():
    path = FIXTURES / f"{present_version()}.scenario.json"
    opened = open_file(path)
    assert opened.results is not None
    present = f'"model_version": "{model().version}"'.encode()
    data = path.read_bytes().replace(b'"model_version": "2.0"', present)
    assert to_bytes(opened.scenario, opened.results) == data


def test_that_a_step_leaves_what_it_was_given_as_it_was():
    fields = json.loads((FIXTURES / "1.scenario.json").read_bytes())
    before = json.dumps(fields)
    migrate(fields, "a.json")
    assert json.dumps(fields) == before
