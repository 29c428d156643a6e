"""The card that says why an outcome changed: a waterfall or its table, and one sentence.

Up to three changed inputs it follows the hand, with fewer futures while that moves; up to six it
answers at once when the hand rests, and tells later what variants of the model turn; with
more it is long work. It computes nothing: that does `planner.studies.explain`. Floor: views.
"""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from planner.ensemble.progress import Steps
from planner.ensemble.projection import inputs_of
from planner.model.scenario import Scenario
from planner.quantities.told.lists import as_sentence
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About, AboutError
from planner.studies.explain.changed_inputs import changed_inputs
from planner.studies.explain.explain import ExplainError, explained
from planner.studies.explain.explanation import Explanation
from planner.studies.explain.survival import (
    INPUTS_AT_MOST,
    explained_with_survival,
    with_survival,
)
from ui.charts.waterfall.bars import Waterfall, waterfall_of
from ui.charts.waterfall.view import WaterfallView
from ui.engine.answered import Answered
from ui.engine.shown_run import ShownRun
from ui.print.answers.drawn import with_waterfall
from ui.style.theme import Theme
from ui.views.ask.study_card import AskParts, StudyCard
from ui.widgets.ask.answer_table import AnswerTableView
from ui.wording.answers.explain import card_line, sentence
from ui.wording.answers.explain_answer import KEY, answer_of

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

LIVE_INPUTS: Final = 3
"""So many changed inputs are explained while a hand moves."""
LIVE_FUTURES: Final = 250
REFRESH: Final = 155
"""Milliseconds from one answer to a moving hand to the next: the picture comes first."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be explained: one scenario against another, with few futures while it moves."""

    before: Scenario
    after: Scenario
    about: About
    inputs: int
    is_moving: bool

    @property
    def is_live(self) -> bool:
        """Whether it follows the hand."""
        return self.inputs <= LIVE_INPUTS

    @property
    def is_quick(self) -> bool:
        """Whether it is answered at once when the hand rests."""
        return self.inputs <= INPUTS_AT_MOST

    def steps(self, _engine: "Projector") -> Steps[Explanation]:
        """Return the study; while a hand moves it leaves the other thread to the picture."""
        if self.is_quick and not self.is_live:
            return explained(self.before, self.after, self.about)
        if self.is_moving:
            return explained(self.before, self.after, self.about, futures=LIVE_FUTURES, threads=1)
        return explained_with_survival(self.before, self.after, self.about)


class WhyCard(StudyCard):
    """Explains the difference of the scenario on screen from what it is held against."""

    key = KEY
    FOUND = ("found", "_wanted")

    def __init__(self, parts: AskParts) -> None:
        title = translate("WhyCard", "Why did it change?")
        super().__init__(title, parts)
        self.found: Explanation | None = None
        self._wanted: Wanted | None = None
        self._latest: tuple[Scenario, Scenario, About, bool] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._shown: Waterfall | None = None
        self._theme, self._own = parts.theme, 0
        refusals = (ExplainError, AboutError)
        self._live = parts.studies.runner("live", self, *refusals)
        self._long = parts.studies.runner("long", self, *refusals)
        self._signs = parts.studies.runner("check", self, *refusals)
        self.chart = WaterfallView(parts.theme)
        self.table = AnswerTableView(title)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.chart)
        self._pages.addWidget(self.table)
        self.body.addWidget(self._pages)
        self.table_link = self.add_link("table", translate("WhyCard", "Table"))
        self._connect()

    def show_about(self, about: About, run: ShownRun) -> None:
        """Explain the run on screen; what a moving hand passes between two answers is let go."""
        self._own = run.own
        before = run.reference or run.default or run.baseline
        is_moving = self.is_moving and not run.is_whole
        self._latest = before.scenario, run.scenario, about, is_moving
        if not (is_moving and self._pause.isActive()):
            self._take_up()

    def answer(self) -> Answered | None:
        """Return the explanation that is shown."""
        if self.found is None or self._shown is None:
            return None
        return with_waterfall(answer_of(self.found), self._shown, self._own)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""
        self._theme = theme
        self.chart.set_theme(theme, self._color)

    def tell_again(self) -> None:
        if self.found is not None:
            self._show(self.found, waterfall_of(self.found), is_moving=False)

    @property
    def _color(self) -> str:
        return _color_of(self._theme, self._own)

    def _take_up(self) -> None:
        """Explain what came last, unless that is what is explained already."""
        if self._latest is None:
            return
        (before, after, about, is_moving), self._latest = self._latest, None
        wanted = _wanted(before, after, about, is_moving=is_moving)
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if is_moving:
            self._pause.start(REFRESH)
        if not wanted.inputs:
            self._show_nothing(wanted)
        elif wanted.is_live:
            self._ask_live(wanted)
        else:
            self._wait_or_ask(wanted)

    def _ask_live(self, wanted: Wanted) -> None:
        self._long.cancel()
        self._signs.cancel()
        self._live.ask(wanted.steps, cut=not wanted.is_moving)

    def _wait_or_ask(self, wanted: Wanted) -> None:
        for runner in (self._live, self._long, self._signs):
            runner.cancel()
        if wanted.is_moving:
            self.show_state(translate("WhyCard", "when the hand rests"))
        elif wanted.is_quick:
            self._live.ask(wanted.steps, cut=True)
        else:
            self.show_progress(0.0)
            self._long.ask(wanted.steps, cut=True)

    def _state_of(self, wanted: Wanted, found: Explanation) -> str:
        if wanted.is_live:
            return translate("WhyCard", "live")
        is_checked = found.turning is not None or wanted.is_moving
        return "" if is_checked else translate("WhyCard", "checking signs")

    def _check(self, found: Explanation) -> None:
        """Ask what variants of the model turn of what is shown."""
        self._signs.ask(partial(_checking, found), cut=True)

    def _show_nothing(self, wanted: Wanted) -> None:
        for runner in (self._live, self._long, self._signs):
            runner.cancel()
        text = translate(
            "WhyCard", "Nothing differs from {before}: move a lever, or choose another scenario."
        )
        self._show_no_answer(text.format(before=shown_title(wanted.before.title)))

    def _show_no_answer(self, text: str) -> None:
        self.found = self._shown = None
        self.show_state("")
        self.show_line("")
        self.show_blank(text)
        self.answer_changed.emit()

    def _on_computed(self, found: Explanation) -> None:
        wanted = self._wanted
        if wanted is None or not wanted.inputs:
            return
        asked = (wanted.before, wanted.after, wanted.about)
        if found.turning is not None and asked != (found.before, found.after, found.about):
            return  # it was checked too late
        is_held = wanted.is_moving and self.found is not None and self.found.about == found.about
        self.found = found
        self.show_blank("")
        self.show_state(self._state_of(wanted, found))
        shown = waterfall_of(found, self._shown if is_held else None)
        self._show(found, shown, is_moving=wanted.is_moving)
        if found.turning is None and not wanted.is_live and not wanted.is_moving:
            self._check(found)

    def _show(self, found: Explanation, shown: Waterfall, *, is_moving: bool) -> None:
        """Show an explanation as bars, or as a table where that was chosen."""
        self._shown = shown
        self.show_line(card_line(found))
        self.show_sentence(sentence(found), is_moving=is_moving)
        self.chart.show_waterfall(shown, self._color, self.title)
        if self._pages.currentWidget() is self.table:
            self._fill_table()
        self.answer_changed.emit()

    def _on_progressed(self, share: float) -> None:
        if self._wanted is not None and not self._wanted.is_quick:
            self.show_progress(share)

    def _on_refused(self, why: str) -> None:
        self._show_no_answer(as_sentence(why))

    def _on_stopped(self) -> None:
        if self._wanted is None or self._wanted.is_quick or self._wanted.is_moving:
            return
        self._show_no_answer(translate("WhyCard", "Not explained: it was canceled."))

    def _on_canceled(self) -> None:
        self._long.cancel()

    def _on_table(self) -> None:
        """Show the table in place of the chart, or the chart again."""
        is_chart = self._pages.currentWidget() is self.chart
        if is_chart:
            self._fill_table()
        self._pages.setCurrentWidget(self.table if is_chart else self.chart)
        self.table_link.setText(
            translate("WhyCard", "Chart") if is_chart else translate("WhyCard", "Table")
        )

    def _fill_table(self) -> None:
        if self.found is not None:
            self.table.show_table(answer_of(self.found).table, first=1)

    def _connect(self) -> None:
        for runner in (self._live, self._long, self._signs):
            runner.computed.connect(self._on_computed)
            runner.refused.connect(self._on_refused)
        self._pause.timeout.connect(self._take_up)
        self._long.progressed.connect(self._on_progressed)
        self._long.stopped.connect(self._on_stopped)
        self.canceled.connect(self._on_canceled)
        self.table_link.clicked.connect(self._on_table)
        self.chart.chosen.connect(self.control_wanted)


def _checking(found: Explanation, _engine: "Projector") -> Steps[Explanation]:
    """Return the study that adds to an explanation what turns its signs."""
    return with_survival(found)


def _wanted(before: Scenario, after: Scenario, about: About, *, is_moving: bool) -> Wanted:
    """Return what is to be explained; titles are part of it, since they are said."""
    is_same = inputs_of(before) == inputs_of(after)
    inputs = 0 if is_same else len(changed_inputs(before, after))
    return Wanted(before, after, about, inputs, is_moving)


def _color_of(theme: Theme, own: int) -> str:
    return theme.data[own % len(theme.data)]
