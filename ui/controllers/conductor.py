"""Ties documents, engine and window together: what moves is asked for, what comes is shown."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer

from planner.ensemble.projection import Projection, Request
from planner.model.scenario import Scenario
from planner.storage.sentences.catalog import translate
from planner.studies.events import events
from ui.charts.targets.lines import level_requests
from ui.controllers.exports import Exports
from ui.documents.current import Current
from ui.documents.document import Document
from ui.documents.workspace import Workspace
from ui.engine.effects import Effects
from ui.engine.live import Live
from ui.engine.published import Published
from ui.engine.runner import Answer
from ui.engine.shown_run import ShownRun
from ui.views.bars.breach_bar import BreachBar
from ui.views.main_window import MainWindow
from ui.wording.compared.reference import compared_with

GRACE_MS: Final = 250
"""How long cards may tell of the scenario before: a switch that is answered sooner blinks not."""


class Conductor(QObject):
    """Connects signals to slots; each slot does one thing."""

    def __init__(
        self,
        workspace: Workspace,
        current: Current,
        live: Live,
        published: Published,
        effects: Effects,
        window: MainWindow,
        exports: Exports,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._current = current
        self._live = live
        self._window = window
        self._exports = exports
        self._published = published
        self._effects = effects
        self._replayed: Scenario | None = None
        self._refused = ""
        self._is_started = False
        self._grace = QTimer(self)
        self._grace.setSingleShot(True)
        self._grace.setInterval(GRACE_MS)
        self._grace.timeout.connect(self.drop_stale)
        self._breaches = BreachBar(window.bars)
        self._connect_documents()
        self._connect_run()
        self._connect_window()
        self._show_figures(current.scenario)

    def on_fault(self, sentence: str, detail: str) -> None:
        """Tell a fault of the program; nothing that is open is lost."""
        text = translate(
            "Conductor", "Something went wrong: {fault}. Your scenarios are unchanged."
        )
        self._window.notice.tell(text.format(fault=sentence.rstrip(".")), detail)

    def on_engine_failed(self, trace: str) -> None:
        """Tell a fault of a run or a study by its trace."""
        self.on_fault(trace.strip().splitlines()[-1], trace)

    def on_done(self, sentence: str) -> None:
        """Tell what has been done."""
        self._window.notice.clear()
        self._window.status.tell(sentence)

    def on_refused(self, sentence: str) -> None:
        """Tell why something was not done."""
        self._window.status.tell(sentence)

    def ask(self) -> None:
        """Ask the engine for what is on screen: the current scenario and the others drawn.

        Nothing is run before the window is painted: its threads would take turns with the painting.
        """
        if not self._is_started:
            return
        center, current, levels = self._window.center, self._current, self._levels()
        others = map(self._named, self._workspace.others_drawn())
        self._live.follow(center.cover.followed)
        self._live.ask(
            (self._replayed or self._named(current.document), *others),
            tuple(dict.fromkeys((*center.requests(), *levels))),
            seen=(*center.seen(), *levels),
            yearly=center.yearly(),
            december=center.december(),
            dragging=self._has_moving_inputs or self._replayed is not None,
            against=self._reference(),
        )

    def _levels(self) -> tuple[Request, ...]:
        """Return the outcomes along which targets of the scenario are drawn."""
        targets = (self._replayed or self._current.scenario).targets
        settings = self._window.center.all_settings if targets else ()
        return tuple(each for setting in settings for each in level_requests(setting, targets))

    @property
    def _has_moving_inputs(self) -> bool:
        """Whether a hand moves what is run; of moved targets all futures are counted again."""
        return self._workspace.is_moving and not self._current.document.moves_targets_alone

    def _reference(self) -> Scenario | None:
        """Return what differences are from: a state that is looked at is held against itself."""
        compared = self._workspace.compared
        if compared is None:
            return None
        if compared is self._current.document and self._replayed is not None:
            return self._replayed
        return self._named(compared)

    def show_instead(self, scenario: Scenario | None) -> None:
        """Draw another state than the current one, to be looked at only; None draws that again."""
        self._replayed = scenario
        self._window.center.charts.freeze(scenario is not None)
        self.ask()

    def _connect_documents(self) -> None:
        current, live = self._current, self._live
        current.changed.connect(self._on_changed)
        current.settled.connect(self._on_settled)
        current.replaced.connect(self._on_replaced)
        current.left_baseline.connect(self._on_left_baseline)
        self._workspace.listed.connect(self.ask)
        self._workspace.listed.connect(self._on_listed)
        self._workspace.changed_beside.connect(self._on_beside)
        self._workspace.settled_beside.connect(self._on_beside)
        live.projected.connect(self._on_projected)
        live.state_changed.connect(self._window.status.show_state)
        live.failed.connect(self.on_engine_failed)
        live.slowed.connect(self._on_engine_slowed)

    def _connect_run(self) -> None:
        """Let everything that shows the run on screen follow it."""
        changed, window = self._published.changed, self._window
        changed.connect(window.center.show_run)
        changed.connect(window.side.levers.show_run)
        changed.connect(window.status.show_run)
        changed.connect(self._on_published)

    def _connect_window(self) -> None:
        window = self._window
        window.painted_first.connect(self._on_painted_first)
        window.side.refused.connect(self._on_number_refused)
        window.center.wants_changed.connect(self.ask)
        window.center.year_chosen.connect(self._on_year_chosen)
        self._exports.told.connect(window.notice.tell)
        self._exports.done.connect(self.on_done)
        self._exports.progressed.connect(window.status.show_task)
        self._exports.idle.connect(window.status.task.clear)
        window.status.task.canceled.connect(self._exports.cancel)

    def _on_number_refused(self, sentence: str) -> None:
        """Tell why a typed number was not taken; an empty sentence takes that back."""
        if sentence:
            self.on_refused(sentence)
        elif self._window.status.told == self._refused:
            self._window.status.forget()
        self._refused = sentence

    def _on_painted_first(self) -> None:
        QTimer.singleShot(0, self, self._start)

    def _start(self) -> None:
        self._is_started = True
        self._window.center.setFocus()
        self._live.warm_up()
        self.ask()

    def _on_changed(self, scenario: Scenario) -> None:
        self._window.center.charts.freeze(self._workspace.is_moving)
        self._show_figures(scenario)
        self.ask()

    def _on_beside(self, _document: Document) -> None:
        """Draw what a hand moves in another scenario than the one on screen."""
        self._window.center.charts.freeze(self._workspace.is_moving)
        self.ask()

    def _on_year_chosen(self, _year: int) -> None:
        """Ask for a year that a moving hand has not looked at."""
        self.ask()

    def _on_left_baseline(self, title: str) -> None:
        """Say that the first touch of the baseline opened a scenario of the user's own."""
        text = translate("Conductor", "Opened “{title}”. The baseline stays as it is.")
        self._window.status.tell(text.format(title=title))

    def _on_settled(self) -> None:
        self._window.center.charts.freeze(False)
        self.ask()

    def _on_replaced(self) -> None:
        self._live.forget()
        self._grace.start()

    def drop_stale(self) -> None:
        """Let cards wait where the run on screen is of another scenario than the current one."""
        run = self._published.run
        if run is not None and run.scenario != self._named(self._current.document):
            self._window.center.show_waiting()

    def _on_projected(self, answer: Answer) -> None:
        current = self._workspace.current
        run = ShownRun(
            projection=answer.projection,
            baseline=answer.baseline,
            others=self._others_in(answer),
            events=events(answer.projection),
            own=self._workspace.color(current),
            document=current.key,
            is_whole=answer.order.is_whole,
            place=self._place_of(current),
            default=answer.default,
            belief=answer.belief,
            reference=answer.reference,
        )
        self._published.publish(run)

    def _on_published(self, run: ShownRun) -> None:
        self._breaches.show(self._workspace.current, run)
        if run.projection.futures:
            self._effects.open()

    def _named(self, document: Document) -> Scenario:
        """Return a scenario under the name that nothing else on screen has."""
        scenario, name = document.scenario, self._workspace.name(document)
        return scenario if scenario.title == name else replace(scenario, title=name)

    def _others_in(self, answer: Answer) -> tuple[tuple[Projection, int], ...]:
        """Return the runs of the other scenarios that are still to be drawn, with their colors.

        They are known by their names: one that a hand moves is a frame ahead of its run.
        """
        colors = {
            self._workspace.name(each): self._workspace.color(each)
            for each in self._workspace.others_drawn()
        }
        others = answer.projections[1:]
        named = ((one, one.scenario.title) for one in others)
        return tuple((one, colors[title]) for one, title in named if title in colors)

    def _place_of(self, current: Document) -> int:
        """Return how many of the others that are drawn stand before a document in the list."""
        scenarios = self._workspace.scenarios
        before = scenarios[: scenarios.index(current)] if current in scenarios else ()
        return sum(self._workspace.is_drawn(each) for each in before)

    def _on_engine_slowed(self, why: str) -> None:
        text = translate(
            "Conductor",
            "The compiled model cannot run here: {why}. The slow engine computes instead, and its "
            "numbers agree to a millionth of their range.",
        )
        self._window.warnings.hold("slow", text.format(why=why), can_be_closed=True)

    def _show_figures(self, scenario: Scenario) -> None:
        changed, compared = bool(scenario.assumptions), self._workspace.compared
        against = "" if compared is None else self._workspace.name(compared)
        told = compared_with(against, assumptions_changed=changed)
        self._window.status.show_figures(scenario.figures, told)

    def _on_listed(self) -> None:
        self._show_figures(self._current.scenario)
