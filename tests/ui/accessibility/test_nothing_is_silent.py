"""Whatever paints itself can be heard, and whatever takes the focus has a name.

Classes are found in the code, so that a new one without an interface of its own fails here;
widgets and the texts of rows are looked at in the window as it stands.
"""

import ast
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QGraphicsItem,
    QGraphicsView,
    QStyledItemDelegate,
    QTabBar,
    QWidget,
)

from planner.model.scenario import Scenario, with_lever
from tests.length import shortened
from tests.screenshots.scenes import FEW_FUTURES, SCENES, on_stage
from tests.some import some

ROOT = Path(__file__).parents[3]
TEXT = QAccessible.Text
NATIVE = (QAbstractItemView,)
"""What Qt tells row by row."""
PAINT_NOTHING = {"MainWindow", "SpendingCard"}
"""They only note that they are painted."""
TOLD_BY_A_CANVAS = {
    "ChartAxis",
    "ChartPlot",
    "EffectAxis",
    "EffectStrip",
    "EventLane",
    "Fan",
    "Legend",
    "LimitsStrip",
    "NoteMarks",
    "PathPlot",
    "PlotBox",
    "PublishedPoints",
    "SideNames",
    "TargetLines",
    "ValueAxis",
    "YearAxis",
    "_Values",
    "_Years",
}
"""Items of a plot: what they show are parts of the drawing, `ui.charts.aloud.told_canvas`."""


def _classes():
    """Yield each class of the window with the names of its methods, as they are written."""
    for path in some(sorted((ROOT / "ui").rglob("*.py"))):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef):
                methods = {each.name for each in node.body if isinstance(each, ast.FunctionDef)}
                yield module, node.name, methods


def _loaded(module, name):
    return getattr(import_module(module), name)


def test_that_each_widget_that_paints_itself_has_an_interface_of_its_own():
    painting = [
        _loaded(module, name)
        for module, name, methods in _classes()
        if "paintEvent" in methods and name not in PAINT_NOTHING
    ]
    silent = [
        each.__name__
        for each in some(painting)
        if not hasattr(each, "accessible") and not issubclass(each, NATIVE)
    ]
    assert len(painting) >= 15
    assert silent == []


def test_that_each_view_of_drawn_items_has_an_interface_of_its_own():
    classes = [_loaded(module, name) for module, name, _ in _classes() if "charts" in module]
    views = [each for each in classes if isinstance(each, type) and issubclass(each, QGraphicsView)]
    assert len(views) >= 3
    assert [each.__name__ for each in some(views) if not hasattr(each, "accessible")] == []


def test_that_each_item_of_a_plot_is_told_with_its_drawing():
    classes = [_loaded(module, name) for module, name, _ in _classes() if "charts" in module]
    items = {
        each.__name__
        for each in classes
        if isinstance(each, type) and issubclass(each, QGraphicsItem)
    }
    assert len(items) >= 10
    assert items == TOLD_BY_A_CANVAS


@pytest.fixture
def shown(drawn, qtbot):
    """Show every part of the window that tells something."""
    window = drawn.window
    for key in ("table", "panel"):
        if not window.actions_[key].isChecked():
            window.actions_[key].trigger()
    qtbot.waitUntil(lambda: window.center.compare.sheet.rowCount() > 0)
    return drawn


def _silent(window):
    for widget in some(window.findChildren(QWidget)):
        takes_focus = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        is_part = widget.focusProxy() is not None  # such as the line of text in a field
        if widget.isVisible() and takes_focus and not is_part and not _name(widget):
            yield widget


def _name(widget):
    heard = QAccessible.queryAccessibleInterface(widget)
    if isinstance(widget, QTabBar):
        return heard.child(0).text(TEXT.Name)
    return heard.text(TEXT.Name)


def test_that_whatever_takes_the_focus_has_a_name(shown):
    assert list(_silent(shown.window)) == []


OPENING = {
    "a target": "add_target",
    "properties": "properties",
    "events": "events",
    "the size of pictures": "picture_size",
    "the contents of reports": "report_contents",
    "keys": "help_commands",
    "help": "help_bands",
    "the path of a lever": "lever_path",
    "questions": "ask_all",
    "levers side by side": "matrix",
}
"""What is opened by a command, by what it shows."""


@pytest.mark.parametrize("key", OPENING.values(), ids=OPENING)
def test_that_whatever_takes_the_focus_has_a_name_in_what_a_command_opens(drawn, qtbot, key):
    window = drawn.window
    before = set(window.findChildren(QWidget))
    window.side.levers.row("alibaba_plan").field.setFocus()
    window.actions_[key].trigger()
    parts = set(window.findChildren(QWidget)) - before
    qtbot.waitUntil(lambda: any(each.isVisible() for each in parts) or key == "matrix")
    assert list(_silent(window)) == []


PLAYED = (
    *("inspect", "story", "story-editor", "history", "ask", "second-window", "dialog-find"),
    *("sweep", "sweep-tradeoffs"),
)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "scene", shortened(PLAYED, ("inspect", "story-editor", "ask", "dialog-find"))
)
def test_that_whatever_takes_the_focus_has_a_name_and_a_role_in_scenes(scene):
    with on_stage((1440, 900), FEW_FUTURES) as stage:
        window = SCENES[scene](stage).window()
        stage.settle()
        assert [type(each).__name__ for each in _silent(window)] == []
        painted = [each for each in some(window.findChildren(QWidget)) if _paints_itself(each)]
        told = {each: QAccessible.queryAccessibleInterface(each) for each in painted}
        without = [type(each).__name__ for each, heard in told.items() if _says_nothing(heard)]
        assert without == []


def _paints_itself(widget):
    is_ours = type(widget).__module__.startswith("ui.") and "paintEvent" in vars(type(widget))
    return is_ours and widget.isVisible() and type(widget).__name__ not in PAINT_NOTHING


def _says_nothing(heard):
    """Tell whether a widget has no role, or neither name nor value nor anything in it."""
    words = heard.text(TEXT.Name) + heard.text(TEXT.Value) + heard.text(TEXT.Description)
    return heard.role() == QAccessible.Role.NoRole or not (words or heard.childCount())


def test_that_no_name_or_description_is_written_as_markup(shown):
    for widget in some(shown.window.findChildren(QWidget)):
        heard = QAccessible.queryAccessibleInterface(widget)
        if widget.isVisible():
            said = heard.text(TEXT.Name) + heard.text(TEXT.Description)
            assert "<p" not in said, (widget, said)
            assert "&amp;" not in said, (widget, said)


def test_that_each_row_and_cell_that_a_delegate_paints_says_what_it_shows(shown):
    views = [
        view
        for view in some(shown.window.findChildren(QAbstractItemView))
        if type(view.itemDelegate()) not in (QStyledItemDelegate, QAbstractItemDelegate)
        and view.isVisible()
        and view.model() is not None
    ]
    assert len(views) >= 3
    for view in some(views):
        model = view.model()
        for row in range(model.rowCount(view.rootIndex())):
            index = model.index(row, 0, view.rootIndex())
            if model.flags(index) & Qt.ItemFlag.ItemIsSelectable:
                assert index.data(Qt.ItemDataRole.AccessibleTextRole), (view, row)


def test_that_levers_tell_unit_range_and_state_in_the_numbers_on_screen(shown):
    rows = [control.row for control in shown.window.side.levers.controls.values()]
    for row in some(rows):
        heard = QAccessible.queryAccessibleInterface(row.slider)
        number, scale = heard.valueInterface(), row.described.scale
        assert heard.role() == QAccessible.Role.Slider
        assert number.currentValue() == row.field.value()
        assert number.minimumValue() <= number.currentValue() <= number.maximumValue()
        assert scale.shown_unit == "" or "(" in heard.text(TEXT.Name)
        assert row.field.text() in heard.text(TEXT.Value)
        assert "At its default" in heard.text(TEXT.Description)


def test_that_a_screen_reader_moves_a_lever_as_one_step(shown):
    row = shown.window.side.levers.row("network_build_time")
    number = QAccessible.queryAccessibleInterface(row.slider).valueInterface()
    number.setCurrentValue(5.0)
    row.slider.come_to_rest()
    assert shown.document.undo_stack.count() == 1
    assert row.field.value() == 5.0
    heard = QAccessible.queryAccessibleInterface(row.slider)
    assert "Changed; the default is " in heard.text(TEXT.Description)


def test_that_a_scenario_in_the_list_says_its_color_and_changes(shown):
    scenario = with_lever(Scenario(title="Slow network"), "network_build_time", 9)
    shown.workspace.open(scenario, anew=True)
    model = shown.window.shelf.scenarios.model
    index = model.index(model.rowCount() - 1)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Slow network, blue, 1 lever changed"
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
