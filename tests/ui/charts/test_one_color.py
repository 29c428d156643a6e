"""A scenario has one color: in the list, on its curves, in read-outs and on cards."""

import pytest
from PySide6.QtGui import QColor

from ui.engine.shown_run import ShownRun
from ui.style.theme import DARK, LIGHT, Theme, readable
from ui.views.center.panel import Center


@pytest.fixture
def center(qtbot, qapp) -> Center:
    made = Center(LIGHT)
    qtbot.addWidget(made)
    qtbot.addWidget(made.head)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _is_written(card, theme: Theme, number: int) -> bool:
    """Tell whether a card has anything in a data color as text may have it."""
    image, wanted = card.grab().toImage(), QColor(readable(theme.data[number], theme))
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return any(_distance(image.pixelColor(x, y), wanted) < 40 for x, y in places)


def _distance(one: QColor, other: QColor) -> int:
    parts = (QColor.red, QColor.green, QColor.blue)
    return sum(abs(part(one) - part(other)) for part in parts)


def _moved_card(center):
    return next(card for card in center.kpis.cards if card.shown.is_moved)


def test_that_cards_curves_and_read_outs_have_the_color_of_the_list(center, baseline, doubled):
    for own in (1, 2):
        center.show_run(ShownRun(doubled, baseline, own=own))
        card = _moved_card(center)
        assert _is_written(card, LIGHT, own)
        assert not _is_written(card, LIGHT, 3 - own)
        for chart in center.charts.views[:3]:
            assert own in {curve.color for curve in chart.picture.curves}
            assert chart.readout.told.rows[0].color == own


def test_that_cards_take_it_from_the_theme_of_the_window(center, baseline, doubled):
    center.show_run(ShownRun(doubled, baseline, own=1))
    center.set_theme(DARK)
    assert center.charts.theme is DARK
    assert _is_written(_moved_card(center), DARK, 1)
