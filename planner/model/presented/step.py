"""A step of a story: a state of a scenario, what the window shows of it, and what is said of it.

Third floor of planner. What a text of `Shown` means is told where windows keep it; here it is text.
Which state stands in a step, the module of scenarios says: nothing here knows them.
"""

from dataclasses import dataclass
from typing import Final, Generic, TypeVar

State = TypeVar("State")

SENTENCE_AT_MOST: Final = 600
STEPS_AT_MOST: Final = 60


@dataclass(frozen=True, slots=True)
class Shown:
    """What a window shows of a state; a part that is None is left as the window has it.

    The parts are those of a session's view that are no scenario's own.
    """

    year: int | None = None
    view: str | None = None
    charts: str | None = None
    arrangement: str | None = None
    strips: bool | None = None
    cards: str | None = None
    places: str | None = None
    money: str | None = None
    compute: str | None = None


@dataclass(frozen=True, slots=True)
class Step(Generic[State]):
    """One picture of a story, with its title and a sentence; the state has no texts of its own."""

    title: str
    state: State
    sentence: str = ""
    shown: Shown = Shown()
