"""What all workers have in common, wherever they are; eighth floor of planner."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from concurrent.futures import Future

    from planner.sweep.batches.work import Result


class WorkersLostError(Exception):
    """All workers are gone and there will be no others; the message is one sentence."""


class BatchError(Exception):
    """A batch that cannot be run, by anyone; the message is what went wrong, on one line."""


class Workers(Protocol):
    """Workers that take batches and give their results as futures of the standard library.

    A future may raise MemoryError, or BrokenExecutor where its worker died; then `revive` is
    called before any other batch is given to them. Whatever else it raises ends the sweep.
    """

    @property
    def count(self) -> int:
        """How many batches are run at once."""

    def submit(self, text: str, places: bytes, *, halved: bool) -> "Future[Result]":
        """Give them a batch, packed. Raises WorkersLostError."""

    def check(self) -> None:
        """Raise WorkersLostError where nobody is left to run what was given to them."""

    def revive(self) -> None:
        """Begin anew after workers died. Raises WorkersLostError."""

    def stop(self) -> None:
        """End them at once, with whatever they run."""
