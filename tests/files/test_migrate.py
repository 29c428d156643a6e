"""Older files are brought up to date step by step; newer ones are refused."""

import pytest

from planner.files import migrate as migration
from planner.files.file_error import FileError
from planner.files.migrate import migrate

OLD = {"format": "suanli-scenario", "version": 1, "horizon": 2035}


def _named_anew(fields):
    return {"last_year" if key == "horizon" else key: value for key, value in fields.items()}


def _with_author(fields):
    return {**fields, "author": ""}


def test_that_every_step_from_the_files_version_on_is_applied_in_order(monkeypatch):
    monkeypatch.setattr(migration, "STEPS", (_named_anew, _with_author))
    now = {"format": "suanli-scenario", "version": 3, "last_year": 2035, "author": ""}
    assert migrate(OLD, "a.json") == now
    assert migrate({**OLD, "version": 2}, "a.json") == {**OLD, "version": 3, "author": ""}
    assert migrate(now, "a.json") == now


def test_that_a_file_of_the_version_after_next_is_still_refused(monkeypatch):
    monkeypatch.setattr(migration, "STEPS", (_named_anew,))
    with pytest.raises(FileError, match="its version is 3; this one reads files up to version 2"):
        migrate({**OLD, "version": 3}, "a.json")
    with pytest.raises(FileError, match="version is 0; allowed is a whole number from 1 to 2"):
        migrate({**OLD, "version": 0}, "a.json")
