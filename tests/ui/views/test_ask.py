"""Ask stands in the place of the charts, filled in with what is at hand."""

import json
from dataclasses import replace
from threading import Event
from typing import get_args

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from planner.ensemble.projection import inputs_of
from planner.model.scenario import Scenario, with_lever
from planner.studies.answers.about import About
from planner.studies.cards import Card
from tests.reliability.reading.corpus_sessions import ANSWER
from tests.some import some
from ui.engine.answered import Answered
from ui.engine.studies import StudyRunner
from ui.views.ask.card_menu import AnswerMenu
from ui.views.ask.cards import Seat, seats
from ui.views.cards.menu import CardMenu
from ui.wording.answers.questions import Question
from ui.wording.commands.table import COMMANDS


def _opened(drawn, key="ask_all"):
    drawn.window.actions_[key].trigger()
    assert drawn.ask.panel is not None
    return drawn.ask.panel


def test_that_ask_takes_the_place_of_the_charts_and_gives_it_back(drawn):
    charts = drawn.window.center.charts
    panel = _opened(drawn)
    assert panel.isVisible()
    assert not charts.isVisible()
    assert drawn.window.actions_["ask_all"].isChecked()
    panel.head.back_button.click()
    assert not drawn.ask.is_open
    assert charts.isVisible()
    assert not drawn.window.actions_["ask_all"].isChecked()


def test_that_escape_goes_back_to_the_charts(drawn, qtbot):
    qtbot.keyClick(_opened(drawn), Qt.Key.Key_Escape)
    assert drawn.window.center.charts.isVisible()


def test_that_the_keys_of_a_page_scroll_through_all_questions(drawn, qtbot):
    drawn.window.resize(1024, 600)
    panel = _opened(drawn)
    assert panel.hasFocus()
    bar = panel._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > bar.pageStep())
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End):
        before = bar.value()
        qtbot.keyClick(panel, key)
        assert bar.value() > before, key
    assert bar.value() == bar.maximum()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
        before = bar.value()
        qtbot.keyClick(panel, key)
        assert bar.value() < before, key
    assert bar.value() == 0


def test_that_a_question_is_about_the_chart_at_hand_in_the_year_and_place_of_the_window(drawn):
    center = drawn.window.center
    center.choose_year(2028)
    center.areas.choose(("chengdu",))
    panel = _opened(drawn, "ask_why")
    assert panel.about == About("enterprises", "chengdu", 2028)
    assert panel.head.element.currentData() == "chengdu"
    assert panel.head.year.currentData() == 2028


def test_that_year_and_place_of_ask_and_of_the_window_are_one(drawn):
    center = drawn.window.center
    panel = _opened(drawn)
    panel.head.year_chosen.emit(2027)
    assert center.year == 2027
    assert panel.about.year == 2027
    center.areas.choose(("shanghai",))
    assert panel.about.element == "shanghai"


def test_that_another_outcome_is_asked_about_and_remembered(drawn):
    panel = _opened(drawn)
    panel.head.outcome.chosen.emit("used_compute")
    assert panel.about.pair == ("used_compute", "")
    panel.closed.emit()
    assert _opened(drawn).about.pair == ("used_compute", "")


def test_that_the_scenario_asked_about_is_the_one_on_screen(drawn):
    scenario = with_lever(Scenario(title="More chips"), "legal_imports", 300)
    drawn.workspace.open(scenario, anew=True)
    panel = _opened(drawn)
    head = panel.head
    assert head.document.currentText() == "More chips"
    head.document_chosen.emit(None)
    assert drawn.workspace.current is drawn.workspace.baseline
    assert head.document.currentText() == "Baseline"
    head.against_chosen.emit(drawn.workspace.scenarios[0])
    assert head.against.currentText() == "More chips"


def test_that_the_path_of_a_lever_and_ask_give_way_to_each_other(drawn):
    drawn.paths.open("domestic_chip_growth")
    _opened(drawn)
    assert drawn.paths.drawer is None
    drawn.paths.open("domestic_chip_growth")
    assert not drawn.ask.is_open
    drawn.paths.close()
    assert drawn.window.center.charts.isVisible()


@pytest.mark.parametrize(
    ("width", "least", "found"),
    [
        (1100, 300, (Seat(0, 0, 4), Seat(0, 4, 4), Seat(0, 8, 4), Seat(1, 0, 5), Seat(1, 5, 7))),
        (1100, 400, (Seat(0, 0, 3), Seat(0, 3, 5), Seat(0, 8, 4), Seat(1, 0, 5), Seat(1, 5, 7))),
        (900, 430, (Seat(0, 0, 6), Seat(0, 6, 6), Seat(1, 0, 6), Seat(1, 6, 6), Seat(2, 0, 12))),
        (700, 300, (Seat(0, 0, 6), Seat(0, 6, 6), Seat(1, 0, 6), Seat(1, 6, 6), Seat(2, 0, 12))),
        (700, 400, tuple(Seat(row, 0, 12) for row in range(5))),
        (500, 900, tuple(Seat(row, 0, 12) for row in range(5))),
    ],
)
def test_that_cards_stand_beside_each_other_as_far_as_there_is_room(width, least, found):
    assert seats((4, 4, 4, 5, 7), (200, least, 200, 200, 200), width) == found


def test_that_ask_has_the_room_of_cards_and_sentences_and_gives_it_back(drawn):
    center = drawn.window.center
    panel = _opened(drawn)
    assert not center.kpis.isVisible()
    assert not center.answer.isVisible()
    panel.closed.emit()
    assert center.kpis.isVisible()
    assert center.answer.isVisible()


def test_that_a_card_of_the_window_leads_to_the_question_about_it(drawn):
    center = drawn.window.center
    center.kpis.question_wanted.emit("matters", Card("used_compute", "", 2028))
    assert drawn.ask.panel.about == About("used_compute", "", 2028)
    assert center.year == 2028
    center.kpis.question_wanted.emit("why", Card("enterprises", "chengdu"))
    assert drawn.ask.panel.about == About("enterprises", "chengdu", 2028)


def test_that_a_card_offers_its_questions(drawn):
    kpis = drawn.window.center.kpis
    kpis.cards[0].menu_wanted.emit(QPoint(0, 0))
    menu = kpis.findChild(CardMenu)
    texts = {action.data(): action for action in menu.actions()}
    asked = []
    kpis.question_wanted.connect(lambda *given: asked.append(given))
    menu.close()
    texts["takes"].trigger()
    assert asked == [("takes", kpis.rows[0])]


def test_that_kept_answers_stand_at_the_right_and_lead_back_to_their_question(drawn):
    answers, shelf = drawn.sessions.answers, drawn.window.shelf
    assert not shelf.answers.isVisible()
    answers.keep([Answered(ANSWER)])
    assert shelf.answers.isVisible()
    assert shelf.answers.list.item(0).text() == "Why did it change?\nHostile, 2030"
    shelf.answers.opened.emit(0)
    assert drawn.ask.panel.about == ANSWER.about
    shelf.answers.remove_link.click()
    assert answers.all == ()
    assert not shelf.answers.isVisible()


def test_that_a_kept_trade_off_leads_back_to_the_card_on_worlds(drawn):
    weighed = replace(ANSWER, study="survive-tradeoff")
    drawn.sessions.answers.keep([Answered(ANSWER), Answered(weighed)])
    drawn.window.shelf.answers.opened.emit(1)
    assert drawn.ask.panel.about == ANSWER.about
    assert drawn.ask.panel.cards["survive"].hasFocus()


def test_that_the_table_of_an_answer_is_copied_or_written(drawn, tmp_path, qtbot):
    panel = _opened(drawn)
    panel.wished.emit("copy", Answered(ANSWER))
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines == ["Input\tPart", "Alibaba's plan\t+12.5", "rest\t"]
    path = tmp_path / "part.json"
    with qtbot.waitSignal(drawn.exports.done, timeout=20_000):
        drawn.exports.numbers.write_table(ANSWER, path)
    assert json.loads(path.read_text("utf-8"))["sentence"] == ANSWER.sentence
    panel.wished.emit("keep", Answered(ANSWER))
    (kept,) = drawn.sessions.answers.all
    assert kept.answer == ANSWER
    assert kept.inputs == inputs_of(drawn.document.scenario)


def test_that_a_menu_without_an_answer_offers_nothing(qapp):
    parent = QWidget()
    menu = AnswerMenu(parent, has_answer=False)
    assert not any(action.isEnabled() for action in some(menu.actions()))
    parent.deleteLater()


def test_that_answers_are_there_again_after_a_look_at_the_charts(drawn):
    panel = _opened(drawn)
    panel.closed.emit()
    assert _opened(drawn) is panel


def test_that_cards_out_of_sight_answer_only_once_they_are_in_sight(drawn, monkeypatch):
    panel = _opened(drawn)
    asked = []
    for key, card in panel.cards.items():
        monkeypatch.setattr(card, "show_about", lambda *_, key=key: asked.append(key))
    panel.prefer("")
    panel.ask_about(panel.about)
    assert "why" in asked
    last = [*panel.cards][-1]
    assert last not in asked
    panel.go_to(last)
    assert last in asked
    assert asked.count("why") == 1


def test_that_cards_wait_for_a_run_that_has_the_year_that_is_asked_about(drawn, monkeypatch):
    panel, last = _opened(drawn), drawn.published.run.scenario.last_year
    asked = []
    monkeypatch.setattr(panel.cards["why"], "show_about", lambda about, _run: asked.append(about))
    panel.ask_about(About("enterprises", "", last + 1))
    assert asked == []
    panel.ask_about(About("enterprises", "", last))
    assert [each.year for each in asked] == [last]


def test_that_a_study_that_breaks_off_is_told_and_its_card_waits_no_longer(drawn):
    panel = _opened(drawn)
    card = panel.cards["survive"]
    card.show_progress(0.5)
    some(card.findChildren(StudyRunner))[0].failed.emit("Traceback\nValueError: out of order")
    assert card.progress.isHidden()
    assert card.blank.text() == "This could not be worked out."
    assert "ValueError: out of order" in drawn.window.notice.sentence.text()


def test_that_other_units_keep_the_cards_their_answers_and_the_studies_that_run(drawn, qtbot):
    panel = _opened(drawn)
    runner = some(panel.cards["survive"].findChildren(StudyRunner))[0]
    begun, go_on = Event(), Event()

    def slow(_engine):
        yield 0.1
        begun.set()
        assert go_on.wait(20)
        return "there"

    runner.ask(slow, cut=True)
    qtbot.waitUntil(begun.is_set, timeout=20_000)  # after what another card has begun
    drawn.window.actions_["money_usd"].trigger()
    assert drawn.ask.is_open
    assert drawn.ask.panel is panel
    runner.computed.disconnect()
    with qtbot.waitSignal(runner.computed) as caught:
        go_on.set()
    assert caught.args == ["there"]
    drawn.window.actions_["money_cny"].trigger()


def test_that_keys_go_through_the_choices_in_their_order_to_the_first_card(drawn, qtbot):
    panel = _opened(drawn)
    head = panel.head
    choices = [head.outcome, head.element, head.year, head.document, head.against]
    passed = [*choices, head.back_button, head.report_button, panel.cards["why"].menu_button]
    for expected in passed:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is expected


def test_that_charts_get_the_keys_that_ask_had_and_no_others(drawn, qtbot):
    panel, center = _opened(drawn), drawn.window.center
    qtbot.keyClick(panel.head.year, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is center
    _opened(drawn)
    slider = drawn.window.side.levers.row("alibaba_plan").slider
    slider.setFocus()
    drawn.ask.close()
    assert QApplication.focusWidget() is slider


def test_that_every_question_has_a_card_a_command_and_the_key_that_its_answer_is_kept_by(drawn):
    panel = _opened(drawn)
    commands = {row.data for row in COMMANDS if row.handler == "ask.open"}
    assert set(panel.cards) == commands == set(get_args(Question))
    assert [card.key for card in panel.cards.values()] == list(panel.cards)
