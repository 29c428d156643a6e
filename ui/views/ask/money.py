"""The card that tells what money buys: the next enterprise over the budget, and all uses beside.

A click on a use looks at that one; a place that is asked about is looked at first. Floor: views.
"""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from planner.ensemble.progress import Steps
from planner.model.sums import members
from planner.studies.answers.about import About
from planner.studies.money.money import money_of
from planner.studies.money.question import MoneyQuestion
from planner.studies.money.result import MoneyAnswer
from planner.studies.spending.instrument import Instrument, instruments_of
from ui.charts.spending.money_picture import money_picture
from ui.engine.answered import Answered
from ui.engine.shown_run import ShownRun
from ui.views.ask.spending_card import ASPECT, Asked, SpendingCard, painting
from ui.views.ask.spending_fields import ONCE, unit_a_year
from ui.views.ask.study_card import AskParts
from ui.wording.answers.spending.answer import MONEY, money_answer
from ui.wording.answers.spending.money import sentence
from ui.wording.sentences.window import window_speech

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

AMOUNT: Final = 100.0
WORTH: Final = 100.0
AMONG: Final = (
    *instruments_of("vouchers"),
    *instruments_of("data"),
    Instrument("fund", "beijing"),
    *instruments_of("network"),
)
_FIRST: Final = Instrument("vouchers", "chengdu")


class MoneyCard(SpendingCard):
    """Tells the cost of one more enterprise by instrument, on average and of the next one."""

    key = MONEY

    def __init__(self, parts: AskParts) -> None:
        super().__init__(QCoreApplication.translate("MoneyCard", "What does a yuan buy?"), parts)
        tr = self.tr
        self.looked_at = _FIRST
        self.amount = self.fields.add_amount(tr("Amount a year"), AMOUNT)
        self.worth = self.fields.add_amount(tr("Worth of an enterprise"), WORTH, ONCE)
        first, last = self.fields.first, self.fields.last
        self.fields.add_row((self.amount, unit_a_year(), tr("more")))
        worth = (tr("one is worth"), self.worth)
        self.fields.add_row((tr("from"), first, tr("to"), last, *worth))
        self.view.chosen.connect(self._on_chosen)

    def show_about(self, about: About, run: ShownRun) -> None:
        """Look at the place that is asked about, where it has vouchers."""
        place = members(about.element)[0]
        if (self._about is None or about.element != self._about.element) and place:
            self._look_at(Instrument("vouchers", place))
        super().show_about(about, run)

    def asked(self, about: About, run: ShownRun) -> Asked:
        """Return what is asked of the run on screen. Raises SpendingError."""
        question = MoneyQuestion(
            run.scenario,
            about.year,
            amount=self.fields.value(self.amount),
            years=self.fields.years,
            among=AMONG,
            worth=self.fields.value(self.worth),
        )
        return Asked(question, partial(_money, question))

    def show_found(self) -> None:
        """Show what money buys."""
        found = self.found
        if not isinstance(found, MoneyAnswer):
            return
        speech, place = window_speech(), AMONG.index(self.looked_at)
        self.show_picture(money_picture(found, place, speech), sentence(found, place, speech))

    def answer(self) -> Answered | None:
        """Return what money buys in all uses, with the picture of the one looked at."""
        if not isinstance(self.found, MoneyAnswer) or self.shown is None:
            return None
        told = money_answer(self.found, window_speech())
        return Answered(told, painting(self.shown, self.color), ASPECT, is_wide=True)

    def _look_at(self, instrument: Instrument) -> None:
        if instrument in AMONG and instrument != self.looked_at:
            self.looked_at = instrument
            self.show_found()

    def _on_chosen(self, number: int) -> None:
        self._look_at(AMONG[number])


def _money(question: MoneyQuestion, _engine: "Projector") -> Steps[MoneyAnswer]:
    return money_of(question)
