"""Labels and sentences of the model's rows in the language spoken. Floor: quantities.

Rows hold them in English; they are put into the language here, where they are said.
"""

from planner.storage.sentences.catalog import translate
from planner.storage.sentences.spoken import ENGLISH, spoken


def evidence_text(text: str) -> str:
    """Return a name, a note, an argument or a dispute of the evidence in the language spoken."""
    return translate("Evidence", text)


def model_text(text: str) -> str:
    """Return a label or a sentence of the model's rows; an empty one stays empty."""
    return translate("Model", text) if text else ""


def within_a_line(label: str) -> str:
    """Return a label as it stands within a sentence: no capital but that of a name.

    In English a name is an abbreviation, or begins with whose it is: AI, H100, Alibaba's. In other
    languages it is an abbreviation; Chinese has no small letters to put in their place.
    """
    first = label.partition(" ")[0]
    is_name = len(first) > 1 and not first[1:].islower()
    if spoken() == ENGLISH and first.endswith("'s"):
        is_name = True
    return label if is_name else f"{label[:1].lower()}{label[1:]}"
