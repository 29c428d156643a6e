"""What is saved is called saved, with what its user should know of it all the same."""

import errno
import os
import stat

import pytest

from planner.files.scenario.scenario_file import read
from planner.model.scenario import with_lever
from ui.command_line import main


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


@pytest.mark.skipif(not hasattr(os, "O_DIRECTORY"), reason="needs folders that are flushed")
def test_that_the_terminal_says_so_of_every_file_and_ends_well(
    tmp_path, no_folder_is_flushed, capfd
):
    charts, csv = tmp_path / "charts", tmp_path / "a.csv"
    asked = ["--futures", "20", "--csv", str(csv), "--png", str(charts), "--size", "800x600@1"]
    assert main(["run", "baseline", *asked]) == 0
    said = capfd.readouterr()
    told = [line for line in said.err.splitlines() if "a loss of power could undo that" in line]
    assert len(told) == 5, "the table and four charts"
    assert said.err.count("\n") == len(told)
    assert said.out.count("wrote ") == 5
    assert csv.is_file()


@pytest.mark.skipif(not hasattr(os, "O_DIRECTORY"), reason="needs folders that are flushed")
def test_that_an_export_says_so_where_it_says_that_it_is_written(
    drawn, tmp_path, no_folder_is_flushed
):
    said: list[str] = []
    drawn.exports.done.connect(said.append)
    assert drawn.exports.write_chart(0, tmp_path / "a.png")
    assert len(said) == 1
    assert said[0].startswith("Wrote a.png. ")
    assert "a loss of power could undo that" in said[0]
