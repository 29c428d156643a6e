"""How large a page of a report is, and what stands on it; a unit is 1/96 inch. Floor: print."""

from dataclasses import dataclass
from typing import Final

WIDTH, HEIGHT = 210 / 25.4 * 96, 297 / 25.4 * 96
SIDE, TOP, BOTTOM = 52.0, 36.0, 28.0
GUTTER: Final = 28.0
CHART_LEAST, CHART_LOW, CHART_USUAL, CHART_HIGH = 162.0, 178.0, 210.0, 250.0
"""Heights of a chart; a low one has room for a strip of differences, the least one has none."""
CHARTS_OF_A_PAGE: Final = 2
TITLE_PIXELS: Final = 21
GAP: Final = 10.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of A4 on which all is printed `scale` times its size; lengths are those before.

    Text of 11 units is printed in 8.25 points, on the smallest of `SHEETS` in 7.0.
    """

    scale: float = 1.0

    @property
    def width(self) -> float:
        """How wide the page is."""
        return WIDTH / self.scale

    @property
    def height(self) -> float:
        """How high the page is."""
        return HEIGHT / self.scale

    @property
    def side(self) -> float:
        """The margin at the left and at the right."""
        return SIDE / self.scale

    @property
    def top(self) -> float:
        """The margin above."""
        return TOP / self.scale

    @property
    def bottom(self) -> float:
        """The margin below."""
        return BOTTOM / self.scale

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.side

    @property
    def column(self) -> float:
        """The width of one of two columns."""
        return (self.room - GUTTER) / 2

    @property
    def step(self) -> float:
        """How far two columns are apart."""
        return self.column + GUTTER


A4: Final = Sheet()
SHEETS: Final = (A4, Sheet(0.95), Sheet(0.9), Sheet(0.852))
"""The largest first: the others are for what has no room on one page."""
SHEETS_OF_SEVERAL: Final = SHEETS[:3]
"""Of several pages, which need not be read in letters as small as those of one."""
