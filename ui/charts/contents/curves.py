"""From one projection to the curves of a chart: its own, the baseline's, another scenario's.

No Qt. Values are in the unit a reader sees (shares in percent); nothing is computed here that the
model did not compute, but for that factor and the sum of the budgets the scenario itself states.

Curves are the same objects as long as the run they come from is the same: what draws them sees at
once that nothing has changed. A projection is what it is by identity, so that asking costs nothing.
"""

from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.projection import Projection, Request, Series
from planner.model.graph import model
from planner.model.indices import AREAS
from planner.model.paths import LeverPath, values_at
from planner.model.scenario import Scenario, lever_path
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.unit_forms import unit_form
from planner.storage.sentences.direction import isolated
from ui.charts.contents.picture import BASELINE, DASHED, DASHES, LIMIT, Curve, Dash
from ui.charts.contents.specs import (
    EVERY,
    ChartSetting,
    ChartSpec,
    asked_part,
    parts,
    shows_areas,
    spec_of,
)
from ui.charts.contents.wording import Wording

FANS_AT_MOST = 3
PLACES_BY_COLOR = 3
HALF_A_MONTH = 0.5 / MONTHS_PER_YEAR
KEPT = 32
"""Curves of four charts for eight runs."""


def own_curves(
    setting: ChartSetting,
    projection: Projection,
    words: Wording,
    *,
    beside_others: bool = False,
    own: int = 0,
) -> list[Curve]:
    """Return the curves of the scenario that the chart is about; beyond three, without bands.

    A color stands for a scenario, `own` for this one; places alone have colors where no other
    scenario is shown beside them.
    """
    shown = parts(setting)
    names_places = len(shown) > 1 and shows_areas(setting) and not beside_others
    curves = []
    for number, (outcome, element) in enumerate(shown):
        alone = len(shown) == 1
        name = _title(projection.scenario, words) if alone else _part(setting, shown[number], words)
        color, dash = _color_of_place(number) if names_places else (own, _dash(setting, number))
        label = words.short.get(element, "") if setting.element == EVERY else ""
        curve = projected_curve(setting, projection, (outcome, element), name, color, label)
        if curve is not None:
            kept = curve if len(shown) <= FANS_AT_MOST else _without_bands(curve)
            curves.append(replace(kept, dash=dash))
    return curves


def _part(setting: ChartSetting, part: tuple[str, str], words: Wording) -> str:
    """Return what a curve is called among those of its chart."""
    outcome, element = part
    return words.elements[element] if setting.element == EVERY else words.outcomes[outcome]


def _color_of_place(number: int) -> tuple[int, Dash]:
    """Return the color and the dash of a place among others: three colors, then dashed again."""
    return number % PLACES_BY_COLOR, DASHES[number // PLACES_BY_COLOR % len(DASHES)]


def _dash(setting: ChartSetting, number: int) -> Dash:
    """Return the dash of a part: none for the one that is asked for, the same for each scenario."""
    return DASHES[abs(number - asked_part(setting)) % len(DASHES)]


def _title(scenario: Scenario, words: Wording) -> str:
    """Return what the scenario's line is called: a changed one is never called the baseline."""
    if scenario.title == words.baseline and scenario.levers:
        return words.scenario
    return isolated(scenario.title)


@lru_cache(maxsize=KEPT)
def baseline_curves(
    setting: ChartSetting, projection: Projection, words: Wording
) -> tuple[Curve, ...]:
    """Return the baseline: its own lines, or zero where everything is measured against it."""
    if setting.view in ("difference", "percent"):
        zero = np.zeros_like(projection.times)
        return (Curve(words.baseline, BASELINE, projection.times, zero),)
    curves = (
        (projected_curve(setting, projection, part, words.baseline, BASELINE), number)
        for number, part in enumerate(parts(setting))
    )
    return tuple(
        replace(curve, bands=None, central=None, dash=_dash(setting, number))
        for curve, number in curves
        if curve is not None
    )


@lru_cache(maxsize=KEPT)
def other_curves(
    setting: ChartSetting, projection: Projection, color: int, words: Wording
) -> tuple[Curve, ...]:
    """Return the curves of a further scenario, in its color; they stand behind."""
    shown = parts(setting)
    curves = []
    for number, (outcome, element) in enumerate(shown):
        alone = len(shown) == 1
        title = isolated(projection.scenario.title)
        name = title if alone else f"{_part(setting, shown[number], words)}: {title}"
        label = title if number == 0 else ""
        curve = projected_curve(setting, projection, (outcome, element), name, color, label)
        if curve is not None:
            kept = curve if len(shown) <= FANS_AT_MOST else _without_bands(curve)
            dash = _dash(setting, number)
            curves.append(replace(kept, light=True, central=None, dash=dash))
    return tuple(curves)


def projected_curve(
    setting: ChartSetting,
    projection: Projection,
    part: tuple[str, str],
    name: str,
    color: str | int,
    label: str = "",
) -> Curve | None:
    """Return the curve of one part of a run in the view of a setting, None where it has none."""
    request = Request(*part, setting.view)
    series = projection.series.get(request)
    if series is None:
        return None
    line, bands, central = _scaled(series, factor(spec_of(setting), setting))
    return Curve(
        name, color, projection.times, line, bands, central=central, label=label, request=request
    )


def _scaled(
    series: Series, factor: float
) -> tuple[NDArray[np.float64], NDArray[np.float64] | None, NDArray[np.float64] | None]:
    """Return the median, the bands, and beside them the run at central values."""
    if series.bands is None:
        return series.center * factor, None, None
    if factor == 1.0:
        return series.line, series.bands, series.center
    return series.line * factor, series.bands * factor, series.center * factor


def _without_bands(curve: Curve) -> Curve:
    return replace(curve, bands=None, central=None)


def factor(spec: ChartSpec, setting: ChartSetting) -> float:
    """Return what the model's numbers are multiplied by to be read."""
    return unit_form(spec.unit).factor if setting.view in ("absolute", "difference") else 1.0


def budget_curves(
    setting: ChartSetting, projection: Projection, words: Wording
) -> tuple[Curve, ...]:
    """Return the budgets of the scenario over time: what the drawn money is measured against."""
    spec = spec_of(setting)
    if not spec.with_budget or setting.view != "absolute" or len(parts(setting)) > 1:
        return ()
    areas = (setting.element,) if setting.element else AREAS
    paths = tuple(lever_path(projection.scenario, f"voucher_budget.{area}") for area in areas)
    first, count = float(projection.times[0]), len(projection.times)
    return (_budget(words.budget, paths, first, count),)


@lru_cache(maxsize=KEPT)
def _budget(name: str, paths: tuple[LeverPath, ...], first: float, count: int) -> Curve:
    times = first + np.arange(count) / MONTHS_PER_YEAR
    over_time = model().levers["voucher_budget"].over_time
    total = sum(values_at(path, over_time, times + HALF_A_MONTH) for path in paths)
    return Curve(name, LIMIT, times, np.asarray(total, dtype=float), dash=DASHED)
