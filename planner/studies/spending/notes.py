"""What stands under every answer about money: what is not counted; sixth floor of planner."""

from collections.abc import Iterable

from planner.storage.sentences.catalog import translate
from planner.studies.spending.instrument import Instrument, Kind


def notes_on(instruments: Iterable[Instrument]) -> tuple[str, ...]:
    """Return what is to be said of some instruments, each sentence once."""
    kinds = {each.kind for each in instruments}
    fund = translate("Planner", "What a fund gets back from enterprises is not counted.")
    network = translate(
        "Planner",
        "The money of the network is what upgrading centers needs earlier, from 2025 on; what it "
        "takes to organize it is not counted.",
    )
    of_kind: dict[Kind, str] = {"fund": fund, "network": network}
    return tuple(text for kind, text in of_kind.items() if kind in kinds)
