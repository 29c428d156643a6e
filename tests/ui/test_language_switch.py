"""The window that speaks another language is built anew, and nothing that is open is lost."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor, QKeySequence
from PySide6.QtTest import QTest

from planner.model.paths import constant_path
from planner.model.scenario import Scenario, lever_value, with_lever
from planner.storage.sentences.spoken import spoken
from tests.some import some
from ui.app import build
from ui.controllers.kept.session_view import view_of
from ui.documents import path_edits, row_edits
from ui.items.history import TITLE
from ui.program import Program, speak_in
from ui.wording.paths.subject import subject_of

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 60.0
A_MINUTE = 60_000


@pytest.fixture
def program(qtbot, qapp) -> Iterator[Program]:
    """Show the window of a program in English, with all its futures drawn and no part pointed at.

    A part that is pointed at shows its buttons, and the pointer stays where a test left it.
    """
    QCursor.setPos(0, 0)
    made = Program(build(patience=PATIENCE))
    made.window.resize(1440, 900)
    made.window.splitter.setSizes([400, 1040])  # so wide that no language needs more
    with qtbot.waitExposed(made.window):
        made.window.show()
    _wait_for_run(made, qtbot)
    yield made
    made.close()
    made.suanli.take_down()
    speak_in("en")


def _wait_for_run(program, qtbot):
    qtbot.waitUntil(lambda: program.suanli.live.state == "held", timeout=A_MINUTE)


def _choose(program, qtbot, key):
    """Choose a language in the menu of the window."""
    with qtbot.waitSignal(program.rebuilt, timeout=A_MINUTE):
        program.window.actions_[f"language_{key}"].trigger()
    qtbot.waitExposed(program.window)
    _wait_for_run(program, qtbot)


def test_that_another_language_leaves_scenario_and_history_as_they_are(program, qtbot):
    document = program.suanli.document
    document.edit("Set", with_lever(document.scenario, "alibaba_plan", 500))
    document.edit("Set", with_lever(document.scenario, "alibaba_plan", 600))
    document.undo_stack.undo()
    before, window = document.scenario, program.window
    _choose(program, qtbot, "zh_cn")
    assert spoken() == "zh_CN"
    assert program.window is not window
    assert program.suanli.document is document
    assert document.scenario == before
    assert program.window.side.levers.row("alibaba_plan").slider.value() == 50
    QTest.keySequence(program.window, QKeySequence("Ctrl+Z"))
    assert document.scenario == Scenario()
    _choose(program, qtbot, "en")
    QTest.keySequence(program.window, QKeySequence("Ctrl+Shift+Z"))
    QTest.keySequence(program.window, QKeySequence("Ctrl+Shift+Z"))
    assert lever_value(program.suanli.document.scenario, "alibaba_plan") == 600


def _drawn(program):
    """Return all of the window but its status bar, which tells the time of the run."""
    window = program.window
    window.center.setFocus()
    parts = (window.side, window.center, window.shelf)
    picture = window.grab().toImage()
    return [
        picture.copy(part.rect().translated(part.mapTo(window, QPoint(0, 0)))) for part in parts
    ]


def _settled(program, qtbot):
    """Return all of the window once nothing of it changes any more: its table comes a run later."""
    seen = []

    def is_still():
        seen.append(_drawn(program))
        return len(seen) > 1 and seen[-1] == seen[-2]

    qtbot.waitUntil(is_still, timeout=60_000)
    qtbot.wait(500)
    qtbot.waitUntil(is_still, timeout=60_000)
    return seen[-1]


def test_that_there_and_back_the_window_looks_as_it_did(program, qtbot):
    window = program.window
    program.suanli.document.edit("Set", with_lever(Scenario(title="Mine"), "alibaba_plan", 500))
    center = window.center
    center.choose_view("difference")
    center.choose_year(2028)
    center.arrange("1 x 3")
    center.show_table(True)
    window.side.tabs.setCurrentIndex(1)
    window.actions_["money_usd"].trigger()
    _wait_for_run(program, qtbot)
    before = _settled(program, qtbot)
    _choose(program, qtbot, "it")
    assert program.window.center.charts.view == "difference"
    _choose(program, qtbot, "en")
    after = _settled(program, qtbot)
    assert [one == other for one, other in zip(before, after, strict=True)] == [True] * 3


def _do_steps_of_many_kinds(program):
    """Do what is called by a text of its own, or by the name of what moved."""
    window, document = program.window, program.suanli.document
    row = window.side.levers.row("voucher_budget").described
    for value in (3000.0, 4000.0):
        moved = row_edits.moved(document.scenario, row, "central", value, document.scenario)
        row_edits.change(document, row, moved, final=True)
    row_edits.put_back(document, partial(row_edits.full_name, row), row.names, "default")
    path_edits.change_path(document, subject_of("other_capex"), constant_path(900.0))
    path_edits.back_to_published(document, subject_of("other_capex"))
    window.side.figures.buttons["as_stated"].click()
    window.side.draws.buttons["as drawn"].click()
    window.actions_["star"].trigger()
    window.actions_["reset_levers"].trigger()


def _steps(program):
    stack = program.suanli.document.undo_stack
    return [stack.command(place).text() for place in range(stack.count())]


def _rows(program):
    model = program.window.shelf.history.view.model()
    return [model.index(row, 0).data(TITLE) for row in range(model.rowCount())]


def _is_chinese(text):
    return any("\N{CJK UNIFIED IDEOGRAPH-4E00}" <= letter <= "\u9fff" for letter in text)


def test_that_every_step_is_called_in_the_language_that_is_spoken_by_then(program, qtbot):
    _do_steps_of_many_kinds(program)
    qtbot.waitUntil(lambda: len(_rows(program)) > len(_steps(program)))
    steps, rows = some(_steps(program)), some(_rows(program))
    assert "Change Voucher budget, all places together" in steps
    assert not [text for text in (*steps, *rows) if _is_chinese(text)]
    _choose(program, qtbot, "zh_cn")
    in_chinese = some(_steps(program))
    assert [text for text in in_chinese if not _is_chinese(text)] == []
    assert [text for text in some(_rows(program)) if not _is_chinese(text)] == []
    assert _is_chinese(program.window.actions_["undo"].text())
    _choose(program, qtbot, "en")
    assert _steps(program) == steps
    assert _rows(program) == rows


@pytest.mark.parametrize(("first", "then"), [("zh_cn", "en"), ("en", "zh_cn"), ("zh_cn", "it")])
def test_that_a_session_saved_in_one_language_opens_in_another(
    program, qtbot, tmp_path, first, then
):
    if first != "en":
        _choose(program, qtbot, first)
    _do_steps_of_many_kinds(program)
    suanli, path = program.suanli, tmp_path / "会话.suanli"
    suanli.workspace.open(with_lever(Scenario(title="算力"), "alibaba_plan", 500), anew=True)
    before = [each.scenario for each in suanli.workspace.scenarios]
    saved = view_of(program.window, suanli.workspace)
    suanli.sessions.save_to(path)
    qtbot.waitUntil(lambda: path.exists() and not suanli.saving.has_work(), timeout=A_MINUTE)
    _choose(program, qtbot, then)
    suanli = program.suanli
    for document in suanli.workspace.scenarios:
        suanli.workspace.close(document)
    suanli.files.open_all([path])
    qtbot.waitUntil(lambda: len(suanli.workspace.scenarios) == len(before), timeout=A_MINUTE)
    assert [each.scenario for each in suanli.workspace.scenarios] == before
    assert view_of(program.window, suanli.workspace) == saved
    assert not program.window.notice.isVisible()
