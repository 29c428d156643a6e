"""A story is played over the window's own charts, and leaves everything as it was."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from planner.model.paths import LeverPath
from planner.model.presented.step import Shown
from planner.model.scenario import Scenario, lever_value, with_lever
from planner.model.story.states import step_of, with_story
from planner.studies.answers.about import About
from tests.some import some
from ui.controllers.ask.inspect import Inspect
from ui.controllers.ask.panel import Ask
from ui.controllers.kept.session_view import view_of
from ui.controllers.kept.shown import shown_now
from ui.controllers.story.presenting import Presenting
from ui.documents.document import Place
from ui.items.path_knots import PathKnots
from ui.views.paths.drawer import PathDrawer
from ui.views.story.band import StoryBand

A_MINUTE = 60_000
PLAN = Scenario(title="Plan")
VALUES = (400.0, 600.0, 900.0)
LEVER = "alibaba_plan"
KNOTS = LeverPath(((2026.0, 5.0), (2029.0, 50.0), (2032.0, 7.0)))


def _state(value: float) -> Scenario:
    return with_lever(PLAN, LEVER, value)


@pytest.fixture
def told(drawn):
    """Open a scenario with three bookmarks, each of another year and view."""
    window = drawn.window
    steps = []
    for number, value in enumerate(VALUES):
        window.center.choose_year(2027 + number)
        shown = shown_now(window, drawn.workspace)
        steps.append(step_of(_state(value), f"Step {number + 1}", "Look", shown))
    window.center.choose_year(2035)
    scenario = with_story(_state(123.0), tuple(steps))
    drawn.workspace.open(anew=True).restore(scenario, Scenario(), Place())
    yield drawn
    _presenting(drawn).leave()


def _presenting(suanli) -> Presenting:
    (found,) = suanli.window.findChildren(Presenting)
    return found


def _start(suanli) -> tuple[Presenting, StoryBand]:
    suanli.window.activateWindow()
    suanli.window.actions_["present"].trigger()
    presenting = _presenting(suanli)
    assert presenting.band is not None
    return presenting, presenting.band


def _is_drawn(suanli, value: float) -> bool:
    return lever_value(suanli.published.run.scenario, LEVER) == value


def _press(suanli, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(suanli.window, key)


def _shown(suanli) -> float:
    return lever_value(suanli.current.scenario, LEVER)


def test_that_keys_lead_through_the_story_and_no_further(told):
    _, band = _start(told)
    key, seen = Qt.Key, []
    for each in some(
        (key.Key_Space, key.Key_Right, key.Key_PageDown, key.Key_Left, key.Key_PageUp, key.Key_Up)
    ):
        _press(told, each)
        seen.append((band.title.text(), band.counter.text(), _shown(told)))
    places = (2, 3, 3, 2, 1, 1)
    assert seen == [(f"Step {n}", f"{n} of 3", VALUES[n - 1]) for n in places]
    _press(told, key.Key_End)
    assert (band.counter.text(), told.window.center.year) == ("3 of 3", 2029)
    _press(told, key.Key_Home)
    assert (band.counter.text(), told.window.center.year) == ("1 of 3", 2027)


def test_that_a_click_on_the_charts_goes_on_and_a_drag_does_not(told):
    _, band = _start(told)
    canvas = told.window.center.charts.views[0].canvas.viewport()
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    assert band.counter.text() == "2 of 3"
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(140, 90))
    assert band.counter.text() == "2 of 3"


def test_that_charts_are_drawn_live_by_the_model(told, qtbot):
    _start(told)
    for value in some(VALUES):
        qtbot.waitUntil(partial(_is_drawn, told, value), timeout=A_MINUTE)
        _press(told, Qt.Key.Key_Space)


def test_that_esc_leaves_and_everything_is_as_before(told, qtbot):
    window, document = told.window, told.document
    document.edit("Move", with_lever(document.scenario, LEVER, 321))
    window.shelf.show()
    window.center.show_table(True)
    before = (
        document.scenario,
        document.undo_stack.count(),
        view_of(window, told.workspace),
        [each.isHidden() for each in _parts(window)],
        told.workspace.documents,
    )
    _start(told)
    assert window.isFullScreen()
    assert [each.isHidden() for each in _parts(window)] == [True] * len(_parts(window))
    _press(told, Qt.Key.Key_Space, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert told.document is document
    assert before == (
        document.scenario,
        document.undo_stack.count(),
        view_of(window, told.workspace),
        [each.isHidden() for each in _parts(window)],
        told.workspace.documents,
    )
    window.actions_["undo"].trigger()
    assert lever_value(document.scenario, LEVER) == 123.0


def _parts(window):
    return (window.menuBar(), window.toolbar, window.side, window.shelf, window.center.compare)


def test_that_an_open_path_and_its_keys_come_back_with_the_numbers_of_the_scenario(told):
    window, levers = told.window, told.window.side.levers
    button = levers.row("data_voucher_budget").path_button
    button.click()
    (drawer,) = window.findChildren(PathDrawer)
    drawer.table.setFocus()
    _start(told)
    assert not drawer.isVisible()
    assert not window.center.cover.is_on
    _press(told, Qt.Key.Key_L)
    levers.row("voucher_budget").path_button.click()
    assert window.center.cover.is_on
    presenting = _presenting(told)
    presenting.leave()
    assert window.center.cover.has(drawer)
    assert drawer.isVisible()
    assert drawer.table.hasFocus()
    assert (button.isChecked(), levers.row("voucher_budget").path_button.isChecked()) == (
        True,
        False,
    )
    told.current.edit("Move", with_lever(told.current.scenario, "data_voucher_budget", KNOTS))
    (knots,) = drawer.findChildren(PathKnots)
    assert knots.knots == len(KNOTS.knots)
    drawer.closed.emit()
    assert not window.center.cover.is_on
    assert not button.isChecked()


def test_that_an_inspection_comes_back_at_the_same_value(told, qtbot):
    (inspect,) = told.window.findChildren(Inspect)
    inspect.open("used_compute")
    inspect.open("utilization.centers")
    way, place = list(inspect.way), inspect.place
    _start(told)
    assert not inspect.is_open
    _press(told, Qt.Key.Key_Space, Qt.Key.Key_Escape)
    assert inspect.is_open
    assert inspect.panel.isVisible()
    assert (inspect.way, inspect.place) == (way, place)
    qtbot.waitUntil(partial(_is_traced_of, inspect, 123.0), timeout=A_MINUTE)
    inspect.close()
    assert not told.window.center.cover.is_on


def _is_traced_of(inspect, value: float) -> bool:
    traced = inspect.panel.traced
    return traced is not None and lever_value(traced.wanted.scenario, LEVER) == value


def test_that_questions_come_back_about_what_they_were_about(told):
    (ask,) = told.window.findChildren(Ask)
    ask.open_about("why", About("used_compute", "henan", 2035))
    places = Shown(places="chengdu", year=2028)
    told.document.tell_story("Tell", (step_of(_state(5), "Elsewhere", shown=places),))
    _start(told)
    assert not ask.is_open
    _press(told, Qt.Key.Key_Escape)
    assert ask.is_open
    assert ask.panel.about == About("used_compute", "henan", 2035)
    assert ask.panel.isVisible()
    ask.close()


def test_that_lists_are_scrolled_as_before(told):
    bar = told.window.side.levers.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    assert before
    _start(told)
    _press(told, Qt.Key.Key_L)
    bar.setValue(0)
    _press(told, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert bar.value() == before


def test_that_levers_may_be_moved_and_the_next_step_begins_anew(told):
    document = told.document
    _, band = _start(told)
    _press(told, Qt.Key.Key_L)
    assert told.window.side.isVisible()
    told.current.edit("Move", with_lever(told.current.scenario, LEVER, 777))
    assert band.moved.isVisible()
    QTest.keyClick(told.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _shown(told) == VALUES[0]
    assert not band.moved.isVisible()
    told.current.edit("Move", with_lever(told.current.scenario, LEVER, 777))
    _press(told, Qt.Key.Key_Space)
    assert (_shown(told), band.moved.isVisible()) == (VALUES[1], False)
    _press(told, Qt.Key.Key_Escape)
    assert lever_value(document.scenario, LEVER) == 123.0
    assert not document.undo_stack.count()


def test_that_esc_in_the_levers_comes_back_to_the_story_first(told):
    presenting, band = _start(told)
    _press(told, Qt.Key.Key_L)
    slider = told.window.side.levers.row(LEVER).slider
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert band.counter.text() == "1 of 3"
    assert _shown(told) != VALUES[0]
    QTest.keyClick(slider, Qt.Key.Key_Escape)
    assert presenting.is_on
    _press(told, Qt.Key.Key_Escape)
    assert not presenting.is_on


def test_that_no_command_of_the_window_is_given_by_its_keys_meanwhile(told):
    presenting, _ = _start(told)
    count = len(told.workspace.documents)
    for key in some((Qt.Key.Key_N, Qt.Key.Key_B, Qt.Key.Key_T)):
        QTest.keyClick(told.window, key, Qt.KeyboardModifier.ControlModifier)
    assert len(told.workspace.documents) == count
    assert told.current.document.story == told.current.scenario.presented.story
    assert told.window.center.compare.isHidden()
    assert presenting.is_on


def test_that_work_is_kept_as_it_is_and_not_as_it_is_shown(told):
    document = told.document
    document.edit("Move", with_lever(document.scenario, LEVER, 321))
    _start(told)
    told.current.edit("Move", with_lever(told.current.scenario, LEVER, 777))
    assert told.autosave.flush()
    from ui.documents.recovery import entries_of

    kept = [entry.scenario for _, entry in entries_of(told.autosave.session)]
    assert kept == [document.scenario]


def test_that_closing_the_window_ends_the_story_and_asks_about_the_scenario(told):
    document = told.document
    _start(told)
    told.window.close()
    assert not _presenting(told).is_on
    assert told.document is document
    assert told.window.isVisible()
    document.mark_saved(told.autosave.session.root / "a.json")


def test_that_the_stories_of_all_scenarios_are_one_where_that_on_screen_has_none(told):
    other = replace(_state(50.0), title="Other")
    told.workspace.open(other, anew=True)
    _, band = _start(told)
    _press(told, Qt.Key.Key_End)
    assert band.counter.text() == "3 of 3"
    assert _shown(told) == VALUES[2]
    _press(told, Qt.Key.Key_Escape)
    assert told.current.scenario == other


def test_that_a_chart_that_stood_alone_is_shown_alone(told):
    window = told.window
    window.center.charts.enlarge(2)
    window.actions_["star"].trigger()
    window.center.charts.enlarge(None)
    _start(told)
    assert window.center.charts.enlarged is None
    _press(told, Qt.Key.Key_End)
    assert window.center.charts.enlarged == 2
    _press(told, Qt.Key.Key_Escape)
    assert window.center.charts.enlarged is None


def test_that_buttons_do_what_keys_do_and_leave_the_keys_where_they_are(told):
    presenting, band = _start(told)
    for button, counter in some(((band.next, "2 of 3"), (band.back, "1 of 3"))):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert band.counter.text() == counter
    names = [each.accessibleName() for each in band.findChildren(QToolButton)]
    assert all(names)
    assert (band.accessibleName(), band.accessibleDescription()) == ("Step 1", "Look 1 of 3")
    QTest.mouseClick(band.leave, Qt.MouseButton.LeftButton)
    assert not presenting.is_on


def test_that_nothing_of_the_band_is_cut_off(told, subtests):
    long = step_of(_state(5), "What a title may say of a step " * 3, "A sentence. " * 20)
    told.document.tell_story("Tell", (long,))
    _, band = _start(told)
    told.window.setWindowState(Qt.WindowState.WindowNoState)
    for width, height in some(((1024, 600), (1366, 768), (2560, 1440))):
        with subtests.test(width):
            told.window.resize(width, height)
            QApplication.processEvents()
            for text in (band.title, band.sentence):
                assert text.height() >= text.heightForWidth(text.width())
            assert band.height() < height / 2


def test_that_without_bookmarks_the_list_says_how_one_is_made(drawn):
    drawn.window.actions_["present"].trigger()
    presenting = _presenting(drawn)
    assert not presenting.is_on
    (editing,) = (e for e in drawn.window.findChildren(type(presenting._editing)))
    assert editing.editor.isVisible()
    assert editing.editor.pages.currentIndex() == 1
    editing.editor.close()
