"""How wide a field is that no digit of its number is cut; what is half typed scrolls in it.

It knows no numbers, only their texts. Floor: widgets.
"""

from typing import Final

from PySide6.QtWidgets import QWidget

_BESIDE: Final = 18
"""Pixels of a field beside its text: frame, padding, and room for the cursor."""


def width_for(field: QWidget, text: str, least: int) -> int:
    """Return the pixels that a field needs for a text, no fewer than the least."""
    return max(least, field.fontMetrics().horizontalAdvance(text) + _BESIDE)


def fit_number(field: QWidget, text: str, least: int) -> None:
    """Make a field as wide as a text needs; it stays as it is where that changes nothing."""
    width = width_for(field, text, least)
    if width != field.maximumWidth():
        field.setFixedWidth(width)
