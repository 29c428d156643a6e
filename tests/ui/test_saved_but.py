"""What is saved is called saved, with what its user should know of it all the same."""

import errno
import os
import stat

import pytest

from planner.files.scenario_file import read
from planner.model.scenario import with_lever


@pytest.fixture
def no_folder_is_flushed(monkeypatch):
    """Let the disk fail when a folder is flushed."""
    flush = os.fsync

    def fail_for_folders(descriptor):
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", fail_for_folders)


@pytest.mark.skipif(not hasattr(os, "O_DIRECTORY"), reason="needs folders that are flushed")
def test_that_a_save_whose_folder_cannot_be_flushed_is_a_save(
    suanli, tmp_path, no_folder_is_flushed, monkeypatch
):
    path = tmp_path / "a.scenario.json"
    document = suanli.document
    document.edit("Move", with_lever(document.scenario, "alibaba_plan", 400))
    assert suanli.saving.save_to(path)
    assert read(path) == document.scenario
    assert not document.is_dirty
    assert document.path == path
    bar = suanli.window.bars.bars["remark"]
    assert bar.isVisible()
    assert "is saved, but a loss of power could undo that" in bar.sentence.text()
    assert "cannot be saved" not in bar.sentence.text()
    monkeypatch.undo()
    assert suanli.saving.save_to(path)
    assert not bar.isVisible(), "the reason is gone"
