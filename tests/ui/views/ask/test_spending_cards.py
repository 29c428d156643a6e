"""The cards about money: they answer once seen, follow their fields, and Apply is one step."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLineEdit

from planner.ensemble.progress import to_the_end
from planner.ensemble.projection import inputs_of
from planner.model.paths import mean_between
from planner.model.scenario import Scenario, lever_path, with_lever
from planner.model.targets.target import Target
from planner.studies.answers.about import About
from planner.studies.money.money import money_of
from planner.studies.spending.instrument import Instrument
from planner.studies.split.split import split_of
from ui.style.theme import DARK, LIGHT
from ui.views.ask.spending.fields import KindButton, SpendingFields
from ui.views.ask.spending.goal import Best
from ui.views.ask.spending.money import AMONG
from ui.widgets.fields.number_field import NumberField

A_MINUTE = 60_000
FEW = replace(with_lever(Scenario(title="Few"), "network_build_time", 3), futures=64)


def _card(drawn, qtbot, key):
    drawn.workspace.open(FEW, anew=True)
    drawn.window.actions_[f"ask_{key}"].trigger()
    card = drawn.ask.panel.cards[key]
    qtbot.waitUntil(lambda: card.found is not None, timeout=A_MINUTE)
    return card


def _type(qtbot, field: NumberField | QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, "\r")


def _painted(card) -> bool:
    answered = card.answer()
    image = QImage(460, 260, QImage.Format.Format_RGB32)
    image.fill(LIGHT.panel)
    before = image.copy()
    painter = QPainter(image)
    answered.paint(painter, QRectF(0, 0, 460, 260), LIGHT)
    painter.end()
    return image != before


def test_that_a_split_is_that_of_the_study_and_is_applied_as_one_step(drawn, qtbot):
    card = _card(drawn, qtbot, "split")
    own = to_the_end(split_of(card.found.question, in_worlds=False))
    assert card.found.best.amounts == own.best.amounts
    assert card.found.question.scenario.title == "Few"
    assert "first, then" in card.sentence.text()
    assert card.answer().answer.study == "split"
    assert _painted(card)
    with qtbot.waitSignal(card.control_wanted) as caught:
        card.view.chosen.emit(0)
    assert caught.args == [card.found.order[0][0].lever]
    document = drawn.workspace.current
    steps = document.undo_stack.count()
    card.apply_link.click()
    assert document.undo_stack.count() == steps + 1
    assert inputs_of(document.scenario) == inputs_of(card.found.made)
    qtbot.waitUntil(lambda: not card.apply_link.isEnabled(), timeout=A_MINUTE)
    assert card.found.question.scenario.levers == FEW.levers, "no more is asked on top of it"
    document.undo_stack.undo()
    assert inputs_of(document.scenario) == inputs_of(FEW)
    qtbot.waitUntil(card.apply_link.isEnabled, timeout=A_MINUTE)
    card.set_theme(DARK)


def test_that_another_budget_is_split_anew_and_a_wrong_one_refused(drawn, qtbot):
    card = _card(drawn, qtbot, "split")
    _type(qtbot, card.budget, "100")
    qtbot.waitUntil(lambda: card.found.question.budget == 100, timeout=A_MINUTE)
    assert card.found.best.spent == pytest.approx(100)
    card.kinds.check("vouchers", False)
    assert card.answer() is None
    assert card.blank.text() == "A budget is split among one use at least."
    card.kinds.check("network", True)
    qtbot.waitUntil(lambda: card.found is not None, timeout=A_MINUTE)
    assert [each.kind for each in card.found.question.among] == ["network"]
    assert card.apply_link.isEnabled()
    _type(qtbot, card.fields.first, "2031")
    assert "not from 2031 to 2030" in card.blank.text()
    assert not card.apply_link.isEnabled()
    assert card.fields.first.isVisible(), "what is wrong can be changed"
    _type(qtbot, card.fields.first, "2028")
    assert card.blank.isHidden(), "what was wrong is so no longer"
    qtbot.waitUntil(lambda: card.found is not None, timeout=A_MINUTE)


def test_that_a_target_of_the_scenario_can_be_what_a_split_is_best_for(drawn, qtbot):
    target = Target("enterprises", "at least", 12_500.0, "", 2030)
    other = Target("enterprises", "at most", 900.0, "henan", 2029)
    drawn.workspace.open(replace(FEW, targets=(target, other)), anew=True)
    drawn.window.actions_["ask_split"].trigger()
    card = drawn.ask.panel.cards["split"]
    qtbot.waitUntil(lambda: card.found is not None, timeout=A_MINUTE)
    box = card.goals.box
    assert [box.itemText(4), box.itemText(5)] == [
        "≥ 12,500 AI enterprises, Dec 2030",
        "≤ 900 AI enterprises, Henan, Dec 2029",
    ]
    card.goals.choose(4)
    qtbot.waitUntil(lambda: card.found.question.goal == 12_500, timeout=A_MINUTE)
    assert 0 < card.found.best.met < 1
    assert "the goal is reached in" in card.sentence.text()
    card.goals.choose(5)
    qtbot.waitUntil(lambda: card.found.question.goal == 900, timeout=A_MINUTE)
    assert card.goals.best(card.found.question.about) == Best(
        About("enterprises", "henan", 2029), "at most", 900.0
    )
    question = card.found.question
    assert (question.sense, question.about) == ("at most", About("enterprises", "henan", 2029))
    drawn.workspace.open(FEW, anew=True)
    qtbot.waitUntil(lambda: box.count() == 4, timeout=A_MINUTE)
    assert box.currentIndex() == 0, "the target is gone"


def test_that_a_goal_can_be_typed_and_less_can_be_what_is_best(drawn, qtbot):
    card = _card(drawn, qtbot, "split")
    assert card.goals.field.isHidden()
    card.goals.choose(2)
    qtbot.waitUntil(lambda: card.found.question.goal is not None, timeout=A_MINUTE)
    assert not card.goals.field.isHidden()
    _type(qtbot, card.goals.field, "much")
    assert card.goals.field.property("look") == "beyond"
    _type(qtbot, card.goals.field, "12,300")
    qtbot.waitUntil(lambda: card.found.question.goal == 12_300, timeout=A_MINUTE)
    assert card.goals.field.property("look") == ""
    card.goals.choose(1)
    qtbot.waitUntil(lambda: card.found.question.sense == "at most", timeout=A_MINUTE)
    assert card.found.question.goal is None


def test_that_a_click_on_the_frontier_takes_its_budget(drawn, qtbot):
    card = _card(drawn, qtbot, "split")
    frontier = card.found.frontier
    view = card.view
    view.setFocus()
    view.taken.emit(0)
    assert card.found is not None, "no budget is none to be split"
    for _ in range(5):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert card.fields.value(card.budget) == pytest.approx(frontier[4].spent)
    qtbot.waitUntil(
        lambda: card.found.question.budget == pytest.approx(frontier[4].spent), timeout=A_MINUTE
    )
    card.total.setCurrentIndex(1)
    assert card.fields.value(card.budget) == pytest.approx(4 * frontier[4].spent)
    assert not card.cancel_button.isVisible(), "the same budget is not asked for again"
    _type(qtbot, card.budget, "1200")
    qtbot.waitUntil(lambda: card.found.question.budget == 300, timeout=A_MINUTE)


def test_that_bounds_are_typed_below_their_button_and_hold(drawn, qtbot):
    card = _card(drawn, qtbot, "split")
    assert card.bounds.full_text == "at most 200"
    card.bounds.click()
    popup = card.bounds.popup
    assert ("place", "least") not in popup.fields, "a place has nothing else here"
    _type(qtbot, popup.fields[Instrument("vouchers", "henan"), "least"], "50")
    _type(qtbot, popup.fields["each", "most"], "0.3bn")
    _type(qtbot, popup.fields["each", "least"], "lots")
    assert popup.fields["each", "least"].property("look") == "beyond"
    assert "no amount of money" in popup.refusal.text()
    _type(qtbot, popup.fields["each", "least"], "10")
    assert popup.refusal.isHidden()
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert card.bounds.full_text == "10 to 300 each, 1 of its own"
    qtbot.waitUntil(lambda: card.found.question.least_each == 10, timeout=A_MINUTE)
    amounts = dict(card.found.order)
    assert amounts[Instrument("vouchers", "henan")] >= 50
    assert min(amounts.values()) >= 10
    assert 200 < max(amounts.values()) <= 300
    card.kinds.check("fund", True)
    card.bounds.click()
    assert ("place", "least") in card.bounds.popup.fields
    card.bounds.popup.close()


def test_that_money_is_that_of_the_study_and_a_place_can_be_looked_at(drawn, qtbot):
    card = _card(drawn, qtbot, "money")
    question = replace(card.found.question, among=AMONG[:1])
    own = to_the_end(money_of(question, in_worlds=False))
    assert card.found.costs[0] == own.costs[0]
    assert card.answer().answer.study == "money"
    assert _painted(card)
    card.view.chosen.emit(AMONG.index(Instrument("network")))
    assert card.sentence.text().startswith("An earlier network: ")
    about = drawn.ask.panel.about
    drawn.ask.panel.ask_about(replace(about, element="ningbo"))
    qtbot.waitUntil(lambda: "Ningbo" in card.sentence.text(), timeout=A_MINUTE)
    assert card.looked_at == Instrument("vouchers", "ningbo")
    qtbot.waitUntil(lambda: card.found.question.place == "ningbo", timeout=A_MINUTE)
    assert [each.kind for each in card.found.question.among] == ["vouchers", "fund", "network"]
    assert card.answer().answer.about.element == "ningbo"
    assert "other places lose" in card.answer().answer.sentence


def test_that_an_amount_and_a_budget_that_is_enough_are_applied_as_one_step_each(drawn, qtbot):
    card = _card(drawn, qtbot, "money")
    card.places.setCurrentIndex(card.places.findData("ningbo"))
    card.places.activated.emit(card.places.currentIndex())
    qtbot.waitUntil(lambda: card.found.question.place == "ningbo", timeout=A_MINUTE)
    document = drawn.workspace.current
    enough, steps = card.found.costs[0].enough.median, document.undo_stack.count()
    assert card.enough_link.text() == f"Set to {enough:.0f}"
    card.enough_link.click()
    lever = "voucher_budget.ningbo"
    assert mean_between(lever_path(document.scenario, lever), 2027, 2031) == pytest.approx(enough)
    assert document.undo_stack.count() == steps + 1
    document.undo_stack.undo()
    assert inputs_of(document.scenario) == inputs_of(FEW)
    qtbot.waitUntil(card.spend_link.isEnabled, timeout=A_MINUTE)
    assert card.spend_link.text() == "Add 100"
    card.spend_link.click()
    assert mean_between(lever_path(document.scenario, lever), 2027, 2031) == pytest.approx(130)
    assert document.undo_stack.count() == steps + 1
    card.view.chosen.emit(1)
    assert card.enough_link.isHidden(), "a fund has no such budget"


def test_that_a_study_that_is_canceled_says_so(drawn, qtbot):
    card = _card(drawn, qtbot, "money")
    _type(qtbot, card.amount, "250")
    qtbot.waitUntil(lambda: not card.cancel_button.isHidden(), timeout=A_MINUTE)
    card.cancel_button.click()
    qtbot.waitUntil(lambda: card.state.text() == "canceled", timeout=A_MINUTE)
    assert card.found.question.amount == 100


def test_that_fields_tell_what_stands_in_them(qtbot):
    fields = SpendingFields()
    qtbot.addWidget(fields)
    amount = fields.add_amount("Amount", 100.0)
    fields.add_row((amount, "a year from", fields.first, fields.last))
    fields.show()
    with qtbot.waitSignal(fields.changed):
        _type(qtbot, amount, "0.5bn")
    assert fields.value(amount) == pytest.approx(500)
    assert (fields.years.first, fields.years.last) == (2027, 2030)
    with qtbot.waitSignal(fields.refused):
        _type(qtbot, amount, "much")
    assert fields.value(amount) == pytest.approx(500)


def test_that_kinds_are_named_on_their_button(qtbot):
    button = KindButton(("vouchers",))
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.chosen):
        button.check("network", True)
    assert button.full_text == "vouchers, the network"
    assert button.minimumSizeHint().width() < button.sizeHint().width(), "a card may be narrow"
    assert len(button.instruments) == 8
    button.check("vouchers", False)
    button.check("network", False)
    assert button.full_text == "nothing"


@pytest.fixture
def in_dollars(drawn):
    """Return what lets the window tell money in dollars; it tells it in yuan afterward."""
    yield drawn.window.actions_["money_usd"].trigger
    drawn.window.actions_["money_cny"].trigger()


def test_that_other_units_keep_budget_years_bounds_and_goal_of_a_split(drawn, qtbot, in_dollars):
    card = _card(drawn, qtbot, "split")
    _type(qtbot, card.budget, "720")
    _type(qtbot, card.fields.last, "2029")
    card.total.setCurrentIndex(1)
    card.kinds.check("data", on=True)
    card.bounds._on_bounded(card.bounds.bounds.having("each", "most", 360.0))
    card.goals.choose(2)
    _type(qtbot, card.goals.field, "12345")
    before = card.asked(card._about, card._run).question
    in_dollars()
    assert card.asked(card._about, card._run).question == before
    assert (card.budget.text(), card.total.currentText()) == ("300", "M USD in all")
    assert "50" in card.bounds.full_text
    assert card.goals.field.text() == "12,345"


def test_that_other_units_tell_the_same_answer_on_what_a_yuan_buys(drawn, qtbot, in_dollars):
    card = _card(drawn, qtbot, "money")
    found, said = card.found, card.sentence.text()
    card.places.setCurrentIndex(1)
    in_dollars()
    assert card.places.currentIndex() == 1
    assert card.found is found
    assert "USD" in card.sentence.text()
    assert card.sentence.text() != said
    assert card.amount.text() == card.worth.text() == "13.9"
    assert card.fields.value(card.amount) == 100.0


def test_that_a_target_of_every_year_is_named_by_the_year_in_which_a_split_reaches_it(drawn, qtbot):
    card = _card(drawn, qtbot, "split")
    targets = (Target("enterprises", "at least", 9000.0),)
    drawn.workspace.open(replace(FEW, targets=targets), anew=True)
    qtbot.waitUntil(lambda: card.goals.box.count() == 5, timeout=A_MINUTE)
    assert card.goals.box.itemText(4).endswith("Dec 2030")
    drawn.window.center.choose_year(2029)
    assert card.goals.box.itemText(4).endswith("Dec 2029")


def test_that_another_place_is_asked_about_while_the_answer_is_of_the_one_before(drawn, qtbot):
    card = _card(drawn, qtbot, "money")
    drawn.window.center.areas.choose(("henan",))
    qtbot.waitUntil(lambda: card.found.question.place == "henan", timeout=A_MINUTE)
    drawn.window.center.areas.choose(("chengdu",))
    assert card.found.question.place == "henan"
    assert card.spend_link.isVisible()
    qtbot.waitUntil(lambda: card.found.question.place == "chengdu", timeout=A_MINUTE)
    assert card.looked_at == Instrument("vouchers", "chengdu")
