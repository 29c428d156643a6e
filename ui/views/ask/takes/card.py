"""The card "What does it take?": the least change of levers that reaches what is wanted.

While a hand moves it waits; at rest it solves anew. One lever is solved in the thread of what
follows the hand, several in that of long studies, where the answer is held to the variants of the
model, too. Apply is one step that can be undone. Floor: views.
"""

from dataclasses import replace
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from planner.model.scenario import Scenario, ScenarioError
from planner.studies.answers.about import About, AboutError
from planner.studies.solve.handle import Handle, SolveError, moved
from planner.studies.solve.question import Goal, Question, checked
from planner.studies.solve.solution import Held, Solution
from planner.studies.solve.solve import in_variants, solve
from ui.charts.takes.drawing import drawing_of
from ui.engine.answered import Answered
from ui.engine.shown_run import ShownRun
from ui.print.answers.drawn import with_curve
from ui.style.theme import Theme
from ui.views.ask.study_card import AskParts, StudyCard
from ui.views.ask.takes.bounds import BoundsRow
from ui.views.ask.takes.curve_view import CurveView
from ui.views.ask.takes.goal import GoalRow
from ui.views.ask.takes.levers import LeversRow
from ui.views.ask.takes.sentences import SentencesLabel
from ui.views.ask.takes.wish import Wish, usual_wish
from ui.wording.answers.solve import answer_text, change_text
from ui.wording.answers.solve_answer import KEY, answer_of, more_sentences
from ui.wording.figures.units import units

if TYPE_CHECKING:
    from planner.quantities.unit_system import UnitSystem

_QUICK: Final = 1.0
_AT_ONCE: Final = 0.4
"""Seconds that nobody has to be told of."""


class TakesCard(StudyCard):
    """Asks what is wanted, shows the share of futures over the lever, and applies the answer."""

    key = KEY

    def __init__(self, parts: AskParts) -> None:
        title = QCoreApplication.translate("TakesCard", "What does it take?")
        super().__init__(title, parts)
        self._about: About | None = None
        self._run: ShownRun | None = None
        self._wish: Wish | None = None
        self._asked: Question | None = None
        self._solution: Solution | None = None
        self._held: tuple[Held, ...] = ()
        self._since = 0.0
        self._shown: tuple[About | None, Wish | None, UnitSystem] | None = None
        self.goal = GoalRow(parts.workspace)
        self.levers = LeversRow()
        self.bounds = BoundsRow()
        self.curve = CurveView(parts.theme)
        self.more = SentencesLabel()
        self._quick = parts.studies.runner("live", self, SolveError, AboutError, ScenarioError)
        self._long = parts.studies.runner("long", self, SolveError, AboutError, ScenarioError)
        self._variants = parts.studies.runner("long", self, SolveError)
        self._fill_body()
        self._connect()

    def show_about(self, about: About, run: ShownRun) -> None:
        """Answer for another outcome, year or run, once no hand moves."""
        if about != self._about or self._wish is None:
            self._wish = usual_wish(about, run, self._wish)
        self._about, self._run = about, run
        self._show_wish()
        if self.is_moving:
            self._stop()
        else:
            self._ask()

    def answer(self) -> Answered | None:
        """Return the answer that is shown, with its curve."""
        if self._solution is None or self._run is None:
            return None
        answer = answer_of(self._solution, self._held)
        return with_curve(answer, self._solution, self._run.own)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of a theme."""
        self.curve.set_theme(theme)

    def apply(self) -> None:
        """Move the levers of the scenario on screen to the answer, as one step."""
        found = self._solution
        if found is None or found.status != "reached":
            return
        scenario = self.parts.current.scenario
        for move in found.moved:
            scenario = moved(scenario, move.handle.name, move.after)
        text = self.tr("Apply: {change}").format(change=change_text(found))
        self.parts.current.edit(text, scenario)
        self.parts.tell(text)

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
        if about is None or run is None or wish is None:
            return None
        scenario, level = run.scenario, self._level(wish)
        below = replace(run.below.scenario, futures=scenario.futures, targets=())
        is_other = below.levers != scenario.levers or below.assumptions != scenario.assumptions
        asked = Question(
            replace(scenario, targets=()),
            Goal(about, wish.sense, level),
            tuple(map(wish.handle, wish.levers)),
            wish.share,
            below if is_other and below.last_year >= about.year else None,
        )
        return checked(asked)

    def _level(self, wish: Wish) -> float | Scenario:
        """Return the level that is wanted; the number where the other scenario was closed."""
        other = self.goal.document(wish.other) if wish.other else None
        return wish.level if other is None else replace(other.scenario, targets=())

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
        self.levers.show_levers(self._wish.levers)
        first, *others = self._wish.levers
        self.bounds.show_handle(None if others else self._wish.handle(first))

    def _show_solution(self) -> None:
        found = self._solution
        if found is None or self._run is None:
            return
        self.curve.show_drawing(drawing_of(found, self._run.own))
        self.show_sentence(answer_text(found))
        self.more.show_sentences(more_sentences(found, self._held))
        self.links["apply"].setVisible(found.status == "reached")
        self.answer_changed.emit()

    def _refuse(self, sentence: str) -> None:
        self._stop()
        self._solution = None
        self.links["apply"].hide()
        self.show_state("")
        self.show_blank(sentence)
        self.answer_changed.emit()

    def _on_wished(self, wish: Wish) -> None:
        self._wish = wish
        self._show_wish()
        self._ask()

    def _on_levers(self, names: tuple[str, ...]) -> None:
        if self._wish is not None:
            self._on_wished(replace(self._wish, levers=names))

    def _on_bounded(self, handle: Handle) -> None:
        if self._wish is not None:
            self._on_wished(self._wish.within(handle))

    def _on_refused(self, sentence: str) -> None:
        self._shown = None
        self.show_sentence(sentence)

    def _on_solved(self, found: Solution) -> None:
        if found.question != self._asked:
            return
        self._solution = found
        seconds = monotonic() - self._since
        quick = self.tr("under 1 s")
        told = self.tr("{seconds} s").format(seconds=f"{seconds:.1f}")
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
        self.show_state(self.tr("canceled"))

    def _on_settled(self) -> None:
        if self._run is not None and not self.is_moving:
            self._ask()

    def _on_failed(self, trace: str) -> None:
        self._refuse(self.tr("This could not be worked out: {line}").format(line=_last(trace)))

    def _connect(self) -> None:
        self.goal.wished.connect(self._on_wished)
        self.goal.refused.connect(self._on_refused)
        self.levers.chosen.connect(self._on_levers)
        self.bounds.bounded.connect(self._on_bounded)
        self.bounds.refused.connect(self._on_refused)
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
        self.body.addWidget(self.goal)
        row = QHBoxLayout()
        row.addWidget(self.levers, 1)
        row.addWidget(self.bounds)
        self.body.addLayout(row)
        self.body.addWidget(self.curve, 1)
        self.body.addWidget(self.more)
        tip = self.tr("Move the levers of the scenario there, as one step")
        self.add_link("apply", self.tr("Apply"), tip).clicked.connect(self.apply)
        self.links["apply"].hide()


def _last(trace: str) -> str:
    return trace.strip().splitlines()[-1] if trace.strip() else ""
