"""Rows that move a part of another lever's path: each shows and moves its own stretch."""

import pytest

from planner.model.lever_settings import moves_alike
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, lever_default_path, lever_path, with_lever
from ui.documents.resets import reset

CAPEX, PLAN, LATER = "alibaba_capex", "alibaba_plan", "alibaba_later"
KNOTS = LeverPath(((2025, 98.4), (2025.25, 100), (2028.25, 200), (2030, 50)))
WITH_KNOTS = with_lever(Scenario(title="Knots"), CAPEX, KNOTS)


@pytest.fixture
def panel(suanli):
    suanli.document.edit("Open", WITH_KNOTS)
    return suanli.window.side.levers


def path_of(suanli):
    return lever_path(suanli.document.scenario, CAPEX)


def test_that_the_rows_of_the_parts_show_what_the_knots_give(panel):
    assert panel.row(PLAN).field.value() == 300
    assert panel.row(LATER).field.value() == 200
    assert panel.row(CAPEX) is panel.row(PLAN)
    assert "200 from Apr 2028, 50 from 2030" in panel.row(LATER).tip()


def test_that_a_slider_moves_its_own_stretch_alone(suanli, panel):
    row = panel.row(PLAN)
    for value in (0.0, 600.0):
        row.moved.emit("central", value, False)
    row.settled.emit()
    assert path_of(suanli).values == (98.4, 200, 200, 50)
    panel.row(LATER).moved.emit("central", 100.0, True)
    assert path_of(suanli).values == (98.4, 200, 100, 25)
    assert [name for name, _ in suanli.document.scenario.levers] == [CAPEX]


def test_that_without_knots_a_slider_sets_a_number(suanli):
    suanli.window.side.levers.row(PLAN).moved.emit("central", 760.0, True)
    assert suanli.document.scenario.levers == ((PLAN, 760.0),)


def test_that_a_row_is_changed_where_its_stretch_is(suanli, panel):
    later = [knot for knot in lever_default_path(CAPEX).knots if knot[0] < 2028.25]
    suanli.document.edit("Open", with_lever(Scenario(), CAPEX, LeverPath((*later, (2028.25, 9)))))
    assert not panel.row(PLAN).reset_button.isEnabled()
    assert panel.row(LATER).reset_button.isEnabled()


def test_that_an_even_plan_of_another_shape_is_changed_though_its_sum_is_not():
    knots = list(lever_default_path(CAPEX).knots)
    knots[1:2] = [(2025.25, 380.0), (2026.25, 0.0)]
    other = with_lever(Scenario(), CAPEX, LeverPath(tuple(knots)))
    assert not moves_alike(Scenario(), other, PLAN)
    assert moves_alike(Scenario(), other, LATER)


def test_that_a_part_goes_back_with_the_knots_it_belongs_to():
    both = with_lever(with_lever(Scenario(), PLAN, 760), LATER, 70)
    assert reset(WITH_KNOTS, [PLAN], "default", Scenario()).levers == ()
    assert reset(both, [PLAN], "default", Scenario()).levers == ((LATER, 70.0),)
    assert reset(WITH_KNOTS, [LATER], "saved", both).levers == both.levers
    assert reset(both, [PLAN], "saved", WITH_KNOTS).levers == WITH_KNOTS.levers


def test_that_history_leads_to_the_row_of_a_part(suanli, panel):
    suanli.window.side.show_control(CAPEX)
    assert panel.row(PLAN).slider.hasFocus() or not suanli.window.isActiveWindow()
