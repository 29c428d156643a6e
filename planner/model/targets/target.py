"""What a planner wants an outcome to be, at least or at most: a target or a limit as one value.

Third floor of planner. A target is no input of the model: nothing is run anew when it moves. It
names months and a level, and says nothing of how many futures meet it. Levels are in the base
units of the model. At a year an outcome is judged by its December; what flows, so much a year, by
its mean over the twelve months, which is what the year brings in all.
"""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from planner.model.graph import model
from planner.model.paths import FIRST_DATE, LAST_DATE, LeverPath

TargetSense = Literal["at least", "at most"]
Between = Literal["step", "linear"]
Level = float | LeverPath | str
"""A number; a path of dated knots; or the key of an outcome, whose own value is the level."""
FIRST_YEAR: Final = int(FIRST_DATE)
LAST_YEAR: Final = int(LAST_DATE) - 1
SENSES: Final[tuple[TargetSense, ...]] = get_args(TargetSense)


@dataclass(frozen=True, slots=True)
class Target:
    """An outcome and element that is to be at least or at most a level.

    At the end of one `year`; without one in every year of the run, or from the year of the first
    knot on where the level is a path, which `between` its knots is read stepwise or straight.
    """

    outcome: str
    sense: TargetSense
    level: Level
    element: str = ""
    year: int | None = None
    between: Between = "step"


def is_of_years(outcome: str) -> bool:
    """Tell whether an outcome is judged by its mean over a year, and not by its December."""
    return model().outcomes[outcome].sense == "flow"


def years_judged(target: Target, last_year: int) -> range:
    """Return the years in which a target is judged in a run to `last_year`; empty beyond it."""
    match target:
        case Target(year=int() as year):
            return range(year, min(year, last_year) + 1)
        case Target(level=LeverPath(dates=dates)):
            return range(int(dates[0]), last_year + 1)
    return range(FIRST_YEAR, last_year + 1)


def pairs_judged(target: Target) -> tuple[tuple[str, str], ...]:
    """Return the outcome and element that are judged, and those of the level if it is one."""
    own = (target.outcome, target.element)
    return (own, (target.level, target.element)) if isinstance(target.level, str) else (own,)
