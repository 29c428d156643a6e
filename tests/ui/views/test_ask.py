"""Ask stands in the place of the charts, filled in with what is at hand."""

import pytest
from PySide6.QtCore import Qt

from planner.model.scenario import Scenario, with_lever
from planner.studies.answers.about import About
from ui.views.ask.cards import Seat, seats


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
    assert drawn.ask.panel is None
    assert charts.isVisible()
    assert not drawn.window.actions_["ask_all"].isChecked()


def test_that_escape_goes_back_to_the_charts(drawn, qtbot):
    qtbot.keyClick(_opened(drawn), Qt.Key.Key_Escape)
    assert drawn.window.center.charts.isVisible()


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
    assert drawn.ask.panel is None
    drawn.paths.close()
    assert drawn.window.center.charts.isVisible()


@pytest.mark.parametrize(
    ("width", "found"),
    [
        (1100, (Seat(0, 0, 4), Seat(0, 4, 4), Seat(0, 8, 4), Seat(1, 0, 5), Seat(1, 5, 7))),
        (700, (Seat(0, 0, 6), Seat(0, 6, 6), Seat(1, 0, 6), Seat(1, 6, 6), Seat(2, 0, 12))),
        (500, tuple(Seat(row, 0, 12) for row in range(5))),
    ],
)
def test_that_cards_stand_beside_each_other_as_far_as_there_is_room(width, found):
    assert seats((4, 4, 4, 5, 7), width) == found
