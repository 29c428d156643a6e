"""What a worker answers of a batch: its result, or in words what went wrong.

Eighth floor of planner. An exception of any kind may be one that no other process can read, so
that none is handed on but MemoryError.
"""

from planner.sweep.batches.work import Result, work
from planner.sweep.workers.workers import BatchError


def answer(text: str, places: bytes, *, halved: bool) -> Result:
    """Return the result of a batch, packed. Raises MemoryError, and BatchError for all else."""
    try:
        return work(text, places, halved=halved)
    except BaseException as error:  # noqa: BLE001 - whoever waits has to be told, whatever it is
        fault = _plain(error)
    raise fault  # out here, where the error itself does not come along as its context


def _plain(error: BaseException) -> MemoryError | BatchError:
    return MemoryError(str(error)) if isinstance(error, MemoryError) else BatchError(told(error))


def told(error: BaseException) -> str:
    """Return what went wrong: what the system says as it says it, all else with its kind."""
    text = " ".join(str(error).split())
    if isinstance(error, OSError | ImportError | BatchError) and text:
        return text
    kind = type(error).__name__
    return f"{kind}: {text}" if text else kind
