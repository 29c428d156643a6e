"""The folder that a sweep writes to: opened, filled batch by batch, left whole.

Eighth floor of planner. One sweep at a time writes to a folder; a lock that ends with its process
says so. Each file is written whole or not at all, and what is whole is never run again. Nothing is
written to a folder that is refused, nor removed from it.
"""

import hashlib
import json
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import Final

from planner.quantities.told.numerals import plain
from planner.storage.atomic import write_atomically
from planner.storage.leftovers import clear
from planner.storage.locks.system_lock import ask
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import FileError, shown_path
from planner.storage.temporary import TEMPORARY
from planner.sweep.batches.layout import Layout, Slice
from planner.sweep.batches.spec import Origin
from planner.sweep.batches.work import Result
from planner.sweep.plan.plan import Plan
from planner.sweep.reading.error import SweepError
from planner.sweep.store import manifest, points_table
from planner.sweep.store.begun import LOCK, Begun, begun_with, unwritable
from planner.sweep.store.manifest import Done
from planner.sweep.store.origin import hash_of_model
from planner.sweep.store.whole import done_at, is_as_told

LOG = logging.getLogger(__name__)

_FLAGS: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)
_MODE: Final = 0o666
_AGAIN_AFTER: Final = 1.0
_SHARE_OF_TIME: Final = 20
"""Writing the manifest may take a twentieth of the time, however long it has become."""


class Store:
    """A folder of a plan, its layout, and which batches are done."""

    def __init__(self, folder: Path, plan: Plan, layout: Layout, done: dict[int, Done]) -> None:
        self.folder, self.plan, self.layout, self.done = folder, plan, layout, done
        self.origin = origin_of(plan, layout)
        self._written, self._pause = monotonic(), _AGAIN_AFTER

    def waiting(self) -> Iterator[Slice]:
        """Yield the batches that are not done, in order."""
        return (each for each in self.layout.batches() if each.number not in self.done)

    def keep(self, result: Result) -> None:
        """Write the file of a batch; the manifest tells of it soon. Raises SweepError."""
        batch, data = self.layout.batch(result["number"]), result["data"]
        make_folder((self.folder / batch.file).parent)
        write(self.folder / batch.file, data)
        self.done[batch.number] = Done(
            number=batch.number,
            file=batch.file,
            rows=result["rows"],
            bytes=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
            broken=result["broken"],
            empty=result["empty"],
        )
        if monotonic() - self._written > self._pause:
            self.write_manifest()

    def write_manifest(self) -> None:
        """Write what is done by now. Raises SweepError."""
        begin = monotonic()
        size, batches = self.layout.size, self.layout.count
        fields = manifest.fields_of_manifest(self.plan, size, batches, self.done)
        text = json.dumps(fields, ensure_ascii=False, indent=1)
        write(self.folder / manifest.NAME, f"{text}\n".encode())
        self._written = monotonic()
        self._pause = max(_AGAIN_AFTER, _SHARE_OF_TIME * (self._written - begin))


@contextmanager
def opened(folder: Path, plan: Plan, size: Callable[[], int]) -> Iterator[Store]:
    """Yield the folder of a plan, made or gone on with; at the end the manifest tells all.

    `size` is asked for once, when the folder is new: how many futures a batch has. Raises
    SweepError for a folder of another plan or model, of other files, or that another sweep fills.
    """
    make_folder(folder)
    begun_with(folder, plan)
    lock = _locked(folder)
    try:
        store = _store(folder, plan, size)
        try:
            yield store
        finally:
            store.write_manifest()
    finally:
        os.close(lock)


def _store(folder: Path, plan: Plan, size: Callable[[], int]) -> Store:
    begun = begun_with(folder, plan)
    _clear(folder)
    layout = Layout(plan.points.count, plan.futures, begun.size or size())
    store = Store(folder, plan, layout, _whole(folder, plan, layout, begun))
    store.write_manifest()
    write(folder / points_table.NAME, points_table.points_bytes(plan.points))
    if begun.is_lost:
        said = translate(
            "Planner",
            "{file} was lost or damaged and is made anew; batches that are whole: {count}",
        )
        name, count = shown_path(folder / manifest.NAME), plain(len(store.done))
        LOG.warning("%s", said.format(file=name, count=count))
    return store


def _whole(folder: Path, plan: Plan, layout: Layout, begun: Begun) -> dict[int, Done]:
    """Return every batch that is whole: those the manifest tells of, and those it does not yet."""
    told = {} if begun.told is None else manifest.done_of(begun.told, layout)
    done = {number: each for number, each in told.items() if is_as_told(folder, each)}
    origin = origin_of(plan, layout)
    for batch in layout.batches():
        if batch.number not in done and (folder / batch.file).exists():
            found = done_at(folder, batch, origin, plan.columns)
            done |= {} if found is None else {batch.number: found}
    return done


def origin_of(plan: Plan, layout: Layout) -> Origin:
    """Return what the files of batches say of themselves."""
    return Origin(plan.hash, hash_of_model(), layout.size)


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises SweepError."""
    try:
        write_atomically(path, data)
    except FileError as error:
        raise SweepError(str(error)) from error


def make_folder(folder: Path) -> None:
    """Make a folder and those above it. Raises SweepError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise unwritable(folder, error) from error


def _locked(folder: Path) -> int:
    """Return the descriptor of the lock; it lasts as long as that is open. Raises SweepError."""
    try:
        descriptor = os.open(folder / LOCK, _FLAGS, _MODE)
    except OSError as error:
        raise unwritable(folder, error) from error
    if ask(descriptor) is False:
        os.close(descriptor)
        said = translate("Planner", "another sweep is writing to {folder} now")
        raise SweepError(said.format(folder=shown_path(folder)))
    return descriptor


def _clear(folder: Path) -> None:
    """Remove what a killed sweep has left in a folder of ours: we hold its lock."""
    with suppress(OSError):
        clear((folder, *folder.glob("futures/*")), TEMPORARY, lambda _: True)
