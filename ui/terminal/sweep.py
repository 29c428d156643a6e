"""`suanli sweep`: a plan of many points and futures, run in batches to a folder that goes on."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planner.quantities.told.numerals import fixed, numerals
from planner.storage.sentences.catalog import translate, translate_many
from planner.storage.sentences.file_error import shown_path
from ui.process.output import complain, note, say
from ui.terminal.reading.inputs import InputError, file_name, whole_number

if TYPE_CHECKING:
    from planner.sweep.batches.estimate import Estimate
    from planner.sweep.plan.plan import Plan
    from planner.sweep.store.store import Store
    from planner.sweep.sweeping import Swept

PROCESSES_AT_MOST: Final = 512
_MEGABYTE: Final = 1e6


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "plan",
        metavar=translate("Terminal", "PLAN|EXAMPLE"),
        help=translate(
            "Terminal",
            "a TOML file that says base scenario, [design] of points, [inputs] that they set, and "
            "[outcomes] with years or months; or the example vouchers-and-centers",
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
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help=translate(
            "Terminal", "tell points, futures, batches, bytes and time, and run nothing"
        ),
    )


def run(options: argparse.Namespace) -> int:
    """Run the plan, or tell what it would take, and return the exit code."""
    from planner.sweep.reading.error import SweepError

    try:
        return _run(options)
    except SweepError as error:
        raise InputError(str(error)) from error


def _run(options: argparse.Namespace) -> int:
    from planner.sweep.batches.encoding import check_parquet
    from planner.sweep.plan.plan_file import plan_named, read_plan

    if options.out is None and not options.dry_run:
        raise InputError(
            translate("Terminal", "--out names the folder to write to; --dry-run does without")
        )
    check_parquet()
    plan = read_plan(plan_named(options.plan))
    if options.dry_run:
        _tell_estimate(plan, _estimate(plan), _processes(options))
        return 0
    _sweep(plan, Path(options.out), options)
    return 0


def _sweep(plan: "Plan", folder: Path, options: argparse.Namespace) -> None:
    from planner.sweep.store.store import opened
    from planner.sweep.sweeping import sweeping
    from planner.sweep.workers.local import LocalWorkers
    from ui.terminal.progress import driven

    with opened(folder, plan, lambda: _estimate(plan).layout.size) as store:
        _tell_gone_on(store)
        workers = LocalWorkers(_processes(options))
        swept = driven(sweeping(store, workers), translate("Terminal", "sweeping"))
    _tell_swept(plan, swept, folder)


def _estimate(plan: "Plan") -> "Estimate":
    from planner.sweep.batches.estimate import estimated

    note(translate("Terminal", "Preparing the model; the first time takes some seconds."))
    return estimated(plan)


def _processes(options: argparse.Namespace) -> int:
    """Return how many processes run: as many as asked for, else as processors may be used."""
    if options.processes is not None:
        return int(options.processes)
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


def _tell_gone_on(store: "Store") -> None:
    if store.done:
        text = translate("Terminal", "{folder}: {done} of {count} batches are there already")
        done, count = len(store.done), store.layout.count
        note(text.format(folder=shown_path(store.folder), done=done, count=count))


def _tell_estimate(plan: "Plan", estimate: "Estimate", processes: int) -> None:
    from ui.terminal.tables.columns import aligned

    layout, style = estimate.layout, numerals()
    futures = plan.points.count * plan.futures
    seconds = futures * estimate.seconds / processes
    rows = [
        (translate("Terminal", "points"), fixed(plan.points.count, 0, style)),
        (translate("Terminal", "futures of each point"), fixed(plan.futures, 0, style)),
        (translate("Terminal", "futures in all"), fixed(futures, 0, style)),
        (translate("Terminal", "numbers kept of each future"), fixed(len(plan.columns), 0, style)),
        (translate("Terminal", "batches"), fixed(layout.count, 0, style)),
        (translate("Terminal", "MB of files"), _megabytes(futures * estimate.bytes)),
        (translate("Terminal", "processes"), fixed(processes, 0, style)),
        (translate("Terminal", "seconds, about"), fixed(seconds, 0 if seconds > 1 else 1, style)),
    ]
    say(aligned(rows))


def _tell_swept(plan: "Plan", swept: "Swept", folder: Path) -> None:
    text = translate(
        "Terminal",
        "{folder}: {points} points, {futures} futures in all, {batches} batches, {size} MB",
    )
    style, name = numerals(), shown_path(folder)
    counts = {
        "points": fixed(plan.points.count, 0, style),
        "futures": fixed(swept.futures, 0, style),
        "batches": fixed(swept.batches, 0, style),
    }
    say(text.format(folder=name, size=_megabytes(swept.bytes), **counts))
    if swept.broken:
        text = translate_many(
            "Terminal",
            "{count} future breaks a law of the model; its numbers from there on are left empty",
            "{count} futures break a law of the model; their numbers from there on are left empty",
            swept.broken,
        )
        complain(text.format(count=fixed(swept.broken, 0, style)))
    if swept.few:
        text = translate_many(
            "Terminal",
            "at {count} choice of assumptions few futures agree with what was measured",
            "at {count} choices of assumptions few futures agree with what was measured",
            swept.few,
        )
        complain(text.format(count=fixed(swept.few, 0, style)))


def _megabytes(size: float) -> str:
    return fixed(size / _MEGABYTE, 1, numerals())
