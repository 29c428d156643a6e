"""The card "Which future is this?": futures as thin lines, one of them picked by a click.

A future keeps its number while levers move, and its line follows the hand: what the levers do in
this one. Its rank is told again when the hand rests. Pinned, it is a scenario of its own, whose
assumptions are what the future draws. Floor: views.
"""

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout

from planner.ensemble.progress import Steps
from planner.ensemble.projection import Projection, Series
from planner.model.scenario import Scenario
from planner.quantities.told.lists import as_sentence
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.future.futures import FutureError, Futures, futures_of
from planner.studies.future.one import OneFuture, number_at, number_beside, one_future
from planner.studies.future.pinned import moved_in, pinned, title_of
from ui.charts.futures.drawing import future_lines, with_own
from ui.charts.futures.view import FuturesView
from ui.documents.document import Place
from ui.engine.answered import Answered
from ui.engine.shown_run import ShownRun
from ui.print.answers.drawn import with_lines
from ui.style.theme import Theme
from ui.views.ask.future.unusual import UnusualDraws
from ui.views.ask.study_card import AskParts, StudyCard
from ui.wording.answers.future import KEY, answer_of, card_line, moved_sentence, rank_and_gain

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

_USUAL: Final = 0.5
_STEP: Final = 0.05
"""Share of all futures by which the links go to a lower or a higher one."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The futures that are wanted: of a scenario, about an outcome, held against another one."""

    scenario: Scenario
    about: About
    against: Scenario | None

    def steps(self, engine: "Projector") -> Steps[Futures]:
        """Return the study."""
        return futures_of(engine, self.scenario, self.about, self.against)


@dataclass(frozen=True, slots=True, eq=False)
class Moved:
    """The picked future under levers that move: two lines, the second without the levers."""

    scenario: Scenario
    level: Series
    gain: Series


class FutureCard(StudyCard):
    """Shows futures, tells of one, steps to others, and opens one as a scenario."""

    key = KEY
    CHOSEN = ("_number", "_own")
    FOUND = ("found", "one", "_wanted")

    def __init__(self, parts: AskParts) -> None:
        title = translate("FutureCard", "Which future is this?")
        super().__init__(title, parts)
        self.found: Futures | None = None
        self.one: OneFuture | None = None
        self._number: int | None = None
        self._wanted: Wanted | None = None
        self._theme, self._own = parts.theme, 0
        self._whole = parts.studies.runner("live", self, FutureError)
        self._moving = parts.studies.runner("live", self, FutureError)
        self.chart = FuturesView(parts.theme)
        self.unusual = UnusualDraws()
        self._fill_body()
        self._connect()

    def show_about(self, about: About, run: ShownRun) -> None:
        """Show the futures of a run; while a hand moves, only the one that was picked."""
        self._own = run.own
        is_paired = run.reference is not None and run.reference_of(run.projection).is_paired
        against = run.reference.scenario if run.reference is not None and is_paired else None
        wanted = Wanted(replace(run.scenario, targets=()), about, against)
        if wanted == self._wanted and self.found is not None:
            return
        is_same = self._wanted is not None and self._wanted.about == about
        if self.is_moving and is_same and self.found is not None and self._number is not None:
            self._moving.ask(partial(_moved, self.found, self._number, run.scenario))
            return
        self._wanted = wanted
        self._moving.cancel()
        self._whole.ask(wanted.steps, cut=True)

    def answer(self) -> Answered | None:
        """Return what is told of the future that was picked."""
        if self.found is None or self.one is None or self.chart.drawing is None:
            return None
        told = answer_of(self.found, self.one)
        return with_lines(told, self.chart.drawing, self._own)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""
        self._theme = theme
        self.chart.set_theme(theme, self._color)

    def tell_again(self) -> None:
        if self.found is not None:
            self.chart.drawing = None  # its lines are in the units of before
            self._tell()

    def pick(self, number: int) -> None:
        """Tell of another future."""
        self._number = number
        self._tell()

    def pin(self) -> None:
        """Open the future as a scenario of its own, which can be played with and saved."""
        if self.found is None or self.one is None:
            return
        number = self.one.number
        made = replace(pinned(self.found, number), title=title_of(self.found, number))
        self.parts.workspace.open(anew=True).restore(made, Scenario(), Place())
        self.parts.tell(
            translate("FutureCard", "Future {number} is a scenario now").format(number=number)
        )

    @property
    def _color(self) -> str:
        return _color_of(self._theme, self._own)

    def _tell(self) -> None:
        """Show the lines and what is told of the one that was picked."""
        found = self.found
        if found is None:
            return
        self.one = self._one_of(found)
        self._number = self.one.number
        said = rank_and_gain(self.one, found.about, found.against)
        before = self.chart.drawing
        drawing = future_lines(found, self.one.number, before)
        self.show_blank("")
        self.show_state(translate("FutureCard", "live"))
        self.show_line(card_line(found))
        self.show_sentence(said)
        self.chart.show_drawing(drawing, self._color, said)
        self.unusual.show_draws(self.one.unusual)
        self.answer_changed.emit()

    def _one_of(self, found: Futures) -> OneFuture:
        """Return the future that was picked, the one in the middle where that is gone."""
        if self._number is not None:
            try:
                return one_future(found, self._number)
            except FutureError:
                self._number = None
        return one_future(found, number_at(found, _USUAL))

    def _step(self, by: int) -> None:
        if self.found is not None and self.one is not None:
            self.pick(number_beside(self.found, self.one.number, by))

    def _on_computed(self, found: Futures) -> None:
        self.found = found
        self._tell()

    def _on_moved(self, moved: Moved) -> None:
        """Show what the levers do in the future that was picked, while they move."""
        drawing, found = self.chart.drawing, self.found
        if drawing is None or found is None or self._number is None:
            return
        level, gain = moved.level.center, moved.gain.center
        said = moved_sentence(self._number, float(level[found.about.month]), found.about)
        self.show_sentence(said)
        self.chart.show_drawing(with_own(drawing, level, level - gain), self._color, said)

    def _on_refused(self, why: str) -> None:
        self.found = self.one = None
        self.show_state("")
        self.show_line("")
        self.show_blank(as_sentence(why))
        self.answer_changed.emit()

    def _on_lower(self) -> None:
        self._step(-self._by)

    def _on_higher(self) -> None:
        self._step(self._by)

    @property
    def _by(self) -> int:
        return 1 if self.found is None else max(1, round(_STEP * self.found.count))

    def _connect(self) -> None:
        self._whole.computed.connect(self._on_computed)
        self._whole.refused.connect(self._on_refused)
        self._moving.computed.connect(self._on_moved)
        self.chart.picked.connect(self.pick)
        self.chart.stepped.connect(self._step)
        self.unusual.chosen.connect(self.control_wanted)
        self.links["lower"].clicked.connect(self._on_lower)
        self.links["higher"].clicked.connect(self._on_higher)
        self.links["pin"].clicked.connect(self.pin)

    def _fill_body(self) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self.chart, 1)
        beside.addWidget(self.unusual, 1)
        self.body.addLayout(beside)
        tip = translate(
            "FutureCard", "The future that ranks one in twenty lower; Down in the chart: the next"
        )
        self.add_link("lower", translate("FutureCard", "Lower"), tip)
        tip = translate(
            "FutureCard", "The future that ranks one in twenty higher; Up in the chart: the next"
        )
        self.add_link("higher", translate("FutureCard", "Higher"), tip)
        tip = translate(
            "FutureCard", "Open a scenario whose assumptions are what this future draws"
        )
        self.add_link("pin", translate("FutureCard", "Pin as scenario"), tip)


def _moved(found: Futures, number: int, scenario: Scenario, engine: "Projector") -> Steps[Moved]:
    """Run one future under the levers of a scenario."""
    held = moved_in(found, number, scenario)
    level, gain = found.about.request(), found.about.request("difference")
    run: Projection = yield from engine.steps(held, (level, gain), bands=False)
    return Moved(scenario, run.series[level], run.series[gain])


def _color_of(theme: Theme, own: int) -> str:
    return theme.data[own % len(theme.data)]
