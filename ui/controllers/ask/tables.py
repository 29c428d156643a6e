"""Tables of answers out of the window: copied for a spreadsheet, or saved as CSV or JSON.

What is copied is told as it is read, in the language and the units chosen; what is saved is for
programs, the same in every language. Floor: controllers.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from planner.files.exports.formats import TABLES
from planner.quantities.told.labels import model_text
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.answers.answer import Answer
from ui.controllers.exports import Exports
from ui.controllers.files.format_filters import filter_of, name_after
from ui.items.clipboard_text import tab_separated
from ui.views.main_window import MainWindow
from ui.widgets.files.dialogs import saving_dialog
from ui.widgets.files.paths import chosen_path
from ui.wording.answers.table_text import readable_table


class AnswerTables(QObject):
    """Copies and saves the table of one answer."""

    def __init__(self, window: MainWindow, exports: Exports) -> None:
        super().__init__(window)
        self._window = window
        self._exports = exports
        self._asked: Answer | None = None

    def copy(self, answer: Answer) -> None:
        """Copy a table and say so."""
        QGuiApplication.clipboard().setText(table_as_text(answer))
        self._window.status.tell(translate("AnswerKeeper", "Table copied"))

    def ask_where(self, answer: Answer) -> None:
        """Ask where to write a table, and write it there."""
        from ui.print.file_names import export_name

        self._asked = answer
        title, filters = translate("AnswerKeeper", "Save the table"), list(map(filter_of, TABLES))
        first, folder = TABLES[0].ending, self._exports.folder
        name = export_name(answer.title, answer.scenario, first)
        dialog = saving_dialog(self._window, title, folder, filters, name, first)
        dialog.filterSelected.connect(self._on_kind_selected)
        dialog.fileSelected.connect(self._on_selected)
        dialog.open()

    def write(self, answer: Answer, name: str) -> None:
        """Write the table of an answer as its name ends."""
        self._exports.numbers.write_table(answer, chosen_path(name))

    def _on_kind_selected(self, kind: str) -> None:
        dialog = self.sender()
        if isinstance(dialog, QFileDialog):
            name_after(dialog, kind)

    def _on_selected(self, name: str) -> None:
        if self._asked is not None:
            self.write(self._asked, name)


def table_as_text(answer: Answer) -> str:
    """Return the table of an answer in columns that a spreadsheet takes when they are pasted."""
    read = readable_table(answer.table, numerals(), model_text)
    return tab_separated((read.headings, *read.rows))
