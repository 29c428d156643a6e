"""The card that says what matters most: live from the run on screen, totals when asked."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.model.scenario import Scenario, with_lever
from planner.studies.answers.about import About
from planner.studies.matters.first_order import matters
from ui.charts.shares.areas import AreaPicture
from ui.charts.shares.bars import BarList
from ui.style.theme import DARK, LIGHT
from ui.views.ask import matters as card_module

A_MINUTE = 60_000
MINE = with_lever(Scenario(title="Mine", futures=256), "alibaba_plan", 760)


@pytest.fixture
def card(drawn, qtbot):
    drawn.workspace.open(MINE, anew=True)
    drawn.window.actions_["ask_matters"].trigger()
    made = drawn.ask.panel.cards["matters"]
    qtbot.waitUntil(lambda: _is_of(made, "Mine"), timeout=A_MINUTE)
    return made


def _is_of(card, title: str) -> bool:
    answered = card.answer()
    return answered is not None and answered.answer.scenario == title


def _painted(card, theme) -> QImage:
    image = QImage(420, 280, QImage.Format.Format_RGB32)
    image.fill(theme.panel)
    answered = card.answer()
    assert answered is not None
    assert answered.paint is not None
    painter = QPainter(image)
    answered.paint(painter, QRectF(0, 0, 420, 280), theme)
    painter.end()
    return image


def _blank(theme) -> QImage:
    image = QImage(420, 280, QImage.Format.Format_RGB32)
    image.fill(theme.panel)
    return image


def test_that_the_run_on_screen_brings_the_numbers_of_the_terminal(card, drawn):
    found = to_the_end(matters(Projector(), MINE, drawn.ask.panel.about))
    assert card.found.shares == found.shares
    assert card.state.text() == "live"
    assert "matters most" in card.sentence.text()
    assert "256 futures" in card.line.text() or "256 futures" in card.line.toolTip()
    assert _painted(card, LIGHT) != _blank(LIGHT)


def test_that_other_structures_are_looked_at_once_the_hand_rests(card, qtbot):
    qtbot.waitUntil(lambda: "variants" in card.sentence.text(), timeout=A_MINUTE)
    answered = card.answer()
    assert answered is not None
    assert "variants of the model" in answered.answer.sentence


def test_that_it_follows_the_year_the_outcome_and_the_scenario(card, drawn, qtbot):
    drawn.ask.panel.head.year_chosen.emit(2028)
    assert card.found.about.year == 2028
    drawn.ask.panel.head.about_chosen.emit(About("used_compute", "", 2028))
    qtbot.waitUntil(lambda: card.found is not None, timeout=A_MINUTE)
    assert card.found.about == About("used_compute", "", 2028)
    drawn.workspace.open(replace(MINE, title="Other", seed=7), anew=True)
    qtbot.waitUntil(lambda: _is_of(card, "Other"), timeout=A_MINUTE)
    assert card.found.stamp.seed == 7


def test_that_nothing_is_followed_once_the_charts_are_back(card, drawn):
    cover = drawn.window.center.cover
    assert cover.followed
    drawn.ask.panel.closed.emit()
    assert not cover.followed


def test_that_a_click_on_a_bar_leads_to_its_assumption(card, qtbot):
    assert isinstance(card.chart.shown, BarList)
    first = card.chart._bars.room(card.chart.shown, card.chart.place).rows[0].center()
    with qtbot.waitSignal(card.control_wanted) as caught:
        qtbot.mouseClick(card.chart, Qt.MouseButton.LeftButton, pos=first.toPoint())
    assert caught.args == [card.found.first.lead]
    card.chart.setFocus()
    with qtbot.waitSignal(card.control_wanted) as caught:
        qtbot.keyClick(card.chart, Qt.Key.Key_Down)
        qtbot.keyClick(card.chart, Qt.Key.Key_Down)
        qtbot.keyClick(card.chart, Qt.Key.Key_Return)
    assert caught.args == [card.found.shares[1].lead]


def test_that_years_stand_as_areas_and_a_point_in_one_leads_to_it(card, qtbot):
    card.pages.buttons["years"].click()
    shown = card.chart.shown
    assert isinstance(shown, AreaPicture)
    assert card.pages.choice == "years"
    plot = card.chart._areas.plot(shown, card.chart.place)
    place = QPointF(plot.center().x(), plot.bottom() - 3)
    with qtbot.waitSignal(card.control_wanted) as caught:
        qtbot.mouseClick(card.chart, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert caught.args == [shown.areas[0].address]
    card.set_theme(DARK)
    assert _painted(card, DARK) != _blank(DARK)
    assert "over the years" in card.answer().answer.table.title


def test_that_each_one_low_and_high_is_run_when_asked(card, qtbot):
    card.pages.buttons["swings"].click()
    qtbot.waitUntil(lambda: card.tornado is not None, timeout=A_MINUTE)
    assert isinstance(card.chart.shown, BarList)
    assert card.chart.shown.middle is not None
    assert "alone:" in card.sentence.text()
    assert _painted(card, LIGHT) != _blank(LIGHT)


def test_that_total_shares_are_run_once_and_said_to_be_old_after_a_change(
    card, drawn, qtbot, monkeypatch
):
    monkeypatch.setattr(card_module, "POINTS", 128)
    card.pages.buttons["totals"].click()
    assert card.progress.isVisible()
    qtbot.waitUntil(lambda: card.totals is not None, timeout=A_MINUTE)
    assert not card.progress.isVisible()
    assert "with all it does together" in card.sentence.text()
    assert card.answer().answer.stamp.draws == "as drawn"
    kept = card.totals
    card.pages.buttons["shares"].click()
    card.pages.buttons["totals"].click()
    assert card.totals is kept
    drawn.workspace.open(with_lever(MINE, "alibaba_plan", 100), anew=True)
    qtbot.waitUntil(lambda: card.state.text() == "before the last change", timeout=A_MINUTE)


def test_that_total_shares_can_be_canceled(card, qtbot):
    card.pages.buttons["totals"].click()
    card.cancel_button.click()
    assert card.page == card.pages.choice == "shares"
    assert card.totals is None
    assert card.state.text() == "live"


def test_that_too_few_futures_are_said_to_tell_nothing(card, drawn, qtbot):
    drawn.workspace.open(replace(MINE, title="Few", futures=50), anew=True)
    qtbot.waitUntil(lambda: "too few futures" in card.blank.text(), timeout=A_MINUTE)
    assert card.blank.isVisible()
