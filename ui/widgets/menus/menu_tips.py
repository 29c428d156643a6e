"""What an entry of a menu does, and what its words mean, told beside the menu. Floor: widgets.

An entry that opens another menu says nothing: that one stands where its tip would.
"""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QMenu, QToolTip

from ui.accessibility.tips import terms_of
from ui.wording.literal import literal_tip


class MenuTips(QObject):
    """Tells of the entries of one menu, with which it goes."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        menu.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer where a tip is asked for."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(watched, QMenu):
            return False
        action = watched.actionAt(event.pos()) if isinstance(event, QHelpEvent) else None
        tip = "" if action is None or action.menu() is not None else entry_tip(action)
        if action is None or not tip:
            QToolTip.hideText()
            return True
        place = QPoint(watched.width(), watched.actionGeometry(action).top() - 16)
        QToolTip.showText(watched.mapToGlobal(place), tip, watched)
        return True


def entry_tip(action: QAction) -> str:
    """Return the tip of an entry, with the terms of its words; empty where it says no more."""
    said = _bare(action.text())
    told = action.toolTip()
    does = "" if _bare(told) == said else literal_tip(told)
    return f"{does}{terms_of(said)}"


def _bare(text: str) -> str:
    return text.replace("&", "").split("\t")[0].rstrip("…")
