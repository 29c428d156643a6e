"""A question that is typed as a sentence finds what its telling words name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.storage.sentences.spoken import LANGUAGES
from tests.some import some
from ui.widgets.choosing.found import VALUE
from ui.wording.finding.sentences import small_words, telling_words
from ui.wording.first.questions import QUESTIONS

VOUCHERS = "What does a bigger voucher budget buy?"
ASKED = {
    "how many more enterprises if Chengdu doubles its vouchers": VOUCHERS,
    "what limits compute": "What limits compute",
    "what is it that limits our compute": "What limits compute",
    "what happens if the chip imports stop?": "What if chip imports stop?",
    "when is the budget used up": "Events with their dates",
    "quante imprese in più se Chengdu raddoppia i suoi voucher": VOUCHERS,
    "che cosa limita il calcolo ogni anno": "What limits compute each year?",
    "quando finisce il budget dei voucher": "Events with their dates",
    "如果成都的算力券翻倍会新增多少企业": VOUCHERS,
    "什么约束算力": "What limits compute each year?",
    "预算什么时候用完": "Events with their dates",
}
"""Sentences, and what one of the first three answers is."""


def _found(chooser, text):
    chooser.field.setText(text)
    return [index.data() for index in chooser.leaves()]


def test_that_a_sentence_finds_what_it_asks_about(open_finder):
    chooser = open_finder()
    found = {text: _found(chooser, text)[:3] for text in ASKED}
    chooser.close()
    assert {text: told for text, told in found.items() if ASKED[text] not in told} == {}


def test_that_enter_on_a_sentence_opens_the_question(suanli, open_finder):
    chooser = open_finder()
    QTest.keyClicks(chooser.field, "how many more enterprises if Chengdu doubles its vouchers")
    values = [index.data(VALUE) for index in chooser.leaves()]
    assert values[0].question is QUESTIONS[0]
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert suanli.document.scenario.title == "Chengdu doubles its vouchers"


@pytest.mark.parametrize(
    "text", ["how much of the enterprises", "how many more enterprises if c", "if enterprises chen"]
)
def test_that_a_sentence_that_is_being_typed_finds_what_it_has_so_far(open_finder, text):
    chooser = open_finder()
    assert any("nterprises" in each for each in _found(chooser, text))
    chooser.close()


def test_that_a_sentence_is_found_alike_typed_letter_by_letter_and_taken_back(open_finder):
    chooser, text = open_finder(), "how many enterprises if chengdu doubles its vouchers"
    at_once = _found(chooser, text)
    chooser.field.clear()
    QTest.keyClicks(chooser.field, text)
    assert [index.data() for index in chooser.leaves()] == at_once
    words = _found(chooser, "vouchers")
    assert len(words) > 5
    chooser.close()


@pytest.mark.parametrize(
    "text", ["xyzzy", "how many xyzzy", "enterprises xyzzy plugh", "budget of pandas"]
)
def test_that_a_single_known_word_among_others_finds_nothing(open_finder, text):
    chooser = open_finder()
    assert _found(chooser, text) == []
    chooser.close()


def test_that_small_words_are_of_every_language_and_tell_nothing():
    assert telling_words("How many more are there of it, and why?") == ()
    assert telling_words("Quanti ce ne sono e perché?") == ("ce",)
    assert telling_words("如果成都的算力券") == ("成都", "算力", "力券")
    assert all(word == word.casefold() for word in some(small_words()))
    assert len(LANGUAGES) == 3
