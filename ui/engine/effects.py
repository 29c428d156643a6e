"""What each step did to the key figures: medians before and after it, and of the change.

Computed off the GUI thread by an engine of its own, once the kernel is loaded; what is known is
kept. They are told of the places that the window is about, where a figure knows them: several
together where it adds up. Both states are drawn from the same futures, a thousand of them whatever
the scenario says, and each future is held against itself. A step that changes which futures there
are, by draws, seed or figures, has none to hold against itself: it is told by the change of the
median.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import cache, partial
from math import isfinite
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from planner.ensemble.progress import Steps
from planner.ensemble.projection import Request, inputs_of
from planner.model.graph import model
from planner.model.scenario import FIRST_YEAR, Scenario
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.shown import with_unit, words_of
from planner.studies.cards import Card, element_of
from planner.studies.compare import changes, choice_of
from planner.studies.key_figures import HISTORY
from ui.engine.jobs import Lane
from ui.wording.figures.differences import Difference, change_or_none, no_change, told
from ui.wording.figures.units import form_of
from ui.wording.key_figures import december
from ui.wording.numbers import Numerals
from ui.wording.translate import unit_text

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

Step = tuple[Scenario, Scenario]
_Asked = tuple[Step, tuple[str, ...]]
Lines = Mapping[str, NDArray[np.float64]]

KEPT: Final = 1200
AT_ONCE: Final = 50
FUTURES: Final = 1000

Pairs = Mapping[str, str]
"""Of each key figure the element that it is told of."""


@dataclass(frozen=True, slots=True, eq=False)
class _Course:
    """Key figures in each December: before a step, after it, the change and its range.

    Years alone, and none a part of a larger array: a long day leaves a thousand of these.
    """

    before: Lines
    after: Lines
    change: Lines
    ends: Mapping[str, tuple[NDArray[np.float64], NDArray[np.float64]]]


@dataclass(frozen=True, slots=True)
class Effect:
    """A key figure before and after a step, and its change: medians of the futures.

    The `ends` of the change's 80% range are not known where futures have none to be held against.
    """

    before: float
    after: float
    change: float
    ends: tuple[float, float] | None = None


class Effects(QObject):
    """Keeps the medians of steps; `computed` tells that there are more."""

    opened = Signal()
    computed = Signal()

    def __init__(self, parent: QObject | None = None, executor: Executor | None = None) -> None:
        super().__init__(parent)
        self._courses: OrderedDict[_Asked, _Course] = OrderedDict()
        self._asked: set[_Asked] = set()
        self._areas: tuple[str, ...] = ()
        self._engine: Projector | None = None
        self._lane = Lane(self, executor)
        self._lane.done.connect(self._on_done)
        self._lane.failed.connect(self._on_failed)
        self._is_open = False

    def open(self) -> None:
        """Begin to compute: the kernel is loaded."""
        if not self._is_open:
            self._is_open = True
            self.opened.emit()

    def request_stop(self) -> None:
        """Let what runs end at its next step."""
        self._lane.request_stop()

    def close(self) -> None:
        """End the thread."""
        self._lane.close()

    def tell_of(self, areas: tuple[str, ...]) -> None:
        """Be about other places from now on, about all where there are none."""
        self._areas = areas

    def element_of(self, kpi: str) -> str:
        """Return the element that a key figure is told of."""
        return elements_told(self._areas)[kpi]

    def want(self, steps: Iterable[Step]) -> None:
        """Compute the steps that are not known yet."""
        if not self._is_open:
            return
        wanted = dict.fromkeys((_inputs(old, new), self._areas) for old, new in steps)
        missing = [one for one in wanted if one not in self._courses and one not in self._asked]
        for start in range(0, len(missing), AT_ONCE):
            some = tuple(missing[start : start + AT_ONCE])
            self._asked.update(some)
            self._lane.start(partial(self._compute, some))

    def effect(self, old: Scenario, new: Scenario, kpi: str, year: int) -> Effect | None:
        """Return what a step did to a key figure at the end of a year; None while not known."""
        course, place = self._courses.get((_inputs(old, new), self._areas)), year - FIRST_YEAR
        if course is None or place >= len(course.change[kpi]):
            return None
        lines = (course.before[kpi], course.after[kpi], course.change[kpi])
        before, after, change = (float(line[place]) for line in lines)
        return Effect(before, after, change, _ends(course, kpi, place))

    def _compute(self, steps: tuple[_Asked, ...]) -> Steps[dict[_Asked, _Course]]:
        """Run in the lane's thread, to which the engine belongs; yields the share of each step."""
        from planner.ensemble.many import Projector

        engine = self._engine = self._engine or Projector()
        found: dict[_Asked, _Course] = {}
        for step, areas in steps:
            found[step, areas] = yield from _course(engine, *step, elements_told(areas))
            yield 1.0
        return found

    def _on_done(self, ticket: int, found: dict[_Asked, _Course]) -> None:
        self._courses.update(found)
        self._asked.difference_update(found)
        while len(self._courses) > KEPT:
            self._courses.popitem(last=False)
        self.computed.emit()

    def _on_failed(self, ticket: int, trace: str) -> None:
        """Leave the effects unknown; the run on screen fails as well and tells so."""
        self._asked.clear()


def _ends(course: _Course, kpi: str, place: int) -> tuple[float, float] | None:
    """Return the ends of the range of a change, where they are known."""
    if kpi not in course.ends:
        return None
    low, high = course.ends[kpi]
    return float(low[place]), float(high[place])


@cache
def elements_told(areas: tuple[str, ...]) -> Pairs:
    """Return of each figure of the history what it is told of while the window is about areas."""
    return {key: element_of(Card(key), areas) for key in HISTORY}


def _inputs(old: Scenario, new: Scenario) -> Step:
    """Return both states as they are compared: as many futures, to the end of the shorter one."""
    last_year = min(old.last_year, new.last_year)
    return (
        replace(inputs_of(old), last_year=last_year, futures=FUTURES),
        replace(inputs_of(new), last_year=last_year, futures=FUTURES),
    )


def _course(engine: "Projector", old: Scenario, new: Scenario, pairs: Pairs) -> Steps[_Course]:
    choice, levels = choice_of((old, new)), tuple(Request(*pair) for pair in pairs.items())
    before = (yield from engine.steps(old, levels, choice=choice)).series
    after = (yield from engine.steps(new, levels, choice=choice)).series
    change = yield from changes(engine, old, new, list(pairs.items()), choice)
    found = {key: change[key, element] for key, element in pairs.items()}
    return _Course(
        before={each.outcome: _yearly(before[each].line) for each in levels},
        after={each.outcome: _yearly(after[each].line) for each in levels},
        change={key: _yearly(each.median) for key, each in found.items()},
        ends={
            key: (_yearly(each.low), _yearly(each.high))
            for key, each in found.items()
            if each.low is not None and each.high is not None
        },
    )


def _yearly(line: NDArray[np.float64]) -> NDArray[np.float64]:
    return line[december(FIRST_YEAR) :: MONTHS_PER_YEAR].copy()


def effect_text(kpi: str, effect: Effect, style: Numerals) -> str:
    """Return what a step did to a key figure as the history tells it, in the unit of its card."""
    outcome = model().outcomes[kpi]
    form = form_of(outcome.told_in)
    if not (isfinite(effect.before) and isfinite(effect.after)):
        said = words_of(effect.after), words_of(effect.before)
        return no_change() if said[0] == said[1] else said[0] or f"no longer {said[1]}"
    size = max(abs(effect.before), abs(effect.after)) * form.factor
    plain = replace(form, difference=form.shown)
    text = told(_difference(effect, form.factor), size, plain, style)
    if not text.change or form.is_count:
        return change_or_none(text)
    return with_unit(text.change, unit_text(form.difference))


def _difference(effect: Effect, factor: float) -> Difference:
    """Return the change of a step in the unit that is shown, with the ends that are numbers."""
    ends = effect.ends
    if ends is None or not all(map(isfinite, ends)):
        return Difference(effect.change * factor)
    return Difference(effect.change * factor, (ends[0] * factor, ends[1] * factor))
