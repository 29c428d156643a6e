"""Nothing is told by color alone: in gray, curves, limits, marks and pictures can be told apart."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from planner.model.graph import model
from planner.model.scenario import Scenario, with_lever
from planner.storage.sentences.spoken import LANGUAGES, speaking
from tests.some import some
from tests.ui.style.inked import change_in, grayest, part_of, picture_of
from ui.charts.contents.limits import Cell
from ui.charts.contents.words import wording
from ui.charts.layout.look import Look
from ui.charts.plot.limits import LimitsStrip
from ui.charts.worlds.world_cells import Cell as WorldCell
from ui.charts.worlds.world_cells import paint_cell
from ui.style.theme import DARK, LIGHT, THEMES, VISIBLE

NARROW = 27.0
"""Pixels of a year in a chart of a window of 1,024 pixels."""


def test_that_curves_of_one_color_differ_in_their_dashes(drawn):
    shown = drawn.window.center.charts
    for view in some(shown.views):
        curves = [each for each in view.picture.curves if not each.light]
        looks = [(each.color, each.dash) for each in some(curves)]
        assert len(set(looks)) == len(looks), view.picture.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_limit_is_named_in_its_cells_however_narrow(qtbot, language):
    with speaking(language):
        strip, names = LimitsStrip(Look()), wording().states
        labels = [state.label for state in some(model().outcomes["limit"].states)]
        runs = [(Cell(2025, names[label], 0, 0.6),) for label in labels]
        said = [strip._label(run, NARROW) for run in runs]
        assert len({*said}) == len(labels), said
        assert all(each.rstrip("…") for each in said)
        assert "60%" in strip._label(runs[0], 400.0)


@pytest.mark.parametrize("name", THEMES)
def test_that_a_scenario_that_is_not_drawn_is_seen_in_gray(drawn, qtbot, name):
    drawn.appearance.choose(name)
    for title in ("Slow", "Slower"):
        scenario = with_lever(Scenario(title=title), "network_build_time", 9)
        drawn.workspace.open(scenario, anew=True)
    view = drawn.window.shelf.scenarios.view
    qtbot.waitUntil(lambda: view.model().rowCount() == 3)
    before = grayest(part_of(picture_of(drawn.window), view))
    beside = drawn.workspace.scenarios[0]
    index = next(
        index
        for index in (view.model().index(row, 0) for row in range(3))
        if view.model().document(index) is beside
    )
    view.model().setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert not drawn.workspace.is_drawn(beside)
    after = grayest(part_of(picture_of(drawn.window), view))
    assert change_in(before, after) >= VISIBLE


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_a_turned_sign_and_the_best_differ_in_gray_though_they_say_the_same(qtbot, theme):
    best, turned = (_in_gray(WorldCell("+120", mark=mark), theme) for mark in ("best", "turned"))
    assert change_in(best, turned) >= VISIBLE


def _in_gray(cell, theme):
    image = QImage(120, 28, QImage.Format.Format_RGB32)
    image.fill(theme.panel)
    with QPainter(image) as painter:
        paint_cell(painter, QRectF(0, 0, 120, 28), cell, (0.0, theme))
    return grayest(image)
