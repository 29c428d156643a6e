"""The feedback loops through a variable, the shortest first; sixth floor of planner.

A loop is an elementary cycle of the graph of equations: no variable stands in it twice. Places and
segments are taken together: the sign of a step is that of all of them. A loop is reinforcing where
an even number of its steps turn the direction, balancing where an odd number do.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from typing import Final

from planner.model.graph import model
from planner.studies.inspect.influence import Sign, product_of, sign_of
from planner.studies.inspect.moment import Course
from planner.studies.inspect.node import whole_node

AT_MOST: Final = 12
LONGEST: Final = 16
"""Variables in a loop that is looked for."""

Effects = Mapping[str, tuple[str, ...]]
"""Of each equation those that name it."""


@dataclass(frozen=True, slots=True)
class Loop:
    """A closed chain of influences: each variable acts on the next one, the last on the first.

    `signs` are those of the steps, the first from the first variable to the second.
    """

    names: tuple[str, ...]
    signs: tuple[Sign, ...]

    @property
    def sign(self) -> Sign:
        """What comes back of a push: more of it, less of it, nothing at present, or it depends."""
        return product_of(self.signs)

    @property
    def delays(self) -> tuple[str, ...]:
        """The stocks in it, which answer with a delay."""
        return tuple(name for name in self.names if model().equations[name].is_stock)


def loops_through(name: str, course: Course, most: int = AT_MOST) -> tuple[Loop, ...]:
    """Return loops through a variable: those that act, then those that rest, the shortest first.

    None are of an input, and of what nothing leads back to.
    """
    if name not in _effects():
        return ()
    acting = [*_cycles(name, _acting(course), most)]
    every = [] if len(acting) == most else [*_cycles(name, _effects(), most)]
    found = tuple(dict.fromkeys((*acting, *every)))[:most]
    return tuple(_loop(names, course) for names in found)


def _loop(names: tuple[str, ...], course: Course) -> Loop:
    steps = zip(names, (*names[1:], names[0]), strict=True)
    return Loop(names, tuple(_sign(cause, effect, course) for cause, effect in steps))


@lru_cache(maxsize=8)
def _acting(course: Course) -> Effects:
    """Return the effects of each equation that it acts on in a month, as far as loops go."""
    return {
        cause: tuple(each for each in effects if _sign(cause, each, course) != "0")
        for cause, effects in _effects().items()
    }


def _sign(cause: str, effect: str, course: Course) -> Sign:
    return sign_of(whole_node(cause), whole_node(effect), course)


def _cycles(name: str, effects: Effects, most: int) -> Iterator[tuple[str, ...]]:
    """Yield so many cycles from a variable back to it, shorter ones first."""
    back = _steps_to(name, effects)
    found = (
        names
        for length in range(1, LONGEST + 1)
        for names in _closed((name,), length, effects, back)
    )
    return islice(found, most)


def _closed(
    way: tuple[str, ...], length: int, effects: Effects, back: Mapping[str, int]
) -> Iterator[tuple[str, ...]]:
    """Yield the cycles of a length that begin with a way; `back` are the fewest steps home."""
    if len(way) == length:
        if way[0] in effects[way[-1]]:
            yield way
        return
    left = length - len(way)
    for effect in effects[way[-1]]:
        if effect not in way and back.get(effect, LONGEST + 1) <= left:
            yield from _closed((*way, effect), length, effects, back)


def _steps_to(name: str, effects: Effects) -> dict[str, int]:
    """Return from how many steps away each variable leads to one."""
    causes: dict[str, list[str]] = {each: [] for each in effects}
    for cause, found in effects.items():
        for effect in found:
            causes[effect].append(cause)
    steps, waiting = {name: 0}, deque([name])
    while waiting:
        effect = waiting.popleft()
        for cause in causes[effect]:
            if cause not in steps:
                steps[cause] = steps[effect] + 1
                waiting.append(cause)
    return steps


@cache
def _effects() -> Effects:
    """Return of each equation the equations that name it."""
    equations = model().equations
    found: dict[str, list[str]] = {name: [] for name in equations}
    for effect, each in equations.items():
        for cause in dict.fromkeys(each.needs):
            if cause in equations:
                found[cause].append(effect)
    return {name: tuple(each) for name, each in found.items()}
