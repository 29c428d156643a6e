"""The fields that say what is wanted: at least a level, a target, as much as a scenario; how often.

What is typed and cannot be taken stays in its field, marked, and `refused` says why. Floor: views.
"""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from planner.model.graph import model
from planner.model.scenario import Scenario, baseline_under
from planner.model.targets.target import Target
from planner.quantities.told.lists import clauses
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from ui.accessibility.tips import set_tip
from ui.documents.workspace import Workspace
from ui.views.ask.takes.offers import Offer, offers, other_text, targets_text
from ui.views.ask.takes.wish import Wish
from ui.widgets.ask.typed_field import TypedField
from ui.widgets.elided_button import ElidedButton
from ui.widgets.label import ElidedLabel, label
from ui.wording.answers.share_typed import share_typed
from ui.wording.figures.differences import share_told
from ui.wording.figures.units import form_of
from ui.wording.literal import literal_action
from ui.wording.paths.typed import Refused
from ui.wording.targets.told import full_text, number_of, sense_text, when_text
from ui.wording.targets.typed import level_typed
from ui.wording.translate import unit_text

_LEVEL_WIDTH: Final = 66
_SHARE_WIDTH: Final = 46
_BETWEEN: Final = 6
_BASELINE: Final = "baseline"
"""The key that stands for the baseline, which is no document of the list."""


class GoalRow(QWidget):
    """Shows a wish for an outcome.

    `offered` carries an Offer that was chosen, `wished` another wish for the same outcome,
    `refused` a sentence, empty once that no longer holds.
    """

    offered = Signal(object)
    wished = Signal(object)
    refused = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._about = About("enterprises", "", 2030)
        self._wish = Wish("at least", 0.0, 1.0, ())
        self._offers: dict[QAction, Offer] = {}
        self.sense = ElidedButton("")
        self.sense.setAccessibleName(translate("GoalRow", "What is wanted"))
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.sense.setMenu(menu)
        self.level = TypedField(translate("GoalRow", "Level"))
        self.level.hold_width(_LEVEL_WIDTH)
        self.share = TypedField(translate("GoalRow", "Share of futures"))
        self.share.hold_width(_SHARE_WIDTH)
        self.share.setToolTip(translate("GoalRow", "The share of futures that are to meet it"))
        self._unit = ElidedLabel("", look="muted", is_greedy=False)
        self._of_futures = label(translate("GoalRow", "of futures"), look="muted")
        self.level.typed.connect(self._on_level)
        self.share.typed.connect(self._on_share)
        for field in (self.level, self.share):
            field.relented.connect(self._on_relented)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BETWEEN)
        for part in (self.sense, self.level, self._unit, self.share, self._of_futures):
            row.addWidget(part)
        row.addStretch(1)

    def show_wish(self, about: About, wish: Wish) -> None:
        """Show what is wanted of an outcome at a year."""
        self._about, self._wish = about, wish
        at_year = Target(about.outcome, wish.sense, wish.level, about.element, about.year)
        target = wish.every_year or at_year
        text = self._in_place_of_level()
        self.sense.show_text(text or sense_text(target), has_choice=False)
        set_tip(self.sense, clauses(map(full_text, wish.targets)))
        self.sense.setMinimumWidth(0 if text else self.sense.sizeHint().width())
        self.level.setVisible(not text)
        self.level.show_text(number_of(target, wish.level))
        self.share.show_text(share_told(wish.share))
        self._unit.set_full_text(self._when(target, has_level=not text))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say of what the share is where there is room: its tip says it as well."""
        super().resizeEvent(event)
        self._fit()

    def other(self, key: str) -> Scenario | None:
        """Return the scenario of a key; None for one that is closed, and where none is meant."""
        if key == _BASELINE:
            return baseline_under(self._workspace.current.scenario)
        documents = self._workspace.scenarios
        return next((each.scenario for each in documents if each.key == key), None)

    def _fit(self) -> None:
        texts = (self.sense, self._unit, self._of_futures)
        level = 0 if self.level.isHidden() else self.level.minimumWidth()
        fields = self.share.minimumWidth() + level
        needed = fields + sum(each.sizeHint().width() for each in texts) + 4 * _BETWEEN
        self._of_futures.setVisible(needed <= self.width())

    def _in_place_of_level(self) -> str:
        """Return what is wanted where that is no number to be typed."""
        wish = self._wish
        if wish.every_year is not None:
            return ""
        if wish.targets:
            return targets_text(wish.targets)
        has_other = self.other(wish.other) is not None
        return other_text(self._name(wish.other), wish.sense) if has_other else ""

    def _when(self, target: Target, *, has_level: bool) -> str:
        if self._wish.targets and not has_level:
            return translate("GoalRow", "in")
        unit = unit_text(form_of(model().outcomes[target.outcome].told_in).short)
        text = (
            translate("GoalRow", "{unit}, {when}, in")
            if unit and has_level
            else translate("GoalRow", "{when}, in")
        )
        return text.format(unit=unit, when=when_text(target))

    def _name(self, key: str) -> str:
        found = next((each for each in self._workspace.scenarios if each.key == key), None)
        return (
            translate("GoalRow", "the baseline")
            if found is None
            else shown_title(self._workspace.name(found))
        )

    def _fill(self) -> None:
        """Offer a level on either side, targets of the scenario, and every other scenario."""
        menu, current = self.sense.menu(), self._workspace.current
        menu.clear()
        self._offers.clear()
        group = QActionGroup(menu)
        keys = [each.key for each in self._workspace.scenarios if each is not current]
        keys = keys if current.is_baseline else [_BASELINE, *keys]
        named = [(key, self._name(key)) for key in keys]
        for rows in offers(self._about, self._wish, current.scenario, named):
            menu.addSeparator()
            for each in rows:
                action = menu.addAction(literal_action(each.text))
                action.setCheckable(True)
                group.addAction(action)
                action.setChecked((each.wish, each.about) == (self._wish, self._about))
                self._offers[action] = each
        group.triggered.connect(self._on_offered)

    def _on_offered(self, action: QAction) -> None:
        self.offered.emit(self._offers[action])

    def _on_level(self, text: str) -> None:
        try:
            wish = self._wish.at_level(level_typed(self._about.outcome, text))
        except Refused as refusal:
            self._refuse(self.level, str(refusal))
        else:
            self.wished.emit(wish)

    def _on_share(self, text: str) -> None:
        try:
            wish = replace(self._wish, share=share_typed(text))
        except Refused as refusal:
            self._refuse(self.share, str(refusal))
        else:
            self.wished.emit(wish)

    def _on_relented(self) -> None:
        self.refused.emit("")

    def _refuse(self, field: TypedField, sentence: str) -> None:
        field.refuse()
        self.refused.emit(sentence)
