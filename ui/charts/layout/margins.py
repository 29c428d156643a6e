"""How a chart divides its rectangle: margins for the axes, names at the right end or on top."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import isfinite

from planner.storage.sentences.direction import isolated
from ui.charts.contents.picture import BASELINE, LIMIT, ChartPicture, Curve, Mark
from ui.charts.contents.states import FULL_PANEL, PITCH
from ui.charts.layout.event_labels import event_rows, flags_in
from ui.charts.layout.frame import Frame, Scale, scale_of, ticks_at_most
from ui.charts.layout.labels import fitted, flow
from ui.charts.layout.look import Look
from ui.charts.layout.ticks import value_ticks
from ui.style.lettering import Reach, reach_of
from ui.wording.numbers import decimals_for, fixed

SIDE_FROM = 430.0
SIDE_SHARE = 0.27
SIDE_SHARE_AT_MOST = 0.38
"""What names at the side take where they are whole then, and on top would not be."""
ROWS_ON_TOP = 2
ROWS_ON_TOP_OF_TALL = 3
TALL = 240.0
SWATCH = 12.0
FILLED = 0.8
ON_GROUND = 0.04
NAMES_MAY_MEET = 3
MEETING = 0.4
PLOTTED = 0.7
"""What is left of a drawing's height for the plot, about."""
GAP = 6.0


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
    """Return the curves to name, each one once: own curves, one baseline, then the others.

    Where a color stands for a scenario, these are the parts alone; the rest is in the legend.
    """
    if picture.panels:
        return _each_once(picture.curves)
    if picture.by_scenario:
        return tuple(curve for curve in picture.curves if _is_own(curve))
    candidates = [curve for curve in picture.curves if not curve.light]
    candidates += [curve for curve in picture.curves if curve.light and curve.label]
    return _each_once(candidates)


def _is_own(curve: Curve) -> bool:
    """Tell whether a curve is one of the scenario that the chart is about."""
    return not curve.light and curve.color not in (BASELINE, LIMIT)


def legend_of(picture: ChartPicture) -> tuple[Curve, ...]:
    """Return a curve per scenario, under its title, where a color stands for a scenario."""
    if not picture.by_scenario or picture.scenario is None:
        return ()
    own = [
        replace(curve, label=isolated(picture.scenario.title))
        for curve in named_curves(picture)[:1]
    ]
    below = [curve for curve in picture.curves if curve.color == BASELINE]
    curves = _each_once([*own, *below, *(c for c in picture.curves if c.light and c.label)])
    return tuple(replace(curve, is_sample=True) for curve in curves)


def _each_once(curves: Iterable[Curve]) -> tuple[Curve, ...]:
    """Return one curve of each name and color, the first that ends in a number if one does.

    Scenarios may have the same title.
    """
    found: dict[tuple[str, str | int], Curve] = {}
    for curve in curves:
        kept = found.setdefault((name_of(curve), curve.color), curve)
        if not isfinite(kept.end) and isfinite(curve.end):
            found[name_of(curve), curve.color] = curve
    return tuple(found.values())


def name_of(curve: Curve) -> str:
    """Return what a chart calls a curve."""
    return curve.label or curve.name


def written_name(curve: Curve) -> str:
    """Return the name of a curve, and what its end is where that is no number."""
    words = curve.end_in_words
    return f"{name_of(curve)}: {words}" if words else name_of(curve)


def margins_of(
    picture: ChartPicture, scale: Scale, size: tuple[float, float], look: Look
) -> Margins:
    """Return the margins a picture needs in a rectangle of width and height."""
    width, height = size
    texts = tick_texts(scale, height, look)
    left = max(look.metrics.horizontalAdvance(text) for text in texts.values()) + GAP * look.scale
    curves = named_curves(picture)
    names = [look.metrics.horizontalAdvance(written_name(curve)) for curve in curves]
    at_side = picture.by_scenario or width >= SIDE_FROM * look.scale
    at_side = at_side and not picture.panels and _have_room_at_side(curves, scale, height, look)
    wanted = max(names, default=0.0) + 2.5 * GAP * look.scale
    if at_side and wanted > SIDE_SHARE * width and not picture.by_scenario:
        at_side = not _are_whole_on_top(curves, size, look)
    right = max(look.metrics.horizontalAdvance("2036") / 2 + 2, _room_of_panels(picture, look))
    if at_side and names:
        whole = wanted <= SIDE_SHARE_AT_MOST * width
        right = max(right, wanted if whole else SIDE_SHARE * width)
    on_top = legend_of(picture) if at_side else (*legend_of(picture), *curves)
    top = 0.7 * look.line + top_rows(on_top, size, look) * legend_reach(on_top, look).height
    bottom = look.line + GAP * look.scale
    margins = Margins(left, top, right, bottom, at_side)
    rows = event_rows(picture, frame_in(size, margins, scale), look)
    return replace(margins, top=top + rows * look.line, event_rows=rows)


def _room_of_panels(picture: ChartPicture, look: Look) -> float:
    """Return what the names of panels take at the right; one alone is named by the title."""
    if len(picture.panels) < 2:  # noqa: PLR2004
        return 0.0
    names = max(look.metrics.horizontalAdvance(name) for name in picture.panels)
    return names + 1.5 * GAP * look.scale


def flags_of(drawing: "Drawing", rows: int) -> list[tuple[Mark, float, int, float | None]]:
    """Return each event with the x of its pole, its row, and where its label begins."""
    return flags_in(drawing.picture, drawing.frame, drawing.look, rows)


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A picture laid out in a rectangle of `size` (width, height): ready to be painted.

    `named` are the curves that get a name at the side, `legend` those that get one on top.
    """

    picture: ChartPicture
    look: Look
    size: tuple[float, float]
    margins: Margins
    frame: Frame
    named: tuple[Curve, ...]
    legend: tuple[Curve, ...]


def drawing_of(
    picture: ChartPicture,
    look: Look,
    size: tuple[float, float],
    settled: tuple[Scale, Margins] | None = None,
) -> Drawing:
    """Return a picture laid out: on the scale and margins that suit it, or on settled ones."""
    scale, margins = settled or settle(picture, look, size)
    frame = frame_in(size, margins, scale)
    named, legend = named_curves(picture), legend_of(picture)
    if not margins.names_at_side:
        named, legend = (), (*legend, *named)
    return Drawing(picture, look, size, margins, frame, named, legend)


def settle(picture: ChartPicture, look: Look, size: tuple[float, float]) -> tuple[Scale, Margins]:
    """Return the scale and the margins that suit a picture in a rectangle."""
    scale = scale_of(picture, size[1])
    return scale, margins_of(picture, scale, size, look)


def _have_room_at_side(curves: tuple[Curve, ...], scale: Scale, height: float, look: Look) -> bool:
    """Tell whether names find their curves at the right end: apart, and above the ground."""
    line = legend_reach(curves, look).height
    if len(curves) * line > FILLED * height:
        return False
    if len(curves) <= 1:
        return True
    span = scale.high - scale.low
    ends = [curve.end for curve in curves if isfinite(curve.end)]
    if not ends:
        return True
    apart = (max(ends) - min(ends)) / span * height
    meet = len(curves) > NAMES_MAY_MEET and apart < MEETING * len(curves) * line
    return not meet and max(abs(end - scale.low) for end in ends) > ON_GROUND * span


def _are_whole_on_top(curves: tuple[Curve, ...], size: tuple[float, float], look: Look) -> bool:
    """Tell whether no name is shortened in a legend."""
    placed = entries(curves, size, look)
    names = (look.metrics.horizontalAdvance(written_name(curve)) for curve, *_ in placed)
    rooms = (room for *_, room in placed)
    return all(room >= name for room, name in zip(rooms, names, strict=True))


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
    """Return the value ticks of a scale with their texts; each of several panels has its own."""
    if scale.panels > 1:
        return _texts_of_panels(scale, height, look)
    values, step = value_ticks(scale.low, scale.high, ticks_at_most(height))
    return {value: fixed(value, decimals_for(step), look.numerals) for value in values}


def _texts_of_panels(scale: Scale, height: float, look: Look) -> dict[float, str]:
    """Return 0, 50 and 100 of each panel, as far as none stands on another."""
    unit = PLOTTED * height / (scale.high - scale.low)
    parts = (0.0, 0.5, 1.0) if FULL_PANEL * unit >= 2 * look.line else (0.0, 1.0)
    is_apart = (PITCH - FULL_PANEL) * unit >= look.line
    return {
        PITCH * number + FULL_PANEL * part: fixed(FULL_PANEL * part, 0, look.numerals)
        for number in range(scale.panels)
        for part in parts
        if part or is_apart or number == 0
    }


def legend_reach(curves: tuple[Curve, ...], look: Look) -> Reach:
    """Return how far the names of a legend reach: the height of its rows."""
    return reach_of((name_of(curve) for curve in curves), look.small)


def top_rows(curves: tuple[Curve, ...], size: tuple[float, float], look: Look) -> int:
    """Return how many rows the names take above the plot."""
    placed = entries(curves, size, look)
    return 1 + max((row for *_, row, _ in placed), default=-1)


def entries(
    curves: tuple[Curve, ...], size: tuple[float, float], look: Look
) -> list[tuple[Curve, float, int, float]]:
    """Return each curve of a legend, where it begins, its row, and the room for its name.

    Long names are shortened before one is left out. A tall drawing has room for one more row.
    """
    width, height = size
    rows_at_most = ROWS_ON_TOP_OF_TALL if height > TALL * look.scale else ROWS_ON_TOP
    gap, swatch = 2 * GAP * look.scale, (SWATCH + GAP) * look.scale
    names = [look.metrics.horizontalAdvance(written_name(curve)) + 1 for curve in curves]
    names = fitted(names, width, gap, swatch, rows_at_most)
    placed = flow([name + swatch for name in names], width, gap, rows_at_most)
    rows = zip(curves, placed, names, strict=False)
    return [(curve, x, row, min(name, width - swatch)) for curve, (x, row), name in rows]
