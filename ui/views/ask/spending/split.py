"""The card that splits a budget: the frontier, what each use gets, and Apply. Floor: views."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker

from planner.ensemble.progress import Steps
from planner.ensemble.projection import inputs_of
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.spending.instrument import SpendingError
from planner.studies.split.question import Question
from planner.studies.split.result import SplitAnswer
from planner.studies.split.split import split_of
from ui.charts.spending.split_picture import in_order, split_picture
from ui.engine.answered import Answered
from ui.engine.shown_run import ShownRun
from ui.print.answers.drawn import with_spending
from ui.views.ask.spending.bounds import BoundsButton
from ui.views.ask.spending.card import Asked, SpendingCard
from ui.views.ask.spending.fields import KindButton, TotalBox
from ui.views.ask.spending.goal import GoalChoice
from ui.views.ask.study_card import AskParts, StudyCard
from ui.wording.answers.spending.answer import SPLIT, split_answer
from ui.wording.answers.spending.names import money
from ui.wording.answers.spending.split import sentence

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

BUDGET: Final = 500.0


class SplitCard(SpendingCard):
    """Finds the best split of a budget over places and instruments."""

    key = SPLIT

    def __init__(self, parts: AskParts) -> None:
        super().__init__(translate("SplitCard", "How to split a budget?"), parts)
        first, last = self.fields.first, self.fields.last
        self.budget = self.fields.add_amount(translate("SplitCard", "Budget"), BUDGET)
        self.total, self.kinds = TotalBox(), KindButton(("vouchers",))
        self.bounds, self.goals = BoundsButton(), GoalChoice()
        self.fields.add_row(
            (
                self.budget,
                self.total,
                translate("SplitCard", "from"),
                first,
                translate("SplitCard", "to"),
                last,
            )
        )
        self.fields.add_row(
            (translate("SplitCard", "for"), self.kinds, translate("SplitCard", "each"), self.bounds)
        )
        self.fields.add_row((translate("SplitCard", "best for"), self.goals))
        self.add_view()
        self.apply_link = self.add_link(
            "apply",
            translate("SplitCard", "Apply"),
            translate("SplitCard", "Spend the best split in this scenario, as one step"),
        )
        self.apply_link.setEnabled(False)
        self.bounds.show_among(self.kinds.instruments)
        self._connect()

    def asked(self, about: About, run: ShownRun) -> Asked:
        """Return what is asked of the run on screen. Raises SpendingError."""
        bounds, best, years = self.bounds.bounds, self.goals.best(about), self.fields.years
        budget = self.fields.value(self.budget)
        question = Question(
            run.scenario,
            best.about,
            budget=budget / years.count if self.total.is_total else budget,
            years=years,
            among=self.kinds.instruments,
            least=bounds.least,
            most=bounds.most,
            least_each=bounds.least_each,
            most_each=bounds.most_each,
            least_place=bounds.least_place,
            goal=best.level,
            sense=best.sense,
        )
        return Asked(question, partial(_split, question))

    def show_about(self, about: About, run: ShownRun) -> None:
        """Answer for the run on screen, with its targets as what a split may be best for."""
        self.goals.show_about(about, run)
        super().show_about(about, run)

    def take_over(self, before: StudyCard) -> None:
        if isinstance(before, SplitCard):
            with QSignalBlocker(self.total):
                self.total.setCurrentIndex(before.total.currentIndex())
            self.kinds.take_over(before.kinds)
            self.bounds.bounds = before.bounds.bounds
            self.bounds.show_among(self.kinds.instruments)
            self.goals.take_over(before.goals)
        super().take_over(before)

    def tell_again(self) -> None:
        self.total.tell_again()
        self.bounds.tell_again()
        self.goals.tell_again()
        super().tell_again()

    def show_links(self) -> None:
        """Offer to apply what was found of the scenario on screen, once."""
        found, run = self.found, self._run
        self.apply_link.setEnabled(
            isinstance(found, SplitAnswer)
            and run is not None
            and found.best.spent > 0
            and inputs_of(run.scenario) == inputs_of(found.question.scenario)
        )

    def is_answered(self, question: object) -> bool:
        """Tell whether the answer has just been applied: it is not asked for once more on top."""
        found = self.found
        if not isinstance(found, SplitAnswer) or not isinstance(question, Question):
            return False
        is_applied = inputs_of(question.scenario) == inputs_of(found.made)
        return is_applied and question == replace(found.question, scenario=question.scenario)

    def show_found(self) -> None:
        """Show the split."""
        found = self.found
        if isinstance(found, SplitAnswer):
            self.show_picture(split_picture(found), sentence(found))

    def answer(self) -> Answered | None:
        """Return the split that is shown."""
        if not isinstance(self.found, SplitAnswer) or self.shown is None:
            return None
        told = split_answer(self.found)
        return with_spending(told, self.shown, self.color)

    def _on_chosen(self, number: int) -> None:
        """Show the lever of a use that was clicked."""
        if isinstance(self.found, SplitAnswer):
            self.control_wanted.emit(in_order(self.found)[number].instrument.lever)

    def _on_taken(self, number: int) -> None:
        """Split the budget of a point of the frontier that was clicked."""
        if isinstance(self.found, SplitAnswer):
            years = self.found.question.years
            budget = self.found.frontier[number].spent
            if budget <= 0:
                return
            self.fields.put(self.budget, budget * years.count if self.total.is_total else budget)
            self.ask_anew()

    def _on_kinds(self) -> None:
        self.bounds.show_among(self.kinds.instruments)
        self.ask_anew()

    def _on_total(self, _number: int) -> None:
        """Tell the same budget in the other way."""
        try:
            count = self.fields.years.count
        except SpendingError:
            return
        factor = count if self.total.is_total else 1 / count
        self.fields.put(self.budget, self.fields.value(self.budget) * factor)
        self.ask_anew()

    def _connect(self) -> None:
        self.total.currentIndexChanged.connect(self._on_total)
        self.kinds.chosen.connect(self._on_kinds)
        self.bounds.bounded.connect(self.ask_anew)
        self.goals.chosen.connect(self.ask_anew)
        self.goals.refused.connect(self.parts.tell)
        self.view.chosen.connect(self._on_chosen)
        self.view.taken.connect(self._on_taken)
        self.apply_link.clicked.connect(self.apply)

    def apply(self) -> None:
        """Spend the best split in the scenario on screen, as one step that can be undone."""
        found, current = self.found, self.parts.current
        if not isinstance(found, SplitAnswer):
            return
        if inputs_of(current.scenario) != inputs_of(found.question.scenario):
            self.parts.tell(
                translate(
                    "SplitCard", "The scenario has changed since; the split is asked for anew."
                )
            )
            self.ask_anew()
            return
        current.edit(partial(_spent, found), found.made)


def _split(question: Question, _engine: "Projector") -> Steps[SplitAnswer]:
    return split_of(question)


def _spent(found: SplitAnswer) -> str:
    text = translate("SplitCard", "Split of {budget} a year")
    return text.format(budget=money(found.question.budget))
