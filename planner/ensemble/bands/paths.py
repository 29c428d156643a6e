"""Rows of futures as a view shows them, piece by piece, in memory that is used again.

Fifth floor of planner. A part is some months of one request: one row of futures per month. It is a
piece where the months follow each other. They are shared out to the engine's threads; each copies
one into its own scratch, which stays in the processor's cache while it is worked on.
"""

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from planner.engine.broken import Broken
from planner.engine.run import Months, Trajectories
from planner.ensemble.bands.per_enterprise import per_enterprise
from planner.ensemble.projection import COMPARING, ENTERPRISES, AnyView, Request
from planner.model.graph import model
from planner.model.sums import members

Path = NDArray[Any]
Piece = tuple[Request, slice]
Part = tuple[Request, Months]

PIECE_BYTES: Final = 2**18


class Scratch(threading.local):
    """Memory of a thread's own, used again from piece to piece and from run to run."""

    def __init__(self) -> None:
        self._kept: dict[str, NDArray[Any]] = {}

    def rows(self, name: str, rows: int, like: Trajectories) -> Path:
        """Return uninitialized memory [rows, lanes of the run] under a name."""
        size, kind = rows * like.lanes, like.blocks.dtype
        kept = self._kept.get(name)
        if kept is None or kept.size < size or kept.dtype != kind:
            kept = self._kept[name] = np.empty(size, kind)
        return kept[:size].reshape(rows, like.lanes)


@dataclass(frozen=True, slots=True, eq=False)
class Paths:
    """A run, and the run of the baseline under the same draws."""

    run: Trajectories
    base: Trajectories

    @property
    def months(self) -> int:
        """Number of months."""
        return len(self.run.center)

    def center(self, request: Request) -> NDArray[np.float64]:
        """Return the center line [months] of a request, ones and zeros for a state."""
        own = summed_center(self.run, request)
        base = own
        if request.view in COMPARING:
            base = summed_center(self.base, request)
        _view(request.view, own, own[:1].copy(), base)
        if request.view == "per_enterprise":
            counted = request._replace(outcome=ENTERPRISES)
            ends = (summed_center(run, counted) for run in (self.run, self.base))
            per_enterprise(own, base, *ends)
        if request.state:
            np.equal(own, code_of(request), out=own)
        for broken in self._broken(request):
            own[np.arange(self.months) >= broken.center] = np.nan
        return own

    def rows(self, part: Part, scratch: Scratch) -> Path:
        """Return the futures of a part, [its months, futures]; valid until the next.

        Of a state they are the codes of its outcome.
        """
        return self.drawn(self.lanes(part, scratch)[0])

    def lanes(self, part: Part, scratch: Scratch) -> tuple[Path, Path]:
        """Return all lanes of a part as `rows` does, and of the baseline a difference is from.

        Both are contiguous, [its months, lanes]: arithmetic on those takes a third of the time. For
        other views the second is worth nothing.
        """
        request, months = part
        own = first = base = _gathered(self.run, request, months, "own", scratch)
        if request.view == "index":
            first = _gathered(self.run, request, slice(0, 1), "first", scratch)
        if request.view in COMPARING:
            base = _gathered(self.base, request, months, "base", scratch)
        _view(request.view, own, first, base)
        if request.view == "per_enterprise":
            counted = request._replace(outcome=ENTERPRISES)
            after = _gathered(self.run, counted, months, "after", scratch)
            before = _gathered(self.base, counted, months, "before", scratch)
            per_enterprise(own, base, after, before)
        return own, base

    def drawn(self, lanes: Path) -> Path:
        """Return of all lanes those of the drawn futures."""
        return lanes[:, 1 : self.run.futures + 1]

    def whole(self, part: Part) -> NDArray[np.bool_] | None:
        """Tell which futures of a part break no law, [its months, futures].

        None where all are whole.
        """
        request, months = part
        numbers = np.arange(self.months)[months]
        found = [broken.whole(numbers) for broken in self._broken(request)]
        return np.logical_and.reduce(found) if found else None

    def _broken(self, request: Request) -> list[Broken]:
        """Return what is broken of the runs that a request rests on."""
        runs = (self.run, self.base) if request.view in COMPARING else (self.run,)
        return [run.broken for run in runs if run.broken is not None]


def pairs_of(requests: Iterable[Request]) -> tuple[tuple[str, str], ...]:
    """Return what the engine has to store for requests, each once."""
    return tuple(dict.fromkeys(pair for request in requests for pair in _stored_for(request)))


def _stored_for(request: Request) -> tuple[tuple[str, str], ...]:
    """Return what one request rests on: of a view per enterprise, the enterprises too."""
    own = pairs_in(request)
    if request.view != "per_enterprise":
        return own
    return (*own, *pairs_in(request._replace(outcome=ENTERPRISES)))


def pairs_in(request: Request) -> tuple[tuple[str, str], ...]:
    """Return the outcome with each element of a request: several where it asks for their sum."""
    return tuple((request.outcome, element) for element in members(request.element))


def summed_center(run: Trajectories, request: Request) -> NDArray[np.float64]:
    """Return a fresh center line [months] of a request's outcome as the run has it."""
    first, *others = pairs_in(request)
    line = run.center_of(first).copy()
    for pair in others:
        line += run.center_of(pair)
    return line


def code_of(request: Request) -> int:
    """Return the code of the state that is asked for."""
    return model().outcomes[request.outcome].state(request.state).code


def pieces(requests: Iterable[Request], run: Trajectories) -> list[Piece]:
    """Return the pieces of all months of the requests, each small enough for the cache.

    Those of the same months follow each other: the engine stores them side by side.
    """
    asked = tuple(requests)
    months, bytes_of_row = len(run.center), run.lanes * run.blocks.itemsize
    step = max(1, PIECE_BYTES // bytes_of_row)
    return [
        (request, slice(start, min(start + step, months)))
        for start in range(0, months, step)
        for request in asked
    ]


def _gathered(
    run: Trajectories, request: Request, months: Months, name: str, scratch: Scratch
) -> Path:
    first, *others = pairs_in(request)
    out = scratch.rows(name, len(run.center[months]), run)
    run.gather(first, months, out)
    if others:
        more = scratch.rows("more", len(out), run)
        for pair in others:
            run.gather(pair, months, more)
            out += more
    return out


def _view(view: AnyView, own: Path, first: Path, base: Path) -> None:
    """Turn absolute values into those of a view, in place; a difference leaves `base` as it is.

    For other views `first` and `base` are used up.

    What has nothing to be a share of is undefined, not unbounded: a first month or a baseline
    that is zero, and a first month that is no number.
    """
    if view == "absolute":
        return
    with np.errstate(invalid="ignore", over="ignore"):
        match view:
            case "index":
                first[(first == 0) | ~np.isfinite(first)] = np.nan
                own /= first
                own *= 100
            case "difference" | "per_enterprise":
                own -= base
            case "percent":
                own -= base
                base[base == 0] = np.nan
                own /= np.abs(base, out=base)
                own *= 100
