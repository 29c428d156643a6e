"""What a sweep would take, and what it has, told in the terminal."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from planner.quantities.told.numerals import fixed, numerals
from planner.storage.sentences.catalog import translate, translate_many
from planner.storage.sentences.file_error import shown_path
from ui.process.output import complain, note, say
from ui.terminal.tables.columns import aligned

if TYPE_CHECKING:
    from planner.sweep.batches.estimate import Estimate
    from planner.sweep.plan.plan import Plan
    from planner.sweep.store.store import Store
    from planner.sweep.sweeping import Swept

_MEGABYTE: Final = 1e6


def tell_gone_on(store: "Store") -> None:
    """Tell a person how much is there already."""
    if store.done:
        text = translate("Terminal", "{folder}: {done} of {count} batches are there already")
        done, count = len(store.done), store.layout.count
        note(text.format(folder=shown_path(store.folder), done=done, count=count))


def tell_estimate(plan: "Plan", estimate: "Estimate", processes: int) -> None:
    """Tell what a plan takes on so many processes."""
    layout, style = estimate.layout, numerals()
    futures = plan.points.count * plan.futures
    seconds = estimate.seconds_on(processes)
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


def tell_swept(plan: "Plan", swept: "Swept", folder: Path) -> None:
    """Tell what is in the folder, and of what there is no number."""
    text = translate(
        "Terminal",
        "{folder}: {size} MB; points: {points}, futures in all: {futures}, batches: {batches}",
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
