"""A tip that shows a text as it is, and the same text to a screen reader, which reads no markup.

Floor: accessibility.
"""

from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolTip, QWidget

from ui.wording.literal import literal_tip

_OF_QT: Final = QPoint(2, 16)
"""How far from a place Qt puts a tip: beside the arrow of a pointer."""


def set_tip(widget: QWidget, text: str) -> None:
    """Give a widget a tip, which a screen reader is told as its description."""
    widget.setToolTip(literal_tip(text))
    if text != widget.accessibleDescription():
        widget.setAccessibleDescription(text)


def set_tip_with_terms(widget: QWidget, text: str) -> None:
    """Give a widget a tip that tells what the terms of its text mean as well."""
    set_tip(widget, text)
    widget.setToolTip(f"{literal_tip(text)}{terms_of(text)}")


def terms_of(text: str) -> str:
    """Return what the terms of a text mean, as rich text; empty without one."""
    from ui.wording.help.explained import explanation  # no start needs it

    return explanation(text)


def show_beside(widget: QWidget, tip: str) -> None:
    """Show a tip at the right of what it explains, so that it covers no value there."""
    _show(QPoint(widget.width(), 0), widget, tip)


def show_below(widget: QWidget, tip: str) -> None:
    """Show a tip under what it explains, so that it covers no value there."""
    _show(QPoint(0, widget.height()), widget, tip)


def _show(place: QPoint, widget: QWidget, tip: str) -> None:
    QToolTip.showText(widget.mapToGlobal(place - _OF_QT), tip, widget, widget.rect())
