"""The left of the window: levers and assumptions in two tabs, and below them two choices.

Which of Beijing's figures are on, and how futures are drawn.
"""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMargins, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from planner.model.graph import model
from planner.model.indices import split_address
from planner.model.scenario import Scenario, with_figures
from planner.storage.sentences.catalog import translate
from ui.documents.current import Edited
from ui.documents.resets import Target
from ui.documents.row_edits import AtHand, put_back, ways_back
from ui.views.inputs.groups import assumption_groups, lever_groups
from ui.views.inputs.inputs_panel import InputsPanel
from ui.widgets.fields.number_field import NumberField
from ui.widgets.fields.wheel import WheelGuard
from ui.widgets.find_button import FindButton
from ui.widgets.focus.order import first_stop_of
from ui.widgets.label import label
from ui.widgets.rows.drawer import Drawer
from ui.widgets.rows.input_row import InputRow
from ui.widgets.rows.section import Section
from ui.widgets.segmented import Segmented
from ui.wording.moves import FIGURES

if TYPE_CHECKING:
    from planner.facts.record import Figures
    from planner.model.scenario import Draws

LEAST_WIDTH: Final = 292
USUAL_WIDTH: Final = 312
_DRAWS: Final[tuple["Draws", ...]] = ("conditioned", "calibrated", "as drawn")
_FOOT: Final = QMargins(10, 6, 6, 6)


class Side(QWidget):
    """What a user moves; `shown` tells that it was shown or hidden.

    `menu_wanted` gives the place on the screen where the commands of the input at hand are asked
    for; `at_hand_changed` comes before it.
    """

    refused = Signal(str)
    shown = Signal(bool)
    at_hand_changed = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, document: Edited, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._wanted: QWidget | None = None
        self._at_hand: AtHand | None = None
        self.levers = InputsPanel(document, lever_groups)
        self.levers.make_page()
        self.assumptions = InputsPanel(document, assumption_groups, self._introduction())
        self.levers.setAccessibleName(translate("Side", "Levers"))
        self.assumptions.setAccessibleName(translate("Side", "Assumptions"))
        self.tabs = QTabWidget()
        WheelGuard(self.tabs.tabBar())
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.levers, translate("Side", "Levers"))
        self.tabs.addTab(self.assumptions, translate("Side", "Assumptions"))
        self.find_button = FindButton(
            translate("Side", "Find anything"),
            translate("Side", "Find a command, lever, assumption or outcome"),
        )
        self.figures = self._make_figures()
        self.draws = self._make_draws()
        self._captions: dict[QWidget, QLabel] = {}
        self._lay_out()
        self.setMinimumWidth(max(LEAST_WIDTH, self._least_width()))
        for panel in (self.levers, self.assumptions):
            panel.refused.connect(self.refused)
            panel.menu_wanted.connect(self._on_menu_wanted)
        self.figures.chosen.connect(self._on_figures_chosen)
        self.draws.chosen.connect(self._on_draws_chosen)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        document.changed.connect(self.show_scenario)
        self.show_scenario(document.scenario)
        self._on_tab_changed(0)

    def show_scenario(self, scenario: Scenario) -> None:
        """Show what is chosen below, and on the tabs how many values are changed."""
        self.figures.choose(scenario.figures)
        self.draws.choose(scenario.draws)
        self._offer_own(bool(scenario.own.points) or scenario.draws == "calibrated")
        counts = [
            len({split_address(name)[0] for name, _ in pairs})
            for pairs in (scenario.levers, scenario.assumptions)
        ]
        titles = (translate("Side", "Levers"), translate("Side", "Assumptions"))
        for number, (title, count) in enumerate(zip(titles, counts, strict=True)):
            text = f"{title} ({count})" if count else title
            if text != self.tabs.tabText(number):  # Qt lays all tabs out again at every text
                self.tabs.setTabText(number, text)

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        self.shown.emit(visible)

    @property
    def may_put_back(self) -> frozenset[str]:
        """What the input at hand is off: `default`, `baseline` or `saved`."""
        return ways_back(self._document, self._at_hand.names) if self._at_hand else frozenset()

    @property
    def address_at_hand(self) -> str:
        """The address of the input whose commands are asked for; empty where there is none."""
        return self._at_hand.names[0] if self._at_hand and self._at_hand.names else ""

    def put_back(self, target: Target) -> None:
        """Put the input at hand back to `default`, to `baseline` or to `saved`."""
        if self._at_hand is not None:
            put_back(self._document, self._at_hand.title, self._at_hand.names, target)

    @property
    def first_control(self) -> QWidget | None:
        """The first value in the tab that is open, where keys begin."""
        return first_stop_of(self.tabs.currentWidget(), NumberField)

    def show_control(self, name: str) -> None:
        """Bring the control of an address on screen and give it the focus."""
        self.setVisible(True)
        if name == FIGURES:
            self.figures.buttons[self.figures.choice].setFocus()
            return
        is_lever = split_address(name)[0] in model().levers
        panel = self.levers if is_lever else self.assumptions
        self.tabs.setCurrentWidget(panel)
        row = panel.row(name)
        unfold(row)
        row.slider.setFocus()
        self._wanted = row
        QTimer.singleShot(0, self, self._scroll)

    def show_path(self, name: str) -> None:
        """Bring the lever of an address on screen and open its path."""
        self.show_control(name)
        button = self.levers.row(name).path_button
        if button.isChecked():
            button.setChecked(False)
        button.setChecked(True)

    def open_path(self) -> None:
        """Open the path of the lever that has the keys, or say that there is none."""
        row: QWidget | None = self.window().focusWidget()
        while row is not None and not isinstance(row, InputRow):
            row = row.parentWidget()
        if row is None or row.path_button.isHidden():
            self.refused.emit(
                translate("Side", "Choose a lever with a path button first: click its slider.")
            )
        else:
            self.show_path(row.described.address)

    def _scroll(self) -> None:
        """Scroll to the row that is wanted, once what was folded has its place."""
        row, self._wanted = self._wanted, None
        panel = self.tabs.currentWidget()
        if row is not None and isinstance(panel, QScrollArea):
            panel.ensureWidgetVisible(row, 0, row.height())

    def _least_width(self) -> int:
        """Return the width that the widest of the two choices needs."""
        widest = max(self.figures.sizeHint().width(), self.draws.sizeHint().width())
        return widest + _FOOT.left() + _FOOT.right()

    def _fit_captions(self) -> None:
        """Leave out the caption of a choice that has no room beside it; its tip says the same."""
        room = self.width() - _FOOT.left() - _FOOT.right()
        for choice, caption in self._captions.items():
            needed = choice.sizeHint().width() + caption.sizeHint().width()
            is_whole = choice is not self.draws or self.draws.buttons["calibrated"].isHidden()
            caption.setVisible(is_whole and needed <= room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_captions()

    def _introduction(self) -> str:
        return translate(
            "Side",
            "Nobody decides these and nobody knows them exactly: every future draws its own value "
            "between low and high. Changing one also moves the baseline.",
        )

    def _make_figures(self) -> Segmented:
        choices = {
            "corroborated": translate("Side", "Checked"),
            "as_stated": translate("Side", "As printed"),
        }
        made = Segmented(choices, translate("Side", "Figures"))
        made.setToolTip(
            translate(
                "Side",
                "One article slips tenfold in some figures of Beijing: an industry of 3,000 "
                "billion CNY (officially 300), financing of 320 billion (32), a fund of 20 billion "
                "(2). “Checked” uses the figures that other sources support; “As printed” "
                "takes the articles at their word, baseline included. Other figures in dispute "
                "do not depend on this choice; the tip of each control tells them.",
            )
        )
        return made

    def _offer_own(self, offered: bool) -> None:
        """Offer futures that fit own numbers; three choices take the room of their caption."""
        self.draws.buttons["calibrated"].setVisible(offered)
        self._fit_captions()

    def _make_draws(self) -> Segmented:
        choices = {
            "conditioned": translate("Side", "Fit 2025–26"),
            "calibrated": translate("Side", "Fit yours"),
            "as drawn": translate("Side", "As drawn"),
        }
        made = Segmented(choices, translate("Side", "Futures"))
        made.setToolTip(
            translate(
                "Side",
                "“Fit 2025–26” keeps, of 16 times as many futures, those that agree with what was "
                "measured in 2025 and 2026 under the levers of the baseline: each is kept with a "
                "chance that falls the further it is off. “As drawn” takes futures as the ranges "
                "of the assumptions give them. “Fit yours”, there where a scenario has numbers of "
                "your own, keeps those that agree with these as well. Which futures are taken does "
                "not depend on levers.",
            )
        )
        return made

    def _lay_out(self) -> None:
        foot = QGridLayout()
        foot.setContentsMargins(_FOOT)
        foot.setHorizontalSpacing(4)
        foot.setVerticalSpacing(4)
        foot.setColumnStretch(1, 1)
        rows = (
            (translate("Side", "Beijing's figures"), self.figures),
            (translate("Side", "Futures"), self.draws),
        )
        for number, (text, choice) in enumerate(rows):
            caption = self._captions[choice] = label(text, look="muted")
            caption.setToolTip(choice.toolTip())
            foot.addWidget(caption, number, 0)
            foot.addWidget(choice, number, 0, 1, 3, Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(8, 4, 8, 2)
        top.addWidget(self.find_button)
        layout.addLayout(top)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(foot)

    def _on_draws_chosen(self, key: str) -> None:
        for chosen in _DRAWS:
            if chosen == key:
                scenario = replace(self._document.scenario, draws=chosen)
                self._document.edit(partial(_draws_chosen, chosen), scenario)

    def _on_figures_chosen(self, key: str) -> None:
        chosen: Figures = "as_stated" if key == "as_stated" else "corroborated"
        scenario = with_figures(self._document.scenario, chosen)
        self._document.edit(partial(_figures_chosen, chosen), scenario)

    def _on_menu_wanted(self, at_hand: AtHand, place: QPoint) -> None:
        self._at_hand = at_hand
        self.at_hand_changed.emit()
        self.menu_wanted.emit(place)

    def _on_tab_changed(self, number: int) -> None:
        """Give the tab bar the color of what lies under it."""
        bar = self.tabs.tabBar()
        bar.setProperty("look", "assumption" if number else "lever")
        bar.style().unpolish(bar)
        bar.style().polish(bar)


def unfold(row: QWidget) -> None:
    """Open every fold that a row lies in; the drawer of a whole lever stays as it is."""
    inner, outer = row, row.parentWidget()
    while outer is not None:
        is_out_of_view = inner.isHidden() or row.isHidden()
        if isinstance(outer, (Section, Drawer)) and outer.body is inner and is_out_of_view:
            outer.set_open(True)
        inner, outer = outer, outer.parentWidget()


def _draws_chosen(chosen: "Draws") -> str:
    match chosen:
        case "conditioned":
            return translate("Side", "Fit 2025–26")
        case "calibrated":
            return translate("Side", "Fit your numbers")
        case "as drawn":
            return translate("Side", "Futures as drawn")


def _figures_chosen(chosen: "Figures") -> str:
    if chosen == "as_stated":
        return translate("Side", "Figures as printed")
    return translate("Side", "Checked figures")
