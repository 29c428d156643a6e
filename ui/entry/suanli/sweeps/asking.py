"""A folder of a sweep asked for its worlds, for misses of a level, a trade-off, the best point."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planner.sweep.batches.encoding import check_parquet
from planner.sweep.summary.reader import read_folder
from suanli.answers import Answer, recorded
from suanli.driving import Cancel, Progress, driven
from suanli.errors import one_sentence
from suanli.scenarios import Named
from suanli.sweeps.running import Sweep
from suanli.typed import path_text, text_of, texts_of, whole_of, wholes_of
from ui.terminal.sweeps.columns import level_of
from ui.terminal.sweeps.questions import (
    Told,
    asking_best,
    asking_misses,
    asking_tradeoff,
    asking_worlds,
)
from ui.terminal.sweeps.summary import said_of_missing

if TYPE_CHECKING:
    from planner.ensemble.progress import Steps
    from planner.sweep.summary.reader import Folder


def sweep_worlds(
    folder: Named | Sweep,
    levels: str | Sequence[str] = (),
    *,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Answer:
    """Put each setting of a sweep into its worlds: median, share that meets a level, worst world.

    A setting is a point without its world. The table has a row for each setting, world and column:
    those of the `levels`, or all with numbers. Raises Error where the plan names no worlds.

    >>> import suanli
    >>> suanli.sweep_worlds("no-such-folder")
    Traceback (most recent call last):
    suanli.errors.Error: no-such-folder is no folder of a sweep: it has no manifest.json
    """
    with one_sentence():
        found = _opened(folder)
        asked = [level_of(found, each) for each in texts_of(levels, "levels")]
        return _told(found, asking_worlds(found, asked), progress, cancel)


def sweep_misses(
    folder: Named | Sweep,
    level: str,
    point: int | None = None,
    *,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Answer:
    r"""Tell in which futures of a sweep a level is missed, at one point or at all of them.

    The table has a row for each limit of each box, world by world: `coverage` is the share of all
    misses in the box, `density` the share of its futures that miss. Boxes are found in 60,000
    futures at most, evenly over points and futures; `sampled` counts them. Raises Error for what is
    no level or no point.

    >>> import pathlib, suanli
    >>> plan = "futures = 64\n[inputs]\nvoucher_budget = [0, 600]\n[outcomes]\njobs = [2030]\n"
    >>> _ = pathlib.Path("plan.toml").write_text(plan)
    >>> done = suanli.sweep("plan.toml", "missing", processes=1)
    >>> suanli.sweep_misses(done, "jobs_2030_12>=0").sentence
    'jobs_2030_12>=0: missed in 0% of 128 futures. No input tells these from the others.'
    """
    number = None if point is None else whole_of(point, "point")
    with one_sentence(misses="point", level="level"):
        found = _opened(folder)
        asked = level_of(found, text_of(level, "level"))
        return _told(found, asking_misses(found, [asked], number), progress, cancel)


def sweep_tradeoff(
    folder: Named | Sweep,
    first: str,
    second: str,
    *,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Answer:
    r"""Weigh two columns of a sweep: the points whose medians no other one beats in both.

    The table has a row for each point with both medians, those that are not beaten first. What is
    better is what the outcomes say; points are held against those of their own world. Raises Error
    for what is no column.

    >>> import pathlib, suanli
    >>> plan = "futures = 64\n[inputs]\nvoucher_budget = [0, 600]\n"
    >>> plan += "[outcomes]\njobs = [2027, 2030]\n"
    >>> _ = pathlib.Path("plan.toml").write_text(plan)
    >>> done = suanli.sweep("plan.toml", "weighed", processes=1)
    >>> table = suanli.sweep_tradeoff(done, "jobs_2027_12", "jobs_2030_12").table()
    >>> bool(table.on_front[0])
    True
    """
    names = [text_of(first, "first"), text_of(second, "second")]
    with one_sentence():
        found = _opened(folder)
        return _told(found, asking_tradeoff(found, names), progress, cancel)


def sweep_best(
    folder: Named | Sweep,
    column: str,
    points: Sequence[int],
    *,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Answer:
    r"""Tell in which share of futures each of some points of a sweep is best, future by future.

    The table has a row for each point; `best` is a share from 0 to 1. What is better is what the
    outcome says. Raises Error for what is no column or no point, and for points that differ in
    more than levers, whose futures are not the same.

    >>> import pathlib, suanli
    >>> plan = "futures = 64\n[inputs]\nvoucher_budget = [0, 600]\n[outcomes]\njobs = [2030]\n"
    >>> _ = pathlib.Path("plan.toml").write_text(plan)
    >>> done = suanli.sweep("plan.toml", "best", processes=1)
    >>> suanli.sweep_best(done, "jobs_2030_12", [1, 2]).table().best.tolist()
    [0.0, 1.0]
    """
    typed = list(map(str, wholes_of(points, "points")))
    with one_sentence(best="points"):
        found = _opened(folder)
        asked = [text_of(column, "column"), *typed]
        return _told(found, asking_best(found, asked), progress, cancel)


def _opened(folder: Named | Sweep) -> "Folder":
    check_parquet()
    path = folder.folder if isinstance(folder, Sweep) else Path(path_text(folder, "folder"))
    return read_folder(path)


def _told(
    folder: "Folder", steps: "Steps[Told]", progress: Progress | None, cancel: Cancel | None
) -> Answer:
    told = driven(steps, progress, cancel)
    said = [*told.sentences, said_of_missing(folder)]
    return recorded("sweep", folder.plan.title, said, folder.plan.base, [*told.records()])
