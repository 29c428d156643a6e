"""What an outcome is worth in every future where some inputs are as before, others as after.

Sixth floor of planner. Runs the model up to the month asked about, for one outcome, and tells which
futures have a number throughout; memory of one run serves the next. What the last mixtures gave is
remembered: while one of three levers is dragged, half of them stay.
"""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Final

import numpy as np

from planner.engine.batch import Batch
from planner.engine.clock import Clock
from planner.engine.run import Trajectories, run_batch
from planner.engine.threads import MOST, limited_to
from planner.model.sums import members
from planner.studies.answers.about import About
from planner.studies.explain.game import Worth
from planner.studies.explain.mixed_inputs import MixedInputs

REMEMBERED: Final = 16


class Worths:
    """What each coalition of changed inputs gives; `threads` bounds what a run may take."""

    def __init__(self, mixed: MixedInputs, about: About, clock: Clock, threads: int = MOST) -> None:
        self._mixed = mixed
        self._clock = clock
        self._month = slice(about.month, about.month + 1)
        self._pairs = tuple((about.outcome, each) for each in members(about.element))
        self._threads = threads
        self._spare: Trajectories | None = None
        self.whole = np.ones(mixed.futures, np.bool_)
        """Which futures had a number in every run so far."""

    @property
    def players(self) -> int:
        """How many inputs differ."""
        return len(self._mixed.switches)

    def of(self, coalition: int) -> Worth:
        """Return what a coalition gives, float64[futures]; not finite where there is no number."""
        batch = self._mixed.batch(coalition)
        key = self._key(coalition, batch)
        found = _remembered(key)
        if found is None:
            found = self._run(batch)
            _remember(key, found)
        self.whole &= np.isfinite(found)
        return found

    def is_remembered(self, coalition: int) -> bool:
        """Tell whether a coalition takes no run."""
        return _remembered(self._key(coalition, self._mixed.batch(coalition))) is not None

    def _key(self, coalition: int, batch: Batch) -> Hashable:
        return self._pairs, self._clock, self._mixed.key_of(coalition, batch.levers)

    def _run(self, batch: Batch) -> Worth:
        with limited_to(self._threads):
            run = run_batch(batch, self._clock, self._pairs, spare=self._spare)
        self._spare = run
        found = self._summed(run)
        if run.broken is not None:
            found[~run.broken.whole(np.array([self._month.start]))[0]] = np.nan
        found.flags.writeable = False
        return found

    def _summed(self, run: Trajectories) -> Worth:
        found = np.zeros(run.futures)
        lanes = np.empty((1, run.lanes), run.blocks.dtype)
        for pair in self._pairs:
            run.gather(pair, self._month, lanes)
            found += lanes[0, 1 : run.futures + 1]
        return found


_kept: OrderedDict[Hashable, Worth] = OrderedDict()
"""What the last mixtures gave, the newest at the end; asked for from any thread."""
_lock: Final = Lock()


def _remembered(key: Hashable) -> Worth | None:
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
        return _kept.get(key)


def _remember(key: Hashable, found: Worth) -> None:
    with _lock:
        _kept[key] = found
        if len(_kept) > REMEMBERED:
            _kept.popitem(last=False)
