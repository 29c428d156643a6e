"""A plan of many points and futures, run to a folder that goes on whatever stops it."""

import warnings
from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from planner.sweep.batches.encoding import check_parquet
from planner.sweep.batches.estimate import estimated
from planner.sweep.plan.plan_file import plan_named, read_plan
from planner.sweep.store.store import opened
from planner.sweep.sweeping import sweeping
from planner.sweep.workers.local import LocalWorkers
from suanli.driving import Cancel, Progress, driven, projector
from suanli.errors import in_python, one_sentence
from suanli.scenarios import Named
from suanli.typed import number_text, path_text
from ui.terminal.reading.inputs import whole_number
from ui.terminal.sweep import PROCESSES_AT_MOST, processes_here
from ui.terminal.sweeps.cluster import address_in, check_cluster, said_of_open

if TYPE_CHECKING:
    from planner.sweep.plan.plan import Plan
    from planner.sweep.sweeping import Swept
    from planner.sweep.workers.workers import Workers


@dataclass(frozen=True, slots=True)
class Sweep:
    """A sweep that is done: `points` with so many `futures` each, in the files of a `folder`.

    `columns` names the numbers kept of a future. `broken` futures break a law of the
    model and have no number from there on. `bytes` is the size of all files of futures.
    """

    folder: Path
    title: str
    points: int
    futures: int
    columns: tuple[str, ...]
    broken: int
    bytes: int


def sweep(
    plan: Named,
    out: Named,
    *,
    processes: int | None = None,
    scheduler: str | None = None,
    tls_ca: Named | None = None,
    tls_cert: Named | None = None,
    tls_key: Named | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Sweep:
    r"""Run a plan, a TOML file or the example vouchers-and-centers, to the folder `out`.

    It runs on so many `processes` of this computer, one per processor unless given, or on the
    workers of a dask `scheduler`, tls://HOST:PORT with three files for TLS. `progress` is told the
    share that is done; when `cancel` returns True the sweep is given up with Cancelled. What is
    done is kept: the same call goes on. Raises Error for a plan or a folder that cannot be used,
    and for workers that are lost. resources/docs/sweeps.md tells what a plan holds.

    >>> import pathlib, suanli
    >>> plan = "futures = 64\n[inputs]\nvoucher_budget = [0, 600]\n[outcomes]\njobs = [2030]\n"
    >>> _ = pathlib.Path("plan.toml").write_text(plan)
    >>> suanli.sweep("plan.toml", "out", processes=1).columns
    ('jobs_2030_12',)
    """
    files = {"tls_ca": tls_ca, "tls_cert": tls_cert, "tls_key": tls_key}
    told = {name: None if file is None else path_text(file, name) for name, file in files.items()}
    options = Namespace(processes=processes, scheduler=scheduler, **told)
    with one_sentence():
        check_parquet()
        check_cluster(options)
        folder = Path(path_text(out, "out"))
        read = read_plan(plan_named(path_text(plan, "plan")))
        return _swept(read, folder, options, progress, cancel)


def _swept(
    plan: "Plan",
    folder: Path,
    options: Namespace,
    progress: Progress | None,
    cancel: Cancel | None,
) -> Sweep:
    processes = _processes(options)
    projector()
    with opened(folder, plan, lambda: estimated(plan).layout.size) as store:
        steps = sweeping(store, _workers(options, processes))
        return _told(plan, folder, driven(steps, progress, cancel))


def _workers(options: Namespace, processes: int) -> "Workers":
    if options.scheduler is None:
        return LocalWorkers(processes)
    from planner.sweep.workers.cluster import ClusterWorkers

    address = address_in(options)
    if address.is_open:
        warnings.warn(in_python(said_of_open(address)), RuntimeWarning, stacklevel=4)
    return ClusterWorkers(address)


def _processes(options: Namespace) -> int:
    """Return how many processes are asked for. Raises ArgumentTypeError."""
    if options.processes is None:
        return processes_here()
    return whole_number(1, PROCESSES_AT_MOST)(number_text(options.processes, "processes"))


def _told(plan: "Plan", folder: Path, swept: "Swept") -> Sweep:
    names = tuple(each.name for each in plan.columns)
    counts = plan.points.count, plan.futures
    return Sweep(folder, plan.title, *counts, names, swept.broken, swept.bytes)
