"""How a curve is drawn: the colors of its bands, the width and the color of its line."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from ui.charts.contents.picture import BASELINE, LIMIT, Curve
from ui.charts.layout.look import Look
from ui.style.theme import mixed

HAIRLINE, LIGHT_WIDTH, OWN_WIDTH = 1.0, 1.4, 2.0
OUTER, INNER = 0.16, 0.22
LIGHTER = 0.45
ALONE = 3
QUIET = 0.4
FAINT = 0.25


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """One way to draw a curve: thin lines by a pen, wide ones as a ribbon filled with a color.

    `thin` draws the run at central values.

    The painter is fastest so on a screen; on paper a pen keeps the file small.
    """

    outer: QColor
    inner: QColor
    width: float
    color: QColor
    pen: QPen | None
    thin: QPen


def lighter(scenarios: int) -> float:
    """Return how strong the bands of further scenarios are, each fainter the more there are."""
    return LIGHTER * (ALONE + 1) / (ALONE + max(1, scenarios))


def stroke_of(curve: Curve, look: Look, strength: float, *, crowded: bool) -> Stroke:
    """Return how a curve is drawn; the same for the same role in the same hand."""
    quiet = crowded and curve.color == BASELINE and curve.area is None
    if curve.area is not None and curve.color != BASELINE:
        return _fill(look, curve.color)
    return _stroke(look, curve.color, curve.dashed, curve.light, quiet, strength)


@lru_cache(maxsize=64)
def _fill(look: Look, role: str | int) -> Stroke:
    """Return how an area is drawn: filled, without a line."""
    plain, none = look.color(role), QPen(Qt.PenStyle.NoPen)
    color = look.fill(role)
    return Stroke(outer=color, inner=color, width=0.0, color=QColor(plain), pen=none, thin=none)


@lru_cache(maxsize=256)
def _stroke(
    look: Look, role: str | int, dashed: bool, light: bool, quiet: bool, strength: float
) -> Stroke:
    plain = look.color(role)
    line = mixed(plain, look.theme.panel, QUIET) if quiet else plain
    width = _width(role, dashed=dashed, light=light)
    by_pen = width <= HAIRLINE or look.scale != 1.0
    return Stroke(
        outer=_shade(plain, strength * OUTER),
        inner=_shade(plain, strength * INNER),
        width=width,
        color=QColor(line),
        pen=look.pen(line, width, dashed=dashed) if by_pen else None,
        thin=look.pen(mixed(plain, look.theme.panel, FAINT), HAIRLINE),
    )


def _width(role: str | int, *, dashed: bool, light: bool) -> float:
    if role in (BASELINE, LIMIT) or dashed:
        return HAIRLINE
    return LIGHT_WIDTH if light else OWN_WIDTH


def _shade(color: str, alpha: float) -> QColor:
    shade = QColor(color)
    shade.setAlphaF(alpha)
    return shade
