"""What stands under every answer about money: what is not counted; sixth floor of planner."""

from collections.abc import Iterable
from typing import Final

from planner.studies.spending.instrument import Instrument, Kind

_OF_KIND: Final[dict[Kind, str]] = {
    "fund": "What a fund gets back from enterprises is not counted.",
    "network": "The money of the network is what upgrading centers needs earlier, from 2025 on; "
    "what it takes to organize it is not counted.",
}


def notes_on(instruments: Iterable[Instrument]) -> tuple[str, ...]:
    """Return what is to be said of some instruments, each sentence once."""
    kinds = {each.kind for each in instruments}
    return tuple(text for kind, text in _OF_KIND.items() if kind in kinds)
