"""Finds what a command calls by the name in its row."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from ui.controllers.appearance import Appearance
from ui.controllers.ask.inspect import Inspect
from ui.controllers.ask.panel import Ask
from ui.controllers.closing import CloseController
from ui.controllers.commands.finder import Finder
from ui.controllers.commands.reference import ReferenceController
from ui.controllers.commands.resets import Resets
from ui.controllers.commands.scenarios import ScenarioController
from ui.controllers.exporting.contents import ReportContents
from ui.controllers.exporting.dialogs import ExportDialogs
from ui.controllers.exports import Exports
from ui.controllers.files.opening import Files
from ui.controllers.files.saving import Saving
from ui.controllers.files.session.sessions import Sessions
from ui.controllers.files.sheets import Sheets
from ui.controllers.first.steps import FirstSteps
from ui.controllers.first.tour import Tour
from ui.controllers.history import History
from ui.controllers.keyboard.panels import Panels
from ui.controllers.keyboard.shortcuts import Shortcuts
from ui.controllers.language.choice import LanguageControl
from ui.controllers.levers.matrix import LeverMatrix
from ui.controllers.notes.editing import Notes
from ui.controllers.replay import Replay
from ui.controllers.story.editing import StoryEditing
from ui.controllers.story.exporting import StoryExports
from ui.controllers.story.presenting import Presenting
from ui.controllers.sweeps.opening import Sweeps
from ui.controllers.targets.editing import Targets
from ui.controllers.units import Units
from ui.views.area_choice import AreaChoice
from ui.views.cards.row import KpiRow
from ui.views.center.panel import Center
from ui.views.dialogs.help import Help
from ui.views.history_panel import HistoryPanel
from ui.views.inputs.side import Side
from ui.views.main_window import MainWindow
from ui.views.shelf import Shelf
from ui.wording.commands.command import Command

Handler = Callable[..., Any]


class MissingHandlerError(LookupError):
    """A row names a handler that there is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handlers:
    """Who does what; the `handler` of a command begins with the name of a field."""

    files: Files
    saving: Saving
    sheets: Sheets
    sweeps: Sweeps
    sessions: Sessions
    closing: CloseController
    exports: Exports
    export_dialogs: ExportDialogs
    report_contents: ReportContents
    scenarios: ScenarioController
    reference: ReferenceController
    resets: Resets
    targets: Targets
    replay: Replay
    matrix: LeverMatrix
    ask: Ask
    inspect: Inspect
    history: History
    story: StoryEditing
    presenting: Presenting
    slides: StoryExports
    notes: Notes
    appearance: Appearance
    language: LanguageControl
    units: Units
    help: Help
    first: FirstSteps
    tour: Tour
    shortcuts: Shortcuts
    panels: Panels
    finder: Finder
    window: MainWindow

    @property
    def center(self) -> Center:
        """The charts and the table."""
        return self.window.center

    @property
    def areas(self) -> AreaChoice:
        """The places that the window is about."""
        return self.window.center.areas

    @property
    def cards(self) -> KpiRow:
        """The cards above the charts."""
        return self.window.center.kpis

    @property
    def side(self) -> Side:
        """The panel at the left."""
        return self.window.side

    @property
    def shelf(self) -> Shelf:
        """The panel at the right."""
        return self.window.shelf

    @property
    def history_panel(self) -> HistoryPanel:
        """The steps of the scenario on screen."""
        return self.window.shelf.history


def handler_of(command: Command, handlers: Handlers) -> Handler:
    """Return what a command calls. Raises MissingHandlerError."""
    try:
        found: Handler = attrgetter(command.handler)(handlers)
    except AttributeError as error:
        message = f"the command {command.key} names a handler there is not: {command.handler}"
        raise MissingHandlerError(message) from error
    return found
