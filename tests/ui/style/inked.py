"""How well what a widget paints stands out from its ground, found in the picture of it."""

from collections import Counter

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from ui.style.theme import contrast

ENLARGED = 4
"""So many pixels for one: strokes of letters are wider than their smooth edges."""


def picture_of(window: QWidget) -> QImage:
    """Return the picture of a window, enlarged."""
    made = QImage(window.size() * ENLARGED, QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(ENLARGED)
    window.render(made)
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
    found: Counter[int] = Counter()
    pixels = image.convertToFormat(QImage.Format.Format_RGB32)
    for y in range(0, pixels.height(), 2):
        found.update(pixels.pixel(x, y) & 0xFFFFFF for x in range(0, pixels.width(), 2))
    return Counter({f"#{color:06x}": count for color, count in found.items()})


def change_in(before: QImage, after: QImage) -> float:
    """Return the strongest contrast between two pictures of one place, pixel by pixel."""
    pairs = {
        (before.pixel(x, y) & 0xFFFFFF, after.pixel(x, y) & 0xFFFFFF)
        for y in range(0, before.height(), 2)
        for x in range(0, before.width(), 2)
    }
    return max(contrast(f"#{one:06x}", f"#{other:06x}") for one, other in pairs)


def grayest(image: QImage) -> QImage:
    """Return a picture without its colors."""
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return gray.convertToFormat(QImage.Format.Format_RGB32)
