"""Icons: our drawings in resources/icons, in the color of the theme."""

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from planner.storage.places import resources_folder

_SIZES: Final = (20, 40)
_INK: Final = "#000000"


@cache
def _drawing(name: str) -> str:
    return (resources_folder() / "icons" / f"{name}.svg").read_text("utf-8")


def icon(name: str, color: str, disabled: str) -> QIcon:
    """Return the icon of a name in a color such as `#1d1d1b`, and in another where it is disabled.

    Left to the style, a disabled icon vanishes on a dark ground.
    """
    made = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, color), (QIcon.Mode.Disabled, disabled)):
        for size in _SIZES:
            made.addPixmap(_pixmap(name, ink, size), mode)
    return made


def _pixmap(name: str, color: str, size: int) -> QPixmap:
    drawing = QByteArray(_drawing(name).replace(_INK, color).encode())
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(drawing).render(painter)
    painter.end()
    return pixmap
