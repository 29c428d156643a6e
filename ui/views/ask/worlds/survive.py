"""The card that tells whether advice survives: worlds against scenarios, or two outcomes at once.

The advice are the scenarios that are drawn. It answers once the hand rests, and computes nothing:
that does `planner.studies.survive`. Floor: views.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from planner.ensemble.progress import Steps, as_part
from planner.model.scenario import Scenario, baseline_under
from planner.model.targets.target import Target
from planner.studies.answers.about import About
from planner.studies.survive.survival import Better, Survival
from planner.studies.survive.surviving import SurviveError, surviving
from planner.studies.survive.tradeoff import TradeOff, trading_off
from ui.charts.worlds.tradeoff_plot import tradeoff_plot
from ui.charts.worlds.view import PictureView
from ui.charts.worlds.world_table import world_table
from ui.engine.answered import Answered
from ui.engine.shown_run import ShownRun
from ui.print.answers.drawn import of_worlds
from ui.style.theme import Theme
from ui.views.ask.outcome_choice import OutcomeChoice
from ui.views.ask.study_card import AskParts, StudyCard
from ui.widgets.label import label
from ui.wording.answers.survive import answer_of, card_line, sentence, tradeoff_sentence

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

COST: Final = "net_public_cost"
"""What is weighed against the outcome until another one is chosen."""
_OF_WORLDS: Final = 0.8
"""Share of the work that the worlds were measured to take."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be told: scenarios, each with the number of its color, and what is better."""

    scenarios: tuple[Scenario, ...]
    colors: tuple[int, ...]
    about: About
    cost: str
    better: Better
    targets: tuple[Target, ...]

    def steps(self, engine: "Projector") -> Steps["Told"]:
        """Return both studies, one after the other."""
        worlds = surviving(
            engine, self.scenarios, self.about, better=self.better, targets=self.targets
        )
        survival = yield from as_part(worlds, 0, _OF_WORLDS)
        abouts = self.about, About(self.cost, "", self.about.year)
        points = trading_off(engine, self.scenarios, abouts, (self.better, "less"))
        return Told(self, survival, (yield from as_part(points, _OF_WORLDS, 1)))


@dataclass(frozen=True, slots=True)
class Told:
    """What was wanted, and what was found of it."""

    wanted: Wanted
    survival: Survival
    points: TradeOff


class SurviveCard(StudyCard):
    """Holds the drawn scenarios against each other in every world."""

    key = "survive"

    def __init__(self, parts: AskParts) -> None:
        title = QCoreApplication.translate("SurviveCard", "Does the advice survive?")
        super().__init__(title, parts)
        self.found: Told | None = None
        self._run: ShownRun | None = None
        self._about: About | None = None
        self._wanted: Wanted | None = None
        self._is_less = False
        self._runner = parts.studies.runner("long", self, SurviveError)
        self.worlds = PictureView(self.tr("Scenarios in several worlds"), parts.theme)
        self.points = PictureView(self.tr("Two outcomes against each other"), parts.theme)
        self.cost = OutcomeChoice()
        self.cost.show_outcome(COST)
        self._cost = COST
        self._pages = QStackedWidget()
        self._pages.addWidget(self.worlds)
        self._pages.addWidget(self._points_page())
        self.body.addWidget(self._pages)
        self.page_link = self.add_link("page", self.tr("Trade-off"))
        self.better_link = self.add_link(
            "better", self.tr("Less is better"), self.tr("Turns which scenario is the best one")
        )
        self._connect()

    def show_about(self, about: About, run: ShownRun) -> None:
        """Tell of the scenarios on screen, unless that is told already."""
        self._about, self._run = about, run
        self._advance()

    def answer(self) -> Answered | None:
        """Return the worlds or the trade-off, whichever is shown, with the table of the worlds."""
        picture = self.worlds.picture if self._pages.currentIndex() == 0 else self.points.picture
        if self.found is None or picture is None:
            return None
        return of_worlds(answer_of(self.found.survival), picture)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""
        self.worlds.set_theme(theme)
        self.points.set_theme(theme)

    def _advance(self) -> None:
        """Ask for what is on screen, or wait until the hand rests."""
        wanted = self._of_screen()
        if wanted is None:
            self._show_no_advice()
        elif self.is_moving:
            self._runner.cancel()
            self._wanted = None
            self.show_state(self.tr("when the hand rests"))
        elif wanted != self._wanted:
            self._wanted = wanted
            self.show_progress(0.0)
            self._runner.ask(wanted.steps, cut=True)

    def _of_screen(self) -> Wanted | None:
        if self._run is None or self._about is None:
            return None
        drawn = [
            (run.scenario, color)
            for run, color in self._run.in_order
            if run.scenario.levers != baseline_under(run.scenario).levers
        ]
        if not drawn:
            return None
        scenarios, colors = zip(*drawn, strict=True)
        better: Better = "less" if self._is_less else "more"
        targets = self._run.scenario.targets
        return Wanted(scenarios, colors, self._about, self._cost, better, targets)

    def _show_no_advice(self) -> None:
        self._runner.cancel()
        self._wanted = None
        text = self.tr("No scenario on screen has levers of its own: move one.")
        if self.blank.text() != text:
            self._show_nothing(text)

    def _show_nothing(self, text: str) -> None:
        self.found = None
        self.show_state("")
        self.show_line("")
        self.show_blank(text)
        self.answer_changed.emit()

    def _on_computed(self, found: Told) -> None:
        if found.wanted is not self._wanted:
            return
        colors = found.wanted.colors
        self.found = found
        self.show_blank("")
        self.show_state("")
        self.worlds.show_picture(world_table(found.survival, colors))
        self.points.show_picture(tradeoff_plot(found.points, colors))
        self._say()
        self.answer_changed.emit()

    def _say(self) -> None:
        if self.found is None:
            return
        if self._pages.currentIndex() == 0:
            self.show_line(card_line(self.found.survival))
            self.show_sentence(sentence(self.found.survival))
        else:
            self.show_line(self.tr("differences from the baseline, default world; 80% ranges"))
            self.show_sentence(tradeoff_sentence(self.found.points))

    def _on_page(self) -> None:
        page = 1 - self._pages.currentIndex()
        self._pages.setCurrentIndex(page)
        self.page_link.setText(self.tr("Worlds") if page else self.tr("Trade-off"))
        self._say()
        self.answer_changed.emit()

    def _on_better(self) -> None:
        self._is_less = not self._is_less
        text = self.tr("More is better") if self._is_less else self.tr("Less is better")
        self.better_link.setText(text)
        self._advance()

    def _on_cost(self, key: str) -> None:
        self._cost = key
        self.cost.show_outcome(key)
        self._advance()

    def _on_canceled(self) -> None:
        self._runner.cancel()
        self._wanted = None
        self.show_state(self.tr("canceled"))

    def _connect(self) -> None:
        self._runner.computed.connect(self._on_computed)
        self._runner.progressed.connect(self.show_progress)
        self._runner.refused.connect(self._show_nothing)
        self.canceled.connect(self._on_canceled)
        self.page_link.clicked.connect(self._on_page)
        self.better_link.clicked.connect(self._on_better)
        self.cost.chosen.connect(self._on_cost)

    def _points_page(self) -> QWidget:
        page = QWidget()
        head = QHBoxLayout()
        head.addWidget(label(self.tr("against less of"), look="muted"))
        head.addWidget(self.cost)
        head.addStretch(1)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.points, 1)
        return page
