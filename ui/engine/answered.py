"""An answer together with its picture: what a card of a study hands to report and session.

Where there is no picture its table stands for it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from planner.ensemble.projection import inputs_of
from planner.model.scenario import Scenario
from planner.studies.answers.answer import Answer
from ui.style.theme import Theme

Paint = Callable[[QPainter, QRectF, Theme], None]
"""Paints a picture into a rectangle in the colors of a theme; it opens and ends no painter.

It is called in any thread: it holds frozen values and touches no widget.
"""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer, what paints it, and how high it wants to be for its width.

    One that `is_wide` can be read only in twice the width of the others. `inputs` are what the
    scenario ran on when the answer was kept, None where that is not known: a report says where the
    scenario was changed since.
    """

    answer: Answer
    paint: Paint | None = None
    aspect: float = 0.6
    is_wide: bool = False
    inputs: Scenario | None = None

    def is_out_of_date(self, scenarios: Iterable[Scenario]) -> bool:
        """Tell whether its scenario, by its title among these, was changed since."""
        named = (each for each in scenarios if each.title == self.answer.scenario)
        return any(self.inputs not in (None, inputs_of(each)) for each in named)
