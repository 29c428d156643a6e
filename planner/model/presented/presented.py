"""What somebody presents of a scenario, as one frozen value that the scenario carries.

Third floor of planner. It changes nothing of a run: question, finding and decision are its
argument, the story plays states one after the other, and notes are pinned to charts.
"""

from dataclasses import dataclass
from typing import Any, Final

from planner.model.presented.note import PinnedNote
from planner.model.presented.step import Step

ARGUMENT_AT_MOST: Final = 2_000
ARGUMENT: Final = ("question", "finding", "decision")


@dataclass(frozen=True, slots=True)
class Presented:
    """What a scenario was made to find out, what was found and decided; steps and notes in order.

    The state of each step is a Scenario, and without a story of its own.
    """

    question: str = ""
    finding: str = ""
    decision: str = ""
    story: tuple[Step[Any], ...] = ()
    pinned: tuple[PinnedNote, ...] = ()

    def __bool__(self) -> bool:
        texts = self.question or self.finding or self.decision
        return bool(texts or self.story or self.pinned)


NOTHING: Final = Presented()
