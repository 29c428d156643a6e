"""How large a page of a report is, and what stands on it; a unit is 1/96 inch. Floor: print."""

from typing import Final

WIDTH, HEIGHT = 210 / 25.4 * 96, 297 / 25.4 * 96
SIDE, TOP, BOTTOM = 52.0, 36.0, 28.0
ROOM: Final = WIDTH - 2 * SIDE
GUTTER: Final = 28.0
COLUMN: Final = (ROOM - GUTTER) / 2
CHART_LOW, CHART_USUAL, CHART_HIGH = 162.0, 210.0, 250.0
CHARTS_OF_A_PAGE: Final = 2
TITLE_PIXELS: Final = 21
GAP: Final = 10.0
