"""The right of the window: open scenarios, targets of the one on screen, answers, history."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from planner.storage.sentences.catalog import translate
from ui.documents.current import Current
from ui.documents.workspace import Workspace
from ui.engine.effects import Effects
from ui.engine.shown_run import ShownRun
from ui.style.theme import Theme
from ui.views.ask.kept_section import KeptSection
from ui.views.history_panel import HistoryPanel
from ui.views.scenario_list import ScenarioList
from ui.views.targets.section import TargetSection


class Shelf(QFrame):
    """Four lists, one over the other; that of answers only where some are kept.

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
        self.setAccessibleName(translate("Shelf", "Scenarios, targets and history"))
        self.scenarios = ScenarioList(workspace, theme)
        self.targets = TargetSection(theme)
        self.answers = KeptSection()
        self.history = HistoryPanel(current, effects)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.scenarios)
        layout.addWidget(self.targets)
        layout.addWidget(self.answers)
        layout.addWidget(self.history, 1)

    def in_order(self) -> list[QWidget]:
        """Return its parts as the tab key goes through them: of each list the buttons first."""
        lists = (self.scenarios, self.targets, self.answers, self.history)
        return [part for each in lists for part in (*each.findChildren(QToolButton), each)]

    def show_run(self, run: ShownRun) -> None:
        """Show how many futures of a run meet its targets, and of all scenarios that are drawn."""
        self.targets.show_run(run)
        self.scenarios.show_met(run)

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        self.shown.emit(visible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
