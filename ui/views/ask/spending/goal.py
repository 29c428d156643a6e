"""What a split is to be best for: the most added, the most taken away, or a level that is reached.

Levels are typed, or those of targets of the scenario, which bring outcome and year of their own.
What cannot be taken stays in the field, marked, and `refused` says why. Floor: views.
"""

from dataclasses import dataclass, replace
from math import isfinite
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from planner.model.graph import model
from planner.model.targets.target import Target, TargetSense
from planner.quantities.told.lists import in_turn
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from ui.engine.shown_run import ShownRun
from ui.widgets.fields.choice_box import ChoiceBox
from ui.widgets.fields.composed_line import ComposedLine
from ui.widgets.fields.fitted_width import FittedWidth
from ui.widgets.label import ElidedLabel, set_look
from ui.wording.figures.units import form_of
from ui.wording.paths.typed import Refused
from ui.wording.targets.told import number_of, row_text, when_text
from ui.wording.targets.typed import level_typed
from ui.wording.translate import unit_text

_WIDTH: Final = 66
_LETTERS: Final = 15
_BY_LENGTH: Final = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_MOST, _LEAST, _REACH, _STAY = range(4)
_SENSES: Final[dict[int, TargetSense]] = {
    _MOST: "at least",
    _LEAST: "at most",
    _REACH: "at least",
    _STAY: "at most",
}


@dataclass(frozen=True, slots=True)
class Best:
    """What is asked about, which side of it is better, and the level to reach, if any."""

    about: About
    sense: TargetSense = "at least"
    level: float | None = None


class GoalChoice(QWidget):
    """A list, and a field where a level is typed; `chosen` tells of another choice."""

    chosen = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = About("enterprises", "", 2030)
        self._usual = 0.0
        self._level: float | None = None
        self._targets: tuple[Target, ...] = ()
        self.box = ChoiceBox()
        self.box.setAccessibleName(translate("GoalChoice", "Best for"))
        self.box.setSizeAdjustPolicy(_BY_LENGTH)
        self.box.setMinimumContentsLength(_LETTERS)
        texts = (
            translate("GoalChoice", "the most added"),
            translate("GoalChoice", "the most taken away"),
            translate("GoalChoice", "reaching at least"),
            translate("GoalChoice", "staying at most"),
        )
        self.box.addItems(texts)
        self.field = ComposedLine()
        self._width = FittedWidth(self.field, _WIDTH)
        self.field.setAccessibleName(translate("GoalChoice", "Level"))
        self._unit = ElidedLabel("", look="muted", is_greedy=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        for part in (self.box, self.field, self._unit):
            row.addWidget(part)
        self._show_field()
        self.box.currentTextChanged.connect(self.box.setToolTip)
        self.box.setToolTip(self.box.currentText())
        self.box.activated.connect(self._on_activated)
        self.field.editingFinished.connect(self._on_edited)

    def best(self, about: About) -> Best:
        """Return what is best, where nothing else is said of what is asked about."""
        number = self.box.currentIndex()
        if number >= len(_SENSES):
            target = self._targets[number - len(_SENSES)]
            year = about.year if target.year is None else target.year
            level = float(target.level) if isinstance(target.level, float | int) else None
            return Best(About(target.outcome, target.element, year), target.sense, level)
        sense = _SENSES[number]
        return Best(about, sense, self._level if number in {_REACH, _STAY} else None)

    def show_about(self, about: About, run: ShownRun) -> None:
        """Offer the targets of the scenario, and a level near what the outcome has."""
        if about.pair != self._about.pair:
            self._level = None
        self._about, self._usual = about, _near(about, run)
        if self._is_typed and self._level is None:
            self._level = self._usual
        self._offer(tuple(each for each in run.scenario.targets if _is_number(each)))
        self._name_targets()
        self._show_field()

    def take_over(self, before: "GoalChoice") -> None:
        """Choose what is chosen in a list that was made alike."""
        self._about, self._usual, self._level = before._about, before._usual, before._level  # noqa: SLF001
        self._offer(before._targets)  # noqa: SLF001 - its own kind
        self.box.setCurrentIndex(before.box.currentIndex())

    def tell_again(self) -> None:
        """Show the level, and those of targets, in the units that hold now."""
        self.field.setModified(False)
        self._show_field()
        self._name_targets()

    def choose(self, number: int) -> None:
        """Choose an entry of the list."""
        self.box.setCurrentIndex(number)
        self._on_activated(number)

    @property
    def _is_typed(self) -> bool:
        return self.box.currentIndex() in {_REACH, _STAY}

    def _offer(self, targets: tuple[Target, ...]) -> None:
        """Offer targets behind the rest; what was chosen stays, unless that target is gone."""
        if targets == self._targets:
            return
        number = self.box.currentIndex() - len(_SENSES)
        chosen = self._targets[number] if number >= 0 else None
        self._targets = targets
        with QSignalBlocker(self.box):
            while self.box.count() > len(_SENSES):
                self.box.removeItem(len(_SENSES))
            for each in targets:
                self.box.addItem(self._target_text(each))
            view = self.box.view()
            view.setMinimumWidth(view.sizeHintForColumn(0) + view.verticalScrollBar().width())
            if chosen is not None:
                is_there = chosen in targets
                self.box.setCurrentIndex(
                    len(_SENSES) + targets.index(chosen) if is_there else _MOST
                )

    def _name_targets(self) -> None:
        for number, each in enumerate(self._targets, start=len(_SENSES)):
            self.box.setItemText(number, self._target_text(each))

    def _target_text(self, target: Target) -> str:
        """Return a target with its year; one for every year is reached in that asked about."""
        year = self._about.year if target.year is None else target.year
        return in_turn((row_text(target), when_text(replace(target, year=year))))

    def _show_field(self) -> None:
        self.field.setVisible(self._is_typed)
        self._unit.setVisible(self._is_typed)
        form = form_of(model().outcomes[self._about.outcome].told_in)
        self._unit.set_full_text(unit_text(form.short))
        if self._level is not None and not (self.field.isModified() or self.field.is_composing):
            target = Target(self._about.outcome, "at least", self._level)
            set_look(self.field, "")
            self.field.setText(number_of(target, self._level))
            self._width.fit(self.field.text())

    def _on_activated(self, _number: int) -> None:
        if self._is_typed and self._level is None:
            self._level = self._usual
        self._show_field()
        self.chosen.emit()

    def _on_edited(self) -> None:
        if not self.field.isModified():
            return
        try:
            self._level = level_typed(self._about.outcome, self.field.text())
        except Refused as refusal:
            set_look(self.field, "beyond")
            self.refused.emit(str(refusal))
            return
        self.field.setModified(False)
        self.refused.emit("")
        self._show_field()
        self.chosen.emit()


def _is_number(target: Target) -> bool:
    return isinstance(target.level, float | int)


def _near(about: About, run: ShownRun) -> float:
    """Return a level near the median of the run; 0 where that is no number."""
    series = run.projection.series.get(about.request())
    now = float("nan") if series is None else float(series.line[about.month])
    return float(f"{now:.3g}") if isfinite(now) else 0.0
