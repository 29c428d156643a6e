"""What every row of an input has: its tip, the marks of a change and of the focus.

Functions on any row. They know neither what a row shows nor what its signals lead to. Floor:
widgets.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QWidget

from ui.accessibility.tips import show_beside

_BAR: Final = 3
_BAR_AT: Final = 6
_RING_AT: Final = 3.5
_ROUND: Final = 4


def show_tip(row: QWidget, event: QEvent, tip: Callable[[], str]) -> bool:
    """Show the tip of a row where an event asks for one; return whether it did."""
    if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
        return False
    show_beside(row, tip())
    return True


def paint_marks(row: QWidget, ring: QColor, bar: QColor, *, is_changed: bool) -> None:
    """Paint the bar of a changed row and the ring of one with the focus; in its paint event.

    The bar is in the color of no scenario: which one is changed is told by the list of scenarios.
    """
    focus = QApplication.focusWidget()
    has_focus = focus is not None and row.isAncestorOf(focus)
    if not is_changed and not has_focus:
        return
    painter = QPainter(row)
    if is_changed:
        painter.fillRect(QRect(_BAR_AT, 3, _BAR, row.height() - 6), bar)
    if has_focus:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ring, 1))
        place = QRectF(row.rect()).adjusted(_RING_AT, 0.5, -1.5, -0.5)
        painter.drawRoundedRect(place, _ROUND, _ROUND)
    painter.end()
