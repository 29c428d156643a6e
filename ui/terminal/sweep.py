"""`suanli sweep`: a plan of many points and futures, run in batches to a folder that goes on."""

import argparse
import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from ui.process.output import note
from ui.terminal.reading.inputs import InputError, file_name, whole_number
from ui.terminal.sweeps.cluster import add_cluster, check_cluster, cluster_workers
from ui.terminal.sweeps.summary import add_summary, check_summary, summed_up

if TYPE_CHECKING:
    from planner.sweep.batches.estimate import Estimate
    from planner.sweep.plan.plan import Plan
    from planner.sweep.workers.workers import Workers

PROCESSES_AT_MOST: Final = 512


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "plan",
        metavar=translate("Terminal", "PLAN|EXAMPLE|FOLDER"),
        help=translate(
            "Terminal",
            "a TOML file that says base scenario, [design] of points, [inputs] that they set, and "
            "[outcomes] with years or months; or the example vouchers-and-centers; with --summary "
            "the folder of a sweep",
        ),
    )
    parser.add_argument(
        "--out",
        metavar=translate("Terminal", "FOLDER"),
        type=file_name,
        help=translate(
            "Terminal",
            "folder for the futures as Parquet; the same command again goes on where it was "
            "stopped, whatever stopped it",
        ),
    )
    parser.add_argument(
        "--processes",
        metavar="N",
        type=whole_number(1, PROCESSES_AT_MOST),
        help=translate(
            "Terminal", "processes of this computer to run on; one per processor unless given"
        ),
    )
    add_cluster(parser)
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help=translate(
            "Terminal", "tell points, futures, batches, bytes and time, and run nothing"
        ),
    )

    add_summary(parser)


def run(options: argparse.Namespace) -> int:
    """Run the plan, sum a folder up, or tell what it would take, and return the exit code."""
    from planner.sweep.reading.error import SweepError

    try:
        return _run(options)
    except SweepError as error:
        raise InputError(str(error)) from error


def _run(options: argparse.Namespace) -> int:
    from planner.sweep.batches.encoding import check_parquet
    from planner.sweep.plan.plan_file import plan_named, read_plan

    check_summary(options)
    if options.summary:
        check_parquet()
        return summed_up(options)
    if Path(options.plan).is_dir():
        text = translate("Terminal", "{folder} is a folder; --summary tells what a sweep has in it")
        raise InputError(text.format(folder=shown_path(options.plan)))
    if options.out is None and not options.dry_run:
        raise InputError(
            translate("Terminal", "--out names the folder to write to; --dry-run does without")
        )
    check_cluster(options)
    check_parquet()
    plan = read_plan(plan_named(options.plan))
    if options.dry_run:
        from ui.terminal.sweeps.telling import tell_estimate

        tell_estimate(plan, _estimate(plan), _processes(options))
        return 0
    _sweep(plan, Path(options.out), options)
    return 0


def _sweep(plan: "Plan", folder: Path, options: argparse.Namespace) -> None:
    from planner.sweep.store.store import opened
    from planner.sweep.sweeping import sweeping
    from ui.terminal.progress import driven
    from ui.terminal.sweeps.ending import ended_by_system
    from ui.terminal.sweeps.telling import tell_gone_on, tell_swept

    with ended_by_system(), opened(folder, plan, lambda: _estimate(plan).layout.size) as store:
        tell_gone_on(store)
        with closing(sweeping(store, _workers(options))) as steps:
            swept = driven(steps, translate("Terminal", "sweeping"))
    tell_swept(plan, swept, folder)


def _workers(options: argparse.Namespace) -> "Workers":
    """Return those of the cluster that is named, else processes of this computer."""
    from planner.sweep.workers.local import LocalWorkers

    if options.scheduler is not None:
        return cluster_workers(options)
    return LocalWorkers(_processes(options))


def _estimate(plan: "Plan") -> "Estimate":
    from planner.sweep.batches.estimate import estimated

    note(translate("Terminal", "Preparing the model; the first time takes some seconds."))
    return estimated(plan)


def _processes(options: argparse.Namespace) -> int:
    """Return how many processes run: as many as asked for, else as processors may be used."""
    return processes_here() if options.processes is None else int(options.processes)


def processes_here() -> int:
    """Return how many processors of this computer may be used."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1
