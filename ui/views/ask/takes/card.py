"""The card "What does it take?": the least change of levers that reaches what is wanted.

While a hand moves it waits; at rest it solves anew. One lever is solved in the thread of what
follows the hand, several in that of long studies, where the answer is held to the variants of the
model, too. Apply is one step that can be undone. Floor: views.
"""

from dataclasses import replace
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final

from planner.ensemble.projection import inputs_of
from planner.model.scenario import ScenarioError
from planner.quantities.told.lists import as_sentence
from planner.quantities.told.numerals import fixed, numerals
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About, AboutError
from planner.studies.solve.handle import Handle, SolveError, moved
from planner.studies.solve.question import HANDLES_AT_MOST, Question, as_tried
from planner.studies.solve.solution import Held, Solution
from planner.studies.solve.solve import in_variants, solve
from ui.charts.takes.drawing import drawing_of
from ui.engine.answered import Answered
from ui.engine.shown_run import ShownRun
from ui.print.answers.drawn import with_curve
from ui.style.theme import Theme
from ui.views.ask.study_card import AskParts, StudyCard
from ui.views.ask.takes.asked import question_of
from ui.views.ask.takes.curve_view import CurveView
from ui.views.ask.takes.goal import GoalRow
from ui.views.ask.takes.levers import LeverRows
from ui.views.ask.takes.offers import Offer
from ui.views.ask.takes.sentences import SentencesLabel
from ui.views.ask.takes.wish import Wish, has_level, is_still_meant, usual_wish
from ui.wording.answers.solve import answer_text, change_text, lever_text
from ui.wording.answers.solve_answer import KEY, answer_of, more_sentences
from ui.wording.figures.units import units
from ui.wording.literal import literal_tip

if TYPE_CHECKING:
    from planner.quantities.unit_system import UnitSystem

_QUICK: Final = 1.0
_AT_ONCE: Final = 0.4
"""Seconds that nobody has to be told of."""


class TakesCard(StudyCard):
    """Asks what is wanted, shows the share of futures over the lever, and applies the answer."""

    key = KEY
    CHOSEN = ("_about", "_run", "_wish", "_lacks_level")
    FOUND = ("_asked", "_solution", "_held", "_since")

    def __init__(self, parts: AskParts) -> None:
        title = translate("TakesCard", "What does it take?")
        super().__init__(title, parts)
        self._about: About | None = None
        self._run: ShownRun | None = None
        self._wish: Wish | None = None
        self._lacks_level = False
        self._asked: Question | None = None
        self._solution: Solution | None = None
        self._held: tuple[Held, ...] = ()
        self._since = 0.0
        self._shown: tuple[About | None, Wish | None, UnitSystem] | None = None
        self.goal = GoalRow(parts.workspace)
        self.levers = LeverRows()
        self.curve = CurveView(parts.theme)
        self.more = SentencesLabel()
        self._quick = parts.studies.runner("live", self, SolveError, AboutError, ScenarioError)
        self._long = parts.studies.runner("long", self, SolveError, AboutError, ScenarioError)
        self._variants = parts.studies.runner("check", self, SolveError)
        self._fill_body()
        self._connect()

    def show_about(self, about: About, run: ShownRun) -> None:
        """Answer for another outcome, year or run, once no hand moves."""
        before = run if self._run is None else self._run
        if (
            about != self._about
            or self._wish is None
            or self._lacks_level
            or not is_still_meant(self._wish, about, before.scenario, run.scenario)
        ):
            self._wish = usual_wish(about, run, self._wish, self._about)
            self._lacks_level = not has_level(about, run)
        self._about, self._run = about, run
        self._show_wish()
        if self.is_moving:
            self._stop()
            self.show_state(translate("TakesCard", "when the hand rests"))
        else:
            self._ask()

    def answer(self) -> Answered | None:
        """Return the answer that is shown, with its curve.

        Its question is of the futures that were tried; the run tells how many the scenario has.
        """
        if self._solution is None or self._run is None:
            return None
        stamp = replace(self._solution.stamp, of=self._run.scenario.futures)
        answer = answer_of(replace(self._solution, stamp=stamp), self._held)
        return with_curve(answer, self._solution, self._run.own)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of a theme."""
        self.curve.set_theme(theme)

    def tell_again(self) -> None:
        self._show_wish()
        self._show_solution()

    def apply(self) -> None:
        """Move the levers of the scenario on screen to the answer, as one step."""
        found, scenario = self._solution, self.parts.current.scenario
        if found is None or found.status != "reached":
            return
        if inputs_of(as_tried(scenario)) != inputs_of(found.question.scenario):
            self.parts.tell(
                translate("TakesCard", "The scenario has changed since; it is asked anew.")
            )
            self._ask()
            return
        for move in found.moved:
            scenario = moved(scenario, move.handle.name, move.after)
        self.parts.current.edit(partial(_applied, found), scenario)
        self.parts.tell(_applied(found))

    def _ask(self) -> None:
        """Solve the question, unless it is the one that was asked last."""
        try:
            question = self._question()
        except (SolveError, AboutError, ScenarioError) as error:
            self._refuse(str(error))
            return
        if question is None or question == self._asked:
            return
        self._stop()
        self._asked, self._solution, self._held = question, None, ()
        self._since = monotonic()
        self.show_blank("")
        runner = self._quick if len(question.handles) == 1 else self._long
        runner.ask(partial(solve, question=question), cut=True)
        self.answer_changed.emit()

    def _question(self) -> Question | None:
        about, run, wish = self._about, self._run, self._wish
        if about is None or run is None or wish is None or self._lacks_level:
            return None
        return question_of(about, wish, run, self.goal.other(wish.other))

    def _stop(self) -> None:
        """Let what is no longer wanted end."""
        self._asked = None
        for runner in (self._quick, self._long, self._variants):
            if runner.is_busy:
                runner.cancel()

    def _show_wish(self) -> None:
        """Show what is wanted, unless it is what is shown: a hand may move."""
        wanted = (self._about, self._wish, units())
        if self._about is None or self._wish is None or wanted == self._shown:
            return
        self._shown = wanted
        self.goal.show_wish(self._about, self._wish)
        self.levers.show_handles(self._wish.handles)

    def _show_solution(self) -> None:
        found = self._solution
        if found is None or self._run is None:
            return
        self.curve.show_drawing(drawing_of(found, self._run.own))
        self.show_sentence(answer_text(found, is_short=True))
        self.more.show_sentences(more_sentences(found, self._held))
        self.links["apply"].setVisible(found.status == "reached")
        self._show_helper()
        self.answer_changed.emit()

    def _show_helper(self) -> None:
        """Offer the lever that would help most, where nothing reaches what is wanted."""
        name = self._helper()
        self.links["more"].setVisible(bool(name))
        text = translate("TakesCard", "Let {lever} move as well: it would help most")
        self.links["more"].setToolTip(
            literal_tip(text.format(lever=lever_text(name))) if name else ""
        )

    def _helper(self) -> str:
        found = self._solution
        held = None if found is None else found.held_back
        if found is None or held is None or len(found.moves) == HANDLES_AT_MOST:
            return ""
        return held.helps[0].handle.name if held.helps else ""

    def _refuse(self, sentence: str) -> None:
        self._stop()
        self._solution = None
        for each in self.links.values():
            each.hide()
        self.show_state("")
        self.show_blank(as_sentence(sentence))
        self.answer_changed.emit()

    def _on_wished(self, wish: Wish) -> None:
        self._wish = wish
        self._show_wish()
        self._ask()

    def _on_offered(self, offer: Offer) -> None:
        """Take what was chosen, and let all cards answer for its outcome and year."""
        is_elsewhere = offer.about != self._about
        self._wish, self._about = offer.wish, offer.about
        if is_elsewhere:
            self.about_wanted.emit(offer.about)
        else:
            self._on_wished(offer.wish)

    def _on_helped(self) -> None:
        name = self._helper()
        if name and self._wish is not None:
            self._on_levers((*self._wish.levers, name))

    def _on_levers(self, names: tuple[str, ...]) -> None:
        if self._wish is not None:
            self._on_wished(replace(self._wish, levers=names))

    def _on_bounded(self, handle: Handle) -> None:
        if self._wish is not None:
            self._on_wished(self._wish.within(handle))

    def _on_refused(self, sentence: str) -> None:
        """Say why something typed is not taken, and the answer again once it is given back."""
        found = self._solution
        answer = "" if found is None else answer_text(found, is_short=True)
        self.show_sentence(sentence or answer)

    def _on_solved(self, found: Solution) -> None:
        if found.question != self._asked:
            return
        self._solution = found
        seconds = monotonic() - self._since
        quick = translate("TakesCard", "under 1 s")
        told = translate("TakesCard", "{seconds} s").format(seconds=fixed(seconds, 1, numerals()))
        self.show_state(quick if seconds < _QUICK else told)
        self._show_solution()
        if found.status == "reached":
            self._variants.ask(partial(in_variants, solution=found), cut=True)

    def _on_progressed(self, share: float) -> None:
        """Tell how far it is where it is not there at once."""
        if monotonic() - self._since > _AT_ONCE:
            self.show_progress(share)

    def _on_held(self, held: tuple[Held, ...]) -> None:
        if self._solution is not None and self._solution.question == self._asked:
            self._held = held
            self._show_solution()

    def _on_canceled(self) -> None:
        self._stop()
        self.show_state(translate("TakesCard", "canceled"))

    def _on_settled(self) -> None:
        if self._run is not None and not self.is_moving:
            self._ask()

    def _on_failed(self, trace: str) -> None:
        self._refuse(
            translate("TakesCard", "This could not be worked out: {line}").format(line=_last(trace))
        )

    def _connect(self) -> None:
        self.goal.wished.connect(self._on_wished)
        self.goal.offered.connect(self._on_offered)
        self.goal.refused.connect(self._on_refused)
        self.levers.chosen.connect(self._on_levers)
        self.levers.bounded.connect(self._on_bounded)
        self.levers.refused.connect(self._on_refused)
        self.canceled.connect(self._on_canceled)
        self.parts.current.settled.connect(self._on_settled)
        for runner in (self._quick, self._long):
            runner.computed.connect(self._on_solved)
            runner.refused.connect(self._refuse)
            runner.failed.connect(self._on_failed)
            runner.progressed.connect(self._on_progressed)
        self._variants.computed.connect(self._on_held)

    def _fill_body(self) -> None:
        self.line.hide()
        self.question.addWidget(self.goal)
        self.question.addWidget(self.levers)
        self.body.addWidget(self.curve, 1)
        self.body.addWidget(self.more)
        tip = translate("TakesCard", "Move the levers of the scenario there, as one step")
        self.add_link("more", translate("TakesCard", "Add a lever")).clicked.connect(
            self._on_helped
        )
        self.add_link("apply", translate("TakesCard", "Apply"), tip).clicked.connect(self.apply)
        for each in self.links.values():
            each.hide()


def _last(trace: str) -> str:
    return trace.strip().splitlines()[-1] if trace.strip() else ""


def _applied(found: Solution) -> str:
    return translate("TakesCard", "Apply: {change}").format(change=change_text(found))
