"""The open documents: in which order, which one is on screen, which are drawn and in what color.

There is always at least one, and one at most stands for the baseline, which a list shows before
all scenarios. It asks no questions and knows no files: whoever closes a document has asked before.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoGroup

from planner.model.scenario import Scenario
from planner.quantities.told.titles import BASELINE_TITLE
from ui.documents.document import Document, Place, title_of_new
from ui.documents.listing.listed import Listing, OpenScenario
from ui.documents.listing.naming import Titled, names_of

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
    """Documents as children, with one undo group; `listed` tells that what a list shows changed.

    `changed_beside` tells that a document changed that is not on screen, `settled_beside` that a
    hand on it has come to rest.
    """

    opened = Signal(object)
    closing = Signal(object)
    switched = Signal(object)
    listed = Signal()
    reference_closed = Signal(str)
    changed_beside = Signal(object)
    settled_beside = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_group = QUndoGroup(self)
        self._seats: list[_Seat] = []
        self._told: tuple[object, ...] = ()
        self._names: dict[Document, str] = {}
        self._compared: Document | None = None
        self._current = Document(self)
        self._seat_down(self._current)
        self.undo_group.setActiveStack(self._current.undo_stack)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The open documents, in order."""
        return tuple(seat.document for seat in self._seats)

    @property
    def current(self) -> Document:
        """The document on screen."""
        return self._current

    @property
    def baseline(self) -> Document | None:
        """The document that stands for the baseline, None where each is a scenario."""
        if self._current.is_baseline:
            return self._current
        return next((each for each in self.documents if each.is_baseline), None)

    @property
    def scenarios(self) -> tuple[Document, ...]:
        """The open documents that are scenarios of a user's, in order."""
        baseline = self.baseline
        return tuple(each for each in self.documents if each is not baseline)

    @property
    def compared(self) -> Document | None:
        """The scenario that others are held against, None for the baseline."""
        return self._compared if self._compared in self.scenarios else None

    def name(self, document: Document) -> str:
        """Return what a document is called, which no other one is."""
        return self._names.get(document, document.scenario.title)

    def listing(self) -> Listing:
        """Return all that is open as it is now."""
        return Listing(
            tuple(map(self._listed, self.scenarios)),
            "" if self._current is self.baseline else self._current.key,
            "" if self.compared is None else self.compared.key,
        )

    def color(self, document: Document) -> int:
        """Return the number of a document's data color; the baseline has what others leave."""
        if document is self.baseline:
            taken = {seat.color for seat in self._seats if seat.document in self.others_drawn()}
            return next((each for each in reversed(COLORS) if each not in taken), COLORS[-1])
        return self._seat(document).color

    def is_drawn(self, document: Document) -> bool:
        """Tell whether a document is on the charts; those that must be are, whatever is checked.

        These are the one on screen and the one that others are held against.
        """
        must_be = document in (self._current, self._compared)
        return must_be or self._seat(document).is_drawn

    def others_drawn(self) -> tuple[Document, ...]:
        """Return the documents that are drawn beside the one on screen, in order."""
        others = (each for each in self.scenarios if each is not self._current)
        return tuple(each for each in others if self.is_drawn(each))

    def undo_in(self, document: Document) -> None:
        """Let undo and redo act on a document, until that on screen changes or another one is."""
        self.undo_group.setActiveStack(document.undo_stack)

    @property
    def is_moving(self) -> bool:
        """Whether a hand is on a slider of a document that is drawn."""
        return any(each.is_moving for each in (self._current, *self.others_drawn()))

    def draw(self, document: Document, drawn: bool) -> bool:
        """Draw a document beside the current one, or not; False when there is no color left."""
        if drawn and not self._seat(document).is_drawn:
            if not self._has_room():
                return False
            self._recolor(document)
        self._seat(document).is_drawn = drawn
        self._tell()
        return True

    def draw_only(self, document: Document | None) -> None:
        """Bring a document on screen, None for the baseline, and draw no other one."""
        for seat in self._seats:
            seat.is_drawn = seat.document is document or seat.document.is_baseline
        if document is not self._compared:
            self._compared = None
        self.show(document)
        self._tell()

    def compare_with(self, document: Document | None) -> bool:
        """Hold all others against a document, None for the baseline; False without a color."""
        if document is self.baseline:
            document = None
        if document is not None and not self.draw(document, True):
            return False
        self._compared = document
        self._tell()
        return True

    def move(self, document: Document, place: int) -> None:
        """Give a scenario another place among the scenarios, counted from 0."""
        others = [each for each in self.scenarios if each is not document]
        place = min(max(place, 0), len(others))
        behind = self._seat(others[place]) if place < len(others) else None
        seat = self._seat(document)
        self._seats.remove(seat)
        self._seats.insert(len(self._seats) if behind is None else self._seats.index(behind), seat)
        self._tell()

    def paint(self, document: Document, color: int) -> None:
        """Give a document a color; whichever has it takes the one that is given up."""
        seat = self._seat(document)
        for other in self._seats:
            if other.color == color:
                other.color = seat.color
        seat.color = color
        self._tell()

    def paint_all(self, colors: Mapping[Document, int]) -> None:
        """Give documents their colors, but none that another document has."""
        others = [seat.color for seat in self._seats if seat.document not in colors]
        for document, color in colors.items():
            if color not in others:
                self.paint(document, color)

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

    def begin(self) -> Document:
        """Put a new scenario on screen, which is as the baseline yet but for its title."""
        document = self.open()
        document.replace(Scenario(title=document.title_of_changed))
        return document

    def show(self, document: Document | None) -> None:
        """Put an open document on screen; None stands for the baseline, opened if need be."""
        document = document or self.baseline
        if document is None:
            self.open(anew=True)
        else:
            self.switch(document)

    def switch(self, document: Document) -> None:
        """Put an open document on screen."""
        if document is self._current:
            return
        self._current.edit(str, self._current.scenario)
        self._put_on_screen(document)
        self._tell()

    def _put_on_screen(self, document: Document) -> None:
        self._current = document
        self._recolor(document)
        self.undo_group.setActiveStack(document.undo_stack)
        self.switched.emit(document)

    def stand_in(self, document: Document, *, on_screen: bool = True) -> Document:
        """Put another document in the place of an open one, to be looked at for a while.

        It has its title, its color and its seat, and a history of its own; what is changed in it
        is kept nowhere. `stand_back` gives the place back. It comes on screen unless it is to be
        seen beside another.
        """
        seat, made = self._seat(document), Document(self)
        made.replace(document.scenario)
        seat.document = made
        self._follow(made)
        if self._compared is document:
            self._compared = made
        if on_screen:
            self.switch(made)
        self._tell()
        return made

    def stand_back(self, made: Document, document: Document) -> None:
        """Put a document back in its place, and drop the one that stood there."""
        self._seat(made).document = document
        if self._compared is made:
            self._compared = document
        if self._current is made:
            self._put_on_screen(document)
        self.undo_group.removeStack(made.undo_stack)
        self.undo_in(self._current)
        made.deleteLater()
        self._tell()

    def close(self, document: Document) -> None:
        """Drop a document and all it knows; after the last one there is a new baseline."""
        place = self.documents.index(document)
        if len(self._seats) == 1:
            self.opened.emit(self._seated())
        if document is self._current:
            rest = [each for each in self.documents if each is not document]
            self.switch(rest[min(place, len(rest) - 1)])
        name, was_compared = self.name(document), document is self._compared
        if was_compared:
            self._compared = None
        self.closing.emit(document)
        del self._seats[place]
        self.undo_group.removeStack(document.undo_stack)
        self.undo_in(self._current)
        if self.baseline is not None:
            self._seat(self.baseline).color = self._free_color()
        document.deleteLater()
        self._tell()
        if was_compared:
            self.reference_closed.emit(name)

    def _tell(self) -> None:
        """Tell that the list changed, if it did: while a slider moves it does not."""
        told = tuple(
            (s.document, s.document.scenario.title, s.document.place, s.document.is_dirty)
            for s in self._seats
        )
        looks = tuple((seat.color, seat.is_drawn) for seat in self._seats)
        chosen = (self._current, self.compared, self.baseline)
        if (told, looks, chosen) != self._told:
            self._told = (told, looks, chosen)
            self._name_all()
            self.listed.emit()

    def _name_all(self) -> None:
        """Find names for all, which are different."""
        scenarios, baseline = self.scenarios, self.baseline
        titled = [Titled(_title_in_list(each), each.path) for each in scenarios]
        names = names_of(titled, taken=[BASELINE_TITLE])
        self._names = dict(zip(scenarios, names, strict=True))
        if baseline is not None:
            self._names[baseline] = BASELINE_TITLE

    def _listed(self, document: Document) -> OpenScenario:
        seat = self._seat(document)
        return OpenScenario(
            document.key,
            self.name(document),
            document.scenario,
            document.path,
            seat.color,
            self.is_drawn(document),
            document.is_dirty,
        )

    def _on_changed(self) -> None:
        document = self.sender()
        if document is self._current:
            self.undo_in(self._current)
        else:
            self.changed_beside.emit(document)

    def _on_settled(self) -> None:
        document = self.sender()
        if document is not self._current:
            self.settled_beside.emit(document)

    def _on_title_changed(self) -> None:
        """Let what is no baseline any more have a color of its own."""
        document = self.sender()
        if isinstance(document, Document) and self.is_drawn(document):
            self._recolor(document)
        self._tell()

    def _seat(self, document: Document) -> _Seat:
        return next(seat for seat in self._seats if seat.document is document)

    def _seated(self) -> Document:
        document = Document(self, self._free_number())
        self._seat_down(document)
        return document

    def _seat_down(self, document: Document) -> None:
        self._seats.append(_Seat(document, self._free_color(), self._has_room()))
        self._follow(document)

    def _follow(self, document: Document) -> None:
        self.undo_group.addStack(document.undo_stack)
        document.changed.connect(self._on_changed)
        document.settled.connect(self._on_settled)
        document.title_changed.connect(self._on_title_changed)
        document.dirty_changed.connect(self._tell)
        document.place_changed.connect(self._tell)

    def _has_room(self) -> bool:
        """Tell whether one more scenario could be told apart, whichever is on screen."""
        drawn = (seat for seat in self._seats if seat.is_drawn)
        return sum(seat.document is not self.baseline for seat in drawn) < DRAWN_AT_MOST

    def _free_number(self) -> int:
        """Return the least number whose title of a new scenario is not in use."""
        taken = {each.scenario.title for each in self.documents}
        taken |= {d.title_of_changed for d in self.documents if d.scenario.title == BASELINE_TITLE}
        return next(number for number in count(1) if title_of_new(number) not in taken)

    def _free_color(self) -> int:
        """Return the first color that the fewest scenarios have; the baseline takes none away."""
        taken = [self._seat(each).color for each in self.scenarios]
        return min(COLORS, key=taken.count)

    def _recolor(self, document: Document) -> None:
        """Give a document a color of its own among those that are drawn."""
        drawn = (each for each in self.scenarios if self.is_drawn(each))
        taken = {self._seat(each).color for each in drawn if each is not document}
        seat = self._seat(document)
        if seat.color in taken:
            seat.color = next((each for each in COLORS if each not in taken), seat.color)


def _title_in_list(document: Document) -> str:
    """Return a scenario's title; one that is as the baseline again keeps the name it had."""
    return document.title_of_changed if document.is_baseline else document.scenario.title
