"""When the questions to start from are shown, what a chosen one opens, and when its line goes.

They stand on the baseline until a lever moves, a scenario is opened or somebody puts them away,
which is kept over days; Help brings them back. The line of a chosen one stays, whatever is
changed, until it is closed or another is asked. No dialog. Floor: controllers.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from planner.files.session.session import SessionView
from planner.model.scenario import Scenario
from ui.controllers.kept.session_view import show_view
from ui.controllers.units import Units
from ui.documents.current import Current
from ui.documents.document import Document, is_same_state
from ui.documents.workspace import Workspace
from ui.engine.published import Published
from ui.engine.shown_run import ShownRun
from ui.process.state.settings import Settings
from ui.views.main_window import MainWindow
from ui.wording.first.guide import guide_text
from ui.wording.first.questions import Question
from ui.wording.sentences.paragraph import Told
from ui.wording.translate import first_text

KEPT: Final = "first_steps"


class FirstSteps(QObject):
    """Follows the scenario on screen; `tour_wanted` tells that the tour is asked for."""

    tour_wanted = Signal()

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        current: Current,
        published: Published,
        units: Units,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._current = window, workspace, current
        self._published, self._units, self._settings = published, units, settings
        self._place = window.center.first
        self._is_wanted = settings.flag(KEPT, default=True)
        self._question: Question | None = None
        self._scenarios: tuple[Scenario, ...] = ()
        self._connect()
        self._refresh()

    def open(self) -> None:
        """Show the questions on the baseline, also where they were put away."""
        self._settings.keep(KEPT, True)
        self._window.center.cover.take()
        self._end_guide()
        self._is_wanted = True
        self._workspace.draw_only(None)
        self._refresh()
        self._place.questions.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """Put the questions away, until Help brings them back."""
        self._settings.keep(KEPT, False)
        self._is_wanted = False
        self._refresh()

    def put_aside(self) -> None:
        """Put the questions away for now; the next start asks them again."""
        self._is_wanted = False
        self._refresh()

    def choose(self, question: Question) -> None:
        """Open the scenarios of a question and show what answers it."""
        self._is_wanted = False
        scenarios = question.scenarios()
        documents = [self._document_of(each) for each in scenarios]
        self._workspace.draw_only(documents[0] if documents else None)
        for each in documents:
            self._workspace.draw(each, True)
        self._workspace.compare_with(None)
        show_view(_view_of(question), self._window, self._units)
        self._window.shelf.history.show_figure(question.figure)
        self._question, self._scenarios = question, scenarios or (self._current.scenario,)
        self._window.center.answer.ask_beside(question.about)
        self._refresh()
        self._tell()
        self._place.guide.show()
        self._place.guide.others.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        questions, guide, center = self._place.questions, self._place.guide, self._window.center
        questions.chosen.connect(self.choose)
        questions.closed.connect(self.close)
        questions.tour_wanted.connect(self.tour_wanted)
        guide.closed.connect(self._end_guide)
        guide.others_wanted.connect(self.open)
        center.cover.changed.connect(self._refresh)
        center.year_chosen.connect(self._tell)
        center.answer.told_again.connect(self._tell)
        self._workspace.listed.connect(self._refresh)
        self._current.changed.connect(self._refresh)
        self._published.changed.connect(self._on_published)

    def _refresh(self) -> None:
        """Show what belongs to the scenario on screen; behind what covers all, nothing changes."""
        if self._window.center.cover.is_alone:
            return
        self._is_wanted = self._is_wanted and self._current.document.is_baseline
        self._place.show_questions(self._is_wanted)
        self._tell()

    def _end_guide(self) -> None:
        if self._question is not None:
            self._question = None
            self._place.guide.hide()
            self._window.center.answer.ask_beside()

    def _on_published(self, run: ShownRun) -> None:
        if run.is_whole:
            self._tell()

    def _tell(self) -> None:
        """Say what to look at, as the run on screen tells it of a scenario of the question."""
        question, run = self._question, self._published.run
        if question is None:
            return
        told = self._told(run) if run is not None and self._is_of_question(run) else None
        text = guide_text(question, told)
        self._place.guide.tell(first_text(question.title), text)

    def _is_of_question(self, run: ShownRun) -> bool:
        """Whether a run is of the scenario on screen, and that one as the question opened it."""
        return run.scenario == self._current.scenario and run.scenario in self._scenarios

    def _told(self, run: ShownRun) -> Told | None:
        question, center = self._question, self._window.center
        if question is None:
            return None
        reference = run.reference_of(run.projection)
        return Told(run.projection, run.below, reference, center.year, (question.about,))

    def _document_of(self, scenario: Scenario) -> Document:
        """Return the document of a scenario: one that is open as it is here, else a new one."""
        found = _open_as(self._workspace.scenarios, scenario)
        if found is None:
            found = self._workspace.open(scenario)
            found.is_preset = True
        return found


def _open_as(documents: Sequence[Document], scenario: Scenario) -> Document | None:
    alike = (each for each in documents if each.scenario.title == scenario.title)
    return next((each for each in alike if is_same_state(each.scenario, scenario)), None)


def _view_of(question: Question) -> SessionView:
    return SessionView(
        year=question.year,
        view=question.view,
        charts=question.charts,
        arrangement="2 x 2",
        strips=True,
        cards=question.cards,
        places=question.places,
    )
