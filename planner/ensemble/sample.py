"""The inputs of a run: the futures that are chosen for a scenario, with the values they draw.

Fifth floor of planner. Fewer futures than a scenario says are the first of its own.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import Batch, central_values, lever_values, single
from planner.engine.clock import Clock
from planner.ensemble.conditioning.chosen import choosing, enough
from planner.ensemble.conditioning.pool import Chosen
from planner.ensemble.draws.drawn import (
    Numbers,
    Places,
    batch_at,
    drawn_assumptions,
    drawn_at,
    inputs_of_draws,
    rows_of,
    with_center,
)
from planner.ensemble.keep import keep_array, kept_array, name_of
from planner.ensemble.progress import to_the_end
from planner.model.scenario import Scenario
from planner.quantities.spread import Spread

REMEMBERED: Final = 4
REMEMBERED_AT_MOST: Final = 2**15
"""Futures of the largest draws that are remembered: some twenty megabytes."""
AT_LEAST: Final = 2**12
"""So many are drawn at once, if there are; fewer are their beginning."""


def draw(
    scenario: Scenario, futures: int, clock: Clock | None = None, *, chosen: Chosen | None = None
) -> Batch:
    """Return the scenario's inputs: the central future first, then `futures` drawn ones.

    They are the first of those chosen; of the scenario's own, weighed now where need be, unless
    given. Levers are those of the clock's steps, by default of the scenario's horizon.
    """
    clock = clock or Clock(scenario.last_year)
    if futures == 0:
        return single(scenario, clock)
    own = chosen or to_the_end(choosing(scenario, enough(scenario, futures)))
    count = max(futures, AT_LEAST)
    kept = _kept if count <= REMEMBERED_AT_MOST else _kept.__wrapped__
    rows, drawn = kept(scenario.assumptions, scenario.figures, scenario.seed, (own, count))
    levers = lever_values(scenario, clock)
    return Batch(central_values(scenario), rows, drawn[:, : futures + 1], levers)


def draw_pieces(scenario: Scenario, chosen: Chosen, size: int) -> Iterator[Batch]:
    """Yield the scenario's inputs in pieces: the central future first, then `size` drawn ones.

    The pieces hold all futures that are chosen, in order; the last piece may hold fewer.
    """
    clock = Clock(scenario.last_year)
    for first in range(0, len(chosen.places), size):
        yield batch_at(chosen.places[first : first + size], scenario, clock)


@lru_cache(maxsize=REMEMBERED)
def _kept(
    assumptions: tuple[tuple[str, Spread], ...],
    figures: str,
    seed: int,
    first_of: tuple[Chosen, int],
) -> tuple[NDArray[np.int64], Numbers]:
    """Return rows and numbers of what is drawn, the central future first.

    It is kept on disk, because importing what joins draws takes longer than all else at a start;
    what is drawn for the moment is not.
    """
    scenario = Scenario(figures=figures, assumptions=assumptions, seed=seed)  # type: ignore[arg-type]
    (chosen, count), rows = first_of, rows_of(scenario)
    places = chosen.places[:count]
    if chosen.told.kind == "provisional" or count > REMEMBERED_AT_MOST:
        drawn = drawn_at(places, scenario)
    else:
        drawn = _from_disk(places, scenario)
    both = with_center(drawn, scenario)
    both.flags.writeable = False
    return rows, both


def _from_disk(places: Places, scenario: Scenario) -> Numbers:
    """Return what is drawn at places, made and kept where it is not kept yet."""
    name = name_of("draws", *inputs_of_draws(scenario), places.tobytes())
    drawn = kept_array(name, (len(drawn_assumptions(scenario)), len(places)))
    if drawn is None:
        drawn = drawn_at(places, scenario)
        keep_array(name, drawn)
    return drawn
