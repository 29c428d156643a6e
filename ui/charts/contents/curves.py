"""From one projection to the curves of a chart: its own, the baseline's, another scenario's.

No Qt. Values are in the unit a reader sees (shares in percent); nothing is computed here that the
model did not compute, but for that factor and the sum of the budgets the scenario itself states.

Curves are the same objects as long as the run they come from is the same: what draws them sees at
once that nothing has changed. A projection is what it is by identity, so that asking costs nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.projection import COMPARING, Projection, Request, Series
from planner.model.graph import model
from planner.model.indices import AREAS
from planner.model.paths import LeverPath, values_at
from planner.model.scenario import Scenario, lever_path
from planner.model.sums import members
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.told.lists import led_by
from planner.quantities.told.titles import BASELINE_TITLE, shown_title
from ui.charts.contents.picture import BASELINE, DASHED, DASHES, DOTTED, LIMIT, Curve, Dash
from ui.charts.contents.specs import (
    ChartSetting,
    asked_part,
    names_elements,
    parts,
    shows_areas,
    spec_of,
)
from ui.charts.contents.wording import Wording
from ui.wording.figures.units import follows_units, form_of

FANS_AT_MOST = 3
PLACES_BY_COLOR = 3
HALF_A_MONTH = 0.5 / MONTHS_PER_YEAR
KEPT = 32
"""Curves of four charts for eight runs."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a curve of a chart is, whatever the run: which series, and how it is named and drawn."""

    request: Request
    name: str
    color: str | int
    dash: Dash = None
    label: str = ""
    light: bool = False
    has_bands: bool = True
    has_central: bool = True
    beliefs: str = ""


def own_curves(
    setting: ChartSetting,
    projection: Projection,
    words: Wording,
    *,
    beside_others: bool = False,
    own: int = 0,
    beliefs: str = "",
) -> list[Curve]:
    """Return the curves of the scenario that the chart is about; beyond three, without bands.

    A color stands for a scenario, `own` for this one; places alone have colors where no other
    scenario is shown beside them. What it assumes otherwise than others, its `beliefs`, mark it.
    """
    title = with_beliefs(_title(projection.scenario, words), words, beliefs)
    own_parts = _own_parts(setting, title, words, beside_others, own, beliefs)
    return _drawn(own_parts, setting, projection)


@follows_units
@lru_cache(maxsize=KEPT)
def _own_parts(
    setting: ChartSetting, title: str, words: Wording, beside_others: bool, own: int, beliefs: str
) -> tuple[Part, ...]:
    shown = parts(setting)
    names_places = len(shown) > 1 and shows_areas(setting) and not beside_others
    found = []
    for number, part in enumerate(shown):
        name = title if len(shown) == 1 else _part(setting, part, words)
        color, dash = look_of_place(number) if names_places else (own, dash_of(setting, number))
        has_bands = len(shown) <= FANS_AT_MOST
        request = Request(*part, setting.view)
        found.append(
            Part(
                request,
                name,
                color,
                dash,
                has_bands=has_bands,
                has_central=has_bands,
                beliefs=beliefs,
            )
        )
    return tuple(found)


def _part(setting: ChartSetting, part: tuple[str, str], words: Wording) -> str:
    """Return what a curve is called among those of its chart."""
    outcome, element = part
    return words.part(element) if names_elements(setting) else words.outcomes[outcome]


def look_of_place(number: int) -> tuple[int, Dash]:
    """Return the color and the dash of a place among others: three colors, then dashed again."""
    return number % PLACES_BY_COLOR, DASHES[number // PLACES_BY_COLOR % len(DASHES)]


def dash_of(setting: ChartSetting, number: int) -> Dash:
    """Return the dash of a part: none for the one that is asked for, the same for each scenario."""
    return DASHES[abs(number - asked_part(setting)) % len(DASHES)]


def with_beliefs(title: str, words: Wording, beliefs: str) -> str:
    """Return the title of a scenario, marked where it has beliefs that others have not."""
    return words.otherwise.format(scenario=title) if beliefs else title


def _title(scenario: Scenario, words: Wording) -> str:
    """Return what the scenario's line is called: a changed one is never called the baseline."""
    if scenario.title == BASELINE_TITLE and scenario.levers:
        return words.scenario
    return shown_title(scenario.title)


@follows_units
@lru_cache(maxsize=KEPT)
def baseline_curves(
    setting: ChartSetting, projection: Projection, words: Wording, *, is_zero: bool = True
) -> tuple[Curve, ...]:
    """Return the baseline: its own lines, or zero where everything is measured against it."""
    if is_zero and setting.view in COMPARING:
        zero = np.zeros_like(projection.times)
        return (Curve(words.baseline, BASELINE, projection.times, zero),)
    below = (
        Part(
            Request(*part, setting.view),
            words.baseline,
            BASELINE,
            dash_of(setting, number),
            has_bands=False,
            has_central=False,
        )
        for number, part in enumerate(parts(setting))
    )
    return tuple(_drawn(below, setting, projection))


@follows_units
@lru_cache(maxsize=KEPT)
def default_curves(
    setting: ChartSetting, projection: Projection, words: Wording
) -> tuple[Curve, ...]:
    """Return the baseline under default assumptions, of the part that a chart is about."""
    return _dotted(words.default_baseline, setting, projection)


@follows_units
@lru_cache(maxsize=KEPT)
def belief_curves(
    setting: ChartSetting, belief: Projection, baseline: Projection, words: Wording
) -> tuple[Curve, ...]:
    """Return what assumptions alone change, of the part that a chart of differences is about.

    It is told as exactly as the level of the `baseline` under these assumptions.
    """
    outcome, element = parts(setting)[asked_part(setting)]
    level = baseline.series.get(Request(outcome, element))
    beside = None if level is None else level.line * unit_factor(setting)
    curves = _dotted(words.beliefs_alone, setting, belief)
    return tuple(replace(each, beside=beside) for each in curves)


def _dotted(name: str, setting: ChartSetting, projection: Projection) -> tuple[Curve, ...]:
    """Return a thin dotted line of the part that a chart is about, held against nothing."""
    request = Request(*parts(setting)[asked_part(setting)], setting.view)
    part = Part(request, name, LIMIT, DOTTED, has_bands=False, has_central=False)
    return tuple(replace(each, request=None) for each in _drawn([part], setting, projection))


@follows_units
@lru_cache(maxsize=KEPT)
def other_curves(
    setting: ChartSetting,
    projection: Projection,
    color: int,
    words: Wording,
    *,
    beliefs: str = "",
) -> tuple[Curve, ...]:
    """Return the curves of a further scenario, in its color; they stand behind.

    What it assumes otherwise than others, its `beliefs`, mark its name.
    """
    shown = parts(setting)
    title = with_beliefs(shown_title(projection.scenario.title), words, beliefs)
    behind = (
        Part(
            Request(*part, setting.view),
            title if len(shown) == 1 else led_by(_part(setting, part, words), title),
            color,
            dash_of(setting, number),
            title if number == 0 else "",
            light=True,
            has_bands=len(shown) <= FANS_AT_MOST,
            has_central=False,
            beliefs=beliefs,
        )
        for number, part in enumerate(shown)
    )
    return tuple(_drawn(behind, setting, projection))


def _drawn(found: Iterable[Part], setting: ChartSetting, projection: Projection) -> list[Curve]:
    curves = (projected_curve(part, setting, projection) for part in found)
    return [curve for curve in curves if curve is not None]


def projected_curve(part: Part, setting: ChartSetting, projection: Projection) -> Curve | None:
    """Return the curve of one part of a run in the unit of a setting, None where it has none."""
    series = projection.series.get(part.request)
    if series is None:
        return None
    line, bands, central = _scaled(series, unit_factor(setting))
    return Curve(
        part.name,
        part.color,
        projection.times,
        line,
        bands if part.has_bands else None,
        central if part.has_central else None,
        part.dash,
        part.light,
        part.label,
        part.request,
        beside=_beside(part.request, projection, unit_factor(setting)),
        beliefs=part.beliefs,
    )


def beside_requests(setting: ChartSetting) -> tuple[Request, ...]:
    """Return what a read-out tells with the values of a chart: differences or levels."""
    asked = (_told_with(Request(*part, setting.view)) for part in parts(setting))
    return () if spec_of(setting).is_counted else tuple(each for each in asked if each)


@cache
def _told_with(request: Request) -> Request | None:
    match request.view:
        case "absolute":
            return request._replace(view="difference")
        case "difference":
            return request._replace(view="absolute")
        case _:
            return None


def _beside(request: Request, projection: Projection, factor: float) -> NDArray[np.float64] | None:
    """Return what is told with a line; a difference only of pairs of futures where there are any.

    While a hand moves, some have no futures yet: the run at central values has another difference.
    """
    other = _told_with(request)
    series = projection.series.get(other) if other is not None else None
    if series is None or other is None:
        return None
    if other.view == "difference" and series.bands is None and projection.futures:
        return None
    return series.line * factor


def _scaled(
    series: Series, factor: float
) -> tuple[NDArray[np.float64], NDArray[np.float64] | None, NDArray[np.float64] | None]:
    """Return the median, the bands, and beside them the run at central values."""
    if series.bands is None:
        return series.center * factor, None, None
    if factor == 1.0:
        return series.line, series.bands, series.center
    return series.line * factor, series.bands * factor, series.center * factor


@follows_units
@lru_cache(maxsize=KEPT)
def unit_factor(setting: ChartSetting) -> float:
    """Return what the model's numbers are multiplied by to be read."""
    is_in_unit = setting.view in ("absolute", "difference")
    return form_of(spec_of(setting).unit).factor if is_in_unit else 1.0


def budget_curves(
    setting: ChartSetting, projection: Projection, words: Wording
) -> tuple[Curve, ...]:
    """Return the budgets of the scenario over time: what the drawn money is measured against."""
    spec = spec_of(setting)
    if not spec.with_budget or setting.view != "absolute" or len(parts(setting)) > 1:
        return ()
    areas = members(setting.element) if setting.element else AREAS
    paths = tuple(lever_path(projection.scenario, f"voucher_budget.{area}") for area in areas)
    first, count = float(projection.times[0]), len(projection.times)
    return (_budget(words.budget, paths, (first, count), unit_factor(setting)),)


@lru_cache(maxsize=KEPT)
def _budget(
    name: str, paths: tuple[LeverPath, ...], months: tuple[float, int], factor: float
) -> Curve:
    """Return the budgets of some places together: the first month and their number are given."""
    first, count = months
    times = first + np.arange(count) / MONTHS_PER_YEAR
    over_time = model().levers["voucher_budget"].over_time
    total = sum(values_at(path, over_time, times + HALF_A_MONTH) for path in paths)
    return Curve(name, LIMIT, times, factor * np.asarray(total, dtype=float), dash=DASHED)
