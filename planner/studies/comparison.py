"""Scenarios beside each other: outcomes at a year, or the years of one outcome, a column for each.

Sixth floor of planner. One frozen table for window, terminal, workbook and report, which only word
it: levels with their ranges, and what differs from a reference, future by future, with its range
and the share of futures that are higher or lower. It holds numbers in the units of the model;
which change means something is told by `planner.quantities.telling`. It runs nothing where runs
are given (`comparison`), and asks a projector where they are not (`compared`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import isfinite
from typing import TYPE_CHECKING

from planner.ensemble.progress import Steps, as_part
from planner.ensemble.projection import Projection, Request, inputs_of, requests_of
from planner.model.graph import model
from planner.model.scenario import FIRST_YEAR, Scenario, baseline_under
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.telling import ends_told, is_told, level_decimals
from planner.quantities.unit_forms import unit_form
from planner.storage.sentences.spoken import ENGLISH
from planner.studies.compare import (
    Change,
    Changes,
    Line,
    change_held,
    changes,
    choice_of,
)
from planner.studies.differing_inputs import DifferingInputs, differing_inputs
from planner.studies.parts.limits import mean_of_year

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

_LOW, _HIGH = 0, -1


@dataclass(frozen=True, slots=True)
class Level:
    """A median, and P10 and P90 of the futures; None where there are no bands, or of no width."""

    median: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """What a level differs by from the reference: median, P10, P90 and shares of futures.

    It is not `told` where it is less than the levels it lies between can tell: there the scenario
    is as the reference. Ends and shares are None where no future is the same, or none is known, and
    where all futures tell the same number, as of one future.
    """

    median: float
    low: float | None = None
    high: float | None = None
    higher: float | None = None
    lower: float | None = None
    told: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """A scenario in a row: no level where its run ends before or has none yet.

    There is no difference of the reference itself, and of what is not known yet.
    """

    level: Level | None = None
    difference: Difference | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One outcome, element or state at one year, a cell per scenario; `request` is absolute.

    `reference` holds the level that each cell's difference is from.
    """

    request: Request
    year: int
    cells: tuple[Cell, ...]
    reference: tuple[Level | None, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Columns of scenarios, the inputs in which they differ, and rows.

    Differences are from the scenario at `reference`; None where each is from the baseline under its
    own assumptions.
    """

    scenarios: tuple[Scenario, ...]
    reference: int | None
    inputs: DifferingInputs
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A scenario's run, and what it changes against the reference; None of the reference itself."""

    run: Projection
    changes: Changes | None = None

    @property
    def scenario(self) -> Scenario:
        """The scenario that was run."""
        return self.run.scenario


Place = tuple[Request, int]
"""What a row is: an absolute request, and a year."""


def is_baseline(scenario: Scenario) -> bool:
    """Tell whether a scenario sets no lever: there is nothing that it differs by."""
    return not scenario.levers


def with_baseline(scenarios: Sequence[Scenario]) -> tuple[Scenario, ...]:
    """Return the baseline under the first one's assumptions, and the scenarios that are not it."""
    baseline = baseline_under(scenarios[0])
    others = (each for each in scenarios if not _is_same(each, baseline))
    return (baseline, *others)


def month_of(year: int) -> int:
    """Return the month by which a series stands for a year, its December."""
    return (year - FIRST_YEAR) * MONTHS_PER_YEAR + MONTHS_PER_YEAR - 1


def by_outcome(outcomes: Iterable[tuple[str, str]], year: int) -> tuple[Place, ...]:
    """Return a row for each outcome and element at one year; for each state of what is counted."""
    rows = model().outcomes
    pairs = ((rows[key], element) for key, element in outcomes)
    return tuple((each, year) for pair in pairs for each in requests_of(*pair))


def by_year(outcome: str, element: str, years: Iterable[int]) -> tuple[Place, ...]:
    """Return a row for each year of one outcome and element; for each state of what is counted."""
    requests = requests_of(model().outcomes[outcome], element)
    return tuple((request, year) for request in requests for year in years)


def column_from_baseline(run: Projection, requests: Iterable[Request]) -> Column:
    """Return the column of a run that holds its own differences from its baseline."""
    return Column(run) if is_baseline(run.scenario) else column_of_run(run, requests)


def column_of_run(run: Projection, requests: Iterable[Request]) -> Column:
    """Return the column of a run with the differences that it holds, from whatever they are."""
    pairs = dict.fromkeys(request[:2] for request in requests)
    found = {pair: change_held(run, pair) for pair in pairs}
    return Column(run, {pair: change for pair, change in found.items() if change is not None})


def comparison(
    columns: Sequence[Column], places: Sequence[Place], reference: int | None = None
) -> Comparison:
    """Return the table of runs that are there; the first column is the baseline's.

    Without a `reference` the changes of each column are from the baseline under its own
    assumptions.
    """
    scenarios = tuple(column.scenario for column in columns)
    rows = tuple(row_of(columns, place, reference) for place in places)
    return Comparison(scenarios, reference, differing_inputs(scenarios), rows)


def compared(
    used: "Projector",
    scenarios: Sequence[Scenario],
    places: Sequence[Place],
    reference: int | None = None,
) -> Steps[Comparison]:
    """Run what a table needs and return it; yields the share that is done.

    The scenarios are the columns, as `with_baseline` returns them. Scenarios that differ in ranges
    are drawn with the same random numbers.
    """
    requests = tuple(dict.fromkeys(request for request, _ in places))
    columns: list[Column] = []
    for number, scenario in enumerate(scenarios):
        begin, end = (each / len(scenarios) for each in (number, number + 1))
        asked = _column(used, scenario, scenarios, requests, reference)
        columns.append((yield from as_part(asked, begin, end)))
    return comparison(columns, places, reference)


def _column(
    used: "Projector",
    scenario: Scenario,
    scenarios: Sequence[Scenario],
    requests: Sequence[Request],
    reference: int | None,
) -> Steps[Column]:
    choice = choice_of(scenarios)
    run = yield from as_part(used.steps(scenario, requests, choice=choice), 0, 0.5)
    other = baseline_under(scenario) if reference is None else scenarios[reference]
    if _is_same(scenario, other):
        return Column(run)
    pairs = tuple(dict.fromkeys(each[:2] for each in requests if not each.state))
    asked = changes(used, other, scenario, pairs, choice)
    return Column(run, (yield from as_part(asked, 0.5, 1)))


def _is_same(scenario: Scenario, other: Scenario) -> bool:
    """Tell whether two scenarios give the same, whatever they are called and how far they run."""
    plain = (replace(inputs_of(each), futures=0, last_year=0) for each in (scenario, other))
    return len(set(plain)) == 1


def row_of(columns: Sequence[Column], place: Place, reference: int | None = None) -> Row:
    """Return one row of the table of runs that are there."""
    request, year = place
    month = month_of(year)
    levels = [_level(column.run, request, year) for column in columns]
    from_whom = [levels[reference or 0]] * len(columns)
    cells = (
        Cell(level, _difference(column, request, month, level, below))
        for column, level, below in zip(columns, levels, from_whom, strict=True)
    )
    return Row(request, year, tuple(cells), tuple(from_whom))


def row_beside(columns: Sequence[Column], place: Place, column: int, found: Difference) -> Row:
    """Return a row of one cell: the level of a column, and a difference that it does not hold."""
    request, year = place
    level, below = (_level(columns[each].run, request, year) for each in (column, 0))
    told = None if level is None or below is None else _told(found, request, level, below)
    return Row(request, year, (Cell(level, told),), (below,))


def _level(run: Projection, request: Request, year: int) -> Level | None:
    """Return what a run has in December; of a state its share of futures over the year."""
    series, month = run.series.get(request), month_of(year)
    if series is None or month >= len(series.line):
        return None
    if request.state:
        return Level(mean_of_year(series.line, year))
    median = float(series.line[month])
    if series.bands is None:
        return Level(median)
    ends = (float(series.bands[_LOW, month]), float(series.bands[_HIGH, month]))
    return Level(median, *(ends_told(*ends) or ()))


def _difference(
    column: Column, request: Request, month: int, level: Level | None, below: Level | None
) -> Difference | None:
    if column.changes is None or level is None or below is None:
        return None
    if request.state:
        return _told(Difference(level.median - below.median), request, level, below)
    change = column.changes.get(request[:2])
    if change is None or month >= len(change.median):
        return None
    return _told(_at(change, month), request, level, below)


def _at(change: Change, month: int) -> Difference:
    median, low = float(change.median[month]), _in_month(change.low, month)
    high = _in_month(change.high, month)
    if low is not None and high is not None and ends_told(low, high) is None:
        return Difference(median)
    return Difference(
        median,
        low=low,
        high=high,
        higher=_in_month(change.higher, month),
        lower=_in_month(change.lower, month),
    )


def _in_month(line: Line | None, month: int) -> float | None:
    return None if line is None else float(line[month])


def _told(found: Difference, request: Request, level: Level, below: Level) -> Difference:
    """Return the difference, which is told where it means something beside its levels."""
    form = unit_form(model().outcomes[request.outcome].told_in, language=ENGLISH)
    size = max(abs(level.median), abs(below.median)) * form.factor
    if not isfinite(size) or not isfinite(found.median):
        both = (level.median, below.median)
        return replace(found, told=repr(both[0]) != repr(both[1]))
    ends = (None if end is None else end * form.factor for end in (found.low, found.high))
    median, decimals = found.median * form.factor, level_decimals(size, form)
    return replace(found, told=is_told(median, ends, decimals))
