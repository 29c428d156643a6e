"""What becomes of answers: copied, saved as a table, kept for report, workbook and session.

It lists at the right what is kept. Floor: controllers.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from planner.ensemble.projection import inputs_of
from planner.files.exports.formats import TABLES
from planner.quantities.told.labels import model_text
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.answers.answer import Answer
from ui.controllers.files.dialog_paths import chosen_path
from ui.controllers.files.format_filters import filter_of, name_after
from ui.controllers.numbers import Numbers
from ui.documents.current import Current
from ui.documents.sessions.kept_answers import KeptAnswers
from ui.engine.answered import Answered
from ui.views.ask.card_menu import AnswerWish
from ui.views.main_window import MainWindow
from ui.wording.answers.table_text import readable_table


class AnswerKeeper(QObject):
    """Does with answers what is wanted; `opened` carries an Answer that is to be asked again."""

    opened = Signal(object)

    def __init__(
        self, window: MainWindow, current: Current, answers: KeptAnswers, numbers: Numbers
    ) -> None:
        super().__init__(window)
        self._current = current
        self._window = window
        self._answers = answers
        self._numbers = numbers
        self._asked: Answer | None = None
        self._list = window.shelf.answers
        self._list.opened.connect(self._on_opened)
        self._list.removal_wanted.connect(answers.remove)
        self._list.clear_wanted.connect(answers.clear)
        answers.changed.connect(self._on_changed)

    def keep(self, answers: Sequence[Answered]) -> None:
        """Keep answers and say so."""
        from ui.print.answers.recorded import recorded

        inputs = inputs_of(self._current.scenario)
        drawn = (recorded(replace(each, inputs=inputs)) for each in answers)
        count = self._answers.keep(drawn)
        text = translate("AnswerKeeper", "There is no answer yet that could be kept")
        if count:
            text = translate(
                "AnswerKeeper", "Answers kept for report, workbook and session: {count}"
            )
        self._window.status.tell(text.format(count=count))

    def do(self, wish: AnswerWish, answered: Answered) -> None:
        """Do with one answer what its menu offers."""
        match wish:
            case "keep":
                self.keep((answered,))
            case "copy":
                QGuiApplication.clipboard().setText(table_as_text(answered.answer))
                self._window.status.tell(translate("AnswerKeeper", "Table copied"))
            case "save":
                self._ask_where(answered.answer)

    def write(self, answer: Answer, name: str) -> None:
        """Write the table of an answer as its name ends."""
        self._numbers.write_table(answer, chosen_path(name))

    def _ask_where(self, answer: Answer) -> None:
        from ui.print.file_names import export_name

        self._asked = answer
        dialog = QFileDialog(self._window, translate("AnswerKeeper", "Save the table"))
        dialog.setNameFilters([filter_of(row) for row in TABLES])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(TABLES[0].suffix)
        dialog.selectFile(export_name(answer.title, answer.scenario, TABLES[0].ending))
        dialog.filterSelected.connect(self._on_kind_selected)
        dialog.fileSelected.connect(self._on_selected)
        dialog.open()

    def _on_kind_selected(self, kind: str) -> None:
        dialog = self.sender()
        if isinstance(dialog, QFileDialog):
            name_after(dialog, kind)

    def _on_selected(self, name: str) -> None:
        if self._asked is not None:
            self.write(self._asked, name)

    def _on_changed(self) -> None:
        self._list.show_answers([each.answer for each in self._answers.all])

    def _on_opened(self, place: int) -> None:
        self.opened.emit(self._answers.all[place].answer)


def table_as_text(answer: Answer) -> str:
    """Return the table of an answer in columns that a spreadsheet takes when they are pasted."""
    read = readable_table(answer.table, numerals(), model_text)
    return "\n".join("\t".join(row) for row in (read.headings, *read.rows))
