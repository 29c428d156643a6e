"""The numbers of a whole run as a file: run anew with every outcome, in the background.

They are the same as the terminal writes. How far it has come is told while it runs, and it may be
left at any time: a file is written whole or not at all.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, Signal

from planner.ensemble.many import Projector, all_requests
from planner.ensemble.progress import Steps, as_part, seconds_left
from planner.ensemble.projection import Projection
from planner.files.file_error import shown_path
from planner.model.scenario import Scenario
from ui.delivering import Delivered, deliver
from ui.file_tasks import FileTasks, Wait
from ui.jobs import Lane
from ui.translate import sentence_of

RUN: Final = 0.8
"""Share of the whole work that the run takes; the table and the file take the rest."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a file has come: its name, the share that is done, and the seconds so far."""

    name: str
    share: float
    seconds: float

    @property
    def seconds_left(self) -> float | None:
        """How long it will take, None while too little is done to tell."""
        return seconds_left(self.share, self.seconds)


class Numbers(QObject):
    """Writes one file after the other; `idle` tells that none is left."""

    told = Signal(str)
    done = Signal(str)
    written = Signal(object)
    progressed = Signal(object)
    idle = Signal()

    def __init__(self, tasks: FileTasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._begun: dict[int, tuple[Path, float]] = {}
        self._lane = Lane(self)
        self._lane.progressed.connect(self._on_progressed)
        self._lane.done.connect(self._on_done)
        self._lane.failed.connect(self._on_failed)
        self._lane.stopped.connect(self._on_stopped)

    def has_work(self) -> bool:
        """Tell whether a file is being made or written."""
        return bool(self._begun)

    def write(self, scenario: Scenario, path: Path) -> None:
        """Begin to write the numbers of a scenario, or put it behind what is being written."""
        ticket = self._lane.start(partial(numbers_of, scenario, path.suffix))
        self._begun[ticket] = (path, monotonic())
        self.progressed.emit(Progress(shown_path(path.name), 0.0, 0.0))

    def cancel(self) -> None:
        """Leave what is being written, and what waits behind it."""
        for ticket in self._begun:
            self._lane.stop(ticket)

    def wind_up(self) -> None:
        """Leave everything at the next step."""
        self._lane.wind_up()

    def close(self) -> None:
        """Leave everything and end the thread."""
        self._lane.close()

    def _on_progressed(self, ticket: int, share: float) -> None:
        path, begun = self._begun[ticket]
        self.progressed.emit(Progress(shown_path(path.name), share, monotonic() - begun))

    def _on_done(self, ticket: int, data: bytes) -> None:
        """Write what was made; a disk that hangs holds up nothing else."""
        path, _ = self._begun[ticket]
        text = self.tr("{name} is being written, and its disk does not answer.")
        wait = Wait(text.format(name=shown_path(path.name)))
        then = partial(self._on_delivered, ticket)
        self._tasks.settle(self._tasks.ask(path, partial(deliver, {path: data}), then, wait))

    def _on_delivered(self, ticket: int, delivered: Delivered) -> None:
        if delivered.refusal is None:
            self._end(ticket, partial(self.written.emit, self._begun[ticket][0]))
        else:
            self._end(ticket, partial(self.told.emit, sentence_of(delivered.refusal)))

    def _on_failed(self, ticket: int, trace: str) -> None:
        self._end(ticket, partial(self.told.emit, trace.strip().splitlines()[-1]))

    def _on_stopped(self, ticket: int) -> None:
        name = shown_path(self._begun[ticket][0].name)
        text = self.tr("{name} was not written")
        self._end(ticket, partial(self.done.emit, text.format(name=name)))

    def _end(self, ticket: int, tell: Callable[[], object]) -> None:
        del self._begun[ticket]
        tell()
        if not self._begun:
            self.idle.emit()


def numbers_of(scenario: Scenario, suffix: str) -> Steps[bytes]:
    """Return the numbers of a run as the ending of a name says: a workbook or else CSV.

    Yields the share that is done.
    """
    projector = Projector()
    projector.warm_up()  # the interpreter's last digits may differ from those of the terminal
    yield 0.0
    projection = yield from as_part(projector.steps(scenario, all_requests()), 0.0, RUN)
    yield RUN
    table = workbook_of if suffix.lower() == ".xlsx" else csv_of
    data = yield from as_part(table(projection), RUN, 1.0)
    yield 1.0
    return data


def workbook_of(projection: Projection) -> Steps[bytes]:
    """Return the workbook of a run, in steps."""
    from planner.files.workbook import workbook_steps

    return workbook_steps([projection])


def csv_of(projection: Projection) -> Steps[bytes]:
    """Return the CSV of a run; it is one step."""
    from planner.files.export import csv_text

    yield 0.0
    return csv_text([projection]).encode()
