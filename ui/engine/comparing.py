"""What a comparison asks beyond the runs on screen: differences from another scenario, and sums.

Worked out off the GUI thread by an engine of its own, the latest question first; what has not
changed since the last one is kept. It is asked while the comparison is open and alone then. One
that takes long, of very many futures, ends at its next step when another one is asked.
"""

from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from planner.ensemble.progress import Steps, as_part
from planner.model.scenario import Scenario
from planner.studies.combination import Combination, Combined, combination, years_of
from planner.studies.compare import Changes, Pair, changes, choice_of
from ui.engine.jobs import Lane
from ui.engine.order import VERY_MANY

if TYPE_CHECKING:
    from planner.ensemble.many import Projector


@dataclass(frozen=True, slots=True)
class Question:
    """Differences of scenarios from the one at `reference`, and what comes of `combined` ones.

    There is no reference where differences are from the baseline, which runs hold already.
    """

    scenarios: tuple[Scenario, ...]
    pairs: tuple[Pair, ...]
    futures: int
    reference: int | None = None
    combined: Combined | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked."""
        return self.reference is None and self.combined is None

    @property
    def is_long(self) -> bool:
        """Whether it takes from seconds to minutes, as no question of a moving hand does."""
        return self.futures > VERY_MANY


@dataclass(frozen=True, slots=True, eq=False)
class ComparingAnswer:
    """What each scenario changes, in their order, and what comes only from a combination."""

    question: Question
    changes: tuple[Changes, ...] = ()
    combinations: tuple[Combination, ...] = ()


class Comparing(QObject):
    """Answers the latest question; each answer comes as `computed`."""

    computed = Signal(object)

    def __init__(self, parent: QObject | None = None, executor: Executor | None = None) -> None:
        super().__init__(parent)
        self._engine: Projector | None = None
        self._lane = Lane(self, executor)
        self._lane.done.connect(self._on_done)
        self._lane.failed.connect(self._on_failed)
        self._lane.stopped.connect(self._on_stopped)
        self._running: Question | None = None
        self._wanted: Question | None = None
        self._ticket = 0
        self._kept: dict[tuple[object, ...], Changes] = {}

    def ask(self, question: Question) -> None:
        """Want an answer as soon as the one that is being worked out is there, or is stopped."""
        self._wanted = question
        if self._running is not None and self._running.is_long and self._running != question:
            self._lane.stop(self._ticket)
        self._advance()

    def request_stop(self) -> None:
        """Let what runs end at its next step."""
        self._lane.request_stop()

    def close(self) -> None:
        """End the thread."""
        self._lane.close()

    def _advance(self) -> None:
        if self._running is None and self._wanted is not None:
            self._running, self._wanted = self._wanted, None
            self._ticket = self._lane.start(partial(self._answer, self._running))

    def _answer(self, question: Question) -> Steps[ComparingAnswer]:
        """Run in the lane's thread, to which the engine belongs."""
        from planner.ensemble.many import Projector

        engine = self._engine = self._engine or Projector()
        found = yield from self._changes(engine, question)
        combinations: tuple[Combination, ...] = ()
        if question.combined is not None:
            asked = (question.scenarios, question.combined, question.pairs)
            steps = combination(engine, *asked, years_of(question.scenarios))
            combinations = yield from as_part(steps, 0.5, 1)
        return ComparingAnswer(question, found, combinations)

    def _changes(self, engine: "Projector", question: Question) -> Steps[tuple[Changes, ...]]:
        if question.reference is None:
            return ()
        first = question.scenarios[question.reference]
        choice, kept, found = choice_of(question.scenarios), self._kept, []
        current: dict[tuple[object, ...], Changes] = {}
        for each in question.scenarios:
            key = (first, each, question.pairs, question.futures, choice)
            change = kept.get(key)
            if change is None:
                asked = (first, each, question.pairs, choice, question.futures)
                change = yield from changes(engine, *asked)
            kept[key] = current[key] = change
            found.append(change)
            yield 0.5 * len(found) / len(question.scenarios)
        self._kept = current
        return tuple(found)

    def _on_done(self, ticket: int, answer: ComparingAnswer) -> None:
        self._running = None
        self.computed.emit(answer)
        self._advance()

    def _on_stopped(self, ticket: int) -> None:
        """Answer what was asked meanwhile."""
        self._running = None
        self._advance()

    def _on_failed(self, ticket: int, trace: str) -> None:
        """Leave it unknown; the run on screen fails as well and tells so."""
        self._running = None
        self._advance()
