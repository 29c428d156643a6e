"""What the status bar says of a run: how it was drawn; no widgets here."""

from dataclasses import dataclass
from typing import Final

from planner.ensemble.projection import Projection
from planner.storage.sentences.catalog import translate
from ui.wording.draws import draws_text
from ui.wording.numbers import Numerals, fixed

_MILLI: Final = 1000


@dataclass(frozen=True, slots=True)
class RunInWords:
    """One run as the status bar says it; `tip` tells how it can be drawn again, and how fast."""

    futures: str
    tip: str


def run_in_words(projection: Projection, style: Numerals) -> RunInWords:
    """Return what is said of a run."""
    seed = translate("Status", "Seed {seed}; computed in {milliseconds} ms.")
    spent = fixed(projection.seconds * _MILLI, 0, style)
    details = seed.format(seed=projection.scenario.seed, milliseconds=spent)
    sentence = projection.draws.sentence if projection.futures else ""
    return RunInWords(_futures(projection, style), f"{sentence}\n{details}".strip())


def _futures(projection: Projection, style: Numerals) -> str:
    drawn, wanted = projection.futures, projection.scenario.futures
    if not drawn:
        return translate("Status", "center lines only")
    if projection.is_one_future:
        return translate("Status", "one future")
    text = translate("Status", "{drawn} futures")
    if drawn < wanted:
        text = translate("Status", "{drawn} of {wanted} futures")
    told = text.format(drawn=fixed(drawn, 0, style), wanted=fixed(wanted, 0, style))
    said = translate("Status", "{futures} {draws}")
    return said.format(futures=told, draws=draws_text(projection.draws.kind))
