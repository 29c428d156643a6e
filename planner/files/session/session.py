"""What a session is: scenarios, how a window shows them, and answers; seventh floor of planner.

Plain values. What a part of the view means is told where windows keep it; here it is text.
"""

from dataclasses import dataclass

from planner.model.scenario import Scenario
from planner.storage.sentences.message import Message
from planner.studies.answers.answer import Answer
from planner.studies.model_versions import Results


@dataclass(frozen=True, slots=True)
class SessionView:
    """How a window shows scenarios; a part that is None is left as the window has it.

    `current` and `against` count the scenarios from 1, and 0 is the baseline, which always stands
    first and is no scenario of the list. `colors` are numbers of data colors and `shown` tells
    which are on the charts, one each in the order of the scenarios.
    """

    current: int | None = None
    colors: tuple[int, ...] | None = None
    shown: tuple[bool, ...] | None = None
    year: int | None = None
    view: str | None = None
    charts: str | None = None
    arrangement: str | None = None
    strips: bool | None = None
    cards: str | None = None
    places: str | None = None
    comparison: str | None = None
    table: bool | None = None
    money: str | None = None
    compute: str | None = None
    against: int | None = None
    levers: str | None = None
    report: str | None = None


@dataclass(frozen=True, slots=True)
class SessionScenario:
    """One scenario of a session, with the key figures that it was saved with."""

    scenario: Scenario
    results: Results | None = None


@dataclass(frozen=True, slots=True)
class SessionFound:
    """What a session says beside its scenarios, as it was opened.

    With a `read_only_reason` its file is never to be written; `left_out` names the parts of the
    view that are not known here.
    """

    view: SessionView
    left_out: tuple[str, ...] = ()
    read_only_reason: Message | None = None
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """All that a session holds."""

    scenarios: tuple[SessionScenario, ...]
    view: SessionView = SessionView()
    answers: tuple[Answer, ...] = ()
