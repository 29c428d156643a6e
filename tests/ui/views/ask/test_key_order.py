"""The keys go through a card as it is read: what is asked, the picture, what can be done."""

import pytest
from PySide6.QtCore import Qt

from tests.some import some


def _reached(card):
    """Return the widgets of a card that Tab reaches, in its order."""
    part, found = card.nextInFocusChain(), []
    while part is not card:
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and card.isAncestorOf(part):
            found.append(part)
        part = part.nextInFocusChain()
    return found


@pytest.mark.parametrize("key", ["split", "money"])
def test_that_the_keys_reach_the_picture_about_money_after_its_fields(drawn, key):
    drawn.window.actions_[f"ask_{key}"].trigger()
    card = drawn.ask.panel.cards[key]
    order = _reached(card)
    fields = some(part for part in order if card.fields.isAncestorOf(part))
    assert all(order.index(field) < order.index(card.view) for field in fields)
    links = some(part for part in order if part in card.links.values())
    assert all(order.index(card.view) < order.index(link) for link in links)
    assert card.view.accessibleName() == card.title
