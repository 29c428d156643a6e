"""The picture of an answer as it was drawn: shapes and texts at their places, and nothing else.

Sixth floor of planner, frozen values. It can be painted again when the study that drew it is not
at hand, as after a session is opened: no chart is laid out anew and no number of it is computed.
A unit is a pixel of the size it was drawn in. Colors are `#aarrggbb`, empty for none.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outline:
    """A path, filled, stroked or both; `dashes` are in widths of the line.

    `path` holds moves M, lines L, cubic curves C and closings Z, absolute, with a blank between
    any two parts of it.
    """

    path: str
    fill: str = ""
    line: str = ""
    width: float = 1.0
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Lettering:
    """A text on one line that begins at a place on its baseline, turned by degrees."""

    text: str
    x: float
    y: float
    color: str
    pixels: float
    is_bold: bool = False
    turned: float = 0.0


@dataclass(frozen=True, slots=True)
class Clip:
    """A rectangle outside of which nothing is painted from here on; without a width, none."""

    x: float = 0.0
    y: float = 0.0
    width: float = 0.0
    height: float = 0.0


Part = Outline | Lettering | Clip


@dataclass(frozen=True, slots=True)
class Picture:
    """Parts in the order they are painted; one that `is_wide` can be read only in a wide place."""

    width: float
    height: float
    is_wide: bool
    parts: tuple[Part, ...]
