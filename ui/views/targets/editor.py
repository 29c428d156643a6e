"""A small window that edits one target: outcome, place, at least or at most, level, year.

It stays beside the main window, which works on meanwhile; Enter takes what it holds, Escape leaves
all as it was. A refusal is one sentence under the fields. Floor: views.
"""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.model.graph import model
from planner.model.paths import LeverPath
from planner.model.targets.target import FIRST_YEAR, Between, Level, Target, TargetSense
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from ui.accessibility.events import announce
from ui.views.cards.chooser import CardChooser
from ui.widgets.fields.choice_box import ChoiceBox
from ui.widgets.fields.form import Form
from ui.widgets.label import label
from ui.widgets.segmented import Segmented
from ui.wording.elements import element_names, place_name
from ui.wording.paths.typed import Refused
from ui.wording.targets.beside import levels_beside
from ui.wording.targets.refusals import refusal_of_state
from ui.wording.targets.sentence import Said, said_in
from ui.wording.targets.told import form_of_target
from ui.wording.targets.typed import is_path, level_as_typed, level_typed, path_typed
from ui.wording.translate import unit_text

_EVERY_YEAR: Final = 0
_IN_STEPS: Final = -1
_STRAIGHT: Final = -2
_ALONG: Final[dict[int, Between]] = {_IN_STEPS: "step", _STRAIGHT: "linear"}
"""How a path runs between its dates, by what stands for it in the list of years."""
_VALUE: Final = ""
_FROM_EDGE: Final = 20


class TargetEditor(QDialog):
    """Edits one target, `old`, or makes a new one where that is None.

    `taken` carries what the fields say.
    """

    taken = Signal(object)
    removal_wanted = Signal()

    def __init__(self, target: Target, old: Target | None, last_year: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(
            translate("TargetEditor", "Add a target")
            if old is None
            else translate("TargetEditor", "Target")
        )
        self.old = old
        self._target = target
        self._last_year = last_year
        self.outcome = QPushButton()
        self.outcome.setAccessibleName(translate("TargetEditor", "Outcome"))
        self.place, self.against, self.year = ChoiceBox(), ChoiceBox(), ChoiceBox()
        senses = {
            "at least": translate("TargetEditor", "At least"),
            "at most": translate("TargetEditor", "At most"),
        }
        self.sense = Segmented(senses, translate("TargetEditor", "Sense"))
        self.value = QLineEdit()
        self.value.setAccessibleName(translate("TargetEditor", "Level"))
        self.value.setToolTip(
            translate("TargetEditor", "A number, or all of it: at least 9,000 in 2030")
        )
        self._unit = label("", look="muted")
        self.refusal = label("", look="refused")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        self._lay_out()
        self.outcome.clicked.connect(self._on_outcome_wanted)
        self.place.activated.connect(self._on_place_chosen)
        self.against.activated.connect(self._on_against_chosen)
        self.year.activated.connect(self._on_year_chosen)
        self.value.textEdited.connect(self._on_typed)
        self._fill()
        self.value.selectAll()
        self.value.setFocus()

    def accept(self) -> None:
        """Take what the fields say, or tell in a sentence why not."""
        try:
            target = self._typed()
        except Refused as refusal:
            self.refuse(str(refusal))
            return
        self.taken.emit(target)

    def show_beside(self, window: QWidget) -> None:
        """Open at the lower right of a window, where it covers no chart, or as little as it can."""
        self.adjustSize()
        corner = QPoint(window.width() - self.width() - _FROM_EDGE, window.height() - self.height())
        place = window.mapToGlobal(corner - QPoint(0, 2 * _FROM_EDGE))
        room = window.screen().availableGeometry()
        self.move(max(room.left(), place.x()), max(room.top(), place.y()))
        self.show()

    def refuse(self, sentence: str) -> None:
        """Say why what is typed is no target."""
        self.refusal.setText(sentence)
        self.refusal.show()
        announce(self, sentence)
        self.value.setFocus()

    def _lay_out(self) -> None:
        form = Form()
        form.add(translate("TargetEditor", "&Outcome"), self.outcome)
        form.add(translate("TargetEditor", "&Place"), self.place)
        form.add(translate("TargetEditor", "Is to be"), self.sense)
        form.add(translate("TargetEditor", "&Held against"), self.against)
        level = QHBoxLayout()
        level.addWidget(self.value, 1)
        level.addWidget(self._unit)
        form.add(translate("TargetEditor", "&Level"), level, keys_to=self.value)
        form.add(translate("TargetEditor", "&When"), self.year)
        for field, name in (
            (self.place, translate("TargetEditor", "Place")),
            (self.year, translate("TargetEditor", "When")),
        ):
            field.setAccessibleName(name)
        self.against.setAccessibleName(translate("TargetEditor", "A value or another outcome"))
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.refusal)
        layout.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        """Return the buttons in the order that the platform has for all dialogs."""
        roles = QDialogButtonBox.ButtonRole
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = box.addButton(
            translate("TargetEditor", "&Add")
            if self.old is None
            else translate("TargetEditor", "&Change"),
            roles.AcceptRole,
        )
        if self.old is not None:
            remove = translate("TargetEditor", "&Remove")
            self.remove = box.addButton(remove, roles.DestructiveRole)
            self.remove.clicked.connect(self.removal_wanted)
        for button in (*box.findChildren(QPushButton), self.outcome):
            button.setAutoDefault(False)
        self.take.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def _fill(self) -> None:
        """Show the target in all fields."""
        target, row = self._target, model().outcomes[self._target.outcome]
        self.outcome.setText(model_text(row.label))
        self.place.clear()
        for element in row.elements:
            name = (
                element_names()[element]
                if element
                else place_name(row) or translate("TargetEditor", "whole")
            )
            self.place.addItem(f"{name[:1].upper()}{name[1:]}", element)
        self.place.setCurrentIndex(max(0, self.place.findData(target.element)))
        self.place.setEnabled(len(row.elements) > 1)
        self.sense.choose(target.sense)
        self._fill_against()
        self._fill_years()
        self.value.setText(level_as_typed(target))
        self._unit.setText(unit_text(form_of_target(target).shown))
        self._show_field()

    def _fill_against(self) -> None:
        target = self._target
        self.against.clear()
        self.against.addItem(translate("TargetEditor", "A value"), _VALUE)
        for key in levels_beside(target.outcome, target.element):
            self.against.addItem(model_text(model().outcomes[str(key)].label), key)
        level = target.level if isinstance(target.level, str) else _VALUE
        self.against.setCurrentIndex(max(0, self.against.findData(level)))

    def _fill_years(self) -> None:
        target = self._target
        chosen = _EVERY_YEAR if target.year is None else target.year
        if isinstance(target.level, LeverPath):
            chosen = _STRAIGHT if target.between == "linear" else _IN_STEPS
        self.year.clear()
        self.year.addItem(translate("TargetEditor", "Every year"), _EVERY_YEAR)
        self.year.addItem(translate("TargetEditor", "Along a path, in steps"), _IN_STEPS)
        self.year.addItem(translate("TargetEditor", "Along a path, straight"), _STRAIGHT)
        for year in range(FIRST_YEAR, max(self._last_year, target.year or FIRST_YEAR) + 1):
            self.year.addItem(translate("TargetEditor", "December {year}").format(year=year), year)
        self.year.setCurrentIndex(max(0, self.year.findData(chosen)))

    def _show_field(self) -> None:
        """Let a level be typed where it is no other outcome's."""
        is_value = self.against.currentData() == _VALUE
        self.value.setEnabled(is_value or bool(self.value.text()))
        is_along = self.year.currentData() in _ALONG
        hint = translate("TargetEditor", "2026: 9,000; 2030: 12,500") if is_along else ""
        self.value.setPlaceholderText(hint if is_value else "")

    def _typed(self) -> Target:
        """Return the target that the fields say. Raises Refused."""
        outcome, text = self._target.outcome, self.value.text()
        said = self._said(text)
        text = text if said is None else said.level
        when, key = int(self.year.currentData()), str(self.against.currentData())
        when = when if said is None or said.year is None else said.year
        level: Level = key
        if key == _VALUE and when in _ALONG:
            level = path_typed(outcome, text)
        elif key == _VALUE:
            level = level_typed(outcome, text)
        between = _ALONG.get(when, "step") if isinstance(level, LeverPath) else "step"
        place, year = str(self.place.currentData()), when if when > 0 else None
        return Target(outcome, self._sense(), level, place, year, between)

    def _said(self, text: str) -> Said | None:
        """Return what a sentence in the field says; None for a path, or nothing. Raises Refused."""
        if not text.strip() or is_path(text):
            return None
        return said_in(text, self._target.outcome, str(self.place.currentData()))

    def _take_said(self, said: Said) -> None:
        """Let the other fields say what the sentence does."""
        if said.sense is not None:
            self.sense.choose(said.sense)
        if said.year is not None:
            self.year.setCurrentIndex(max(0, self.year.findData(said.year)))
        if said.against or said.level:
            self.against.setCurrentIndex(max(0, self.against.findData(said.against)))

    def _forget_year_typed(self) -> None:
        """Leave of a sentence its level alone: what is chosen holds, not what was typed."""
        try:
            said = self._said(self.value.text())
        except Refused:
            return
        if said is not None and said.year is not None:
            self.value.setText(said.level)

    def _on_typed(self, text: str) -> None:
        """Follow a sentence as it is typed; one that is not whole yet says nothing."""
        self.refusal.hide()
        if is_path(text):
            if self.year.currentData() not in _ALONG:
                self.year.setCurrentIndex(self.year.findData(_STRAIGHT))
            self.against.setCurrentIndex(0)
            return
        try:
            said = self._said(text)
        except Refused:
            return
        if said is not None:
            self._take_said(said)

    def _sense(self) -> TargetSense:
        return "at least" if self.sense.choice == "at least" else "at most"

    def _on_outcome_wanted(self) -> None:
        chooser = CardChooser({self._target.outcome}, self)
        chooser.chosen.connect(self._on_outcome)
        chooser.open_beside(self.outcome, self._target.outcome)

    def _on_outcome(self, key: str) -> None:
        """Ask of another outcome; its level is not known yet."""
        row = model().outcomes[key]
        if row.is_counted:
            self.refuse(refusal_of_state(key))
            return
        self.refusal.hide()
        element = self._target.element if self._target.element in row.elements else row.elements[0]
        self._target = replace(
            self._target,
            outcome=key,
            element=element,
            level=0.0,
            sense=self._sense(),
            between="step",
        )
        self._fill()
        self.value.clear()

    def _on_place_chosen(self) -> None:
        self._target = replace(self._target, element=str(self.place.currentData()))
        chosen = self.against.currentData()
        self._fill_against()
        self.against.setCurrentIndex(max(0, self.against.findData(chosen)))
        self._show_field()

    def _on_against_chosen(self) -> None:
        if self.against.currentData() != _VALUE:
            self.value.clear()
        if self.against.currentData() != _VALUE and self.year.currentData() in _ALONG:
            self.year.setCurrentIndex(0)
        self._show_field()

    def _on_year_chosen(self) -> None:
        self._forget_year_typed()
        if self.year.currentData() in _ALONG:
            self.against.setCurrentIndex(0)
        self._show_field()
