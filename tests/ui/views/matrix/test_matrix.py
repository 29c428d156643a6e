"""The levers of all scenarios under the charts: moved, typed, copied, taken back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, lever_path, lever_value, with_lever
from ui.documents.document import Place
from ui.items.matrix import ENDS
from ui.views.matrix.levers_menu import LeversMenu
from ui.views.matrix.panel import MatrixPanel
from ui.views.matrix.table import MatrixTable
from ui.widgets.matrix.editor import CellEditor
from ui.widgets.matrix.layout import parts_in

A_MINUTE = 60_000
TARGET = "center_sellable_target"
PATH = LeverPath(((2026.0, 0.65), (2028.0, 0.75), (2030.0, 0.8)))
MORE = replace(with_lever(Scenario(), "alibaba_plan", 900), title="More")
CENTERS = replace(with_lever(Scenario(), TARGET, PATH), title="Centers")


@pytest.fixture
def shown(drawn):
    """Two scenarios, of which the second is on screen, and their levers."""
    for scenario in (MORE, CENTERS):
        drawn.workspace.open(scenario, anew=True)
    drawn.window.actions_["matrix"].trigger()
    assert drawn.matrix.panel.table.isVisible()
    return drawn


@pytest.fixture
def panel(shown) -> MatrixPanel:
    """What shows them."""
    found: MatrixPanel = shown.matrix.panel
    return found


@pytest.fixture
def more(shown):
    """The scenario that is not on screen."""
    return shown.workspace.scenarios[0]


def _index(panel, row, name):
    return panel.matrix.index(row, panel.matrix.names.index(name))


def _take(panel, row, name) -> CellEditor:
    """Let the keys be in a cell, which gives it the field and slider."""
    panel.table.setFocus()
    panel.table.scrollTo(_index(panel, row, name))
    panel.table.setCurrentIndex(_index(panel, row, name))
    assert isinstance(panel.table, MatrixTable)
    found = panel.table.editor
    assert found is not None
    return found


def _hover(panel, index):
    """Bring the pointer over a cell, as the window system does."""
    panel.table.scrollTo(index)
    place = QPointF(panel.table.visualRect(index).center())
    viewport = panel.table.viewport()
    buttons, held = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    onto = viewport.mapToGlobal(place)
    move = QMouseEvent(QEvent.Type.MouseMove, place, onto, buttons, buttons, held)
    QApplication.sendEvent(viewport, move)


def _drag(slider, share):
    start = slider.center_of(slider.value()).toPoint()
    end = QPoint(round(slider.width() * share), start.y())
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
    for part in (0.25, 0.5, 0.75, 1.0):
        QTest.mouseMove(slider, start + (end - start) * part)
    return end


def test_that_the_baseline_stands_first_and_what_differs_stands_before_the_rest(shown, panel):
    assert [row.name for row in panel.matrix.rows] == ["Baseline", "More", "Centers"]
    assert [row.is_current for row in panel.matrix.rows] == [False, False, True]
    assert panel.matrix.names[:2] == ("alibaba_plan", TARGET)
    assert panel.matrix.rowCount() == 3
    assert not panel.note.isVisible()
    assert not shown.window.center.compare.table.isVisible()


def test_that_a_drag_moves_the_scenario_of_its_row_and_is_one_step(shown, panel, more, qtbot):
    _hover(panel, _index(panel, 1, TARGET))
    slider = panel.table.editor.slider
    seen = []
    shown.published.changed.connect(
        lambda run: seen.append([lever_value(each.scenario, TARGET) for each, _ in run.others])
    )
    end = _drag(slider, 0.9)
    qtbot.waitUntil(lambda: len(seen) > 0 and seen[-1] != [0.65], timeout=A_MINUTE)
    assert more.is_moving
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=end)
    assert lever_value(more.scenario, TARGET) > 0.8
    assert more.undo_stack.count() == 1
    assert shown.document.scenario == CENTERS
    assert "“More”: What centers can sell 65 → " in shown.window.status.told
    assert "Ctrl+Z takes that back." in shown.window.status.told
    shown.window.actions_["undo"].trigger()
    assert more.scenario == MORE
    assert shown.window.status.told.startswith("“More”: What centers can sell ")
    assert panel.matrix.cell(1, panel.matrix.names.index(TARGET)).number == "65"


def test_that_undo_is_that_of_the_scenario_on_screen_again_once_it_changes(shown, panel, more):
    editor = _take(panel, 1, TARGET)
    editor.field.setFocus()
    editor.field.lineEdit().setText("70")
    QTest.keyClick(editor.field, Qt.Key.Key_Return)
    assert shown.workspace.undo_group.activeStack() is more.undo_stack
    changed = with_lever(shown.document.scenario, "alibaba_plan", 500)
    shown.document.edit("Change", changed)
    shown.window.actions_["undo"].trigger()
    assert shown.document.scenario == CENTERS
    assert lever_value(more.scenario, TARGET) == pytest.approx(0.7)


def test_that_escape_in_a_drag_gives_back_what_it_moved(panel, more):
    _hover(panel, _index(panel, 1, TARGET))
    slider = panel.table.editor.slider
    _drag(slider, 0.2)
    assert more.scenario != MORE
    QTest.keyClick(slider, Qt.Key.Key_Escape)
    assert more.scenario == MORE
    assert more.undo_stack.count() == 0


def test_that_a_slider_moves_the_path_of_its_cell(shown, panel):
    cell = panel.matrix.cell(2, panel.matrix.names.index(TARGET))
    assert cell.row.has_own_path
    assert cell.in_year == "80 in 2030"
    editor = _take(panel, 2, TARGET)
    editor.slider.setValue(editor.slider.value() - 5)
    editor.slider.come_to_rest()
    path = lever_path(shown.document.scenario, TARGET)
    assert len(path.knots) >= 3
    assert path != PATH
    assert shown.document.undo_stack.count() == 1


def test_that_keys_go_from_cell_to_cell_move_the_slider_and_type(shown, panel, more, qtbot):
    _take(panel, 1, "alibaba_plan")
    table = panel.table
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert table.currentIndex() == _index(panel, 1, TARGET)
    step = table.editor.described.scale.step
    for _ in range(2):
        QTest.keyClick(table, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_Plus)
    QTest.keyClick(table, Qt.Key.Key_Minus)
    assert lever_value(more.scenario, TARGET) == pytest.approx(0.65 + 2 * step)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert more.undo_stack.count() == 1
    assert not more.is_moving
    QTest.keyClick(table, Qt.Key.Key_Up)
    QTest.keyClick(table, Qt.Key.Key_Return)
    field = table.editor.field
    assert field.hasFocus()
    QTest.keyClicks(field, "72")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert lever_value(more.scenario, TARGET) == pytest.approx(0.72)
    assert table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_7)
    QTest.keyClick(field, Qt.Key.Key_1)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert lever_value(more.scenario, TARGET) == pytest.approx(0.71)


def test_that_a_number_that_cannot_be_is_refused_with_a_sentence(shown, panel, more):
    editor = _take(panel, 1, TARGET)
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    QTest.keyClicks(editor.field, "800")
    QTest.keyClick(editor.field, Qt.Key.Key_Return)
    assert 'What centers can sell cannot be "800"' in shown.window.status.told
    assert more.scenario == MORE


def test_that_the_baseline_and_what_is_read_only_say_why_they_stay(shown, panel, more):
    panel.table.setFocus()
    panel.table.setCurrentIndex(_index(panel, 0, TARGET))
    assert panel.table.editor is None
    QTest.keyClick(panel.table, Qt.Key.Key_Plus)
    assert shown.window.status.told.startswith("The baseline stays as it is.")
    more.move(Place(read_only="it was saved by a newer Suanli"))
    panel.table.setCurrentIndex(_index(panel, 1, TARGET))
    assert panel.table.editor is None
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    told = "“More” cannot be changed here: it was saved by a newer Suanli. Save a copy first."
    assert shown.window.status.told == told
    assert more.scenario == MORE


def test_that_a_path_is_copied_to_another_scenario_as_a_path(shown, panel, more):
    _take(panel, 2, TARGET)
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "2026:65, 2028:75, 2030:80"
    _take(panel, 1, TARGET)
    QTest.keyClick(panel.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert lever_path(more.scenario, TARGET) == PATH
    assert more.undo_stack.count() == 1
    shown.window.actions_["undo"].trigger()
    assert more.scenario == MORE


def test_that_the_menu_copies_to_all_scenarios_one_step_each(shown, panel, more):
    panel.copy_to(_index(panel, 2, TARGET), tuple(row.key for row in panel.matrix.rows))
    assert lever_path(more.scenario, TARGET) == PATH
    assert more.undo_stack.count() == 1
    assert shown.document.undo_stack.count() == 0
    menu = panel.menu_at(_index(panel, 0, "alibaba_plan"))
    texts = {action.text(): action for action in menu.actions()}
    texts["Copy to &all scenarios"].trigger()
    assert more.scenario.levers == CENTERS.levers
    assert more.undo_stack.count() == 2


def test_that_numbers_of_a_spreadsheet_are_pasted_whole_or_not_at_all(shown, panel, more):
    _take(panel, 1, "alibaba_plan")
    QGuiApplication.clipboard().setText("700\t70%\n800\t75%\n")
    panel.paste()
    assert lever_value(more.scenario, "alibaba_plan") == 700
    assert lever_value(more.scenario, TARGET) == pytest.approx(0.7)
    assert lever_value(shown.document.scenario, "alibaba_plan") == 800
    assert more.undo_stack.count() == shown.document.undo_stack.count() == 1
    before = more.scenario, shown.document.scenario
    for text, said in (
        ("600\t60\n500\tnonsense", 'What centers can sell cannot be "nonsense"'),
        ("1\n2\n3", "Nothing was pasted: 3 rows and 1 columns"),
        ("", "Nothing was copied to be pasted."),
    ):
        QGuiApplication.clipboard().setText(text)
        panel.paste()
        assert shown.window.status.told.startswith(said)
    assert (more.scenario, shown.document.scenario) == before


def test_that_one_number_fills_all_cells_that_are_selected_but_no_baseline(shown, panel, more):
    QGuiApplication.clipboard().setText("550")
    column = panel.matrix.names.index("alibaba_plan")
    panel.table.selectColumn(column)
    panel.paste()
    assert shown.window.status.told.startswith("The baseline stays as it is.")
    assert more.scenario == MORE


def test_that_delete_puts_a_lever_back_to_its_default(panel, more):
    _take(panel, 1, "alibaba_plan")
    QTest.keyClick(panel.table, Qt.Key.Key_Delete)
    assert more.scenario.levers == ()


def test_that_the_whole_table_is_copied_with_heads(shown, panel):
    panel.table.clearSelection()
    shown.window.center.compare.bar.copy_button.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Scenario\tAlibaba's plan (bn CNY)\tWhat centers can sell (%)")
    assert lines[2].startswith("More\t900\t65")
    assert QGuiApplication.clipboard().mimeData().html().startswith("<table>")


def test_that_levers_are_chosen_and_remembered(shown, panel):
    panel.levers.menu().aboutToShow.emit()
    assert isinstance(panel.levers, LeversMenu)
    actions = panel.levers.actions_
    assert not actions[TARGET].isEnabled()
    assert actions["voucher_budget"].isChecked()
    actions["voucher_budget.henan"].trigger()
    assert "voucher_budget.henan" in panel.matrix.names
    actions["voucher_budget"].trigger()
    assert "voucher_budget" not in panel.matrix.names
    assert "voucher_budget.henan" in shown.settings.text("matrix")


def test_that_a_column_stays_where_it_is_while_its_slider_goes_back_and_forth(panel):
    names = panel.matrix.names
    editor = _take(panel, 1, "network_build_time")
    for value in (1, 20, editor.slider.value()):
        editor.slider.setValue(value)
    editor.slider.come_to_rest()
    assert panel.matrix.names == names


def test_that_a_click_on_a_name_brings_the_scenario_on_screen(shown, panel, more):
    panel.table.scenarios.sectionClicked.emit(1)
    assert shown.document is more
    assert [row.is_current for row in panel.matrix.rows] == [False, True, False]


def test_that_it_follows_year_and_units_and_new_scenarios(shown, panel):
    shown.window.center.choose_year(2027)
    assert panel.matrix.cell(2, panel.matrix.names.index(TARGET)).in_year.endswith("in 2027")
    shown.window.actions_["money_usd"].trigger()
    column = panel.matrix.names.index("alibaba_plan")
    assert "USD" in panel.matrix.headerData(column, Qt.Orientation.Horizontal, ENDS)
    shown.workspace.open(replace(MORE, title="Third"), anew=True)
    assert panel.matrix.rows[3].name == "Third"


def test_that_each_cell_tells_name_value_and_range_to_who_does_not_see_it(panel):
    said = _index(panel, 1, TARGET).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "More, What centers can sell: 65%, baseline 65, from 20 to 90%"
    editor = _take(panel, 1, TARGET)
    told = editor.slider.accessible()
    assert (told.name, told.value) == ("More: What centers can sell (%)", "65%")
    assert said.partition(", ")[2] in told.description


def test_that_a_closed_matrix_follows_nothing_and_asks_for_nothing(shown, panel, more):
    wanted = set(shown.window.center.requests())
    shown.window.actions_["matrix"].trigger()
    assert not shown.window.center.shows_table
    assert set(shown.window.center.requests()) == wanted
    more.edit("Change", with_lever(more.scenario, TARGET, 0.3))
    assert panel.matrix.rows[1].scenario == MORE
    assert shown.workspace.undo_group.activeStack() is shown.document.undo_stack


def test_that_outcomes_come_back_and_the_face_is_remembered(shown, panel):
    compare = shown.window.center.compare
    assert compare.text.split(" ")[1] == "inputs"
    compare.bar.kinds.buttons["outcomes"].click()
    assert compare.table.isVisible()
    assert not panel.isVisible()
    assert not shown.window.actions_["matrix"].isChecked()
    compare.restore("usual inputs enterprises ranges")
    assert panel.isVisible()


def test_that_a_lone_baseline_says_what_to_do(drawn):
    drawn.window.actions_["matrix"].trigger()
    panel = drawn.matrix.panel
    assert panel.note.isVisible()
    assert [row.name for row in panel.matrix.rows] == ["Baseline"]


def test_that_many_scenarios_have_no_widget_each(drawn, qtbot):
    for number in range(40):
        drawn.workspace.open(replace(MORE, title=f"Scenario {number}"), anew=True)
    drawn.window.actions_["matrix"].trigger()
    panel = drawn.matrix.panel
    for row in range(1, 30):
        panel.table.scrollTo(panel.matrix.index(row, 0))
        panel.table.setCurrentIndex(panel.matrix.index(row, 0))
    assert len(panel.table.viewport().children()) < 5


def test_that_a_half_typed_number_stays_while_the_pointer_goes_elsewhere(panel, more):
    editor = _take(panel, 1, TARGET)
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    QTest.keyClicks(editor.field, "7")
    QApplication.sendEvent(panel.table, QEvent(QEvent.Type.Leave))
    _hover(panel, _index(panel, 2, TARGET))
    assert panel.table.editor is editor
    assert editor.field.is_half_typed
    assert more.scenario == MORE
    QTest.keyClick(editor.field, Qt.Key.Key_Escape)
    assert not editor.field.is_half_typed
    assert more.scenario == MORE


def test_that_undo_is_that_of_the_scenario_on_screen_once_another_is_closed(shown, panel, more):
    shown.document.edit("Change", with_lever(shown.document.scenario, "alibaba_plan", 500))
    panel.hand.move(more, panel.matrix.columns[0], 800, final=True)
    assert shown.workspace.undo_group.activeStack() is more.undo_stack
    shown.workspace.close(more)
    shown.window.actions_["undo"].trigger()
    assert shown.document.scenario == CENTERS


def test_that_the_command_that_copies_the_comparison_copies_the_levers_that_stand_there(
    shown, qtbot
):
    shown.window.actions_["copy_table"].trigger()
    clipboard = QGuiApplication.clipboard()
    qtbot.waitUntil(lambda: clipboard.text().startswith("Scenario\t"), timeout=A_MINUTE)


def test_that_all_places_of_a_lever_are_moved_and_copied_together(shown, panel, more):
    column = panel.matrix.names.index("voucher_budget")
    whole = panel.matrix.columns[column]
    panel.hand.move(more, whole, 3000, final=True)
    assert sum(lever_value(more.scenario, name) for name in whole.names) == pytest.approx(3000)
    panel.copy_to(panel.matrix.index(1, column), (shown.document.key,))
    assert [lever_value(shown.document.scenario, name) for name in whole.names] == (
        [lever_value(more.scenario, name) for name in whole.names]
    )
    assert shown.document.undo_stack.count() == 1


def test_that_a_scenario_off_the_charts_says_so_and_moves_all_the_same(shown, panel, more):
    shown.workspace.draw(more, False)
    assert not panel.matrix.rows[1].is_drawn
    head = panel.matrix.headerData(1, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert "Not on the charts" in head
    panel.hand.move(more, panel.matrix.columns[0], 800, final=True)
    assert lever_value(more.scenario, "alibaba_plan") == 800


def test_that_shift_makes_a_drag_of_a_cell_fine(shown, panel, more):
    _hover(panel, _index(panel, 1, "alibaba_plan"))
    slider = panel.table.editor.slider
    was, start = slider.value(), slider.center_of(slider.value()).toPoint()
    held, left = Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.LeftButton
    QTest.mousePress(slider, left, held, start)
    assert slider.value() == was
    for way in (10, 40):
        place = QPointF(start + QPoint(way, 0))
        move = QMouseEvent(
            QEvent.Type.MouseMove, place, slider.mapToGlobal(place), left, left, held
        )
        QApplication.sendEvent(slider, move)
    QTest.mouseRelease(slider, left, held, start + QPoint(40, 0))
    pixels = slider.center_of(slider.value()).x() - slider.center_of(was).x()
    assert 2 <= pixels <= 6
    assert more.undo_stack.count() == 1


def test_that_a_click_on_the_mark_of_a_path_opens_it_in_the_scenario_of_its_row(shown, panel, more):
    index = _index(panel, 1, TARGET)
    panel.table.scrollTo(index)
    place = parts_in(panel.table.visualRect(index), "").mark.center()
    QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown.document is more
    assert shown.paths.drawer.subject.address == TARGET
    assert shown.window.center.compare.shows_inputs
    beside = panel.table.visualRect(_index(panel, 2, "alibaba_later")).center() + QPoint(0, 15)
    QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert shown.paths.drawer.subject.address == TARGET
