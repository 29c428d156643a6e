"""Paints the picture that a session kept of an answer: its shapes and texts, no chart anew.

Its letters are as large as they were drawn, in the width it was drawn in; in others it is scaled.
Floor: print.
"""

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from planner.studies.answers.answer import Answer
from planner.studies.answers.picture import Clip, Lettering, Outline, Picture
from ui.engine.answered import Answered
from ui.print.report.charts import font_of_text
from ui.style.theme import Theme

_POINTS: Final = {"M": 1, "L": 1, "C": 3, "Z": 0}


def reopened(answer: Answer) -> Answered:
    """Return an answer as a file or a recovery has it, with its picture where it has one."""
    picture = answer.picture
    if picture is None:
        return Answered(answer)
    aspect = picture.height / picture.width
    return Answered(answer, partial(paint_picture, picture), aspect, picture.is_wide)


def paint_picture(picture: Picture, painter: QPainter, place: QRectF, _theme: Theme) -> None:
    """Paint a picture into a place, in the colors it was drawn in, as large as has room."""
    factor = min(place.width() / picture.width, place.height() / picture.height)
    painter.save()
    painter.translate(place.topLeft())
    painter.scale(factor, factor)
    for part in picture.parts:
        match part:
            case Outline():
                _paint_outline(painter, part)
            case Lettering():
                _paint_lettering(painter, part)
            case Clip():
                _set_clip(painter, part)
    painter.restore()


def _paint_outline(painter: QPainter, part: Outline) -> None:
    pen = QPen(Qt.PenStyle.NoPen)
    if part.line and part.width:
        pen = QPen(QColor(part.line), part.width)
        if part.dashes:
            pen.setDashPattern(list(part.dashes))
    painter.setPen(pen)
    painter.setBrush(QColor(part.fill) if part.fill else Qt.BrushStyle.NoBrush)
    painter.drawPath(path_of(part.path))


def _paint_lettering(painter: QPainter, part: Lettering) -> None:
    painter.save()
    painter.translate(part.x, part.y)
    painter.rotate(part.turned)
    painter.setPen(QColor(part.color))
    painter.setFont(font_of_text(round(part.pixels), bold=part.is_bold))
    painter.drawText(QPointF(0, 0), part.text)
    painter.restore()


def _set_clip(painter: QPainter, part: Clip) -> None:
    painter.setClipping(bool(part.width))
    if part.width:
        painter.setClipRect(QRectF(part.x, part.y, part.width, part.height))


def path_of(text: str) -> QPainterPath:
    """Return a path of moves, lines, cubic curves and closings."""
    path, words = QPainterPath(), iter(text.split())
    for kind in words:
        points = [QPointF(float(next(words)), float(next(words))) for _ in range(_POINTS[kind])]
        _go(path, kind, points)
    return path


def _go(path: QPainterPath, kind: str, points: Iterable[QPointF]) -> None:
    match kind:
        case "M":
            path.moveTo(*points)
        case "L":
            path.lineTo(*points)
        case "C":
            path.cubicTo(*points)
        case _:
            path.closeSubpath()
