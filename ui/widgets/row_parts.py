"""What every row of an input has: its tip, its menu, the mark of a change and of a dispute.

Functions on any row. They know neither what a row shows nor what its signals lead to.
"""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, Qt, SignalInstance
from PySide6.QtGui import QHelpEvent, QPainter, QPalette
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QToolTip, QWidget

from ui.widgets.label import label

_BAR: Final = 3


class Compared(Protocol):
    """What a row shows, as far as it can be taken back."""

    @property
    def is_changed(self) -> bool:
        """Whether it differs from the default."""

    @property
    def differs_from_saved(self) -> bool:
        """Whether it differs from the saved scenario."""


def show_tip(row: QWidget, event: QEvent, tip: Callable[[], str]) -> bool:
    """Show the tip of a row where an event asks for one; return whether it did."""
    if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
        return False
    QToolTip.showText(event.globalPos(), tip(), row)
    return True


def show_below(widget: QWidget, sentence: str) -> None:
    """Show a sentence right under a widget."""
    place = widget.mapToGlobal(widget.rect().bottomLeft())
    QToolTip.showText(place, sentence, widget)


def reset_menu(
    row: QWidget, shown: Compared | None, reset: SignalInstance, to_saved: SignalInstance
) -> QMenu:
    """Return the menu of a row, which emits its signals; it is gone when it closes."""
    menu = QMenu(row)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    default_action = menu.addAction(QCoreApplication.translate("ResetMenu", "Reset to default"))
    saved_action = menu.addAction(QCoreApplication.translate("ResetMenu", "Reset to saved"))
    default_action.setEnabled(shown is not None and shown.is_changed)
    saved_action.setEnabled(shown is not None and shown.differs_from_saved)
    default_action.triggered.connect(reset)
    saved_action.triggered.connect(to_saved)
    return menu


def paint_changed_mark(row: QWidget, role: QPalette.ColorRole) -> None:
    """Paint the bar at the left edge of a changed row; only inside its paint event."""
    painter = QPainter(row)
    bar = row.rect().adjusted(0, 4, 0, -4)
    bar.setWidth(_BAR)
    painter.fillRect(bar, row.palette().color(role))
    painter.end()


def dispute_mark() -> QLabel:
    """Return the mark of a figure that is in dispute; the row's tip says how."""
    mark = label("≠", look="muted")
    mark.setAccessibleName(mark.tr("figure in dispute"))
    mark.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return mark
