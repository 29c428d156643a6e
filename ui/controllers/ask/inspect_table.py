"""The table of an inspected value, copied or saved as soon as all of it is worked out.

It asks whoever inspects for the answer, and knows no panel. Floor: controllers.
"""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from planner.storage.sentences.catalog import translate
from ui.controllers.ask.tables import AnswerTables
from ui.views.main_window import MainWindow

if TYPE_CHECKING:
    from planner.studies.answers.answer import Answer


class Inspecting(Protocol):
    """What inspects a value."""

    @property
    def answer(self) -> "Answer | None":
        """What is shown as a table; None before all of it is there."""


class InspectTable(QObject):
    """Lets the table of what is inspected leave the window."""

    def __init__(self, inspecting: Inspecting, window: MainWindow, tables: AnswerTables) -> None:
        super().__init__(window)
        self._inspecting, self._window, self._tables = inspecting, window, tables

    def copy(self) -> None:
        """Copy the table."""
        if (answer := self._answer()) is not None:
            self._tables.copy(answer)

    def save(self) -> None:
        """Ask where to save the table."""
        if (answer := self._answer()) is not None:
            self._tables.ask_where(answer)

    def take(self, wish: str) -> None:
        """Do what is wished in the panel."""
        if wish == "copy":
            self.copy()
        else:
            self.save()

    def _answer(self) -> "Answer | None":
        """Return the answer, or say that not all of it is there."""
        answer = self._inspecting.answer
        if answer is None:
            text = translate("Inspect", "Shares and effects are still being worked out")
            self._window.status.tell(text)
        return answer
