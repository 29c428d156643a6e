"""The numbers of stacked panels: each has a scale of its own."""

from ui.charts.contents.states import FULL_PANEL, PITCH
from ui.charts.layout.look import Look
from ui.charts.layout.scale import Scale
from ui.wording.numbers import fixed

PLOTTED = 0.7
"""What is left of a drawing's height for the plot, about."""


def texts_of_panels(scale: Scale, height: float, look: Look) -> dict[float, str]:
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
