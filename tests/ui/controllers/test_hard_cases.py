"""Sequences in which a file was once overwritten or work lost: each with the window as it is."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox

from planner.files.format.plain_text import check_name, check_notes, plain_name, plain_notes
from planner.files.scenario import scenario_file
from planner.files.scenario.scenario_file import to_bytes
from planner.model.scenario import Scenario, lever_value, with_lever
from ui.documents.document import Place
from ui.documents.locks import Locks, lock_path
from ui.views.dialogs.properties import PropertiesDialog
from ui.views.scenario_list import copy_of
from ui.widgets.question import Question

LEVER = "alibaba_plan"
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


def _with(value, title="Plan"):
    return with_lever(Scenario(title=title), LEVER, value)


def _value_in(path):
    return lever_value(scenario_file.read(path), LEVER)


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "plan.scenario.json"
    scenario_file.write(path, _with(400))
    return path


def _question(suanli, name="overwriting"):
    return suanli.window.findChildren(Question, name)[-1]


# Questions that are answered late


def test_that_a_file_that_appears_while_it_is_asked_about_is_asked_about_again(suanli, path):
    suanli.files.open_path(path)
    suanli.document.edit("Move", _with(600))
    path.unlink()
    suanli.saving.save(suanli.document)
    assert "moved or deleted" in _question(suanli).text()
    path.write_bytes(to_bytes(_with(999)))
    _question(suanli).choose("replace")
    assert _value_in(path) == 999
    assert "changed by another program" in _question(suanli).text()
    _question(suanli).choose("replace")
    assert _value_in(path) == 600


def test_that_a_link_that_leads_elsewhere_by_now_needs_the_lock_of_that_file(suanli, path):
    theirs = path.with_name("theirs.scenario.json")
    scenario_file.write(theirs, _with(800, "Theirs"))
    others = Locks()
    assert others.take("them", theirs).state == "held"
    suanli.files.open_path(path)
    suanli.document.edit("Move", _with(600))
    path.unlink()
    path.symlink_to(theirs)
    suanli.saving.save(suanli.document)
    _question(suanli).choose("replace")
    assert _value_in(theirs) == 800
    assert suanli.document.is_dirty
    assert "open in another window" in suanli.window.notice.sentence.text()
    others.release("them")


def test_that_of_two_questions_each_closes_its_own_scenario(suanli):
    first = suanli.workspace.open(_with(500, "First"), anew=True)
    first.edit("Move", _with(501, "First"))
    second = suanli.workspace.open(_with(600, "Second"), anew=True)
    second.edit("Move", _with(601, "Second"))
    suanli.closing.close(first)
    box = _question(suanli, "closing")
    suanli.closing.close(second)
    box.choose("discard")
    assert first not in suanli.workspace.documents
    assert second in suanli.workspace.documents
    _question(suanli, "closing").choose("cancel")


# Taking over what a file holds now


def test_that_reload_keeps_read_only_what_another_window_writes(suanli, path):
    others = Locks()
    others.take("them", path)
    suanli.files.open_path(path)
    _question(suanli, "taken").choose("read_only")
    path.write_bytes(to_bytes(_with(500)))
    suanli.watch.check()
    suanli.window.bars.bars["outside"].buttons["reload"].click()
    assert lever_value(suanli.document.scenario, LEVER) == 500
    assert suanli.document.place.read_only
    assert not suanli.window.actions_["save"].isEnabled()
    suanli.document.edit("Move", _with(600))
    assert not suanli.saving.save_to(path)
    assert _value_in(path) == 500
    others.release("them")


def test_that_reload_of_a_newer_file_says_that_it_is_read_only(suanli, path):
    suanli.files.open_path(path)
    fields = json.loads(path.read_text("utf-8")) | {"version": 99, "wonder": 1}
    path.write_text(json.dumps(fields), "utf-8")
    suanli.watch.check()
    suanli.window.bars.bars["outside"].buttons["reload"].click()
    assert "wonder" in suanli.document.place.read_only
    assert "read_only" in suanli.window.bars.bars


def test_that_reload_of_a_picture_leaves_the_scenario_without_a_file(drawn, path):
    drawn.files.open_path(path)
    assert drawn.exports.write_chart(0, path.with_name("chart.png"))
    path.with_name("chart.png").replace(path)
    drawn.watch.check()
    drawn.window.bars.bars["outside"].buttons["reload"].click()
    assert drawn.document.path is None
    assert path.read_bytes().startswith(b"\x89PNG")


def test_that_the_remark_of_a_failed_reload_goes_with_the_next_that_works(suanli, path):
    suanli.files.open_path(path)
    path.write_text("[", "utf-8")
    suanli.watch.check()
    suanli.window.bars.bars["outside"].buttons["reload"].click()
    assert "not valid JSON" in suanli.window.bars.bars["remark"].sentence.text()
    path.write_bytes(to_bytes(_with(500)))
    suanli.watch.check()
    suanli.window.bars.bars["outside"].buttons["reload"].click()
    assert "remark" not in suanli.window.bars.bars


# Titles and notes that no file could hold


@pytest.mark.parametrize("text", ["soft\u00adhyphen", "a\u200bb", "\u202eabc", "a\0b", "x\u2028y"])
def test_that_text_from_elsewhere_is_taken_without_what_does_not_show(qtbot, text):
    dialog = PropertiesDialog(Scenario())
    qtbot.addWidget(dialog)
    dialog.title_field.setText(text)
    dialog.author.setText(text)
    dialog.notes.setPlainText(f"{text}\nline\ttab")
    edited = dialog.edited()
    assert scenario_file.from_bytes(to_bytes(edited), "a") == edited
    assert "line\ttab" in edited.notes
    check_name(plain_name(text), "title", "a")
    check_notes(plain_notes(text), "notes", "a")


def test_that_notes_too_long_for_a_file_are_told_before_they_are_taken(qtbot):
    dialog = PropertiesDialog(Scenario())
    qtbot.addWidget(dialog)
    (box,) = dialog.findChildren(QDialogButtonBox)
    ok = box.button(QDialogButtonBox.StandardButton.Ok)
    dialog.notes.setPlainText("n" * 20_001)
    assert not ok.isEnabled()
    assert "20001 characters; at most 20000" in dialog.too_long.text()
    dialog.notes.setPlainText("n" * 20_000)
    assert ok.isEnabled()


def test_that_a_title_too_long_for_a_file_is_refused_and_a_copy_gets_one_that_fits(suanli):
    long = "t" * 200
    suanli.document.edit("Move", _with(500, long))
    suanli.window.shelf.scenarios.model.renamed.emit(suanli.document, "t" * 201)
    assert suanli.document.scenario.title == long
    copy = copy_of(suanli.document, suanli.workspace)
    assert copy.endswith(" (2)")
    assert len(copy) <= 200


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("x" * 230 + ".scenario.json", "x" * 200),
        (".scenario.json", "My scenario"),
        ("soft\u00adhyphen.scenario.json", "softhyphen"),
    ],
)
def test_that_a_file_name_that_is_no_title_is_still_a_file_name(suanli, tmp_path, name, title):
    suanli.document.edit("Move", _with(500, "My scenario"))
    assert suanli.saving.save_to(tmp_path / name)
    assert suanli.document.scenario.title == title


# Files that are in the way


def test_that_an_export_spares_a_scenario_whoever_has_it_open(drawn, path, qtbot):
    before = path.read_bytes()
    assert not drawn.exports.write_chart(0, path)
    assert not drawn.exports.write_report(path)
    assert "is a scenario and stays as it is" in drawn.window.notice.sentence.text()
    with qtbot.waitSignal(drawn.exports.numbers.told, timeout=60_000):
        drawn.exports.write_numbers(path)
    assert path.read_bytes() == before


def test_that_saving_spares_the_file_before_the_last_save_while_that_is_open(suanli, path):
    suanli.files.open_path(path)
    suanli.document.edit("Move", _with(410))
    assert suanli.saving.save_to(path)
    backup = path.with_name(path.name + ".bak")
    assert suanli.files.open_path(backup)
    suanli.document.edit("Move", _with(111))
    assert suanli.saving.save_to(backup)
    (first,) = (d for d in suanli.workspace.documents if d.path == path)
    first.edit("Move", _with(420))
    assert suanli.saving.save_to(path, first)
    assert (_value_in(path), _value_in(backup)) == (420, 111)


def test_that_a_recent_file_that_cannot_be_looked_at_is_left_out(suanli, path, monkeypatch):
    suanli.settings.keep_recent(path)
    suanli.settings._values["recent"].append(str(path.parent / ("x" * 5000)))
    assert _recent_names(suanli) == [path.name]
    is_file = Path.is_file

    def refused(self):
        if self == path:
            raise PermissionError
        return is_file(self)

    monkeypatch.setattr(Path, "is_file", refused)
    assert _recent_names(suanli) == ["Nothing opened yet"]


def _recent_names(suanli):
    menu = suanli.window.menus["recent"]
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if action.isVisible()]


def test_that_a_file_that_cannot_be_read_any_more_is_not_said_to_be_gone(suanli, path):
    suanli.files.open_path(path)
    path.unlink()
    path.mkdir()
    suanli.watch.check()
    assert suanli.document.place.outside == "changed"


def test_that_there_is_no_way_back_to_what_was_never_saved(suanli, path):
    actions = suanli.window.actions_
    suanli.document.edit("Move", _with(500))
    assert not actions["reset_to_saved"].isEnabled()
    assert suanli.saving.save_to(path.with_name("mine.scenario.json"))
    assert actions["reset_to_saved"].isEnabled()
    actions["duplicate"].trigger()
    assert suanli.document.place == Place()
    assert not actions["reset_to_saved"].isEnabled()
    assert not actions["reset_levers_to_saved"].isEnabled()


def test_that_a_lock_that_is_held_is_not_taken_twice(tmp_path):
    locks, path = Locks(), tmp_path / "a"
    assert locks.take("one", path).state == "held"
    assert locks.take("one", path).state == "held"
    assert locks.holds("one", path)
    assert not locks.holds("one", tmp_path / "b")
    assert locks.take("two", path).state == "taken"
    locks.release("one")
    assert not lock_path(path).exists()
