"""A note that is pinned to a chart: a text, and the point that it is about.

Third floor of planner. The chart is a key of the window's charts, the value is in the base unit of
its outcome. Nothing here draws.
"""

from dataclasses import dataclass
from typing import Final

TEXT_AT_MOST: Final = 300
NOTES_AT_MOST: Final = 60
VALUE_AT_MOST: Final = 1e15


@dataclass(frozen=True, slots=True)
class PinnedNote:
    """A text on the chart `chart` of `element`, an area or a segment.

    With a `date`, in years, it is about the curve there, or with a `value` as well about that
    point; without one it is about the chart. `x` and `y` say where the middle of the text was put,
    as shares of the plot from the left and from the top; None where the chart finds a place.
    """

    text: str
    chart: str
    element: str = ""
    date: float | None = None
    value: float | None = None
    x: float | None = None
    y: float | None = None
