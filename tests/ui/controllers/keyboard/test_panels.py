"""F6 leads from panel to panel and says which it is; the tab key goes through each in its order."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenuBar

from tests.some import some
from ui.charts.chart_view import ChartView
from ui.controllers.keyboard.panels import Panels
from ui.widgets.cards.card import KpiCard
from ui.widgets.fields.number_field import NumberField
from ui.widgets.focus.order import holds


@pytest.fixture
def press(suanli, qtbot):
    """Return what presses a key where the keys are."""
    suanli.window.activateWindow()
    qtbot.waitUntil(suanli.window.isActiveWindow)

    def pressed(key, held=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget() or suanli.window, key, held)
        return QApplication.focusWidget()

    return pressed


def _here(panels):
    focused = QApplication.focusWidget()
    return next((each.name for each in panels.panels() if holds(each.widget, focused)), None)


def test_that_one_key_leads_from_the_start_to_the_first_lever(drawn, press):
    assert drawn.window.focusWidget() in (drawn.window.center, None)
    field = press(Qt.Key.Key_F6)
    assert isinstance(field, NumberField)
    assert field is drawn.window.side.levers.row("voucher_budget").field
    assert drawn.window.status.told == "Levers and assumptions"


def test_that_keys_go_round_through_all_panels_on_and_back(drawn, press):
    drawn.window.center.show_table(True)
    panels = drawn.window.findChild(Panels)
    names = [each.name for each in panels.panels()]
    assert len(names) > 8
    gone = [(press(Qt.Key.Key_F6), _here(panels))[1] for _ in range(len(names) + 1)]
    assert gone == [*names, names[0]]
    back = []
    for _ in some(names):
        press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        back.append(_here(panels))
    assert back == [*reversed(names[1:]), names[0]]


def test_that_a_panel_is_entered_where_it_was_left(drawn, press):
    press(Qt.Key.Key_F6)
    left = press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_F6)
    assert press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier) is left


def test_that_the_menu_bar_is_entered_and_left_without_opening_a_menu(drawn, press):
    press(Qt.Key.Key_F6)
    for _ in range(20):
        if isinstance(QApplication.focusWidget(), QMenuBar):
            break
        press(Qt.Key.Key_F6)
    bar: QMenuBar = drawn.window.menuBar()
    assert drawn.window.focusWidget() is bar
    assert bar.activeAction() is bar.actions()[0]
    assert QApplication.activePopupWidget() is None
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is not bar


def test_that_the_tab_key_goes_from_the_toolbar_over_inputs_and_charts_to_the_lists(drawn, press):
    window = drawn.window
    drawn.window.center.setFocus()
    parts = [window.toolbar, window.side, window.center.kpis, window.center.charts, window.shelf]
    gone: list[int] = []
    for _ in range(120):
        stop = press(Qt.Key.Key_Tab)
        part = next((number for number, each in enumerate(parts) if holds(each, stop)), None)
        if part is not None and part not in gone[-1:]:
            gone.append(part)
        if len(gone) > len(parts):
            break
    start = gone.index(0)
    assert (gone[start:] + gone[:start])[:5] == [0, 1, 2, 3, 4]


def test_that_cards_and_the_head_of_a_chart_are_one_stop_with_arrows_in_it(drawn, press):
    cards = drawn.window.center.kpis.cards
    cards[0].setFocus(Qt.FocusReason.TabFocusReason)
    assert press(Qt.Key.Key_Right) is cards[1]
    assert press(Qt.Key.Key_End) is cards[-1]
    assert press(Qt.Key.Key_Right) is cards[0]
    assert press(Qt.Key.Key_Left) is cards[-1]
    stop = press(Qt.Key.Key_Tab)
    assert not isinstance(stop, KpiCard)
    assert press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier) is cards[-1]
    view = drawn.window.center.charts.views[0]
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert press(Qt.Key.Key_Tab) is view.header.title
    assert press(Qt.Key.Key_Right) is view.header.place
    assert isinstance(press(Qt.Key.Key_Tab), ChartView)


def test_that_arrows_move_the_edge_between_inputs_and_charts(drawn, press):
    splitter = drawn.window.splitter
    splitter.handle(1).setFocus(Qt.FocusReason.TabFocusReason)
    before = splitter.sizes()[0]
    press(Qt.Key.Key_Right)
    assert splitter.sizes()[0] == before + 16
    press(Qt.Key.Key_Left)
    assert splitter.sizes()[0] == before


def test_that_arrows_move_the_edge_between_charts_and_lists(drawn, press):
    shelf, grip = drawn.window.shelf, drawn.window.body.grip
    shelf.show()
    grip.setFocus(Qt.FocusReason.TabFocusReason)
    before = shelf.width()
    press(Qt.Key.Key_Left)
    assert shelf.width() == before + 16
    assert press(Qt.Key.Key_Right) is grip
    assert shelf.width() == before


def test_that_the_tab_key_goes_over_the_comparison_and_on_to_all_parts(drawn, press, qtbot):
    window, center = drawn.window, drawn.window.center
    center.show_table(True)
    center.charts.views[-1].setFocus(Qt.FocusReason.TabFocusReason)
    edge, grip = center.splitter.handle(1), window.body.grip
    qtbot.waitUntil(lambda: edge.y() > 0)
    parts = [edge, center.compare.bar, center.compare.table, grip, window.shelf.scenarios]
    around = [window.toolbar, window.side, center.charts]
    gone: list[int] = []
    for _ in range(120):
        stop = press(Qt.Key.Key_Tab)
        both = enumerate([*parts, *around])
        part = next((number for number, each in both if holds(each, stop)), None)
        if part is not None and part not in gone:
            gone.append(part)
    assert [each for each in gone if each != 7] == [0, 1, 2, 3, 4, 5, 6]
    assert 7 in gone


def test_that_arrows_move_the_edge_over_the_comparison(drawn, press, qtbot):
    center = drawn.window.center
    center.show_table(True)
    handle = center.splitter.handle(1)
    qtbot.waitUntil(lambda: handle.y() > 0)
    handle.setFocus(Qt.FocusReason.TabFocusReason)
    before = center.compare.height()
    press(Qt.Key.Key_Down)
    assert center.compare.height() == before - 16
    press(Qt.Key.Key_Up)
    assert center.compare.height() == before


def test_that_escape_leads_back_to_where_the_keys_were_before_they_went_round(drawn, press):
    drawn.window.shelf.show()
    start = drawn.window.center.charts.views[1]
    for steps in (1, 3, 4, 6):
        start.setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(steps):
            assert press(Qt.Key.Key_F6) is not start
        assert press(Qt.Key.Key_Escape) is start
    press(Qt.Key.Key_F6)
    card = drawn.window.center.kpis.cards[0]
    card.setFocus(Qt.FocusReason.TabFocusReason)
    assert press(Qt.Key.Key_Escape) is card, "somebody has gone on otherwise"


def test_that_arrows_with_shift_see_other_years_and_values(drawn, press):
    view = drawn.window.center.charts.views[0]
    view.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Plus)
    box = view.canvas.plot.box
    years, values = box.years, box.values
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert box.years[0] > years[0]
    assert box.years[1] - box.years[0] == pytest.approx(years[1] - years[0])
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert box.values[0] < values[0]
    press(Qt.Key.Key_0)
    assert not view.canvas.plot.is_zoomed
