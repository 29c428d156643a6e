"""What is told of how the futures of a run were drawn; fifth floor of planner, a frozen value."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["conditioned", "as drawn", "provisional"]

CONSISTENT = "consistent with 2025-26"


@dataclass(frozen=True, slots=True)
class Conditioning:
    """How futures were drawn: from a pool by what was measured, as drawn, or so for the moment.

    `pool` is how many futures they were kept from, `effective` how many equally weighted ones of
    those tell as much. `warning` is a sentence where too few agree with what was measured.
    """

    kind: Kind
    pool: int = 0
    effective: float = 0.0
    warning: str = ""

    @property
    def label(self) -> str:
        """In a few words, how futures were drawn."""
        match self.kind:
            case "conditioned":
                return CONSISTENT
            case "as drawn":
                return "as drawn"
            case "provisional":
                return "not yet weighed"

    @property
    def sentence(self) -> str:
        """In one sentence, how futures were drawn."""
        if self.warning:
            return self.warning
        match self.kind:
            case "conditioned":
                return (
                    f"Futures are {CONSISTENT}: kept from {self.pool:,} by how well they agree "
                    f"with what was measured, which weighs like {self.effective:,.0f} of them."
                )
            case "as drawn":
                return "Futures are as drawn, whatever was measured in 2025-26."
            case "provisional":
                return "Futures are not yet held to what was measured in 2025-26."


AS_DRAWN = Conditioning("as drawn")
PROVISIONAL = Conditioning("provisional")


def conditioned(pool: int, effective: float, *, is_few: bool) -> Conditioning:
    """Return what is told of futures that were kept by their weights."""
    few = (
        f"Only {effective:,.0f} of {pool:,} futures agree with what was measured in 2025-26 under "
        "these assumptions: the bands rest on few of them."
    )
    return Conditioning("conditioned", pool, effective, few if is_few else "")


def unweighted(pool: int, effective: float) -> Conditioning:
    """Return what is told where so few futures agree that weights would leave next to nothing."""
    why = (
        f"Hardly any future agrees with what was measured in 2025-26 under these assumptions "
        f"({effective:,.0f} of {pool:,}): futures are as drawn."
    )
    return Conditioning("as drawn", pool, effective, why)
