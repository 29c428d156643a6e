"""Laws of the model, checked on a run: each outcome's own, what is within what, and budgets."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import numpy as np

from planner.engine.batch import Batch, lever_address_rows
from planner.engine.run import Pair, Trajectories
from planner.ensemble.breach import breach_of
from planner.model.graph import model
from planner.model.indices import AREAS, SEGMENTS, address

EVERYTHING: Final = tuple((o.key, e) for o in model().outcomes.values() for e in o.elements)
ROUNDING: Final = 1e-6
"""Futures are kept in single precision."""


def laws_broken(run: Trajectories, batch: Batch) -> list[str]:
    """Return what a run of EVERYTHING breaks, in any future or month."""
    breach = breach_of(run.broken)
    paths = dict(zip(EVERYTHING, run.all_futures_of(EVERYTHING), strict=True))
    return [
        *([breach.sentence] if breach else []),
        *_rows(run, paths),
        *_within(paths),
        *_budgets(paths, batch),
    ]


def _rows(run: Trajectories, paths: dict[Pair, np.ndarray]) -> Iterator[str]:
    """Yield outcomes that leave their bounds, are negative or have no number but must have one."""
    for key, element in EVERYTHING:
        law = model().outcomes[key].keeps_law
        if not law(paths[key, element]).all():
            yield f"{key}.{element} of a future"
        if not law(run.center_of((key, element))).all():
            yield f"{key}.{element} of the center line"


def _within(paths: dict[Pair, np.ndarray]) -> Iterator[str]:
    """Yield where more is used than can be sold, or more can be sold than is installed.

    Used and deliverable compute are realized, installed is nameplate, of which no more is realized.
    """
    for element in ("", *SEGMENTS):
        chain = ("used_compute", "deliverable_compute", "installed_compute")
        for part, source in pairwise(chain):
            if not _below(paths[part, element], paths[source, element]):
                yield f"{part}.{element} over {source}"


def _budgets(paths: dict[Pair, np.ndarray], batch: Batch) -> Iterator[str]:
    """Yield areas that draw more than their budget of the time."""
    for area in AREAS:
        budget = batch.levers[:, lever_address_rows()[address("voucher_budget", area)]]
        if not _below(paths["voucher_spend", area], budget[:, None]):
            yield f"voucher_spend.{area} over its budget"


def _below(low: np.ndarray, high: np.ndarray) -> bool:
    """Tell whether one is nowhere above the other, but for rounding."""
    return bool(np.all(low <= high * (1 + ROUNDING) + ROUNDING))
