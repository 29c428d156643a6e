"""What is told of how the futures of a run were drawn; fifth floor of planner, a frozen value."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["conditioned", "as drawn", "provisional", "calibrated"]

CONSISTENT = "consistent with 2025-26"
OWN = "consistent with your numbers"


@dataclass(frozen=True, slots=True)
class Conditioning:
    """How futures were drawn: from a pool by what was measured, as drawn, or so for the moment.

    Calibrated, they were kept by a planner's own numbers as well.

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
            case "calibrated":
                return OWN

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
            case "calibrated":
                return (
                    f"Futures are {OWN}: kept from {self.pool:,} by how well they agree with those "
                    "and with what was measured in 2025-26, which weighs like "
                    f"{self.effective:,.0f} of them."
                )


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


def calibrated(pool: int, effective: float, *, is_few: bool) -> Conditioning:
    """Return what is told of futures that were kept by a planner's own numbers as well."""
    few = (
        f"Only {effective:,.0f} of {pool:,} futures agree with your numbers: "
        "the bands rest on few of them."
    )
    return Conditioning("calibrated", pool, effective, few if is_few else "")


def refused(pool: int, effective: float, least: int, held: Conditioning) -> Conditioning:
    """Return what is told where too few futures agree with a planner's own numbers to hold to them.

    `held` is what is told of the futures that are used instead; `pool` and `effective` stay those
    of the attempt.
    """
    why = (
        f"Your numbers are not used: only {effective:,.0f} of {pool:,} futures agree with them, "
        f"and {least} are needed. Futures are {held.label}."
    )
    return Conditioning(held.kind, pool, effective, why)
