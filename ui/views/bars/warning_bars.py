"""The bars about what this machine cannot do: each stands for as long as its reason does.

No answer of the engine and no other notice takes one away. One that tells of something that
asks nothing of the user can be closed.
"""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.storage.sentences.catalog import translate
from ui.widgets.action_bar import ActionBar, BarDisplay


class WarningBars(QWidget):
    """Shows a bar for each reason that holds now, in the order in which they came up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars: dict[str, ActionBar] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.hide()

    def hold(self, reason: str, sentence: str, *, can_be_closed: bool = False) -> None:
        """Warn until the reason is lifted; one that is known already only says it anew."""
        choices = (("dismiss", translate("WarningBars", "Close")),) if can_be_closed else ()
        display = BarDisplay(reason, sentence, choices)
        known = self.bars.get(reason)
        if known is not None and known.display == display:
            return
        self.lift(reason)
        bar = self.bars[reason] = ActionBar(display, self)
        bar.chosen.connect(self._on_chosen)
        self._layout.addWidget(bar)
        self.show()

    def lift(self, reason: str) -> None:
        """Take a warning away: what it warned of is over."""
        bar = self.bars.pop(reason, None)
        if bar is not None:
            self._layout.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self.setVisible(bool(self.bars))

    def _on_chosen(self, reason: str, choice: str) -> None:
        self.lift(reason)
