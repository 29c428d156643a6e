"""What is chosen of the comparison, kept from day to day; a frozen value, no widgets.

What is kept may be of another version or damaged: each part is held against what there is now.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from planner.ensemble.projection import Request, requests_of
from planner.model.graph import model
from planner.model.indices import address, split_address
from planner.model.scenario import FIRST_YEAR
from planner.model.sums import can_be_asked
from planner.studies.compare import Pair
from planner.studies.comparison import Place, by_outcome, by_year
from planner.studies.key_figures import CARDS

ROWS_AT_MOST: Final = 200
Kind = Literal["outcomes", "years", "inputs"]
_WITHOUT_ROWS: Final[Pair] = ("enterprises", "")
_FIRST: Final = "first"
"""What stands in a kept text for the outcome of the first row."""


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """Rows, None for the usual ones; whether they are years of one outcome; whether of ranges.

    That outcome is None until one is chosen: it is that of the first row, of the first chart then.
    With `inputs` the levers of the scenarios stand there, and no outcomes.
    """

    rows: tuple[Pair, ...] | None = None
    by_year: bool = False
    outcome: Pair | None = None
    ranges: bool = True
    inputs: bool = False

    @property
    def kind(self) -> Kind:
        """What stands in the table."""
        if self.inputs:
            return "inputs"
        return "years" if self.by_year else "outcomes"

    def of_kind(self, kind: Kind) -> "SheetChoice":
        """Return the choice with something else in the table."""
        return replace(self, by_year=kind == "years", inputs=kind == "inputs")

    def pairs(self, charted: Iterable[Request]) -> tuple[Pair, ...]:
        """Return the outcomes of the rows: those chosen, or what charts show and key figures."""
        if self.rows is not None:
            return self.rows
        usual = (*(request[:2] for request in charted), *((key, "") for key in CARDS))
        return tuple(dict.fromkeys(usual))

    def outcome_of_years(self, charted: Iterable[Request]) -> Pair:
        """Return the outcome that is told by year."""
        return self.outcome or next(iter(self.pairs(charted)), _WITHOUT_ROWS)

    def toggled(self, pair: Pair, charted: Iterable[Request]) -> "SheetChoice":
        """Return the choice with one more row, or one less."""
        now = self.pairs(charted)
        rows = tuple(each for each in now if each != pair) if pair in now else (*now, pair)
        return replace(self, rows=rows)

    def places(self, charted: Iterable[Request], year: int, last_year: int) -> tuple[Place, ...]:
        """Return what each row is."""
        if self.by_year:
            return by_year(*self.outcome_of_years(charted), range(FIRST_YEAR, last_year + 1))
        return by_outcome(self.pairs(charted), year)

    def requests(self, charted: Iterable[Request]) -> tuple[Request, ...]:
        """Return what a run has to hold: levels, and what differs from the baseline.

        Levers want nothing computed.
        """
        if self.inputs:
            return ()
        pairs = (self.outcome_of_years(charted),) if self.by_year else self.pairs(charted)
        levels = [each for key, element in pairs for each in _levels(key, element)]
        changes = [each._replace(view="difference") for each in levels if not each.state]
        return (*levels, *changes)

    def text(self) -> str:
        """Return the choice as a text of words."""
        rows = "usual" if self.rows is None else ",".join(address(*pair) for pair in self.rows)
        ranges = "ranges" if self.ranges else "plain"
        outcome = _FIRST if self.outcome is None else address(*self.outcome)
        return f"{rows} {self.kind} {outcome} {ranges}"


def levels_of(requests: Iterable[Request]) -> tuple[Request, ...]:
    """Return the levels that series in any view are of, each once."""
    levels = (each if each.state else each._replace(view="absolute") for each in requests)
    return tuple(dict.fromkeys(levels))


def choice_in(text: str) -> SheetChoice:
    """Return the choice of a kept text; what the model does not know is left out."""
    words: Sequence[str] = text.split(" ")
    if len(words) != len(SheetChoice().text().split(" ")):
        return SheetChoice()
    rows, kind, outcome, ranges = words
    known = tuple(dict.fromkeys(filter(_is_known, map(split_address, rows.split(",")))))
    chosen = split_address(outcome)
    return SheetChoice(
        rows=None if rows == "usual" else known[:ROWS_AT_MOST],
        by_year=kind == "years",
        outcome=chosen if _is_known(chosen) else None,
        ranges=ranges != "plain",
        inputs=kind == "inputs",
    )


def _is_known(pair: Pair) -> bool:
    outcome = model().outcomes.get(pair[0])
    return outcome is not None and can_be_asked(outcome, pair[1])


def _levels(key: str, element: str) -> tuple[Request, ...]:
    return requests_of(model().outcomes[key], element)
