"""What one chart shows as a tidy table: as CSV, and as the rows of a workbook.

Seventh floor of planner. Columns are those of the table of a run, with the view after the index;
which series a chart shows is the caller's to say.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from planner.engine.clock import month_labels
from planner.ensemble.projection import COMPARING, AnyView, Projection, Request, Series
from planner.files.exports.tidy_table import (
    BANDS,
    COLUMNS,
    NOTE,
    csv_cell,
    number_texts,
    told_series,
)
from planner.files.exports.told_units import table_unit, units_remark
from planner.files.scenario.titles import distinct_names
from planner.model.graph import model
from planner.quantities.unit_system import BASE, UnitSystem
from planner.quantities.unit_table import PERCENT
from planner.storage.sentences.spoken import ENGLISH, speaking

_UNITS_OF_VIEWS: Final[Mapping[AnyView, str]] = {"percent": PERCENT, "index": "first month = 100"}
_VIEW_AT: Final = COLUMNS.index("index") + 1
CHART_COLUMNS: Final = (*COLUMNS[:_VIEW_AT], "view", *COLUMNS[_VIEW_AT:])

Row = tuple[str | float, ...]


@speaking(ENGLISH)
def chart_csv(
    projections: Sequence[Projection],
    requests: Sequence[Request],
    against: str = "",
    system: UnitSystem = BASE,
) -> str:
    """Return the series of a chart as CSV: a row per run, series and month.

    Its views say what they are `against`, where that is not the baseline. What has to be said of
    other units than those of files stands once in a last column.
    """
    lines = [",".join(CHART_COLUMNS)]
    for name, projection, request, series in _found(projections, requests):
        lines += _lines(name, projection, request, series, against, system)
    remark = units_remark(system) if any(_differs(each, system) for each in requests) else ""
    if remark:
        notes = (NOTE, csv_cell(remark), *[""] * len(lines))
        lines = [f"{line},{note}" for line, note in zip(lines, notes, strict=False)]
    return "\n".join(lines) + "\n"


def chart_rows(
    projections: Sequence[Projection],
    requests: Sequence[Request],
    against: str = "",
    system: UnitSystem = BASE,
) -> Iterator[Row]:
    """Yield the same rows as values; what a series has not is not a number."""
    for name, projection, request, kept in _found(projections, requests):
        unit, series = _told(request, kept, system)
        nothing = np.full(len(series.center), np.nan)
        bands = [nothing] * len(BANDS) if series.bands is None else list(series.bands)
        share = nothing if series.share is None else series.share
        head = request.outcome, request.element, _view(request, against)
        columns = (column.tolist() for column in (series.center, *bands, share))
        for month, *numbers, last in zip(_months(projection), *columns, strict=True):
            yield (name, month, *head, unit, *numbers, request.state, last)


def _found(
    projections: Sequence[Projection], requests: Sequence[Request]
) -> Iterator[tuple[str, Projection, Request, Series]]:
    """Yield what of a chart the runs hold, each run under a name of its own."""
    names = distinct_names(each.scenario.title for each in projections)
    for name, projection in zip(names, projections, strict=True):
        for request in requests:
            series = projection.series.get(request)
            if series is not None:
                yield name, projection, request, series


def _lines(
    name: str,
    projection: Projection,
    request: Request,
    kept: Series,
    against: str,
    system: UnitSystem,
) -> Iterator[str]:
    told, series = _told(request, kept, system)
    nothing = [""] * len(series.center)
    bands = [nothing] * len(BANDS) if series.bands is None else map(number_texts, series.bands)
    share = nothing if series.share is None else number_texts(series.share)
    texts = [number_texts(series.center), *bands, [request.state] * len(nothing), share]
    unit, view = csv_cell(told), csv_cell(_view(request, against))
    middle = f",{request.outcome},{request.element},{view},{unit},"
    for month, *row in zip(_months(projection), *texts, strict=True):
        yield f"{csv_cell(name)},{month}{middle}{','.join(row)}"


def _months(projection: Projection) -> tuple[str, ...]:
    return month_labels(len(projection.times))


def _view(request: Request, against: str) -> str:
    """Return the view of a series: `difference`, with from what it is where that was chosen."""
    if not against or request.view not in COMPARING:
        return request.view
    return f"{request.view} from {against}"


def _told(request: Request, series: Series, system: UnitSystem) -> tuple[str, Series]:
    """Return the unit in which a series is told, and the series in it."""
    of_view = _UNITS_OF_VIEWS.get(request.view)
    return (of_view, series) if of_view else told_series(request, series, system)


def _differs(request: Request, system: UnitSystem) -> bool:
    """Tell whether a series is told in another unit than in files."""
    unit = model().outcomes[request.outcome].told_in
    return request.view not in _UNITS_OF_VIEWS and table_unit(unit, system) != (unit, 1.0)
