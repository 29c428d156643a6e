"""The icon in the sizes that desktops ask for, drawn by Qt from the one drawing.

`python -m deb.icons FOLDER` draws those that programs of Windows and macOS carry in themselves.
"""

import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from deb.facts import DATA, NAME

_OF_PROGRAMS: Final = {"suanli.ico": 256, "suanli.icns": 512}
SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def write_icons(tree: Path) -> None:
    """Write the icon of each size where a theme of icons has it."""
    for size in SIZES:
        folder = tree / f"usr/share/icons/hicolor/{size}x{size}/apps"
        folder.mkdir(parents=True)
        drawn(size).save(str(folder / f"{NAME}.png"))


def write_for_programs(folder: Path) -> None:
    """Write the icons for Windows and macOS. Raises OSError where Qt cannot write one."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, size in _OF_PROGRAMS.items():
        if not drawn(size).save(str(folder / name)):
            message = f"{folder / name} cannot be written"
            raise OSError(message)


def drawn(size: int) -> QImage:
    """Return the icon, so many pixels wide and high."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DATA / f"{NAME}.svg")).render(painter)
    painter.end()
    return image


if __name__ == "__main__":
    write_for_programs(Path(sys.argv[1]))
