"""Which figures stand above the charts: frozen rows that a user chooses; sixth floor of planner.

A card is an outcome, at a place and in a year, or where and when the window is. Ready sets answer
one question each. How a card is worded and drawn is not known here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from planner.ensemble.projection import Request, requests_of
from planner.model.graph import model
from planner.model.indices import AREAS
from planner.model.outcome import Outcome
from planner.model.sums import can_be_asked, members, together
from planner.studies.key_figures import CARDS

CardSet = Literal["general", "vouchers", "spending", "centers", "key_figures"]
MOST_CARDS: Final = 8
AREAS_AT_MOST: Final = 3
"""Of which one card is the sum: as many as the window shows side by side."""


@dataclass(frozen=True, slots=True)
class Card:
    """One card: `element` and `year` are None where it follows the window.

    An empty element is the whole; of an outcome that adds up it may be a sum of areas.
    """

    outcome: str
    element: str | None = None
    year: int | None = None


GENERAL: Final = (
    Card("enterprises"),
    Card("used_compute"),
    Card("utilization", "centers"),
    Card("rent", "centers"),
)
"""The cards of a first start."""

SETS: Final[Mapping[CardSet, tuple[Card, ...]]] = {
    "general": GENERAL,
    "vouchers": (
        Card("enterprises"),
        Card("enterprises_added_by_vouchers"),
        Card("public_cost_per_added_enterprise"),
        Card("voucher_spend"),
        Card("voucher_budget_used"),
    ),
    "spending": (
        Card("installed_compute"),
        Card("used_compute"),
        Card("limit", "cloud"),
        Card("chip_shortage"),
        Card("rent", "cloud"),
    ),
    "centers": (
        Card("utilization", "centers"),
        Card("used_compute", "centers"),
        Card("idle_compute", "centers"),
        Card("idle_value", "centers"),
        Card("rent", "centers"),
    ),
    "key_figures": tuple(map(Card, CARDS)),
}
"""Ready sets by the question they answer."""


def is_known(card: Card) -> bool:
    """Tell whether the model has the outcome of a card, and has it for its element."""
    outcome = model().outcomes.get(card.outcome)
    if outcome is None or card.element is None:
        return outcome is not None
    is_short = len(members(card.element)) <= AREAS_AT_MOST
    return is_short and can_be_asked(outcome, card.element)


def with_area(card: Card, area: str) -> Card:
    """Return the card about one more area, or one less: several are one sum; none, the whole."""
    areas = set(members(card.element or "")) & set(AREAS)
    return replace(card, element=together(areas ^ {area}))


def element_of(card: Card, areas: tuple[str, ...] = ()) -> str:
    """Return the element that a card tells of while the window shows some areas, none for all.

    Several areas are told together where they add up, else the first. An outcome that knows no
    areas is told for the whole, or its first part where it has no whole.
    """
    elements = elements_of(card, areas)
    asked = together(elements) if len(elements) > 1 else elements[0]
    return asked if can_be_asked(model().outcomes[card.outcome], asked) else elements[0]


def placed(cards: Iterable[Card], areas: tuple[str, ...]) -> tuple[Card, ...]:
    """Return cards each at the element that it tells of while the window shows some areas."""
    return tuple(replace(card, element=element_of(card, areas)) for card in cards)


def elements_of(card: Card, areas: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the elements that a card is about: the areas of the window, or a single one."""
    if card.element is not None:
        return (card.element,)
    return areas if follows(card, areas) else (model().outcomes[card.outcome].elements[0],)


def follows(card: Card, areas: tuple[str, ...]) -> bool:
    """Tell whether a card tells of the areas of the window, because its outcome knows them."""
    known = model().outcomes[card.outcome].elements
    return card.element is None and bool(areas) and set(areas) <= set(known)


def requests_of_card(outcome: Outcome, element: str) -> tuple[Request, ...]:
    """Return what a card needs from a run: level and difference, or the share of each state."""
    if outcome.is_counted:
        return requests_of(outcome, element)
    return Request(outcome.key, element), Request(outcome.key, element, "difference")
