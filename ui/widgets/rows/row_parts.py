"""What every row of an input has: its tip, its menu, the mark of a change and of a dispute.

Functions on any row. They know neither what a row shows nor what its signals lead to.
"""

from collections.abc import Callable
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, SignalInstance
from PySide6.QtGui import QAction, QHelpEvent, QPainter, QPalette
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QToolTip, QWidget

from ui.widgets.label import label
from ui.wording.literal import literal_tip

_BAR: Final = 3


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


def show_below(widget: QWidget, sentence: str) -> None:
    """Show a sentence right under a widget; an empty one takes away what is shown."""
    place = widget.mapToGlobal(widget.rect().bottomLeft())
    show = partial(QToolTip.showText, place, literal_tip(sentence), widget)
    QTimer.singleShot(0, widget, show)  # a change of the focus, which is under way, hides tips


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
