"""`--cards enterprises,utilization.centers`: what a report tells of first, as cards of a window."""

import argparse

from planner.model.graph import model
from planner.model.indices import split_address
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from planner.studies.cards import MOST_CARDS, Card, is_known
from ui.wording.command_text import WHOLE


def add_cards(parser: argparse.ArgumentParser) -> None:
    """Add the option."""
    parser.add_argument(
        "--cards",
        type=read_cards,
        metavar=translate("Terminal", "NAME,..."),
        help=translate(
            "Terminal",
            "what the report tells of first: enterprises,utilization.centers; without an element "
            "of the places, with .all of the whole; the cards of a first start unless given",
        ),
    )


def read_cards(text: str) -> tuple[Card, ...]:
    """Read outcomes, or outcomes and elements, with commas between them, for an option."""
    cards = tuple(dict.fromkeys(map(_card, text.replace("\N{FULLWIDTH COMMA}", ",").split(","))))
    if len(cards) > MOST_CARDS:
        message = translate("Terminal", "{given} is not allowed, only up to {most} cards")
        raise argparse.ArgumentTypeError(message.format(given=shown(text), most=MOST_CARDS))
    return cards


def _card(text: str) -> Card:
    key, element = split_address(text.strip())
    has_element = "." in text
    card = Card(key, ("" if element == WHOLE else element) if has_element else None)
    if key not in model().outcomes or not is_known(card) or (has_element and not element):
        message = translate(
            "Terminal",
            "{given} is not allowed, only an outcome, alone or with one of its elements behind a "
            "dot; `suanli reference` lists them",
        )
        raise argparse.ArgumentTypeError(message.format(given=shown(text.strip())))
    return card
