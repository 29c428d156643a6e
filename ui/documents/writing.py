"""Writes a scenario or a session to a user's file under its lock, in whatever thread.

Nothing is replaced that somebody else has changed since it was opened, unless the user said so.
What comes of it is decided elsewhere.
"""

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from planner.model.scenario import Scenario
from ui.documents.document import Place
from ui.documents.locks import Grant, Locks, lock_path
from ui.documents.watch import seen

if TYPE_CHECKING:
    from planner.files.session.session import Session
    from planner.storage.identity import Identity
    from planner.storage.sentences.message import Message
    from planner.studies.model_versions import Results


@dataclass(frozen=True, slots=True)
class Order:
    """What to write where, and what the window knows of the file.

    `key` is that of the document's lock and `taking` that of one it has not yet; `place` is where
    the document stands, `others` are the files of the others. With `asks` a file that was changed
    or moved away stays as it is, unless it is one that the user `agreed` to replace; None stands
    for no file. A `session` is written whole, in place of the scenario alone.
    """

    path: Path
    key: str
    taking: str
    place: Place
    scenario: Scenario
    results: "Results | None"
    others: frozenset[Path]
    asks: bool = False
    agreed: "tuple[Identity | None, ...]" = ()
    session: "Session | None" = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an order.

    Saved, `identity` and `target` are those of the file, `took_lock` tells whether its lock is now
    held under the key for taking, and `remarks` say what could not be kept. Where something is
    there that the user should decide about, `place` tells what happened and `identity` what it is.
    Taken, `grant` tells by whom where that is not this window, and `lock_name` names the lock.
    """

    state: Literal["saved", "in_the_way", "taken", "failed"]
    identity: "Identity | None" = None
    target: Path | None = None
    place: Place | None = None
    refusal: "Message | None" = None
    took_lock: bool = False
    remarks: "tuple[Message, ...]" = ()
    grant: Grant | None = None
    lock_name: str = ""


def write_file(order: Order, locks: Locks) -> Outcome:
    """Do what is ordered, unless something stands in the way."""
    in_the_way = _in_the_way(order) if order.asks else None
    if in_the_way is not None:
        return in_the_way
    if locks.holds(order.key, order.path) and not order.place.read_only:
        return _write(order)
    target = Path(os.path.realpath(order.path))
    if target in order.others:
        return Outcome("taken")
    grant = locks.take(order.taking, order.path)
    if grant.is_refused:
        return Outcome("taken", grant=grant, lock_name=lock_path(target).name)
    written = _write(order)
    if written.state != "saved":
        locks.release(order.taking)
    return replace(written, took_lock=True)


def _in_the_way(order: Order) -> Outcome | None:
    """Return what somebody else made of the file, None where it is as the user knows it."""
    from planner.storage.identity import identity_of

    place, _ = seen(order.place)
    if place.outside not in {"changed", "gone"}:
        return None
    there = identity_of(order.path)
    is_agreed = any(_is_same(there, one) for one in order.agreed)
    return None if is_agreed else Outcome("in_the_way", there, place=place)


def _is_same(there: "Identity | None", agreed: "Identity | None") -> bool:
    return there is agreed if there is None or agreed is None else there.is_same(agreed)


def _write(order: Order) -> Outcome:
    from planner.files.scenario import scenario_file
    from planner.files.session.session_file import write_session
    from planner.storage.locks.lock import is_locked
    from planner.storage.previous import backup_of
    from planner.storage.sentences.file_error import FileError

    backup = backup_of(order.path)
    is_in_use = Path(os.path.realpath(backup)) in order.others or is_locked(lock_path(backup))
    try:
        if order.session is not None:
            written = write_session(order.path, order.session, backup=not is_in_use)
        else:
            written = scenario_file.write(
                order.path, order.scenario, order.results, backup=not is_in_use
            )
    except FileError as error:
        return Outcome("failed", refusal=error.message)
    target = Path(os.path.realpath(order.path))
    return Outcome("saved", written.identity, target, remarks=written.remarks)
