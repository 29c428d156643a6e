"""The card that splits a budget: the frontier, what each use gets, and Apply. Floor: views."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from planner.ensemble.progress import Steps
from planner.ensemble.projection import inputs_of
from planner.model.graph import model
from planner.quantities.shown import with_unit
from planner.studies.answers.about import About
from planner.studies.split.question import Question
from planner.studies.split.result import SplitAnswer
from planner.studies.split.split import split_of
from ui.charts.spending.split_picture import in_order, split_picture
from ui.engine.answered import Answered
from ui.engine.shown_run import ShownRun
from ui.views.ask.spending_card import ASPECT, Asked, SpendingCard, painting
from ui.views.ask.spending_fields import KindButton, unit_a_year
from ui.views.ask.study_card import AskParts
from ui.wording.answers.spending.answer import SPLIT, split_answer
from ui.wording.answers.spending.names import money
from ui.wording.answers.spending.split import sentence
from ui.wording.figures.units import form_of
from ui.wording.figures.values import value_text
from ui.wording.sentences.window import window_speech

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

BUDGET: Final = 500.0
MOST: Final = 200.0


class SplitCard(SpendingCard):
    """Finds the best split of a budget over places and instruments."""

    key = SPLIT

    def __init__(self, parts: AskParts) -> None:
        super().__init__(QCoreApplication.translate("SplitCard", "How to split a budget?"), parts)
        tr = self.tr
        self.budget = self.fields.add_amount(tr("Budget a year"), BUDGET)
        self.most = self.fields.add_amount(tr("At most for each"), MOST)
        self.kinds = KindButton(("vouchers",))
        self.fields.add_row((self.budget, unit_a_year(), tr("at most"), self.most, tr("each")))
        first, last = self.fields.first, self.fields.last
        self.fields.add_row((tr("from"), first, tr("to"), last, tr("for"), self.kinds))
        self.goals = QComboBox()
        self.goals.setAccessibleName(tr("Best for"))
        self.goals.addItem(tr("the most added"), None)
        self._goal_row = self.fields.add_row((tr("best for"), self.goals))
        self._goal_row.hide()
        self.goals.activated.connect(self._on_goal)
        self.kinds.chosen.connect(self.ask_anew)
        self.view.chosen.connect(self._on_chosen)
        self.apply_link = self.add_link(
            "apply", tr("Apply"), tr("Spend the best split in this scenario, as one step")
        )
        self.apply_link.clicked.connect(self.apply)
        self.apply_link.setEnabled(False)

    def asked(self, about: About, run: ShownRun) -> Asked:
        """Return what is asked of the run on screen. Raises SpendingError."""
        question = Question(
            run.scenario,
            about,
            budget=self.fields.value(self.budget),
            years=self.fields.years,
            among=self.kinds.instruments,
            most_each=self.fields.value(self.most),
            goal=self.goals.currentData(),
        )
        return Asked(question, partial(_split, question))

    def show_about(self, about: About, run: ShownRun) -> None:
        """Answer for the run on screen; what is applied can be applied only once."""
        self._offer(about, _goals(about, run))
        super().show_about(about, run)
        found = self.found
        self.apply_link.setEnabled(
            isinstance(found, SplitAnswer)
            and found.best.spent > 0
            and inputs_of(run.scenario) == inputs_of(found.question.scenario)
        )

    def is_answered(self, question: object) -> bool:
        """Tell whether the answer has just been applied: it is not asked for once more on top."""
        found = self.found
        if not isinstance(found, SplitAnswer) or not isinstance(question, Question):
            return False
        applied = Question(
            found.made,
            found.question.about,
            found.question.budget,
            found.question.years,
            found.question.among,
            most_each=found.question.most_each,
            goal=found.question.goal,
        )
        return _as_asked(question) == _as_asked(applied)

    def show_found(self) -> None:
        """Show the split."""
        found = self.found
        if isinstance(found, SplitAnswer):
            speech = window_speech()
            self.apply_link.setEnabled(found.best.spent > 0)
            self.show_picture(split_picture(found, speech), sentence(found, speech))

    def answer(self) -> Answered | None:
        """Return the split that is shown."""
        if not isinstance(self.found, SplitAnswer) or self.shown is None:
            return None
        told = split_answer(self.found, window_speech())
        return Answered(told, painting(self.shown, self.color), ASPECT, is_wide=True)

    def _offer(self, about: About, goals: tuple[float, ...]) -> None:
        """Offer the targets of the scenario that are of the outcome in the year."""
        known = tuple(self.goals.itemData(row) for row in range(1, self.goals.count()))
        if goals == known:
            return
        while self.goals.count() > 1:
            self.goals.removeItem(1)
        for each in goals:
            form = form_of(model().outcomes[about.outcome].told_in)
            level = value_text(each * form.factor, form, window_speech().numerals)
            unit = window_speech().unit(form.shown)
            self.goals.addItem(
                self.tr("reaching {level}").format(level=with_unit(level, unit)), each
            )
        self._goal_row.setVisible(bool(goals))

    def _on_chosen(self, number: int) -> None:
        """Show the lever of a use that was clicked."""
        if isinstance(self.found, SplitAnswer):
            self.control_wanted.emit(in_order(self.found)[number].instrument.lever)

    def _on_goal(self, _row: int) -> None:
        self.ask_anew()

    def apply(self) -> None:
        """Spend the best split in the scenario on screen, as one step that can be undone."""
        found, current = self.found, self.parts.current
        if not isinstance(found, SplitAnswer):
            return
        if inputs_of(current.scenario) != inputs_of(found.question.scenario):
            self.parts.tell(self.tr("The scenario has changed since; the split is asked for anew."))
            self.ask_anew()
            return
        text = self.tr("Split of {budget} a year")
        name = text.format(budget=money(found.question.budget, window_speech()))
        current.edit(name, found.made)


def _goals(about: About, run: ShownRun) -> tuple[float, ...]:
    """Return the levels that the outcome is to reach in the year, by targets of the scenario."""
    return tuple(
        each.level
        for each in run.scenario.targets
        if (each.outcome, each.element, each.sense) == (*about.pair, "at least")
        and each.year in (None, about.year)
        and isinstance(each.level, float | int)
    )


def _as_asked(question: Question) -> tuple[object, ...]:
    """Return all that a split depends on."""
    bounds = question.years, question.among, question.most_each, question.goal
    return inputs_of(question.scenario), question.about, question.budget, *bounds


def _split(question: Question, _engine: "Projector") -> Steps[SplitAnswer]:
    return split_of(question)
