"""The button that tells which outcome is asked about, and the list it opens. Floor: views."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.model.graph import model
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from ui.accessibility.tips import set_tip
from ui.views.cards.chooser import outcome_groups
from ui.widgets.chooser import Chooser
from ui.widgets.choosing.entry import Group
from ui.widgets.elided_button import ElidedButton


class OutcomeChoice(ElidedButton):
    """Shows an outcome; `chosen` carries the key of another one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._outcome = ""
        self.setAccessibleName(translate("OutcomeChoice", "Outcome"))
        self.clicked.connect(self.open)

    def show_outcome(self, key: str) -> None:
        """Show which outcome is asked about."""
        self._outcome = key
        self.show_text(model_text(model().outcomes[key].label))
        set_tip(self, self.full_text)

    def open(self) -> None:
        """Let another outcome be found by typing."""
        chooser = Chooser(
            _groups(self._outcome),
            translate("Cards", "Find an outcome"),
            translate("Cards", "No outcome is called that."),
            translate("Cards", "Outcomes"),
            self,
        )
        chooser.chosen.connect(self._on_chosen)
        chooser.open_beside(self, self._outcome)

    def _on_chosen(self, key: object) -> None:
        self.chosen.emit(str(key))


def _groups(shown: str) -> list[Group]:
    """Return every outcome that is a number, in its group."""
    counted = {key for key, row in model().outcomes.items() if row.is_counted}
    groups = (
        Group(each.title, tuple(one for one in each.entries if one.value not in counted))
        for each in outcome_groups((shown,))
    )
    return [each for each in groups if each.entries]
