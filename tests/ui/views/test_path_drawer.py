"""The path drawer in the real window: typed, dragged, pasted, undone; what is refused stays."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from planner.files.scenario.scenario_file import read
from planner.model.scenario import lever_default_path, lever_path
from tests.some import some
from ui.charts.paths.plot import OWN_WIDTH
from ui.documents.recovery import Session, bytes_of, entries_of
from ui.items.path_knots import FROM, ORIGIN, VALUE
from ui.style.theme import LIGHT
from ui.views.inputs.side import LEAST_WIDTH
from ui.views.paths.drawer_body import DrawerBody
from ui.views.paths.ready_row import ReadyRow

NAME = "voucher_budget.chengdu"
PUBLISHED = lever_default_path(NAME)


@pytest.fixture(autouse=True)
def active(suanli, qtbot):
    """Let the window have the focus: a cell that loses it is taken."""
    suanli.window.activateWindow()
    qtbot.waitUntil(suanli.window.isActiveWindow)


@pytest.fixture
def drawer(suanli):
    """Return the drawer of Chengdu's budget, opened with the button of its row."""
    suanli.window.side.show_control(NAME)
    suanli.window.side.levers.row(NAME).path_button.click()
    return suanli.paths.drawer


def path_of(suanli, name=NAME):
    return lever_path(suanli.document.scenario, name)


def cell(drawer, row, column):
    return drawer.model.index(row, column).data()


def type_into(drawer, row, column, text, key=Qt.Key.Key_Return):
    """Type into a cell as a keyboard does, and return the editor if it is still there."""
    drawer.table.setFocus()
    drawer.table.setCurrentIndex(drawer.model.index(row, column))
    QTest.keyClick(drawer.table, Qt.Key.Key_F2)
    editor = drawer.table.viewport().findChildren(QLineEdit)[-1]
    editor.selectAll()
    editor.insert(text)
    if key is not None:
        QTest.keyClick(editor, key)
        QApplication.processEvents()
    return editor


def is_editing(drawer):
    return drawer.table.state() == drawer.table.State.EditingState


def drag(drawer, place, by, steps=5, modifiers=Qt.KeyboardModifier.NoModifier):
    """Drag a point of the chart by pixels."""
    view = drawer.chart.viewport()
    start = drawer.chart.pixel_of(place)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, modifiers, start.toPoint())
    for step in range(1, steps + 1):
        to = start + QPointF(by) * step / steps
        QTest.mouseMove(view, to.toPoint())
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, modifiers, (start + QPointF(by)).toPoint())


def test_that_it_tells_lever_place_unit_and_how_dates_are_read(drawer):
    assert drawer.accessibleName() == "Path of Voucher budget, Chengdu"
    assert drawer.subject.reading == "Each value holds from its date until the next."
    assert drawer.places.currentText() == "Chengdu"
    assert [cell(drawer, 0, column) for column in (FROM, VALUE, ORIGIN)] == [
        *("Jan 2025", "10", "published")
    ]
    assert cell(drawer, 2, ORIGIN) == "default"
    assert cell(drawer, 3, FROM) == "Add a date"


def test_that_a_line_says_how_it_is_read(suanli):
    suanli.window.side.levers.row("center_sellable_target").path_button.click()
    assert suanli.paths.drawer.subject.reading.startswith("A straight line from date to date")


DATES = {"Jan 2027": 2027, "2027": 2027, "2027-01": 2027, "2027.5": 2027.5}
VALUES = {"250": 250, "2亿": 200, "0.3 bn": 300}


def test_that_a_date_is_added_by_typing(suanli, drawer, subtests):
    for text, date in some(DATES.items()):
        with subtests.test(text):
            type_into(drawer, 3, FROM, text)
            assert path_of(suanli).knots[2] == (date, 100)
            assert drawer.table.places == (2,)
            assert suanli.document.undo_stack.count() == 1
            suanli.document.undo_stack.undo()
            assert path_of(suanli) == PUBLISHED


def test_that_a_value_is_typed_in_any_form_a_field_understands(suanli, drawer, subtests):
    for text, value in some(VALUES.items()):
        with subtests.test(text):
            type_into(drawer, 1, VALUE, text)
            assert path_of(suanli).values[1] == value
            assert cell(drawer, 1, ORIGIN) == "yours"
            suanli.document.undo_stack.undo()
            assert cell(drawer, 1, ORIGIN) != "yours"


def test_that_a_share_is_typed_in_percent(suanli):
    suanli.window.side.levers.row("center_sellable_target").path_button.click()
    drawer = suanli.paths.drawer
    type_into(drawer, 1, FROM, "2027")
    type_into(drawer, 1, VALUE, "75%")
    assert path_of(suanli, "center_sellable_target").knots == ((2025, 0.65), (2027, 0.75))


REFUSED = [
    (1, FROM, "soon", "is no date; write Jan 2027"),
    (1, FROM, "2024", "is outside 2025 to 2051."),
    (1, FROM, "2060", "is outside 2025 to 2051."),
    (1, FROM, "2031", "There is a value from Jan 2031 on already."),
    (1, VALUE, "much", "it is not a number; allowed are 0 to 100,000 M CNY/yr."),
    (1, VALUE, "-5", "allowed are 0 to 100,000 M CNY/yr."),
    (3, FROM, "Sep 2025", "There is a value from Sep 2025 on already."),
]


def test_that_what_is_no_path_is_refused_in_its_cell_and_escape_gives_back(
    suanli, drawer, subtests
):
    for row, column, text, said in REFUSED:
        with subtests.test(text=text):
            editor = type_into(drawer, row, column, text)
            assert is_editing(drawer)
            assert editor.text() == text
            assert said in drawer.refusal.text()
            assert drawer.refusal.isVisibleTo(drawer)
            QTest.keyClick(editor, Qt.Key.Key_Escape)
            assert not drawer.refusal.isVisibleTo(drawer)
            assert suanli.paths.drawer is drawer
            assert path_of(suanli) == PUBLISHED
            assert suanli.document.undo_stack.count() == 0


def test_that_a_refused_text_can_be_mended(suanli, drawer):
    editor = type_into(drawer, 1, VALUE, "much")
    editor.selectAll()
    QTest.keyClicks(editor, "120")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert path_of(suanli).values[1] == 120
    assert not drawer.refusal.isVisibleTo(drawer)


def test_that_a_date_out_of_order_goes_to_its_place(suanli, drawer):
    type_into(drawer, 0, FROM, "2028")
    assert path_of(suanli).dates == (PUBLISHED.dates[1], 2028, 2031)


def test_that_a_drag_of_a_point_is_live_and_one_step(suanli, drawer, qtbot):
    seen = []
    suanli.document.changed.connect(lambda scenario: seen.append(lever_path(scenario, NAME)))
    drag(drawer, 1, QPoint(0, -40))
    assert len({path.values[1] for path in seen}) > 2
    assert path_of(suanli).values[1] > 110
    assert path_of(suanli).dates == PUBLISHED.dates
    assert suanli.document.undo_stack.count() == 1
    assert not suanli.document.is_moving
    suanli.document.undo_stack.undo()
    assert cell(drawer, 1, VALUE) == "100"
    suanli.document.undo_stack.redo()
    assert drawer.page.path == path_of(suanli) != PUBLISHED


def test_that_a_drag_across_moves_the_date_between_its_neighbors(suanli, drawer):
    drag(drawer, 1, QPoint(60, 0))
    date = path_of(suanli).dates[1]
    assert date > PUBLISHED.dates[1] + 0.25
    assert date * 12 == pytest.approx(round(date * 12))
    drag(drawer, 1, QPoint(2000, 0))
    assert path_of(suanli).dates[1] == pytest.approx(2031 - 1 / 12, abs=0.01)


def test_that_shift_makes_a_drag_fine(suanli, drawer):
    drag(drawer, 1, QPoint(0, -40), modifiers=Qt.KeyboardModifier.NoModifier)
    rough = path_of(suanli).values[1] - 100
    suanli.document.undo_stack.undo()
    view, start = drawer.chart.viewport(), drawer.chart.pixel_of(1).toPoint()
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mousePress(view, Qt.MouseButton.LeftButton, shift, start)
    _move(drawer, start + QPoint(0, -40), shift)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, shift, start + QPoint(0, -40))
    fine = path_of(suanli).values[1] - 100
    assert 0 < fine < rough / 4


def _move(drawer, to, modifiers):
    """Move the pointer with a key held: QTest's own moves hold none."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(to),
        QPointF(drawer.chart.viewport().mapToGlobal(to)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        modifiers,
    )
    drawer.chart.mouseMoveEvent(event)


def test_that_a_double_click_adds_a_point_and_delete_removes_it(suanli, drawer):
    view = drawer.chart.viewport()
    at = drawer.chart.pixel_at(2028.0, 60.0).toPoint()
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    date, value = path_of(suanli).knots[2]
    assert (date, value) == (pytest.approx(2028, abs=0.1), pytest.approx(60, abs=3))
    assert drawer.chart.place == 2
    drawer.chart.setFocus()
    QTest.keyClick(drawer.chart, Qt.Key.Key_Delete)
    assert path_of(suanli) == PUBLISHED
    assert suanli.document.undo_stack.count() == 2


def test_that_keys_choose_and_move_points_and_a_run_is_one_step(suanli, drawer):
    chart = drawer.chart
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.place == 0
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.place == 1
    assert drawer.table.places == (1,)
    for _ in range(3):
        QTest.keyClick(chart, Qt.Key.Key_Up)
    step = drawer.subject.scale.step
    assert path_of(suanli).values[1] == pytest.approx(100 + 3 * step)
    drawer.table.setFocus()
    assert suanli.document.undo_stack.count() == 1
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert path_of(suanli).dates[1] == pytest.approx(2025 + 9 / 12)
    assert "Point 2 of 3: Oct 2025" in chart.accessibleDescription()


def test_that_fill_clear_and_remove_do_what_they_say(suanli, drawer):
    drawer.table.choose(1)
    drawer.buttons["fill"].click()
    assert path_of(suanli).dates[2:] == (2026, 2027, 2028, 2029, 2030, 2031)
    drawer.table.choose(2)
    drawer.buttons["remove"].click()
    assert path_of(suanli).dates[2] == 2027
    drawer.buttons["clear"].click()
    assert path_of(suanli).values == (100,)
    assert not drawer.buttons["remove"].isEnabled()
    assert suanli.document.undo_stack.count() == 3


@pytest.mark.parametrize(
    ("text", "knots"),
    [
        ("Year\tBudget\n2027\t150,5\n2028\t200\n", ((2027, 150.5), (2028, 200))),
        ("2027;150\n2028;200\n", ((2027, 150), (2028, 200))),
    ],
)
def test_that_a_pasted_column_by_year_makes_knots_on_1_january(suanli, drawer, text, knots):
    QGuiApplication.clipboard().setText(text)
    drawer.table.setFocus()
    QTest.keyClick(drawer.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert path_of(suanli).knots == (*PUBLISHED.knots[:2], *knots, (2031, 0))
    assert suanli.document.undo_stack.count() == 1


def test_that_a_column_of_values_begins_in_the_year_that_is_chosen(suanli, drawer):
    QGuiApplication.clipboard().setText("1\n2\n3\n")
    drawer.table.choose(1)
    drawer.buttons["paste"].click()
    assert path_of(suanli).knots[2:5] == ((2026, 1), (2027, 2), (2028, 3))


NOT_PASTED = [
    ("2027\tmuch", '"much" cannot be taken: allowed are 0 to 100,000 M CNY/yr'),
    ("2027\t1\n2027\t2", "dates must rise"),
    ("2020\t1\n2027\t2", "it must be 2025 to 2051"),
    ("\n".join("7" for _ in range(130)), "1 to 120 knots, not 130"),
    ("", "nothing was copied"),
]


def test_that_what_cannot_be_pasted_is_told_and_changes_nothing(suanli, drawer, subtests):
    for text, said in NOT_PASTED:
        with subtests.test(text=text):
            QGuiApplication.clipboard().setText(text)
            drawer.buttons["paste"].click()
            assert said in drawer.refusal.text()
            assert path_of(suanli) == PUBLISHED


def test_that_what_is_copied_out_can_be_pasted_in(suanli, drawer):
    QGuiApplication.clipboard().setText("2027\t150.5\n2028\t200\n")
    drawer.buttons["paste"].click()
    whole = path_of(suanli)
    drawer.table.setFocus()
    drawer.table.clearSelection()
    QTest.keyClick(drawer.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("From\tM CNY/yr\n2025-01-01\t10\n2025-09-01\t100\n2027-01-01\t150.5\n")
    drawer.back_button.click()
    QGuiApplication.clipboard().setText(text)
    drawer.buttons["paste"].click()
    assert path_of(suanli).values == whole.values
    assert path_of(suanli).dates == pytest.approx(whole.dates, abs=1e-3)


def test_that_a_ready_path_is_one_step_and_published_takes_it_back(suanli, drawer, subtests):
    for key in some(("ramp", "freeze", "early", "late")):
        with subtests.test(key):
            steps = suanli.document.undo_stack.count()
            drawer.table.choose(1)
            drawer.ready.buttons[key].click()
            assert path_of(suanli) != PUBLISHED
            assert suanli.document.undo_stack.count() == steps + 1
            drawer.ready.buttons["published"].click()
            assert path_of(suanli) == PUBLISHED
            assert suanli.document.scenario.levers == ()


def test_that_a_freeze_keeps_what_holds_today_unless_another_date_is_chosen(suanli, drawer):
    assert drawer.table.places == (1,)
    assert drawer.chart.place == 1
    drawer.ready.buttons["freeze"].click()
    assert path_of(suanli).knots == PUBLISHED.knots[:2]


def test_that_the_slider_moves_the_whole_path_and_is_one_step(suanli, drawer):
    for position in (30, 60, 90):
        drawer.move_row.slider.moved.emit(position)
    drawer.move_row.slider.settled.emit()
    path = path_of(suanli)
    assert path.dates == PUBLISHED.dates
    assert path.values[1] == drawer.move_row.field.kept > 100
    assert suanli.document.undo_stack.count() == 1


def test_that_the_drawer_follows_the_document_on_screen(suanli, drawer):
    type_into(drawer, 1, VALUE, "250")
    suanli.window.actions_["new"].trigger()
    assert path_of(suanli) == PUBLISHED
    assert cell(drawer, 1, VALUE) == "100"
    assert not drawer.back_button.isEnabled()


def test_that_escape_closes_and_keeps_and_the_row_has_the_focus(suanli, drawer):
    type_into(drawer, 1, VALUE, "250")
    QTest.keyClick(drawer.table, Qt.Key.Key_Escape)
    assert suanli.paths.drawer is None
    assert path_of(suanli).values[1] == 250
    button = suanli.window.side.levers.row(NAME).path_button
    assert not button.isChecked()
    assert button.property("path") == "own"
    assert suanli.window.focusWidget() is button
    assert suanli.window.center.charts.isVisible()


def test_that_tab_goes_through_all_of_it_in_order(suanli, drawer):
    drawer.table.choose(1)
    drawer.table.setFocus()
    met = []
    for _ in range(6):
        QTest.keyClick(suanli.window.focusWidget(), Qt.Key.Key_Tab)
        met.append(suanli.window.focusWidget())
    assert met[:5] == list(drawer.buttons.values())
    assert met[5] is drawer.move_row.slider
    assert [button.toolTip() != "" for button in drawer.ready.buttons.values()] == [True] * 5


def test_that_one_path_is_open_at_a_time(suanli, drawer):
    other = suanli.window.side.levers.row("other_capex")
    other.path_button.click()
    assert suanli.paths.drawer.subject.address == "other_capex"
    assert not suanli.window.side.levers.row(NAME).path_button.isChecked()
    assert other.path_button.isChecked()


def test_that_the_row_of_all_areas_opens_them_together_and_one_place_from_there(suanli):
    suanli.window.side.levers.row("voucher_budget").path_button.click()
    drawer = suanli.paths.drawer
    assert drawer.subject.address == "voucher_budget"
    assert drawer.accessibleName() == "Path of Voucher budget, all places together"
    assert drawer.places.currentText() == "All places together"
    drawer.places.setCurrentIndex(drawer.places.findData("voucher_budget.henan"))
    drawer.places.activated.emit(drawer.places.currentIndex())
    assert suanli.paths.drawer.subject.address == "voucher_budget.henan"
    assert suanli.window.side.levers.row("voucher_budget").path_button.isChecked()


def test_that_the_row_of_all_areas_opens_the_place_that_the_window_is_about(suanli):
    suanli.window.center.areas.choose(["chengdu", "shanghai"])
    suanli.window.side.levers.row("voucher_budget").path_button.click()
    first = suanli.window.center.areas.chosen[0]
    assert suanli.paths.drawer.subject.address == f"voucher_budget.{first}"


def test_that_a_part_of_a_plan_opens_the_whole_path_and_moves_its_part(suanli):
    suanli.window.side.levers.row("alibaba_plan").path_button.click()
    drawer = suanli.paths.drawer
    assert drawer.subject.address == "alibaba_capex"
    drawer.move_row.field.moved.emit(760.0, True)
    path = path_of(suanli, "alibaba_capex")
    usual = lever_default_path("alibaba_capex")
    assert path.values[1] == pytest.approx(2 * usual.values[1])
    assert path.values[2:] == usual.values[2:]
    type_into(drawer, 2, VALUE, "155")
    assert dict(suanli.document.scenario.levers).keys() == {"alibaba_capex"}
    assert path_of(suanli, "alibaba_capex").values[1:3] == pytest.approx((760 / 3, 155))


def test_that_it_tells_what_the_path_did(drawn, qtbot):
    drawn.window.side.levers.row(NAME).path_button.click()
    drawer = drawn.paths.drawer
    assert drawer.effect.lines == ()
    type_into(drawer, 1, VALUE, "400")
    qtbot.waitUntil(lambda: len(drawer.effect.lines) == 5, timeout=60_000)
    own, cost, money, used, others = drawer.effect.lines
    assert own.title == "AI enterprises in Chengdu, Dec 2030"
    assert own.figure.startswith("+")
    assert " to +" in own.detail
    assert cost.title == "for each one added"
    assert cost.figure.endswith(" M CNY")
    assert "; 80%: " in cost.detail
    assert cost.detail.endswith(" on average for all that vouchers added")
    assert others.title == "AI enterprises in the other six places"
    assert others.figure.startswith("\N{MINUS SIGN}")
    assert money.figure == "+1,600 M CNY"
    assert money.detail == "2,140 M CNY instead of 540 M CNY"
    assert used.title == "budget fully used from"
    assert used.detail.startswith("baseline: ")
    assert drawer.effect.canvas.plot.picture.view == "difference"
    drawn.window.actions_["money_usd"].trigger()
    money = drawn.paths.drawer.effect.lines[2]
    assert money.figure == "+222 M USD"
    assert money.detail == "297.2 M USD instead of 75.0 M USD"


def test_that_charts_are_drawn_again_once_it_is_closed(drawn, qtbot):
    drawn.window.side.levers.row(NAME).path_button.click()
    drawer = drawn.paths.drawer
    type_into(drawer, 1, VALUE, "400")
    drawer.close_button.click()
    charts = drawn.window.center.charts
    qtbot.waitUntil(lambda: charts.views[0].picture.has_effect, timeout=60_000)
    assert charts.views[0].picture.scenario.levers == drawn.document.scenario.levers


def test_that_a_path_made_here_is_saved_and_opened_again(suanli, drawer, tmp_path):
    drag(drawer, 1, QPoint(0, -40))
    path = path_of(suanli)
    assert suanli.saving.save_to(tmp_path / "own.scenario.json")
    suanli.document.undo_stack.undo()
    assert path_of(suanli) == PUBLISHED
    assert read(tmp_path / "own.scenario.json").levers == ((NAME, path),)
    suanli.window.actions_["new"].trigger()
    suanli.files.open_all([tmp_path / "own.scenario.json"])
    assert drawer.page.path == path_of(suanli)


def test_that_a_path_made_here_is_recovered(suanli, drawer):
    drag(drawer, 1, QPoint(0, -40))
    path = path_of(suanli)
    assert suanli.autosave.flush()
    ((_, entry),) = entries_of(suanli.autosave.session)
    assert entry.scenario.levers == ((NAME, path),)
    drawer.back_button.click()
    left = Session(suanli.autosave.session.root, "left")
    left.write("0", bytes_of(entry))
    left.release()
    suanli.recovering.offer()
    suanli.recovering.recover()
    assert path_of(suanli) == path
    assert drawer.page.path == path


def test_that_a_narrow_drawer_has_the_chart_over_the_table_and_cuts_neither(
    suanli, drawer, qtbot, subtests
):
    chart, table, body = drawer.chart, drawer.table, drawer.findChild(DrawerBody)
    for width, is_over in ((1440, False), (900, True), (1440, False)):
        with subtests.test(width=width):
            suanli.window.resize(width, 700)
            qtbot.waitUntil(lambda width=width: suanli.window.width() == width)
            suanli.window.splitter.setSizes([400, width - 400])
            qtbot.waitUntil(lambda is_over=is_over: body.is_stacked == is_over)
            QApplication.processEvents()
            chart_top, table_top = (part.mapTo(drawer, QPoint()).y() for part in (chart, table))
            assert (chart_top < table_top) == is_over
            right = chart.mapTo(drawer, QPoint(chart.width(), 0)).x()
            assert right <= drawer.width()


def test_that_names_of_ready_paths_take_a_second_row_before_they_are_cut(qtbot):
    row = ReadyRow(LIGHT)
    qtbot.addWidget(row)
    row.show()
    for width, rows in ((900, 1), (330, 2)):
        row.resize(width, row.height())
        qtbot.waitUntil(lambda rows=rows: len({each.y() for each in row.buttons.values()}) == rows)
        assert all(each.width() >= each.sizeHint().width() for each in row.buttons.values())


def test_that_a_low_window_shows_ready_paths_and_the_change_of_all_dates(suanli, drawer, qtbot):
    suanli.window.resize(1024, 600)
    suanli.window.splitter.setSizes([LEAST_WIDTH, 1024 - LEAST_WIDTH])
    body = drawer.findChild(DrawerBody)
    parts = (*drawer.ready.buttons.values(), drawer.move_row.slider, drawer.move_row.field)
    for part in some(parts):
        qtbot.waitUntil(lambda part=part: _is_in_sight(part, body))
    assert drawer.chart.height() >= 130
    suanli.window.resize(1440, 900)
    qtbot.waitUntil(lambda: drawer.chart.height() >= 190)


def _is_in_sight(part, body):
    corner = part.mapTo(body, part.rect().bottomRight())
    return body.viewport().rect().contains(corner)


def test_that_lines_are_as_wide_on_a_screen_with_more_pixels(drawer):
    plot = drawer.chart.plot
    plot.show_ratio(2.0)
    assert plot._line.opts["pen"].widthF() == 2 * OWN_WIDTH
    plot.show_ratio(1.0)
    assert plot._line.opts["pen"].widthF() == OWN_WIDTH
