"""How a chart divides its rectangle: margins for the axes, names at the right end or on top."""

from dataclasses import dataclass, replace
from math import isfinite

import numpy as np

from ui.charts.frame import Frame, Scale, scale_of, ticks_at_most
from ui.charts.labels import flag_rows, flow
from ui.charts.look import Look
from ui.charts.numbers import decimals_for, fixed
from ui.charts.picture import ChartPicture, Curve, Mark
from ui.charts.ticks import value_ticks

SIDE_FROM = 430.0
SIDE_SHARE = 0.27
ROWS_ON_TOP = 2
SWATCH = 12.0
FILLED = 0.8
ON_GROUND = 0.04
NAMES_MAY_MEET = 3
MEETING = 0.4
GAP = 6.0
EVENT_ROWS = 3
ROOMY = 190.0


@dataclass(frozen=True, slots=True)
class Margins:
    """Pixels around the plot area; `names_at_side` tells where the names of curves stand.

    Between names on top and the plot lie `event_rows` rows for the labels of events.
    """

    left: float
    top: float
    right: float
    bottom: float
    names_at_side: bool
    event_rows: int = 0

    def aligned(self, left: float, right: float) -> "Margins":
        """Return the margins widened to those of the charts above and below."""
        return Margins(
            max(left, self.left),
            self.top,
            max(right, self.right),
            self.bottom,
            self.names_at_side,
            self.event_rows,
        )


def named_curves(picture: ChartPicture) -> tuple[Curve, ...]:
    """Return the curves to name, each name once: own curves, one baseline, then the others."""
    candidates = [curve for curve in picture.curves if not curve.light]
    candidates += [curve for curve in picture.curves if curve.light and curve.label]
    found: dict[str, Curve] = {}
    for curve in candidates:
        found.setdefault(name_of(curve), curve)
    return tuple(found.values())


def name_of(curve: Curve) -> str:
    """Return what a chart calls a curve."""
    return curve.label or curve.name


def margins_of(
    picture: ChartPicture, scale: Scale, size: tuple[float, float], look: Look
) -> Margins:
    """Return the margins a picture needs in a rectangle of width and height."""
    width, height = size
    texts = tick_texts(scale, height, look)
    left = max(look.metrics.horizontalAdvance(text) for text in texts.values()) + GAP * look.scale
    curves = named_curves(picture)
    names = [look.metrics.horizontalAdvance(name_of(curve)) for curve in curves]
    at_side = width >= SIDE_FROM * look.scale and _have_room_at_side(curves, scale, height, look)
    top = 0.7 * look.line
    right = look.metrics.horizontalAdvance("2036") / 2 + 2
    if at_side and names:
        right = max(right, min(max(names) + 2.5 * GAP * look.scale, SIDE_SHARE * width))
    elif names:
        top += top_rows(names, width, look) * look.line
    bottom = look.line + GAP * look.scale
    margins = Margins(left, top, right, bottom, at_side)
    rows = _event_rows(picture, frame_in(size, margins, scale), look)
    return replace(margins, top=top + rows * look.line, event_rows=rows)


def flags_of(drawing: "Drawing", rows: int) -> list[tuple[Mark, float, int, float | None]]:
    """Return each event with the x of its pole, its row, and where its label begins."""
    return _flags(drawing.picture, drawing.frame, drawing.look, rows)


def _flags(
    picture: ChartPicture, frame: Frame, look: Look, rows: int
) -> list[tuple[Mark, float, int, float | None]]:
    marks = [mark for mark in picture.events if frame.left <= frame.x_of(mark.time) <= frame.right]
    poles = [(frame.x_of(mark.time), look.metrics.horizontalAdvance(mark.label)) for mark in marks]
    edge = frame.right + GAP * look.scale
    placed = flag_rows(poles, rows, edge, GAP / 2 * look.scale)
    return [
        (mark, x, row, start)
        for mark, (x, _), (row, start) in zip(marks, poles, placed, strict=True)
    ]


def _event_rows(picture: ChartPicture, frame: Frame, look: Look) -> int:
    """Return how many rows the labels of events take above the plot."""
    most = EVENT_ROWS if frame.height > ROOMY * look.scale else 1
    rows = [row for _, _, row, start in _flags(picture, frame, look, most) if start is not None]
    return max(rows, default=-1) + 1


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A picture laid out in a rectangle of `size` (width, height): ready to be painted.

    `named` are the curves that get a name.
    """

    picture: ChartPicture
    look: Look
    size: tuple[float, float]
    margins: Margins
    frame: Frame
    named: tuple[Curve, ...]


def drawing_of(
    picture: ChartPicture,
    look: Look,
    size: tuple[float, float],
    settled: tuple[Scale, Margins] | None = None,
) -> Drawing:
    """Return a picture laid out: on the scale and margins that suit it, or on settled ones."""
    scale, margins = settled or settle(picture, look, size)
    frame = frame_in(size, margins, scale)
    return Drawing(picture, look, size, margins, frame, named_curves(picture))


def settle(picture: ChartPicture, look: Look, size: tuple[float, float]) -> tuple[Scale, Margins]:
    """Return the scale and the margins that suit a picture in a rectangle."""
    scale = scale_of(picture, size[1])
    return scale, margins_of(picture, scale, size, look)


def _have_room_at_side(curves: tuple[Curve, ...], scale: Scale, height: float, look: Look) -> bool:
    """Tell whether names find their curves at the right end: apart, and above the ground."""
    if len(curves) * look.line > FILLED * height:
        return False
    if len(curves) <= 1:
        return True
    span = scale.high - scale.low
    ends = [last_value(curve) for curve in curves]
    apart = (max(ends) - min(ends)) / span * height
    meet = len(curves) > NAMES_MAY_MEET and apart < MEETING * len(curves) * look.line
    return not meet and max(abs(end - scale.low) for end in ends) > ON_GROUND * span


def last_value(curve: Curve) -> float:
    """Return the last value of a curve that is known and bounded; zero where there is none."""
    last = float(curve.center[-1])
    if isfinite(last):
        return last
    known = curve.center[np.isfinite(curve.center)]
    return float(known[-1]) if known.size else 0.0


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
