"""Answers that are kept beside the scenarios: they go into report, workbook and session.

One answer of a study is kept for one question: asked again, it takes the place of the one before.
Which of them a report tells, and in which order with its pages, is kept as well. Floor: documents.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from planner.files.session.answer_fields import ANSWERS_AT_MOST, storable
from planner.studies.answers.answer import Answer
from ui.documents.sessions.report_order import Parts, Question, as_text, completed, from_text
from ui.engine.answered import Answered


class KeptAnswers(QObject):
    """The answers in the order they were kept; `changed` tells of others."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: list[Answered] = []
        self._report: Parts = ()

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
    def report(self) -> Parts:
        """The pages of a report and all answers, in the order in which it tells them."""
        return completed(self._report, self._questions)

    @property
    def report_text(self) -> str:
        """The parts of a report in a line, answers counted as a file has them; empty as usual."""
        questions = [question_of(each) for each in self.to_store]
        return as_text(completed(self._report, questions), questions)

    def told(self) -> tuple[tuple[Answered, ...], tuple[str | int, ...]]:
        """Return the answers that a report tells, and its pages and their numbers in order."""
        kept = dict(zip(self._questions, self._kept, strict=True))
        parts = [part for part in self.report if part.is_in]
        answers = [part.question for part in parts if not part.page]
        order = (part.page or answers.index(part.question) for part in parts)
        return tuple(kept[each] for each in answers), tuple(order)

    def arrange_report(self, parts: Parts) -> None:
        """Let reports tell these parts in this order from now on."""
        self._report = parts
        self.changed.emit()

    def restore_report(self, text: str, answers: Iterable[Answer]) -> None:
        """Arrange reports as a line tells, in which answers are counted from 1."""
        self.arrange_report(from_text(text, [question_of(each) for each in answers]))

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
        question, questions = question_of(answered.answer), self._questions
        if question in questions:
            self._kept[questions.index(question)] = answered
        else:
            self._kept = [*self._kept[1 - ANSWERS_AT_MOST :], answered]

    @property
    def _questions(self) -> Sequence[Question]:
        return [question_of(each.answer) for each in self._kept]


def question_of(answer: Answer) -> Question:
    """Return what an answer is known by."""
    return answer.study, answer.about, answer.scenario, answer.against
