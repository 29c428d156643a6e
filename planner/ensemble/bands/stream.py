"""Bands of any number of futures in bounded memory: run in pieces, counted, and forgotten.

Fifth floor of planner. The first piece tells where each row's grid lies. Rows whose quantiles turn
out to lie elsewhere are run once more; the draws are the same each time. Whoever drives a run may
leave it after any piece.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.engine import threads
from planner.engine.batch import Batch, lever_values
from planner.engine.broken import Broken, joined
from planner.engine.clock import Clock
from planner.engine.run import run_batch
from planner.ensemble.bands.counts import Bounds, Counts, bounds_of
from planner.ensemble.bands.paths import Paths, Piece, Scratch, pairs_of, pieces
from planner.ensemble.bands.sides import SideCounts, Sides
from planner.ensemble.bands.states import Tally
from planner.ensemble.bands.years import TargetTally
from planner.ensemble.breach import enough
from planner.ensemble.conditioning.pool import Chosen
from planner.ensemble.progress import Steps, as_part
from planner.ensemble.projection import COMPARING, QUANTILES, Request, told_apart
from planner.ensemble.sample import draw_pieces
from planner.model.scenario import Scenario, baseline_under

PIECE_BYTES: Final = 256 * 2**20
LARGEST_PIECE: Final = 2**13
PASSES: Final = 6
FIRST_PASS: Final = 0.65
"""Share of a whole run that its first pass was measured to take; each later one takes about half
of what is left."""
_BYTES: Final = 4

Bands = dict[Request, NDArray[np.float64]]
Pair = tuple[Scenario, Scenario]
"""A scenario, and the one that differences are from."""
Exact = Tally | SideCounts | TargetTally
"""What is counted exactly, in the first pass."""


def counted_bands(
    scenario: Scenario,
    chosen: Chosen,
    requests: Sequence[Request],
    scratch: Scratch,
    targets: TargetTally,
    other: Scenario | None = None,
) -> Steps[tuple[Bands, dict[Request, Sides], Broken | None]]:
    """Return float64[5, months] of each request, each value to 0.1% of its P10 to P90.

    Of a state it is the share of futures in it, float64[months], exactly; so are the shares that
    lie above and below the baseline's, of differences, and what is counted of `targets`. Where an
    `other` scenario is given, differences are from that one.
    Returns also what is broken of the run; bands leave it out, and are undefined where it is much.
    Yields after each piece the share of the run that is done, about.
    """
    waiting, states = told_apart(requests)
    bounds, found = None, dict[Request, NDArray[np.float64]]()
    months = Clock(scenario.last_year).months
    tally, beside = Tally(states, months), SideCounts(waiting, months)
    exactly: tuple[Exact, ...] = (tally, beside, targets)
    done, until, broken = 0.0, FIRST_PASS, None
    for _ in range(PASSES):
        pair = scenario, baseline_under(scenario) if other is None else other
        counting = _counted(pair, chosen, waiting, bounds, scratch, exactly)
        counts, broken = yield from as_part(counting, done, until)
        done, until = until, (1 + until) / 2
        if not found:
            found |= tally.shares(len(chosen.places))
        if not waiting:
            break
        whole = [enough(counted, len(chosen.places)) for counted in counts.futures]
        bands = np.where(whole, counts.quantiles(), np.nan)
        bands = bands.reshape(len(QUANTILES), len(waiting), -1)
        found |= {request: bands[:, place] for place, request in enumerate(waiting)}
        again, bounds = _again(counts, len(waiting), np.array(whole))
        waiting = [request for request, more in zip(waiting, again, strict=True) if more]
        if not waiting:
            break
        exactly = ()
    bands_of = {request: np.ascontiguousarray(found[request]) for request in requests}
    return bands_of, beside.sides(bands_of), broken


def _again(
    counts: Counts, requests: int, whole: NDArray[np.bool_]
) -> tuple[NDArray[np.bool_], Bounds]:
    """Return which requests need another pass, and the bounds of all their rows in it.

    Rows that are not `whole` enough are not shown and need none.
    """
    rows, bounds = counts.next_bounds()
    again = np.any((rows & whole).reshape(requests, -1), axis=1)
    kept = (each.reshape(requests, -1)[again].ravel() for each in bounds)
    return again, Bounds(*kept)


def _counted(
    pair: Pair,
    chosen: Chosen,
    requests: Sequence[Request],
    bounds: Bounds | None,
    scratch: Scratch,
    exactly: Sequence[Exact],
) -> Steps[tuple[Counts, Broken | None]]:
    """Return the counts of all whole futures, and what is broken of the others.

    Rows stand in the order of requests and months. What is counted `exactly` counts them too.

    Yields the share of the futures that are counted, also where a piece has only been run.
    """
    counts, counted = None if bounds is None else Counts(bounds), 0
    futures = len(chosen.places)
    broken: list[tuple[int, Broken | None]] = []
    asked = (*requests, *(request for each in exactly for request in each.requests))
    for paths in runs_in_pieces(pair, asked, chosen):
        yield counted / futures
        if counts is None:
            counts = Counts(_first_bounds(paths, requests, scratch))
            yield counted / futures
        _add(counts, paths, requests, scratch)
        for each in exactly:
            each.add(paths, scratch)
        counted += paths.run.futures
        broken.append((paths.run.futures, paths.run.broken))
        yield counted / futures
    if counts is None:
        raise ValueError("there are no futures")
    return counts, joined(broken)


def runs_in_pieces(pair: Pair, requests: Sequence[Request], chosen: Chosen) -> Iterator[Paths]:
    """Yield the runs of the futures, piece by piece, in memory that is used again."""
    scenario, other = pair
    clock = Clock(scenario.last_year)
    pairs = pairs_of(requests)
    compared = pairs_of(r for r in requests if r.view in COMPARING)
    size = _size_of_piece((len(pairs) + len(compared)) * clock.months)
    run, base = None, None
    for batch, below in _drawn(scenario, other, chosen, size):
        run = run_batch(batch, clock, pairs, spare=run)
        if compared:
            base = run_batch(below, clock, compared, spare=base)
        yield Paths(run, run if base is None else base)


def _drawn(
    scenario: Scenario, other: Scenario, chosen: Chosen, size: int
) -> Iterator[tuple[Batch, Batch]]:
    """Yield the inputs of the same futures of both scenarios, drawn once where ranges are alike."""
    drawn = draw_pieces(scenario, chosen, size)
    if other.assumptions != scenario.assumptions:
        yield from zip(drawn, draw_pieces(other, chosen, size), strict=True)
        return
    levers = lever_values(other, Clock(scenario.last_year))
    for batch in drawn:
        yield batch, replace(batch, levers=levers)


def _size_of_piece(values: int) -> int:
    """Return how many futures of so many values each are run together, a power of two."""
    most = max(1, PIECE_BYTES // (values * _BYTES))
    return int(min(LARGEST_PIECE, 2 ** (most.bit_length() - 1)))


def _first_bounds(paths: Paths, requests: Sequence[Request], scratch: Scratch) -> Bounds:
    found = Bounds(*np.empty((3, len(requests) * paths.months)))

    def look(piece: Piece) -> None:
        futures, whole = paths.rows(piece, scratch), paths.whole(piece)
        if whole is not None:
            np.copyto(futures, np.nan, where=~whole)
        bounds = bounds_of(futures)
        rows = _rows(piece, requests, paths.months)
        for every, own in zip(found, bounds, strict=True):
            every[rows] = own

    threads.share_out(look, pieces(requests, paths.run))
    return found


def _add(counts: Counts, paths: Paths, requests: Sequence[Request], scratch: Scratch) -> None:
    def count(piece: Piece) -> None:
        rows, futures = _rows(piece, requests, paths.months), paths.rows(piece, scratch)
        counts.add(rows, futures, paths.whole(piece))

    threads.share_out(count, pieces(requests, paths.run))


def _rows(piece: Piece, requests: Sequence[Request], months: int) -> slice:
    request, during = piece
    first = requests.index(request) * months
    return slice(first + during.start, first + during.stop)
