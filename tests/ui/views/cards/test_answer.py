"""Under the cards stands the answer in words, on two lines, and the way to its reasons."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.ensemble.many import Projector
from planner.model.scenario import Scenario, with_lever
from planner.studies.answers.about import About
from planner.studies.cards import Card
from tests.some import some
from ui.engine.shown_run import ShownRun
from ui.style.theme import LIGHT
from ui.views.center.panel import Center
from ui.views.others_line import OthersLine
from ui.widgets.cards.sentences import Sentences
from ui.wording.sentences.paragraph import Told, paragraph

PLAIN = Scenario(futures=64, last_year=2031)
CHENGDU = with_lever(replace(PLAIN, title="Chengdu"), "voucher_budget.chengdu", 160)


@pytest.fixture
def center(qtbot, qapp):
    shown = Center(LIGHT)
    qtbot.addWidget(shown)
    qtbot.addWidget(shown.head)
    shown.resize(840, 800)
    return shown


def _run(center):
    used, requests = Projector(), center.requests()
    return ShownRun(used.project(CHENGDU, requests), used.project(PLAIN, requests))


def _text(center):
    return center.answer.sentences.text


def test_that_it_says_what_changes_and_what_limits_compute(center):
    assert _text(center) == ""
    center.show_run(_run(center))
    assert _text(center).startswith("By December 2030: ")
    assert " more AI enterprises than in the baseline (80%: " in _text(center)
    assert ". 2030 mean, share of futures: " in _text(center)
    assert "chips wanted per chip on offer." in _text(center)
    center.show_waiting()
    assert _text(center) == ""


def test_that_it_follows_year_places_and_cards(center):
    center.areas.choose(("chengdu",))
    run = _run(center)
    center.show_run(run)
    assert _text(center).startswith("Chengdu: the year's budget is fully used from ")
    assert "more enterprises by the end of 2030" in _text(center)
    assert "other six places" not in _text(center), "the line below it tells that"
    center.choose_year(2028)
    assert "by the end of 2028" in _text(center)
    center.kpis.choose([Card("used_compute")])
    assert "used compute" in _text(center)


def test_that_why_is_asked_of_what_is_told_where_a_lever_is_changed(center, qtbot):
    run = _run(center)
    center.show_run(ShownRun(run.baseline, run.baseline))
    assert center.answer.why_button.isHidden()
    center.show_run(run)
    assert not center.answer.why_button.isHidden()
    with qtbot.waitSignal(center.answer.why_wanted) as wanted:
        center.answer.why_button.click()
    assert wanted.args == [About("enterprises", "", 2030)]


def test_that_the_window_says_what_the_terminal_says(center):
    run = _run(center)
    told = Told(run.projection, run.baseline)
    said = some(paragraph(told))
    assert list(paragraph(told)) == said
    center.show_run(run)
    assert _text(center) == " ".join(said)


def test_that_the_line_on_other_places_stands_below_while_the_window_is_about_some(center):
    center.show_run(_run(center))
    line = center.answer.findChild(OthersLine)
    assert line is center.others
    assert line.isHidden()
    center.areas.choose(("chengdu",))
    assert not line.isHidden()


def test_that_what_is_cut_opens_by_key_and_click_and_closes_again(center, qtbot):
    answer, sentences = center.answer, center.answer.sentences
    center.areas.choose(("chengdu",))
    center.show_run(_run(center))
    center.show()
    qtbot.waitUntil(lambda: not sentences.is_whole)
    qtbot.waitUntil(lambda: answer.height() == answer.sizeHint().height())
    assert answer.more_button.text() == "More"
    low = answer.height()
    QTest.keyClick(answer.more_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: sentences.is_whole and answer.others.is_whole)
    qtbot.waitUntil(lambda: answer.height() > low)
    assert len(sentences.lines) > 2
    assert sentences.toolTip() == ""
    assert answer.more_button.text() == "Less"
    QTest.mouseClick(sentences, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: answer.height() == low)
    assert not sentences.is_whole
    assert answer.more_button.text() == "More"


def test_that_no_button_offers_to_open_what_is_whole(center, qtbot):
    center.resize(3000, 800)
    center.show_run(_run(center))
    center.show()
    qtbot.waitUntil(lambda: center.answer.sentences.is_whole)
    assert center.answer.more_button.isHidden()
    QTest.mouseClick(center.answer.sentences, Qt.MouseButton.LeftButton)
    assert not center.answer.sentences.is_open


def test_that_open_sentences_take_no_more_lines_while_a_hand_moves(sentences):
    sentences.show_text("In all futures, and in each of the places. " * 3)
    sentences.set_open(True)
    taken = sentences.sizeHint().height()
    longer = "In all futures, and in each of the places. " * 9
    sentences.show_text(longer, moving=True)
    assert (sentences.sizeHint().height(), sentences.is_whole) == (taken, False)
    sentences.show_text(longer.strip())
    assert sentences.sizeHint().height() > taken
    assert sentences.is_whole


def test_that_chinese_sentences_on_two_lines_are_whole(sentences):
    sentences.show_text("到2030年12月人工智能企业数增加三十九家、几乎全部模拟如此、算力受需求约束")
    assert len(sentences.lines) == 2
    assert sentences.is_whole
    assert sentences.toolTip() == ""


@pytest.fixture
def sentences(qtbot, qapp):
    shown = Sentences()
    qtbot.addWidget(shown)
    shown.resize(300, 40)
    shown.show()
    QTest.qWaitForWindowExposed(shown)
    return shown


def test_that_what_does_not_fit_two_lines_ends_in_dots_and_stands_in_the_tip(sentences):
    short, long = "In all futures.", "By December 2030 <b>there</b> are more of them. " * 6
    sentences.show_text(short)
    assert (sentences.lines, sentences.toolTip()) == ((short,), "")
    sentences.show_text(long.strip())
    assert len(sentences.lines) == 2
    assert sentences.lines[1].endswith("…")
    assert "&lt;b&gt;there" in sentences.toolTip()
    assert sentences.accessibleDescription() == long.strip()
    sentences.set_low(True)
    assert len(some(sentences.lines)) == 1
    assert not sentences.grab().isNull()


def test_that_words_follow_a_moving_hand_after_the_picture(center, qtbot):
    run = _run(center)
    moving = replace(run, is_whole=False)
    center.show_run(moving)
    assert _text(center) == ""
    qtbot.waitUntil(lambda: _text(center).startswith("By December 2030: "))
    center.show_waiting()
    center.show_run(run)
    assert _text(center).startswith("By December 2030: ")
