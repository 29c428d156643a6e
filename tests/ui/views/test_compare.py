"""The comparison under the charts: live, chosen by hand, copied, and closed without a cost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QStandardItemModel
from PySide6.QtWidgets import QAbstractButton, QTableView, QWidget

from planner.ensemble.projection import Request
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_assumption, with_lever
from planner.quantities.spread import Spread
from tests.some import some
from ui.items.comparison_sheet import WORDS
from ui.style.theme import LIGHT
from ui.views.compare.bar import CompareBar
from ui.views.compare.panel import ComparePanel
from ui.views.compare.table import SheetTable
from ui.widgets.sheet.headers import RowHeader
from ui.widgets.tables.whole_columns import filled

A_MINUTE = 60_000
MORE = replace(with_lever(Scenario(), "alibaba_plan", 900), title="More")
CENTERS = replace(with_lever(Scenario(), "center_sellable_target", 0.8), title="Centers")


def _settled(suanli, qtbot):
    """Wait until all that is asked for now is on screen, with all its futures."""

    def is_there() -> bool:
        run, asked = suanli.published.run, suanli.window.center.requests()
        is_current = run.scenario == suanli.document.scenario
        return run.is_whole and is_current and run.projection.series.keys() >= {*asked}

    qtbot.waitUntil(is_there, timeout=A_MINUTE)


@pytest.fixture
def compared(drawn, qtbot):
    """Open two scenarios beside the baseline, and the comparison under them."""
    for scenario in (MORE, CENTERS):
        drawn.workspace.open(scenario, anew=True)
    drawn.window.actions_["table"].trigger()
    _settled(drawn, qtbot)
    return drawn


@pytest.fixture
def panel(compared) -> ComparePanel:
    """The comparison of that window."""
    found: ComparePanel = compared.window.center.compare
    return found


def _cell(panel, name, column):
    sheet = panel.sheet
    names = [
        sheet.headerData(row, Qt.Orientation.Vertical, Qt.ItemDataRole.DisplayRole)
        for row in range(sheet.rowCount())
    ]
    return sheet.index(names.index(name), column).data(WORDS)


def test_that_all_that_is_drawn_stands_beside_the_baseline(panel):
    assert panel.sheet.shown.titles[0] == "Baseline"
    assert set(panel.sheet.shown.titles[1:]) == {"More", "Centers"}
    assert not panel.note.isVisible()


def test_that_the_scenario_on_screen_stands_beside_the_baseline(compared, panel, qtbot):
    assert panel.sheet.shown.titles == ("Baseline", "Centers", "More")
    first = next(each for each in compared.workspace.documents if each.scenario.title == "More")
    compared.workspace.switch(first)
    _settled(compared, qtbot)
    qtbot.waitUntil(lambda: panel.sheet.shown.titles == ("Baseline", "More", "Centers"))
    assert panel.sheet.shown.current == 1


def test_that_the_scenario_on_screen_is_seen_where_the_table_is_narrow(panel):
    table = panel.table
    table.resize(460, 300)
    table.fit(anew=True)
    left, current = table.columnViewportPosition(1), table.columnWidth(1)
    assert left == 0
    assert current <= table.viewport().width()


def test_that_columns_that_are_seen_end_at_the_edge_of_the_table():
    assert filled([100, 200, 250], 330) == [115, 215, 250]
    assert filled([100, 200], 330) == [100, 200]
    assert filled([400, 200], 330) == [400, 200]


def test_that_the_number_of_the_sheet_is_that_of_the_run(compared, panel):
    run = compared.published.run
    change = run.projection.series[Request("enterprises", "", "difference")]
    column = panel.sheet.shown.current
    assert _cell(panel, "AI enterprises", column).difference == f"+{change.line[71]:,.0f}"


def test_that_it_follows_the_year_and_a_moving_hand(compared, panel, qtbot):
    before = _cell(panel, "AI enterprises", panel.sheet.shown.current)
    compared.window.center.choose_year(2033)
    assert panel.bar.year.text() == "Dec 2033"
    _settled(compared, qtbot)
    later = _cell(panel, "AI enterprises", panel.sheet.shown.current)
    assert later != before
    moved = with_lever(compared.document.scenario, "center_sellable_target", 0.9)
    compared.document.edit("Move", moved, "center_sellable_target", final=False)
    qtbot.waitUntil(
        lambda: (
            _cell(panel, "AI enterprises", panel.sheet.shown.current).difference
            not in {"", later.difference}
        ),
        timeout=A_MINUTE,
    )


def test_that_years_of_one_outcome_are_shown(compared, panel, qtbot):
    panel.bar.kinds.buttons["years"].click()
    _settled(compared, qtbot)
    column = panel.sheet.shown.current
    series = compared.published.run.projection.series[Request("enterprises")]
    assert _cell(panel, "Dec 2028", column).level == f"{series.line[47]:,.0f}"
    assert panel.bar.outcomes.isVisible()
    assert not panel.bar.rows.isVisible()


@pytest.mark.parametrize("height", [720, 900])
def test_that_a_row_of_charts_stays_whole_above_five_rows_of_the_table(drawn, qtbot, height):
    window, center = drawn.window, drawn.window.center
    window.resize(1440, height)
    qtbot.waitUntil(lambda: window.height() == height)
    window.actions_["table"].trigger()
    frame = center.charts.parentWidget()
    qtbot.waitUntil(lambda: 0 < center.charts.views[0].height() <= frame.height())
    assert center.compare.table.viewport().height() >= 5 * 24
    center.splitter.setSizes([1, window.height()])
    center.splitter.splitterMoved.emit(1, 1)
    by_hand = center.splitter.sizes()
    for _ in range(2):
        window.actions_["table"].trigger()
    assert center.splitter.sizes() == pytest.approx(by_hand, abs=2)


def test_that_any_outcome_can_be_added_and_taken_away(compared, panel, qtbot):
    panel.bar.rows.toggled_row.emit(("jobs", ""))
    _settled(compared, qtbot)
    assert _cell(panel, "Jobs in AI enterprises", 1).level not in {"", "…"}
    panel.bar.rows.toggled_row.emit(("jobs", ""))
    assert ("jobs", "") not in panel.choice.pairs(())


def test_that_a_click_on_a_name_opens_its_chart(compared, panel):
    line = next(
        n for n, each in enumerate(panel.sheet.lines) if each == (Request("rent", "cloud"), 2030)
    )
    center = compared.window.center
    center.show_chart("tokens")
    panel.table.names.sectionClicked.emit(line)
    assert center.charts.settings[0].chart == "rent"


def test_that_the_selection_is_copied_as_numbers(panel, qtbot):
    line = next(n for n, each in enumerate(panel.sheet.lines) if isinstance(each, tuple))
    panel.table.setCurrentIndex(panel.sheet.index(line, 0))
    panel.table.selectRow(line)
    qtbot.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    content = QGuiApplication.clipboard().mimeData()
    assert content.text().count("\n") == 2
    assert content.html().startswith("<table>")


def test_that_a_closed_comparison_asks_for_nothing(compared, qtbot):
    center = compared.window.center
    asked = set(center.seen())
    compared.window.actions_["table"].trigger()
    assert not center.shows_table
    assert set(center.seen()) < asked


def test_that_a_lone_baseline_says_what_to_do(drawn, qtbot):
    drawn.window.actions_["table"].trigger()
    panel = drawn.window.center.compare
    qtbot.waitUntil(panel.note.isVisible, timeout=A_MINUTE)
    assert panel.sheet.shown.titles == ("Baseline",)
    assert panel.note.text().startswith("Move a lever")


@pytest.mark.parametrize("kind", ["outcomes", "years", "inputs"])
def test_that_its_bar_cuts_no_word_in_a_narrow_window(qtbot, kind):
    bar = CompareBar()
    qtbot.addWidget(bar)
    bar.kinds.choose(kind)
    bar.show_year(2030)
    bar.show_kind(kind)
    bar.resize(464, bar.sizeHint().height())
    with qtbot.waitExposed(bar):
        bar.show()
    shown = some([each for each in bar.findChildren(QAbstractButton) if each.isVisible()])
    assert bar.kinds.isVisible()
    for each in shown:
        assert each.width() >= each.minimumSizeHint().width()
    assert bar.workbook_button.isVisible() is (kind == "inputs")


@pytest.mark.parametrize("width", [464, 700, 830, 1100])
def test_that_what_chooses_a_kind_stays_under_the_pointer(qtbot, width):
    window = QWidget()
    qtbot.addWidget(window)
    bar = CompareBar(window)
    bar.show_year(2030)
    bar.resize(width, bar.sizeHint().height())
    with qtbot.waitExposed(window):
        window.show()
    found = set()
    for kind in ("outcomes", "years", "inputs"):
        bar.show_kind(kind)
        qtbot.wait(0)
        found.add(bar.kinds.x())
    assert len(found) == 1


def test_that_a_long_path_leaves_other_columns_their_room(compared, panel, qtbot):
    knots = tuple((2025.0 + year, 300.0 + 40 * year) for year in range(9))
    scenario = with_lever(compared.document.scenario, "other_capex", LeverPath(knots))
    compared.document.edit("Path", scenario)
    _settled(compared, qtbot)
    path = _cell(panel, "All other AI spending", panel.sheet.shown.current)
    table = some(panel.findChildren(SheetTable))[0]
    assert table.cells.text_width(path) > table.columnWidth(panel.sheet.shown.current)
    assert table.columnWidth(panel.sheet.shown.current) < table.width() // 2


def test_that_names_of_rows_take_what_the_columns_leave_free(qtbot):
    table, rows = QTableView(), QStandardItemModel(1, 1)
    qtbot.addWidget(table)
    rows.setVerticalHeaderLabels(["Compute that can be sold in all seven places"])
    names = RowHeader(LIGHT, table)
    table.setModel(rows)
    table.setVerticalHeader(names)
    table.resize(400, 200)
    names.fit(300)
    assert names.maximumWidth() == 160, "a share of the table at least"
    names.fit(150)
    assert names.maximumWidth() > 220


def test_that_ranges_can_be_left_out(panel):
    line = next(n for n, each in enumerate(panel.sheet.lines) if isinstance(each, tuple))
    high = panel.table.rowHeight(line)
    panel.bar.ranges.setChecked(False)
    assert panel.table.rowHeight(line) < high
    assert panel.text.endswith("plain")


def test_that_what_has_no_room_in_the_bar_is_offered_at_its_end(qtbot):
    bar = CompareBar()
    qtbot.addWidget(bar)
    bar.resize(1600, bar.height())
    bar.show_kind("outcomes")
    assert bar.more.isHidden()
    bar.resize(430, bar.height())
    bar.show_kind("outcomes")
    assert not bar.more.isHidden()
    bar.more.choices.aboutToShow.emit()
    offered = {action.text(): action for action in bar.more.choices.actions()}
    assert list(offered) == ["80% ranges", "Copy", "Workbook", "Report"]
    assert offered["80% ranges"].isChecked()
    offered["80% ranges"].trigger()
    assert not bar.ranges.isChecked()
    with qtbot.waitSignal(bar.report_asked):
        offered["Report"].trigger()
    bar.show_kind("inputs")
    bar.more.choices.aboutToShow.emit()
    assert "80% ranges" not in [action.text() for action in bar.more.choices.actions()]


def test_that_differences_are_from_any_scenario_that_stands_there(compared, panel, qtbot):
    titles = panel.sheet.shown.titles
    more, centers = titles.index("More"), titles.index("Centers")
    before = _cell(panel, "AI enterprises", centers)
    with qtbot.waitSignal(compared.comparing.computed, timeout=A_MINUTE):
        panel.bar.references.setCurrentIndex(more)
        panel.bar.references.activated.emit(more)
    after = _cell(panel, "AI enterprises", centers)
    assert after.level == before.level
    assert after.difference not in {"", before.difference}
    assert after.share, "the same futures are held against each other"
    assert _cell(panel, "AI enterprises", more).difference == ""
    assert _cell(panel, "AI enterprises", 0).difference.startswith("−")


def test_that_what_comes_only_from_a_combination_is_told(compared, panel, qtbot):
    both = replace(with_lever(MORE, "center_sellable_target", 0.8), title="Both")
    with qtbot.waitSignal(compared.comparing.computed, timeout=A_MINUTE):
        compared.workspace.open(both, anew=True)
    assert panel.note.isVisible()
    assert "Both" in panel.note.text()
    assert " alone, " in panel.note.text()
    sheet = panel.sheet
    last = sheet.columnCount() - 1
    assert sheet.title_of(last) == "Only together"
    line = next(n for n, what in enumerate(sheet.lines) if isinstance(what, tuple))
    assert sheet.index(line, last).data()


def test_that_the_note_says_what_differences_hold_where_assumptions_differ(compared, panel, qtbot):
    believing = with_assumption(replace(MORE, title="Believing"), "crowd_in", Spread(3, 6, 9))
    compared.workspace.open(believing, anew=True)
    _settled(compared, qtbot)
    note = panel.note.text()
    whose = "Baseline (assumptions of Believing)"
    assert note.startswith(f"Under other assumptions or figures than {whose}: More, Centers. ")
    assert note.endswith("so that differences are those of levers alone.")
