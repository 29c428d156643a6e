"""Answers that are kept beside the scenarios: they go into report, workbook and session.

One answer of a study is kept for one question: asked again, it takes the place of the one before.
Floor: documents.
"""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from planner.files.session.answer_fields import ANSWERS_AT_MOST, storable
from planner.studies.answers.answer import Answer
from ui.engine.answered import Answered


class KeptAnswers(QObject):
    """The answers in the order they were kept; `changed` tells of others."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: list[Answered] = []

    @property
    def all(self) -> tuple[Answered, ...]:
        """Every answer that is kept, with its picture where it has one."""
        return tuple(self._kept)

    @property
    def to_store(self) -> tuple[Answer, ...]:
        """Every answer as a file has it."""
        found = (storable(each.answer) for each in self._kept)
        return tuple(each for each in found if each is not None)

    @property
    def is_full(self) -> bool:
        """Whether one more would drop the oldest."""
        return len(self._kept) >= ANSWERS_AT_MOST

    def keep(self, answers: Iterable[Answered]) -> int:
        """Keep answers, each in place of an older one to the same question; return how many."""
        count = 0
        for each in answers:
            self._put(each)
            count += 1
        if count:
            self.changed.emit()
        return count

    def remove(self, place: int) -> None:
        """Keep one no longer, counted from 0."""
        del self._kept[place]
        self.changed.emit()

    def clear(self) -> None:
        """Keep none."""
        if self._kept:
            self._kept.clear()
            self.changed.emit()

    def _put(self, answered: Answered) -> None:
        question = _question(answered.answer)
        places = [_question(each.answer) for each in self._kept]
        if question in places:
            self._kept[places.index(question)] = answered
        else:
            self._kept = [*self._kept[1 - ANSWERS_AT_MOST :], answered]


def _question(answer: Answer) -> tuple[object, ...]:
    return answer.study, answer.about, answer.scenario, answer.against
