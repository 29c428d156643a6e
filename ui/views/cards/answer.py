"""Under the cards: the answer in sentences, and what all other places lose or gain. Floor: views.

It follows the run, the year, the places and the cards; what it says is worked out in
`ui.wording.sentences`.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from planner.ensemble.projection import Request
from planner.quantities.told.lists import sentences
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.cards import GENERAL, Card, element_of
from planner.studies.explain.behind import known_behind
from planner.studies.key_figures import Pair
from ui.engine.shown_run import ShownRun
from ui.views.area_choice import AreaChoice
from ui.views.others_line import OthersLine
from ui.widgets.cards.cuts import MORE
from ui.widgets.cards.sentences import Sentences
from ui.wording.figures.units import outcome_told
from ui.wording.sentences.paragraph import (
    Told,
    asked_first,
    changes_of,
    first_in_short,
    paragraph,
    paragraph_requests,
    requests_of_places,
)

PAUSE_MS: Final = 100
"""How long words may stand while a hand moves."""
_GAP = 6


class AnswerLines(QWidget):
    """The sentences with a way to their reasons, and the line on other places.

    `why_wanted` carries what is told first, of which somebody wants to know why; `reasons_wanted`
    the changes of a run that stays of which it is not known what is behind them: it is said once
    they are remembered, when told to `tell_again`, which `told_again` passes on.
    """

    why_wanted = Signal(object)
    reasons_wanted = Signal(object)
    told_again = Signal()

    def __init__(self, areas: AreaChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._areas = areas
        self._cards: tuple[Card, ...] = GENERAL
        self._run: ShownRun | None = None
        self._year = 0
        self._beside: tuple[Pair, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._follow)
        self.others = OthersLine(areas)
        self.sentences = Sentences()
        self.sentences.setAccessibleName(translate("AnswerLines", "In words"))
        self.why_button = QToolButton()
        self.why_button.setProperty("look", "link")
        self.why_button.setText(translate("AnswerLines", "Why?"))
        self.why_button.setToolTip(
            translate("AnswerLines", "The part of each changed lever, path and assumption")
        )
        self.why_button.clicked.connect(self._on_why)
        self.more_button = self._make_more()
        self._lay_out()
        areas.changed.connect(self._tell)
        self._tell()

    def requests(self) -> tuple[Request, ...]:
        """Return all that is told of when no hand moves."""
        return (*self.others.levels(), *paragraph_requests(self._areas.chosen))

    def seen(self) -> tuple[Request, ...]:
        """Return the series whose futures are told of while a hand moves, too."""
        return (*self.others.requests(), *requests_of_places(self._areas.chosen))

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Tell of what the cards are about."""
        self._cards = tuple(cards)
        self.others.show_cards(cards)
        self._tell()

    def show_run(self, run: ShownRun | None) -> None:
        """Tell of a run; of none the sentences say nothing.

        While a hand moves the picture comes first: words follow it as often as they can be read.
        """
        self._run = run
        if run is None or run.is_whole:
            self._pause.stop()
            self._follow()
        elif not self._pause.isActive():
            self._pause.start()

    def show_year(self, year: int) -> None:
        """Tell of December of a year."""
        self._year = year
        self.others.show_year(year)
        self._tell()

    def set_low(self, is_low: bool) -> None:
        """Take one line, or two."""
        self.sentences.set_low(is_low)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what is cut with a click on it, and close it again."""
        is_left = event.button() == Qt.MouseButton.LeftButton
        if (
            is_left
            and not self.more_button.isHidden()
            and self.rect().contains(event.position().toPoint())
        ):
            self.more_button.click()
        super().mouseReleaseEvent(event)

    def _make_more(self) -> QToolButton:
        """Return what opens sentences that are cut; its place is kept while none is."""
        button = QToolButton()
        button.setProperty("look", "link")
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
        button.clicked.connect(self._on_more)
        for part in (self.sentences, self.others):
            part.fitted.connect(self._offer_more)
        return button

    def _on_more(self) -> None:
        is_open = not self.sentences.is_open
        for part in (self.sentences, self.others):
            part.set_open(is_open)
        self._offer_more()

    def _offer_more(self) -> None:
        """Offer to open what is cut, and to close what is open."""
        is_open = self.sentences.is_open
        is_cut = not self.sentences.is_whole or not (self.others.isHidden() or self.others.is_whole)
        self.more_button.setText(
            translate("AnswerLines", "Less") if is_open else translate("AnswerLines", "More")
        )
        self.more_button.setToolTip(
            translate("AnswerLines", "Back to the first lines")
            if is_open
            else translate("AnswerLines", "The whole text; a click on it does the same")
        )
        self.more_button.setVisible(is_open or is_cut)

    def _on_why(self) -> None:
        pair = None if self._run is None else asked_first(self._told(self._run))
        if pair is not None:
            self.why_wanted.emit(About(*pair, self._year))

    def _follow(self) -> None:
        if self._run is not None:
            self.others.show_run(self._run)
        self._tell()

    def _tell(self) -> None:
        run = self._run
        self.why_button.setVisible(run is not None and run.has_other_levers)
        said = () if run is None else paragraph(self._with_reasons(run))
        moving = run is not None and not run.is_whole
        self.sentences.show_text(sentences(said), moving=moving, shorter=self._shorter(said))
        if not moving:
            self._offer_more()

    def _shorter(self, said: Sequence[str]) -> tuple[str, ...]:
        """Return the first sentence in fewer words, with dots for the others, and without."""
        run = self._run
        first = "" if run is None else first_in_short(self._told(run))
        return (sentences((first, MORE)), first) if first and len(said) > 1 else (first,)

    def tell_again(self) -> None:
        """Say what has become known meanwhile."""
        self._tell()
        self.told_again.emit()

    def ask_beside(self, *pairs: Pair) -> None:
        """Want to know, too, whether changes survive that are told elsewhere."""
        self._beside = pairs
        self._tell()

    def _with_reasons(self, run: ShownRun) -> Told:
        """Return what is told, once the run stays with what is behind its changes."""
        told = self._told(run)
        if not run.is_whole:
            return told
        changes = changes_of(told)
        beside = changes_of(replace(told, pairs=self._beside, areas=())) if self._beside else ()
        wanted = tuple(dict.fromkeys((*changes, *beside)))
        if len(known_behind(wanted)) < len(wanted):
            self.reasons_wanted.emit(wanted)
        return replace(told, behind=known_behind(changes))

    def _told(self, run: ShownRun) -> Told:
        areas = self._areas.chosen
        pairs = tuple(
            (outcome_told(card.outcome), element_of(card, areas))
            for card in self._cards
            if card.year in (None, self._year)
        )
        reference = run.reference_of(run.projection)
        return Told(
            run.projection, run.below, reference, self._year, pairs, areas, tells_others=False
        )

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setProperty("look", "card")
        line = QHBoxLayout(frame)
        line.setContentsMargins(10, 4, 10, 4)
        line.setSpacing(12)
        line.addWidget(self.sentences, 1)
        line.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.why_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(frame)
        layout.addWidget(self.others)
        self.setTabOrder(self.more_button, self.why_button)
