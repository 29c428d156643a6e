"""Opens Ask over the charts, filled in with what is at hand, and keeps it with the window.

What it is made of is loaded when a first picture is there: a window starts sooner. Year, scenario
and what it is held against are those of the window; the outcome is its own. Floor: controllers.
"""

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from planner.ensemble.projection import Request
from planner.model.graph import model
from planner.model.sums import can_be_asked, together
from planner.studies.answers.about import About
from planner.studies.answers.answer import Answer
from planner.studies.cards import Card
from ui.charts.contents.scopes import Areas
from ui.charts.contents.specs import asked_part, parts, spec_of
from ui.controllers.ask.kept import AnswerKeeper
from ui.controllers.ask.reasons import Reasons
from ui.controllers.ask.tables import AnswerTables
from ui.controllers.exports import Exports
from ui.documents.current import Current
from ui.documents.document import Document
from ui.documents.sessions.kept_answers import KeptAnswers
from ui.documents.workspace import Workspace
from ui.engine.ahead import Ahead
from ui.engine.published import Published
from ui.engine.shown_run import ShownRun
from ui.engine.studies import Studies
from ui.engine.study.gate import Gate
from ui.style.theme import Theme
from ui.views.main_window import MainWindow
from ui.wording.answers.questions import Question

if TYPE_CHECKING:
    from ui.views.ask.panel import AskPanel

_USUAL = ("enterprises", "")
"""What is asked about where the chart at hand shows no number."""


class Ask(QObject):
    """Ties the panel, the documents and the run together.

    `shown` tells that it was opened or closed; `against_chosen` carries the document that all is
    to be held against, None for the baseline; `failed` the trace of a fault in a study.
    """

    shown = Signal()
    against_chosen = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        current: Current,
        published: Published,
        answers: KeptAnswers,
        exports: Exports,
        gate: Gate,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._current = current
        self._published = published
        self._studies = Studies(self, gate=gate)
        self._ahead = Ahead(_importing, self)
        self.tables = AnswerTables(window, exports)
        self._keeper = AnswerKeeper(window, current, answers, self.tables)
        self._keeper.opened.connect(self._on_kept_opened)
        self._reasons = Reasons(window.center.answer, published, self._studies, self)
        self._about: About | None = None
        self.panel: AskPanel | None = None
        center = window.center
        center.year_chosen.connect(self._on_year)
        center.areas.changed.connect(self._on_areas)
        center.theme_changed.connect(self._on_theme)
        center.cover.changed.connect(self._on_covered)
        center.answer.why_wanted.connect(self._on_why)
        center.kpis.question_wanted.connect(self._on_question)
        published.changed.connect(self._on_published)

    @property
    def is_open(self) -> bool:
        """Whether the questions are on screen."""
        return self.panel is not None and self._window.center.cover.has(self.panel)

    def show(self, shown: bool) -> None:
        """Show the questions in place of the charts, or the charts again."""
        if shown and not self.is_open:
            self._open(self._about or self._at_hand())
        elif not shown and self.is_open:
            self.close()

    def open(self, key: Question) -> None:
        """Show the answer to one question about the chart at hand, or what is asked about now."""
        is_asked = self.is_open and self._about is not None
        self.open_about(key, self._about if is_asked and self._about else self._at_hand())

    def open_about(self, key: Question, about: About) -> None:
        """Show the answer to one question about an outcome and a year."""
        if about.year != self._window.center.year:
            self._window.center.choose_year(about.year)
        panel = self._open(about, key)
        panel.go_to(key)

    def attach(self, path: Path) -> None:
        """Put a table of own numbers into the scenario on screen, and show what they say."""
        self.open("numbers")
        if self.panel is not None:
            self.panel.attach(path)

    def tell_again(self) -> None:
        """Let the cards tell their numbers in other units."""
        if self.panel is not None:
            self.panel.tell_again()

    def take_over(self, before: "Ask") -> None:
        """Ask what is asked in the window before, with the answers it has."""
        if before.panel is None or before._about is None:  # noqa: SLF001 - its own kind
            return
        self._about = before._about  # noqa: SLF001
        self.panel = self._made(self._about)
        self.panel.take_over(before.panel)
        if before.is_open:
            self._open(self._about)

    def close(self) -> None:
        """Show the charts again, with the keys if Ask has them; answers stay as they are."""
        center, panel, focused = self._window.center, self.panel, QApplication.focusWidget()
        is_used = panel is not None and focused is not None and panel.isAncestorOf(focused)
        center.cover.take()
        if is_used or focused is panel:
            center.setFocus()

    @property
    def studies(self) -> Studies:
        """What runs studies off the window's thread; who shares it need not end it."""
        return self._studies

    def request_stop(self) -> None:
        """Let studies that run end at their next step."""
        self._ahead.request_stop()
        self._studies.request_stop()

    def close_studies(self) -> None:
        """End the threads of the studies."""
        self._ahead.close()
        self._studies.close()

    def _open(self, about: About, first: Question | None = None) -> "AskPanel":
        """Put the questions in the place of the charts; what is asked first answers first."""
        panel, cover = self.panel or self._made(about), self._window.center.cover
        self.panel, self._about = panel, about
        panel.prefer(first or "")
        if not cover.has(panel):
            cover.put(panel, (), _requests(about), alone=True, stays=True)
            panel.setFocus()
        self._ask_about(about)
        if self._published.run is not None:
            panel.show_run(self._published.run)
        self.shown.emit()
        return panel

    def _made(self, about: About) -> "AskPanel":
        from ui.views.ask.panel import AskPanel
        from ui.views.ask.study_card import AskParts

        window = self._window
        theme = window.center.charts.theme
        given = AskParts(self._current, self._workspace, self._studies, window.status.tell, theme)
        panel = AskPanel(given, about, window.center)
        panel.closed.connect(self.close)
        panel.failed.connect(self.failed)
        panel.report_wanted.connect(self._keeper.keep)
        panel.wished.connect(self._keeper.do)
        panel.head.about_chosen.connect(self._ask_about)
        panel.head.year_chosen.connect(window.center.choose_year)
        panel.head.document_chosen.connect(self._on_document)
        panel.head.against_chosen.connect(self.against_chosen)
        for card in panel.cards.values():
            card.control_wanted.connect(window.side.show_control)
            card.about_wanted.connect(self._on_about_wanted)
        return panel

    def _ask_about(self, about: About) -> None:
        self._about = about
        if self.panel is not None and self.is_open:
            self.panel.ask_about(about)
            self._window.center.cover.want((), _requests(about))
            self._follow(about)

    def _on_about_wanted(self, about: About) -> None:
        self._about = about
        self._window.center.choose_year(about.year)
        self._ask_about(about)

    def _follow(self, about: About) -> None:
        """Let the run on screen bring the values of its futures that cards are made of."""
        from planner.studies.matters.first_order import asked

        self._window.center.cover.follow(asked(about))

    def _at_hand(self) -> About:
        """Return what the chart at hand is about, in the year and place of the window."""
        center, year = self._window.center, self._window.center.year
        setting = center.setting_at_hand
        if spec_of(setting).is_counted:
            return About(*_USUAL, year)
        outcome, element = parts(setting)[asked_part(setting)]
        return self._in_place(About(outcome, element, year), center.areas.chosen)

    def _in_place(self, about: About, areas: Areas) -> About:
        row, element = model().outcomes[about.outcome], together(areas)
        if row.index == "area" and can_be_asked(row, element):
            return About(about.outcome, element, about.year)
        return about

    def _on_why(self, about: About) -> None:
        self.open_about("why", about)

    def _on_kept_opened(self, answer: Answer) -> None:
        """Ask again what was kept, of the scenario on screen."""
        for question in get_args(Question):
            if question == answer.study.partition("-")[0]:
                self.open_about(question, answer.about)
                return
        self.show(True)

    def _on_question(self, question: Question, card: Card) -> None:
        """Ask about what a card tells."""
        center = self._window.center
        year = center.year if card.year is None else card.year
        element = together(center.areas.chosen) if card.element is None else card.element
        about = self._in_place(About(card.outcome, "", year), center.areas.chosen)
        if can_be_asked(model().outcomes[card.outcome], element):
            about = About(card.outcome, element, year)
        self.open_about(question, about)

    def _on_document(self, document: Document | None) -> None:
        self._workspace.show(document)

    def _on_published(self, run: ShownRun) -> None:
        self._ahead.begin()
        if self.panel is not None and self.is_open:
            self.panel.show_run(run)

    @property
    def _is_aside(self) -> bool:
        """Whether a story is told meanwhile, and what is asked is to stay as it is."""
        return self.panel is not None and self._window.center.cover.keeps(self.panel)

    def _on_year(self, year: int) -> None:
        if self._about is not None and not self._is_aside:
            self._ask_about(replace(self._about, year=year))

    def _on_areas(self, areas: Areas) -> None:
        if self._about is not None and not self._is_aside:
            self._ask_about(self._in_place(self._about, areas))

    def _on_theme(self, theme: Theme) -> None:
        if self.panel is not None:
            self.panel.set_theme(theme)

    def _on_covered(self) -> None:
        self.shown.emit()


def _requests(about: About) -> tuple[Request, Request]:
    """Return the series that cards tell of what is asked about."""
    return about.request(), about.request("difference")


def _importing() -> Generator[None]:
    """Import what takes the place of the charts at a click, with all that it imports."""
    from ui.views.ask import study_card  # noqa: F401

    yield
    from ui.views.ask import panel  # noqa: F401

    yield
    from ui.views.inspect import panel as inspection  # noqa: F401
