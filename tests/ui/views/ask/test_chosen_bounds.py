"""Bounds that were chosen hold one by one, and an empty one takes its own away."""

import pytest

from planner.studies.spending.instrument import Instrument, all_instruments
from tests.some import some
from ui.views.ask.spending.bounds import BoundsButton
from ui.views.ask.spending.bounds_popup import BoundsPopup
from ui.views.ask.spending.chosen_bounds import ChosenBounds

CHENGDU, FUND = Instrument("vouchers", "chengdu"), Instrument("fund", "chengdu")


@pytest.mark.parametrize(
    ("bounded", "side"),
    [
        ("each", "least"),
        ("each", "most"),
        ("place", "least"),
        (CHENGDU, "least"),
        (CHENGDU, "most"),
    ],
)
def test_that_a_bound_is_what_it_was_set_to_and_none_once_it_is_taken_away(bounded, side):
    bounds = ChosenBounds().having(bounded, side, 30.0)
    assert bounds.of(bounded, side) == 30
    assert bounds.having(bounded, side, None).of(bounded, side) is None
    assert ChosenBounds().having(bounded, side, None).having(bounded, side, 30.0) == bounds


def test_that_uses_with_a_bound_of_their_own_are_counted_once():
    bounds = ChosenBounds().having(CHENGDU, "least", 5.0).having(CHENGDU, "most", 9.0)
    assert bounds.own_count((CHENGDU, FUND)) == 1
    assert bounds.own_count((FUND,)) == 0


def test_that_empty_fields_show_what_holds_in_their_place(qtbot):
    bounds = ChosenBounds(least_each=10.0).having(CHENGDU, "most", 50.0)
    button = BoundsButton()
    qtbot.addWidget(button)
    popup = BoundsPopup(bounds, (CHENGDU, FUND), button)
    fields = popup.fields
    assert fields[CHENGDU, "most"].text() == "50"
    assert (fields[FUND, "most"].text(), fields[FUND, "most"].placeholderText()) == ("", "200")
    assert fields[FUND, "least"].placeholderText() == "10"
    assert fields["place", "least"].placeholderText() == "0"
    names = [field.accessibleName() for field in some(fields.values())]
    assert "Vouchers in Chengdu, at most" in names


def test_that_fields_for_many_uses_stay_on_the_screen(qtbot):
    button = BoundsButton()
    qtbot.addWidget(button)
    popup = BoundsPopup(ChosenBounds(), all_instruments(), button)
    room = popup.screen().availableGeometry()
    button.move(room.width() - 20, room.height() // 2)
    button.show()
    popup.open_beside(button)
    assert room.contains(popup.geometry())
    assert popup.height() > 150
    popup.close()
