"""What is kept of unsaved work apart from the user's files, in case the program dies.

Every running window has a session: a folder under a lock that ends with the process, however that
ends. In it stands one entry per document with unsaved changes. A session whose lock can be taken
belongs to nobody any more; what stands in it is offered, never restored unasked. Entries go
through the same checks as scenario files; one that is bad is set aside, not deleted.
"""

import contextlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from planner.files.format.schema import NAME_AT_MOST
from planner.files.session.answer_fields import answers_in, fields_of_answer
from planner.model.presented.step import STEPS_AT_MOST
from planner.model.scenario import Scenario
from planner.model.story.states import step_of, story_of, with_story
from planner.storage.locks.lock import HeldLock, Refusal, clear_away, take_lock
from planner.storage.names import LOCK_ENDING, TEMPORARY_ENDING
from planner.storage.places import state_folder
from planner.studies.answers.answer import Answer
from ui.documents.typed import Typed
from ui.process.state.folder import ENTRY_ENDING, RECOVERY
from ui.process.state.private import make_private_folder
from ui.process.there import file_is_there

if TYPE_CHECKING:
    from ui.documents.recovery_schema import BookmarkFile

FORMAT: Final = "suanli-recovery"
VERSION: Final = 1
SET_ASIDE: Final = "set-aside"
SET_ASIDE_AT_MOST: Final = 20
BYTES_AT_MOST: Final = 64_000_000
COMMAS_AT_MOST: Final = 10_000_000
"""Our own files may be larger than those of others: those of earlier programs held bookmarks."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Unsaved work as it was at a time; `digest` is that of its file when it was last read.

    One of a window holds no scenario, but `answers` that it kept in no file, and in `report` what
    reports tell in which order, in a line that counts these answers; empty where that is as usual.
    """

    path: Path | None
    digest: str
    time: datetime
    scenario: Scenario
    saved: Scenario
    typed: Typed = field(default_factory=dict)
    answers: tuple[Answer, ...] = ()
    report: str = ""

    @property
    def is_of_window(self) -> bool:
        """Whether it is the work of a window, and none on a scenario."""
        return bool(self.answers or self.report)


def recovery_folder() -> Path:
    """Return the folder of all sessions, made if need be."""
    folder = state_folder() / RECOVERY
    make_private_folder(folder)
    return folder


class Session:
    """The folder of one process; made when the first entry is written."""

    def __init__(self, root: Path, name: str | None = None) -> None:
        self.root = root
        self.name = name or uuid4().hex
        self.folder = root / self.name
        self._lock: HeldLock | None = None

    def claim(self) -> bool:
        """Take the session for this process; False when another one that lives has it.

        A lock whose file was swept away with its folder is taken anew.
        """
        if self._lock is not None and self._lock.has_its_file():
            return True
        self.release()
        with contextlib.suppress(OSError):
            make_private_folder(self.root)
        path = self.root / f"{self.name}{LOCK_ENDING}"
        answer = take_lock(path, kernel_decides=True)
        if isinstance(answer, Refusal) and answer.why == "strange":
            with contextlib.suppress(OSError):
                clear_away(path)
            answer = take_lock(path, kernel_decides=True)
        if isinstance(answer, Refusal):
            return False
        self._lock = answer
        return True

    def write(self, key: str, data: bytes) -> None:
        """Keep the entry of a document. Raises FileError where it cannot be kept."""
        from planner.storage.atomic import write_atomically
        from planner.storage.sentences.file_error import cause, refusal, shown_path
        from planner.storage.sentences.message import message

        path = self.folder / f"{key}{ENTRY_ENDING}"
        if not self.claim():  # without a lock the next start would take it for abandoned
            why = message("not_permitted")
            raise refusal("cannot_be_saved", file=shown_path(path), cause=why)
        try:
            make_private_folder(self.folder)
        except OSError as error:
            raise refusal("cannot_be_saved", file=shown_path(path), cause=cause(error)) from error
        write_atomically(path, data, private=True)

    def holds(self, key: str) -> bool:
        """Tell whether the entry of a document is still where it was written."""
        return file_is_there(self.folder / f"{key}{ENTRY_ENDING}")

    def drop(self, key: str) -> None:
        """Forget the entry of a document; one that cannot be removed will be offered again."""
        with contextlib.suppress(OSError):
            (self.folder / f"{key}{ENTRY_ENDING}").unlink()

    def files(self) -> list[Path]:
        """Return the files of the entries, oldest first."""
        found = [path for path in self.folder.glob(f"*{ENTRY_ENDING}") if file_is_there(path)]
        return sorted(found, key=_changed_at)

    def release(self) -> None:
        """Give the session back; what is in it will be offered by the next start."""
        lock, self._lock = self._lock, None
        if lock is not None:
            lock.release()

    def end(self) -> None:
        """Remove the session if nothing is left in it, and give it back."""
        with contextlib.suppress(OSError):
            for path in self.folder.glob(f".*{TEMPORARY_ENDING}"):
                path.unlink()
            self.folder.rmdir()
        self.release()


def abandoned_sessions(root: Path) -> list[Session]:
    """Return the sessions of processes that are gone, claimed; empty ones are removed."""
    found = []
    names = {path.name for path in root.iterdir() if path.is_dir()}
    names |= {path.stem for path in root.glob(f"*{LOCK_ENDING}")}
    for name in sorted(names - {SET_ASIDE}):
        session = Session(root, name)
        if not session.claim():
            continue
        if session.files():
            found.append(session)
        else:
            session.end()
    return found


def entries_of(
    session: Session, tell_bad: Callable[[Path], object] | None = None
) -> Iterator[tuple[str, Entry]]:
    """Yield the entries of a session by key; what cannot be read is set aside and told."""
    from planner.storage.opening import read_bytes
    from planner.storage.sentences.file_error import FileError

    for path in session.files():
        try:
            yield path.stem, entry_in(read_bytes(path, BYTES_AT_MOST), path.name)
        except FileError:
            kept = set_aside(session.root, path)
            if tell_bad is not None:
                tell_bad(kept)


def set_aside(root: Path, path: Path) -> Path:
    """Move a bad entry out of the way, where somebody who wants to can look at it."""
    place = root / SET_ASIDE
    with contextlib.suppress(OSError):
        make_private_folder(place)
    with contextlib.suppress(OSError):
        path.replace(place / path.name)
        for old in sorted(place.iterdir(), key=_changed_at)[:-SET_ASIDE_AT_MOST]:
            old.unlink(missing_ok=True)
    return place / path.name


def bytes_of(entry: Entry) -> bytes:
    """Return the file of an entry; scenarios stand in it as the texts of their own files."""
    fields = {
        "format": FORMAT,
        "version": VERSION,
        "path": None if entry.path is None else str(entry.path),
        "digest": entry.digest,
        "time": entry.time.isoformat(),
        "scenario": _text(entry.scenario),
        "saved": _text(entry.saved),
    }
    if entry.typed:
        fields["typed"] = dict(entry.typed)
    if entry.answers:
        fields["answers"] = list(map(fields_of_answer, entry.answers))
    if entry.report:
        fields["report"] = entry.report
    text = json.dumps(fields, indent=1, ensure_ascii=False)
    return text.encode("utf-8", errors="backslashreplace")


def entry_in(data: bytes, name: str) -> Entry:
    """Return the entry in the bytes of a file. Raises FileError where its scenario is not right.

    What else cannot be read is left out: an answer, the state that was saved, an odd path.
    Bookmarks that stand beside the scenario, as an earlier program wrote them, become its story.
    """
    from planner.files.format.decode import decode
    from planner.files.format.validation import loading_validation
    from planner.storage.sentences.file_error import FileError, refusal

    with loading_validation():
        from pydantic import ValidationError

        from ui.documents.recovery_schema import EntryFile

    try:
        kept = EntryFile.model_validate(decode(data, name, COMMAS_AT_MOST))
        time = _time(kept.time)
    except (ValidationError, ValueError, OverflowError):
        raise refusal("no_object", file=name, kind="recovery") from None
    saved, path = Scenario(), None
    with contextlib.suppress(FileError):
        saved = _scenario(kept.saved, name)
    if kept.path and "\0" not in kept.path:
        path = Path(kept.path)
    scenario = _with_marks(_scenario(kept.scenario, name), kept.bookmarks, name)
    answers, _ = answers_in(kept.answers)
    if kept.answers and not answers:
        raise refusal("no_object", file=name, kind="recovery")
    return Entry(path, kept.digest, time, scenario, saved, kept.typed, answers, kept.report)


def _with_marks(scenario: Scenario, marks: "Sequence[BookmarkFile]", name: str) -> Scenario:
    """Return a scenario with the bookmarks that stand beside it, as far as they can be read."""
    from planner.files.format.plain_text import plain_name
    from planner.storage.sentences.file_error import FileError

    story = list(story_of(scenario))
    for mark in marks:
        with contextlib.suppress(FileError):
            title = plain_name(mark.text).strip()[:NAME_AT_MOST]
            story.append(step_of(_scenario(mark.scenario, name), title or scenario.title))
    return with_story(scenario, tuple(story[:STEPS_AT_MOST])) if marks else scenario


def _time(text: str) -> datetime:
    """Return a time that can be shown. Raises ValueError or OverflowError."""
    found = datetime.fromisoformat(text)
    found.timestamp()
    return found


def _text(scenario: Scenario) -> str:
    from planner.files.scenario.scenario_file import to_bytes

    return to_bytes(scenario).decode()


def _scenario(text: str, name: str) -> Scenario:
    """Return a scenario from its text, which may be longer than a file that can be saved."""
    from planner.files.format.decode import decode
    from planner.files.scenario.content import content_of_fields

    return content_of_fields(decode(text.encode(), name, COMMAS_AT_MOST), name).scenario


def _changed_at(path: Path) -> tuple[int, str]:
    with contextlib.suppress(OSError):
        return path.stat().st_mtime_ns, path.name
    return 0, path.name
