"""What stands in a report, and in which order: its pages, and the answers that are kept.

A report tells first what follows, then the comparison, then answers in the order they were asked.
Whatever was chosen, an answer that is kept later comes behind the others. Floor: documents.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ui.wording.sentences.report_pages import PAGES, PAGES_BEFORE, PAGES_BEHIND, STORY

Question = tuple[object, ...]
"""What an answer is known by: it stays the same where the question is asked again."""

_OUT: Final = "-"


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A page by its name, or the answer to a question; `is_in` tells whether it is told."""

    page: str = ""
    question: Question = ()
    is_in: bool = True

    @property
    def key(self) -> tuple[str, Question]:
        """What it is known by, in or out."""
        return self.page, self.question


Parts = tuple[ReportPart, ...]


def usual_parts(questions: Sequence[Question]) -> Parts:
    """Return all parts as they stand where nothing was chosen: each in, but for the story."""
    answers = (ReportPart(question=each) for each in questions)
    before, behind = (map(ReportPart, pages) for pages in (PAGES_BEFORE, PAGES_BEHIND))
    return (*before, *answers, *behind, ReportPart(STORY, is_in=False))


def completed(chosen: Parts, questions: Sequence[Question]) -> Parts:
    """Return a choice with all pages and all answers that are kept, and no other answer."""
    usual = usual_parts(questions)
    known = {part.key for part in usual}
    parts = [part for part in chosen if part.key in known]
    for place, part in enumerate(usual):
        if part.key not in [each.key for each in parts]:
            before = [each.key for each in usual[:place]]
            behind = [n for n, each in enumerate(parts, 1) if each.key in before[-1:]]
            parts.insert(behind[0] if behind else 0, part)
    return tuple(parts)


def as_text(parts: Parts, questions: Sequence[Question]) -> str:
    """Return a choice in a line, answers by their numbers from 1; a dash stands before what is out.

    It is empty where all is as usual.
    """
    if parts == usual_parts(questions):
        return ""
    names = (part.page or f"{questions.index(part.question) + 1}" for part in parts)
    return " ".join(
        name if part.is_in else _OUT + name for name, part in zip(names, parts, strict=True)
    )


def from_text(text: str, questions: Sequence[Question]) -> Parts:
    """Return the choice that a line tells, each part once; what it does not know is left."""
    numbered = {f"{number}": each for number, each in enumerate(questions, 1)}
    found: dict[tuple[str, Question], ReportPart] = {}
    for word in text.split():
        name, is_in = word.removeprefix(_OUT), not word.startswith(_OUT)
        if name in (*PAGES, STORY):
            part = ReportPart(name, is_in=is_in)
        elif name in numbered:
            part = ReportPart(question=numbered[name], is_in=is_in)
        else:
            continue
        found.setdefault(part.key, part)
    return tuple(found.values())
