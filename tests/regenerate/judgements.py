"""What would follow if a number without a measurement were another: at central values, in 2030."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import address_rows, single
from planner.engine.clock import Clock
from planner.engine.run import Pair, run_batch, warm_up_kernel
from planner.facts.load import evidence
from planner.files.reference.markdown import number, table
from planner.model.graph import model
from planner.model.indices import address
from planner.model.inputs import (
    Assumption,
    Constant,
    default_spread,
    elements_of,
    evidence_of,
)
from planner.model.scenario import Scenario
from ui.wording.numbers import ENGLISH_NUMERALS, signed_change

_MONTH: Final = 71
_HEADLINES: Final = (
    ("enterprises", ""),
    ("installed_compute", ""),
    ("used_compute", ""),
    ("rent", "cloud"),
)
_HEAD: Final = ("enterprises", "installed", "used", "cloud rent")
_LEAST: Final = 0.05


@dataclass(frozen=True)
class Moved:
    """A judgement held at two other values, and the percent that each outcome moves by."""

    label: str
    values: tuple[float, float, float]
    percent: NDArray[np.float64]

    @property
    def most(self) -> float:
        """The largest move of a headline, in size."""
        return float(np.nanmax(np.abs(self.percent[:, : len(_HEADLINES)])))

    @property
    def is_nothing(self) -> bool:
        """Whether no outcome at all moves."""
        return not bool(np.nanmax(np.abs(self.percent)) >= _LEAST)


def judgements(kind: str) -> str:
    """Return the table of the constants, halved and doubled, or of what is drawn, at its ends."""
    found = sorted(_moved(kind), key=lambda each: -each.most)
    told = [each for each in found if not each.is_nothing]
    still = "; ".join(each.label for each in found if each.is_nothing)
    before, after = ("half", "twice") if kind == "constants" else ("low", "high")
    head = ("", "value", *(f"{each}, {before} and {after}" for each in _HEAD), "moved most")
    rest = f"\n\nMove nothing by {_LEAST}% or more: {still}." if still else ""
    return table(head, map(_row, told)) + rest


def _moved(kind: str) -> Iterator[Moved]:
    rows: Iterable[Constant | Assumption] = model().assumptions.values()
    if kind == "constants":
        rows = model().constants.values()
    warm_up_kernel()
    base = _run({})
    for name, places in _unmeasured(rows).items():
        row, element = places[0]
        low, value, high = default_spread(row, element).parts
        if kind != "constants" and low == high:
            continue  # not drawn
        if kind == "constants":
            low, high = value / 2, min(2 * value, 1.0 if row.unit == "share" else np.inf)
        ends = [_run({address(*_place(each)): end for each in places}) for end in (low, high)]
        with np.errstate(divide="ignore", invalid="ignore"):
            percent = 100 * (np.array(ends) / base - 1)
        yield Moved(evidence().judgements[name].name, (low, value, high), percent)


def _place(place: tuple[Constant | Assumption, str]) -> tuple[str, str]:
    return place[0].key, place[1]


def _unmeasured(
    rows: Iterable[Constant | Assumption],
) -> dict[str, list[tuple[Constant | Assumption, str]]]:
    """Return the judgements without a measurement that are no dates, with what they stand in."""
    found: dict[str, list[tuple[Constant | Assumption, str]]] = {}
    for row in rows:
        for element in elements_of(row):
            each = evidence().judgements.get(evidence_of(row, element))
            if each and not each.measured and each.value and row.unit != "year":
                found.setdefault(each.id, []).append((row, element))
    return found


def _pairs() -> tuple[Pair, ...]:
    rows = model().outcomes.values()
    wholes = ((row.key, "") for row in rows if "" in row.elements and row.key != "limit")
    return (*_HEADLINES, *(pair for pair in wholes if pair not in _HEADLINES))


def _run(held: dict[str, float]) -> NDArray[np.float64]:
    """Return every outcome of the country in December 2030, with some inputs held."""
    scenario = Scenario()
    batch, clock = single(scenario), Clock(scenario.last_year)
    values = batch.fixed.copy()
    for name, value in held.items():
        values[address_rows()[name]] = value
    found = run_batch(replace(batch, fixed=values), clock, _pairs())
    return np.array([found.center_of(pair)[_MONTH] for pair in _pairs()])


def _row(each: Moved) -> tuple[str, ...]:
    low, value, high = map(number, each.values)
    sizes = np.nanmax(np.abs(np.where(np.isfinite(each.percent), each.percent, 0)), axis=0)
    most = int(np.argmax(sizes))
    outcome = model().outcomes[_pairs()[most][0]].label
    return (
        each.label,
        f"{value} ({low} and {high})",
        *(_two(each.percent[:, place]) for place in range(len(_HEADLINES))),
        f"{outcome}: {_two(each.percent[:, most])}",
    )


def _two(percent: NDArray[np.float64]) -> str:
    return " and ".join(signed_change(float(each), ENGLISH_NUMERALS, 1) or "0" for each in percent)
