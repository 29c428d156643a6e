"""The card that tells what money buys: the next enterprise over the budget, and all uses beside.

A click on a use looks at that one. A place has a panel of its own, with its fund and what the
network does there; one that is asked about is shown first. Floor: views.
"""

from collections.abc import Callable
from functools import partial
from math import isfinite
from typing import TYPE_CHECKING, Final

from planner.ensemble.progress import Steps
from planner.ensemble.projection import inputs_of
from planner.model.indices import AREAS
from planner.model.scenario import Scenario, ScenarioError
from planner.model.sums import members
from planner.quantities.told.lists import as_sentence
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.money.applied import with_amount, with_enough
from planner.studies.money.money import money_of
from planner.studies.money.question import MoneyQuestion
from planner.studies.money.result import Costs, MoneyAnswer
from planner.studies.spending.instrument import (
    Instrument,
    all_instruments,
    in_places,
    instruments_of,
)
from ui.charts.spending.money_picture import money_picture
from ui.documents.commands import Saying
from ui.engine.answered import Answered
from ui.engine.shown_run import ShownRun
from ui.print.answers.drawn import with_spending
from ui.views.ask.spending.card import Asked, SpendingCard
from ui.views.ask.spending.fields import ONCE, unit_a_year
from ui.views.ask.study_card import AskParts, StudyCard
from ui.widgets.fields.choice_box import ChoiceBox
from ui.widgets.label import label
from ui.wording.answers.spending.answer import MONEY, money_answer
from ui.wording.answers.spending.money import sentence
from ui.wording.answers.spending.names import instrument_name, money, plain_money
from ui.wording.elements import element_name

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
    """Tells the cost of one more enterprise by instrument, on average and of the next one.

    It tells it of all places, or of one with all that money can go to there.
    """

    key = MONEY
    CHOSEN = (*SpendingCard.CHOSEN, "looked_at")

    def __init__(self, parts: AskParts) -> None:
        super().__init__(translate("MoneyCard", "What does a yuan buy?"), parts)
        first, last = self.fields.first, self.fields.last
        self.looked_at = _FIRST
        self.amount = self.fields.add_amount(translate("MoneyCard", "Amount a year"), AMOUNT)
        self.worth = self.fields.add_amount(
            translate("MoneyCard", "Worth of an enterprise"), WORTH, ONCE
        )
        self.places = ChoiceBox()
        self.places.setAccessibleName(translate("MoneyCard", "Places"))
        self.places.addItem(translate("MoneyCard", "all places"), "")
        for place in AREAS:
            self.places.addItem(element_name(place), place)
        self._unit = label(unit_a_year(), look="muted")
        more = (
            self.amount,
            self._unit,
            translate("MoneyCard", "more from"),
            first,
            translate("MoneyCard", "to"),
            last,
        )
        self.fields.add_row(more)
        self.fields.add_row(
            (
                translate("MoneyCard", "in"),
                self.places,
                translate("MoneyCard", "one enterprise is worth"),
                self.worth,
            )
        )
        self.add_view()
        self.spend_link = self.add_link(
            "spend", "", translate("MoneyCard", "Spend so much more in this scenario, as one step")
        )
        self.enough_link = self.add_link(
            "enough",
            "",
            translate(
                "MoneyCard",
                "Set the budget to where the next enterprise costs what it is worth, as one step",
            ),
        )
        self.spend_link.hide()
        self.enough_link.hide()
        self.places.activated.connect(self._on_place)
        self.view.chosen.connect(self._on_chosen)
        self.spend_link.clicked.connect(self.spend)
        self.enough_link.clicked.connect(self.set_enough)

    def show_about(self, about: About, run: ShownRun) -> None:
        """Tell of the place that is asked about alone, where it is one."""
        if self._about is None or about.element != self._about.element:
            place = about.element if about.element in AREAS else ""
            self.places.setCurrentIndex(self.places.findData(place))
            if members(about.element)[0]:
                self.looked_at = Instrument("vouchers", members(about.element)[0])
        super().show_about(about, run)

    def asked(self, about: About, run: ShownRun) -> Asked:
        """Return what is asked of the run on screen. Raises SpendingError."""
        question = MoneyQuestion(
            run.scenario,
            about.year,
            amount=self.fields.value(self.amount),
            years=self.fields.years,
            among=among_of(self.places.currentData()),
            worth=self.fields.value(self.worth),
        )
        return Asked(question, partial(_money, question))

    def take_over(self, before: StudyCard) -> None:
        if isinstance(before, MoneyCard):
            self.places.setCurrentIndex(before.places.currentIndex())
        super().take_over(before)

    def tell_again(self) -> None:
        self._unit.setText(unit_a_year())
        super().tell_again()

    def show_found(self) -> None:
        """Show what money buys."""
        found = self.found
        if not isinstance(found, MoneyAnswer):
            return
        among = found.question.among
        place = self._place_in(found)
        self.looked_at = among[place]
        self.show_picture(money_picture(found, place), sentence(found, place))

    def answer(self) -> Answered | None:
        """Return what money buys in all uses, with the picture of the one looked at."""
        if not isinstance(self.found, MoneyAnswer) or self.shown is None:
            return None
        told = money_answer(self.found)
        return with_spending(told, self.shown, self.color)

    def spend(self) -> None:
        """Spend the amount on what is looked at, as one step that can be undone."""
        found = self._answered()
        if found is not None:
            costs = self._costs(found)
            saying = partial(_spent, costs.instrument, costs.at(found.question.amount).amount)
            self._edit(saying, partial(with_amount, found, costs))

    def set_enough(self) -> None:
        """Set the budget that is looked at to what is enough, as one step that can be undone."""
        found = self._answered()
        if found is not None:
            costs = self._costs(found)
            budget = costs.enough.median if costs.enough else 0.0
            saying = partial(_enough, costs.instrument, budget)
            self._edit(saying, partial(with_enough, found, costs))

    def _edit(self, saying: Saying, made: Callable[[], Scenario | None]) -> None:
        """Apply as one step; a lever that would leave its range is told instead."""
        try:
            scenario = made()
        except ScenarioError as error:
            self.parts.tell(as_sentence(str(error)))
            return
        if scenario is not None:
            self.parts.current.edit(saying, scenario)
            self.parts.tell(saying())

    def _answered(self) -> MoneyAnswer | None:
        """Return the answer if it is of the scenario on screen; else ask anew."""
        found, current = self.found, self.parts.current
        if not isinstance(found, MoneyAnswer):
            return None
        if inputs_of(current.scenario) != inputs_of(found.question.scenario):
            self.parts.tell(
                translate("MoneyCard", "The scenario has changed since; it is asked for anew.")
            )
            self.ask_anew()
            return None
        return found

    def _costs(self, found: MoneyAnswer) -> Costs:
        return found.costs[self._place_in(found)]

    def _place_in(self, found: MoneyAnswer) -> int:
        """Return which use of an answer is looked at: its first where that is of another place."""
        among = found.question.among
        return among.index(self.looked_at) if self.looked_at in among else 0

    def show_links(self) -> None:
        """Offer to spend the amount, and to set a budget where one is just enough."""
        found = self.found
        is_there = isinstance(found, MoneyAnswer) and self._run is not None
        self.spend_link.setVisible(is_there)
        self.enough_link.setVisible(False)
        if not isinstance(found, MoneyAnswer) or self._run is None:
            return
        costs = self._costs(found)
        amount = plain_money(costs.at(found.question.amount).amount)
        self.spend_link.setText(translate("MoneyCard", "Add {amount}").format(amount=amount))
        if costs.enough is not None and isfinite(costs.enough.median):
            budget = plain_money(costs.enough.median)
            self.enough_link.setText(
                translate("MoneyCard", "Set to {budget}").format(budget=budget)
            )
            self.enough_link.setVisible(True)
        is_own = inputs_of(self._run.scenario) == inputs_of(found.question.scenario)
        for each in (self.spend_link, self.enough_link):
            each.setEnabled(is_own)

    def _on_place(self, _row: int) -> None:
        place = self.places.currentData()
        self.looked_at = Instrument("vouchers", place) if place else _FIRST
        self.ask_anew()

    def _on_chosen(self, number: int) -> None:
        """Look at a use that was clicked."""
        if isinstance(self.found, MoneyAnswer):
            self.looked_at = self.found.question.among[number]
            self.show_found()
            self.show_links()
            self.answer_changed.emit()


def among_of(place: str) -> tuple[Instrument, ...]:
    """Return what money can go to in a place; empty for all of them, the funds by Beijing's."""
    if not place:
        return AMONG
    return in_places(all_instruments(), (place,))


def _money(question: MoneyQuestion, _engine: "Projector") -> Steps[MoneyAnswer]:
    return money_of(question)


def _spent(instrument: Instrument, amount: float) -> str:
    text = translate("MoneyCard", "{name}: {amount} more a year")
    return text.format(name=instrument_name(instrument), amount=money(amount))


def _enough(instrument: Instrument, budget: float) -> str:
    text = translate("MoneyCard", "{name}: {budget} a year")
    return text.format(name=instrument_name(instrument), budget=money(budget))
