"""No word of the field stands in the window that cannot be looked up by pointing at it."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from planner.storage.sentences.spoken import LANGUAGES, speaking
from tests.some import some
from tests.ui.words.explained import (
    UNKNOWN,
    tip_on,
    unexplained,
    unexplained_entries,
    unexplained_heads,
)
from ui.parts import Suanli
from ui.views.help.pointing import text_at
from ui.wording.help.explained import explanation, terms_in
from ui.wording.help.glossary import terms


def test_that_every_word_of_an_untouched_window_is_explained(drawn: Suanli):
    drawn.window.actions_["help_first"].trigger()
    assert unexplained(drawn.window) == []


def test_that_every_word_is_explained_beside_a_table_and_the_answer_to_a_question(drawn: Suanli):
    drawn.window.actions_["help_first"].trigger()
    QTest.mouseClick(drawn.window.center.first.questions.cards[1], Qt.MouseButton.LeftButton)
    drawn.window.center.show_table(True)
    drawn.window.side.tabs.setCurrentIndex(1)
    assert unexplained(drawn.window) == []


def test_that_every_word_of_a_menu_is_explained(drawn: Suanli):
    menus = [*drawn.window.menuBar().findChildren(QMenu), *drawn.window.center.findChildren(QMenu)]
    menus += [each for each in drawn.window.findChildren(QMenu) if each.parent() is not None]
    assert len(menus) > len(drawn.window.menus)
    assert unexplained_entries(menus) == []


def test_that_an_entry_that_is_pointed_at_tells_beside_its_menu(drawn: Suanli):
    menu = drawn.window.menus["edit"]
    menu.popup(QPoint(0, 0))
    entry = drawn.window.actions_["lever_path"]
    place = menu.actionGeometry(entry).center()
    QToolTip.showText(QPoint(), "nothing is told")
    asked = QHelpEvent(QEvent.Type.ToolTip, place, menu.mapToGlobal(place))
    QApplication.sendEvent(menu, asked)
    told = QToolTip.text()
    menu.close()
    assert "every date of the lever" in told


def test_that_every_head_of_the_table_is_explained(drawn: Suanli):
    drawn.window.center.show_table(True)
    for kind in ("outcomes", "years"):
        drawn.window.center.compare.choose_kind(kind)
        assert unexplained_heads(drawn.window) == []


@pytest.mark.parametrize("study", ["takes", "split", "money", "survive", "future"])
def test_that_every_word_of_a_question_is_explained(drawn: Suanli, study: str):
    drawn.window.actions_[f"ask_{study}"].trigger()
    assert unexplained(drawn.window) == []


def test_that_pointing_at_a_label_without_a_tip_tells_its_terms(drawn: Suanli):
    line = QLabel("Rents follow the PUE", drawn.window)
    line.resize(200, 40)
    line.show()
    line.raise_()
    assert "Power usage effectiveness" in tip_on(line)
    line.setText("Nothing of the field")
    assert tip_on(line) == ""


def test_that_the_glossary_has_every_word_that_is_looked_for():
    assert [word for word in some(sorted(UNKNOWN)) if not explanation(word)] == []


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Voucher budget", ["voucher"]),
        ("en", "Utilization, centers, 2030", ["utilization", "center"]),
        ("en", "Parents", []),
        ("it", "Canone di noleggio", ["rent"]),
        ("zh_CN", "算力券预算", ["voucher"]),
        ("zh_CN", "智算中心利用率", ["center", "utilization"]),
    ],
)
def test_that_terms_are_found_in_the_language_spoken(language, text, names):
    with speaking(language):
        assert sorted(each.key for each in terms_in(text)) == sorted(names)


def test_that_each_term_explains_its_own_name_in_each_language():
    for language in some(LANGUAGES):
        with speaking(language):
            for each in some(terms()):
                assert explanation(each.words[language][0]), (language, each.key)


def test_that_a_part_without_text_says_nothing(qtbot: QtBot):
    part = QWidget()
    qtbot.addWidget(part)
    assert text_at(part, part.mapToGlobal(part.rect().center())) == ""
