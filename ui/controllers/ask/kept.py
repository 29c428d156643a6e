"""What becomes of answers: kept for report, workbook and session.

It lists at the right what is kept. Floor: controllers.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from planner.ensemble.projection import inputs_of
from planner.storage.sentences.catalog import translate
from ui.controllers.ask.tables import AnswerTables
from ui.documents.current import Current
from ui.documents.sessions.kept_answers import KeptAnswers
from ui.engine.answered import Answered
from ui.views.ask.card_menu import AnswerWish
from ui.views.main_window import MainWindow


class AnswerKeeper(QObject):
    """Does with answers what is wanted; `opened` carries an Answer that is to be asked again."""

    opened = Signal(object)

    def __init__(
        self, window: MainWindow, current: Current, answers: KeptAnswers, tables: AnswerTables
    ) -> None:
        super().__init__(window)
        self._current = current
        self._window = window
        self._answers = answers
        self._tables = tables
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
                self._tables.copy(answered.answer)
            case "save":
                self._tables.ask_where(answered.answer)

    def _on_changed(self) -> None:
        self._list.show_answers([each.answer for each in self._answers.all])

    def _on_opened(self, place: int) -> None:
        self.opened.emit(self._answers.all[place].answer)
