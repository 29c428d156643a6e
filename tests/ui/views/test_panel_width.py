"""The panel at the right gets as wide as a hand makes it, and is so the next day."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from ui.controllers.window_state import WindowState
from ui.process.state.settings import Settings
from ui.views.body import NARROWEST_SHELF, SHELF_WIDTH, WIDEST_SHELF
from ui.widgets.edge_grip import EdgeGrip


def _drag(suanli, pixels):
    """Drag the edge of the panel to the left by so many pixels."""
    grip = suanli.window.body.findChild(EdgeGrip)
    end = QPoint(2 - pixels, 300)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    there = QPointF(end), QPointF(grip.mapToGlobal(end))
    QApplication.sendEvent(
        grip, QMouseEvent(QEvent.Type.MouseMove, *there, Qt.MouseButton.NoButton, left, none)
    )


def test_that_a_dragged_edge_widens_the_panel_and_charts_give_way(suanli):
    suanli.window.shelf.show()
    before = suanli.window.splitter.width()
    assert suanli.window.shelf.width() == SHELF_WIDTH
    _drag(suanli, 100)
    assert suanli.window.shelf.width() == pytest.approx(SHELF_WIDTH + 100, abs=3)
    assert suanli.window.splitter.width() == pytest.approx(before - 100, abs=3)


@pytest.mark.parametrize(("pixels", "width"), [(2000, WIDEST_SHELF), (-400, NARROWEST_SHELF)])
def test_that_the_panel_stays_readable_and_leaves_charts_room(suanli, pixels, width):
    suanli.window.shelf.show()
    _drag(suanli, pixels)
    assert suanli.window.body.shelf_width == width
    assert suanli.window.shelf.width() <= width


@pytest.mark.parametrize(("kept", "width"), [("", SHELF_WIDTH), ("x", SHELF_WIDTH), ("300", 300)])
def test_that_the_width_is_kept(suanli, kept, width):
    suanli.settings.keep("panel_width", kept)
    state = WindowState(suanli.window, suanli.settings)
    state.restore()
    assert suanli.window.body.shelf_width == width
    suanli.window.body.widen_shelf(333)
    state.keep()
    suanli.settings.sync()
    assert Settings().text("panel_width") == "333"
