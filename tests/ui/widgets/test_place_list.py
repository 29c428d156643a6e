"""A list with check boxes that is narrowed by typing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from ui.widgets.place_list import Option, PlaceList

OPTIONS = [Option("all", "All"), Option("a", "Alba", ("white", "成都")), Option("b", "Bari")]


@pytest.fixture
def opened(qtbot) -> Iterator[PlaceList]:
    button = QPushButton("Open")
    qtbot.addWidget(button)
    button.show()
    made = PlaceList(OPTIONS, "Find", "Two at most", lambda typed: f"{typed}: unknown", button)
    made.open_beside(button)
    yield made
    button.close()


def test_that_words_narrow_the_list_and_a_word_of_none_is_answered(opened: PlaceList):
    assert opened.shown_keys == ["all", "a", "b"]
    QTest.keyClicks(opened.field, "whi")
    assert opened.shown_keys == ["a"]
    QTest.keyClicks(opened.field, "x")
    assert opened.shown_keys == []
    assert opened.said.text() == "whix: unknown"
    opened.field.clear()
    assert opened.said.text() == "Two at most"
    QTest.keyClicks(opened.field, "chengd")
    assert opened.shown_keys == ["a"]


def test_that_arrows_and_enter_or_space_hit_an_entry(opened: PlaceList, qtbot):
    hit: list[str] = []
    opened.toggled.connect(hit.append)
    QTest.keyClick(opened.field, Qt.Key.Key_Down)
    QTest.keyClick(opened.field, Qt.Key.Key_Return)
    QTest.keyClick(opened.field, Qt.Key.Key_Down)
    QTest.keyClick(opened.field, Qt.Key.Key_Down)
    QTest.keyClick(opened.field, Qt.Key.Key_Space)
    assert hit == ["a", "b"]
    place = opened.list.visualItemRect(opened.list.item(1)).center()
    QTest.mouseClick(opened.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert hit == ["a", "b", "a"]
    with qtbot.waitSignal(opened.closed):
        QTest.keyClick(opened.field, Qt.Key.Key_Escape)


def test_that_a_full_list_lets_go_but_takes_none(opened: PlaceList):
    hit: list[str] = []
    opened.toggled.connect(hit.append)
    opened.show_checked({"a"}, is_full=True)
    for row in (2, 1, 0):
        opened.list.setCurrentRow(row)
        QTest.keyClick(opened.field, Qt.Key.Key_Return)
    assert hit == ["a", "all"]
    assert opened.list.item(1).checkState() == Qt.CheckState.Checked
