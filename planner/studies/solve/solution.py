"""What an answer holds: the least change, what it reaches, what else moves, what is in the way.

Sixth floor of planner, frozen values. Numbers are in base units of the model.
"""

from dataclasses import dataclass
from typing import Final, Literal

from planner.model.scenario import Scenario
from planner.studies.answers.stamp import Stamp
from planner.studies.comparison import Difference
from planner.studies.parts.limits import LimitShare
from planner.studies.solve.handle import Handle, usual_range
from planner.studies.solve.question import Question
from planner.studies.solve.trials import Trial
from planner.studies.variants import Variant

Status = Literal["met already", "reached", "out of reach"]
Pair = tuple[str, str]
Limits = tuple[tuple[str, tuple[LimitShare, ...]], ...]
"""By segment, by what limits its compute: the share of futures, as a mean over the year."""


@dataclass(frozen=True, slots=True)
class Move:
    """A handle, where it stands, and where it has to go."""

    handle: Handle
    before: float
    after: float

    @property
    def is_usual(self) -> bool:
        """Whether it ends within the range of its slider."""
        low, high = usual_range(self.handle.name)
        return low <= self.after <= high

    @property
    def is_at_end(self) -> bool:
        """Whether it goes to the very end of where it may."""
        ends = (self.handle.low, self.handle.high)
        return self.after != self.before and self.after in ends


@dataclass(frozen=True, slots=True)
class Effect:
    """What else the change does to a key figure at the year: its level before, and by how much."""

    pair: Pair
    before: float
    difference: Difference


@dataclass(frozen=True, slots=True)
class Help:
    """Another lever, the end of its range that helps most, and the share it leads to."""

    handle: Handle
    number: float
    share: float


@dataclass(frozen=True, slots=True)
class Parted:
    """An assumption that parts futures which meet the goal from those that miss it.

    `met` and `missed` are its medians in both, `apart` how many of its standard deviations the
    means lie from each other, above zero where more of it helps.
    """

    name: str
    met: float
    missed: float
    apart: float


@dataclass(frozen=True, slots=True)
class HeldBack:
    """Why nothing reaches the goal, told of the setting that comes nearest.

    `limits` are shares of futures by segment and by what limits its compute. `helps`
    are the other levers that add most, `parted` the assumptions that tell most.
    """

    limits: Limits
    helps: tuple[Help, ...]
    parted: tuple[Parted, ...]


@dataclass(frozen=True, slots=True)
class Solution:
    """The least change that reaches the goal, or the one that comes nearest where none does.

    `share_before` and `share` are those of futures that meet the goal before and after it.
    `reached` is the level that as many futures as are asked for reach after it; of a goal that is
    another scenario or targets, how much it is exceeded by, of several as a share of the level.
    `curve` is the share over the one lever, or over the straight way from here to there where
    several move; `beside` the same of another scenario.
    """

    question: Question
    stamp: Stamp
    status: Status
    moves: tuple[Move, ...]
    scenario: Scenario
    share_before: float
    share: float
    reached: float
    curve: tuple[Trial, ...]
    beside: tuple[Trial, ...]
    effects: tuple[Effect, ...]
    held_back: HeldBack | None

    @property
    def is_usual(self) -> bool:
        """Whether all levers end within the ranges of their sliders."""
        return all(move.is_usual for move in self.moves)

    @property
    def moved(self) -> tuple[Move, ...]:
        """The moves of levers that do move."""
        return tuple(move for move in self.moves if move.after != move.before)


OPEN: Final = 0.5
"""A change holds in a variant that meets the goal in this part of the share asked for, at least."""


@dataclass(frozen=True, slots=True)
class Held:
    """The share of futures that meet the goal after the change in one variant of the model."""

    variant: Variant
    share: float

    def holds(self, probability: float) -> bool:
        """Tell whether it is not far below the share of futures that is asked for."""
        return self.share >= OPEN * probability
