"""The words over the three fields of ranges: low, central, high. Floor: widgets."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.storage.sentences.catalog import translate
from ui.widgets.label import ElidedLabel
from ui.widgets.rows.input_row import FIELD_WIDTH, GUTTER, SPACING


def captions() -> QWidget:
    """Return a line of them, each over its column."""
    made = QWidget()
    layout = QHBoxLayout(made)
    layout.setContentsMargins(GUTTER, 0, SPACING, 0)
    layout.setSpacing(SPACING)
    for text in (
        translate("Captions", "low"),
        translate("Captions", "central"),
        translate("Captions", "high"),
    ):
        caption = ElidedLabel(text, look="muted")
        caption.setFixedWidth(FIELD_WIDTH)
        caption.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout.addWidget(caption)
    layout.addStretch(1)
    return made
