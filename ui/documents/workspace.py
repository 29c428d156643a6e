"""The open documents: in which order, which one is on screen, which are drawn and in what color.

There is always at least one. It asks no questions and knows no files: whoever closes a document
has asked before.
"""

from dataclasses import dataclass
from itertools import count
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoGroup

from planner.model.scenario import Scenario
from ui.documents.document import BASELINE_TITLE, Document, Place, title_of_new

COLORS: Final = (0, 1, 2, 3, 4, 5, 6, 7)
"""Numbers of data colors. A document keeps its own, so that two charts show it alike."""
DRAWN_AT_MOST: Final = len(COLORS) - 1
"""So that the one on screen has a color too, whichever it is."""


@dataclass(slots=True)
class _Seat:
    document: Document
    color: int
    is_drawn: bool


class Workspace(QObject):
    """Documents as children, with one undo group; `listed` tells that what a list shows changed."""

    opened = Signal(object)
    closing = Signal(object)
    switched = Signal(object)
    listed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_group = QUndoGroup(self)
        self._seats: list[_Seat] = []
        self._told: tuple[object, ...] = ()
        self._current = self._seated()
        self.undo_group.setActiveStack(self._current.undo_stack)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The open documents, in order."""
        return tuple(seat.document for seat in self._seats)

    @property
    def current(self) -> Document:
        """The document on screen."""
        return self._current

    def color(self, document: Document) -> int:
        """Return the number of a document's data color."""
        return self._seat(document).color

    def is_drawn(self, document: Document) -> bool:
        """Tell whether a document is on the charts; the one on screen always is."""
        return document is self._current or self._seat(document).is_drawn

    def others_drawn(self) -> tuple[Document, ...]:
        """Return the documents that are drawn beside the one on screen, in order."""
        return tuple(d for d in self.documents if d is not self._current and self.is_drawn(d))

    def draw(self, document: Document, drawn: bool) -> bool:
        """Draw a document beside the current one, or not; False when there is no color left."""
        if drawn and not self._seat(document).is_drawn:
            if not self._has_room():
                return False
            self._recolor(document)
        self._seat(document).is_drawn = drawn
        self._tell()
        return True

    def open(
        self, scenario: Scenario | None = None, place: Place | None = None, *, anew: bool = False
    ) -> Document:
        """Put a scenario on screen: in a document that nobody has touched, or `anew` in its own."""
        untouched = (each for each in self.documents if each.is_untouched)
        found = None if anew else next(untouched, None)
        document = found or self._seated()
        if scenario is not None:
            document.replace(scenario, place=place)
        if found is None:
            self.opened.emit(document)
        self.switch(document)
        self._tell()
        return document

    def switch(self, document: Document) -> None:
        """Put an open document on screen."""
        if document is self._current:
            return
        self._current.edit("", self._current.scenario)
        self._current = document
        self._recolor(document)
        self.undo_group.setActiveStack(document.undo_stack)
        self.switched.emit(document)
        self._tell()

    def close(self, document: Document) -> None:
        """Drop a document and all it knows; after the last one there is a new baseline."""
        place = self.documents.index(document)
        if len(self._seats) == 1:
            self.opened.emit(self._seated())
        if document is self._current:
            rest = [each for each in self.documents if each is not document]
            self.switch(rest[min(place, len(rest) - 1)])
        self.closing.emit(document)
        del self._seats[place]
        self.undo_group.removeStack(document.undo_stack)
        document.deleteLater()
        self._tell()

    def _tell(self) -> None:
        """Tell that the list changed, if it did: while a slider moves it does not."""
        told = tuple(
            (s.document, s.document.scenario.title, s.document.place, s.document.is_dirty)
            for s in self._seats
        )
        looks = tuple((seat.color, seat.is_drawn) for seat in self._seats)
        if (told, looks, self._current) != self._told:
            self._told = (told, looks, self._current)
            self.listed.emit()

    def _seat(self, document: Document) -> _Seat:
        return next(seat for seat in self._seats if seat.document is document)

    def _seated(self) -> Document:
        document = Document(self, self._free_number())
        self._seats.append(_Seat(document, self._free_color(), self._has_room()))
        self.undo_group.addStack(document.undo_stack)
        document.title_changed.connect(self._tell)
        document.dirty_changed.connect(self._tell)
        document.place_changed.connect(self._tell)
        return document

    def _has_room(self) -> bool:
        """Tell whether one more scenario could be told apart, whichever is on screen."""
        return sum(seat.is_drawn for seat in self._seats) < DRAWN_AT_MOST

    def _free_number(self) -> int:
        """Return the least number whose title of a new scenario is not in use."""
        taken = {each.scenario.title for each in self.documents}
        taken |= {d.title_of_changed for d in self.documents if d.scenario.title == BASELINE_TITLE}
        return next(number for number in count(1) if title_of_new(number) not in taken)

    def _free_color(self) -> int:
        taken = [seat.color for seat in self._seats]
        return min(COLORS, key=taken.count)

    def _recolor(self, document: Document) -> None:
        """Give a document a color of its own among those that are drawn."""
        drawn = (each for each in self.documents if self.is_drawn(each))
        taken = {self.color(each) for each in drawn if each is not document}
        seat = self._seat(document)
        if seat.color in taken:
            seat.color = next(color for color in COLORS if color not in taken)
