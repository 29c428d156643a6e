"""Question, finding and decision of scenarios: as paragraphs, and as lines of a comparison.

Floor: wording.
"""

from collections.abc import Sequence
from typing import Final

from planner.model.presented.presented import ARGUMENT, Presented
from planner.model.scenario import Scenario
from planner.storage.sentences.catalog import translate
from ui.wording.compared.inputs import InputLine

_NOTHING: Final = "–"


def argument_paragraphs(presented: Presented) -> tuple[str, ...]:
    """Return what was asked, found and decided, each behind what it is; nothing that is empty."""
    texts = {
        "question": translate("Argument", "Question: {text}"),
        "finding": translate("Argument", "Finding: {text}"),
        "decision": translate("Argument", "Decision: {text}"),
    }
    found = {key: getattr(presented, key).strip() for key in ARGUMENT}
    return tuple(texts[key].format(text=text) for key, text in found.items() if text)


def argument_lines(scenarios: Sequence[Scenario]) -> tuple[InputLine, ...]:
    """Return a line for the questions of scenarios, one for findings, one for decisions.

    What none of them has is left out.
    """
    names = {
        "question": translate("Argument", "Question"),
        "finding": translate("Argument", "Finding"),
        "decision": translate("Argument", "Decision"),
    }
    lines = (InputLine(names[key], "", _in_one_line(scenarios, key)) for key in ARGUMENT)
    return tuple(line for line in lines if any(text != _NOTHING for text in line.texts))


def _in_one_line(scenarios: Sequence[Scenario], key: str) -> tuple[str, ...]:
    texts = (" ".join(getattr(each.presented, key).split()) for each in scenarios)
    return tuple(text or _NOTHING for text in texts)
