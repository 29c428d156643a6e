"""The cards of Ask in their order, one row each, and how wide they are. Floor: views.

Adding a card is adding its row, and a command in `ui.wording.answers.questions` that leads to it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from ui.views.ask.future.card import FutureCard
from ui.views.ask.matters import MattersCard
from ui.views.ask.own.card import NumbersCard
from ui.views.ask.spending.money import MoneyCard
from ui.views.ask.spending.split import SplitCard
from ui.views.ask.study_card import AskParts, StudyCard
from ui.views.ask.takes.card import TakesCard
from ui.views.ask.why import WhyCard
from ui.views.ask.worlds.discover import DiscoverCard
from ui.views.ask.worlds.survive import SurviveCard

COLUMNS: Final = 12
WIDE_FROM: Final = 860
"""Pixels from which cards are as wide as their rows say."""
GAP: Final = 8
"""Pixels between cards."""


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card: its key, how many of twelve columns it takes where there is room, how it is made."""

    key: str
    columns: int
    make: Callable[[AskParts], StudyCard]


CARDS: Final[tuple[CardRow, ...]] = (
    CardRow("why", 4, WhyCard),
    CardRow("matters", 4, MattersCard),
    CardRow("takes", 4, TakesCard),
    CardRow("split", 5, SplitCard),
    CardRow("money", 7, MoneyCard),
    CardRow("survive", 7, SurviveCard),
    CardRow("discover", 5, DiscoverCard),
    CardRow("future", 7, FutureCard),
    CardRow("numbers", 5, NumbersCard),
)


class Seat(NamedTuple):
    """Where a card stands in the grid."""

    row: int
    column: int
    columns: int


def seats(wanted: Sequence[int], least: Sequence[int], width: int) -> tuple[Seat, ...]:
    """Return where cards stand that want so many columns each and so many pixels at least.

    As wide as they want where each has room; else two beside each other, or each in a row of its
    own. The last of a row fills it.
    """
    halves, wholes = [COLUMNS // 2] * len(wanted), [COLUMNS] * len(wanted)
    tried = [wanted, halves] if width >= WIDE_FROM else [halves]
    for columns in tried:
        found = _placed(columns)
        if all(need <= _room(seat, width) for need, seat in zip(least, found, strict=True)):
            return found
    return _placed(wholes)


def _room(seat: Seat, width: int) -> float:
    return width * seat.columns / COLUMNS - GAP


def _placed(wanted: Sequence[int]) -> tuple[Seat, ...]:
    found: list[Seat] = []
    row = column = 0
    for columns in wanted:
        if column + columns > COLUMNS:
            found[-1] = _filling(found[-1])
            row, column = row + 1, 0
        found.append(Seat(row, column, columns))
        column += columns
    if found:
        found[-1] = _filling(found[-1])
    return tuple(found)


def _filling(seat: Seat) -> Seat:
    return seat._replace(columns=COLUMNS - seat.column)
