"""Files in the real window: saving, opening, leaving, recent files, exports."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from planner.ensemble.many import Projector, all_requests
from planner.files.export import csv_text
from planner.files.scenario_file import examples
from planner.model.scenario import Scenario, lever_value, with_lever
from ui.settings import Settings

MOVED = with_lever(Scenario(title="Moved"), "alibaba_plan", 760)


def _move(suanli):
    suanli.document.edit("Move", MOVED)


def _question(suanli):
    return suanli.window.findChild(QMessageBox, "leaving")


def _answer(suanli, button):
    box = _question(suanli)
    assert box is not None
    box.button(button).click()


@pytest.fixture
def file(tmp_path, suanli):
    """Return a scenario file that was saved by the window."""
    _move(suanli)
    path = tmp_path / "moved.scenario.json"
    assert suanli.files.save_to(path)
    return path


def test_that_what_was_saved_opens_again(suanli, file):
    suanli.document.replace(Scenario())
    suanli.files.open_path(file)
    assert suanli.document.scenario == MOVED
    assert suanli.document.path == file
    assert suanli.window.side.levers.row("alibaba_plan").field.value() == 760
    assert "moved.scenario.json" in suanli.window.windowTitle()


def test_that_the_title_bar_marks_unsaved_changes(suanli, file):
    assert not suanli.window.isWindowModified()
    suanli.document.edit("Move", with_lever(MOVED, "public_fund", 9))
    assert suanli.window.isWindowModified()
    suanli.document.undo_stack.undo()
    assert not suanli.window.isWindowModified()


def test_that_an_unnamed_scenario_takes_the_name_of_its_file(suanli, tmp_path):
    suanli.document.edit("Move", with_lever(Scenario(), "alibaba_plan", 500))
    assert suanli.files.save_to(tmp_path / "more capex.scenario.json")
    assert suanli.document.scenario.title == "more capex"
    assert not suanli.document.is_dirty


def test_that_closing_with_changes_asks_and_cancel_keeps_the_window(suanli):
    _move(suanli)
    suanli.window.close()
    assert suanli.window.isVisible()
    _answer(suanli, QMessageBox.StandardButton.Cancel)
    assert suanli.window.isVisible()
    assert suanli.document.is_dirty


def test_that_closing_and_discarding_closes(suanli):
    _move(suanli)
    suanli.window.close()
    _answer(suanli, QMessageBox.StandardButton.Discard)
    assert not suanli.window.isVisible()


def test_that_closing_and_saving_saves_first(suanli, file):
    suanli.document.edit("Move", with_lever(MOVED, "public_fund", 9))
    suanli.window.close()
    _answer(suanli, QMessageBox.StandardButton.Save)
    assert not suanli.window.isVisible()
    assert '"public_fund": 9' in file.read_text("utf-8")


def test_that_closing_without_changes_asks_nothing(suanli):
    suanli.window.close()
    assert not suanli.window.isVisible()
    assert _question(suanli) is None


def test_that_a_new_scenario_asks_before_it_replaces_changes(suanli):
    _move(suanli)
    suanli.window.actions_.new.trigger()
    assert suanli.document.scenario == MOVED
    _answer(suanli, QMessageBox.StandardButton.Discard)
    assert suanli.document.scenario == Scenario()


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"format": "other"}', b"[1]"])
def test_that_a_bad_file_gives_a_sentence_and_leaves_the_document(suanli, tmp_path, content):
    _move(suanli)
    suanli.document.mark_saved(tmp_path / "good.scenario.json")
    bad = tmp_path / "bad.scenario.json"
    bad.write_bytes(content)
    suanli.files.open_path(bad)
    assert suanli.document.scenario == MOVED
    assert suanli.document.path == tmp_path / "good.scenario.json"
    assert suanli.window.notice.isVisible()
    told = suanli.window.notice.sentence.text()
    assert "bad.scenario.json" in told
    assert "Traceback" not in told
    assert bad not in suanli.settings.recent_files()


def test_that_a_folder_that_refuses_leaves_the_work_unsaved(suanli, tmp_path):
    _move(suanli)
    assert not suanli.files.save_to(tmp_path / "nowhere" / "a.scenario.json")
    assert suanli.document.is_dirty
    assert suanli.document.path is None
    assert suanli.window.notice.isVisible()


def test_that_recent_files_are_listed_newest_first_and_lost_ones_left_out(suanli, tmp_path):
    names = ["a", "b", "c"]
    paths = [tmp_path / f"{name}.scenario.json" for name in names]
    for path in paths:
        assert suanli.files.save_to(path)
    assert suanli.settings.recent_files() == paths[::-1]
    paths[1].unlink()
    menu = suanli.window.recent_menu
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [paths[2].name, paths[0].name]
    menu.actions()[1].trigger()
    assert suanli.document.path == paths[0]


def test_that_settings_survive_the_program(suanli, tmp_path, qapp):
    suanli.window.center.choose_year(2033)
    suanli.window.center.choose_view("absolute")
    suanli.appearance.choose("dark")
    suanli.window.close()
    suanli.settings.sync()
    kept = Settings()
    assert kept.text("year") == "2033"
    assert kept.text("theme") == "dark"
    assert not kept.state("geometry").isEmpty()
    suanli.appearance.choose("light")


def test_that_every_example_opens_as_a_new_scenario(suanli):
    suanli.window.examples_menu.aboutToShow.emit()
    actions = suanli.window.examples_menu.actions()
    assert len(actions) == len(examples()) == 6
    for action in actions:
        action.trigger()
        assert suanli.document.path is None
        assert not suanli.document.is_dirty
    assert len(suanli.document.scenario.levers) > 3


def test_that_a_dropped_file_opens(suanli, file):
    suanli.document.replace(Scenario())
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    drop = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    suanli.window.dropEvent(drop)
    assert suanli.document.scenario == MOVED


def test_that_open_and_save_ask_without_blocking(suanli):
    for action in (suanli.window.actions_.open, suanli.window.actions_.save_as):
        action.trigger()
        dialog = suanli.window.findChild(QFileDialog)
        assert dialog is not None
        dialog.reject()
        dialog.setParent(None)
        dialog.deleteLater()


def test_that_the_exported_numbers_are_those_of_the_terminal(suanli, tmp_path, qtbot):
    _move(suanli)
    path = tmp_path / "numbers.csv"
    with qtbot.waitSignal(suanli.exports.done, timeout=60_000):
        suanli.exports.write_csv(path)
    assert path.read_text("utf-8") == csv_text([Projector().project(MOVED, all_requests())])


def test_that_charts_are_exported_and_copied(drawn, tmp_path, qtbot):
    assert drawn.exports.write_all(tmp_path)
    assert len(list(tmp_path.glob("*.png"))) == 4
    for name in ("one.png", "one.svg", "one.csv"):
        assert drawn.exports.write_chart(0, tmp_path / name)
        assert (tmp_path / name).stat().st_size > 1000
    with qtbot.waitSignal(drawn.exports.done):
        drawn.window.actions_.copy_chart.trigger()
    assert not QGuiApplication.clipboard().image().isNull()


def test_that_an_export_that_fails_says_so(drawn, tmp_path):
    assert not drawn.exports.write_chart(0, tmp_path / "nowhere" / "a.png")
    assert drawn.window.notice.isVisible()
    assert lever_value(drawn.document.scenario, "alibaba_plan") == 380
