"""Nothing is cut off: every visible part lies within what holds it, at large and small sizes."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QSlider, QToolButton, QWidget

from planner.studies.cards import GENERAL
from tests.reliability.window.seen_window import scrolls
from tests.some import some
from ui.views.tool_head import ToolHead
from ui.widgets.place_switch import PlaceSwitch
from ui.widgets.segmented import Segmented
from ui.wording.commands.table import on_toolbar

SIZES = [(1440, 900), (1366, 768), (1024, 700), (1024, 600)]


def _children(parent):
    """Yield visible descendants; what scrolls may be longer than its place."""
    for child in parent.findChildren(QWidget):
        if child.isVisible() and not scrolls(child):
            yield child


def test_that_nothing_sticks_out_of_its_parent(drawn, qtbot, subtests):
    window = drawn.window
    for size in SIZES:
        with subtests.test(size=size):
            window.resize(*size)
            qtbot.waitUntil(lambda size=size: window.size().toTuple() == size)
            seen = 0
            for child in _children(window):
                parent = child.parentWidget()
                inside = parent.rect().adjusted(-1, -1, 1, 1)
                assert inside.contains(child.geometry()), f"{child} in {parent}: {child.geometry()}"
                seen += 1
            assert seen > 60


def test_that_rows_fit_the_width_of_the_side(drawn, qtbot, subtests):
    window = drawn.window
    for size in SIZES:
        with subtests.test(size=size):
            window.resize(*size)
            for panel in (window.side.levers, window.side.assumptions):
                window.side.tabs.setCurrentWidget(panel)
                qtbot.waitUntil(panel.widget().isVisible)
                page, port = panel.widget(), panel.viewport()
                assert page.minimumSizeHint().width() <= port.width()
                for control in panel.controls.values():
                    row = control.row
                    if not row.isVisible():
                        continue
                    place = QRect(row.mapTo(port, QPoint(0, 0)), row.size())
                    assert place.left() >= 0
                    assert place.right() <= port.width()


def test_that_texts_have_the_room_they_need(drawn, qtbot, subtests):
    window = drawn.window
    for size in SIZES:
        with subtests.test(size=size):
            window.resize(*size)
            qtbot.waitUntil(lambda: not _cut_off(window) and not _narrow_buttons(window))
            assert _worded_buttons(window)


def _worded_buttons(window):
    """Return the buttons of the toolbar that are words."""
    buttons = [each for each in _children(window.toolbar) if isinstance(each, QToolButton)]
    return [each for each in buttons if each.text() and each.icon().isNull()]


def _narrow_buttons(window):
    """Return the words on buttons of the toolbar that are wider than their button."""
    worded = [(each, each.text()) for each in _worded_buttons(window)]
    return [
        text for each, text in worded if each.width() < each.fontMetrics().horizontalAdvance(text)
    ]


def _cut_off(window):
    """Return the texts on one line that are wider than their place."""
    labels = [
        child
        for part in (window.center, window.status, window.toolbar)
        for child in _children(part)
        if isinstance(child, QLabel) and not child.wordWrap()
    ]
    cards = window.center.kpis.cards
    assert len(labels) > 8
    assert len(cards) == len(GENERAL)
    return [
        child.text()
        for child in labels
        if child.contentsRect().width() < child.fontMetrics().horizontalAdvance(child.text()) - 2
    ] + [card.shown.value for card in cards if not card.has_room()]


def test_that_a_small_window_shows_the_cards_in_two_rows(drawn, qtbot):
    cards = drawn.window.center.kpis.cards
    drawn.window.resize(1440, 900)
    drawn.window.shelf.hide()
    qtbot.waitUntil(lambda: len({card.y() for card in cards}) == 1)
    drawn.window.center.kpis.choose_set("key_figures")
    drawn.window.resize(1024, 700)
    qtbot.waitUntil(lambda: len({card.y() for card in cards}) == 2)


def test_that_every_slider_keeps_a_length_a_hand_can_use(drawn):
    drawn.window.resize(1024, 700)
    for control in some(drawn.window.side.levers.controls.values()):
        if control.row.isVisible():
            assert control.row.slider.width() >= 100


def test_that_the_side_is_folded_away_and_comes_back_for_a_control(drawn, qtbot):
    window = drawn.window
    before = window.center.width()
    window.actions_["side"].trigger()
    assert not window.side.isVisible()
    assert not window.actions_["side"].isChecked()
    qtbot.waitUntil(lambda: window.center.width() > before)
    window.side.show_control("alibaba_plan")
    assert window.side.levers.row("alibaba_plan").isVisible()
    assert window.actions_["side"].isChecked()


def test_that_no_button_leaves_the_toolbar(drawn, qtbot, subtests):
    window = drawn.window
    for width in (1440, 1024, 900):
        with subtests.test(width=width):
            window.resize(width, 700)
            qtbot.waitUntil(lambda width=width: window.toolbar.width() == window.width() == width)
            buttons = [each for each in _children(window.toolbar) if isinstance(each, QToolButton)]
            shown = {action.objectName() for each in buttons for action in each.actions()}
            assert shown >= {command.key for group in on_toolbar() for command in group}
            assert not window.toolbar.findChild(QToolButton, "qt_toolbar_ext_button").isVisible()


def test_that_the_views_become_one_button_before_anything_is_pushed_out(qtbot):
    views = Segmented(
        {"absolute": "Absolute", "difference": "Difference", "index": "Index"}, "View"
    )
    places = PlaceSwitch("Place", "Choose places")
    places.show_choices({(): "All", ("chengdu",): "Chengdu"}, (), "All places")
    head = ToolHead(places, QSlider(Qt.Orientation.Horizontal), QLabel("2030"), views)
    holder = QWidget()
    head.setParent(holder)
    qtbot.addWidget(holder)
    index = QAction("Index", head)
    index.setCheckable(True)
    head.offer_views([index])
    head.resize(head.sizeHint())
    holder.show()
    assert (views.isHidden(), head.view_button.isHidden()) == (False, True)
    assert not head.unit_button.isHidden()
    with_units = head.minimumSizeHint().width() + head.unit_button.sizeHint().width() + 20
    head.resize(with_units, head.height())
    assert (views.isHidden(), head.unit_button.isHidden()) == (True, False)
    head.resize(head.minimumSizeHint())
    assert (views.isHidden(), head.view_button.isHidden()) == (True, False)
    assert head.unit_button.isHidden()
    assert places.opener is places.button
    assert head.minimumSizeHint().width() < head.sizeHint().width() - 150
    views.choose("index")
    index.setChecked(True)
    assert head.view_button.text() == "Index"
    assert head.view_button.menu().actions() == [index]
