"""What every row of an input has: its tip, its menu, the marks of a change and of the focus.

Functions on any row. They know neither what a row shows nor what its signals lead to. Floor:
widgets.
"""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, Qt, SignalInstance
from PySide6.QtGui import QAction, QColor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

_BAR: Final = 3
_BAR_AT: Final = 6
_RING_AT: Final = 3.5
_ROUND: Final = 4


class Compared(Protocol):
    """What a row shows, as far as it can be taken back."""

    @property
    def is_changed(self) -> bool:
        """Whether it differs from the default."""

    @property
    def differs_from_baseline(self) -> bool:
        """Whether it differs from the published baseline."""

    @property
    def differs_from_saved(self) -> bool:
        """Whether it differs from the saved scenario."""


def show_tip(row: QWidget, event: QEvent, tip: Callable[[], str]) -> bool:
    """Show the tip of a row where an event asks for one; return whether it did."""
    if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
        return False
    QToolTip.showText(event.globalPos(), tip(), row)
    return True


def reset_menu(row: QWidget, shown: Compared | None, reset: SignalInstance) -> QMenu:
    """Return the menu of a row, whose entries emit where to put the value back to.

    It is gone when it closes.
    """
    menu = ResetMenu(row, reset)
    if shown is not None:
        menu.enable("default", shown.is_changed)
        menu.enable("baseline", shown.differs_from_baseline)
        menu.enable("saved", shown.differs_from_saved)
    return menu


class ResetMenu(QMenu):
    """Three ways back; `chosen` is emitted with the key of one."""

    def __init__(self, parent: QWidget, chosen: SignalInstance) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._chosen = chosen
        texts = {
            "default": QCoreApplication.translate("ResetMenu", "Reset to default"),
            "baseline": QCoreApplication.translate("ResetMenu", "Reset to baseline"),
            "saved": QCoreApplication.translate("ResetMenu", "Reset to saved"),
        }
        for key, text in texts.items():
            self.addAction(text).setData(key)
        self.triggered.connect(self._on_triggered)

    def enable(self, key: str, enabled: bool) -> None:
        """Offer one of the ways, or show that it would change nothing."""
        next(each for each in self.actions() if each.data() == key).setEnabled(enabled)

    def _on_triggered(self, action: QAction) -> None:
        self._chosen.emit(action.data())


def paint_marks(row: QWidget, accent: QColor, *, is_changed: bool) -> None:
    """Paint the bar of a changed row and the ring of one with the focus; in its paint event."""
    focus = QApplication.focusWidget()
    has_focus = focus is not None and row.isAncestorOf(focus)
    if not is_changed and not has_focus:
        return
    painter = QPainter(row)
    if is_changed:
        painter.fillRect(QRect(_BAR_AT, 3, _BAR, row.height() - 6), accent)
    if has_focus:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(accent, 1))
        ring = QRectF(row.rect()).adjusted(_RING_AT, 0.5, -1.5, -0.5)
        painter.drawRoundedRect(ring, _ROUND, _ROUND)
    painter.end()
