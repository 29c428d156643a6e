"""A row of charts that tells what limits compute gets more of the height."""

import pytest

from ui.charts.contents.specs import default_setting, default_settings
from ui.charts.layout.row_heights import row_shares

RENT = default_setting("rent")


@pytest.mark.parametrize(
    ("visible", "columns", "alike", "shares"),
    [
        ((0, 1, 2, 3), 2, False, {0: 8, 1: 7}),
        ((0, 1, 2, 3), 2, True, {0: 7, 1: 7}),
        ((0, 1, 2, 3), 1, False, {0: 7, 1: 8, 2: 7, 3: 7}),
        ((2,), 2, False, {1: 7}),
    ],
)
def test_that_the_row_of_the_chart_of_supply_is_higher_unless_rows_are_alike(
    visible, columns, alike, shares
):
    assert row_shares(default_settings(), visible, columns, alike) == shares


def test_that_rows_without_it_are_alike():
    assert set(row_shares((RENT,) * 4, range(4), 2, False).values()) == {7}
