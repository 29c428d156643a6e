"""Which workers of a cluster may be given batches: those that have what batches need, as they come.

Eighth floor of planner. Workers may come at any time, and one that is started again has another
address: each is asked for its versions before it is given anything. Nothing here waits, so that a
scheduler or a worker that hangs holds nobody up.
"""

import asyncio
from collections.abc import Coroutine, Iterator, Mapping
from concurrent.futures import Future
from typing import Any, Final, TypeVar

from planner.sweep.workers.versions import ALIKE, NEEDED, fault_of_versions, versions_here

_PATIENCE: Final = 30.0
"""Seconds after which a worker that does not tell its versions is asked again."""

Answer = TypeVar("Answer")


class Fit:
    """The workers of a cluster that may be given batches, and what is wrong with the others."""

    def __init__(self, client: Any) -> None:  # noqa: ANN401 - of dask
        self._client = client
        self._here = versions_here()
        self._counting: Future[Mapping[str, int]] | None = None
        self._asking: dict[str, Future[Any]] = {}
        self._there: Mapping[str, int] = {}
        self._faults: dict[str, str] = {}

    @property
    def threads(self) -> dict[str, int]:
        """The threads of each worker that may be given batches, by its address."""
        return {each: n for each, n in self._there.items() if self._faults.get(each) == ""}

    @property
    def faults(self) -> list[str]:
        """What is wrong with workers that may not: a sentence for each fault, of the first one."""
        found = {fault.replace(each, ""): fault for each, fault in reversed(self._faults.items())}
        return [fault for fault in reversed(found.values()) if fault]

    @property
    def is_known(self) -> bool:
        """Whether somebody is there, and all who are have told their versions."""
        return bool(self._there) and self._faults.keys() >= self._there.keys()

    def look(self) -> None:
        """Take what was answered by now and ask for more. Raises OSError, TimeoutError."""
        if self._counting is None:
            self._counting = self._asked(self._client.scheduler.ncores())
        elif self._counting.done():
            counted, self._counting = self._counting, None
            self._there = counted.result()
        for address in self._there:
            if address not in self._faults and address not in self._asking:
                self._asking[address] = self._asked(self._versions_of(address))
        for address, told in self._answered():
            self._faults[address] = fault_of_versions(self._here, {address: told})
        self._faults = {each: self._faults[each] for each in self._faults if each in self._there}

    def stop(self) -> None:
        """Ask no more."""
        for each in (self._counting, *self._asking.values()):
            if each is not None:
                each.cancel()

    def _answered(self) -> Iterator[tuple[str, Any]]:
        """Yield what workers told; who told nothing is asked again if it is there."""
        for address in [each for each, asked in self._asking.items() if asked.done()]:
            asked = self._asking.pop(address)
            if asked.exception() is None and (told := asked.result().get(address)):
                yield address, told

    async def _versions_of(self, address: str) -> Mapping[str, Any]:
        message = {"op": "versions", "packages": [*ALIKE, *NEEDED]}
        ask = self._client.scheduler.broadcast
        answer = ask(msg=message, workers=[address], on_error="ignore")
        told: Mapping[str, Any] = await asyncio.wait_for(answer, _PATIENCE)
        return told

    def _asked(self, question: Coroutine[Any, Any, Answer]) -> Future[Answer]:
        loop: asyncio.AbstractEventLoop = self._client.loop.asyncio_loop
        return asyncio.run_coroutine_threadsafe(question, loop)
