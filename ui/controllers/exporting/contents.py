"""Lets the contents of reports be chosen: pages and kept answers, in or out, in an order.

What is chosen holds for every report from then on, and is saved with a session. Floor: controllers.
"""

from PySide6.QtCore import QObject

from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.answers.answer import Answer
from ui.controllers.exports import Exports
from ui.documents.sessions.kept_answers import KeptAnswers, question_of
from ui.documents.sessions.report_order import Parts, usual_parts
from ui.views.dialogs.report_contents import ReportContentsDialog
from ui.views.main_window import MainWindow


class ReportContents(QObject):
    """Opens the list of parts and takes over what was chosen in it."""

    def __init__(self, answers: KeptAnswers, exports: Exports, window: MainWindow) -> None:
        super().__init__(window)
        self._answers = answers
        self._exports = exports
        self._window = window
        window.shelf.answers.report_link.clicked.connect(self.show)

    def show(self) -> None:
        """Show the parts of a report, to be chosen."""
        names = {question_of(each.answer): _name(each.answer) for each in self._answers.all}
        usual = usual_parts(list(names))
        steps = len(self._exports.story.scenes())
        parts = self._answers.report
        dialog = ReportContentsDialog(parts, usual, names, self._window, story=steps)
        dialog.arranged.connect(self._on_arranged)
        dialog.open()

    def _on_arranged(self, parts: Parts) -> None:
        self._answers.arrange_report(parts)
        said = translate("ReportContents", "Parts of reports from now on: {count}")
        self._window.status.tell(said.format(count=sum(part.is_in for part in parts)))


def _name(answer: Answer) -> str:
    """Return what an answer is called among others: the question, the scenario, the year."""
    text = translate("ReportContents", "{question} {scenario}, {year}")
    year, scenario = answer.about.year, shown_title(answer.scenario)
    return text.format(question=answer.title, scenario=scenario, year=year)
