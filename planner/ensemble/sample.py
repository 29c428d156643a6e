"""The inputs of a run: the futures that are chosen for a scenario, with the values they draw.

Fifth floor of planner. Fewer futures than a scenario says are the first of its own.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from planner.engine.batch import Batch, single
from planner.engine.clock import Clock
from planner.ensemble.chosen import choosing
from planner.ensemble.drawn import Numbers, batch_of, drawn_assumptions, drawn_at, inputs_of_draws
from planner.ensemble.keep import keep_array, kept_array, name_of
from planner.ensemble.pool import Chosen
from planner.ensemble.progress import to_the_end
from planner.model.scenario import Scenario
from planner.quantities.spread import Spread

REMEMBERED: Final = 4
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
    own = chosen or to_the_end(choosing(scenario, max(futures, scenario.futures)))
    count = max(futures, AT_LEAST)
    drawn = _kept(scenario.assumptions, scenario.figures, scenario.seed, (own, count))
    return batch_of(scenario, drawn[:, :futures], clock)


def draw_pieces(scenario: Scenario, chosen: Chosen, size: int) -> Iterator[Batch]:
    """Yield the scenario's inputs in pieces: the central future first, then `size` drawn ones.

    The pieces hold all futures that are chosen, in order; the last piece may hold fewer.
    """
    clock = Clock(scenario.last_year)
    for first in range(0, len(chosen.places), size):
        drawn = drawn_at(chosen.places[first : first + size], scenario)
        yield batch_of(scenario, drawn, clock)


@lru_cache(maxsize=REMEMBERED)
def _kept(
    assumptions: tuple[tuple[str, Spread], ...],
    figures: str,
    seed: int,
    first_of: tuple[Chosen, int],
) -> Numbers:
    """Return what is drawn, from the disk if it was drawn before.

    Kept on disk, because importing what joins draws takes longer than all else at a start.
    """
    scenario = Scenario(figures=figures, assumptions=assumptions, seed=seed)  # type: ignore[arg-type]
    places = first_of[0].places[: first_of[1]]
    name = name_of("draws", *inputs_of_draws(scenario), places.tobytes())
    drawn = kept_array(name, (len(drawn_assumptions(scenario)), len(places)))
    if drawn is None:
        drawn = drawn_at(places, scenario)
        keep_array(name, drawn)
    drawn.flags.writeable = False
    return drawn
