"""An answer together with its picture: what a card of a study hands to report and session.

Where there is no picture, as after a session is opened again, its table stands for it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from planner.studies.answers.answer import Answer
from ui.style.theme import Theme

Paint = Callable[[QPainter, QRectF, Theme], None]
"""Paints a picture into a rectangle in the colors of a theme; it opens and ends no painter.

It is called in any thread: it holds frozen values and touches no widget.
"""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer, what paints it, and how high it wants to be for its width.

    One that `is_wide` can be read only in twice the width of the others.
    """

    answer: Answer
    paint: Paint | None = None
    aspect: float = 0.6
    is_wide: bool = False
