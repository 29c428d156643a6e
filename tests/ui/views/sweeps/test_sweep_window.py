"""The window of a sweep: opened in every way, read off the window's thread, never changed."""

import json
from itertools import combinations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QWidget

from planner.sweep.summary.reader import read_folder
from planner.sweep.summary.summing import summing
from tests.some import some
from tests.sweep.here import swept
from tests.sweep.plans import planned
from ui.controllers.sweeps.opening import scenario_of
from ui.items.sweep_points import SweepPoints
from ui.views.help.viewer import HelpViewer
from ui.views.sweeps.window import SweepWindow
from ui.widgets.fields.told_choice import ToldChoice

A_MINUTE = 60_000


def _rows(folder, name):
    steps = summing(read_folder(folder))
    try:
        while True:
            next(steps)
    except StopIteration as stop:
        return [row for row in stop.value.rows() if row.column.name == name]


def test_that_a_folder_opens_in_a_window_of_its_own_that_tells_what_it_holds(open_sweep, sweep):
    shown = open_sweep(sweep)
    assert isinstance(shown, SweepWindow)
    assert shown.isWindow()
    assert shown.isVisible()
    assert shown.windowTitle() == "Vouchers – sweep – Suanli"
    facts = shown.head.facts.text()
    assert facts == "6 points; 160 futures of each; 960 in all; seed 2025; base scenario: baseline"
    assert shown.head.cares.isHidden()
    assert shown.head.states.isHidden()
    assert shown.task.isHidden()


def test_that_states_that_are_not_shown_are_named_with_where_they_are(open_sweep, tmp_path):
    outcomes = "[outcomes]\njobs = [2026]\nlimit = [2026]\n"
    swept(tmp_path / "states", planned(tmp_path, outcomes=outcomes), size=1200)
    shown = open_sweep(tmp_path / "states")
    assert [each.outcome for each in shown.opened.numbers] == ["jobs"]
    said = shown.head.states.text()
    assert said.startswith("Not shown here: What limits compute")
    assert "`suanli sweep FOLDER --summary`" in said


def test_that_no_choice_lies_over_another_one_in_the_smallest_window(open_sweep, sweep, qtbot):
    shown = open_sweep(sweep, "9")
    shown.resize(1, 1)
    qtbot.waitUntil(lambda: shown.size() == shown.minimumSize())
    parts = [each.geometry() for each in shown.bar.children() if isinstance(each, QWidget)]
    pairs = some([*combinations(parts, 2)])
    assert not [(one, other) for one, other in pairs if one.intersects(other)]
    assert max(each.right() for each in parts) < shown.bar.width()


def test_that_a_link_and_a_key_tell_what_a_sweep_is(open_sweep, sweep, suanli, qtbot):
    shown = open_sweep(sweep)
    shown.head.help.click()
    viewer = suanli.window.findChild(HelpViewer)
    assert viewer.windowTitle() == "Sweeps"
    viewer.show_page("bands")
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    qtbot.keyClick(shown, Qt.Key.Key_F1)
    assert viewer.windowTitle() == "Sweeps"
    assert "Trade-offs" in viewer.browser.toPlainText()


def test_that_the_table_tells_the_quantiles_of_the_planner(open_sweep, sweep):
    shown = open_sweep(sweep)
    rows = _rows(sweep, "enterprises_2027_12")
    assert len(rows) == 6
    assert [float(each) for each in shown.found.median] == [row.quantiles[2] for row in rows]
    model = shown.points.model
    heads = [
        model.headerData(each, Qt.Orientation.Horizontal) for each in range(model.columnCount())
    ]
    assert heads[:2] == ["Point", "World"]
    assert heads[2].startswith("Voucher budget, Shanghai")
    assert [each[:3] for each in heads[3:]] == ["P10", "P50", "P90"]
    assert model.texts(1)[:3] == ("2", "Licensed (default)", "600")


def test_that_a_level_adds_the_share_that_meets_it_and_the_sentence_counts_points(
    open_sweep, sweep
):
    shown = open_sweep(sweep)
    middle = sorted(shown.found.median)[3]
    again = open_sweep(sweep, f"{middle:.0f}")
    assert again is shown
    assert shown.points.model.columnCount() == 7
    level = shown.found.asked.level
    assert level.value == pytest.approx(round(middle))
    shown.bar.needed.setCurrentIndex(0)
    shown.bar.needed.activated.emit(0)
    enough = int((shown.found.shares >= 0.5).sum())
    assert 0 < enough < 6
    assert f"in {enough} of 6 points, at least 50% of futures" in shown.answer.text()


def test_that_a_level_that_is_no_number_is_refused_and_changes_nothing(open_sweep, sweep):
    shown = open_sweep(sweep)
    found = shown.found
    shown.bar.level.setText("many")
    shown.bar.level.setModified(True)
    shown.bar.level.editingFinished.emit()
    assert shown.found is found
    assert shown.bar.now.level is None
    assert shown.bar.level.property("look") == "beyond"


def test_that_a_number_that_is_chosen_is_read(open_sweep, sweep, qtbot):
    shown = open_sweep(sweep)
    shown.bar.number.setCurrentIndex(2)
    shown.bar.number.activated.emit(2)
    qtbot.waitUntil(lambda: shown.found.asked.column.element == "shanghai", timeout=A_MINUTE)
    assert "Shanghai" in shown.bar.number.currentText()


def test_that_picture_and_table_choose_each_others_point(open_sweep, sweep, qtbot):
    shown = open_sweep(sweep)
    page = shown.points
    assert not shown.open.isEnabled()
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    first = page.point
    assert first
    row = page.table.currentIndex().row()
    assert page.model.point_at(row) == first
    page.table.selectRow(page.model.row_of_point(5))
    assert page.view.point == 5
    assert shown.open.isEnabled()
    assert shown.said.text() == "Point 5: Tight chips; Voucher budget, Shanghai 600 M CNY/yr"


def test_that_the_answer_says_what_the_best_point_sets(open_sweep, sweep):
    shown = open_sweep(sweep)
    best = 1 + int(shown.found.median.argmax())
    set_there = shown.points.model.texts(best - 1)[2]
    said = shown.answer.text()
    assert f"The highest median has point {best}: " in said
    assert f"Voucher budget, Shanghai {set_there} M CNY/yr." in said


def test_that_sorting_keeps_the_point_that_is_chosen(open_sweep, sweep):
    shown = open_sweep(sweep)
    page = shown.points
    page.choose(2)
    page.table.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    medians = shown.found.median
    order = [page.model.point_at(row) for row in range(6)]
    assert [medians[each - 1] for each in order] == sorted(medians, reverse=True)
    assert page.model.point_at(page.table.currentIndex().row()) == 2


def test_that_a_point_opens_as_an_unsaved_scenario_with_the_futures_of_the_sweep(
    open_sweep, sweep, suanli
):
    shown = open_sweep(sweep)
    shown.points.table.selectRow(shown.points.model.row_of_point(6))
    shown.open.click()
    document = suanli.document
    plan = shown.opened.folder.plan
    assert document.scenario == scenario_of(plan, 6)
    assert document.scenario.title == "Vouchers, point 6"
    assert (document.scenario.futures, document.scenario.seed) == (160, plan.base.seed)
    assert document.is_dirty
    assert document.path is None


@pytest.mark.parametrize("name", ["", "manifest.json"])
def test_that_a_folder_or_its_manifest_can_be_dropped_on_the_window(suanli, sweep, qtbot, name):
    address = QUrl.fromLocalFile(str(sweep / name)).toString()
    suanli.window.dropped.emit([address])
    qtbot.waitUntil(lambda: sweep in suanli.sweeps.windows, timeout=A_MINUTE)
    assert suanli.settings.recent_files()[0] == sweep / "manifest.json"


def test_that_a_sweep_is_opened_once_and_others_beside_it(open_sweep, sweep, suanli):
    shown = open_sweep(sweep)
    assert open_sweep(sweep / "manifest.json") is shown
    assert list(suanli.sweeps.windows) == [sweep]


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier),
    ],
    ids=["Esc", "Ctrl+W"],
)
def test_that_keys_close_it(open_sweep, sweep, suanli, qtbot, key, modifiers):
    shown = open_sweep(sweep)
    shown.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is shown, timeout=A_MINUTE)
    with qtbot.waitSignal(shown.left, timeout=A_MINUTE):
        qtbot.keyClick(shown.points.table, key, modifiers)
    assert suanli.sweeps.windows == {}


def test_that_what_is_no_sweep_is_told_in_a_sentence(suanli, tmp_path, qtbot):
    shown = suanli.sweeps.open_path(tmp_path)
    qtbot.waitUntil(lambda: bool(shown.notice.text()), timeout=A_MINUTE)
    assert "is no folder of a sweep" in shown.notice.text()
    assert not shown.bar.isEnabled()


def test_that_batches_that_are_missing_are_told(open_sweep, sweep):
    path = sweep / "manifest.json"
    fields = json.loads(path.read_text("utf-8"))
    fields["done"] = fields["done"][:-1]
    path.write_text(json.dumps(fields), "utf-8")
    shown = open_sweep(sweep)
    assert shown.head.cares.text().startswith("2 of 3 batches are there")
    assert shown.points.model.texts(5)[-1] == "–"


def test_that_a_damaged_file_is_told_and_the_window_reads_again_once_it_is_whole(
    open_sweep, sweep, qtbot
):
    shown = open_sweep(sweep)
    found = shown.found
    file = next(iter(sorted(sweep.glob("futures/*/*.parquet"))))
    data = file.read_bytes()
    file.write_bytes(data[:-1])
    shown.read()
    qtbot.waitUntil(lambda: bool(shown.notice.text()), timeout=A_MINUTE)
    assert "is damaged" in shown.notice.text()
    assert shown.found is found
    file.write_bytes(data)
    shown.head.again.click()
    qtbot.waitUntil(lambda: shown.found is not found, timeout=A_MINUTE)
    assert shown.notice.isHidden()


def test_that_a_folder_of_another_version_of_the_model_says_so(open_sweep, sweep):
    path = sweep / "manifest.json"
    text = path.read_text("utf-8")
    own = json.loads(text)["model_sha256"]
    path.write_text(text.replace(own, "0" * 64), "utf-8")
    shown = open_sweep(sweep)
    assert "Another version of the model made it" in shown.head.cares.text()


def test_that_the_table_is_copied_with_its_headings(open_sweep, sweep):
    shown = open_sweep(sweep)
    shown.points.buttons.copy.click()
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == 7
    assert lines[0].split("\t")[:2] == ["Point", "World"]
    assert shown.notice.text() == "Table copied"


def test_that_a_model_of_points_holds_no_row_before_it_is_looked_at(open_sweep, sweep):
    model = SweepPoints(open_sweep(sweep).opened)
    assert model.rowCount() == 6
    assert model.row_of_point(model.point_at(3)) == 3


def test_that_each_column_sorts_both_ways_without_being_sorted_anew(open_sweep, sweep, monkeypatch):
    shown = open_sweep(sweep, "9")
    model = shown.points.model
    assert model.columnCount() == 7
    wanted = [_rows_of(model, each) for each in some(range(1, model.columnCount()))]
    monkeypatch.setattr("ui.items.sweep_table.rising", None)
    for column, (up, down) in enumerate(wanted, 1):
        model.sort(column, Qt.SortOrder.AscendingOrder)
        assert [model.place_at(row) for row in range(6)] == up
        model.sort(column, Qt.SortOrder.DescendingOrder)
        assert [model.place_at(row) for row in range(6)] == down
        assert [model.row_of(place) for place in down] == list(range(6))


def _rows_of(model, column):
    """Return the places of a column's values as they rise and as they fall."""
    values = model.columns[column].values
    return sorted(range(6), key=values.__getitem__), sorted(range(6), key=(-values).__getitem__)


def test_that_a_choice_that_may_be_cut_tells_in_full_what_is_chosen(qtbot, qapp):
    choice = ToldChoice()
    qtbot.addWidget(choice)
    choice.addItems(["AI enterprises, December 2030", "Used compute & more"])
    assert "AI enterprises, December 2030" in choice.toolTip()
    choice.setCurrentIndex(1)
    assert "Used compute" in choice.toolTip()
