"""A tip that shows a text as it is, and the same text to a screen reader, which reads no markup.

Floor: accessibility.
"""

from PySide6.QtWidgets import QWidget

from ui.wording.literal import literal_tip


def set_tip(widget: QWidget, text: str) -> None:
    """Give a widget a tip, which a screen reader is told as its description."""
    widget.setToolTip(literal_tip(text))
    if text != widget.accessibleDescription():
        widget.setAccessibleDescription(text)
