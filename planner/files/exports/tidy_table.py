"""Projections as text: a tidy CSV for statistics and for people, JSON for programs.

Seventh floor of planner. Both hold the absolute series of each run, in the order of the model.
Every number has the shortest form that keeps nine digits, so that the same projection gives the
same bytes.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from planner.engine.clock import month_labels
from planner.ensemble.projection import Projection, Request, Series, requests_of
from planner.files.exports.targets_table import target_fields
from planner.files.exports.told_units import table_unit, units_remark
from planner.files.scenario.titles import distinct_names
from planner.model.graph import model
from planner.model.sums import with_sums
from planner.quantities.unit_system import BASE, UnitSystem
from planner.storage.sentences.spoken import ENGLISH, speaking

if TYPE_CHECKING:
    from pandas import DataFrame

COLUMNS: Final = (
    "scenario",
    "time",
    "outcome",
    "index",
    "unit",
    "center",
    "p10",
    "p25",
    "p50",
    "p75",
    "p90",
    "state",
    "share",
)
BANDS: Final = COLUMNS[6:11]
NOTE: Final = "note"
_NUMBERS: Final = ("center", *BANDS, "share")
_BYTE_ORDER: Final = "\ufeff"
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def tidy_table(projections: Sequence[Projection], system: UnitSystem = BASE) -> "DataFrame":
    """Return a row per scenario, outcome, index and month, values absolute; columns `COLUMNS`.

    `time` is `YYYY-MM`, `index` an area, a segment, a sum of them or empty for the whole. Undefined
    values and missing bands are NaN, unbounded values infinite. An outcome that is counted has a
    row for each `state` with the `share` of futures in it; there `center` is one where the run at
    central values is in that state, else zero. Numbers are told in a system of units.
    """
    from pandas import DataFrame, concat

    names = distinct_names(each.scenario.title for each in projections)
    parts = [
        DataFrame(dict(zip(COLUMNS, columns, strict=True)))
        for name, projection in zip(names, projections, strict=True)
        for columns in _column_sets(name, projection, system)
    ]
    return concat(parts, ignore_index=True) if parts else DataFrame(columns=list(COLUMNS))


@dataclass(frozen=True, slots=True)
class CsvForm:
    """How a CSV is written: what parts its cells, its decimals, and what stands before it."""

    separator: str = ","
    decimal: str = "."
    mark: str = ""


PLAIN: Final = CsvForm()


def for_excel(*, decimal_comma: bool) -> CsvForm:
    """Return a CSV that Excel opens by a double click: with a byte order mark, else it is no UTF-8.

    Where decimals have a comma Excel parts cells by semicolons.
    """
    return CsvForm(";", ",", _BYTE_ORDER) if decimal_comma else CsvForm(mark=_BYTE_ORDER)


@speaking(ENGLISH)
def csv_text(
    projections: Sequence[Projection], form: CsvForm = PLAIN, system: UnitSystem = BASE
) -> str:
    """Return the tidy table as CSV: undefined values are empty cells, unbounded ones `inf`.

    No text cell begins like a formula of a spreadsheet. What has to be said of other units than
    those of files stands once in a last column, `NOTE`.
    """
    table, remark = tidy_table(projections, system), units_remark(system)
    table["scenario"] = table["scenario"].map(plain_cell)
    table[list(_NUMBERS)] += 0.0
    if remark:
        table[NOTE] = [remark, *[""] * (len(table) - 1)][: len(table)]
    text = table.to_csv(
        index=False,
        float_format="%.9g",
        lineterminator="\n",
        sep=form.separator,
        decimal=form.decimal,
    )
    return f"{form.mark}{text}"


@speaking(ENGLISH)
def json_text(projections: Sequence[Projection], system: UnitSystem = BASE) -> str:
    """Return the same numbers as JSON: undefined values are null, unbounded ones `"inf"`.

    A run that breaks a law of the model has its sentence as `breach`, one that was judged by
    targets the share of futures that meet each; their levels are those of its file, in base units.
    What has to be said of other units is its `note`.
    """
    names = distinct_names(each.scenario.title for each in projections)
    pairs = zip(names, projections, strict=True)
    runs = ",\n".join(_run_text(name, each, system) for name, each in pairs)
    head = f'"format": "suanli-projection", "version": 1, "model_version": "{model().version}"'
    if remark := units_remark(system):
        head += f', "{NOTE}": {json.dumps(remark, ensure_ascii=False)}'
    return f'{{{head}, "runs": [\n{runs}\n]}}\n'


def csv_cell(text: str) -> str:
    """Return a text as a CSV cell that no spreadsheet takes for a formula."""
    safe = plain_cell(text)
    quoted = any(mark in safe for mark in ',"\n\r')
    return f'"{safe.replace(chr(34), chr(34) * 2)}"' if quoted else safe


def plain_cell(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _column_sets(
    name: str, projection: Projection, system: UnitSystem
) -> Iterator[tuple[object, ...]]:
    """Yield the columns of each series."""
    months = month_labels(len(projection.times))
    nothing = np.full(len(months), np.nan)
    for request, kept in _absolute(projection):
        unit, series = told_series(request, kept, system)
        bands = [nothing] * len(BANDS) if series.bands is None else list(series.bands)
        share = nothing if series.share is None else series.share
        head = name, months, request.outcome, request.element, unit
        yield (*head, series.center, *bands, request.state, share)


def _absolute(projection: Projection) -> Iterator[tuple[Request, Series]]:
    """Yield what is absolute, in the order of the model; sums behind what they sum."""
    sums = sorted({request.element for request in projection.series})
    for outcome in model().outcomes.values():
        for element in with_sums(outcome, sums):
            for request in requests_of(outcome, element):
                if request in projection.series:
                    yield request, projection.series[request]


def number_texts(values: NDArray[np.float64]) -> list[str]:
    """Return numbers as they are written: nine digits at most, nothing for an undefined one."""
    texts = ["%.9g" % value for value in (values + 0.0).tolist()]  # noqa: UP031  (twice as fast)
    return ["" if text == "nan" else text for text in texts]


def told_series(request: Request, series: Series, system: UnitSystem) -> tuple[str, Series]:
    """Return the unit in which a table tells a series, and the series in it."""
    unit, factor = table_unit(model().outcomes[request.outcome].told_in, system)
    if factor == 1.0:
        return unit, series
    bands = None if series.bands is None else series.bands * factor
    return unit, replace(series, center=series.center * factor, bands=bands)


def _run_text(name: str, projection: Projection, system: UnitSystem) -> str:
    """Return one scenario's run as JSON, a line per series."""
    scenario = projection.scenario
    head: dict[str, object] = {
        "scenario": name,
        "title": scenario.title,
        "figures": scenario.figures,
        "seed": scenario.seed,
        "futures": projection.futures,
        "draws": projection.draws.kind,
        "pool": projection.draws.pool,
        "effective": round(projection.draws.effective, 1),
        "time": month_labels(len(projection.times)),
    }
    if projection.breach is not None:
        head["breach"] = projection.breach.sentence
    head |= target_fields(projection)
    series = ",\n".join(
        _series_text(request, *told_series(request, each, system))
        for request, each in _absolute(projection)
    )
    return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "series": [\n{series}\n]}}'


def _series_text(request: Request, unit: str, series: Series) -> str:
    head = {"outcome": request.outcome, "index": request.element, "unit": unit}
    if request.state:
        head["state"] = request.state
    bands = () if series.bands is None else zip(BANDS, series.bands, strict=True)
    columns = [("center", series.center), *bands]
    if series.share is not None:
        columns.append(("share", series.share))
    values = "".join(f', "{key}": [{_json_numbers(column)}]' for key, column in columns)
    return f"{json.dumps(head, ensure_ascii=False)[:-1]}{values}}}"


def _json_numbers(values: NDArray[np.float64]) -> str:
    return ",".join(_JSON.get(text, text) for text in number_texts(values))


_JSON: Final = {"": "null", "inf": '"inf"', "-inf": '"-inf"'}
