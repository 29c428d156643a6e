"""The fields that say what is wanted: at least a level, or as much as a scenario, in which share.

What is typed and cannot be taken stays in its field, marked, and `refused` says why. Floor: views.
"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from planner.model.graph import model
from planner.model.targets.target import SENSES, Target
from planner.studies.answers.about import About
from ui.documents.document import Document
from ui.documents.workspace import Workspace
from ui.views.ask.takes.wish import Wish, of_number
from ui.widgets.elided_button import ElidedButton
from ui.widgets.label import ElidedLabel, set_look
from ui.wording.answers.share_typed import share_typed
from ui.wording.answers.solve import share_told
from ui.wording.figures.units import form_of
from ui.wording.literal import literal_action
from ui.wording.paths.typed import Refused
from ui.wording.targets.told import number_of, sense_text, when_text
from ui.wording.targets.typed import level_typed
from ui.wording.translate import unit_text

_LEVEL_WIDTH: Final = 62
_SHARE_WIDTH: Final = 46
_BASELINE: Final = "baseline"
"""The key that stands for the baseline, which is no document of the list."""


class GoalRow(QWidget):
    """Shows a wish for an outcome; `wished` carries another one, `refused` a sentence."""

    wished = Signal(object)
    refused = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._about = About("enterprises", "", 2030)
        self._wish = Wish("at least", 0.0, 1.0, ())
        self.sense = ElidedButton("")
        self.sense.setAccessibleName(self.tr("What is wanted"))
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.sense.setMenu(menu)
        self.level = _field(_LEVEL_WIDTH, self.tr("Level"))
        self.share = _field(_SHARE_WIDTH, self.tr("Share of futures"))
        self.share.setToolTip(self.tr("The share of futures that are to meet it"))
        self._unit = ElidedLabel("", look="muted", is_greedy=False)
        self.level.editingFinished.connect(self._on_level)
        self.share.editingFinished.connect(self._on_share)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.sense, self.level, self._unit, self.share):
            row.addWidget(part)
        row.addStretch(1)

    def show_wish(self, about: About, wish: Wish) -> None:
        """Show what is wanted of an outcome at a year."""
        self._about, self._wish = about, wish
        target = Target(about.outcome, wish.sense, wish.level, about.element, about.year)
        unit = unit_text(form_of(model().outcomes[about.outcome].told_in).short)
        is_level = self.document(wish.other) is None
        unit = unit if is_level else ""
        text = sense_text(target) if is_level else self._as_much(wish.other)
        self.sense.show_text(text, has_choice=False)
        self.sense.setMinimumWidth(self.sense.sizeHint().width() if is_level else 0)
        self.level.setVisible(is_level)
        _show(self.level, number_of(target, wish.level))
        _show(self.share, share_told(wish.share))
        text = self.tr("{unit}, {when}, in") if unit else self.tr("{when}, in")
        self._unit.set_full_text(text.format(unit=unit, when=when_text(target)))

    def document(self, key: str) -> Document | None:
        """Return the document of a key; None for one that is closed."""
        if key == _BASELINE:
            return self._workspace.baseline
        return next((each for each in self._workspace.scenarios if each.key == key), None)

    def _as_much(self, key: str) -> str:
        """Return that as much is wanted as a scenario has."""
        document = self.document(key)
        if document is None or document is self._workspace.baseline:
            return self.tr("As much as the baseline")
        return self.tr("As much as {name}").format(name=self._workspace.name(document))

    def _fill(self) -> None:
        """Offer a level on either side, and every other scenario as the level."""
        menu = self.sense.menu()
        menu.clear()
        group = QActionGroup(menu)
        for sense in SENSES:
            text = sense_text(Target(self._about.outcome, sense, 0.0))
            is_it = not self._wish.other and self._wish.sense == sense
            self._add(group, text, sense, checked=is_it)
        menu.addSeparator()
        if self._workspace.current is not self._workspace.baseline:
            text, is_it = self._as_much(_BASELINE), self._wish.other == _BASELINE
            self._add(group, text, _BASELINE, checked=is_it)
        for document in self._workspace.scenarios:
            if document is not self._workspace.current:
                text, is_it = self._as_much(document.key), document.key == self._wish.other
                self._add(group, text, document.key, checked=is_it)
        group.triggered.connect(self._on_sense)

    def _add(self, group: QActionGroup, text: str, key: str, *, checked: bool) -> None:
        action = self.sense.menu().addAction(literal_action(text))
        action.setCheckable(True)
        action.setChecked(checked)
        action.setData(key)
        group.addAction(action)

    def _on_sense(self, action: QAction) -> None:
        key = action.data()
        found = next((sense for sense in SENSES if sense == key), None)
        if found is None:
            self.wished.emit(self._wish.beside(key))
        else:
            self.wished.emit(of_number(self._wish, sense=found))

    def _on_level(self) -> None:
        if not self.level.isModified():
            return
        try:
            level = level_typed(self._about.outcome, self.level.text())
        except Refused as refusal:
            self._refuse(self.level, str(refusal))
            return
        self.wished.emit(of_number(self._wish, level=level))

    def _on_share(self) -> None:
        if not self.share.isModified():
            return
        try:
            share = share_typed(self.share.text())
        except Refused as refusal:
            self._refuse(self.share, str(refusal))
            return
        self.wished.emit(of_number(self._wish, share=share, keeps_other=True))

    def _refuse(self, field: QLineEdit, sentence: str) -> None:
        set_look(field, "beyond")
        self.refused.emit(sentence)


def _field(width: int, name: str) -> QLineEdit:
    made = QLineEdit()
    made.setFixedWidth(width)
    made.setAccessibleName(name)
    return made


def _show(field: QLineEdit, text: str) -> None:
    set_look(field, "")
    field.setText(text)
    field.setModified(False)
