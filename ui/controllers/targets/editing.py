"""Adds, moves, edits and removes the targets of the scenario on screen, one undo step each.

A line that a hand drags is one step from where it was taken to where it is let go. The futures of
the run are kept meanwhile, and only counted again. Floor: controllers.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from planner.ensemble.projection import Request
from planner.model.graph import model
from planner.model.scenario import (
    FIRST_YEAR,
    Scenario,
    with_target,
    with_target_moved,
    with_targets,
    without_target,
)
from planner.model.targets.faults import TargetError
from planner.model.targets.target import Target
from planner.storage.sentences.catalog import translate
from planner.studies.cards import Card, element_of
from ui.charts.at_hand import number_at_hand
from ui.charts.contents.specs import asked_part, parts, spec_of
from ui.charts.targets.drag import round_start
from ui.charts.targets.item import TargetMove
from ui.documents.commands import Saying
from ui.documents.current import Current
from ui.engine.published import Published
from ui.engine.shown_run import ShownRun
from ui.style.theme import Theme
from ui.views.main_window import MainWindow
from ui.wording.figures.units import form_of, outcome_told
from ui.wording.key_figures import december
from ui.wording.targets.card import target_of_card
from ui.wording.targets.refusals import refusal_of

if TYPE_CHECKING:
    from ui.views.targets.editor import TargetEditor

_DRAG = "target"


class Targets(QObject):
    """Ties charts, cards, the section at the right and the document together."""

    refused = Signal(str)

    def __init__(self, window: MainWindow, current: Current, published: Published) -> None:
        super().__init__(window)
        self._window = window
        self._current = current
        self._published = published
        self.editor: TargetEditor | None = None
        self._held: Target | None = None
        section, charts = window.shelf.targets, window.center.charts
        section.offer(window.actions_["add_target"])
        section.edit_wanted.connect(self.edit)
        section.removal_wanted.connect(self.remove)
        charts.target_moved.connect(self._on_moved)
        charts.target_wanted.connect(self.edit)
        window.center.kpis.target_wanted.connect(self._on_card)
        window.center.theme_changed.connect(self._on_theme_changed)
        published.changed.connect(self._on_published)
        current.replaced.connect(self._on_replaced)

    def add(self) -> None:
        """Ask for a target of the outcome that the chart at hand is about, at the shown year."""
        outcome, element = self._asked()
        self._open(self._start(outcome, element, self._window.center.year), None)

    def add_here(self) -> None:
        """Ask for a target where the menu of a chart was opened."""
        grid = self._window.center.grid_at_hand
        chart = grid.views[number_at_hand(grid)]
        place, chart.menu_place = chart.menu_place, None
        outcome, element = self._asked()
        target = self._start(outcome, element, self._window.center.year)
        if place is not None and chart.picture is not None and chart.picture.view == "absolute":
            factor = form_of(model().outcomes[outcome].told_in).factor
            last_year = self._current.scenario.last_year
            year = min(max(round(place.x() - 0.5), FIRST_YEAR), last_year)
            level = round_start(place.y(), chart.canvas.plot.value_per_pixel) / factor
            target = replace(target, level=level, year=year)
        self._open(target, None)

    def edit(self, target: Target) -> None:
        """Edit a target of the scenario."""
        if target in self._current.scenario.targets:
            self._open(target, target)

    def remove(self, target: Target) -> None:
        """Take a target away."""
        without = without_target(self._current.scenario, target)
        self._take(lambda: translate("Targets", "Remove target"), without)

    def remove_all(self) -> None:
        """Take all targets away."""
        without = with_targets(self._current.scenario, ())
        self._take(lambda: translate("Targets", "Remove all targets"), without)

    def _asked(self) -> tuple[str, str]:
        """Return the outcome and the element that the chart at hand is about."""
        setting = self._window.center.setting_at_hand
        if spec_of(setting).is_counted:
            return "enterprises", ""
        outcome, element = parts(setting)[asked_part(setting)]
        row = model().outcomes[outcome]
        return outcome, element if element in row.elements else row.elements[0]

    def _start(self, outcome: str, element: str, year: int) -> Target:
        """Return a target to begin with: what the outcome is in the run on screen, rounded."""
        run, month = self._published.run, december(year)
        series = run.projection.series.get(Request(outcome, element)) if run else None
        value = 0.0
        if series is not None and month < len(series.line):
            factor = form_of(model().outcomes[outcome].told_in).factor
            value = round_start(float(series.line[month]) * factor) / factor
        return Target(outcome, "at least", value, element, year)

    def _open(self, target: Target, old: Target | None) -> None:
        from ui.views.targets.editor import TargetEditor

        if self.editor is not None:
            self.editor.close()
        last_year = self._current.scenario.last_year
        self.editor = editor = TargetEditor(target, old, last_year, self._window)
        editor.taken.connect(self._on_taken)
        editor.removal_wanted.connect(self._on_removal)
        editor.destroyed.connect(self._on_editor_gone)
        editor.show_beside(self._window)

    def _take(self, text: Saying, scenario: Scenario) -> None:
        self._current.document.edit(text, scenario)

    def _on_taken(self, target: Target) -> None:
        """Take what the editor says; what is no target is told there."""
        editor, scenario = self.editor, self._current.scenario
        if editor is None:
            return
        old = editor.old if editor.old in scenario.targets else None
        try:
            if old is None:
                new = with_target(scenario, target)
            else:
                new = with_target_moved(scenario, old, target)
        except TargetError as error:
            editor.refuse(refusal_of(error, target))
            return
        editor.close()
        self._take(_added if old is None else _changed, new)

    def _on_removal(self) -> None:
        editor = self.editor
        if editor is not None and editor.old is not None:
            editor.close()
            self.remove(editor.old)

    def _on_editor_gone(self) -> None:
        self.editor = None

    def _on_moved(self, move: TargetMove) -> None:
        """Move a target as a hand moves its line; onto one like it there is no way."""
        scenario, held = self._current.scenario, self._held or move.old
        try:
            scenario = with_target_moved(scenario, held, move.new)
            held = move.new
        except (TargetError, ValueError):
            if not move.final:
                return
        self._held = None if move.final else held
        self._current.document.edit(_moved, scenario, _DRAG, final=move.final)

    def _on_card(self, card: Card) -> None:
        """Edit the target that a card tells of, or ask for one of its outcome."""
        center, outcome = self._window.center, outcome_told(card.outcome)
        element = element_of(card, center.areas.chosen)
        row = model().outcomes[outcome]
        element = element if element in row.elements else row.elements[0]
        year = card.year or center.year
        own = target_of_card(self._current.scenario.targets, outcome, element, year)
        if own is not None:
            self.edit(own)
        else:
            self._open(self._start(outcome, element, year), None)

    def _on_published(self, run: ShownRun) -> None:
        self._window.shelf.show_run(run)

    def _on_theme_changed(self, theme: Theme) -> None:
        self._window.shelf.targets.set_theme(theme)

    def _on_replaced(self) -> None:
        """Another scenario is on screen: what was edited is not of it."""
        self._held = None
        if self.editor is not None:
            self.editor.close()


def _added() -> str:
    return translate("Targets", "Add target")


def _changed() -> str:
    return translate("Targets", "Change target")


def _moved() -> str:
    return translate("Targets", "Move target")
