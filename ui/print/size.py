"""How large an exported picture is: its pixels, and the sheet that is laid out for its shape.

The sheet is measured in units of its own, so that text keeps a readable share of a small picture
and does not get lost in a large one.
"""

import re
from dataclasses import dataclass
from typing import Final

SIDE_LEAST: Final = 320
SIDE_MOST: Final = 8000
"""Pixels of one side; Qt reads no picture of more than 256 MB back."""
SCALE_LEAST: Final = 0.5
SCALE_MOST: Final = 4.0

_USUAL_UNITS: Final = 1600.0
_LEAST_UNITS: Final = (1200.0, 800.0)
_WRITTEN: Final = re.compile(r"(\d{1,5})x(\d{1,5})(?:@(\d{1,2}(?:\.\d{1,3})?))?", re.ASCII)


class SizeError(ValueError):
    """A size that no picture can have; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class PictureSize:
    """Width and height, and how many pixels each of their points has; SizeError if too large."""

    width: int = 1600
    height: int = 1000
    scale: float = 2.0

    def __post_init__(self) -> None:
        if not SCALE_LEAST <= self.scale <= SCALE_MOST:
            raise SizeError(
                f"a scale of {self.scale:g} is not allowed, only {SCALE_LEAST:g} to {SCALE_MOST:g}"
            )
        if not all(SIDE_LEAST <= side <= SIDE_MOST for side in self.pixels):
            wide, high = self.pixels
            raise SizeError(
                f"a picture of {wide} x {high} pixels is not allowed, only sides of "
                f"{SIDE_LEAST} to {SIDE_MOST} pixels"
            )

    @property
    def pixels(self) -> tuple[int, int]:
        """Pixels from left to right and from top to bottom."""
        return round(self.width * self.scale), round(self.height * self.scale)

    @property
    def units(self) -> tuple[float, float]:
        """Width and height of the sheet, in its own units."""
        least_wide, least_high = _LEAST_UNITS
        per_point = max(
            min(1.0, _USUAL_UNITS / self.width), least_wide / self.width, least_high / self.height
        )
        return self.width * per_point, self.height * per_point

    def __str__(self) -> str:
        """Return how the size is written, `1600x1000@2`."""
        return f"{self.width}x{self.height}@{self.scale:g}"


def size_in(text: str) -> PictureSize:
    """Return the size written as `1600x1000@2`, or `1600x1000` for a scale of 1.

    Raises SizeError for everything else.
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        raise SizeError("a size is written as width, x and height, such as 1600x1000 or 800x500@2")
    width, height, scale = found.groups()
    return PictureSize(int(width), int(height), float(scale or 1))
