"""What to look at in the answer to a question: one line, with the number as the run tells it.

A number stands in it only as long as its sign survives; where a variant of the model turns the
sign, the line says so instead. Floor: wording, no Qt.
"""

from planner.storage.sentences.catalog import translate
from planner.studies.explain.behind import known_behind
from ui.wording.first.questions import Question
from ui.wording.sentences.behind import open_sentence
from ui.wording.sentences.paragraph import Told, changes_of, paragraph
from ui.wording.translate import first_text


def guide_text(question: Question, told: Told | None) -> str:
    """Return what to look at, and what a run says of it where there is one."""
    look = first_text(question.look)
    found = "" if told is None else _found(told)
    form = translate("First", "{look} {found}")
    return form.format(look=look, found=found) if found else look


def _found(told: Told) -> str:
    """Return the sentence on what is looked at; that it is open, where a variant turns it.

    Empty as long as it is not known whether the sign of a change survives.
    """
    changes = changes_of(told)
    known, said = known_behind(changes), paragraph(told)
    if len(known) < len(changes) or not said:
        return ""
    turned = (open_sentence(each) for each in known)
    return next(filter(None, turned), said[0])
