"""The window tells numbers in the units that are chosen, and compute that is there as power."""

import numpy as np
import pytest

from planner.ensemble.many import Projector
from planner.ensemble.projection import Request
from planner.model.graph import model
from planner.model.scenario import Scenario
from planner.quantities.unit_system import BASE, UnitSystem
from planner.storage.sentences.spoken import speaking
from ui.wording.figures.units import (
    form_of,
    outcome_told,
    tell_in,
    telling_in,
    units,
    units_sentence,
)


@pytest.fixture(autouse=True)
def _as_by_default():
    yield
    tell_in(BASE)


def test_that_a_form_follows_the_choice():
    assert (units(), form_of("bn CNY/yr").shown) == (BASE, "bn CNY/yr")
    tell_in(UnitSystem(money="USD"))
    assert form_of("bn CNY/yr").shown == "bn USD/yr"


def test_that_compute_that_is_there_is_told_as_power_and_no_other():
    assert {key for key in model().outcomes if outcome_told(key) != key} == set()
    tell_in(UnitSystem(compute="MW"))
    told = {key: outcome_told(key) for key in model().outcomes if outcome_told(key) != key}
    assert told == {"installed_compute": "facility_power", "owned_compute": "owned_power"}
    assert form_of("GW").shown == "MW"
    assert form_of("EFLOPS realized").shown == "EFLOPS realized"
    for key, power in told.items():
        assert model().outcomes[key].elements == model().outcomes[power].elements


def test_that_power_is_that_of_the_fleet_month_by_month():
    asked = [Request("facility_power", each) for each in ("", "cloud", "centers")]
    owned = Request("owned_power")
    run = Projector().project(Scenario(), (*asked, owned), bands=False)
    total, cloud, centers = (run.series[each].center for each in asked)
    assert np.allclose(total, cloud + centers)
    assert (run.series[owned].center > total).all()


def test_that_the_rate_of_dollars_has_the_decimal_mark_of_the_language():
    with telling_in(UnitSystem("USD", "EFLOPS")):
        with speaking("it"):
            assert "7,2" in units_sentence()
        with speaking("en"):
            assert "7.2" in units_sentence()
