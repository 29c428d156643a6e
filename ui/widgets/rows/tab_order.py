"""The way of the tab key through what was made late: after its heading, not at the very end."""

from itertools import pairwise

from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QToolButton, QWidget


def follow(before: QWidget, body: QWidget) -> None:
    """Let the tab key go from a widget through the controls in a body, in the order they lie."""
    stops = [
        part
        for part in body.findChildren(QWidget)
        if isinstance(part, (QAbstractSlider, QAbstractSpinBox, QToolButton))
    ]
    for one, other in pairwise((before, *stops)):
        QWidget.setTabOrder(one, other)
