"""What all cards of a row say at their widths: a fact that one has no room for is dropped by all.

So a reader who compares cards misses the same in each. Nothing is painted here. Floor: widgets.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from PySide6.QtCore import Qt

from planner.quantities.told.lists import in_turn
from ui.widgets.cards.hand import Hand
from ui.wording.key_figures import KpiDisplay

LEFT, RIGHT = 10, 10
GAP: Final = 5
RING: Final = 9.0
"""Pixels of the mark of a target."""
WHISKER: Final = 40
WIDE_FROM: Final = 220
"""From this width on low cards tell the range of their levels as well."""

_LEAST_TITLE: Final = 0.55
"""Of the longest title, to which titles are shortened before a fact is dropped."""
_STEP: Final = 4
_BEFORE_CUT: Final = " ,\N{FULLWIDTH COMMA}、"
"""What no shortened title ends with."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What stands on each card that has it to say.

    The unit stands behind the name, or behind the value. `has_span` is of the range of the level,
    `has_change_span` of that of the difference. A target is told in full, or in how many futures
    it is met. The share of futures is told in full on high cards, or short; on low ones short, or
    not at all.
    """

    unit_at_name: bool = True
    has_span: bool = True
    has_share: bool = True
    has_target: bool = True
    has_change_span: bool = True


Cards = Sequence[tuple[KpiDisplay, int]]
"""What each card of a row says, and its width in pixels."""


@dataclass(frozen=True, slots=True)
class Measure:
    """The hands of a card, by which what it says is as wide as it is painted."""

    small: Hand
    large: Hand
    strong: Hand
    is_low: bool

    def facts_of(self, cards: Cards) -> Facts:
        """Return the most that all of these cards have room for."""
        offered = _LOW if self.is_low else _HIGH
        upper = next((each for each in offered if self._is_upper_whole(cards, each)), offered[-1])
        has_share = upper.has_share if self.is_low else self._is_share_whole(cards)
        has_change = all(self.change(shown, upper) <= _room(width) for shown, width in cards)
        return replace(upper, has_share=has_share, has_change_span=has_change)

    def shared(self, shown: Sequence[KpiDisplay], room: int) -> tuple[Facts, list[int]]:
        """Return the most that low cards in a row of this room say, and the width each takes.

        Before the share is dropped from all of them, the longest titles are shortened.
        """
        whole = max(self.small.width(each.title) for each in shown)
        shorter = range(whole, round(_LEAST_TITLE * whole), -_STEP)
        with_share = [facts for facts in _LOW if facts.has_share]
        offered = [
            *((facts, whole) for facts in with_share),
            *((facts, most) for facts in with_share if not facts.has_span for most in shorter),
            *((facts, whole) for facts in _LOW if not facts.has_share),
        ]
        lines: dict[Facts, list[_Lines]] = {}
        for facts, most in offered:
            if facts not in lines:
                lines[facts] = [self._lines(each, facts) for each in shown]
            widths = [each.width(most) for each in lines[facts]]
            if sum(widths) <= room:
                break
        return facts, widths

    def _lines(self, shown: KpiDisplay, facts: Facts) -> "_Lines":
        others = max(self.value(shown, facts), self.change(shown, facts))
        title = self.small.width(shown.title)
        return _Lines(title, self.name(shown, facts), others, WIDE_FROM if facts.has_span else 0)

    def name(self, shown: KpiDisplay, facts: Facts) -> int:
        """Return the width of the line of the name."""
        beside = 0
        if shown.target:
            text = shown.target if facts.has_target else shown.short_target
            beside = self.small.width(text) + int(RING) + 3 * GAP
        elif self.is_low and facts.has_span and shown.span:
            beside = self.small.width(shown.span) + GAP
        return self.small.width(named(shown, facts)) + beside

    def value(self, shown: KpiDisplay, facts: Facts) -> int:
        """Return the width of the line of the value."""
        is_told = facts.has_share if self.is_low else facts.has_span
        said = (shown.short_share if self.is_low else shown.span) if is_told else ""
        unit = "" if facts.unit_at_name else shown.short_unit
        beside = sum(self.small.width(each) + GAP for each in (unit, said) if each)
        return self.large.width(shown.value) + GAP + beside

    def change(self, shown: KpiDisplay, facts: Facts) -> int:
        """Return the width of the line of the difference."""
        hand = self.strong if shown.is_moved else self.small
        span = shown.difference_span if facts.has_change_span else ""
        beside = self.small.width(span) + GAP + 3 if span else 0
        return hand.width(shown.difference) + beside

    def _is_upper_whole(self, cards: Cards, facts: Facts) -> bool:
        """Tell whether the lines of names and values have room on all cards.

        A name that has no room without its unit either is cut whatever else stands there.
        """
        if self.is_low and facts.has_span and any(width < WIDE_FROM for _, width in cards):
            return False
        return all(
            self.value(shown, facts) <= _room(width)
            and (not self._asks_at_name(shown, facts) or self.name(shown, facts) <= _room(width))
            for shown, width in cards
        )

    def _asks_at_name(self, shown: KpiDisplay, facts: Facts) -> bool:
        """Tell whether anything stands beside the name that would go for want of room."""
        has_unit = facts.unit_at_name and bool(shown.short_unit)
        has_span = self.is_low and facts.has_span
        return has_unit or has_span or (facts.has_target and bool(shown.target))

    def _is_share_whole(self, cards: Cards) -> bool:
        taken = WHISKER + GAP
        return all(
            self.small.width(shown.share) + (taken if shown.whisker else 0) <= _room(width)
            for shown, width in cards
        )


class _Lines(NamedTuple):
    """Widths of what a low card says: of its title, of the line with it, and of the widest other.

    The card is `least` wide whatever it says.
    """

    title: int
    named: int
    others: int
    least: int

    def width(self, most: int) -> int:
        """Return the width of the card, its title no wider than this."""
        named = self.named - max(0, self.title - most)
        return max(LEFT + max(named, self.others) + RIGHT, self.least)


_SHORT: Final = Facts(has_span=False, has_share=False, unit_at_name=False)
_LOW: Final = tuple(
    replace(facts, has_target=is_whole)
    for facts in (
        Facts(),
        Facts(has_span=False),
        Facts(has_span=False, unit_at_name=False),
        Facts(has_span=False, has_share=False),
        _SHORT,
        replace(_SHORT, has_change_span=False),
    )
    for is_whole in (True, False)
)
_HIGH: Final = tuple(
    replace(facts, has_target=is_whole)
    for facts in (Facts(unit_at_name=False), Facts(), Facts(unit_at_name=False, has_span=False))
    for is_whole in (True, False)
)
"""What cards say, the most that is to be wished for first."""


def named(shown: KpiDisplay, facts: Facts) -> str:
    """Return the name of a card, with its unit where that stands there."""
    return in_turn((shown.title, shown.short_unit)) if facts.unit_at_name else shown.title


def named_within(shown: KpiDisplay, facts: Facts, hand: Hand, room: int) -> str:
    """Return the name of a card as it fits into a room: its title is shortened, not its unit."""
    name = named(shown, facts)
    over = hand.width(name) - room
    if over <= 0 or name == shown.title:
        return name
    left = max(0, hand.width(shown.title) - over)
    cut = hand.metrics.elidedText(shown.title, Qt.TextElideMode.ElideRight, left)
    title = cut.rstrip("…").rstrip(_BEFORE_CUT) + "…"
    return named(replace(shown, title=title), facts)


def _room(width: int) -> int:
    """Return the pixels of a line on a card of this width."""
    return width - LEFT - RIGHT


def shape_of(shown: KpiDisplay) -> tuple[object, ...]:
    """Return what the width of a card's texts follows from: figures are as wide as each other.

    It costs a hundredth of measuring them: it is asked for at every frame of a drag.
    """
    texts = (shown.value, shown.span, shown.difference, shown.difference_span, shown.share)
    begun = (shown.difference[:1], shown.short_share[:1])
    return (shown.title, shown.short_unit, *begun, *map(len, (*texts, shown.target)))
