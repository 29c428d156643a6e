"""What is told of how the futures of a run were drawn; fifth floor of planner, a frozen value."""

from dataclasses import dataclass
from typing import Literal

from planner.quantities.told.numerals import fixed
from planner.storage.sentences.catalog import translate

Kind = Literal["conditioned", "as drawn", "provisional", "calibrated"]
Fault = Literal["few", "hardly any", "refused"]
"""Why there is a warning: few futures agree, next to none, or too few with one's own numbers."""


@dataclass(frozen=True, slots=True)
class Conditioning:
    """How futures were drawn: from a pool by what was measured, as drawn, or so for the moment.

    Calibrated, they were kept by a planner's own numbers as well.

    `pool` is how many futures they were kept from, `effective` how many equally weighted ones of
    those tell as much. There is a `fault` where too few agree with what was measured; of one's own
    numbers that were refused, `least` had to.
    """

    kind: Kind
    pool: int = 0
    effective: float = 0.0
    fault: Fault | None = None
    least: int = 0

    @property
    def label(self) -> str:
        """In a few words, how futures were drawn."""
        match self.kind:
            case "conditioned":
                return translate("Planner", "consistent with 2025-26")
            case "as drawn":
                return translate("Planner", "as drawn")
            case "provisional":
                return translate("Planner", "not yet weighed")
            case "calibrated":
                return translate("Planner", "consistent with your numbers")

    @property
    def sentence(self) -> str:
        """In one sentence, how futures were drawn."""
        return self.warning or self._said(_sentence(self.kind))

    @property
    def warning(self) -> str:
        """A sentence where too few agree with what was measured; empty where enough do."""
        match self.fault:
            case None:
                return ""
            case "few":
                return self._said(_few(self.kind))
            case "hardly any":
                return self._said(
                    translate(
                        "Planner",
                        "Hardly any future agrees with what was measured in 2025-26 under these "
                        "assumptions ({effective} of {pool}): futures are as drawn.",
                    )
                )
            case "refused":
                return self._said(_refused(self.kind))

    def _said(self, text: str) -> str:
        return text.format(
            pool=fixed(self.pool, 0), effective=fixed(self.effective, 0), least=self.least
        )


AS_DRAWN = Conditioning("as drawn")
PROVISIONAL = Conditioning("provisional")


def conditioned(pool: int, effective: float, *, is_few: bool) -> Conditioning:
    """Return what is told of futures that were kept by their weights."""
    return Conditioning("conditioned", pool, effective, "few" if is_few else None)


def unweighted(pool: int, effective: float) -> Conditioning:
    """Return what is told where so few futures agree that weights would leave next to nothing."""
    return Conditioning("as drawn", pool, effective, "hardly any")


def calibrated(pool: int, effective: float, *, is_few: bool) -> Conditioning:
    """Return what is told of futures that were kept by a planner's own numbers as well."""
    return Conditioning("calibrated", pool, effective, "few" if is_few else None)


def refused(pool: int, effective: float, least: int, held: Conditioning) -> Conditioning:
    """Return what is told where too few futures agree with a planner's own numbers to hold to them.

    `held` is what is told of the futures that are used instead; `pool` and `effective` stay those
    of the attempt.
    """
    return Conditioning(held.kind, pool, effective, "refused", least)


def _sentence(kind: Kind) -> str:
    match kind:
        case "conditioned":
            return translate(
                "Planner",
                "Futures are consistent with 2025-26: kept from {pool} by how well they agree "
                "with what was measured, which weighs like {effective} of them.",
            )
        case "as drawn":
            return translate("Planner", "Futures are as drawn, whatever was measured in 2025-26.")
        case "provisional":
            return translate("Planner", "Futures are not yet held to what was measured in 2025-26.")
        case "calibrated":
            return translate(
                "Planner",
                "Futures are consistent with your numbers: kept from {pool} by how well they agree "
                "with those and with what was measured in 2025-26, which weighs like {effective} "
                "of them.",
            )


def _few(kind: Kind) -> str:
    if kind == "calibrated":
        return translate(
            "Planner",
            "Only {effective} of {pool} futures agree with your numbers: the bands rest on few of "
            "them.",
        )
    return translate(
        "Planner",
        "Only {effective} of {pool} futures agree with what was measured in 2025-26 under these "
        "assumptions: the bands rest on few of them.",
    )


def _refused(kind: Kind) -> str:
    if kind == "conditioned":
        return translate(
            "Planner",
            "Your numbers are not used: only {effective} of {pool} futures agree with them, and "
            "{least} are needed. Futures are consistent with 2025-26.",
        )
    return translate(
        "Planner",
        "Your numbers are not used: only {effective} of {pool} futures agree with them, and "
        "{least} are needed. Futures are as drawn.",
    )
