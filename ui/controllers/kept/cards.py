"""The cards of the window as a text that is kept from day to day.

One word a card, its parts parted by slashes: outcome, element, year; a star stands for that of the
window. What is kept may be of another version or damaged: cards that the model does not know are
dropped. Floor: controllers.
"""

import re
from collections.abc import Sequence
from typing import Final

from planner.model.scenario import FIRST_YEAR, LAST_YEAR_AT_MOST
from planner.studies.cards import GENERAL, MOST_CARDS, Card, is_known

_WINDOW: Final = "*"
_WORD: Final = re.compile(r"(\w+)/([\w+]*|\*)/(\d{4}|\*)", re.ASCII)


def text_of_cards(cards: Sequence[Card]) -> str:
    """Return cards as a text, a word each."""
    return " ".join(map(_word, cards))


def cards_in(text: str) -> tuple[Card, ...]:
    """Return the cards of a kept text that the model knows; those of a first start where none is.

    Two alike are one.
    """
    known = [card for card in map(_card, text.split()[:MOST_CARDS]) if card is not None]
    return tuple(dict.fromkeys(known)) or GENERAL


def _word(card: Card) -> str:
    element = _WINDOW if card.element is None else card.element
    return f"{card.outcome}/{element}/{_WINDOW if card.year is None else card.year}"


def _card(word: str) -> Card | None:
    found = _WORD.fullmatch(word)
    if found is None:
        return None
    outcome, element, year = found.groups()
    card = Card(
        outcome,
        None if element == _WINDOW else element,
        None if year == _WINDOW else int(year),
    )
    has_year = card.year is None or FIRST_YEAR <= card.year <= LAST_YEAR_AT_MOST
    return card if has_year and is_known(card) else None
