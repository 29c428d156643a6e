"""Nothing that has room is cut: events, legends and the table, at three sizes of the window."""

import re
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from planner.model.indices import AREAS
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_lever
from ui.charts.contents.specs import EVERY, ChartSetting
from ui.charts.layout.naming import name_of
from ui.items.comparison_sheet import WORDS
from ui.wording.compared.cells import CellWords

SIZES = ((1440, 900), (1024, 700), (1920, 1080))
LONG = "Vouchers for every enterprise of the seven areas until 2035"
A_MINUTE = 60_000


@pytest.fixture
def sized(drawn, qtbot):
    """Give the window each size in turn."""

    def sizes():
        for size in SIZES:
            drawn.window.resize(*size)
            qtbot.waitUntil(lambda size=size: drawn.window.size().toTuple() == size)
            yield size

    return sizes


def _show(suanli, qtbot, scenario):
    if scenario != suanli.document.scenario:
        with qtbot.waitSignal(suanli.published.changed, timeout=A_MINUTE):
            suanli.document.edit("Move", scenario)
    qtbot.waitUntil(lambda: suanli.live.state == "held", timeout=A_MINUTE)


def _plots(suanli):
    return [view.canvas.plot for view in suanli.window.center.charts.views]


@pytest.mark.parametrize("end", [2029.0, 2031.0, 2035.5])
def test_that_the_end_of_vouchers_is_named_whenever_it_is(drawn, qtbot, sized, end):
    scenario = Scenario()
    for area in AREAS:
        path = LeverPath(((2025.0, 20.0), (end, 0.0)))
        scenario = with_lever(scenario, f"voucher_budget.{area}", path)
    drawn.window.center.show_chart("voucher_money")
    _show(drawn, qtbot, scenario)
    seen = 0
    for size in sized():
        for plot in _plots(drawn):
            flags = plot.lane.labels()
            labels = [mark.label for mark, _, _, start in flags if start is not None]
            once = [start for mark, _, _, start in flags if not mark.is_one_of_many]
            assert None not in once, size
            whole = [m.label for m in plot.picture.events if m.label.startswith("Vouchers end, ")]
            if whole:
                assert {whole[0], "Vouchers end"} & set(labels), size
                if plot.picture.setting.chart == "voucher_money":
                    assert any(
                        re.search(r" \(\d more\)$|^\d events$", label) for label in labels
                    ), size
                assert not any(re.match(r"Vouchers end.*more", label) for label in labels), size
                seen += 1
    assert seen == len(SIZES)


def test_that_a_legend_shortens_no_name_that_has_room(drawn, qtbot, sized):
    _show(drawn, qtbot, with_lever(Scenario(title=LONG), "alibaba_plan", 500))
    held = 0
    for size in sized():
        for plot in _plots(drawn):
            look, width = plot.look, plot.size().width()
            placed = plot.legend.entries()
            for curve, _, _, room in placed:
                wanted = look.metrics.horizontalAdvance(name_of(curve))
                has_room = wanted + 30 * look.scale < width
                assert room >= wanted or not has_room or len(placed) > 3, (size, name_of(curve))
                held += 1
    assert held > len(SIZES)


def test_that_the_table_cuts_neither_names_nor_numbers(drawn, qtbot, sized):
    center = drawn.window.center
    settings = [
        ChartSetting("public_cost_per_added_enterprise", EVERY, "difference"),
        ChartSetting("public_cost_per_added_enterprise", "shandong", "difference"),
        ChartSetting("utilization", "centers", "difference"),
        ChartSetting("compute_supply", "", "difference"),
    ]
    with qtbot.waitSignal(drawn.published.changed, timeout=A_MINUTE):
        center.charts.set_settings(settings)
    center.show_table(True)
    _show(drawn, qtbot, replace(with_lever(Scenario(), "alibaba_plan", 900), title="More"))
    table, sheet = center.compare.table, center.compare.sheet
    for size in sized():
        seen = 0
        for line in range(sheet.rowCount()):
            for column in range(sheet.columnCount()):
                words = sheet.index(line, column).data(WORDS)
                if isinstance(words, CellWords):
                    wanted = table.cells.widths_of(words).column
                    assert table.columnWidth(column) >= wanted, (size, words)
                    seen += words.level in {"undefined", "unbounded"}
        for column in range(sheet.columnCount()):
            assert table.columnWidth(column) >= table.scenarios.width_of(column), size
        assert sheet.rowCount() > 15
        assert seen > 0, "words are wider than numbers"


def test_that_the_comparison_is_copied_as_it_is_now_and_shown_for_that(drawn, qtbot):
    center, clipboard = drawn.window.center, QGuiApplication.clipboard()
    assert not center.shows_table
    copied: list[str] = []
    for plan in (500, 900):
        _show(drawn, qtbot, with_lever(Scenario(), "alibaba_plan", plan))
        drawn.window.actions_["copy_table"].trigger()
        before = copied[-1] if copied else ""
        qtbot.waitUntil(lambda before=before: clipboard.text() != before, timeout=A_MINUTE)
        copied.append(clipboard.text())
    assert center.shows_table
    assert copied[0] != copied[1]
    assert copied[1].count("\n") > 10
