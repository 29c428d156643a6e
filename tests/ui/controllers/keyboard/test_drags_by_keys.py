"""Whatever a hand drags in a plot is moved by keys as well.

What is dragged is found in the code, so that a new part without a way of keys fails here.
"""

import ast
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from planner.model.presented.note import PinnedNote
from planner.model.scenario import Scenario, with_target
from planner.model.story.states import with_pinned
from planner.model.targets.target import Target
from tests.screenshots.sweeps import folder_of_sweep
from tests.some import some

ROOT = Path(__file__).parents[4]
KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
TAKEN = {"mouseDragEvent", "mousePressEvent"}
A_MINUTE = 60_000


def _chart(suanli):
    chart = suanli.window.center.charts.views[0]
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    return chart


def _zooms_and_pans(suanli, _qtbot):
    chart = _chart(suanli)
    seen = [chart.canvas.plot.box.years]
    for key, held in ((KEY.Key_Plus, Qt.KeyboardModifier.NoModifier), (KEY.Key_Right, SHIFT)):
        QTest.keyClick(chart, key, held)
        seen.append(chart.canvas.plot.box.years)
    assert len({*seen}) == 3


def _pins_a_month(suanli, _qtbot):
    chart = _chart(suanli)
    QTest.keyClick(chart, KEY.Key_Right)
    QTest.keyClick(chart, KEY.Key_Space)
    assert suanli.window.center.charts.pinned == chart.month


def _moves_a_note(suanli, qtbot):
    note, marks = PinnedNote("Look here", "enterprises"), _chart(suanli).canvas.plot.notes
    suanli.document.edit("Pin", with_pinned(suanli.document.scenario, (note,)))
    qtbot.waitUntil(lambda: len(marks.notes) == 1, timeout=A_MINUTE)
    chart = _chart(suanli)
    QTest.keyClick(chart, KEY.Key_N, SHIFT)
    QTest.keyClick(chart, KEY.Key_Right)
    assert marks.chosen not in (note, None)


def _moves_a_target(suanli, qtbot):
    target = Target("enterprises", "at least", 12_500.0, "", 2030)
    rows = suanli.window.shelf.targets
    suanli.document.edit("Set", with_target(Scenario(), target))
    qtbot.waitUntil(lambda: len(rows.rows) == 1, timeout=A_MINUTE)
    rows.rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(rows.rows[0], KEY.Key_F2)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    field: Any = QApplication.focusWidget()
    QTest.keyClicks(field, "13,000")
    QTest.keyClick(field, KEY.Key_Return)
    assert suanli.document.scenario.targets == (replace(target, level=13_000.0),)


def _moves_a_point_of_a_path(suanli, _qtbot):
    suanli.window.side.show_path("alibaba_capex")
    chart = suanli.paths.drawer.chart
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(chart, KEY.Key_Up)
    assert dict(suanli.document.scenario.levers)["alibaba_capex"]


def _chooses_a_point_of_a_sweep(suanli, qtbot):
    shown = suanli.sweeps.open_path(folder_of_sweep())
    qtbot.waitUntil(lambda: shown.found is not None, timeout=A_MINUTE)
    QTest.keyClick(shown.points.view, KEY.Key_Right)
    first = shown.point
    QTest.keyClick(shown.points.view, KEY.Key_Right)
    assert 0 != first != shown.point


BY_KEYS = {
    "PlotBox": _zooms_and_pans,
    "Canvas": _pins_a_month,
    "NoteMarks": _moves_a_note,
    "TargetLines": _moves_a_target,
    "PathChart": _moves_a_point_of_a_path,
    "PointsView": _chooses_a_point_of_a_sweep,
}
"""What answers to a hand that takes hold in a plot, and the keys that do the same."""


def test_that_there_are_keys_for_each_part_of_a_plot_that_a_hand_takes_hold_of():
    taken = set()
    for path in some(sorted((ROOT / "ui" / "charts").rglob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                methods = {each.name for each in node.body if isinstance(each, ast.FunctionDef)}
                taken |= {node.name} if methods & TAKEN else set()
    assert taken == {*BY_KEYS}


@pytest.mark.parametrize("part", BY_KEYS)
def test_that_what_a_hand_drags_in_a_plot_is_moved_by_keys(drawn, qtbot, part):
    drawn.window.activateWindow()
    qtbot.waitUntil(drawn.window.isActiveWindow)
    BY_KEYS[part](drawn, qtbot)
