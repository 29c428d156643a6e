"""Answers of studies with what paints them: on a card's way to a report, and from the terminal.

Each holds frozen values; nothing is laid out before it is painted. Floor: print.
"""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from planner.studies.answers.answer import Answer
from planner.studies.discover.discovery import Discovery
from planner.studies.solve.solution import Solution
from planner.studies.survive.survival import Survival
from ui.charts.futures.drawing import FutureLines
from ui.charts.futures.paint import paint_lines, paint_picked
from ui.charts.shares.areas import AreaPicture, AreasPainter
from ui.charts.shares.bars import BarList
from ui.charts.shares.paint import BarsPainter
from ui.charts.spending.paint import SpendingPainter
from ui.charts.spending.picture import SpendingPicture
from ui.charts.takes.curve import paint_curve
from ui.charts.takes.drawing import CurveDrawing, drawing_of
from ui.charts.waterfall.bars import Waterfall
from ui.charts.waterfall.paint import WaterfallPainter
from ui.charts.worlds.miss_boxes import MissBoxes
from ui.charts.worlds.picture import Picture, aspect_of
from ui.charts.worlds.world_table import world_table
from ui.engine.answered import Answered
from ui.style.theme import Theme

_WATERFALL: Final = 0.55
_SHARES: Final = 0.62
_HALF: Final = 0.5

Shares = BarList | AreaPicture


def with_waterfall(answer: Answer, shown: Waterfall, own: int) -> Answered:
    """Return an explanation with its waterfall, in the color of the number of a scenario."""
    return Answered(answer, partial(_paint_waterfall, shown, own), _WATERFALL)


def with_shares(answer: Answer, shown: Shares) -> Answered:
    """Return what matters with its bars, or its areas over the years."""
    return Answered(answer, partial(_paint_shares, shown), _SHARES)


def with_curve(answer: Answer, solution: Solution, own: int) -> Answered:
    """Return a solution with the share of futures over its lever."""
    return Answered(answer, partial(_paint_curve, drawing_of(solution, own)), _HALF)


def with_spending(answer: Answer, shown: SpendingPicture, color: str) -> Answered:
    """Return a split, or what money buys, with its curve and bars in a color."""
    return Answered(answer, partial(_paint_spending, shown, color), _HALF, is_wide=True)


def with_worlds(answer: Answer, found: Survival, colors: Sequence[int]) -> Answered:
    """Return how scenarios do in worlds as a table in their colors."""
    return of_worlds(answer, world_table(found, colors))


def with_boxes(answer: Answer, found: Discovery) -> Answered:
    """Return the futures that miss, in their boxes."""
    return of_worlds(answer, MissBoxes(found))


def of_worlds(answer: Answer, picture: Picture) -> Answered:
    """Return an answer with a picture that is as wide as a page."""
    return Answered(answer, picture.paint, aspect_of(picture), is_wide=True)


def with_lines(answer: Answer, drawing: FutureLines, own: int) -> Answered:
    """Return an answer on one future with the lines of all, its own in a scenario's color."""
    return Answered(answer, partial(_paint_lines, drawing, own), _HALF)


def _paint_waterfall(
    shown: Waterfall, own: int, painter: QPainter, place: QRectF, theme: Theme
) -> None:
    WaterfallPainter(theme, _color_of(theme, own)).paint(painter, shown, place)


def _paint_shares(shown: Shares, painter: QPainter, place: QRectF, theme: Theme) -> None:
    match shown:
        case BarList():
            BarsPainter(theme).paint(painter, shown, place)
        case AreaPicture():
            AreasPainter(theme).paint(painter, shown, place)


def _paint_curve(drawing: CurveDrawing, painter: QPainter, place: QRectF, theme: Theme) -> None:
    paint_curve(painter, place, theme, drawing)


def _paint_spending(
    shown: SpendingPicture, color: str, painter: QPainter, place: QRectF, theme: Theme
) -> None:
    SpendingPainter(theme, color).paint(painter, shown, place)


def _paint_lines(
    drawing: FutureLines, own: int, painter: QPainter, place: QRectF, theme: Theme
) -> None:
    paint_lines(painter, place, theme, drawing)
    paint_picked(painter, place, theme, drawing, _color_of(theme, own))


def _color_of(theme: Theme, own: int) -> str:
    return theme.data[own % len(theme.data)]
