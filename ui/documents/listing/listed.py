"""What is open, as one frozen value: scenarios in their order, with names, colors, check marks.

Taken from a workspace and compared as a whole; it holds neither documents nor anything of Qt. The
baseline is no scenario of the list: it stands before them all. Floor: documents.
"""

from dataclasses import dataclass
from pathlib import Path

from planner.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class OpenScenario:
    """One open scenario: what it is called, the number of its color, whether charts draw it.

    `key` is that of its document; `path` is its file, None where it is in none.
    """

    key: str
    name: str
    scenario: Scenario
    path: Path | None
    color: int
    is_checked: bool
    is_dirty: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """All open scenarios in order, which one is on screen and which one others are held against.

    Both are keys; empty they mean the baseline.
    """

    scenarios: tuple[OpenScenario, ...] = ()
    current: str = ""
    compared: str = ""
