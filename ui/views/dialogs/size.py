"""How large a window of its own is at first: never larger than the screen. Floor: views."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME: Final = QSize(24, 60)
"""About what a desktop puts around a window."""


def resize_within_screen(window: QWidget, wanted: QSize) -> None:
    """Give a window a size, or as much of it as its screen has room for."""
    window.resize(wanted.boundedTo(window.screen().availableSize() - _FRAME))
