"""The card that tells when a scenario fails: the assumptions under which it misses its targets.

Without a target of its own, missed means below the median of the run on screen. It answers once
the hand rests, and computes nothing: that does `planner.studies.discover`. Floor: views.
"""

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Final

from planner.ensemble.progress import Steps
from planner.model.scenario import Scenario
from planner.model.targets.target import Target, years_judged
from planner.quantities.told.lists import as_sentence
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.discover.discovering import DiscoverError, discovering
from planner.studies.discover.discovery import Discovery
from ui.charts.worlds.miss_boxes import MissBoxes
from ui.charts.worlds.view import PictureView
from ui.engine.answered import Answered
from ui.engine.shown_run import ShownRun
from ui.print.answers.drawn import of_worlds
from ui.style.theme import Theme
from ui.views.ask.study_card import AskParts, StudyCard
from ui.wording.answers.discover import answer_of, card_line, sentence

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

_DIGITS: Final = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """A scenario and what its futures are to meet."""

    scenario: Scenario
    targets: tuple[Target, ...]

    def steps(self, engine: "Projector") -> Steps[Discovery]:
        """Return the study."""
        return discovering(engine, self.scenario, self.targets)


class DiscoverCard(StudyCard):
    """Tells in which futures the scenario on screen misses its targets."""

    key = "discover"
    FOUND = ("found", "_wanted")

    def __init__(self, parts: AskParts) -> None:
        title = translate("DiscoverCard", "When does it fail?")
        super().__init__(title, parts)
        self.found: Discovery | None = None
        self._wanted: Wanted | None = None
        self._runner = parts.studies.runner("long", self, DiscoverError)
        self.boxes = PictureView(
            translate("DiscoverCard", "Assumptions under which targets are missed"), parts.theme
        )
        self.body.addWidget(self.boxes)
        self.boxes.control_wanted.connect(self.control_wanted)
        self._runner.computed.connect(self._on_computed)
        self._runner.progressed.connect(self.show_progress)
        self._runner.refused.connect(self._on_refused)
        self.canceled.connect(self._on_canceled)

    def show_about(self, about: About, run: ShownRun) -> None:
        """Tell of the scenario on screen, unless that is told already."""
        wanted = Wanted(run.scenario, _targets(about, run))
        if self.is_moving:
            self._runner.cancel()
            self._wanted = None
            self.show_state(translate("DiscoverCard", "when the hand rests"))
        elif wanted == self._wanted:
            return
        elif wanted.targets:
            self._wanted = wanted
            self.show_progress(0.0)
            self._runner.ask(wanted.steps, cut=True)
        else:
            self._runner.cancel()
            self._wanted = wanted
            self._show_nothing(
                translate("DiscoverCard", "There is no target, and the outcome has no number here.")
            )

    def answer(self) -> Answered | None:
        """Return the boxes that are shown."""
        picture = self.boxes.picture
        if self.found is None or picture is None:
            return None
        return of_worlds(answer_of(self.found), picture)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""
        self.boxes.set_theme(theme)

    def tell_again(self) -> None:
        if self.found is not None:
            self._show(self.found)

    def _show_nothing(self, text: str) -> None:
        self.found = None
        self.show_state("")
        self.show_line("")
        self.show_blank(text)
        self.answer_changed.emit()

    def _on_computed(self, found: Discovery) -> None:
        self.found = found
        self.show_blank("")
        self.show_state("")
        self._show(found)

    def _show(self, found: Discovery) -> None:
        line = card_line(found)
        if self._wanted is not None and not self._wanted.scenario.targets:
            line = translate("DiscoverCard", "{line} (median; no target set)").format(line=line)
        self.show_line(line)
        self.boxes.show_picture(MissBoxes(found))
        self.show_sentence(sentence(found))
        self.answer_changed.emit()

    def _on_refused(self, why: str) -> None:
        self._show_nothing(as_sentence(why))

    def _on_canceled(self) -> None:
        self._runner.cancel()
        self._wanted = None
        self.show_state(translate("DiscoverCard", "canceled"))


def _targets(about: About, run: ShownRun) -> tuple[Target, ...]:
    """Return the targets of the scenario on screen, or that its outcome is at least the median."""
    last = run.scenario.last_year
    own = tuple(each for each in run.scenario.targets if years_judged(each, last))
    if own:
        return own
    series = run.projection.series.get(about.request())
    if series is None or about.month >= len(series.line):
        return ()
    level = float(series.line[about.month])
    if not isfinite(level):
        return ()
    rounded = float(f"{level:.{_DIGITS}g}")
    return (Target(about.outcome, "at least", rounded, about.element, about.year),)
