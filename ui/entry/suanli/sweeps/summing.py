"""A folder of a sweep summed up: quantiles of each point, and shares that meet a level."""

from collections.abc import Sequence
from pathlib import Path

from planner.sweep.batches.encoding import check_parquet
from planner.sweep.summary.reader import read_folder
from planner.sweep.summary.summing import summing
from planner.sweep.summary.table import summary_records
from suanli.answers import Answer, recorded
from suanli.driving import Cancel, Progress, driven
from suanli.errors import one_sentence
from suanli.scenarios import Named
from suanli.sweeps.running import Sweep
from suanli.typed import path_text, texts_of
from ui.terminal.sweeps.columns import level_of
from ui.terminal.sweeps.summary import said_of_missing


def summary(
    folder: Named | Sweep,
    levels: str | Sequence[str] = (),
    *,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Answer:
    r"""Sum a sweep up, also one that is not done: a row for each point and column.

    The table has what the point sets, P10 to P90 of its futures in the `unit` of the row, and for a
    level such as "enterprises_2030_12>=9000" the share `met`, 0 to 1. It reads one batch at a time.
    The sentence says what is missing, if anything. Raises Error for a folder of no sweep and for
    what is no level.

    >>> import pathlib, suanli
    >>> plan = "futures = 64\n[inputs]\nvoucher_budget = [0, 600]\n[outcomes]\njobs = [2030]\n"
    >>> _ = pathlib.Path("plan.toml").write_text(plan)
    >>> done = suanli.sweep("plan.toml", "out", processes=1)
    >>> table = suanli.summary(done, "jobs_2030_12>=0").table()
    >>> [*table.met]
    [1.0, 1.0]
    """
    path = folder.folder if isinstance(folder, Sweep) else Path(path_text(folder, "folder"))
    with one_sentence():
        check_parquet()
        found = read_folder(path)
        asked = [level_of(found, each) for each in texts_of(levels, "levels")]
        made = driven(summing(found, asked), progress, cancel)
        plan, said = found.plan, said_of_missing(found)
        return recorded("sweep", plan.title, [said], plan.base, [*summary_records(made)])
