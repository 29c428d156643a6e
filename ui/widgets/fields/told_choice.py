"""A box of choices with long words: its tip says in full what is chosen. Floor: widgets."""

from PySide6.QtWidgets import QWidget

from ui.widgets.fields.choice_box import ChoiceBox
from ui.wording.literal import literal_tip


class ToldChoice(ChoiceBox):
    """A ChoiceBox that may be too narrow for what is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentTextChanged.connect(self._on_text)

    def _on_text(self, text: str) -> None:
        self.setToolTip(literal_tip(text))
