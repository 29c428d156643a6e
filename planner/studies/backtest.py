"""Holds a model against what was measured: every point, its range, and what the futures give.

Sixth floor of planner. The points are evidence (`planner.facts.measured`); how one is read from a
run is `planner.ensemble.conditioning.measured`; how it is scored, `planner.studies.scores`. Only
as many months are run as the points need. What the figures say in words is
`planner.studies.misses`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.engine.clock import Clock
from planner.engine.run import Trajectories, run_batch
from planner.ensemble.conditioning.chosen import choosing
from planner.ensemble.conditioning.measured import is_comparable, pairs_of_point, read_point
from planner.ensemble.conditioning.pool import BLOCK, Chosen
from planner.ensemble.progress import Steps, as_part, to_the_end
from planner.ensemble.sample import draw
from planner.facts.measured import Measured, measured_points
from planner.facts.model_1 import Kept, kept_of_model_1
from planner.model.graph import model
from planner.model.outcome import GROUPS
from planner.model.scenario import FIRST_YEAR, LAST_YEAR_AT_MOST, Scenario
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from planner.studies.scores import TAIL, crps, is_inside, is_inside_with_error

QUANTILES: Final = (TAIL, 0.5, 1 - TAIL)


@dataclass(frozen=True, slots=True)
class Judged:
    """One point, what the model gives for it in the point's unit, and how well that is.

    `crps` is a share of the measured figure; `first` is what model 1.0 gave, None where it had no
    such outcome.
    """

    point: Measured
    center: float
    p10: float
    p50: float
    p90: float
    inside: bool
    with_error: bool
    crps: float
    first: Kept | None

    @property
    def off(self) -> float:
        """By which share of the measured figure the median lies above it; below is negative."""
        return self.p50 / self.point.central - 1


@dataclass(frozen=True, slots=True)
class Score:
    """How a set of points came out: counts, and means over points and over their groups."""

    title: str
    points: int
    inside: int
    with_error: int
    crps: float
    groups: int
    inside_by_group: float
    crps_by_group: float


@dataclass(frozen=True, slots=True)
class Backtest:
    """Every point that the model has an outcome for, and those it has none for.

    `as_drawn` are the same points in futures that were not chosen by what was measured; empty
    where the rows are of such futures themselves.
    """

    scenario: Scenario
    rows: tuple[Judged, ...]
    as_drawn: tuple[Judged, ...]
    not_compared: tuple[Measured, ...]


class BacktestError(Exception):
    """Points that no run can be held against; the message is one sentence."""


def backtest(
    scenario: Scenario | None = None, points: Sequence[Measured] | None = None
) -> Backtest:
    """Return how a scenario, the baseline unless given, compares with what was measured.

    Raises BacktestError for a point beyond the years that can be run.
    """
    return to_the_end(backtesting(scenario, points))


def backtesting(
    scenario: Scenario | None = None, points: Sequence[Measured] | None = None
) -> Steps[Backtest]:
    """Do what `backtest` does, one piece at a time, with as many futures as one pool gives at most.

    Yields the share that is done. Raises as `backtest` does.
    """
    asked = Scenario() if scenario is None else scenario
    asked = replace(asked, futures=min(asked.futures, BLOCK))
    given = measured_points(asked.figures) if points is None else tuple(points)
    compared = tuple(point for point in given if is_comparable(point))
    rows = yield from as_part(judging(asked, compared), 0, 0.5)
    drawn: tuple[Judged, ...] = ()
    if asked.draws != "as drawn":
        yield 0.5
        drawn = yield from as_part(judging(replace(asked, draws="as drawn"), compared), 0.5, 1)
    left_out = tuple(point for point in given if not is_comparable(point))
    return Backtest(asked, rows, drawn, left_out)


def judging(scenario: Scenario, points: Sequence[Measured]) -> Steps[tuple[Judged, ...]]:
    """Judge points in the futures of a scenario; yields the share that is done.

    Raises BacktestError as `backtest` does.
    """
    chosen = yield from choosing(scenario, scenario.futures)
    return tuple(map(_judge_of(scenario, points, chosen), points))


def _judge_of(
    scenario: Scenario, points: Sequence[Measured], chosen: Chosen
) -> Callable[[Measured], Judged]:
    clock = Clock(last_year_of(points))
    pairs = tuple(dict.fromkeys(map(pairs_of_point, points)))
    run = run_batch(draw(scenario, scenario.futures, clock, chosen=chosen), clock, pairs)
    whole, times = _whole(run), clock.times()
    kept = kept_of_model_1() if _is_plain(scenario) else {}

    def judge(point: Measured) -> Judged:
        def line(outcome: str, element: str) -> NDArray[np.float64]:
            return run.center_of((outcome, element))

        def futures(outcome: str, element: str) -> NDArray[np.floating]:
            return run.futures_of((outcome, element))[:, whole]

        center = float(read_point(point, line, times))
        return _judged(point, center, read_point(point, futures, times), kept.get(point.id))

    return judge


def _judged(
    point: Measured, center: float, values: NDArray[np.float64], first: Kept | None
) -> Judged:
    told = values[np.isfinite(values)]
    if not len(told):
        raise BacktestError(
            translate("Planner", "{label}: the model gives no number there").format(
                label=point.label
            )
        )
    p10, p50, p90 = (float(each) for each in np.quantile(told, QUANTILES))
    return Judged(
        point=point,
        center=center,
        p10=p10,
        p50=p50,
        p90=p90,
        inside=is_inside(point, told),
        with_error=is_inside_with_error(point, told),
        crps=crps(point, told),
        first=first,
    )


def _whole(run: Trajectories) -> NDArray[np.bool_]:
    """Tell which futures break no law in these months."""
    whole = np.ones(run.futures, np.bool_)
    if run.broken is not None:
        np.all(run.broken.whole(np.arange(len(run.center))), axis=0, out=whole)
    return whole


def last_year_of(points: Sequence[Measured]) -> int:
    """Return the last year that has to be run: each year's January belongs to the next.

    Raises BacktestError for a point beyond the years that can be run.
    """
    latest = max((max(point.end, point.base_end) for point in points), default=float(FIRST_YEAR))
    earliest = min((min(point.start, point.base_start) for point in points), default=latest)
    last = ceil(latest + 1 / MONTHS_PER_YEAR) - 1 if latest % 1 else int(latest)
    if earliest < FIRST_YEAR or last > LAST_YEAR_AT_MOST:
        wrong = earliest if earliest < FIRST_YEAR else latest
        said = translate("Planner", "a point lies at {date}; runs last from {first} to {last}")
        ends = {"first": FIRST_YEAR, "last": LAST_YEAR_AT_MOST}
        raise BacktestError(said.format(date=f"{wrong:g}", **ends))
    return last


def _is_plain(scenario: Scenario) -> bool:
    """Tell whether a scenario is the baseline but for how many futures are drawn, and how."""
    return not (scenario.levers or scenario.assumptions) and scenario.figures == "corroborated"


def _sets() -> tuple[tuple[str, Callable[[Judged], bool]], ...]:
    """Return what each set of points is called, and which points are in it."""
    return (
        (translate("Backtest", "grade A or B"), lambda row: row.point.grade in "AB"),
        (
            translate("Backtest", "in view while defaults were chosen"),
            lambda row: row.point.in_view,
        ),
        (
            translate("Backtest", "of these not used as weights"),
            lambda row: row.point.in_view and row.point.set == "scored",
        ),
        (
            translate("Backtest", "wider set, scored"),
            lambda row: not row.point.in_view and row.point.set == "scored",
        ),
        (
            translate("Backtest", "wider set, held back"),
            lambda row: row.point.set == "held",
        ),
        (
            translate("Backtest", "points model 1.0 had"),
            lambda row: row.first is not None,
        ),
    )


def scores(rows: Sequence[Judged]) -> tuple[Score, ...]:
    """Return the scores of every set of points that has any, all points first."""
    sets = ((title, [row for row in rows if has(row)]) for title, has in _sets())
    if not rows:
        return ()
    return (
        score(translate("Backtest", "all"), rows),
        *(score(title, chosen) for title, chosen in sets if chosen),
    )


def scores_by_topic(rows: Sequence[Judged]) -> tuple[Score, ...]:
    """Return the score of each group of outcomes that has points, in the order of the model."""
    topics = {key: [row for row in rows if topic_of(row) == key] for key in GROUPS}
    return tuple(score(model_text(GROUPS[key]), chosen) for key, chosen in topics.items() if chosen)


def topic_of(row: Judged) -> str:
    """Return the group of outcomes that a point belongs to."""
    return model().outcomes[row.point.outcome].group


def score(title: str, rows: Sequence[Judged]) -> Score:
    """Return the score of some points; a group counts as much as any other, however large."""
    groups = [
        [row for row in rows if row.point.group == group]
        for group in dict.fromkeys(row.point.group for row in rows)
    ]
    return Score(
        title=title,
        points=len(rows),
        inside=sum(row.inside for row in rows),
        with_error=sum(row.with_error for row in rows),
        crps=_mean([row.crps for row in rows]),
        groups=len(groups),
        inside_by_group=_mean([_mean([row.inside for row in group]) for group in groups]),
        crps_by_group=_mean([_mean([row.crps for row in group]) for group in groups]),
    )


def score_of_model_1(rows: Sequence[Judged]) -> Score | None:
    """Return the score of model 1.0 on the points it had; None where there is none."""
    found = [
        replace(row, inside=row.first.inside, with_error=row.first.with_error, crps=row.first.crps)
        for row in rows
        if row.first is not None
    ]
    return (
        score(translate("Backtest", "points model 1.0 had, by model 1.0"), found) if found else None
    )


def backtest_model() -> str:
    """Return the version of the model that is held against history."""
    return model().version


def _mean(values: Sequence[float]) -> float:
    return float(np.mean(values)) if values else float("nan")
