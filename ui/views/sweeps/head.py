"""The head of the window of a sweep: what it is, where it lies, and what has to be known of it.

Floor: views.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from planner.quantities.told.lists import clauses
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from ui.accessibility.tips import set_tip
from ui.engine.sweeps.points import Opened
from ui.widgets.label import ElidedLabel, label
from ui.wording.sweeps.head import cares_of, facts_of, states_text

_GAP: Final = 2


class SweepHead(QWidget):
    """Tells of a folder; `folder_wanted`, `again_wanted` and `help_wanted` tell what is pressed."""

    folder_wanted = Signal()
    again_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel(shown_path(path.name), "title")
        self.facts = label("", look="muted")
        self.facts.setWordWrap(True)
        self.states = label("", look="muted")
        self.states.setWordWrap(True)
        self.states.hide()
        self.cares = label("", look="notice")
        self.cares.setWordWrap(True)
        self.cares.hide()
        self.path = ElidedLabel(shown_path(path), "muted")
        self.show_folder = _link(translate("Sweeps", "Show in file manager"))
        self.again = _link(translate("Sweeps", "Read again"))
        set_tip(self.again, translate("Sweeps", "Read the folder again, with what came since (F5)"))
        self.help = _link(translate("Sweeps", "What is a sweep?"))
        set_tip(self.help, translate("Sweeps", "Show the page of help (F1)"))
        self._lay_out()
        self.show_folder.clicked.connect(self.folder_wanted)
        self.again.clicked.connect(self.again_wanted)
        self.help.clicked.connect(self.help_wanted)

    def show_opened(self, opened: Opened) -> None:
        """Tell of a folder that was read."""
        folder = opened.folder
        self.title.set_full_text(shown_title(folder.plan.title))
        self.facts.setText(clauses(facts_of(folder)))
        self.facts.setAccessibleName(self.facts.text())
        states = states_text(folder)
        self.states.setText(states)
        self.states.setAccessibleName(states)
        self.states.setVisible(bool(states))
        cares = cares_of(folder, is_of_other_model=opened.is_of_other_model)
        self.cares.setText(cares)
        self.cares.setAccessibleName(cares)
        self.cares.setVisible(bool(cares))

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.addWidget(self.path, 1)
        where.addWidget(self.show_folder)
        where.addWidget(self.again)
        where.addWidget(self.help)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self.title)
        layout.addWidget(self.facts)
        layout.addWidget(self.states)
        layout.addLayout(where)
        layout.addWidget(self.cares)


def _link(text: str) -> QToolButton:
    made = QToolButton()
    made.setText(text)
    made.setProperty("look", "link")
    return made
