"""What an answer was drawn as, taken down so that a session can keep it. Floor: print.

The picture is painted once as SVG by Qt, and its shapes and texts are read from that: whatever a
card paints is taken down without being known here. Curves of many points keep those that are seen.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QXmlStreamReader
from PySide6.QtGui import QColor, QTransform

from planner.studies.answers.picture import Clip, Lettering, Outline, Part, Picture
from ui.engine.answered import Answered
from ui.print.answers.picture import AnswerPicture
from ui.print.sheet_files import ExportError

WIDTH: Final = 400.0
WIDE: Final = 690.0
"""In which pictures are taken down: about as wide as they stand on paper."""
_SEEN: Final = 0.5
"""Pixels by which a curve may run beside the points that are left out."""
_BOLD: Final = 600
_NUMBERS: Final = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", re.ASCII)
_STEPS: Final = re.compile(r"([MLCZ])([^MLCZ]*)")
_REFERENCE: Final = re.compile(r"url\(#(\w+)\)")
_HATCHED: Final = re.compile(r"_([0-9a-f]{6})$")
_HATCH_OPACITY: Final = 0.35
_MATRIX: Final = 6
_MANY: Final = 6
_ROUND: Final = 0.5523
"""How far the handles of a quarter of a circle reach, in radii."""

Points = list[tuple[float, float]]
Steps = list[tuple[str, Points]]
Style = Mapping[str, str]


def recorded(answered: Answered) -> Answered:
    """Return an answer that knows what it is drawn as; as it is where it has no picture."""
    if answered.paint is None:
        return answered
    with suppress(ExportError):
        width = WIDE if answered.is_wide else WIDTH
        drawn = AnswerPicture(answered, width)
        parts = tuple(_Reading().parts_of(drawn.svg()))
        picture = Picture(width, round(drawn.height, 1), answered.is_wide, parts)
        return replace(answered, answer=replace(answered.answer, picture=picture))
    return answered


@dataclass
class _Reading:
    """What is known while an SVG of our own is read from its begin to its end."""

    styles: list[dict[str, str]] = field(default_factory=lambda: [{}])
    clips: dict[str, Clip] = field(default_factory=dict)
    defining: str = ""
    hidden: int = 0
    clip: Clip = field(default_factory=Clip)

    def parts_of(self, svg: bytes) -> Iterator[Part]:
        """Yield shapes and texts in the order they are painted."""
        reader = QXmlStreamReader(svg.decode())
        while not reader.atEnd():
            match reader.readNext():
                case QXmlStreamReader.TokenType.StartElement:
                    yield from self._begin(reader)
                case QXmlStreamReader.TokenType.EndElement:
                    self._end(reader.name())
                case _:
                    pass

    def _begin(self, reader: QXmlStreamReader) -> Iterator[Part]:
        found = reader.attributes()
        own = {found.at(n).name(): found.at(n).value() for n in range(found.size())}
        name, style = reader.name(), {**self.styles[-1], **own}
        if name == "clipPath":
            self.defining = own["id"]
        elif name in {"mask", "pattern"}:
            self.hidden += 1
        if name == "text" and not self.hidden:
            told = reader.readElementText()
            yield from self._clipped(style)
            yield _lettering(told, style)
            return
        self.styles.append(style)
        steps = _steps_of(name, own)
        if not steps or self.hidden:
            return
        if self.defining:
            self.clips[self.defining] = _box(steps)
            return
        yield from self._clipped(style)
        yield _outline(steps, style)

    def _end(self, name: str) -> None:
        self.styles.pop()
        if name == "clipPath":
            self.defining = ""
        elif name in {"mask", "pattern"}:
            self.hidden -= 1

    def _clipped(self, style: Style) -> Iterator[Clip]:
        """Yield the clip of what follows where that is another one."""
        found = _REFERENCE.match(style.get("clip-path", ""))
        clip = Clip() if found is None else self.clips.get(found[1], Clip())
        if clip != self.clip:
            self.clip = clip
            yield clip


def _steps_of(name: str, own: Style) -> Steps:
    match name:
        case "path":
            return _steps_in(own["d"])
        case "polyline" | "polygon":
            points = _pairs(own["points"])
            steps = [("M" if not place else "L", [point]) for place, point in enumerate(points)]
            return [*steps, ("Z", [])] if name == "polygon" else steps
        case "line":
            ends = [(float(own[f"x{n}"]), float(own[f"y{n}"])) for n in (1, 2)]
            return [("M", ends[:1]), ("L", ends[1:])]
        case "rect":
            x, y, wide, high = (float(own[each]) for each in ("x", "y", "width", "height"))
            corners = [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)]
            return [("M", corners[:1]), *(("L", [each]) for each in corners[1:]), ("Z", [])]
        case "circle" | "ellipse":
            radii = [float(own.get("r") or own[each]) for each in ("rx", "ry")]
            return _oval(float(own["cx"]), float(own["cy"]), *radii)
        case _:
            return []


def _steps_in(text: str) -> Steps:
    found = _STEPS.findall(text)
    return [(kind, _pairs(numbers)) for kind, numbers in found]


def _pairs(text: str) -> Points:
    numbers = list(map(float, _NUMBERS.findall(text)))
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _oval(x: float, y: float, wide: float, high: float) -> Steps:
    a, b = _ROUND * wide, _ROUND * high
    quarters = (
        [(x + wide, y + b), (x + a, y + high), (x, y + high)],
        [(x - a, y + high), (x - wide, y + b), (x - wide, y)],
        [(x - wide, y - b), (x - a, y - high), (x, y - high)],
        [(x + a, y - high), (x + wide, y - b), (x + wide, y)],
    )
    return [("M", [(x + wide, y)]), *(("C", each) for each in quarters), ("Z", [])]


def _box(steps: Steps) -> Clip:
    xs, ys = zip(*(point for _, points in steps for point in points), strict=True)
    left, top = _short(min(xs)), _short(min(ys))
    return Clip(left, top, _short(max(xs) - left), _short(max(ys) - top))


def _outline(steps: Steps, style: Style) -> Outline:
    turn = _turn(style)
    width = float(style.get("stroke-width", "1")) * abs(turn.m11() or turn.m12() or 1.0)
    dashes = _NUMBERS.findall(style.get("stroke-dasharray", ""))
    line = _color(style, "stroke")
    lengths = tuple(round(float(each) / max(width, 0.1), 2) for each in dashes) if line else ()
    path = _path(_thinned(_turned(steps, turn)))
    return Outline(path, _color(style, "fill"), line, _short(width), lengths)


def _lettering(text: str, style: Style) -> Lettering:
    turn = _turn(style)
    x, y = map(_short, _mapped(turn, float(style["x"]), float(style["y"])))
    angle = np.degrees(np.arctan2(turn.m12(), turn.m11()))
    weight = style.get("font-weight", "400")
    return Lettering(
        text,
        x,
        y,
        _color(style, "fill"),
        float(style.get("font-size", "11")),
        is_bold=weight == "bold" or (weight.isdecimal() and int(weight) >= _BOLD),
        turned=_short(float(angle)),
    )


def _turn(style: Style) -> QTransform:
    numbers = list(map(float, _NUMBERS.findall(style.get("transform", ""))))
    return QTransform(*numbers) if len(numbers) == _MATRIX else QTransform()


def _turned(steps: Steps, turn: QTransform) -> Steps:
    return [(kind, [_mapped(turn, *point) for point in points]) for kind, points in steps]


def _mapped(turn: QTransform, x: float, y: float) -> tuple[float, float]:
    return turn.m11() * x + turn.m21() * y + turn.dx(), turn.m12() * x + turn.m22() * y + turn.dy()


def _thinned(steps: Steps) -> Steps:
    """Return a line of many points with those alone that are seen; any other path as it is."""
    if len(steps) < _MANY or any(kind != "L" for kind, _ in steps[1:]):
        return steps
    kept = seen_points(np.array([points[0] for _, points in steps]), _SEEN)
    return [step for step, is_kept in zip(steps, kept, strict=True) if is_kept]


def seen_points(points: NDArray[np.float64], within: float) -> NDArray[np.bool_]:
    """Tell which points a line needs to run `within` a distance of all (Douglas and Peucker)."""
    kept = np.zeros(len(points), dtype=bool)
    kept[[0, -1]] = True
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first > 1:
            apart = _apart(points[first + 1 : last], points[first], points[last])
            farthest = int(apart.argmax())
            if apart[farthest] > within:
                middle = first + 1 + farthest
                kept[middle] = True
                waiting += [(first, middle), (middle, last)]
    return kept


def _apart(
    points: NDArray[np.float64], first: NDArray[np.float64], last: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return how far points are from the line through two others, or from the first of these."""
    along, beside = last - first, points - first
    length = float(np.hypot(*along))
    if not length:
        return np.asarray(np.hypot(*beside.T))
    return np.asarray(np.abs(along[0] * beside[:, 1] - along[1] * beside[:, 0]) / length)


def _path(steps: Steps) -> str:
    return " ".join(
        " ".join((kind, *(f"{_short(each):g}" for point in points for each in point)))
        for kind, points in steps
    )


def _color(style: Style, role: str) -> str:
    """Return the color of a fill or a line as `#aarrggbb`; of a hatch, a lighter one of its own."""
    told, opacity = style.get(role, "none"), float(style.get(f"{role}-opacity", "1"))
    reference = _REFERENCE.match(told)
    if reference is not None:
        hatched = _HATCHED.search(reference[1])
        told, opacity = f"#{hatched[1]}" if hatched else "none", _HATCH_OPACITY
    color = QColor(told) if told != "none" else QColor()
    if not color.isValid():
        return ""
    color.setAlphaF(min(1.0, opacity * float(style.get("opacity", "1"))))
    return color.name(QColor.NameFormat.HexArgb)


def _short(number: float) -> float:
    return round(number, 1) + 0.0
