"""How well what a widget paints stands out from its ground, found in the picture of it."""

from collections import Counter

import numpy as np
import pandas as pd
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QWidget

from ui.style.theme import contrast

ENLARGED = 4
"""So many pixels for one: strokes of letters are wider than their smooth edges."""


def picture_of(window: QWidget) -> QImage:
    """Return the picture of a window, enlarged."""
    return _drawn(window, window.rect())


def seen(widget: QWidget) -> QImage:
    """Return where a widget lies in the picture of its window, of which no more is drawn."""
    window = widget.window()
    return _drawn(window, QRect(widget.mapTo(window, QPoint()), widget.size()) & window.rect())


def _drawn(window: QWidget, part: QRect) -> QImage:
    made = QImage(part.size() * ENLARGED, QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(ENLARGED)
    window.render(made, QPoint(), QRegion(part))
    made.setDevicePixelRatio(1)
    return made


def part_of(image: QImage, widget: QWidget) -> QImage:
    """Return where a widget lies in the picture of its window."""
    corner = widget.mapTo(widget.window(), QPoint())
    return image.copy(QRect(corner * ENLARGED, widget.size() * ENLARGED) & image.rect())


def contrast_in(image: QImage) -> float:
    """Return the contrast of the ground, which is most of it, with what stands out most."""
    colors = colors_of(image)
    ground = colors.most_common(1)[0][0]
    return max((contrast(ground, color) for color in colors), default=1.0)


def colors_of(image: QImage) -> Counter[str]:
    """Return how often each color is there, in every second pixel."""
    found = pd.Series(_pixels(image).ravel()).value_counts()
    return Counter({f"#{color:06x}": int(count) for color, count in found.items()})


def change_in(before: QImage, after: QImage) -> float:
    """Return the strongest contrast between two pictures of one place, pixel by pixel."""
    both = _pixels(before).astype(np.uint64) << 32 | _pixels(after)
    pairs = (divmod(int(pair), 1 << 32) for pair in pd.unique(both.ravel()))
    return max(contrast(f"#{one:06x}", f"#{other:06x}") for one, other in pairs)


def _pixels(image: QImage) -> np.ndarray:
    """Return the colors of every second pixel of every second row, as whole numbers."""
    pixels = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(pixels.constBits(), np.uint32).reshape(pixels.height(), -1)
    return rows[::2, : pixels.width() : 2] & 0xFFFFFF


def grayest(image: QImage) -> QImage:
    """Return a picture without its colors."""
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return gray.convertToFormat(QImage.Format.Format_RGB32)
