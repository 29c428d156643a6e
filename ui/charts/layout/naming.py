"""What a chart calls its curves, and where the names stand: at their right ends or on top.

Pure arithmetic on the widths of texts; `names` paints them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import isfinite

from planner.quantities.told.lists import led_by
from planner.quantities.told.titles import shown_title
from ui.charts.contents.hiding import key_of
from ui.charts.contents.picture import BASELINE, LIMIT, ChartPicture, Curve
from ui.charts.layout.labels import fitted, flow
from ui.charts.layout.look import Look
from ui.charts.layout.scale import Scale
from ui.style.lettering import Reach, reach_of

SIDE_FROM = 430.0
SIDE_SHARE = 0.27
SIDE_SHARE_AT_MOST = 0.38
"""What names at the side take where on top they would be shortened too."""
ROWS_ON_TOP = 2
ROWS_ON_TOP_OF_TALL = 3
TALL = 240.0
SWATCH, SWATCH_OF_DASHES = 12.0, 18.0
FILLED = 0.8
ON_GROUND = 0.04
NAMES_MAY_MEET = 3
MEETING = 0.4
GAP = 6.0
Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Naming:
    """Whether curves are named at the side, and the pixels that names take there and on top."""

    at_side: bool = False
    right: float = 0.0
    top: float = 0.0

    def side(self, picture: ChartPicture) -> tuple[Curve, ...]:
        """Return the curves that are named at their ends."""
        if not self.at_side:
            return ()
        named = named_curves(picture)
        return tuple(c for c in named if is_drawn(c, picture)) if picture.setting.hidden else named

    def legend(self, picture: ChartPicture) -> tuple[Curve, ...]:
        """Return the curves that are named on top."""
        if not self.at_side:
            return all_named(picture)
        hidden = () if not picture.setting.hidden else named_curves(picture)
        return legend_of(picture) + tuple(c for c in hidden if not is_drawn(c, picture))


def naming_of(picture: ChartPicture, scale: Scale, size: Size, look: Look) -> Naming:
    """Return where the names of a picture stand in a rectangle of width and height."""
    width, height = size
    curves = named_curves(picture)
    names = [look.metrics.horizontalAdvance(written_name(curve)) for curve in curves]
    at_side = picture.by_scenario or width >= SIDE_FROM * look.scale
    at_side = at_side and not picture.panels and _have_room_at_side(curves, scale, height, look)
    wanted = max(names, default=0.0) + 2.5 * GAP * look.scale
    if at_side and wanted > SIDE_SHARE * width and not picture.by_scenario:
        at_side = not _are_whole_on_top(curves, size, look)
    right = max(look.metrics.horizontalAdvance("2036") / 2 + 2, _room_of_panels(picture, look))
    if at_side and names:
        right = max(right, min(wanted, SIDE_SHARE_AT_MOST * width))
    on_top = Naming(at_side).legend(picture)
    top = top_rows(on_top, size, look) * legend_reach(on_top, look).height
    return Naming(at_side, right, top)


def named_curves(picture: ChartPicture) -> tuple[Curve, ...]:
    """Return the curves to name, each one once: own ones, the others, one baseline, then limits.

    Where a color stands for a scenario, these are the parts alone; the rest is in the legend.
    """
    if picture.panels:
        return _each_once(picture.listed)
    if picture.by_scenario:
        return tuple(curve for curve in picture.listed if _is_own(curve))
    below = sorted((c for c in picture.listed if c.color == BASELINE), key=_is_dashed)
    own = [curve for curve in picture.listed if _is_own(curve)]
    others = [curve for curve in picture.listed if curve.light and curve.label]
    limits = [curve for curve in picture.listed if curve.color == LIMIT]
    return _each_once([*own, *others, *below, *limits])


def all_named(picture: ChartPicture) -> tuple[Curve, ...]:
    """Return a curve for every name, of scenarios first."""
    return legend_of(picture) + named_curves(picture)


def is_drawn(curve: Curve, picture: ChartPicture) -> bool:
    """Tell whether an entry stands for curves that are drawn."""
    setting = picture.setting
    return not setting.hidden or key_of(curve, setting) not in setting.hidden


def _is_own(curve: Curve) -> bool:
    """Tell whether a curve is one of the scenario that the chart is about."""
    return not curve.light and curve.color not in (BASELINE, LIMIT)


def _is_dashed(curve: Curve) -> bool:
    """Tell whether a curve is a finer one of its outcome: the main one bears the name."""
    return curve.dash is not None


def legend_of(picture: ChartPicture) -> tuple[Curve, ...]:
    """Return a curve per scenario, under its title, where a color stands for a scenario."""
    if not picture.by_scenario or picture.scenario is None:
        return ()
    own = [
        replace(curve, label=picture.called or shown_title(picture.scenario.title))
        for curve in named_curves(picture)[:1]
    ]
    others = [curve for curve in picture.listed if curve.light and curve.label]
    usual = [curve for curve in picture.listed if curve.color == LIMIT]
    below = [curve for curve in picture.listed if curve.color == BASELINE]
    curves = _each_once([*own, *others, *below])
    return (*(replace(curve, is_sample=True, dash=None) for curve in curves), *usual)


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
    return led_by(name_of(curve), words) if words else name_of(curve)


def _room_of_panels(picture: ChartPicture, look: Look) -> float:
    """Return what the names of panels take at the right; one alone is named by the title."""
    if len(picture.panels) < 2:  # noqa: PLR2004
        return 0.0
    names = max(look.metrics.horizontalAdvance(name) for name in picture.panels)
    return names + 1.5 * GAP * look.scale


def _have_room_at_side(curves: tuple[Curve, ...], scale: Scale, height: float, look: Look) -> bool:
    """Tell whether names find their curves at the right end: apart, and above the ground."""
    line = legend_reach(curves, look).height
    if len(curves) * line > FILLED * height:
        return False
    if len(curves) <= 1:
        return True
    span = scale.high - scale.low
    ends = [scale.placed(curve.end) for curve in curves if isfinite(scale.placed(curve.end))]
    if not ends:
        return True
    apart = (max(ends) - min(ends)) / span * height
    meet = len(curves) > NAMES_MAY_MEET and apart < MEETING * len(curves) * line
    return not meet and max(abs(end - scale.low) for end in ends) > ON_GROUND * span


def _are_whole_on_top(curves: tuple[Curve, ...], size: Size, look: Look) -> bool:
    """Tell whether no name is shortened in a legend."""
    placed = entries(curves, size, look)
    names = (look.metrics.horizontalAdvance(written_name(curve)) for curve, *_ in placed)
    rooms = (room for *_, room in placed)
    return all(room >= name for room, name in zip(rooms, names, strict=True))


def legend_reach(curves: tuple[Curve, ...], look: Look) -> Reach:
    """Return how far the names of a legend reach: the height of its rows."""
    return reach_of((name_of(curve) for curve in curves), look.small)


def swatch_of(curves: Iterable[Curve]) -> float:
    """Return the width of the swatches of a legend: wider where dashes are to be told apart."""
    return SWATCH_OF_DASHES if any(curve.dash for curve in curves) else SWATCH


def top_rows(curves: tuple[Curve, ...], size: Size, look: Look) -> int:
    """Return how many rows the names take above the plot."""
    placed = entries(curves, size, look)
    return 1 + max((row for *_, row, _ in placed), default=-1)


def entries(
    curves: tuple[Curve, ...], size: Size, look: Look
) -> list[tuple[Curve, float, int, float]]:
    """Return each curve of a legend, where it begins, its row, and the room for its name.

    Long names are shortened before one is left out. A tall drawing has room for one more row.
    """
    width, height = size
    rows_at_most = ROWS_ON_TOP_OF_TALL if height > TALL * look.scale else ROWS_ON_TOP
    gap, swatch = 2 * GAP * look.scale, (swatch_of(curves) + GAP) * look.scale
    names = [look.metrics.horizontalAdvance(written_name(curve)) + 1 for curve in curves]
    names = fitted(names, width, gap, swatch, rows_at_most)
    placed = flow([name + swatch for name in names], width, gap, rows_at_most)
    rows = zip(curves, placed, names, strict=False)
    return [(curve, x, row, min(name, width - swatch)) for curve, (x, row), name in rows]
