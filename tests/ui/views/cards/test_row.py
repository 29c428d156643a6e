"""The cards of the window are chosen, ordered and opened by hand and by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from planner.studies.cards import GENERAL, MOST_CARDS, SETS, Card
from tests.some import some
from ui.charts.contents.specs import parts
from ui.views.cards.chooser import CardChooser, outcome_groups
from ui.views.cards.menu import CardMenu
from ui.views.cards.row import KpiRow

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def row(qtbot):
    made = KpiRow()
    qtbot.addWidget(made)
    made.resize(1000, 120)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _keys(row):
    return [each.outcome for each in row.rows]


def test_that_a_window_opens_with_the_general_cards(row):
    assert row.rows == GENERAL
    assert [card.isVisible() for card in row.cards] == [True] * len(GENERAL)


def test_that_cards_are_taken_away_and_added_and_never_all_or_too_many(row, qtbot):
    with qtbot.waitSignal(row.changed):
        row.replace(1)
    assert _keys(row) == ["enterprises", "utilization", "rent"]
    row.choose(GENERAL[:1])
    row.replace(0)
    assert row.rows == GENERAL[:1], "the last one stays"
    row.choose([Card("enterprises", "", year) for year in range(2025, 2045)])
    assert len(row.rows) == len(row.cards) == MOST_CARDS
    row.choose([GENERAL[0], GENERAL[0]])
    assert row.rows == GENERAL[:1], "no two are alike"


def test_that_keys_move_the_focus_and_the_card(row):
    row.activateWindow()
    row.cards[0].setFocus()
    QTest.keyClick(row.cards[0], Qt.Key.Key_Right)
    assert row.cards[1].hasFocus()
    QTest.keyClick(row.cards[1], Qt.Key.Key_Right, CONTROL)
    assert _keys(row) == ["enterprises", "utilization", "used_compute", "rent"]
    assert row.cards[2].hasFocus(), "the keys go with the card"
    QTest.keyClick(row.cards[2], Qt.Key.Key_Delete)
    assert _keys(row) == ["enterprises", "utilization", "rent"]


def test_that_a_hand_drags_a_card_to_another_place(row):
    card, there = row.cards[0], row.cards[2].geometry().center()
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 40))
    QTest.mouseMove(card, card.mapFrom(row, there))
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=card.rect().center())
    assert _keys(row) == ["used_compute", "utilization", "enterprises", "rent"]
    assert row.cards[2] is card


def test_that_the_menu_offers_the_places_of_the_outcome_and_the_years(row, qtbot):
    menu = CardMenu(Card("enterprises"), (0, 4), range(2025, 2036), row)
    titles = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert titles[1] == "&Target…"
    assert titles[5:9] == ["&How is this computed?", "&Outcome…", "&Place", "&Year"]
    places, years = (
        [each for each in inner.actions() if not each.isSeparator()]
        for inner in menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    )
    assert [each.text() for each in places][:3] == ["As the window", "All seven places", "Beijing"]
    assert [each.isChecked() for each in years] == [True] + [False] * 11
    with qtbot.waitSignal(menu.chosen) as chosen:
        places[2].trigger()
    assert chosen.args == [Card("enterprises", "beijing")]
    menu.close()


def test_that_what_is_chosen_in_the_menu_is_done(row, qtbot):
    row.cards[1].menu_wanted.emit(QPoint(0, 0))
    menu = row.findChild(CardMenu)
    menu.chosen.emit(Card("used_compute", "cloud"))
    assert row.rows[1] == Card("used_compute", "cloud")
    menu.chosen.emit("left")
    assert _keys(row)[:2] == ["used_compute", "enterprises"]
    with qtbot.waitSignal(row.opened) as opened:
        menu.chosen.emit("chart")
    assert opened.args == [Card("enterprises")]
    menu.chosen.emit("remove")
    assert _keys(row) == ["used_compute", "utilization", "rent"]
    menu.close()


def test_that_any_outcome_can_be_found_and_added(row):
    row.ask_for_more()
    chooser = row.findChild(CardChooser)
    chooser.field.setText("jobs")
    (found,) = chooser.leaves()
    chooser.view.clicked.emit(found)
    assert _keys(row) == [*(each.outcome for each in GENERAL), "jobs"]


def test_that_every_outcome_is_named_whole_and_told_with_its_unit(row):
    row.ask_for_more()
    chooser = row.findChild(CardChooser)
    room, metrics = chooser.view.columnWidth(0), chooser.view.fontMetrics()
    assert all(metrics.horizontalAdvance(each.data()) < room for each in some(chooser.leaves()))
    chooser.field.setText("AI enterprises")
    assert chooser.explanation.text() == "AI enterprises in the seven places (enterprises)."


def test_that_the_list_marks_what_has_a_card(qapp):
    entries = [entry for group in outcome_groups({"rent"}) for entry in group.entries]
    assert [entry.value for entry in entries if entry.aside] == ["rent"]
    assert len(entries) > 40


def test_that_a_narrow_row_stands_in_two(row, qtbot):
    row.resize(500, 240)
    qtbot.waitUntil(lambda: len({card.y() for card in row.cards}) == 2)
    row.choose(GENERAL[:2])
    qtbot.waitUntil(lambda: len({card.y() for card in row.cards}) == 1)


def test_that_five_cards_in_two_rows_stand_three_above_two(row, qtbot):
    row.choose_set("centers")
    row.resize(760, 240)
    qtbot.waitUntil(lambda: len({card.y() for card in row.cards}) == 2)
    tops = [card.y() for card in row.cards]
    assert [tops.count(top) for top in sorted(set(tops))] == [3, 2]


def test_that_a_click_on_a_card_shows_its_chart(drawn):
    center = drawn.window.center
    before = center.charts.settings
    QTest.mouseClick(center.kpis.cards[1], Qt.MouseButton.LeftButton, pos=QPoint(30, 40))
    assert center.charts.settings == before, "it is there already"
    assert center.charts.views[1].hasFocus()
    center.kpis.choose((*GENERAL[:2], Card("jobs")))
    center.kpis.opened.emit(Card("jobs"))
    assert ("jobs", "") in parts(center.charts.settings[2]), "no card stands for utilization"


def test_that_ready_sets_are_commands_and_are_drawn(drawn, qtbot):
    drawn.window.actions_["spending_cards"].trigger()
    center = drawn.window.center
    assert center.kpis.rows == SETS["spending"]
    qtbot.waitUntil(lambda: drawn.live.state == "held", timeout=60_000)
    told = [card.shown for card in center.kpis.cards]
    assert "…" not in [each.value for each in told]
    assert [each.is_counted for each in told] == [False, False, True, False, False]
    assert "of futures" in told[2].span


def test_that_two_or_three_places_are_one_sum_on_a_card(row, qtbot):
    row.choose([Card("enterprises"), Card("rent")])
    menu = CardMenu(row.rows[0], (0, 2), range(2025, 2036), row)
    menu.chosen.connect(row._on_menu)
    (sums,) = (each for each in menu.findChildren(QMenu) if each.title().startswith("&Sum"))
    areas = {action.data(): action for action in sums.actions()}
    for area in ("henan", "chengdu", "beijing"):
        areas[area].trigger()
    assert row.rows[0] == Card("enterprises", "beijing+chengdu+henan")
    assert not areas["shanghai"].isEnabled()
    areas["beijing"].trigger()
    assert row.rows[0] == Card("enterprises", "chengdu+henan")
    assert areas["shanghai"].isEnabled()
    menu.close()
