"""The four steps of the tour: what each control is for, and what to do with it now.

Texts as they are marked, not translated. Floor: wording, no Qt.
"""

from dataclasses import dataclass
from typing import Final, Literal

from planner.storage.sentences.catalog import marked

Place = Literal["lever", "card", "why", "keep"]


@dataclass(frozen=True, slots=True)
class TourStep:
    """A step at a place of the window: what it is, and what to try."""

    place: Place
    title: str
    text: str


STEPS: Final = (
    TourStep(
        "lever",
        marked("First", "Levers are what someone can decide"),
        marked(
            "First",
            "Drag this one. Bands and cards move with your hand; Ctrl+Z takes it back. Point at a "
            "name to read what it means, why it starts where it does, and where the figure is "
            "from.",
        ),
    ),
    TourStep(
        "card",
        marked("First", "A card tells a result and how sure it is"),
        marked(
            "First",
            "On top the value with its 80% range; below, how far it is from the baseline, and in "
            "how many futures it is higher. Click the card to see its chart.",
        ),
    ),
    TourStep(
        "why",
        marked("First", "Ask why it changed"),
        marked(
            "First",
            "The sentence says what changes and whether its sign survives. Click “Why?” for the "
            "part of each lever; Ask has more questions, such as what matters most.",
        ),
    ),
    TourStep(
        "keep",
        marked("First", "Keep it, or carry it away"),
        marked(
            "First",
            "Save the scenario as a file that a colleague can open. Beside it, Export writes "
            "charts, numbers or a report that say what they show and open again.",
        ),
    ),
)
