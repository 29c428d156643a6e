"""A step of a story: a state of a scenario, what is shown with it, and what is said of it.

Third floor of planner. What a text of `Shown` means is told where windows keep it; here it is text.
Which state stands in a step, the module of scenarios says: nothing here knows them.
"""

from dataclasses import dataclass
from typing import Final, Generic, TypeVar

State = TypeVar("State")

SENTENCE_AT_MOST: Final = 600
STEPS_AT_MOST: Final = 60
BESIDE_AT_MOST: Final = 7


@dataclass(frozen=True, slots=True)
class Shown:
    """What a window shows of a state; a part that is None is left as the window has it.

    The parts are those of a session's view that are no scenario's own, but for what all are held
    `against`: here the title of a scenario, empty for the baseline, None where that is not known,
    as of a step from before version 8 of files.
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
    against: str | None = None


@dataclass(frozen=True, slots=True)
class Beside(Generic[State]):
    """A scenario drawn beside that of a step: what it was called, and the state it was in."""

    title: str
    state: State


@dataclass(frozen=True, slots=True)
class Step(Generic[State]):
    """One picture of a story, with its title and a sentence; the state has no texts of its own.

    `beside` are the scenarios that were drawn with it; None where that is not known, as of a step
    from before version 7 of files.
    """

    title: str
    state: State
    sentence: str = ""
    shown: Shown = Shown()
    beside: tuple[Beside[State], ...] | None = None
