"""The card that tells whether advice survives: worlds against scenarios, or two outcomes at once.

The advice are the scenarios that are drawn. It answers once the hand rests, and computes nothing:
that does `planner.studies.survive`. Floor: views.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from planner.model.graph import model
from planner.quantities.told.lists import as_sentence, sentences
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.survive.surviving import SurviveError
from planner.studies.survive.worlds import World, own_worlds, worlds
from ui.charts.worlds.view import PictureView
from ui.charts.worlds.world_table import world_table
from ui.engine.answered import Answered
from ui.engine.shown_run import ShownRun
from ui.print.answers.drawn import of_worlds
from ui.style.theme import Theme
from ui.views.ask.study_card import AskParts, StudyCard
from ui.views.ask.worlds.advice import Advice, Told, Wanted, with_levers
from ui.views.ask.worlds.tradeoff_page import TradeOffPage
from ui.wording.answers.survive import answer_of, card_line, left_out_sentence, sentence
from ui.wording.answers.tradeoff import tradeoff_answer, tradeoff_line, tradeoff_sentence

if TYPE_CHECKING:
    from planner.model.outcome import Better


class SurviveCard(StudyCard):
    """Holds the drawn scenarios against each other in every world."""

    key = "survive"
    CHOSEN = ("_is_turned",)
    FOUND = ("found", "_run", "_about", "_wanted")

    def __init__(self, parts: AskParts) -> None:
        title = translate("SurviveCard", "Does the advice survive?")
        super().__init__(title, parts)
        self.found: Told | None = None
        self._run: ShownRun | None = None
        self._about: About | None = None
        self._wanted: Wanted | None = None
        self._is_turned = False
        self._runner = parts.studies.runner("long", self, SurviveError)
        self.worlds = PictureView(
            translate("SurviveCard", "Scenarios in several worlds"), parts.theme
        )
        self.tradeoff = TradeOffPage(parts.theme)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.worlds)
        self._pages.addWidget(self.tradeoff)
        self.body.addWidget(self._pages)
        self.page_link = self.add_link("page", translate("SurviveCard", "Trade-off"))
        self.better_link = self.add_link(
            "better",
            translate("SurviveCard", "Less is better"),
            translate("SurviveCard", "Turns which scenario is the best one"),
        )
        self._connect()

    def show_about(self, about: About, run: ShownRun) -> None:
        """Tell of the scenarios on screen, unless that is told already."""
        if self._about is not None and about.outcome != self._about.outcome:
            self._is_turned = False
        self._about, self._run = about, run
        self._name_better()
        self._advance()

    def answer(self) -> Answered | None:
        """Return what is shown: the worlds, or the trade-off."""
        found = self.found
        if found is None:
            return None
        picture = (self.worlds if self._is_of_worlds else self.tradeoff.points).picture
        if picture is None:
            return None
        told = answer_of(found.survival)
        if not self._is_of_worlds and found.points is not None:
            told = tradeoff_answer(found.points)
        told = replace(told, sentence=_with(told.sentence, found.wanted.advice.left_out_text))
        return of_worlds(told, picture)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""
        self.worlds.set_theme(theme)
        self.tradeoff.set_theme(theme)

    def take_over(self, before: StudyCard) -> None:
        if isinstance(before, SurviveCard):
            self.tradeoff.take_over(before.tradeoff)
            self._show_page(before._pages.currentIndex())  # noqa: SLF001
        super().take_over(before)
        self._name_better()

    def tell_again(self) -> None:
        if self.found is not None:
            self._show(self.found)

    @property
    def _is_of_worlds(self) -> bool:
        return self._pages.currentIndex() == 0

    def _advance(self) -> None:
        """Ask for what is on screen, or wait until the hand rests."""
        wanted = self._of_screen()
        if wanted is None:
            self._show_no_advice()
        elif self.is_moving:
            self._runner.cancel()
            self._wanted = None
            self.show_state(translate("SurviveCard", "when the hand rests"))
        elif wanted != self._wanted:
            self._wanted = wanted
            self.show_progress(0.0)
            self._runner.ask(wanted.steps, cut=True)

    def _of_screen(self) -> Wanted | None:
        if self._run is None or self._about is None:
            return None
        drawn, left_out = with_levers(self._run, self._about.year)
        if not drawn:
            return None
        scenarios, colors = zip(*drawn, strict=True)
        among = (*worlds(), *self._own_worlds())
        self.tradeoff.show_worlds(among)
        targets = self._run.scenario.targets
        advice = Advice(
            scenarios, colors, self._about, self._better(self._about), targets, among, left_out
        )
        before = self.found
        is_known = before is not None and before.wanted.advice == advice
        known = before.survival if before is not None and is_known else None
        return Wanted(advice, self.tradeoff.weighed(self._about), known)

    def _own_worlds(self) -> tuple[World, ...]:
        """Return a world for each set of ranges and numbers among the scenarios that are open."""
        return own_worlds([each.scenario for each in self.parts.workspace.scenarios])

    def _show_no_advice(self) -> None:
        self._runner.cancel()
        self._wanted = None
        text = translate("SurviveCard", "No scenario on screen has levers of its own: move one.")
        if self._run is not None and self._about is not None:
            year = self._about.year
            text = left_out_sentence(with_levers(self._run, year)[1], year) or text
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
        self.found = found
        self.show_blank("")
        self.show_state("")
        self._show(found)

    def _show(self, found: Told) -> None:
        colors = found.wanted.advice.colors
        self.worlds.show_picture(world_table(found.survival, colors))
        self.tradeoff.show_points(found.points, found.missing, colors)
        self._say()
        self.answer_changed.emit()

    def _say(self) -> None:
        if self.found is None:
            return
        found, points = self.found, self.found.points
        left_out = found.wanted.advice.left_out_text
        if self._is_of_worlds:
            self.show_line(card_line(found.survival))
            self.show_sentence(_with(sentence(found.survival), left_out))
        else:
            self.show_line(tradeoff_line() if points else "")
            self.show_sentence(_with(tradeoff_sentence(points), left_out) if points else "")

    def _on_page(self) -> None:
        self._show_page(1 - self._pages.currentIndex())
        self._say()
        self.answer_changed.emit()

    def _show_page(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        self.page_link.setText(
            translate("SurviveCard", "Worlds") if page else translate("SurviveCard", "Trade-off")
        )

    def _on_better(self) -> None:
        self._is_turned = not self._is_turned
        self._name_better()
        self._advance()

    def _better(self, about: About) -> "Better":
        """Return which side is better: the one of the outcome, or the other one."""
        declared = model().outcomes[about.outcome].better
        other: Better = "less" if declared == "more" else "more"
        return other if self._is_turned else declared

    def _name_better(self) -> None:
        """Offer the other side."""
        more, less = (
            translate("SurviveCard", "More is better"),
            translate("SurviveCard", "Less is better"),
        )
        is_more = self._about is None or self._better(self._about) == "more"
        self.better_link.setText(less if is_more else more)

    def _on_refused(self, why: str) -> None:
        self._show_nothing(as_sentence(why))

    def _on_canceled(self) -> None:
        self._runner.cancel()
        self._wanted = None
        self.show_state(translate("SurviveCard", "canceled"))

    def _connect(self) -> None:
        self._runner.computed.connect(self._on_computed)
        self._runner.progressed.connect(self.show_progress)
        self._runner.refused.connect(self._on_refused)
        self.canceled.connect(self._on_canceled)
        self.page_link.clicked.connect(self._on_page)
        self.better_link.clicked.connect(self._on_better)
        self.tradeoff.chosen.connect(self._advance)


def _with(said: str, left_out: str) -> str:
    return sentences((said, left_out))
