"""Exports that are made off the GUI thread, one after the other, and then written to their files.

How far the one at hand has come is told while it is made, and it may be left between two steps: a
file is written whole or not at all. What belongs to the thread of the window, as laying out does,
is done there between two pieces of work. What is made is not known here.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal

from planner.ensemble.progress import Steps, seconds_left
from planner.quantities.told.lists import as_sentences
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from ui.engine.delivering import Delivered, deliver
from ui.engine.file_tasks import FileTasks, Wait
from ui.engine.jobs import Lane
from ui.wording.translate import sentence_of


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an export has come: its name, the share that is done, and the seconds so far."""

    name: str
    share: float
    seconds: float

    @property
    def seconds_left(self) -> float | None:
        """How long it will take, None while too little is done to tell."""
        return seconds_left(self.share, self.seconds)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What an export has found out, and can be laid out from now.

    `lay_out` is called in the thread of the window, and returns what makes the export.
    """

    lay_out: Callable[[], Callable[[], Steps[Any]]]


@dataclass(frozen=True, slots=True)
class Export:
    """What is made and written: the first file of it, its subject, and what is said at the end.

    The folder of the file is made where that is asked for. What is given to `then` instead is not
    written.
    """

    path: Path
    make: Callable[[], Steps[Any]]
    """Returns the bytes of each file by its path, a sentence that says why there are none, or what
    is `Prepared`."""
    said: str
    subject: str = ""
    makes_folder: bool = False
    then: Callable[[Any], object] | None = None
    begun: float = field(default_factory=monotonic)

    @property
    def name(self) -> str:
        """The name of the file as it can be shown."""
        return shown_path(self.path.name)


class ExportQueue(QObject):
    """Makes one export after the other; `idle` tells that none is left.

    `written` carries the first file and what it shows.
    """

    told = Signal(str)
    done = Signal(str)
    written = Signal(object, str)
    progressed = Signal(object)
    idle = Signal()

    def __init__(self, tasks: FileTasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._open: dict[int, Export] = {}
        self._cancelled: set[int] = set()
        self._written: Export | None = None
        self._lane = Lane(self)
        self._lane.progressed.connect(self._on_progressed)
        self._lane.done.connect(self._on_done)
        self._lane.failed.connect(self._on_failed)
        self._lane.stopped.connect(self._on_stopped)

    def has_work(self) -> bool:
        """Tell whether something is being made or written."""
        return bool(self._open)

    def start(self, export: Export) -> None:
        """Begin an export, or put it behind what is being made."""
        self._open[self._lane.start(export.make)] = export
        self.progressed.emit(Progress(export.name, 0.0, 0.0))

    def settle(self, export: Export) -> bool:
        """Wait a moment too short to be felt; tell whether the export is written by now."""
        waited, until = 0, monotonic() + self._tasks.patience
        while (ticket := self._ticket_of(export)) != waited:
            waited = ticket
            if self._lane.wait(ticket, max(0.0, until - monotonic())):
                QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        return self._written is export

    def _ticket_of(self, export: Export) -> int:
        """Return the ticket of the work that is done for an export now; 0 where it has ended."""
        return next((ticket for ticket, each in self._open.items() if each is export), 0)

    def cancel(self) -> None:
        """Leave what is being made, and what waits behind it."""
        self._cancelled = set(self._open)
        for ticket in self._open:
            self._lane.stop(ticket)

    def request_stop(self) -> None:
        """Leave everything at the next step."""
        self._lane.request_stop()

    def close(self) -> None:
        """Leave everything and end the thread."""
        self._lane.close()

    def _on_progressed(self, ticket: int, share: float) -> None:
        export = self._open[ticket]
        self.progressed.emit(Progress(export.name, share, monotonic() - export.begun))

    def _on_done(self, ticket: int, made: object) -> None:
        """Use what was made, or tell why nothing was."""
        export = self._open[ticket]
        if isinstance(made, Prepared) and ticket in self._cancelled:
            self._on_stopped(ticket)  # it had ended when it was cancelled, and more was to come
        elif isinstance(made, Prepared):
            self._open[self._lane.start(made.lay_out())] = self._open.pop(ticket)
        elif isinstance(made, str):
            self._end(ticket, partial(self.told.emit, made))
        elif export.then is None:
            self._write(ticket, made)
        else:
            export.then(made)
            self._end(ticket, partial(self.done.emit, export.said))

    def _write(self, ticket: int, made: Any) -> None:  # noqa: ANN401 - as the work returned it
        """Write files; a disk that hangs holds up nothing else."""
        export = self._open[ticket]
        text = translate("ExportQueue", "{name} is being written, and its disk does not answer.")
        wait = Wait(text.format(name=export.name))
        work = partial(deliver, made, export.path.parent if export.makes_folder else None)
        then = partial(self._on_delivered, ticket)
        self._tasks.settle(self._tasks.ask(export.path, work, then, wait))

    def _on_delivered(self, ticket: int, delivered: Delivered) -> None:
        export = self._open[ticket]
        if delivered.refusal is not None:
            self._end(ticket, partial(self.told.emit, sentence_of(delivered.refusal)))
            return
        self._written = export
        said = as_sentences((export.said, *map(sentence_of, delivered.remarks)))
        self.written.emit(export.path, export.subject)
        self._end(ticket, partial(self.done.emit, said))

    def _on_failed(self, ticket: int, trace: str) -> None:
        self._end(ticket, partial(self.told.emit, trace.strip().splitlines()[-1]))

    def _on_stopped(self, ticket: int) -> None:
        text = translate("ExportQueue", "{name} was not written")
        self._end(ticket, partial(self.done.emit, text.format(name=self._open[ticket].name)))

    def _end(self, ticket: int, tell: Callable[[], object]) -> None:
        del self._open[ticket]
        tell()
        if not self._open:
            self.idle.emit()
