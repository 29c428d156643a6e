"""What a picture of the points of a sweep can do, whatever it is of. Floor: charts."""

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ui.style.theme import Theme


class Painted(Protocol):
    """A picture that fills a rectangle."""

    def paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paint into a rectangle in the colors of a theme."""


class PointsShown(Painted, Protocol):
    """A picture that knows which point is where; points count from 1."""

    def paint_chosen(self, painter: QPainter, rect: QRectF, point: int, theme: Theme) -> None:
        """Paint which point is chosen, over the picture."""

    def point_at(self, rect: QRectF, position: QPointF) -> int:
        """Return the point nearest to a place of the picture, 0 where there is none."""

    def next_to(self, point: int, step: int) -> int:
        """Return the point that keys lead to from another one, or from none."""

    def told(self, point: int) -> str:
        """Return a point in words."""
