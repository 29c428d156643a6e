"""The menu of a card: its chart, outcome, place and year, and where it stands. Floor: views.

It knows no other cards; what was chosen is told by a signal.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from planner.model.graph import model
from planner.model.indices import AREAS
from planner.model.sums import members
from planner.storage.sentences.catalog import translate
from planner.studies.cards import AREAS_AT_MOST, MOST_CARDS, Card, with_area
from ui.widgets.menus.staying_menu import StayingMenu
from ui.wording.elements import element_names, place_name
from ui.wording.literal import literal_action

Wish = Literal[
    "chart",
    "target",
    "why",
    "matters",
    "takes",
    "inspect",
    "outcome",
    "left",
    "right",
    "more",
    "remove",
]


class CardMenu(QMenu):
    """What can be done with one card; it is gone when it closes.

    `chosen` carries a Card that is wanted in its place, or a Wish.
    """

    chosen = Signal(object)

    def __init__(self, card: Card, place: tuple[int, int], years: range, parent: QWidget) -> None:
        """Offer what can be done with a card; `place` is its number, and how many there are."""
        super().__init__(parent)
        self._card = card
        self.number, count = place
        self._add(translate("CardMenu", "Show its &chart"), "chart")
        is_counted = model().outcomes[card.outcome].is_counted
        self._add(translate("CardMenu", "&Target…"), "target", is_enabled=not is_counted)
        self.addSeparator()
        self._add(translate("CardMenu", "&Why did it change?"), "why", is_enabled=not is_counted)
        self._add(
            translate("CardMenu", "What &matters most?"), "matters", is_enabled=not is_counted
        )
        self._add(translate("CardMenu", "What does it ta&ke?"), "takes", is_enabled=not is_counted)
        self._add(translate("CardMenu", "&How is this computed?"), "inspect")
        self.addSeparator()
        self._add(translate("CardMenu", "&Outcome…"), "outcome")
        places = self._add_choices(translate("CardMenu", "&Place"), self._places())
        if model().outcomes[card.outcome].adds_up_areas:
            self._add_sums(places)
        self._add_choices(translate("CardMenu", "&Year"), self._years(years))
        self.addSeparator()
        self._add(translate("CardMenu", "Move &left"), "left", is_enabled=self.number > 0)
        self._add(translate("CardMenu", "Move &right"), "right", is_enabled=self.number < count - 1)
        self.addSeparator()
        self._add(translate("CardMenu", "&Add a card…"), "more", is_enabled=count < MOST_CARDS)
        self._add(translate("CardMenu", "R&emove"), "remove", is_enabled=count > 1)
        self.triggered.connect(self._on_triggered)
        self.aboutToHide.connect(self.deleteLater)

    def _add(self, text: str, wish: Wish, *, is_enabled: bool = True) -> None:
        action = self.addAction(text)
        action.setData(wish)
        action.setEnabled(is_enabled)

    def _add_choices(self, title: str, choices: Iterable[tuple[Card, str]]) -> QMenu:
        """Add a menu of cards that are alike but for one thing: the first as the window."""
        menu = self.addMenu(title)
        group = QActionGroup(menu)
        for number, (card, text) in enumerate(choices):
            action = menu.addAction(literal_action(text))
            action.setCheckable(True)
            action.setChecked(card == self._card)
            action.setData(card)
            group.addAction(action)
            if number == 0:
                menu.addSeparator()
        return menu

    def _add_sums(self, places: QMenu) -> None:
        """Add a menu in which two or three areas are checked that the card tells as one sum."""
        places.addSeparator()
        self._sums = StayingMenu(translate("CardMenu", "&Sum of two or three"), places)
        places.addMenu(self._sums)
        for area in AREAS:
            action = self._sums.addAction(literal_action(element_names()[area]))
            action.setCheckable(True)
            action.setData(area)
            action.triggered.connect(self._on_area)
        self._show_areas()

    def _show_areas(self) -> None:
        """Check the areas of the card; one more only where there is room."""
        areas = members(self._card.element or "")
        for action in self._sums.actions():
            action.setChecked(action.data() in areas)
            action.setEnabled(action.data() in areas or len(areas) < AREAS_AT_MOST)

    def _on_area(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._card = with_area(self._card, action.data())
            self._show_areas()
            self.chosen.emit(self._card)

    def _places(self) -> Iterable[tuple[Card, str]]:
        outcome = model().outcomes[self._card.outcome]
        yield replace(self._card, element=None), translate("CardMenu", "As the window")
        for element in outcome.elements:
            name = element_names()[element] if element else place_name(outcome)
            if name:
                yield replace(self._card, element=element), name[:1].upper() + name[1:]

    def _years(self, years: range) -> Iterable[tuple[Card, str]]:
        yield replace(self._card, year=None), translate("CardMenu", "As the window")
        for year in years:
            yield replace(self._card, year=year), str(year)

    def _on_triggered(self, action: QAction) -> None:
        if not isinstance(action.data(), str) or action.data() not in AREAS:
            self.chosen.emit(action.data())
