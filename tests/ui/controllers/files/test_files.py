"""Files in the real window: saving, opening, leaving, recent files, exports."""

import re
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QGraphicsView, QLineEdit, QPlainTextEdit

from planner.ensemble.many import Projector, all_requests
from planner.files.exports.tidy_table import csv_text
from planner.files.scenario import scenario_file
from planner.files.scenario.scenario_file import examples
from planner.files.scenario.scenario_list import read_all
from planner.model.scenario import Scenario, lever_value, with_lever
from planner.studies.comparison import with_baseline
from tests.some import some
from ui.items.open_scenarios import SECOND_LINE
from ui.process.state.settings import Settings
from ui.views.dialogs.picture_size import KEY as SIZE_KEY
from ui.views.dialogs.properties import PropertiesDialog
from ui.widgets.question import Question

MOVED = with_lever(Scenario(title="Moved"), "alibaba_plan", 760)


def _move(suanli):
    suanli.document.edit("Move", MOVED)


def _question(suanli, name="closing"):
    return suanli.window.findChild(Question, name)


def _answer(suanli, key, name="closing"):
    box = _question(suanli, name)
    assert box is not None
    box.choose(key)


@pytest.fixture
def file(tmp_path, suanli):
    """Return a scenario file that was saved by the window."""
    _move(suanli)
    path = tmp_path / "moved.scenario.json"
    assert suanli.saving.save_to(path)
    return path


def test_that_what_was_saved_opens_again(suanli, file):
    suanli.workspace.close(suanli.document)
    suanli.files.open_path(file)
    assert suanli.document.scenario == MOVED
    assert suanli.document.path == file
    assert suanli.window.side.levers.row("alibaba_plan").field.value() == 760
    assert suanli.window.windowTitle() == "Moved[*] – Suanli"
    assert suanli.window.windowFilePath() == str(file)


def test_that_the_title_bar_marks_unsaved_changes(suanli, file):
    assert not suanli.window.isWindowModified()
    suanli.document.edit("Move", with_lever(MOVED, "network_build_time", 9))
    assert suanli.window.isWindowModified()
    suanli.document.undo_stack.undo()
    assert not suanli.window.isWindowModified()


def test_that_an_unnamed_scenario_takes_the_name_of_its_file(suanli, tmp_path):
    suanli.document.edit("Move", with_lever(Scenario(), "alibaba_plan", 500))
    assert suanli.saving.save_to(tmp_path / "more capex.scenario.json")
    assert suanli.document.scenario.title == "more capex"
    assert not suanli.document.is_dirty


def test_that_closing_with_changes_asks_and_cancel_keeps_the_window(suanli):
    _move(suanli)
    suanli.window.close()
    assert suanli.window.isVisible()
    _answer(suanli, "cancel")
    assert suanli.window.isVisible()
    assert suanli.document.is_dirty


def test_that_closing_and_discarding_closes(suanli):
    _move(suanli)
    suanli.window.close()
    _answer(suanli, "discard")
    assert not suanli.window.isVisible()


def test_that_closing_and_saving_saves_first(suanli, file):
    suanli.document.edit("Move", with_lever(MOVED, "network_build_time", 9))
    suanli.window.close()
    _answer(suanli, "save")
    assert not suanli.window.isVisible()
    assert '"network_build_time": 9' in file.read_text("utf-8")


def test_that_closing_without_changes_asks_nothing(suanli):
    suanli.window.close()
    assert not suanli.window.isVisible()
    assert _question(suanli) is None


def test_that_a_new_scenario_stands_beside_the_open_one(suanli):
    _move(suanli)
    moved = suanli.document
    suanli.window.actions_["new"].trigger()
    assert suanli.document.scenario == Scenario(title="My scenario")
    assert not suanli.document.is_dirty
    assert suanli.workspace.documents == (moved, suanli.document)
    assert moved.scenario == MOVED


def test_that_a_file_takes_the_place_of_a_scenario_nobody_touched(suanli, file):
    suanli.workspace.close(suanli.document)
    assert suanli.files.open_path(file)
    assert len(suanli.workspace.documents) == 1


def test_that_a_file_that_is_open_comes_to_the_front(suanli, file):
    opened = suanli.document
    suanli.window.actions_["new"].trigger()
    assert suanli.files.open_path(file)
    assert suanli.document is opened
    assert len(suanli.workspace.documents) == 2


def test_that_closing_a_scenario_asks_and_closes_only_that(suanli, file):
    first = suanli.document
    suanli.window.actions_["new"].trigger()
    suanli.document.edit("Move", with_lever(Scenario(), "network_build_time", 9))
    suanli.window.actions_["close"].trigger()
    _answer(suanli, "discard")
    assert suanli.workspace.documents == (first,)
    assert suanli.document is first


def test_that_quitting_with_several_changes_asks_once_for_all(suanli, file, tmp_path):
    suanli.document.edit("Move", with_lever(MOVED, "network_build_time", 9))
    suanli.window.actions_["new"].trigger()
    suanli.document.edit("Move", with_lever(Scenario(), "network_build_time", 7))
    assert suanli.saving.save_to(tmp_path / "b.scenario.json")
    suanli.document.edit("Move", with_lever(suanli.document.scenario, "network_build_time", 6))
    suanli.window.close()
    assert suanli.window.isVisible()
    assert "2 scenarios" in _question(suanli).text()
    _answer(suanli, "save")
    assert not suanli.window.isVisible()
    assert '"network_build_time": 9' in file.read_text("utf-8")
    assert '"network_build_time": 6' in (tmp_path / "b.scenario.json").read_text("utf-8")


def test_that_a_bad_file_gives_a_sentence_and_leaves_the_document(suanli, tmp_path, subtests):
    _move(suanli)
    suanli.document.mark_saved(tmp_path / "good.scenario.json")
    for number, content in enumerate((b"", b"{", b"\xff\xfe", b'{"format": "other"}', b"[1]")):
        with subtests.test(content=content):
            bad = tmp_path / f"bad-{number}.scenario.json"
            bad.write_bytes(content)
            suanli.files.open_path(bad)
            assert suanli.document.scenario == MOVED
            assert suanli.document.path == tmp_path / "good.scenario.json"
            assert suanli.window.notice.isVisible()
            told = suanli.window.notice.sentence.text()
            assert bad.name in told
            assert "Traceback" not in told
            assert bad not in suanli.settings.recent_files()


def test_that_a_folder_that_refuses_leaves_the_work_unsaved(suanli, tmp_path):
    _move(suanli)
    assert not suanli.saving.save_to(tmp_path / "nowhere" / "a.scenario.json")
    assert suanli.document.is_dirty
    assert suanli.document.path is None
    bar = suanli.window.bars.bars["failed"]
    assert bar.isVisible()
    assert "nowhere" in bar.sentence.text()
    assert set(bar.buttons) == {"save_as", "dismiss"}


def test_that_recent_files_are_listed_newest_first_and_lost_ones_left_out(suanli, tmp_path):
    names = ["a", "b", "c"]
    paths = [tmp_path / f"{name}.scenario.json" for name in names]
    for path in paths:
        assert suanli.saving.save_to(path)
    assert suanli.settings.recent_files() == paths[::-1]
    paths[1].unlink()
    menu = suanli.window.menus["recent"]
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [paths[2].name, paths[0].name]
    menu.actions()[1].trigger()
    assert suanli.document.path == paths[0]


def test_that_settings_survive_the_program(suanli, tmp_path, qapp):
    suanli.window.center.choose_year(2033)
    suanli.window.center.choose_view("absolute")
    suanli.window.resize(1400, 880)
    suanli.appearance.choose("dark")
    suanli.window.close()
    suanli.settings.sync()
    kept = Settings()
    assert kept.text("year") == "2033"
    assert kept.text("theme") == "dark"
    assert not kept.state("geometry").isEmpty()
    suanli.appearance.choose("light")


def test_that_the_choice_of_colors_is_kept_before_the_program_ends(suanli):
    suanli.window.actions_["theme_dark"].trigger()
    assert Settings().text("theme") == "dark"
    suanli.window.actions_["theme_light"].trigger()
    assert Settings().text("theme") == "light"


def test_that_every_example_opens_as_a_new_scenario(suanli):
    suanli.window.menus["examples"].aboutToShow.emit()
    actions = suanli.window.menus["examples"].actions()
    assert len(actions) == len(examples()) == 10
    for action in actions:
        action.trigger()
        assert suanli.document.path is None
        assert not suanli.document.is_dirty
    assert len(suanli.document.scenario.levers) > 3


def test_that_an_example_says_once_it_is_edited_until_it_is_saved(suanli, tmp_path):
    suanli.window.menus["examples"].aboutToShow.emit()
    suanli.window.menus["examples"].actions()[1].trigger()
    document, model = suanli.document, suanli.window.shelf.scenarios.model
    line = partial(model.data, model.index_of(document), SECOND_LINE)
    assert "edited" not in line()
    document.edit("Move", with_lever(document.scenario, "network_build_time", 9))
    assert line().endswith("edited since it was opened")
    assert suanli.saving.save_to(tmp_path / "mine.scenario.json")
    document.edit("Move", with_lever(document.scenario, "network_build_time", 11))
    assert "edited" not in line(), "its file tells that, by the mark of unsaved changes"


def test_that_an_example_opened_again_comes_to_the_front(suanli):
    suanli.window.menus["examples"].aboutToShow.emit()
    first, second = suanli.window.menus["examples"].actions()[:2]
    first.trigger()
    opened = suanli.document
    opened.edit("Move", with_lever(opened.scenario, "network_build_time", 9))
    second.trigger()
    first.trigger()
    assert suanli.document is opened
    assert len(suanli.workspace.documents) == 2
    assert suanli.window.status.told.endswith("is open already")


def _drop(window, urls, offered, proposed):
    """Drop addresses as a source does that offers some actions and proposes one; return both."""
    mime = QMimeData()
    mime.setUrls([QUrl(url) for url in urls])
    held = (mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)
    entering = QDragEnterEvent(QPoint(50, 50), offered, *held)
    entering.setDropAction(proposed)
    window.dragEnterEvent(entering)
    drop = QDropEvent(QPointF(50, 50), offered, *held)
    drop.setDropAction(proposed)
    window.dropEvent(drop)
    return entering, drop


ANY = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction | Qt.DropAction.LinkAction


def test_that_a_dropped_file_opens_and_is_answered_with_a_copy(suanli, file):
    suanli.workspace.close(suanli.document)
    url = file.as_uri()
    events = _drop(suanli.window, [url], ANY, Qt.DropAction.MoveAction)
    assert suanli.document.scenario == MOVED
    assert [event.dropAction() for event in events] == [Qt.DropAction.CopyAction] * 2
    assert all(event.isAccepted() for event in events)


def test_that_a_source_that_would_only_move_its_file_is_not_answered(suanli, file):
    suanli.workspace.close(suanli.document)
    move = Qt.DropAction.MoveAction
    events = _drop(suanli.window, [file.as_uri()], move, move)
    assert not any(event.isAccepted() for event in events)
    assert suanli.document.scenario == Scenario()


def test_that_several_dropped_files_open_and_those_that_cannot_are_told_together(suanli, tmp_path):
    paths = [tmp_path / f"{name} & more.scenario.json" for name in ("one", "two")]
    for number, path in enumerate(paths):
        scenario_file.write(path, with_lever(Scenario(title="A"), "alibaba_plan", 500 + number))
    (tmp_path / "bad.json").write_text("[", "utf-8")
    urls = [path.as_uri() for path in (paths[0], tmp_path / "bad.json", paths[1])]
    _drop(suanli.window, [*urls, "https://example.org/x.json"], ANY, Qt.DropAction.CopyAction)
    assert [each.path for each in suanli.workspace.documents] == paths
    told = suanli.window.notice.sentence.text().splitlines()
    assert [line.partition(" ")[0] for line in told] == [
        "https://example.org/x.json",
        str(tmp_path / "bad.json"),
    ]


def test_that_no_field_takes_a_dropped_file_for_text(suanli):
    suanli.window.actions_["properties"].trigger()
    mime = QMimeData()
    mime.setUrls([QUrl("file:///plan.json")])
    mime.setText("/plan.json")
    for canvas in suanli.window.findChildren(QGraphicsView):
        assert not canvas.viewport().acceptDrops()
    assert suanli.window.findChildren(QLineEdit)
    for field in suanli.window.findChildren(QLineEdit):
        assert not field.acceptDrops(), field.accessibleName()
    text = QMimeData()
    text.setText("words")
    for field in some(suanli.window.findChildren(QPlainTextEdit)):
        assert not field.canInsertFromMimeData(mime), field.accessibleName()
        assert field.canInsertFromMimeData(text)
    suanli.window.findChild(PropertiesDialog).reject()


def test_that_open_and_save_ask_without_blocking(suanli):
    for action in (suanli.window.actions_["open"], suanli.window.actions_["save_as"]):
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
        suanli.exports.write_numbers(path)
    runs = [Projector().project(each, all_requests()) for each in with_baseline([MOVED])]
    assert path.read_text("utf-8") == csv_text(runs)


def test_that_charts_are_exported_and_copied(drawn, tmp_path, qtbot):
    assert drawn.exports.write_all(tmp_path)
    assert len(list(tmp_path.glob("*.png"))) == 4
    for name in ("one.png", "one.svg", "one.csv"):
        assert drawn.exports.write_chart(0, tmp_path / name)
        assert (tmp_path / name).stat().st_size > 1000
    with qtbot.waitSignal(drawn.exports.done):
        drawn.window.actions_["copy_chart"].trigger()
    assert not QGuiApplication.clipboard().image().isNull()


def _titles(folder):
    """Return the titles of the scenarios on screen as pictures were drawn, in order."""
    return sorted(read_all(path).contents[0].scenario.title for path in folder.iterdir())


@pytest.fixture
def small(drawn):
    """Let exported charts be small, so that they are soon drawn."""
    drawn.settings.keep(SIZE_KEY, "400x400@1")
    return drawn


def test_that_charts_of_scenarios_of_one_name_never_have_one_name(small, tmp_path, qtbot):
    titles, folder = ("Centers at 60 %", "Centers at 60", "Centers at 60 %"), tmp_path / "charts"
    for title in titles:
        with qtbot.waitSignal(small.published.changed):
            small.workspace.open(replace(MOVED, title=title, futures=8), anew=True)
        for _ in range(2):  # the second time over those of the first
            assert small.exports.write_all(folder)
    apart = ("Centers at 60 %", "Centers at 60", "Centers at 60 % (2)")
    assert _titles(folder) == sorted(apart * 4)
    names = {path.stem.split("_")[1] for path in folder.iterdir()}
    assert names == {"centers-at-60", "centers-at-60-2", "centers-at-60-2-2"}


def test_that_charts_stay_beside_those_of_a_scenario_that_is_not_open(small, tmp_path, qtbot):
    folder = tmp_path / "charts"
    for title in ("Centers at 60 %", "Centers at 60", "Centers at 60 %"):
        small.document.rename(title)
        qtbot.waitUntil(lambda title=title: small.published.run.scenario.title == title)
        assert small.exports.write_all(folder)
    assert _titles(folder) == ["Centers at 60"] * 4 + ["Centers at 60 %"] * 4


def _exported_to(suanli, folder):
    suanli.window.actions_["export_all"].trigger()
    dialog = suanli.window.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(folder))
    dialog.reject()
    return [each for each in suanli.window.findChildren(Question) if each.isVisible()]


def test_that_charts_of_a_folder_are_not_replaced_without_asking(small, tmp_path, qtbot):
    folder = tmp_path / "charts"
    with qtbot.waitSignal(small.exports.idle, timeout=60_000):
        assert not _exported_to(small, folder)
    first = sorted(folder.iterdir())
    assert len(first) == 4
    for each in first:
        each.write_text("mine")
    for key, count in (("cancel", 4), ("beside", 8)):
        (box,) = _exported_to(small, folder)
        assert "4 files with such names" in box.text()
        if key == "cancel":
            box.choose(key)
        else:
            with qtbot.waitSignal(small.exports.idle, timeout=60_000):
                box.choose(key)
        assert len(list(folder.iterdir())) == count
        assert all(each.read_text() == "mine" for each in some(first))
    (box,) = _exported_to(small, folder)
    with qtbot.waitSignal(small.exports.idle, timeout=60_000):
        box.choose("replace")
    assert len(list(folder.iterdir())) == 8
    assert all(each.read_bytes().startswith(b"\x89PNG") for each in first)


def test_that_an_enlarged_chart_stands_alone_in_a_report(drawn, tmp_path):
    path = tmp_path / "one.html"
    drawn.window.center.charts.enlarge(1)
    assert drawn.exports.write_report(path)
    page = path.read_text("utf-8")
    assert re.findall(r'<img alt="([^"]+)"', page)[0].startswith("Compute supply")
    assert "Utilization, all of China" not in page


def test_that_the_report_shows_the_charts_on_screen(drawn, tmp_path):
    path = tmp_path / "a.html"
    assert drawn.exports.write_report(path)
    page = path.read_text("utf-8")
    assert page.count("<img ") == 4
    assert "<h1>Baseline</h1>" in page
    assert not drawn.exports.write_report(tmp_path / "nowhere" / "a.html")
    assert "cannot be saved" in drawn.window.notice.sentence.text()


def test_that_an_export_that_fails_says_so(drawn, tmp_path):
    assert not drawn.exports.write_chart(0, tmp_path / "nowhere" / "a.png")
    assert drawn.window.notice.isVisible()
    assert lever_value(drawn.document.scenario, "alibaba_plan") == 380
