"""How large the program writes: what was chosen in it, times what the system asks of fonts.

All is enlarged with the text, lines and spaces too, so that nothing is cut: Qt takes that before
it makes the application, and until its end. Floor: process.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Literal, get_args

from ui.process.state.settings import Settings

TextSize = Literal["100", "125", "150", "175", "200"]
SIZES: Final[tuple[TextSize, ...]] = get_args(TextSize)
"""What can be chosen, in percent."""
KEY: Final = "text_size"
_SCALE: Final = "QT_SCALE_FACTOR"
_FONT_DOTS: Final = "QT_FONT_DPI"
_USUAL_DOTS: Final = 96.0
_LEAST, _MOST = 1.0, 3.0


def kept_size(settings: Settings) -> TextSize:
    """Return the size that was chosen last, in percent; the usual one where there is none."""
    kept = settings.text(KEY)
    return next((size for size in SIZES if size == kept), SIZES[0])


def next_size(size: TextSize, step: int) -> TextSize:
    """Return the size that is so many steps larger, or smaller, as far as there is one."""
    return SIZES[min(max(SIZES.index(size) + step, 0), len(SIZES) - 1)]


def enlarged_by(settings: Settings) -> float:
    """Return how many times the usual size text has."""
    return int(kept_size(settings)) / 100 * _of_system()


@contextmanager
def text_enlarged(settings: Settings) -> Iterator[None]:
    """Let an application that is made meanwhile be of the size that is kept.

    The variable that tells Qt is given back: no program started from here is to grow by it.
    """
    before = os.environ.get(_SCALE)
    factor = enlarged_by(settings)
    if factor != 1.0:
        os.environ[_SCALE] = str(_number(before, 1.0) * factor)
    yield
    os.environ.pop(_SCALE, None)
    if before is not None:
        os.environ[_SCALE] = before


def _of_system() -> float:
    """Return by how much a user wants fonts alone larger; our fonts are measured in pixels."""
    dots = _number(os.environ.get(_FONT_DOTS), _USUAL_DOTS)
    return min(max(dots / _USUAL_DOTS, _LEAST), _MOST)


def _number(text: str | None, default: float) -> float:
    try:
        return float(text or default)
    except ValueError:
        return default
