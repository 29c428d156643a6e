"""By how much one scenario differs from another, future by future.

Sixth floor of planner, the one owner of differences between two scenarios: the window's history and
`suanli compare` only word them. Each future is held against the same future of the other scenario,
drawn from the same random numbers; what is told is the median of these differences and the range of
80% of them, and not the difference of two medians. Only scenarios that have no future in common,
by draws, seed or figures, are told by that.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.progress import Steps
from planner.ensemble.projection import COMPARING, Request, Series
from planner.model.own.scenarios import way_of_drawing
from planner.model.scenario import FIRST_YEAR, Scenario
from planner.quantities.dates import MONTHS_PER_YEAR

if TYPE_CHECKING:
    from planner.ensemble.many import Choice, Projector
    from planner.ensemble.projection import Projection
    from planner.model.targets.target import Target

Pair = tuple[str, str]
"""An outcome, and an area or segment of it; empty for the whole."""
Line = NDArray[np.float64]

_LOW, _HIGH = 0, -1


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """What changes in one series from month to month, float64[months] each, in the outcome's unit.

    `low` and `high` are P10 and P90 of the futures, `higher` and `lower` the shares of those in
    which the series is higher and lower; None where the futures are not the same ones.
    """

    median: Line
    low: Line | None = None
    high: Line | None = None
    higher: Line | None = None
    lower: Line | None = None


Changes = Mapping[Pair, Change]


def is_paired(first: Scenario, other: Scenario) -> bool:
    """Tell whether two scenarios have the same futures, so that each can be held against itself."""
    return _drawn_by(first) == _drawn_by(other)


def choice_of(scenarios: Sequence[Scenario]) -> "Choice":
    """Return which futures scenarios are drawn with that stand beside each other.

    Those that differ in ranges would each keep other futures of the pool; they are drawn at the
    places that the default ranges keep, so that they stay the same future by future.
    """
    return "paired" if len({each.assumptions for each in scenarios}) > 1 else "own"


def changes(
    used: "Projector",
    first: Scenario,
    other: Scenario,
    pairs: Sequence[Pair],
    choice: "Choice",
    futures: int | None = None,
) -> Steps[Changes]:
    """Return what the other scenario changes against the first, to the end of the shorter one.

    As many futures are drawn as the other says, or the first `futures` of these. Yields the share
    that is done.
    """
    last_year = min(first.last_year, other.last_year)
    ends = replace(first, last_year=last_year), replace(other, last_year=last_year)
    held = _paired if is_paired(first, other) else _medians
    found: dict[Pair, Change] = {}
    for some in _groups(pairs, ends[1], futures or other.futures):
        found |= yield from held(used, *ends, some, choice, futures)
    return found


def change_held(run: "Projection", pair: Pair) -> Change | None:
    """Return what a run says that it changes, future by future, if it was asked."""
    series = run.series.get(Request(*pair, "difference"))
    return None if series is None else _change_in(series)


def run_against(
    used: "Projector",
    scenario: Scenario,
    requests: Sequence[Request],
    other: Scenario,
    choice: "Choice",
    targets: "Sequence[Target] | None" = None,
) -> Steps["Projection"]:
    """Run a scenario, judged by its targets or those given, whose differences are from another.

    They are undefined where that one ends, and all of them where it has other futures.
    """
    targets = scenario.targets if targets is None else targets
    if not is_paired(scenario, other):
        run = yield from used.steps(scenario, requests, choice=choice, targets=targets)
        return unknown_from(run, 0)
    held = replace(other, futures=scenario.futures, last_year=scenario.last_year)
    run = yield from used.steps(scenario, requests, against=held, choice=choice, targets=targets)
    return run if other.last_year >= scenario.last_year else unknown_from(run, months_of(other))


def months_of(scenario: Scenario) -> int:
    """Return how many months a scenario knows."""
    return (scenario.last_year - FIRST_YEAR + 1) * MONTHS_PER_YEAR


def unknown_from(run: "Projection", month: int) -> "Projection":
    """Return a run whose differences are undefined from a month on, from 0 on all of them."""
    series = {
        request: _unknown_from(each, month) if request.view in COMPARING else each
        for request, each in run.series.items()
    }
    return replace(run, series=series)


def _unknown_from(series: Series, month: int) -> Series:
    def cut(line: Line) -> Line:
        return np.where(np.arange(line.shape[-1]) < month, line, np.nan)

    return replace(
        series,
        center=cut(series.center),
        bands=None if series.bands is None else cut(series.bands),
        higher=None if series.higher is None else cut(series.higher),
        lower=None if series.lower is None else cut(series.lower),
    )


def _change_in(series: Series) -> Change:
    bands = series.bands
    low, high = (None, None) if bands is None else (bands[_LOW], bands[_HIGH])
    return Change(series.line, low, high, series.higher, series.lower)


def _paired(
    used: "Projector",
    first: Scenario,
    other: Scenario,
    pairs: Sequence[Pair],
    choice: "Choice",
    futures: int | None,
) -> Steps[dict[Pair, Change]]:
    asked = {pair: Request(*pair, "difference") for pair in pairs}
    requests = tuple(asked.values())
    run = yield from used.steps(other, requests, futures=futures, against=first, choice=choice)
    return {pair: _change_in(run.series[request]) for pair, request in asked.items()}


def _medians(
    used: "Projector",
    first: Scenario,
    other: Scenario,
    pairs: Sequence[Pair],
    choice: "Choice",
    futures: int | None,
) -> Steps[dict[Pair, Change]]:
    asked = tuple(Request(*pair) for pair in pairs)
    before = (yield from used.steps(first, asked, futures=futures, choice=choice)).series
    after = (yield from used.steps(other, asked, futures=futures, choice=choice)).series
    with np.errstate(invalid="ignore"):  # what is no number is told in words
        lines = {each[:2]: after[each].line - before[each].line for each in asked}
    return {pair: Change(line) for pair, line in lines.items()}


def _groups(pairs: Sequence[Pair], scenario: Scenario, futures: int) -> Iterator[tuple[Pair, ...]]:
    """Yield so many pairs at a time that a run of them fits in memory.

    Where that holds none, all at once: such a run is counted piece by piece.
    """
    from planner.ensemble.runs import fits

    rest = tuple(pairs)
    while rest:
        most = sum(fits(scenario, futures, n + 1) for n in range(len(rest))) or len(rest)
        yield rest[:most]
        rest = rest[most:]


def _drawn_by(scenario: Scenario) -> tuple[object, ...]:
    return way_of_drawing(scenario)
