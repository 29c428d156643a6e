"""What stands behind an entry of the finder: where it leads. Floor: controllers.

An outcome stands for itself: the key of its chart.
"""

from dataclasses import dataclass

from ui.documents.document import Document
from ui.wording.first.questions import Question


@dataclass(frozen=True, slots=True)
class Control:
    """The control of a lever or an assumption."""

    address: str


@dataclass(frozen=True, slots=True)
class PathOf:
    """The path of a lever over time."""

    lever: str


@dataclass(frozen=True, slots=True)
class NoPlace:
    """A place that the model does not have, and what is said of it."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Given:
    """A command of the window."""

    key: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to start from."""

    question: Question


@dataclass(frozen=True, slots=True)
class Open:
    """A scenario that is open; None is the baseline."""

    document: Document | None
