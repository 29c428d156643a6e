"""The cards in one row, or in several where the window is narrow; chosen and ordered by hand.

Where it is low, the cards are too, and stand in one row as long as their numbers can be read. What
a card can be made is in its menu, `ui.views.cards.menu`.
"""

from collections.abc import Sequence
from math import ceil
from typing import Literal, assert_never

from PySide6.QtCore import QPoint, QSize, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from planner.model.scenario import FIRST_YEAR
from planner.studies.cards import GENERAL, MOST_CARDS, SETS, Card, CardSet
from ui.views.cards.chooser import CardChooser
from ui.views.cards.menu import CardMenu, Wish
from ui.widgets.cards.card import KpiCard
from ui.widgets.cards.facts import shape_of
from ui.widgets.focus.arrow_keys import ArrowKeys
from ui.widgets.focus.order import follow_each_other
from ui.wording.key_figures import KpiDisplay

_LEAST_CARD = 170
_LEAST_LOW_CARD = 98
_ENOUGH = 0.85
"""Of the width that cards want: so much, and values and units are whole."""
_FEWER_COLUMNS = 4, 3, 2
_GAP = 8
_LOW_GAP = 6


class KpiRow(QWidget):
    """The cards; what they say is told them.

    `changed` tells that other rows were chosen or put in another order, `opened` carries a row
    whose chart is wanted, `target_wanted` one for which a target is, `question_wanted` a question
    of Ask and the row it is about, `inspection_wanted` one of which is asked how it is computed.
    """

    changed = Signal()
    opened = Signal(object)
    target_wanted = Signal(object)
    question_wanted = Signal(str, object)
    inspection_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Card, ...] = ()
        self.cards: list[KpiCard] = []
        self.years = range(FIRST_YEAR, FIRST_YEAR)
        self._asked_for = 0
        self._columns = 0
        self._is_low = False
        self._has_belief = False
        self._color = ""
        self._heads: list[tuple[str, str]] = []
        self._shares: list[int] = []
        self._agreed: object = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._keys = ArrowKeys(self, self._in_order)
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._take(GENERAL)

    def choose(self, rows: Sequence[Card]) -> None:
        """Show these cards, as many as there is room for; at least one."""
        chosen = tuple(dict.fromkeys(rows))[:MOST_CARDS] or GENERAL
        if chosen != self.rows:
            self._take(chosen)
            self.changed.emit()

    def choose_set(self, key: CardSet) -> None:
        """Show a ready set of cards."""
        self.choose(SETS[key])

    def show_displays(self, displays: Sequence[KpiDisplay]) -> None:
        """Show what each card says, in their order."""
        for card, display in zip(self.cards, displays, strict=True):
            card.show_display(display)
        has_belief = any(display.belief for display in displays)
        if has_belief != self._has_belief:
            self._has_belief = has_belief
            self._form()
        heads = [(card.shown.title, card.shown.short_unit) for card in self.cards]
        if heads != self._heads:
            self._heads = heads
            self._fit()
        self._agree()

    def show_color(self, color: str) -> None:
        """Write what differs in the color of the scenario on screen."""
        self._color = color
        for card in self.cards:
            card.show_color(color)

    def set_low(self, is_low: bool) -> None:
        """Take less height, for a window that has little."""
        if is_low != self._is_low:
            self._is_low = is_low
            self._grid.setSpacing(_LOW_GAP if is_low else _GAP)
            self._form()

    def replace(self, number: int, *rows: Card) -> None:
        """Put other cards in the place of one; none takes it away, unless it is the last."""
        self.choose((*self.rows[:number], *rows, *self.rows[number + 1 :]) or self.rows)

    def put(self, number: int, to: int) -> None:
        """Put a card in another place, and the keys with it."""
        place = max(0, min(len(self.rows) - 1, to))
        if place != number:
            rows = list(self.rows)
            rows.insert(place, rows.pop(number))
            self.cards.insert(place, self.cards.pop(number))
            self.rows = tuple(rows)
            self._lay_out_again()
            self.changed.emit()

    def ask_for_more(self) -> None:
        """Let an outcome be chosen for one more card."""
        self.ask_for(len(self.rows))

    def ask_for(self, number: int) -> None:
        """Let an outcome be chosen for a card, or for one more behind the last."""
        self._asked_for = number
        shown = {row.outcome for row in self.rows}
        chooser = CardChooser(shown, self)
        chooser.chosen.connect(self._on_outcome)
        here = self.rows[number].outcome if number < len(self.rows) else None
        chooser.open_beside(self.cards[min(number, len(self.cards) - 1)], here)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._agree()

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the fewest columns, so that a narrow window gets to making them."""
        width = _FEWER_COLUMNS[-1] * _LEAST_CARD
        return QSize(width, self._grid.minimumSize().height())

    def _in_order(self) -> list[KpiCard]:
        return self.cards

    def _take(self, rows: tuple[Card, ...]) -> None:
        """Have as many cards as rows; those that there are stay."""
        self.rows = rows
        while len(self.cards) > len(rows):
            card = self.cards.pop()
            self._grid.removeWidget(card)
            card.deleteLater()
        while len(self.cards) < len(rows):
            self.cards.append(self._new_card())
        self._lay_out_again()

    def _new_card(self) -> KpiCard:
        card = KpiCard(self)
        card.set_form(is_low=self._is_low, has_belief=self._has_belief)
        if self._color:
            card.show_color(self._color)
        card.opened.connect(self._on_opened)
        card.target_wanted.connect(self._on_target_wanted)
        card.menu_wanted.connect(self._on_menu_wanted)
        card.dragged.connect(self._on_dragged)
        card.shifted.connect(self._on_shifted)
        card.removal_wanted.connect(self._on_removal)
        card.resized.connect(self._agree)
        card.show()
        return card

    def _number(self) -> int:
        """Return the number of the card that tells something."""
        return self.cards.index(self.sender())  # type: ignore[arg-type]

    def _on_opened(self) -> None:
        self.opened.emit(self.rows[self._number()])

    def _on_target_wanted(self) -> None:
        self.target_wanted.emit(self.rows[self._number()])

    def _on_menu_wanted(self, place: QPoint) -> None:
        number = self._number()
        menu = CardMenu(self.rows[number], (number, len(self.rows)), self.years, self)
        menu.chosen.connect(self._on_menu)
        menu.popup(place)

    def _on_menu(self, chosen: Card | Wish) -> None:
        number = self.sender().number  # type: ignore[attr-defined]
        match chosen:
            case Card():
                self.replace(number, chosen)
            case "chart" | "target" | "inspect":
                self._wanted_by(chosen).emit(self.rows[number])
            case "why" | "matters" | "takes":
                self.question_wanted.emit(chosen, self.rows[number])
            case "outcome":
                self.ask_for(number)
            case "more":
                self.ask_for_more()
            case "left":
                self.put(number, number - 1)
            case "right":
                self.put(number, number + 1)
            case "remove":
                self.replace(number)
            case other:
                assert_never(other)

    def _wanted_by(self, wish: Literal["chart", "target", "inspect"]) -> SignalInstance:
        """Return the signal that tells others of a wish."""
        return {
            "chart": self.opened,
            "target": self.target_wanted,
            "inspect": self.inspection_wanted,
        }[wish]

    def _on_outcome(self, outcome: str) -> None:
        """Take an outcome that was chosen for a card, or for one more."""
        number = self._asked_for
        rows = (*self.rows[:number], Card(outcome), *self.rows[number + 1 :])
        self.choose(rows)

    def _on_dragged(self, place: QPoint) -> None:
        """Let a card take the place of the one that the hand has reached."""
        there, number = self.mapFromGlobal(place), self._number()
        reached = (n for n, each in enumerate(self.cards) if each.geometry().contains(there))
        self.put(number, next(reached, number))

    def _on_shifted(self, by: int) -> None:
        number = self._number()
        self.put(number, number + by)

    def _on_removal(self) -> None:
        self.replace(self._number())

    def _form(self) -> None:
        """Give all cards the same lines."""
        for card in self.cards:
            card.set_form(is_low=self._is_low, has_belief=self._has_belief)
        self._fit()
        self._agree()
        self.updateGeometry()

    def _fit(self) -> None:
        """Stand in one row where there is room, else in rows of as many cards each."""
        least = _LEAST_LOW_CARD if self._is_low else _LEAST_CARD
        fewer = (each for each in _FEWER_COLUMNS if self._has_room(each * least, each))
        count = len(self.cards)
        if self._has_room(self._wanted(), count):
            self._arrange(count)
        else:
            rows = ceil(count / min(count, next(fewer, _FEWER_COLUMNS[-1])))
            self._arrange(ceil(count / rows))

    def _wanted(self) -> float:
        """Return the width that all cards need in one row, the gaps between them aside."""
        if self._is_low:
            return _ENOUGH * sum(card.wanted_width() for card in self.cards)
        return _LEAST_CARD * len(self.cards)

    def _has_room(self, width: float, columns: int) -> bool:
        return self.width() >= width + (columns - 1) * self._grid.spacing()

    def _lay_out_again(self) -> None:
        self._columns = 0
        self._shares, self._agreed = [], None
        self._fit()

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for card in self.cards:
            self._grid.removeWidget(card)
        for number, card in enumerate(self.cards):
            is_last = number == len(self.cards) - 1
            span = columns - number % columns if is_last else 1
            self._grid.addWidget(card, number // columns, number % columns, 1, span)
        follow_each_other(self.cards)
        self._keys.refresh()
        self._agree()

    def _agree(self) -> None:
        """Let all cards say the same facts: those that each of them has room for.

        Low cards of one row share its width by what they say, others have the same.
        """
        widths = tuple(card.width() for card in self.cards)
        shapes = tuple(shape_of(card.shown) for card in self.cards)
        asked = (self.width(), self.cards[0].measure, self._columns, widths, shapes)
        if asked != self._agreed:
            self._agreed = asked
            self._agree_anew()

    def _agree_anew(self) -> None:
        measure, said = self.cards[0].measure, [card.shown for card in self.cards]
        if self._is_low and self._columns == len(self.cards):
            room = self.width() - (self._columns - 1) * self._grid.spacing()
            facts, needed = measure.shared(said, room)
            usual = [ceil(_ENOUGH * card.wanted_width()) for card in self.cards]
            shares = [max(pair) for pair in zip(needed, usual, strict=True)]
            if sum(shares) > room:
                shares = needed
        else:
            facts = measure.facts_of([(card.shown, card.width()) for card in self.cards])
            shares = [1] * self._columns
        for card in self.cards:
            card.say(facts)
        if shares != self._shares:
            self._share(shares)

    def _share(self, shares: list[int]) -> None:
        """Give each column its part of the width."""
        self._shares = shares
        for column in range(max(self._grid.columnCount(), len(shares))):
            self._grid.setColumnStretch(column, shares[column] if column < len(shares) else 0)
        self._grid.activate()
