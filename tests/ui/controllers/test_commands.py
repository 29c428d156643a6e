"""Commands are rows: what follows from one, and that no row names what there is not."""

import ast
import inspect
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from planner.model.indices import AREAS
from planner.model.scenario import Scenario, with_figures, with_lever
from planner.quantities.unit_system import UnitSystem
from planner.storage.places import resources_folder
from planner.storage.sentences.spoken import LANGUAGES, speaking
from tests.some import some
from ui.controllers.commands.controller import CommandController
from ui.controllers.commands.handlers import MissingHandlerError, handler_of
from ui.controllers.commands.state import Situation, is_checked, is_enabled
from ui.documents.row_edits import ways_back
from ui.views.commands.actions import keys_of
from ui.views.dialogs.shortcut_list import shortcut_groups
from ui.widgets.rows.group_button import GroupButton
from ui.wording.commands import table
from ui.wording.commands.command import Command
from ui.wording.commands.rows.export_formats import CHART_TABLES, CHARTS, REPORTS
from ui.wording.commands.rows.places import ALL
from ui.wording.commands.table import COMMANDS, MENUS, ROWS, on_toolbar, rows_of
from ui.wording.commands.words import in_full
from ui.wording.translate import command_text

ROOT = Path(__file__).parents[3]
AT_REST = Situation(
    is_saved=False,
    is_read_only=False,
    view="absolute",
    theme="system",
    is_enlarged=False,
    is_log=False,
    is_pinned=False,
    shows_strips=True,
    is_anonymous=False,
    arrangement="2 x 2",
    shows_table=False,
    shows_matrix=False,
    shows_ask=False,
    shows_side=True,
    shows_panel=True,
    may_put_back=frozenset(),
)
TEXTS = {"text", "full_text", "tip"}


def _command(key):
    return next(row for row in COMMANDS if row.key == key)


def _checked(now):
    return {row.key for row in COMMANDS if is_checked(row, now)}


def _disabled(now):
    return {row.key for row in COMMANDS if not is_enabled(row, now)}


def test_that_each_row_has_a_key_of_its_own_and_stands_in_a_menu_that_there_is():
    assert len(COMMANDS) > 40
    assert max(Counter(row.key for row in ROWS).values()) == 1
    inside = [row.key for menu in MENUS for row in rows_of(menu)]
    assert sorted(inside) == sorted(
        row.key for row in ROWS if (row.menu if isinstance(row, Command) else row.inside)
    )
    assert all(row.places for row in COMMANDS if not row.menu)


def test_that_no_two_commands_share_a_shortcut(qapp):
    keys = Counter(key.toString() for row in COMMANDS for key in keys_of(row))
    assert len(keys) > 30
    assert [key for key, count in keys.items() if count > 1 or not key] == []


def test_that_every_icon_is_drawn():
    icons = {row.icon for row in COMMANDS if row.icon}
    drawn = {path.stem for path in (resources_folder() / "icons").glob("*.svg")}
    assert icons == drawn
    assert all(row.icon for group in on_toolbar() for row in group)


def test_that_commands_by_themselves_can_be_told_apart():
    words = Counter(in_full(row) for row in COMMANDS)
    assert max(words.values()) == 1
    assert not any("&" in each for each in words)


def test_that_every_text_of_a_row_is_marked_for_translation():
    files = (Path(table.__file__).parent / "rows").glob("*.py")
    nodes = [node for path in files for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    marked = [n.value for n in nodes if isinstance(n, ast.keyword) and n.arg in TEXTS]
    assert len(marked) > 60
    for call in marked:
        assert isinstance(call, ast.Call)
        assert ast.unparse(call.func) == "marked"
        context, text = (ast.literal_eval(each) for each in call.args)
        assert context == "Commands"
        assert isinstance(text, str)


def test_that_check_marks_follow_from_what_is_shown():
    shown = {"effect_strips", "side", "panel"}
    usual = {
        "view_absolute",
        "theme_system",
        "language_system",
        "four_charts",
        "place_all",
        "money_cny",
        "compute_eflops",
        "text_100",
    }
    assert _checked(AT_REST) == usual | shown
    other = Situation(
        is_saved=True,
        is_read_only=True,
        view="index",
        theme="dark",
        language="zh_CN",
        text_size="150",
        is_enlarged=True,
        is_log=True,
        is_pinned=True,
        shows_strips=False,
        is_anonymous=True,
        arrangement="1 x 1",
        areas=("chengdu", "henan"),
        shows_table=True,
        shows_matrix=True,
        shows_ask=True,
        shows_side=False,
        shows_panel=False,
        may_put_back=frozenset({"saved"}),
        units=UnitSystem("USD", "MW"),
    )
    assert _checked(other) == {
        "view_index",
        "theme_dark",
        "language_zh_cn",
        "text_150",
        "matrix",
        "ask_all",
        "place_chengdu",
        "place_henan",
        "money_usd",
        "compute_mw",
        "enlarge",
        "one_chart",
        "log_axis",
        "pin_limits",
        "anonymous",
        "table",
    }


def test_that_what_cannot_be_done_is_not_offered():
    back = {"reset_to_saved", "reset_levers_to_saved", "reset_assumptions_to_saved"}
    of_input = {row.key for row in table.offered_in("input")} - {"input_inspect"}
    of_value = {"inspect_copy", "inspect_save"}
    assert _disabled(AT_REST) == back | of_input | of_value | {"remove_targets"}
    wanted = replace(AT_REST, has_targets=True, is_inspecting=True)
    assert _disabled(wanted) == back | of_input
    assert _disabled(replace(wanted, is_saved=True)) == of_input
    assert _disabled(replace(wanted, is_saved=True, is_read_only=True)) == {"save", *of_input}
    off_saved = replace(AT_REST, may_put_back=frozenset({"saved"}))
    assert of_input - _disabled(off_saved) == {"input_to_saved"}


def test_that_states_are_decided_without_qt():
    code = "import sys, ui.controllers.commands.state, ui.wording.commands.table; "
    code += "print([name for name in sys.modules if name.startswith('PySide6')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def _controller(suanli):
    return suanli.window.findChild(CommandController)


def test_that_every_command_calls_something_that_takes_what_it_is_given(suanli):
    handlers = _controller(suanli).handlers
    for command in some(COMMANDS):
        if not command.handler:
            assert command.key in {"undo", "redo"}
            continue
        given = [command.data] if command.data else [True] if command.is_checkable else []
        handler = handler_of(command, handlers)
        assert callable(handler)
        if inspect.ismethod(handler):
            inspect.signature(handler).bind(*given)
            if command.data:
                assert command.data in _choices(handler), command.key


def _choices(handler):
    """Return what the one parameter of a handler may be."""
    if handler.__name__ == "export_chart":
        return {row.suffix for row in (*CHARTS, *CHART_TABLES)}
    if handler.__name__ == "export_report":
        return {row.suffix for row in REPORTS}
    if handler.__name__ == "toggle":
        return {ALL, *AREAS}
    hints = get_type_hints(handler)
    (kind,) = [kind for name, kind in hints.items() if name != "return"]
    assert get_origin(kind) is Literal
    return get_args(kind)


def test_that_a_command_whose_handler_is_missing_is_found_at_the_start(suanli):
    handlers = _controller(suanli).handlers
    for wrong in ("exports.no_such_thing", "nobody.new"):
        row = replace(_command("new"), handler=wrong)
        with pytest.raises(MissingHandlerError, match=f"new names a handler .*: {wrong}"):
            handler_of(row, handlers)


def test_that_every_command_is_in_the_menus_of_the_window(suanli):
    window = suanli.window
    entries = [action for menu in window.menus.values() for action in menu.actions()]
    shown = {each.objectName() for each in entries if each.objectName()}
    assert shown == {row.key for row in COMMANDS if row.menu}
    assert {*window.actions_} - shown == {
        row.key for place in ("step", "input") for row in table.offered_in(place)
    }
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == ["&File", "&Edit", "&View", "&Ask", "&Help"]


def test_that_the_window_shows_which_commands_are_on(suanli):
    window, actions = suanli.window, suanli.window.actions_
    for key in ("view_percent", "table", "theme_dark"):
        assert not actions[key].isChecked()
        actions[key].trigger()
        assert actions[key].isChecked()
    window.center.show_table(False)
    window.shelf.hide()
    window.center.charts.enlarge(2)
    assert not actions["table"].isChecked()
    assert not actions["panel"].isChecked()
    assert actions["enlarge"].isChecked()
    assert not actions["view_absolute"].isChecked()
    actions["view_percent"].trigger()
    assert actions["view_percent"].isChecked()
    actions["theme_system"].trigger()


def test_that_no_icon_takes_the_place_of_a_check_mark_in_a_menu(suanli):
    checked = some(row for row in COMMANDS if row.is_checkable and row.icon)
    for row in checked:
        action = suanli.window.actions_[row.key]
        assert not action.icon().isNull(), row.key
        assert not action.isIconVisibleInMenu(), row.key
    assert suanli.window.actions_["open"].isIconVisibleInMenu()


def test_that_the_menu_of_a_chart_gives_its_commands_about_that_chart(drawn, qtbot, monkeypatch):
    window, asked = drawn.window, []
    monkeypatch.setattr(drawn.export_dialogs, "export_one", lambda *given: asked.append(given))
    chart = window.center.charts.views[2]
    place = chart.mapToGlobal(chart.rect().center())
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, chart.rect().center(), place)
    QApplication.sendEvent(chart, event)
    menu = next(each for each in window.findChildren(QMenu) if each.isVisible())
    words = {action.text(): action for action in menu.actions()}
    assert [re.sub("…$", "", text) for text in words] == [
        "Export chart as PNG",
        "Export chart as SVG",
        "Export chart as PDF",
        "Export numbers of the chart as CSV",
        "Export numbers of the chart as workbook",
        "Export all charts on one sheet",
        "Export all numbers",
        "Export report as PDF",
        "Export report as HTML",
        "Export without author and notes",
        "Add a target here",
        "Write a note here",
        "Copy chart",
        "Enlarge chart",
        "Reset charts",
        "Effects under charts",
        "View all years and values",
        "Logarithmic axis",
        "Pin the limits of the axes",
        "Table of the chart, by year",
        "Why did it change?",
        "What matters most?",
        "What does it take?",
        "Which future is this?",
        "How is this computed?",
    ]
    menu.close()
    words["Export chart as SVG…"].trigger()
    assert asked == [(2, "svg")]
    words["Logarithmic axis"].trigger()
    assert [setting.log for setting in window.center.charts.settings] == [False, False, True, False]
    assert window.actions_["log_axis"].isChecked()
    words["Enlarge chart"].trigger()
    assert window.center.charts.enlarged == 2


def test_that_the_list_of_keys_has_every_command_of_the_menus_with_its_shortcuts():
    groups = {group.title: group.rows for group in shortcut_groups()}
    assert list(groups)[:5] == ["File", "Edit", "View", "Scenarios", "Ask"] or "File" in groups
    rows = [row for group in shortcut_groups() for row in group.rows]
    told = {row.does: row.keys for row in rows}
    assert told["Reset all levers to default"] == "Ctrl+Shift+R"
    assert told["How to read the bands"] == "F1"
    assert told["Next panel"] == "F6"
    listed = {in_full(row).rstrip("…") for row in COMMANDS if row.menu}
    assert listed < set(told)


def test_that_the_menu_of_a_step_gives_commands_about_that_step(suanli, qtbot):
    document, panel = suanli.document, suanli.window.shelf.history
    suanli.window.shelf.show()
    document.edit("Plan", with_lever(document.scenario, "alibaba_plan", 500))
    document.edit("Plan", with_lever(document.scenario, "alibaba_plan", 900))
    panel.refresh()
    opened = panel.model.index(panel.model.rowCount() - 1)
    panel.view.customContextMenuRequested.emit(panel.view.visualRect(opened).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions()]
    assert words == [in_full(row) for row in table.offered_in("step")]
    next(a for a in menu.actions() if a.text() == "Go to this state").trigger()
    assert document.undo_stack.index() == 0
    menu.close()
    suanli.window.actions_["star_step"].trigger()
    assert len(document.story) == 1


def _open_menu(window):
    return next(each for each in window.findChildren(QMenu) if each.isVisible())


def test_that_the_menu_of_a_lever_puts_that_lever_back_where_it_is_off(suanli):
    document, window = suanli.document, suanli.window
    document.edit("Plan", with_lever(document.scenario, "alibaba_plan", 500))
    document.edit("Later", with_lever(document.scenario, "alibaba_later", 90))
    row = window.side.levers.row("alibaba_plan")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(4, 4), QPoint(40, 40))
    QApplication.sendEvent(row, event)
    menu = _open_menu(window)
    offered = {action.text(): action for action in menu.actions()}
    assert list(offered) == [in_full(row) for row in table.offered_in("input")]
    assert [action.isEnabled() for action in menu.actions()] == [True] * 4
    offered["Reset to baseline"].trigger()
    assert document.scenario.levers == (("alibaba_later", 90.0),)
    menu.close()
    QApplication.sendEvent(row, event)
    assert [action.isEnabled() for action in _open_menu(window).actions()] == [*[False] * 3, True]


def test_that_the_menu_of_a_group_puts_all_its_levers_back(suanli):
    document, window = suanli.document, suanli.window
    document.edit("Plan", with_lever(document.scenario, "alibaba_plan", 500))
    document.edit("Later", with_lever(document.scenario, "alibaba_later", 90))
    (button,) = (
        each
        for each in window.side.levers.findChildren(GroupButton)
        if "Investment" in each.accessibleName()
    )
    button.click()
    _open_menu(window).actions()[0].trigger()
    assert document.scenario.levers == ()
    assert document.undo_stack.undoText() == "Reset Investment"


def test_that_a_default_of_other_figures_can_be_put_back_to_the_baseline(suanli):
    document = suanli.document
    document.edit("Figures", with_figures(Scenario(), "as_stated"))
    assert ways_back(document, ("local_fund.beijing",)) == {"baseline", "saved"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_entry_of_a_menu_has_a_letter_that_no_other_one_has(language):
    bar = [menu for menu in MENUS if not menu.inside]
    with speaking(language):
        for rows in some([bar, *(rows_of(menu) for menu in MENUS)]):
            texts = [command_text(row.text) for row in rows]
            letters = [re.findall("&([^&])", text) for text in texts]
            assert all(len(each) == 1 for each in letters), texts
            found = Counter(each[0].casefold() for each in letters)
            assert max(found.values(), default=1) == 1, texts


def test_that_no_key_of_a_command_is_one_that_types(qapp):
    keys = [key.toString() for row in some(COMMANDS) for key in keys_of(row)]
    assert len(keys) > 30
    harmless = re.compile(r"(Ctrl|Alt|Meta|(Shift\+)?(F\d|[A-Z]\w+$))")
    assert [key for key in keys if not harmless.match(key)] == []
