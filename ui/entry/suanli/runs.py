"""Runs of a scenario: bands of every outcome, as one series, as a table and as arrays."""

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Final, Literal, cast

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.many import Projector, all_requests, month_labels
from planner.ensemble.projection import Projection, Request, Series
from planner.files.exports.sheets.comparison_sheet import comparison_requests
from planner.files.exports.targets_table import target_rows
from planner.files.exports.tidy_table import tidy_table, told_series
from planner.files.exports.told_units import table_unit
from planner.model.graph import model
from planner.model.outcome import Outcome
from planner.model.scenario import Scenario as Value
from planner.model.scenario import baseline_under
from planner.quantities.unit_system import BASE, UnitSystem
from planner.studies.compare import choice_of, run_against
from suanli.driving import Cancel, Progress, driven, projector
from suanli.errors import Error, one_sentence
from suanli.scenarios import AnyScenario, Scenario, value_of
from suanli.typed import text_of, whole_of
from ui.terminal.reading.outcomes import known_outcome
from ui.terminal.reading.units import read_units

if TYPE_CHECKING:
    from pandas import DataFrame

View = Literal["absolute", "difference"]
STATISTICS: Final = ("center", "p10", "p25", "p50", "p75", "p90")


class _Arrays:
    """Keeps arrays of a frozen value from being written, also where it was copied or pickled."""

    __slots__ = ()

    def __post_init__(self) -> None:
        """Close every array."""
        for name in self._names():
            value = getattr(self, name)
            if isinstance(value, np.ndarray):
                value.flags.writeable = False

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        """Return what makes a copy, which closes its arrays again."""
        return type(self), tuple(getattr(self, name) for name in self._names())

    def _names(self) -> list[str]:
        return [each.name for each in fields(cast("Any", self))]


@dataclass(frozen=True, slots=True, eq=False)
class Band(_Arrays):
    """One outcome of a run, month by month; each array is float64[months], in `unit`.

    `center` is the run at central values, `p10` to `p90` are quantiles of the futures. What is
    undefined is NaN, what is unbounded infinite. `element` is a place or a segment, empty for the
    whole. Arrays are read-only.
    """

    outcome: str
    element: str
    view: View
    label: str
    unit: str
    months: tuple[str, ...]
    center: NDArray[np.float64]
    p10: NDArray[np.float64]
    p25: NDArray[np.float64]
    p50: NDArray[np.float64]
    p75: NDArray[np.float64]
    p90: NDArray[np.float64]

    def __repr__(self) -> str:
        """Return what it is of, and its last range."""
        name = ".".join(filter(None, (self.outcome, self.element)))
        ends = f"{self.p10[-1]:.4g} to {self.p90[-1]:.4g} {self.unit} in {self.months[-1]}"
        return f"<Band {name}, {self.view}: {ends}>"

    def _repr_html_(self) -> str:
        """Return picture and table for a notebook."""
        from suanli.shown.drawing import band_html

        return band_html(self)

    def at(self, year: int) -> dict[str, float]:
        """Return center and quantiles in December of a year, in `unit`.

        Raises Error for a year that the run does not reach.
        """
        year = whole_of(year, "year")
        month = f"{year}-12"
        if month not in self.months:
            first, last = self.months[0][:4], self.months[-1][:4]
            raise Error(f"the year is {year}, outside {first} to {last}")
        place = self.months.index(month)
        return {name: float(getattr(self, name)[place]) for name in STATISTICS}


@dataclass(frozen=True, slots=True, eq=False)
class Run(_Arrays):
    """What a scenario gives, frozen: bands of every outcome in `futures` futures.

    Differences are taken future by future against `against`, the baseline under the scenario's own
    assumptions unless another one was given. `times` are calendar years, float64[months].
    """

    scenario: Scenario
    against: Scenario
    futures: int
    months: tuple[str, ...]
    times: NDArray[np.float64]
    projection: Projection = field(repr=False)

    def __repr__(self) -> str:
        """Return of what it is, and how large."""
        return f"<Run of {self.scenario.title!r}: {self.futures} futures, to {self.months[-1]}>"

    def _repr_html_(self) -> str:
        """Return a picture and the key figures for a notebook."""
        from suanli.shown.drawing import run_html

        return run_html(self)

    @property
    def breach(self) -> str:
        """Which law of the model the inputs break, in a sentence; empty where none."""
        return "" if self.projection.breach is None else self.projection.breach.sentence

    def band(
        self, outcome: str, element: str = "", view: View = "absolute", *, units: str = ""
    ) -> Band:
        """Return the bands of an outcome, of the whole or of a place or segment.

        `outcome` may carry its element behind a dot, as in `enterprises.chengdu`. With the view
        "difference" it is what the scenario changes. `units` are a currency, CNY or USD, a measure
        of compute, EFLOPS, H100e or MW, or one of each, as in "usd,h100e". Raises Error for an
        unknown outcome or element, and for one whose futures are counted: see `shares`.

        >>> import suanli
        >>> run = suanli.run("vouchers-x4", futures=64)
        >>> run.band("enterprises").unit
        'firm'
        >>> run.band("enterprises.chengdu", view="difference").at(2030)["p50"] > 0
        True
        >>> run.band("used_compute", units="h100e").unit
        'k H100e realized'
        """
        row, element = _row(outcome, element)
        if row.is_counted:
            raise Error(f"the futures of {row.key} are counted; shares({row.key!r}) tells them")
        request = Request(row.key, element, view)
        series = self.projection.series.get(request)
        if series is None:
            raise Error(f"a view is absolute or difference, not {view!r}")
        unit, told = told_series(request, series, _system(units))
        lines = (told.center, *_bands(told))
        own = dict(zip(STATISTICS, map(_read_only, lines), strict=True))
        return Band(row.key, element, view, row.label, unit, self.months, **own)

    def shares(self, outcome: str, element: str = "") -> dict[str, NDArray[np.float64]]:
        """Return the share of futures, 0 to 1, in each state of an outcome, float64[months].

        Raises Error for an unknown outcome or element, and for one that is a number.

        >>> import suanli
        >>> limits = suanli.run(futures=64).shares("limit")
        >>> bool(abs(sum(limits.values()) - 1).max() < 1e-9)
        True
        """
        row, element = _row(outcome, element)
        if not row.is_counted:
            raise Error(f"{row.key} is a number; band({row.key!r}) tells it")
        series = self.projection.series
        states = {
            each.key: series[Request(row.key, element, state=each.key)] for each in row.states
        }
        return {key: _read_only(_share(each)) for key, each in states.items()}

    def table(self, *, units: str = "") -> "DataFrame":
        """Return the rows of `suanli run --csv`: one for each outcome, element, month and state.

        Columns are scenario, time, outcome, index, unit, center, p10, p25, p50, p75, p90, state and
        share. `attrs` holds the unit of each outcome and how the futures were drawn. `units` are
        those of `band`.

        >>> import suanli
        >>> table = suanli.run(futures=64).table()
        >>> table.attrs["units"]["enterprises"]
        'firm'
        >>> list(table.columns[:5])
        ['scenario', 'time', 'outcome', 'index', 'unit']
        """
        system = _system(units)
        table = tidy_table([self.projection], system)
        told = {row.key: table_unit(row.told_in, system)[0] for row in model().outcomes.values()}
        table.attrs |= {**_described(self), "units": told}
        return table

    def arrays(self, view: View = "absolute") -> dict[str, Any]:
        """Return every outcome as an array, in the form that `xarray.Dataset.from_dict` takes.

        A variable has the dimensions place or segment, where it has any, `statistic` (`center` and
        `p10` to `p90`) and `month`; one whose futures are counted its states in place of
        statistics. The whole is called "whole". Units stand in each variable's attrs.

        >>> import suanli
        >>> arrays = suanli.run(futures=64).arrays()
        >>> arrays["data_vars"]["enterprises"]["data"].shape
        (8, 6, 132)
        >>> arrays["data_vars"]["enterprises"]["dims"]
        ('whole_or_area', 'statistic', 'month')
        """
        coords: dict[str, Any] = {
            "month": {"dims": ("month",), "data": np.array(self.months)},
            "statistic": {"dims": ("statistic",), "data": np.array(STATISTICS)},
        }
        variables: dict[str, Any] = {}
        for row in model().outcomes.values():
            if not row.is_counted or view == "absolute":
                variables[row.key] = self._variable(row, view, coords)
        return {"coords": coords, "data_vars": variables, "attrs": _described(self)}

    def met(self) -> "DataFrame":
        """Return the share of futures, 0 to 1, that meets each target, and all of several.

        >>> import suanli
        >>> plan = suanli.open("vouchers-x4").want("enterprises>=9000@2030")
        >>> list(suanli.run(plan, futures=64).met().columns)
        ['target', 'share']
        """
        from pandas import DataFrame

        rows = target_rows([self.projection])
        told = [(each.text, each.shares[0]) for each in rows]
        return DataFrame(told, columns=["target", "share"]).astype({"share": float})

    def _variable(self, row: Outcome, view: View, coords: dict[str, Any]) -> dict[str, Any]:
        """Return one outcome as an array, and add the coordinates that it needs."""
        parts = [self._part(row, element, view) for element in row.elements]
        dims: tuple[str, ...] = ("statistic", "month")
        if row.is_counted:
            dims = f"{row.key}_state", "month"
            states = np.array([each.key for each in row.states])
            coords[dims[0]] = {"dims": dims[:1], "data": states}
        if row.elements != ("",):
            name = f"whole_or_{row.index}" if row.whole else str(row.index)
            names = np.array([each or "whole" for each in row.elements])
            coords[name] = {"dims": (name,), "data": names}
            dims = name, *dims
        data = np.array(parts) if row.elements != ("",) else parts[0]
        return {"dims": dims, "data": data, "attrs": {"units": row.told_in, "label": row.label}}

    def _part(self, row: Outcome, element: str, view: View) -> NDArray[np.float64]:
        if row.is_counted:
            return np.array(list(self.shares(row.key, element).values()))
        band = self.band(row.key, element, view)
        return np.array([getattr(band, name) for name in STATISTICS])


def run(
    scenario: AnyScenario = "baseline",
    *,
    futures: int | None = None,
    against: AnyScenario | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Run:
    """Run a scenario in its futures, or in so many `futures` of them, and return its bands.

    What it changes is held `against` another scenario, future by future; against the baseline
    under its own assumptions unless given. `progress` is told the share that is done; when `cancel`
    returns True the run is given up with Cancelled. Raises Error for what is no scenario, and for
    no number of futures from 1 to 1,000,000.

    >>> import suanli
    >>> suanli.run("vouchers-x4", futures=64)
    <Run of 'Vouchers x4': 64 futures, to 2035-12>
    """
    value = value_of(scenario, futures)
    other = None if against is None else value_of(against)
    requests = tuple(dict.fromkeys((*all_requests(), *comparison_requests())))
    with one_sentence():
        return run_of(value, other, requests, projector(), progress, cancel)


def run_of(
    value: Value,
    other: Value | None,
    requests: tuple[Request, ...],
    used: Projector,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Run:
    """Return a run that knows some series alone, made by a projector that may keep it."""
    choice = choice_of((value,) if other is None else (value, other))
    if other is None:
        steps = used.steps(value, requests, choice=choice, targets=value.targets)
    else:
        steps = run_against(used, value, requests, other, choice)
    found = driven(steps, progress, cancel)
    held = baseline_under(value) if other is None else other
    months, times = month_labels(found), _read_only(found.times)
    return Run(Scenario(value), Scenario(held), found.futures, months, times, found)


def _row(outcome: str, element: str) -> tuple[Outcome, str]:
    """Return the row of an outcome, and the element that is meant."""
    element = text_of(element, "element")
    key, _, behind = text_of(outcome, "outcome").partition(".")
    with one_sentence():
        row = known_outcome(key)
    element = element or behind
    if element not in row.elements:
        known = ", ".join(each or '"" for the whole' for each in row.elements)
        raise Error(f"{key} has no element {element!r}; it has {known}")
    return row, element


def _bands(series: Series) -> NDArray[np.float64]:
    if series.bands is None:
        return np.full((len(STATISTICS) - 1, len(series.center)), np.nan)
    return series.bands


def _share(series: Series) -> NDArray[np.float64]:
    return series.center if series.share is None else series.share


def _read_only(values: NDArray[np.float64]) -> NDArray[np.float64]:
    kept = np.array(values, np.float64) + 0.0
    kept.flags.writeable = False
    return kept


def _system(units: str) -> UnitSystem:
    """Return the units that are asked for, those of files for none. Raises Error."""
    if not text_of(units, "units"):
        return BASE
    with one_sentence():
        return read_units(units)


def _described(run: Run) -> dict[str, Any]:
    """Return how a run was made."""
    return {
        "scenario": run.scenario.title,
        "against": run.against.title,
        "seed": run.scenario.settings["seed"],
        "draws": run.projection.draws.kind,
        "futures": run.futures,
        "model_version": model().version,
    }
