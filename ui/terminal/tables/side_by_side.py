"""The answer of `suanli compare`: a column per scenario; the first is what others differ from."""

from collections.abc import Callable, Iterator, Sequence

from planner.ensemble.projection import Projection, Request
from planner.files.scenario.titles import distinct_names
from planner.model.lever_settings import lever_texts
from planner.model.scenario import (
    Scenario,
    assumption_addresses,
    assumption_at,
    assumption_spread,
    lever_addresses,
    lever_at,
)
from ui.terminal.tables.columns import aligned
from ui.terminal.tables.counted import counted_side_by_side
from ui.terminal.tables.figures import (
    KPIS,
    head_of_differences,
    median_at,
    months_to_show,
    value_rows,
    written_difference,
)

_YEARS = (2030,)

Row = list[str]


def inputs_that_differ(scenarios: Sequence[Scenario]) -> str:
    """Return a table of the levers, assumptions and settings that are not the same in all."""
    head = ["", *distinct_names(each.title for each in scenarios)]
    rows = [row for row in _inputs(scenarios) if len(set(row[1:])) > 1]
    return aligned([head, *rows]) if rows else "The scenarios have the same inputs."


def key_figures(projections: Sequence[Projection]) -> str:
    """Return a table of the key figures: median, range, and the median less that of the first."""
    head = ["", *distinct_names(each.scenario.title for each in projections)]
    rows = [head]
    for outcome, element in KPIS:
        for month in months_to_show(projections, _YEARS):
            rows += _figures(projections, Request(outcome, element), month)
    last = min(each.scenario.last_year for each in projections)
    for year in sorted({*(year for year in _YEARS if year <= last), last}):
        rows += counted_side_by_side(projections, year)
    return aligned(rows)


def _inputs(scenarios: Sequence[Scenario]) -> Iterator[Row]:
    for name in lever_addresses():
        unit = lever_at(name)[0].unit
        yield [_named(name, unit), *lever_texts(name, scenarios, "{:.10g}".format)]
    for name in assumption_addresses():
        unit = assumption_at(name)[0].unit
        spreads = (assumption_spread(each, name) for each in scenarios)
        texts = (":".join(f"{value:.10g}" for value in spread.parts) for spread in spreads)
        yield [_named(name, unit), *texts]
    settings: dict[str, Callable[[Scenario], str]] = {
        "figures": lambda each: each.figures.replace("_", " "),
        "draws": lambda each: each.draws,
        "seed": lambda each: str(each.seed),
        "futures": lambda each: f"{each.futures:,}",
        "last year": lambda each: str(each.last_year),
    }
    for name, of in settings.items():
        yield [name, *map(of, scenarios)]


def _named(name: str, unit: str) -> str:
    """Return the name of an input with the unit it is set in; a bare number has none."""
    return f"{name} ({unit})" if unit != "1" else name


def _figures(projections: Sequence[Projection], request: Request, month: str) -> Iterator[Row]:
    values = [median_at(each, request, month) for each in projections]
    differences = (
        written_difference(request.outcome, value - values[0], value, "first")
        for value in values[1:]
    )
    yield from value_rows(request, [(each, month) for each in projections], f", {month}")
    yield [head_of_differences(request.outcome, "first"), "", *differences]
