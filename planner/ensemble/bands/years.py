"""What futures are worth year by year, read from a run for the targets that are judged.

Fifth floor of planner. An outcome is read in its Decembers, one that flows in all months, of which
the mean is taken; nothing else is copied.
"""

from collections.abc import Sequence

import numpy as np

from planner.ensemble.bands.paths import Paths, Scratch
from planner.ensemble.met import KEPT_BYTES, Met, Pair, Values, YearValues, judged
from planner.ensemble.projection import Request
from planner.model.targets.target import FIRST_YEAR, Target, is_of_years, pairs_judged
from planner.quantities.dates import MONTHS_PER_YEAR


def pairs_of_targets(targets: Sequence[Target]) -> tuple[Pair, ...]:
    """Return the outcomes and elements that targets are judged by, each once."""
    return tuple(dict.fromkeys(pair for target in targets for pair in pairs_judged(target)))


def year_values(paths: Paths, targets: Sequence[Target], scratch: Scratch) -> YearValues:
    """Return what a run gives for the targets, all years of it."""
    broken = paths.run.broken
    return YearValues(
        {pair: _values(paths, pair, scratch) for pair in pairs_of_targets(targets)},
        paths.run.futures,
        None if broken is None else broken.since[1:],
    )


class TargetTally:
    """How many futures meet targets, of several runs that come piece by piece."""

    def __init__(self, targets: Sequence[Target], months: int) -> None:
        self._targets = tuple(targets)
        self._last_year = FIRST_YEAR + months // MONTHS_PER_YEAR - 1
        self._met: Met | None = None

    @property
    def requests(self) -> tuple[Request, ...]:
        """What has to be run to judge them."""
        return tuple(Request(*pair) for pair in pairs_of_targets(self._targets))

    def add(self, paths: Paths, scratch: Scratch) -> YearValues | None:
        """Judge the futures of a run, and return what they were judged by, if that is small."""
        if not self._targets:
            return None
        values = year_values(paths, self._targets, scratch)
        met = judged(values, self._targets, self._last_year)
        self._met = met if self._met is None else self._met + met
        return values if values.nbytes <= KEPT_BYTES else None

    @property
    def met(self) -> Met | None:
        """The counts so far, None before the first run and where there are no targets."""
        return self._met


def _values(paths: Paths, pair: Pair, scratch: Scratch) -> Values:
    request = Request(*pair)
    if not is_of_years(pair[0]):
        decembers = slice(MONTHS_PER_YEAR - 1, None, MONTHS_PER_YEAR)
        return paths.rows((request, decembers), scratch).copy()
    rows = paths.rows((request, slice(None)), scratch)
    return np.asarray(rows.reshape(-1, MONTHS_PER_YEAR, rows.shape[-1]).mean(axis=1))
