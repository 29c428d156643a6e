"""Ask: cards that answer questions about the scenario on screen, in the place of the charts.

Levers stay live beside it, and so are the cards whose answers follow from the run on screen. It
decides nothing: what is asked about is told it, and what was chosen it passes on. Floor: views.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from ui.engine.answered import Answered
from ui.engine.shown_run import ShownRun
from ui.engine.studies import StudyRunner
from ui.style.theme import Theme
from ui.views.ask.card_menu import AnswerMenu
from ui.views.ask.cards import CARDS, COLUMNS, GAP, seats
from ui.views.ask.head import AskHead
from ui.views.ask.own.card import NumbersCard
from ui.views.ask.study_card import AskParts, StudyCard
from ui.widgets.ask.holding_scroll import HoldingScroll

_ENOUGH: Final = 120
"""Pixels of a card that have to be seen for it to answer."""
_LEAST_HEIGHT: Final = 340
"""Pixels of a card, below which the cards scroll."""


class AskPanel(QWidget):
    """The head and the cards; `closed` tells that the charts are wanted again.

    `report_wanted` carries the answers that are shown, `wished` what is wanted of one of them,
    `failed` the trace of a fault in a study.
    """

    closed = Signal()
    report_wanted = Signal(object)
    wished = Signal(str, object)
    failed = Signal(str)

    def __init__(self, parts: AskParts, about: About, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()
        self.about = about
        self._run: ShownRun | None = None
        self._first = ""
        self._stale: dict[str, None] = {}
        self.setAccessibleName(translate("AskPanel", "Ask"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head = AskHead(parts.workspace, about, parts.theme)
        self.cards: dict[str, StudyCard] = {row.key: row.make(parts) for row in CARDS}
        self._grid = QGridLayout()
        self._lay_out()
        self.head.back_button.clicked.connect(self.closed)
        self.head.report_button.clicked.connect(self._on_report)
        self._menu_of: Answered | None = None
        for card in self.cards.values():
            card.menu_wanted.connect(self._on_menu_wanted)
            card.answer_changed.connect(card.tell_fewer)
            for runner in card.findChildren(StudyRunner):
                runner.failed.connect(card.show_fault)
                runner.failed.connect(self.failed)
                if runner.is_long:
                    runner.waits.connect(card.show_waiting)

    def ask_about(self, about: About) -> None:
        """Answer for another outcome, element or year."""
        self.about = about
        self.head.show_about(about)
        self._tell()

    def show_run(self, run: ShownRun) -> None:
        """Answer of another run."""
        self._run = run
        self.head.show_horizon(run.projection.scenario.last_year)
        self._tell()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""
        self.head.set_theme(theme)
        for card in self.cards.values():
            card.set_theme(theme)

    def take_over(self, before: "AskPanel") -> None:
        """Ask and tell what the panel of another window does."""
        for key, card in self.cards.items():
            card.take_over(before.cards[key])

    def tell_again(self) -> None:
        """Tell the same in the units that hold now: what was chosen and typed stays."""
        for card in self.cards.values():
            card.tell_again()
        self._seat()

    def prefer(self, key: str) -> None:
        """Let a card answer before the others."""
        self._first = key

    def go_to(self, key: str) -> None:
        """Bring a card to the top, keep it there while others take their room, give it the keys."""
        card = self.cards.get(key)
        if card is not None:
            self._grid.activate()
            self._scroll.hold(card)
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            self._catch_up()

    def attach(self, path: Path) -> None:
        """Let the card of own numbers read a table."""
        for card in self.cards.values():
            if isinstance(card, NumbersCard):
                card.attach(path)

    def answers(self) -> tuple[Answered, ...]:
        """Return every answer that is there, in the order of the cards."""
        found = (card.answer() for card in self.cards.values())
        return tuple(each for each in found if each is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the charts with Escape; scroll with the keys that scroll a page."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif not self._scroll.turn(event.key()):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._seat()
        self._grid.activate()
        self._catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def _tell(self) -> None:
        """Let the cards in sight answer; others do when they come into sight."""
        self._stale = {key: None for key in (self._first, *self.cards) if key in self.cards}
        self._catch_up()

    def _catch_up(self) -> None:
        run = self._run
        if run is None or not self.isVisible() or run.scenario.last_year < self.about.year:
            return  # the run of the year that is asked about is still to come
        for key in [each for each in self._stale if self._is_in_sight(self.cards[each])]:
            if key not in self._stale:  # a card that took other room let it answer meanwhile
                continue
            del self._stale[key]
            self.cards[key].show_about(self.about, run)

    def _is_in_sight(self, card: StudyCard) -> bool:
        """Tell whether more than the edge of a card is seen, or it is the one that is wanted."""
        seen = card.visibleRegion().boundingRect().height()
        return card.key == self._first or seen >= min(_ENOUGH, card.height() // 2 + 1)

    def _on_report(self) -> None:
        self.report_wanted.emit(self.answers())

    def _on_menu_wanted(self, place: QPoint) -> None:
        card = self.sender()
        self._menu_of = card.answer() if isinstance(card, StudyCard) else None
        menu = AnswerMenu(self, has_answer=self._menu_of is not None)
        menu.chosen.connect(self._on_wished)
        menu.popup(place)

    def _on_wished(self, wish: str) -> None:
        self.wished.emit(wish, self._menu_of)

    def _seat(self) -> None:
        """Let cards stand beside each other as far as there is room."""
        wanted = [row.columns for row in CARDS]
        least = [card.minimumSizeHint().width() for card in self.cards.values()]
        room = self.width() - self._scroll.verticalScrollBar().sizeHint().width()
        for card, seat in zip(self.cards.values(), seats(wanted, least, room), strict=True):
            self._grid.addWidget(card, seat.row, seat.column, 1, seat.columns)
            self._grid.setRowMinimumHeight(seat.row, _LEAST_HEIGHT)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setLayout(self._grid)
        page.setAutoFillBackground(False)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._scroll = HoldingScroll()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(page)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.verticalScrollBar().valueChanged.connect(self._catch_up)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.head)
        layout.addWidget(self._scroll, 1)
