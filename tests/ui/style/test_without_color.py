"""Nothing is told by color alone: in gray, curves, limits, marks and pictures can be told apart."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from planner.model.graph import model
from planner.model.scenario import Scenario, with_lever, with_target
from planner.model.targets.target import Target
from planner.storage.sentences.spoken import LANGUAGES, speaking
from planner.studies.parts.limits import LimitShare
from tests.screenshots.scenes import FEW_FUTURES, SCENES, on_stage
from tests.some import some
from tests.ui.style.inked import ENLARGED, change_in, colors_of, grayest, part_of, picture_of, seen
from ui.charts.contents.limits import Cell, short_texts
from ui.charts.layout.look import Look
from ui.charts.plot.box import PlotBox
from ui.charts.plot.limits import NARROWEST, LimitsStrip
from ui.charts.plot.published import RADIUS, PublishedPoints
from ui.charts.worlds.world_cells import Cell as WorldCell
from ui.charts.worlds.world_cells import paint_cell
from ui.items.comparison_sheet import STRONG, WORDS
from ui.items.matrix import CELL
from ui.style.theme import DARK, LIGHT, THEMES, VISIBLE, changed, contrast
from ui.views.dialogs.history_page import HistoryPage
from ui.views.matrix.table import MatrixTable
from ui.widgets.matrix.cells import MatrixCells
from ui.widgets.sheet.cells import LINE, PADDING
from ui.wording.compared.cells import CellWords
from ui.wording.compared.lever_cells import LeverCell

TOLD_APART = 1.3
"""Contrast of two grounds that are as large as a bar."""
BROAD = 10
"""Pixels of a bar in which its median does not cover most of it."""
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
        strip, states = LimitsStrip(Look()), model().outcomes["limit"].states
        runs = [(Cell(2025, (LimitShare(state, 0.6),)),) for state in some(states)]
        said = [strip._label(run, NARROW)[0] for run in runs]
        assert len({*said}) == len(states), said
        assert all(each.rstrip("…") for each in said)
        assert "60%" in strip._label(runs[0], 400.0)[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_money_is_named_whole_in_a_narrow_year(qtbot, language):
    with speaking(language):
        strip, states = LimitsStrip(Look()), model().outcomes["limit"].states
        [money] = [state for state in states if state.key == "money"]
        run = (Cell(2025, (LimitShare(money, 0.6),)),)
        text, share = strip._label(run, NARROW - 4)
        assert text == short_texts(run)[-1]
        assert NARROWEST <= share <= 1.0
        assert strip._look.metrics.horizontalAdvance(text) * share < NARROW - 3


@pytest.mark.parametrize("name", THEMES)
def test_that_a_scenario_that_is_not_drawn_is_seen_in_gray(drawn, qtbot, name):
    drawn.appearance.choose(name)
    for title in ("Slow", "Slower"):
        scenario = with_lever(Scenario(title=title), "network_build_time", 9)
        drawn.workspace.open(scenario, anew=True)
    view = drawn.window.shelf.scenarios.view
    qtbot.waitUntil(lambda: view.model().rowCount() == 3)
    before = grayest(seen(view))
    beside = drawn.workspace.scenarios[0]
    index = next(
        index
        for index in (view.model().index(row, 0) for row in range(3))
        if view.model().document(index) is beside
    )
    view.model().setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert not drawn.workspace.is_drawn(beside)
    after = grayest(seen(view))
    assert change_in(before, after) >= VISIBLE


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_a_turned_sign_and_the_best_differ_in_gray_though_they_say_the_same(qtbot, theme):
    best, turned = (_in_gray(WorldCell("+120", mark=mark), theme) for mark in ("best", "turned"))
    assert change_in(best, turned) >= VISIBLE


@pytest.mark.parametrize("name", THEMES)
def test_that_a_lever_beyond_its_usual_range_differs_in_gray_among_levers(qapp, name):
    with on_stage((1440, 900)) as stage:
        stage.suanli.appearance.choose(name)
        SCENES["matrix"](stage)
        window = stage.suanli.window
        table = next(each for each in window.findChildren(MatrixTable) if each.isVisible())
        cells = table.itemDelegate()
        assert isinstance(cells, MatrixCells)
        cell = _first_cell(table)
        usual, beyond = (_number_in_gray(cells, cell, is_soft=each) for each in (True, False))
        assert change_in(usual.copy(0, 0, 8, 50), beyond.copy(0, 0, 8, 50)) >= VISIBLE


def _first_cell(table):
    model = table.model()
    every = (model.index(row, 0).data(CELL) for row in range(model.rowCount()))
    return next(each for each in every if isinstance(each, LeverCell))


def _number_in_gray(cells, cell, *, is_soft):
    image = QImage(62, 22, QImage.Format.Format_RGB32)
    image.fill(cells._theme.panel)
    with QPainter(image) as painter:
        found = replace(cell, is_soft=is_soft)
        own = changed(cells._theme, 0)
        cells._paint_number(painter, image.rect(), found, own, is_fixed=False)
    return grayest(image)


def test_that_bars_of_history_that_miss_are_hollow_in_gray(qapp):
    with on_stage((1440, 900)) as stage:
        page = SCENES["history"](stage)
        assert isinstance(page, HistoryPage)
        page.resize(1400, 780)
        stage.settle()
        gray, rows = grayest(page.chart.grab().toImage()), page.chart._rows
        bars = [(_bar(page.chart, row), row.judged.inside) for row in rows if row.judged]
        wide = [(bar, inside) for bar, inside in some(bars) if bar.width() >= BROAD]
        hits, misses = (
            {colors_of(gray.copy(bar)).most_common(1)[0][0] for bar, each in wide if each == inside}
            for inside in (True, False)
        )
        pairs = [(hit, miss) for hit in some(hits) for miss in some(misses)]
        assert min(contrast(*pair) for pair in pairs) >= TOLD_APART


def _bar(chart, row):
    """Return where the lower half of the bar of a row is seen, without its edges."""
    box, (first, last) = chart.getViewBox(), row.band
    corners = ((first, row.height + 0.1), (last, row.height + 0.2))
    area = QRectF(*[box.mapViewToScene(QPointF(*each)) for each in corners]).normalized()
    return (area & box.sceneBoundingRect()).adjusted(2, 0, -2, 0).toAlignedRect()


def _in_gray(cell, theme):
    image = QImage(120, 28, QImage.Format.Format_RGB32)
    image.fill(theme.panel)
    with QPainter(image) as painter:
        paint_cell(painter, QRectF(0, 0, 120, 28), cell, (0.0, theme))
    return grayest(image)


@pytest.mark.parametrize("name", THEMES)
def test_that_a_change_among_levers_has_the_color_of_its_own_scenario(qapp, name):
    with on_stage((1440, 900), FEW_FUTURES) as stage:
        stage.suanli.appearance.choose(name)
        SCENES["matrix"](stage)
        theme = THEMES[name]
        seen = colors_of(picture_of(stage.suanli.window.center.compare))
        first, second = changed(theme, 0), changed(theme, 1)
        assert first != second
        assert {QColor(each).rgb() & 0xFFFFFF for each in (first, second)} <= _as_numbers(seen)


def _as_numbers(colors):
    return {QColor(each).rgb() & 0xFFFFFF for each in colors}


@pytest.mark.parametrize("sense", ["at least", "at most"])
def test_that_the_forbidden_side_of_a_target_is_fenced_in_gray(drawn, qtbot, sense):
    target = Target("enterprises", sense, 12_500.0, "", 2030)
    drawn.document.edit("Set", with_target(Scenario(), target))
    canvas = drawn.window.center.charts.views[0].canvas
    item = canvas.plot.targets
    qtbot.waitUntil(lambda: any(item.chips))
    box = canvas.plot.box
    left = canvas.mapFromScene(box.mapToScene(box.pixel_of(2025.1, target.level)))
    gray = grayest(canvas.viewport().grab().toImage())
    above, below = (gray.copy(left.x(), left.y() + top, 40, 4) for top in (-6, 3))
    fenced, free = (below, above) if sense == "at least" else (above, below)
    assert len(colors_of(fenced)) > len(colors_of(free)), "ticks reach into one side alone"


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_own_measured_marks_are_filled_and_published_ones_hollow_in_gray(qtbot, theme):
    box = PlotBox()
    marks = PublishedPoints(box, Look(theme))
    grays = [_mark_in_gray(marks, theme, is_own=each) for each in (True, False)]
    own, published = (contrast(each.pixelColor(10, 10).name(), theme.panel) for each in grays)
    assert own >= VISIBLE
    assert published < TOLD_APART


def _mark_in_gray(marks, theme, *, is_own):
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(theme.panel)
    with QPainter(image) as painter:
        marks.paint_marks(painter, [(QPointF(10, 10), RADIUS, [], is_own)])
    return grayest(image)


def test_that_by_year_the_scenario_at_hand_is_bold_in_gray(qapp):
    with on_stage((1440, 900), FEW_FUTURES) as stage:
        SCENES["compare-years"](stage)
        window = stage.suanli.window
        table = window.center.compare.table
        gray = grayest(part_of(picture_of(window), table.viewport()))
        (words, own), *_ = (
            (index.data(WORDS).level, index)
            for index in some(_indexes(table.model()))
            if index.data(STRONG) and isinstance(index.data(WORDS), CellWords)
        )
        others = [index for index in _indexes(table.model()) if index.row() == own.row()]
        plain = [each for each in others if not each.data(STRONG) and each.column() < own.column()]
        alike = [each for each in plain if each.data(WORDS).level == words]
        for other in some(alike):
            assert _ink_of_level(gray, table, own) > 1.1 * _ink_of_level(gray, table, other)


def _ink_of_level(gray, table, index):
    """Return how many points of a level are not of its ground."""
    place = table.visualRect(index)
    place.setWidth(PADDING + table.cells._widths[index.column()].level)
    place.setHeight(LINE)
    corner, size = place.topLeft() * ENLARGED, place.size() * ENLARGED
    colors = colors_of(gray.copy(QRect(corner, size)))
    return colors.total() - colors.most_common(1)[0][1]


def _indexes(model_):
    rows, columns = range(model_.rowCount()), range(model_.columnCount())
    return [model_.index(row, column) for row in rows for column in columns]
