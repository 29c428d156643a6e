"""Lets a window that is built anew show what the one before it shows. Floor: controllers.

What is kept from day to day it has by then, and documents are the same. This is the rest: where the
window stands, what a hand has zoomed, opened and scrolled. What covers the charts and what bars say
is taken over by those who own it.
"""

from itertools import zip_longest

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QSplitter, QWidget

from ui.charts.chart_view import ChartView
from ui.charts.grid import ChartGrid
from ui.views.center.panel import Center
from ui.views.inputs.side import Side
from ui.views.main_window import MainWindow


def take_over(new: MainWindow, old: MainWindow) -> None:
    """Give a window the place and the look of the one before it; nothing of it is shown yet."""
    _stand_alike(new, old)
    _share_alike(new.splitter, old.splitter)
    _show_side(new.side, old.side)
    new.shelf.setVisible(not old.shelf.isHidden())
    new.body.widen_shelf(old.body.shelf_width)
    _show_center(new.center, old.center)
    _show_second(new.center, old.center)
    _say_again(new, old)


def take_over_places(new: MainWindow, old: MainWindow) -> None:
    """Scroll and zoom as the window before does, now that all has its size."""
    for grid, before in _grids(new.center, old.center):
        for view, seen in zip(grid.views, before.views, strict=True):
            _zoom_alike(view, seen)
    pairs: tuple[tuple[QAbstractScrollArea, QAbstractScrollArea], ...] = (
        (new.side.levers, old.side.levers),
        (new.side.assumptions, old.side.assumptions),
        (new.shelf.history.view, old.shelf.history.view),
        (new.center.compare.table, old.center.compare.table),
    )
    for area, scrolled in pairs:
        _scroll_alike(area, scrolled)


def _stand_alike(new: QWidget, old: QWidget) -> None:
    """Stand where another window stands, maximized if it is: exactly, where it is not."""
    new.restoreGeometry(old.saveGeometry())
    if old.windowState() == Qt.WindowState.WindowNoState:
        new.setGeometry(old.geometry())


def _show_side(new: Side, old: Side) -> None:
    new.setVisible(not old.isHidden())
    new.tabs.setCurrentIndex(old.tabs.currentIndex())
    new.levers.restore_folds(old.levers.open_folds)
    new.assumptions.restore_folds(old.assumptions.open_folds)


def _show_center(new: Center, old: Center) -> None:
    new.areas.restore(*old.areas.as_text())
    new.choose_year(old.wished_year)
    new.kpis.choose(old.kpis.rows)
    new.compare.restore(old.compare.text)
    new.compare.choose_levers(old.compare.levers)
    new.show_table(old.shows_table)
    _share_alike(new.splitter, old.splitter)
    _show_charts(new.charts, old.charts)


def _show_second(new: Center, old: Center) -> None:
    """Open the second window where it is open, and let it show the same charts."""
    if old.second is None or not old.second.isVisible():
        return
    new.open_second()
    if new.second is not None:
        _stand_alike(new.second, old.second)
        _show_charts(new.second, old.second)


def _show_charts(new: ChartGrid, old: ChartGrid) -> None:
    new.set_settings(old.settings)
    enlarged = old.enlarged
    new.enlarge(None)
    if enlarged is None:
        new.arrange(old.arrangement)
    new.enlarge(enlarged)
    new.pin(old.pinned)


def _say_again(new: MainWindow, old: MainWindow) -> None:
    """Let bars that nobody closed stand; they keep the words they were said in."""
    if not old.notice.isHidden():
        new.notice.tell(*old.notice.told)
    for reason, bar in old.warnings.bars.items():
        choices = bool(bar.display.choices)
        new.warnings.hold(reason, bar.display.sentence, can_be_closed=choices)
    if old.written.told is not None:
        new.written.tell(*old.written.told)
    new.bars.take_over(old.bars)


def _share_alike(new: QSplitter, old: QSplitter) -> None:
    new.setSizes(old.sizes())


def _grids(new: Center, old: Center) -> list[tuple[ChartGrid, ChartGrid]]:
    pairs = zip_longest((new.charts, new.second), (old.charts, old.second))
    return [(one, before) for one, before in pairs if one is not None and before is not None]


def _zoom_alike(new: ChartView, old: ChartView) -> None:
    plot, before = new.canvas.plot, old.canvas.plot
    if before.is_zoomed and plot.picture is not None:
        plot.see(before.box.years, before.box.values)


def _scroll_alike(new: QAbstractScrollArea, old: QAbstractScrollArea) -> None:
    new.verticalScrollBar().setValue(old.verticalScrollBar().value())
    new.horizontalScrollBar().setValue(old.horizontalScrollBar().value())
