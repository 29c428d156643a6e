"""The whole work of a planner by keys alone: every event is that of a key, no method is called."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolButton, QWidget

from planner.files.scenario.picture import scenario_in
from planner.model.graph import model
from planner.model.indices import split_address
from planner.model.scenario import Scenario, parts_of, with_lever
from planner.model.targets.target import Target
from tests.some import some
from tests.ui.controllers.keyboard.letters import letter_of, ways
from ui.widgets.fields.value_slider import ValueSlider
from ui.widgets.focus.order import holds

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
A_WHILE = 20_000


@pytest.fixture
def press(drawn, qtbot):
    """Return what presses a key where the keys are."""
    drawn.window.activateWindow()
    qtbot.waitUntil(drawn.window.isActiveWindow)

    def pressed(key, held=NONE):
        if QApplication.focusWidget() is None:
            drawn.window.activateWindow()  # as window managers do once a menu has gone
            qtbot.waitUntil(drawn.window.isActiveWindow)
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or drawn.window
        QTest.keyClick(target, key, held)
        return QApplication.focusWidget()

    return pressed


def test_that_letters_lead_to_every_command_of_the_menus(drawn, press):
    for menus, row in some(ways()):
        press(letter_of(menus[0].text), ALT)
        for menu in menus[1:]:
            press(letter_of(menu.text))
        opened = QApplication.activePopupWidget()
        assert isinstance(opened, QMenu), row.key
        assert drawn.window.actions_[row.key] in opened.actions(), row.key
        while QApplication.activePopupWidget() is not None:
            press(KEY.Key_Escape)


def test_that_every_lever_is_moved_by_the_tab_key_and_arrows(drawn, press):
    stop = press(KEY.Key_F6)
    for _ in range(400):
        if isinstance(stop, ValueSlider):
            press(KEY.Key_Right)
        elif _is_closed_fold(stop):
            press(KEY.Key_Space)
        stop = press(KEY.Key_Tab)
        if not holds(drawn.window.side, stop):
            break
    moved = {split_address(name)[0] for name, _ in drawn.document.scenario.levers}
    rows = {key for key, lever in model().levers.items() if not parts_of(lever)}
    assert rows <= moved


def _is_closed_fold(widget):
    text = widget.text() if isinstance(widget, QToolButton) else ""
    return ("more lever" in text or text == "Demand") and not widget.isChecked()


def test_that_cards_are_opened_and_charts_chosen_by_keys(drawn, press):
    center = drawn.window.center
    press(KEY.Key_F6)
    for number in range(len(center.kpis.cards)):
        while QApplication.focusWidget() not in center.kpis.cards:
            press(KEY.Key_F6)
        while QApplication.focusWidget() is not center.kpis.cards[number]:
            press(KEY.Key_Right)
        press(KEY.Key_Return)
        assert holds(center.charts, QApplication.focusWidget())
    view: Any = QApplication.focusWidget()
    press(KEY.Key_Tab)
    press(KEY.Key_Space)
    popup: Any = QApplication.activePopupWidget()
    QTest.keyClicks(popup.field, "unmet")
    QTest.keyClick(popup.field, KEY.Key_Return)
    assert view.picture.setting.chart == "unmet_demand" or "unmet_demand" in {
        one.chart for one in center.charts.settings
    }


def test_that_a_path_is_edited_a_scenario_compared_and_all_of_it_undone_by_keys(drawn, press):
    window = drawn.window
    press(KEY.Key_K, CONTROL)
    popup: Any = QApplication.activePopupWidget()
    QTest.keyClicks(popup.field, "path of alibaba after")
    QTest.keyClick(popup.field, KEY.Key_Return)
    chart = drawn.paths.drawer.chart
    for _ in range(40):
        if press(KEY.Key_Tab) is chart:
            break
    press(KEY.Key_Up)
    press(KEY.Key_Right)
    assert dict(drawn.document.scenario.levers)["alibaba_capex"]
    press(KEY.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert not QApplication.clipboard().image().isNull()
    press(KEY.Key_T, CONTROL)
    assert window.center.shows_table
    for _ in range(3):
        press(KEY.Key_Z, CONTROL)
    assert drawn.document.undo_stack.index() == 0
    assert window.isVisible()


@pytest.fixture
def opened(drawn, press):
    """Open three scenarios of one lever each; the last one is on screen."""
    for title, years in (("First", 7), ("Second", 8), ("Third", 9)):
        scenario = with_lever(Scenario(title=title), "network_build_time", years)
        drawn.workspace.open(scenario, anew=True)
    return drawn


def _type(text):
    focused: Any = QApplication.focusWidget()
    QTest.keyClicks(focused, text)


def _give(press, *texts):
    """Give a command by the letters of its menus."""
    press(letter_of(texts[0]), ALT)
    for text in texts[1:]:
        press(letter_of(text))


def _titles(suanli):
    return [each.scenario.title for each in suanli.workspace.scenarios]


def test_that_a_target_is_set_edited_and_taken_away_by_keys(drawn, press, qtbot):
    _give(press, "&Edit", "&Targets", "&Add a target…")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    _type("12,500")
    press(KEY.Key_Return)
    assert [each.level for each in drawn.document.scenario.targets] == [12_500.0]
    drawn.window.activateWindow()
    qtbot.waitUntil(lambda: len(drawn.window.shelf.targets.rows) == 1, timeout=A_WHILE)
    while not holds(drawn.window.shelf.targets, press(KEY.Key_F6)):
        pass
    while QApplication.focusWidget() is not drawn.window.shelf.targets.rows[0]:
        press(KEY.Key_Tab)
    press(KEY.Key_F2)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    _type("13,000")
    press(KEY.Key_Return)
    assert drawn.document.scenario.targets == (
        Target("enterprises", "at least", 13_000.0, year=2030),
    )
    drawn.window.activateWindow()
    qtbot.waitUntil(lambda: holds(drawn.window.shelf.targets, QApplication.focusWidget()))
    while QApplication.focusWidget() is not drawn.window.shelf.targets.rows[0]:
        press(KEY.Key_Tab)
    press(KEY.Key_Delete)
    assert drawn.document.scenario.targets == ()


def test_that_a_chart_is_written_to_a_file_by_keys(drawn, press, qtbot, tmp_path):
    _give(press, "&File", "E&xport", "Chart as &PNG…")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    press(KEY.Key_A, CONTROL)
    _type(str(tmp_path / "by keys.png"))
    with qtbot.waitSignal(drawn.exports.done, timeout=A_WHILE):
        press(KEY.Key_Return)
    assert scenario_in((tmp_path / "by keys.png").read_bytes()).title == "Baseline"
    assert QApplication.activeModalWidget() is None


def test_that_scenarios_are_compared_with_one_chosen_by_letters(opened, press, qtbot):
    window = opened.window
    while not holds(window.shelf.scenarios, press(KEY.Key_F6)):
        pass
    press(KEY.Key_Up)
    assert opened.document.scenario.title == "Second"
    _give(press, "&View", "Scenar&ios", "Co&mpare with this scenario")
    assert opened.workspace.compared.scenario.title == "Second"
    _give(press, "&View", "Compa&rison")
    assert window.center.shows_table
    sheet = window.center.compare.sheet
    qtbot.waitUntil(lambda: sheet.columnCount() == 4, timeout=A_WHILE)
    assert "Second" in sheet.shown.reference_name
    _give(press, "&View", "Scenar&ios", "Compare with the &baseline")
    assert opened.workspace.compared is None


def test_that_scenarios_are_put_in_another_order_by_keys(opened, press):
    assert _titles(opened) == ["First", "Second", "Third"]
    while not holds(opened.window.shelf.scenarios, press(KEY.Key_F6)):
        pass
    press(KEY.Key_Up, ALT)
    assert _titles(opened) == ["First", "Third", "Second"]
    press(KEY.Key_Up, ALT)
    press(KEY.Key_Down, ALT)
    assert _titles(opened) == ["First", "Third", "Second"]
    assert opened.document.scenario.title == "Third"


def test_that_what_is_half_typed_outlasts_the_keys_of_find(drawn, press):
    row = drawn.window.side.levers.row("network_build_time")
    for key in (KEY.Key_K, KEY.Key_F):
        row.field.setFocus()
        row.field.selectAll()
        _type("9")
        press(key, CONTROL)
        assert isinstance(QApplication.activePopupWidget(), QWidget)
        while QApplication.activePopupWidget() is not None:
            press(KEY.Key_Escape)
        assert row.field.value() == 9.0
        assert drawn.document.undo_stack.count() == 1
        press(KEY.Key_Z, CONTROL)
        assert drawn.document.scenario.levers == ()
