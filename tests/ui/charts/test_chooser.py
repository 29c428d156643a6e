"""The list of charts: every chart once under its group, found by typing, chosen by keys."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from planner.model.outcome import GROUPS
from ui.charts.chooser import CHECK, ChartChooser, explanation
from ui.charts.contents.specs import charts, charts_by_group
from ui.charts.contents.words import wording
from ui.widgets.choosing.found import VALUE


@pytest.fixture
def chooser(qtbot):
    """A list opened under a button, with utilization highlighted."""
    button = QPushButton()
    qtbot.addWidget(button)
    button.show()
    made = ChartChooser(wording(), button)
    made.open_under(button, "utilization")
    yield made
    button.close()


def _found(chooser):
    return [index.data(VALUE) for index in chooser.leaves()]


def _highlighted(chooser):
    return chooser.view.currentIndex().data(VALUE)


def test_that_every_chart_stands_once_under_its_group(chooser):
    assert sorted(_found(chooser)) == sorted(charts())
    headings = list(dict.fromkeys(index.parent().data() for index in chooser.leaves()))
    assert headings == [GROUPS[group] for group in charts_by_group()]
    assert len(headings) > 5


def test_that_the_chart_on_screen_is_highlighted_and_the_list_takes_no_key(chooser):
    assert _highlighted(chooser) == "utilization"
    assert chooser.field.isVisible()
    assert chooser.view.focusPolicy() is Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("compute rent", ["rent", "alibaba_revenue"]),
        ("ALIBABA pay", ["alibaba_payback"]),
        ("energy", [spec.key for spec in charts_by_group()["energy"]]),
        ("sme price", ["sme_price"]),
        ("deliverable", ["compute_supply", "deliverable_compute"]),
        ("no such chart", []),
    ],
)
def test_that_typing_keeps_what_answers_by_name_key_or_group(chooser, typed, found):
    QTest.keyClicks(chooser.field, typed)
    assert _found(chooser) == found
    assert _highlighted(chooser) == (found[0] if found else None)
    chooser.field.clear()
    assert sorted(_found(chooser)) == sorted(charts())


def test_that_the_list_is_as_high_as_what_is_found(chooser):
    full, top = chooser.height(), chooser.y()
    QTest.keyClicks(chooser.field, "alibaba pay")
    last = chooser.leaves()[-1]
    assert chooser.height() < full / 2
    assert chooser.y() == top
    assert chooser.view.viewport().rect().contains(chooser.view.visualRect(last))
    chooser.field.selectAll()
    QTest.keyClicks(chooser.field, "nowhere")
    assert chooser.nothing.isVisible()
    assert chooser.rect().contains(chooser.nothing.geometry())
    chooser.field.clear()
    assert (chooser.height(), chooser.y()) == (full, top)


def test_that_a_list_above_its_button_stays_on_it(chooser):
    chooser.open_at(QPoint(100, 100), QSize(320, 400), hangs=False)
    foot = chooser.geometry().bottom()
    QTest.keyClicks(chooser.field, "alibaba pay")
    assert chooser.height() < 300
    assert chooser.geometry().bottom() == foot


def test_that_arrows_step_over_headings_and_enter_chooses(chooser, qtbot):
    every = _found(chooser)
    place = every.index("utilization")
    for key, to in ((Qt.Key.Key_Up, place - 1), (Qt.Key.Key_Down, place)):
        QTest.keyClick(chooser.field, key)
        assert _highlighted(chooser) == every[to]
    for _ in every:
        QTest.keyClick(chooser.field, Qt.Key.Key_Down)
    assert _highlighted(chooser) == every[-1]
    with qtbot.waitSignal(chooser.chosen) as told:
        QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert told.args == [every[-1]]


def test_that_nothing_is_chosen_where_nothing_is_found_or_escape_leaves(chooser):
    told: list[str] = []
    gone: list[bool] = []
    chooser.chosen.connect(told.append)
    chooser.destroyed.connect(lambda: gone.append(True))
    QTest.keyClicks(chooser.field, "no such chart")
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert not gone
    QTest.keyClick(chooser.field, Qt.Key.Key_Escape)
    QTest.qWait(1)
    assert (told, gone) == ([], [True])


def test_that_the_chart_on_screen_has_a_check_mark_and_the_highlighted_one_is_explained(qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    button.show()
    made = ChartChooser(wording(), button, "utilization")
    made.open_under(button, "utilization")
    checked = [i.data(VALUE) for i in made.leaves() if i.siblingAtColumn(1).data() == CHECK]
    assert checked == ["utilization"]
    assert made.explanation.text() == explanation(charts()["utilization"])
    QTest.keyClick(made.field, Qt.Key.Key_Down)
    assert made.explanation.text() == explanation(charts()[_highlighted(made)])
    button.close()


@pytest.mark.parametrize("share", [0.0, 0.5, 0.9])
def test_that_the_list_opens_beside_its_button_and_never_over_it(qtbot, share):
    button = QPushButton()
    qtbot.addWidget(button)
    button.show()
    room = button.screen().availableGeometry()
    button.move(40, room.top() + round(share * (room.height() - button.height())))
    made = ChartChooser(wording(), button)
    made.open_under(button, "rent")
    covered = QRect(button.mapToGlobal(QPoint(0, 0)), button.size())
    assert not made.geometry().intersects(covered)
    assert made.height() >= room.height() // 3
    button.close()
