"""The inspection in the window: opened from anywhere, walked, live, told as the terminal does."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from planner.files.scenario.scenario_file import write
from planner.model.scenario import Scenario, baseline_under, with_lever
from planner.quantities.unit_system import UnitSystem
from planner.storage.sentences.spoken import LANGUAGES, speaking
from planner.studies.cards import Card
from planner.studies.inspect.inspection import inspect_node
from planner.studies.inspect.moment import course_of
from planner.studies.inspect.node import Node, node_at, node_of_input, whole_node
from tests.some import some
from ui.command_line import main
from ui.controllers.ask.inspect import Inspect
from ui.controllers.ask.inspect_table import InspectTable
from ui.controllers.ask.tables import table_as_text
from ui.style.theme import DARK, LIGHT
from ui.views.inspect.panel import BESIDE_FROM, InspectPanel
from ui.widgets.inspect.formula_view import LINE_PIXELS
from ui.widgets.inspect.outline_view import OutlineView
from ui.wording.figures.units import tell_in
from ui.wording.inspect.about import WhichRun
from ui.wording.inspect.outlines import OutlineRow
from ui.wording.inspect.page import page_text

A_MINUTE = 60_000
DECEMBER_2030 = 71
PLANNED = with_lever(Scenario(title="Planned", futures=256), "voucher_budget.chengdu", 2000.0)
CHENGDU = node_at("enterprises.chengdu")


def _inspect(drawn):
    found = drawn.window.findChild(Inspect)
    assert isinstance(found, Inspect)
    return found


def _wait(qtbot, inspect, node):
    """Wait until a value is told; shares of its spread are still being worked out."""

    def is_told():
        traced = inspect.panel.traced if inspect.panel else None
        return traced is not None and traced.found.node == node and traced.loops is not None

    qtbot.waitUntil(is_told, timeout=A_MINUTE)
    return inspect.panel


def _open(drawn, qtbot, text="enterprises.chengdu", scenario=PLANNED):
    drawn.workspace.open(scenario, anew=True)
    qtbot.waitUntil(lambda: drawn.published.run.scenario.title == scenario.title, timeout=A_MINUTE)
    inspect = _inspect(drawn)
    inspect.open(text)
    return inspect, _wait(qtbot, inspect, node_at(text))


def _open_and_weigh(drawn, qtbot):
    inspect, panel = _open(drawn, qtbot)
    qtbot.waitUntil(lambda: panel.weighed is not None, timeout=A_MINUTE)
    return inspect, panel


def test_that_the_command_inspects_the_chart_at_hand_and_gives_the_charts_back(drawn, qtbot):
    inspect = _inspect(drawn)
    assert inspect.panel is None
    drawn.window.actions_["inspect"].trigger()
    panel = _wait(qtbot, inspect, node_at("enterprises"))
    assert panel.isVisible()
    assert not drawn.window.center.charts.isVisible()
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not inspect.is_open
    assert drawn.window.center.charts.isVisible()


def test_that_the_panel_shows_what_the_terminal_prints(drawn, qtbot):
    _, panel = _open_and_weigh(drawn, qtbot)
    runs = course_of(PLANNED, DECEMBER_2030), course_of(baseline_under(PLANNED), DECEMBER_2030)
    found = inspect_node(CHENGDU, *runs)
    assert panel.text() == page_text(found, WhichRun("Planned", "the baseline"), panel.weighed)
    panel.head.copy.click()
    assert QApplication.clipboard().text() == panel.text()
    assert panel.card.value.text().endswith("in Dec 2030")
    assert "+" in panel.card.difference.text()


def test_that_names_in_the_equation_are_walked_and_the_way_leads_back(drawn, qtbot):
    inspect, panel = _open(drawn, qtbot)
    births = node_at("births.chengdu")
    number = [cell.node for cell in panel.card.formula.cells].index(births)
    place = panel.card.formula.place_of(number).center().toPoint()
    qtbot.mouseClick(panel.card.formula, Qt.MouseButton.LeftButton, pos=place)
    _wait(qtbot, inspect, births)
    assert panel.card.title.text() == "Births of enterprises (Chengdu)"
    qtbot.keyClick(panel, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    _wait(qtbot, inspect, CHENGDU)
    assert panel.head.forward.isEnabled()
    panel.head.forward.click()
    _wait(qtbot, inspect, births)
    assert panel.head.crumbs[0].full_text == "AI enterprises (Chengdu)"
    panel.head.crumbs[0].click()
    _wait(qtbot, inspect, CHENGDU)


def test_that_the_equation_is_copied_from_where_it_stands(drawn, qtbot):
    _, panel = _open(drawn, qtbot)
    panel.card.formula.setFocus()
    qtbot.waitUntil(panel.card.formula.hasFocus)
    qtbot.keyClick(panel.card.formula, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().text()
    assert copied.startswith("Equation\n  AI enterprises (Chengdu) = AI enterprises (Chengdu), a ")
    assert copied.endswith("Deaths of enterprises (Chengdu) = 147.1 enterprises/yr")


def test_that_the_map_opens_nodes_and_a_loop_is_marked_in_it(drawn, qtbot):
    inspect, panel = _open(drawn, qtbot)
    births = node_at("births.chengdu")
    before = len(panel.traced.map.nodes)
    panel.map.folded.emit(births)
    qtbot.waitUntil(lambda: len(panel.traced.map.nodes) > before, timeout=A_MINUTE)
    usual = panel.map.grab().toImage()
    panel.loops.setCurrentItem(panel.loops.topLevelItem(1))
    assert panel.map.grab().toImage() != usual
    panel.map.folded.emit(births)
    qtbot.waitUntil(lambda: len(panel.traced.map.nodes) == before, timeout=A_MINUTE)
    assert inspect.node == CHENGDU


def test_that_lists_lead_on_and_tell_what_changed(drawn, qtbot):
    inspect, panel = _open(drawn, qtbot)
    assert any(row.is_changed for row in some(panel.inputs.rows))
    assert len(panel.loops.rows) > 5
    assert len(panel.levers.rows) > 10
    item = panel.inputs.topLevelItem(0)
    panel.inputs.itemActivated.emit(item, 0)
    _wait(qtbot, inspect, node_at("births.chengdu"))


def test_that_causes_show_their_share_of_the_spread_and_levers_their_whole_effect(drawn, qtbot):
    _, panel = _open_and_weigh(drawn, qtbot)
    births = node_at("births.chengdu")
    assert panel.weighed.weights[births].is_seen
    row = next(each for each in panel.inputs.rows if each.node == births)
    assert row.change.endswith("of spread")
    assert "over 256 futures" in panel.measure.text()
    first = next(row for row in panel.levers.rows if row.node == node_at("voucher_budget.chengdu"))
    assert first.name == "+ Voucher budget (Chengdu): raises it in 64 of 64 futures"
    assert first.rows[-1].node == CHENGDU
    assert "Shortest way: Voucher budget (Chengdu) → " in first.tip
    assert panel.levers.rows[-1].name.startswith("Found by running the model")


def test_that_a_row_is_as_high_as_its_words_need(qtbot):
    view = OutlineView(LIGHT, "Levers", ("",))
    qtbot.addWidget(view)
    view.resize(250, 300)
    view.show_rows([OutlineRow("short"), OutlineRow("a long text of many words " * 5)])
    view.show()
    places = (view.visualRect(view.model().index(row, 0)) for row in (0, 1))
    short, long = (place.height() for place in places)
    assert long >= 3 * short


def test_that_an_assumption_shows_its_evidence_with_links(drawn, qtbot):
    _, panel = _open(drawn, qtbot, "churn")
    assert panel.tabs.currentWidget() is panel.evidence
    assert "https://" in panel.evidence.toHtml()
    assert not panel.card.formula.isVisible()
    with qtbot.waitSignal(panel.control_wanted) as wanted:
        panel.card.control.click()
    assert wanted.args == ["churn"]
    assert drawn.window.side.tabs.currentWidget() is drawn.window.side.assumptions


def test_that_a_lever_of_parts_leads_to_the_row_that_moves_it(drawn, qtbot):
    inspect = _inspect(drawn)
    inspect.walk(node_of_input("alibaba_plan"))
    panel = _wait(qtbot, inspect, Node("alibaba_capex"))
    with qtbot.waitSignal(panel.control_wanted) as wanted:
        panel.card.control.click()
    assert drawn.window.side.levers.row(wanted.args[0]).isVisible()


def test_that_numbers_follow_the_scenario_only_while_it_is_open(drawn, qtbot):
    inspect, panel = _open(drawn, qtbot)
    document = drawn.workspace.current
    value = panel.traced.found.value
    document.edit("More", with_lever(PLANNED, "voucher_budget.chengdu", 4000.0))
    qtbot.waitUntil(lambda: panel.traced.found.value > value, timeout=A_MINUTE)
    inspect.close()
    traced = panel.traced
    document.edit("Less", with_lever(PLANNED, "voucher_budget.chengdu", 300.0))
    qtbot.waitUntil(
        lambda: (
            drawn.published.run.is_whole
            and dict(drawn.published.run.scenario.levers).get("voucher_budget.chengdu") == 300.0
        ),
        timeout=A_MINUTE,
    )
    assert panel.traced is traced


def test_that_year_month_and_place_are_chosen(drawn, qtbot):
    inspect, panel = _open(drawn, qtbot)
    drawn.window.center.choose_year(2028)
    qtbot.waitUntil(lambda: panel.traced.wanted.month == 47, timeout=A_MINUTE)
    panel.head.month.activated.emit(5)
    qtbot.waitUntil(lambda: panel.traced.wanted.month == 41, timeout=A_MINUTE)
    assert panel.card.value.text().endswith("in Jun 2028")
    panel.head.element.activated.emit(6)
    _wait(qtbot, inspect, node_at("enterprises.henan"))


def test_that_a_value_of_all_places_says_that_it_is_their_mean(drawn, qtbot):
    inspect, panel = _open(drawn, qtbot, "enterprises")
    every = whole_node("births")
    inspect.walk(every)
    _wait(qtbot, inspect, every)
    assert panel.card.value.text().endswith("in Dec 2030, the mean of 7 places")
    assert panel.head.element.currentText() == "Mean of all places"
    panel.head.element.activated.emit(4)
    _wait(qtbot, inspect, node_at("births.chengdu"))
    assert panel.head.element.currentText() == "Chengdu"
    assert panel.head.element.findText("Mean of all places") < 0


def test_that_a_quantile_is_told_by_the_future_that_is_there(drawn, qtbot):
    inspect, panel = _open(drawn, qtbot)
    central = panel.traced.found.value
    panel.head.run.activated.emit(3)
    qtbot.waitUntil(lambda: panel.traced.future is not None, timeout=A_MINUTE)
    assert panel.traced.found.value > central
    assert "at 90% of the futures" in panel.card.run.text()
    inspect.walk(Node("churn"))
    _wait(qtbot, inspect, Node("churn"))
    assert panel.traced.future is not None
    assert panel.traced.found.value != course_of(PLANNED, DECEMBER_2030).value(Node("churn"))


def test_that_a_card_a_row_and_a_lever_are_inspected_from_where_they_stand(drawn, qtbot):
    inspect, window = _inspect(drawn), drawn.window
    window.center.areas.choose(("chengdu",))
    window.center.kpis.inspection_wanted.emit(Card("enterprises"))
    _wait(qtbot, inspect, CHENGDU)
    inspect.close()
    window.side.levers.row("network_build_time").slider.setFocus()
    window.actions_["inspect"].trigger()
    _wait(qtbot, inspect, Node("network_build_time"))
    inspect.close()
    window.center.show_table(True)
    table = window.center.compare.table
    qtbot.waitUntil(lambda: table.model().rowCount() > 1, timeout=A_MINUTE)
    lines = [n for n in range(table.model().rowCount()) if table.rowHeight(n)]
    table.setCurrentIndex(table.model().index(lines[1], 0))
    request = table.request_at_hand
    assert request is not None
    table.inspection_wanted.emit(request)
    qtbot.waitUntil(lambda: inspect.is_open and inspect.panel.traced is not None, timeout=A_MINUTE)
    assert inspect.node is not None


def test_that_the_menu_of_an_input_leads_to_where_it_comes_from(drawn, qtbot):
    window, inspect = drawn.window, _inspect(drawn)
    window.side.menu_wanted.disconnect()
    row = window.side.levers.row("network_build_time")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(row, event)
    assert window.side.address_at_hand == "network_build_time"
    window.actions_["input_inspect"].trigger()
    _wait(qtbot, inspect, Node("network_build_time"))


def test_that_everything_has_room_at_every_size(drawn, qtbot, subtests):
    _, panel = _open(drawn, qtbot, "births.chengdu")
    for size in some(((1024, 600), (1440, 900), (2560, 1440))):
        with subtests.test(size):
            drawn.window.resize(*size)
            qtbot.waitUntil(lambda width=size[0]: drawn.window.width() == width)
            QApplication.processEvents()
            _assert_room_in(panel)


def _assert_room_in(panel):
    is_beside = panel.tabs.tabText(0) != "Map"
    assert is_beside == (panel.width() >= BESIDE_FROM)
    assert panel.card.height() >= 120
    assert panel.tabs.height() >= 120
    for part in (panel.head, panel.card, panel.tabs):
        assert part.mapTo(panel, QPoint(part.width(), 0)).x() <= panel.width()
    page = panel.card.widget()
    assert page.width() <= panel.card.viewport().width()


def test_that_units_and_themes_change_what_is_shown(drawn, qtbot):
    _, panel = _open(drawn, qtbot, "alibaba_spending")
    in_yuan = panel.card.value.text()
    assert "CNY" in in_yuan
    tell_in(UnitSystem("USD"))
    try:
        drawn.units.chosen.emit()
        assert "USD" in panel.card.value.text()
    finally:
        tell_in(UnitSystem())
    light = panel.grab().toImage()
    panel.set_theme(DARK)
    assert panel.grab().toImage() != light


def test_that_parts_have_names_for_screen_readers(drawn, qtbot):
    _, panel = _open(drawn, qtbot)
    parts = (panel, panel.map, panel.card.formula, panel.inputs, panel.levers, panel.loops)
    assert all(part.accessibleName() for part in some(parts))
    assert "more of it gives more" in panel.map.accessibleDescription()
    assert panel.card.formula.accessibleDescription().startswith("AI enterprises (Chengdu) = ")


def test_that_the_table_is_copied_by_key_from_list_and_map(drawn, qtbot):
    inspect, panel = _open_and_weigh(drawn, qtbot)
    for part in some((panel.inputs, panel.map)):
        QApplication.clipboard().clear()
        part.setFocus()
        qtbot.keyClick(part, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        lines = [line.split("\t") for line in QApplication.clipboard().text().splitlines()]
        assert lines == [line.split("\t") for line in table_as_text(inspect.answer).splitlines()]
        names = {line[1]: line for line in lines}
        share = 100 * panel.weighed.weights[node_at("births.chengdu")].share
        assert names["births.chengdu"][0] == "cause"
        assert float(names["births.chengdu"][7]) == pytest.approx(share, abs=0.1)


def test_that_the_saved_table_is_the_one_of_the_terminal_in_every_language(drawn, qtbot, tmp_path):
    inspect, _ = _open_and_weigh(drawn, qtbot)
    file, table = tmp_path / "planned.suanli.json", tmp_path / "terminal.csv"
    write(file, PLANNED)
    assert main(["inspect", "enterprises.chengdu", str(file), "--table", str(table)]) == 0
    wanted = table.read_bytes()
    for language in some(LANGUAGES):
        with speaking(language):
            path = tmp_path / f"{language}.csv"
            drawn.ask.tables.write(inspect.answer, str(path))
        qtbot.waitUntil(path.exists, timeout=A_MINUTE)
        assert path.read_bytes() == wanted


def test_that_the_key_of_exports_asks_where_to_save_the_table(drawn, qtbot, tmp_path):
    drawn.settings.keep("export_folder", str(tmp_path))
    _, panel = _open_and_weigh(drawn, qtbot)
    panel.inputs.setFocus()
    qtbot.keyClick(panel.inputs, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = drawn.window.findChild(QFileDialog)
    assert dialog.windowTitle() == "Save the table"
    assert dialog.selectedFiles()[0].endswith(".csv")
    assert dialog.directory().absolutePath() == str(tmp_path)
    dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert drawn.window.findChild(QFileDialog) is None


def test_that_a_table_is_told_of_as_missing_while_shares_are_worked_out(drawn, qtbot):
    inspect, panel = _open(drawn, qtbot)
    panel.weighed = None
    panel.head.table.menu().actions()[0].trigger()
    assert inspect.answer is None
    assert "still being worked out" in drawn.window.status.told


def test_that_the_equation_takes_no_more_height_than_is_seen(drawn, qtbot):
    _, shown = _open(drawn, qtbot, "enterprises")
    panel = InspectPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(700, 1400)
    panel.show_traced(shown.traced, WhichRun("Planned", "the baseline"))
    panel.show()
    for width in some(range(700, 1200, 7)):
        panel.resize(width, 1400)
        QApplication.processEvents()
        assert panel.card.height() <= panel.card.needed(panel.card.viewport().width()), width


def test_that_no_line_of_the_equation_is_cut_in_two(drawn, qtbot):
    card = _open(drawn, qtbot, "enterprises")[1].card
    most = card.needed(card.width())
    tops = {card.formula.y() + line * LINE_PIXELS for line in range(1, 9)}
    for height in some(range(card.formula.y() + LINE_PIXELS, card.formula.geometry().bottom())):
        assert card.cut_at(height) in tops
        assert height - LINE_PIXELS < card.cut_at(height) <= height
    assert card.cut_at(most) == most


def test_that_commands_copy_and_save_its_table_while_it_is_open(drawn, qtbot):
    copying, saving = (drawn.window.actions_[f"inspect_{way}"] for way in ("copy", "save"))
    assert not copying.isEnabled()
    assert not saving.isEnabled()
    inspect, _ = _open(drawn, qtbot)
    assert isinstance(inspect.table, InspectTable)
    qtbot.waitUntil(lambda: inspect.answer is not None, timeout=A_MINUTE)
    assert {copying, saving} <= set(drawn.window.menus["ask"].actions())
    copying.trigger()
    assert QApplication.clipboard().text() == table_as_text(inspect.answer)
    saving.trigger()
    (dialog,) = drawn.window.findChildren(QFileDialog)
    assert dialog.windowTitle() == "Save the table"
    dialog.reject()
    inspect.close()
    assert not copying.isEnabled()
