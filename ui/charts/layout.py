"""How a chart divides its rectangle: margins for the axes, names at the right end or on top."""

from dataclasses import dataclass

from ui.charts.frame import Frame, Scale, scale_of, ticks_at_most
from ui.charts.labels import flow
from ui.charts.look import Look
from ui.charts.numbers import decimals_for, fixed
from ui.charts.series import BASELINE, ChartPicture, Curve
from ui.charts.ticks import value_ticks

SIDE_FROM = 430.0
SIDE_SHARE = 0.27
ROWS_ON_TOP = 2
SWATCH = 12.0
GAP = 6.0


@dataclass(frozen=True, slots=True)
class Margins:
    """Pixels around the plot area; `names_at_side` tells where the names of curves stand."""

    left: float
    top: float
    right: float
    bottom: float
    names_at_side: bool

    def aligned(self, left: float, right: float) -> "Margins":
        """Return the margins widened to those of the charts above and below."""
        return Margins(
            max(left, self.left),
            self.top,
            max(right, self.right),
            self.bottom,
            self.names_at_side,
        )


def named_curves(picture: ChartPicture) -> tuple[Curve, ...]:
    """Return the curves to name, each name once: own curves, one baseline, then the others."""
    unmoved = picture.moved is None and any(curve.color == "scenario" for curve in picture.curves)
    candidates = [curve for curve in picture.curves if not curve.light]
    if not any(isinstance(curve.color, int) for curve in candidates):
        candidates += [curve for curve in picture.curves if curve.light]
    found: dict[str, Curve] = {}
    for curve in candidates:
        if not (curve.color == BASELINE and unmoved):
            found.setdefault(curve.name, curve)
    return tuple(found.values())


def margins_of(
    picture: ChartPicture, scale: Scale, size: tuple[float, float], look: Look
) -> Margins:
    """Return the margins a picture needs in a rectangle of width and height."""
    width, height = size
    texts = tick_texts(scale, height, look)
    left = max(look.metrics.horizontalAdvance(text) for text in texts.values()) + GAP * look.scale
    curves = named_curves(picture)
    names = [look.metrics.horizontalAdvance(curve.name) for curve in curves]
    at_side = width >= SIDE_FROM * look.scale and len(names) * look.line < height * 0.8
    top = 0.7 * look.line
    right = look.metrics.horizontalAdvance("2036") / 2 + 2
    if at_side and names:
        right = max(right, min(max(names) + 2.5 * GAP * look.scale, SIDE_SHARE * width))
    elif names:
        top += top_rows(names, width, look) * look.line
    return Margins(left, top, right, look.line + GAP * look.scale, at_side)


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A picture laid out in a rectangle of `size` (width, height): ready to be painted."""

    picture: ChartPicture
    look: Look
    size: tuple[float, float]
    margins: Margins
    frame: Frame


def drawing_of(
    picture: ChartPicture,
    look: Look,
    size: tuple[float, float],
    scale: Scale | None = None,
    align: tuple[float, float] = (0.0, 0.0),
) -> Drawing:
    """Return a picture laid out; without a scale, on the one that suits it.

    `align` are the left and right margins of the charts above and below, to line up with.
    """
    scale = scale or scale_of(picture, size[1])
    margins = margins_of(picture, scale, size, look).aligned(*align)
    return Drawing(picture, look, size, margins, frame_in(size, margins, scale))


def frame_in(size: tuple[float, float], margins: Margins, scale: Scale) -> Frame:
    """Return the plot area that margins leave of a rectangle, on whole pixels."""
    width, height = size
    left, top = round(margins.left), round(margins.top)
    return Frame(
        left,
        top,
        max(left + 10, round(width - margins.right)),
        max(top + 10, round(height - margins.bottom)),
        scale,
    )


def tick_texts(scale: Scale, height: float, look: Look) -> dict[float, str]:
    """Return the value ticks of a scale with their texts."""
    values, step = value_ticks(scale.low, scale.high, ticks_at_most(height))
    return {value: fixed(value, decimals_for(step), look.numerals) for value in values}


def top_rows(names: list[float], width: float, look: Look) -> int:
    """Return how many rows the names take above the plot."""
    placed = flow(entry_widths(names, look), width, 2 * GAP * look.scale, ROWS_ON_TOP)
    return placed[-1][1] + 1 if placed else 0


def entry_widths(names: list[float], look: Look) -> list[float]:
    """Return the widths of names with their swatches."""
    return [name + (SWATCH + GAP) * look.scale for name in names]
