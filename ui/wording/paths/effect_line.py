"""What the lines on the effect of a path are made of: values alone. Floor: wording."""

from dataclasses import dataclass

from planner.ensemble.projection import Projection
from planner.studies.events import Event
from planner.studies.parts.reference import BASELINE, Reference


@dataclass(frozen=True, slots=True)
class EffectLine:
    """One figure, what it is, and in small its range or what it is held against."""

    figure: str
    title: str
    detail: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class PathRun:
    """A run and the one `below` that it is held against, each with its events.

    What the latter is called says the `reference`.
    """

    projection: Projection
    below: Projection
    events: tuple[Event, ...] = ()
    events_below: tuple[Event, ...] = ()
    reference: Reference = BASELINE
