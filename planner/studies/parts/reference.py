"""What a scenario is held against: the baseline, or another scenario; a value. Floor: studies.

What it is called in sentences is told where words are made.
"""

from dataclasses import dataclass
from typing import Final

from planner.quantities.told.titles import shown_title


@dataclass(frozen=True, slots=True)
class Reference:
    """What a scenario is held against: by its name, empty for the baseline.

    A scenario may be the reference `is_itself`. Where it `is_paired` each future has its own; a
    reference knows nothing after its `last_year`.
    """

    name: str = ""
    is_itself: bool = False
    is_paired: bool = True
    last_year: int | None = None


BASELINE: Final = Reference()


def called(title: str) -> str:
    """Return a title on one line, whatever its direction; empty where there is none."""
    return shown_title(" ".join(title.split())) if title else ""
