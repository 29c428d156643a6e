"""A scenario that holds one future: each of its assumptions is what that future draws.

Sixth floor of planner. Its levers stay those of the scenario, and may then be moved: what happens
is what would happen in this future, to a millionth: the engine keeps futures that exactly. All its
futures are the same one.
"""

from typing import Final

from planner.model.scenario import Scenario, with_assumption
from planner.quantities.spread import fixed
from planner.storage.sentences.catalog import translate
from planner.studies.future.futures import Futures

_TITLE_AT_MOST: Final = 160


def pinned(futures: Futures, number: int) -> Scenario:
    """Return the scenario of a future by its number."""
    return moved_in(futures, number, futures.scenario)


def moved_in(futures: Futures, number: int, scenario: Scenario) -> Scenario:
    """Return another scenario, whose levers were moved, in a future by its number."""
    for name, value in zip(futures.names, futures.drawn[:, number - 1].tolist(), strict=True):
        scenario = with_assumption(scenario, name, fixed(value))
    return scenario


def title_of(futures: Futures, number: int) -> str:
    """Return what such a scenario is called."""
    title = futures.scenario.title
    short = title if len(title) <= _TITLE_AT_MOST else f"{title[: _TITLE_AT_MOST - 1]}…"
    return translate("One future", "{title}, future {number}").format(title=short, number=number)
