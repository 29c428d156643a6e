"""The right of the window: the open scenarios, and the history of the one on screen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.documents.current import Current
from ui.documents.workspace import Workspace
from ui.engine.effects import Effects
from ui.style.theme import Theme
from ui.views.history_panel import HistoryPanel
from ui.views.scenario_list import ScenarioList


class Shelf(QFrame):
    """Two lists, one over the other.

    `left` tells that Escape was pressed in it, `shown` that it was shown or hidden.
    """

    left = Signal()
    shown = Signal(bool)

    def __init__(
        self,
        workspace: Workspace,
        current: Current,
        effects: Effects,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "shelf")
        self.setAccessibleName(self.tr("Scenarios and history"))
        self.scenarios = ScenarioList(workspace, theme)
        self.history = HistoryPanel(current, effects)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.scenarios)
        layout.addWidget(self.history, 1)

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        self.shown.emit(visible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
