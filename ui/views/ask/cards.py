"""The cards of Ask in their order, one row each, and how wide they are. Floor: views.

Adding a card is adding its row, and a command in `ui.wording.answers.questions` that leads to it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil
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
_LEAST: Final = 260
"""Pixels of a card that lets another one be wider."""


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

    As wide as they want; a card that needs more gets it from those beside it. Where a row has no
    room for that, all stand two beside each other, or each in a row of its own. The last of a row
    fills it.
    """
    pixels = [max(each, _LEAST) + GAP for each in least]
    needs = [min(COLUMNS, ceil(each * COLUMNS / max(1, width))) for each in pixels]
    halves = [COLUMNS // 2] * len(wanted)
    asked = list(zip(wanted, needs, strict=True))
    is_wide = width >= WIDE_FROM
    if is_wide and all(sum(need for _, need in row) <= COLUMNS for row in _rows(asked)):
        return _placed([_shared(row) for row in _rows(asked)])
    even = _placed([_shared(row) for row in _rows([(each, 0) for each in halves])])
    if all(need <= seat.columns for need, seat in zip(needs, even, strict=True)):
        return even
    return tuple(Seat(row, 0, COLUMNS) for row in range(len(wanted)))


def _rows(cards: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Return cards by row, each with the columns it wants and those it needs."""
    rows: list[list[tuple[int, int]]] = []
    taken = COLUMNS
    for wanted, need in cards:
        if taken + wanted > COLUMNS:
            rows.append([])
            taken = 0
        rows[-1].append((wanted, need))
        taken += wanted
    return rows


def _shared(row: Sequence[tuple[int, int]]) -> list[int]:
    """Return the columns of the cards of a row, which they fill together."""
    columns = [max(wanted, need) for wanted, need in row]
    columns[-1] = max(columns[-1], COLUMNS - sum(columns[:-1]))
    while sum(columns) > COLUMNS:
        spare = [have - need for have, (_, need) in zip(columns, row, strict=True)]
        columns[spare.index(max(spare))] -= 1
    return columns


def _placed(rows: Sequence[Sequence[int]]) -> tuple[Seat, ...]:
    return tuple(
        Seat(number, column, columns)
        for number, row in enumerate(rows)
        for column, columns in zip(accumulate(row, initial=0), row, strict=False)
    )
