"""What a window keeps of a document is for its owner alone."""

import os
import stat
from pathlib import Path

import pytest

from planner.files.scenario import scenario_file
from planner.model.scenario import Scenario
from tests.reliability.remote_window import Remote
from ui.process.state.private import make_private_folder

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")


def _open_to_others(folder: Path) -> list[str]:
    """Return what is in a folder and may be read, written or entered by others."""
    return [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*"))
        if not path.is_symlink() and path.lstat().st_mode & 0o077 and path.suffix != ".lock"
    ]


def test_that_what_is_kept_of_a_document_is_read_by_nobody_else(tmp_path):
    path, state = tmp_path / "secret.scenario.json", tmp_path / "own" / "state"
    scenario_file.write(path, Scenario(title="Secret"))
    path.chmod(0o600)
    before = os.umask(0o022)
    try:
        window = Remote(state, path, is_forked=False)
        window.ask("edit", 400)
        window.ask("flush")
        kept = [each for each in state.rglob("*") if each.is_file()]
        assert any(b"Secret" in each.read_bytes() for each in kept), "nothing was kept"
        assert (state / "window.json").is_file()
        assert _open_to_others(state) == []
        window.ask("save")
        window.close()
        assert _open_to_others(state) == []
    finally:
        os.umask(before)
    assert {each.name: stat.S_IMODE(each.stat().st_mode) for each in tmp_path.glob("secret*")} == {
        "secret.scenario.json": 0o600,
        "secret.scenario.json.bak": 0o600,
    }


def test_that_what_is_missing_above_a_private_folder_is_made_as_private(tmp_path):
    before = os.umask(0o022)
    try:
        make_private_folder(tmp_path / "a" / "b")
        make_private_folder(tmp_path / "a" / "b")
    finally:
        os.umask(before)
    assert _open_to_others(tmp_path) == []


def test_that_what_an_older_version_left_open_is_closed(tmp_path):
    state, elsewhere = tmp_path / "own" / "state", tmp_path / "elsewhere"
    elsewhere.write_text("not ours")
    elsewhere.chmod(0o644)
    session = state / "recovery" / "0123"
    session.mkdir(parents=True)
    for path in (session / "a.json", state / "window.json", state / "suanli.log"):
        path.write_text("{}")
        path.chmod(0o644)
    notes = state / "notes of the user"
    notes.write_text("not ours")
    notes.chmod(0o644)
    (session / "link").symlink_to(elsewhere)
    for folder in (state, state / "recovery", session):
        folder.chmod(0o755)
    window = Remote(state, is_forked=False)
    assert _open_to_others(state) == [notes.name]
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o644
    assert stat.S_IMODE(state.stat().st_mode) == 0o755, "the user may share it for other things"
    window.close()
