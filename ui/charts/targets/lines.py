"""The lines that the targets of a scenario draw on a chart, as frozen values; floor: charts.

Only levels have lines: what a chart cannot draw as one is a mark in the lane of events, with a
sentence that says why.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.projection import Projection, Request
from planner.model.graph import model
from planner.model.paths import LeverPath, values_at
from planner.model.targets.target import FIRST_YEAR, Target, years_judged
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import led_by
from ui.charts.contents.specs import ChartSetting, charts, parts
from ui.wording.elements import short_name
from ui.wording.figures.units import follows_units
from ui.wording.targets.told import (
    asked_of,
    beyond_in_short,
    form_of_target,
    full_text,
    mark_text,
    met_text,
    not_a_level,
    not_along,
    not_in_power,
    share_text,
    short_text,
)

DECEMBER: Final = (MONTHS_PER_YEAR - 1) / MONTHS_PER_YEAR
"""Where the last month of a year stands in it."""


@dataclass(frozen=True, slots=True, eq=False)
class TargetLine:
    """One target drawn: corners in calendar years and in the units of the reader.

    `factor` is what a level is multiplied with to be in these. `asked` says what is wanted, `met`
    in how many futures it is met, empty where that is not known; `short` says both in a few
    letters. One for a year that `is_beyond` the run is not judged. One `along` a curve of the
    chart is no line of its own, but a fence on that.
    """

    target: Target
    times: NDArray[np.float64]
    values: NDArray[np.float64]
    factor: float
    asked: str
    met: str
    short: str = ""
    is_beyond: bool = False
    along: bool = False

    @property
    def sentence(self) -> str:
        """The target in full, and in how many futures it is met."""
        target = full_text(self.target)
        return led_by(target, self.met) if self.met else target

    def lies_as(self, other: "TargetLine") -> bool:
        """Tell whether it has the corners of another one, and as many handles."""
        has_all = self.along == other.along and self.is_beyond == other.is_beyond
        same = np.array_equal(self.times, other.times) and np.array_equal(self.values, other.values)
        return has_all and same

    @property
    def handles(self) -> tuple[tuple[float, float], ...]:
        """Where a hand takes hold of it.

        Of a number that is where its line ends, the date for which it is judged last; of a path
        each knot; of another outcome there is none.
        """
        if self.is_beyond:
            return ()
        match self.target.level:
            case str():
                return ()
            case LeverPath(knots=knots):
                return tuple((date, self.factor * value) for date, value in knots)
        return ((float(self.times[-1]), float(self.values[-1])),)


@dataclass(frozen=True, slots=True)
class TargetMark:
    """A target in a view that has no line for it: its date, and what is said there."""

    time: float
    text: str
    short: str
    why: str


def targets_of(setting: ChartSetting, projection: Projection) -> tuple[Target, ...]:
    """Return the targets of a scenario that ask something of what a chart shows."""
    targets = projection.scenario.targets
    return _among(targets, setting) if targets else ()


def target_lines(setting: ChartSetting, projection: Projection) -> tuple[TargetLine, ...]:
    """Return the lines of a chart's targets; none where it shows no levels."""
    if setting.view != "absolute":
        return ()
    lines = (_line(target, projection, setting) for target in targets_of(setting, projection))
    return tuple(line for line in lines if line is not None)


def target_marks(setting: ChartSetting, projection: Projection) -> list[TargetMark]:
    """Return marks for the targets of a chart that it draws no line for."""
    targets = projection.scenario.targets
    if not targets:
        return []
    drawn = {line.target for line in target_lines(setting, projection)}
    asked = (*targets_of(setting, projection), *_in_other_units(targets, setting))
    return [
        TargetMark(
            _marked(target),
            full_text(target),
            mark_text(target, _name(setting, target)),
            _why(setting, target),
        )
        for target in asked
        if target not in drawn
    ]


def level_requests(setting: ChartSetting, targets: Sequence[Target]) -> tuple[Request, ...]:
    """Return what lines along other outcomes need from a run, beside what the chart draws."""
    if setting.view != "absolute" or not targets:
        return ()
    return tuple(
        Request(target.level, target.element)
        for target in _among(tuple(targets), setting)
        if isinstance(target.level, str)
    )


@follows_units
@lru_cache(maxsize=256)
def _among(targets: tuple[Target, ...], setting: ChartSetting) -> tuple[Target, ...]:
    shown = parts(setting)
    return tuple(each for each in targets if (each.outcome, each.element) in shown)


@follows_units
@lru_cache(maxsize=256)
def _in_other_units(targets: tuple[Target, ...], setting: ChartSetting) -> tuple[Target, ...]:
    """Return targets of a chart's own outcome while it tells that by the power it takes."""
    own, elements = charts()[setting.chart].outcomes, {element for _, element in parts(setting)}
    told = {outcome for outcome, _ in parts(setting)}
    return tuple(
        each
        for each in targets
        if each.outcome in own and each.outcome not in told and each.element in elements
    )


def _why(setting: ChartSetting, target: Target) -> str:
    """Return why a chart draws no line for a target."""
    if target.outcome not in {outcome for outcome, _ in parts(setting)}:
        return not_in_power()
    return not_along(target) if setting.view == "absolute" else not_a_level()


def _marked(target: Target) -> float:
    """Return where a target that is not drawn is marked: at its year, else where it begins."""
    match target:
        case Target(year=int() as year):
            return year + DECEMBER
        case Target(level=LeverPath(dates=dates)):
            return dates[0]
    return float(FIRST_YEAR)


def _line(target: Target, projection: Projection, setting: ChartSetting) -> TargetLine | None:
    """Return the line of a target; None for one along an outcome that is not known here."""
    corners = _corners(target, projection)
    if corners is None:
        return None
    last_year = projection.scenario.last_year
    share = projection.met.each.get(target) if projection.met else None
    is_beyond = not years_judged(target, last_year)
    told = beyond_in_short(target) if is_beyond else "" if share is None else met_text(share)
    factor = form_of_target(target).factor
    asked = asked_of(target, _name(setting, target))
    short = short_text(target) if share is None else led_by(short_text(target), share_text(share))
    return TargetLine(
        target,
        corners[0],
        factor * corners[1],
        factor,
        asked,
        told,
        short,
        is_beyond,
        _is_along(target, setting),
    )


def _is_along(target: Target, setting: ChartSetting) -> bool:
    """Tell whether the level of a target is a curve that a chart draws."""
    pair = target.level, target.element
    return pair in parts(setting) and f"{pair[0]}/{pair[1]}" not in setting.hidden


def _name(setting: ChartSetting, target: Target) -> str:
    """Return what tells a target from those of the other parts of a chart; empty for one part."""
    shown = parts(setting)
    if len(shown) == 1:
        return ""
    if len({outcome for outcome, _ in shown}) == 1:
        return short_name(target.element)
    return model_text(model().outcomes[target.outcome].short_label)


def _corners(
    target: Target, projection: Projection
) -> tuple[NDArray[np.float64], NDArray[np.float64]] | None:
    """Return dates and levels of the model at the corners of a line."""
    last_year = projection.scenario.last_year
    years = years_judged(target, last_year)
    end = (years[-1] if years else last_year) + DECEMBER
    match target.level:
        case str() as key:
            series = projection.series.get(Request(key, target.element))
            return None if series is None else (projection.times, series.line)
        case LeverPath() as path:
            times = _dates(path, target, end)
            return times, values_at(path, target.between, times)
        case number:
            return np.array((float(FIRST_YEAR), end)), np.array((number, number), float)


def _dates(path: LeverPath, target: Target, end: float) -> NDArray[np.float64]:
    """Return where a path bends, twice where it steps, from its first date to an end."""
    first = min(path.dates[0], end)
    inner = [date for date in path.dates[1:] if date < end]
    if target.between == "step":
        inner = [each for date in inner for each in (np.nextafter(date, 0.0), date)]
    return np.array((first, *inner, end))
