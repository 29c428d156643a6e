"""Sentences on few lines: what is cut says so, behind a sentence where it can."""

import re

import pytest
from PySide6.QtGui import QFontMetrics

from planner.storage.sentences.spoken import speaking
from tests.some import some
from ui.style.theme import TEXT_PIXELS
from ui.widgets.cards.cuts import clause_cuts, sentence_cuts
from ui.widgets.cards.hand import Hand
from ui.widgets.cards.sentences import Sentences

TEXT = (
    "By December 2030: 12,428 more AI enterprises than in the baseline (80%: +10,887 to +14,144)."
)


def test_that_a_line_is_never_cut_within_a_number(qtbot):
    sentences = Sentences(most=1)
    qtbot.addWidget(sentences)
    shown = set()
    for width in some(range(40, 700, 3)):
        sentences.resize(width, 20)
        sentences.show_text("")
        sentences.show_text(TEXT)
        (line,) = sentences.lines
        assert re.search(r"\d\N{HORIZONTAL ELLIPSIS}$", line) is None, line
        assert TEXT.startswith(line.rstrip("\N{HORIZONTAL ELLIPSIS}").rstrip())
        shown.add(line)
    assert len(shown) > 20


@pytest.fixture
def line(qtbot):
    sentences = Sentences(most=1)
    qtbot.addWidget(sentences)
    return sentences


def _told(line, room, text, **said):
    """Return what is told in as much room as a text takes."""
    line.resize(QFontMetrics(Hand.of(TEXT_PIXELS).written).horizontalAdvance(room) + 2, 20)
    line.show_text(text, **said)
    [told] = line.lines
    return told


def test_that_what_has_no_room_ends_behind_a_sentence(line):
    text = "In 99% of futures. About +36 comes from vouchers. The sign holds."
    assert _told(line, "In 99% of futures. About +36 comes f", text) == "In 99% of futures. …"
    assert not line.is_whole
    assert line.toolTip() == f"<p>{text}</p>"


def test_that_a_first_sentence_without_room_is_said_in_fewer_words(line):
    told = _told(line, "December 2030: 39 more (80%: 19 to 67).", TEXT, shorter=("39 more.", "39"))
    assert told == "39 more."
    line.show_text("")
    assert _told(line, f"{TEXT} ", TEXT, shorter=("39 more.",)) == TEXT
    assert line.is_whole


def test_that_fewer_words_are_cut_where_even_they_have_no_room(line):
    short = "39 more AI enterprises (80%: 19 to 67)."
    assert _told(line, short[:24], TEXT, shorter=(short,)).startswith("39 more AI enterpri")


def test_that_a_sentence_that_cannot_be_shorter_ends_behind_a_clause(line):
    text = "Other six places: −10 AI enterprises, lower in 76% of futures; voucher money paid −200"
    told = _told(line, text[:-9], text)
    assert told == "Other six places: −10 AI enterprises, lower in 76% of futures; …"
    line.show_text("")
    assert _told(line, text[:30], text).startswith("Other six places: ")
    assert not line.lines[0].endswith("; …"), "no clause ends so early"


def test_that_chinese_sentences_end_behind_their_own_marks():
    with speaking("zh_CN"):
        assert [*sentence_cuts("增加39家。约+36家来自成都。结论成立。")] == [
            "增加39家。约+36家来自成都。…",
            "增加39家。…",
        ]
        clause = "减少10家\N{FULLWIDTH SEMICOLON}"
        assert [*clause_cuts(f"{clause}其他")] == [f"{clause}…"]


def test_that_no_sentence_ends_behind_an_abbreviation():
    assert [*sentence_cuts("Utilizzo −0,6 p.p. (da −1) in meno. Vale.")] == [
        "Utilizzo −0,6 p.p. (da −1) in meno. …"
    ]
