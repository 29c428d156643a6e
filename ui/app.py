"""The composition root: makes every long-lived part, in order, and ties them together."""

from dataclasses import fields

from PySide6.QtCore import QObject

from ui.accessibility.factory import install
from ui.controllers.appearance import (
    Appearance,
    color_program,
    dress_program,
    kept_choice,
    theme_of,
    undress_program,
)
from ui.controllers.ask.dropped import DroppedFiles
from ui.controllers.ask.inspect import Inspect
from ui.controllers.ask.panel import Ask
from ui.controllers.closing import CloseController
from ui.controllers.commands.controller import CommandController
from ui.controllers.commands.finder import Finder
from ui.controllers.commands.handlers import Handlers
from ui.controllers.commands.reference import ReferenceController
from ui.controllers.commands.resets import Resets
from ui.controllers.commands.scenarios import ScenarioController
from ui.controllers.conductor import Conductor
from ui.controllers.crash_safety import CrashSafety
from ui.controllers.documents import DocumentController
from ui.controllers.exporting.contents import ReportContents
from ui.controllers.exporting.dialogs import ExportDialogs
from ui.controllers.exports import Exports
from ui.controllers.files.opening import Files
from ui.controllers.files.recent_menus import FileMenus
from ui.controllers.files.recovery.recovering import Recovering
from ui.controllers.files.recovery.restoring import Restoring
from ui.controllers.files.saving import Saving
from ui.controllers.files.session.session_saving import SessionSaving
from ui.controllers.files.session.sessions import Sessions
from ui.controllers.files.sheets import Sheets
from ui.controllers.first.steps import FirstSteps
from ui.controllers.first.tour import Tour
from ui.controllers.history import History
from ui.controllers.keyboard.menu_key import MenuKey
from ui.controllers.keyboard.panels import Panels
from ui.controllers.keyboard.return_key import ReturnKey
from ui.controllers.keyboard.shortcuts import Shortcuts
from ui.controllers.language.choice import LanguageControl
from ui.controllers.levers.matrix import LeverMatrix
from ui.controllers.levers.paths import Paths
from ui.controllers.notes.editing import Notes
from ui.controllers.other_models import OtherModels
from ui.controllers.replay import Replay
from ui.controllers.story.bookmarks import Bookmarks
from ui.controllers.story.editing import StoryEditing
from ui.controllers.story.exporting import StoryExports
from ui.controllers.story.presenting import Presenting
from ui.controllers.sweeps.opening import Sweeps
from ui.controllers.targets.editing import Targets
from ui.controllers.units import Units, kept_units
from ui.controllers.waiting import Waiting
from ui.controllers.window_state import WindowState
from ui.documents.autosave import Autosave
from ui.documents.current import Current
from ui.documents.locks import Locks
from ui.documents.recovery import Session, recovery_folder
from ui.documents.sessions.open_sessions import OpenSessions
from ui.documents.watch import FileWatch
from ui.documents.workspace import Workspace
from ui.engine.comparing import Comparing
from ui.engine.effects import Effects
from ui.engine.file_tasks import PATIENCE, FileTasks
from ui.engine.live import Live
from ui.engine.published import Published
from ui.engine.runner import model_engine
from ui.parts import Lasting, Suanli
from ui.process.display.text_size import enlarged_by
from ui.process.state.settings import Settings
from ui.style.theme import Theme
from ui.views.commands.step_action import StepAction
from ui.views.dialogs.help import Help
from ui.views.main_window import LEAST_SIZE, MainWindow
from ui.views.page_scroll import lacks_room
from ui.wording.figures.units import tell_in


def build(
    futures_of_drags: int | None = None,
    patience: float = PATIENCE,
    lasting: Lasting | None = None,
) -> Suanli:
    """Make every part; nothing is shown and nothing runs yet.

    `futures_of_drags` fixes how many futures a drag draws, else as many as a frame affords;
    `patience` is how long the window stands still for answers about files, in seconds.
    A window that is built anew is built around what is `lasting`, and owns it from then on.
    """
    kept = lasting or _lasting(futures_of_drags, patience)
    theme = _dressed(kept.settings)
    workspace, current, settings, tasks = kept.workspace, kept.current, kept.settings, kept.tasks
    published, locks, opened = kept.published, kept.locks, kept.open_sessions
    window = MainWindow(workspace, current, kept.effects, theme)
    _give_to(window, workspace, tasks, published)
    units = Units(window, published, settings)
    writing = SessionSaving(published, opened, workspace, locks, settings, tasks, window)
    saving = Saving(published, workspace, writing, locks, settings, tasks, window)
    files = Files(workspace, opened, locks, settings, tasks, window)
    sessions = Sessions(opened, writing, saving, files, units, workspace, window)
    exports = Exports(published, current, settings, tasks, opened.answers, window)
    restoring = Restoring(workspace, locks, tasks, window.bars, files.open_path)
    live, answers = kept.live, opened.answers
    suanli = Suanli(
        **{field.name: getattr(kept, field.name) for field in fields(Lasting)},
        window=window,
        state=WindowState(window, settings),
        files=files,
        saving=saving,
        sessions=sessions,
        sweeps=Sweeps(window, workspace, files, settings, exports, tasks, live.gate),
        closing=CloseController(workspace, saving, sessions, exports, window),
        exports=exports,
        export_dialogs=ExportDialogs(exports, current, settings, window),
        appearance=Appearance(window, settings),
        language=LanguageControl(window, settings),
        units=units,
        conductor=Conductor(workspace, current, live, published, kept.effects, window, exports),
        history=History(window, current, settings),
        recovering=Recovering(restoring, kept.autosave, answers, window),
        safety=CrashSafety(kept.autosave, window),
        paths=Paths(window, current, published),
        targets=Targets(window, current, published),
        matrix=LeverMatrix(window, workspace, current, settings),
        ask=Ask(window, workspace, current, published, answers, exports, live.gate),
    )
    return _as_kept(_connected(suanli, current), theme)


def _lasting(futures_of_drags: int | None, patience: float) -> Lasting:
    """Return what the first window is built around."""
    workspace, locks, tasks = Workspace(), Locks(), FileTasks(patience=patience)
    opened = OpenSessions(workspace, locks)
    return Lasting(
        settings=Settings(),
        workspace=workspace,
        current=Current(workspace),
        locks=locks,
        tasks=tasks,
        open_sessions=opened,
        autosave=Autosave(workspace, Session(recovery_folder()), opened),
        watch=FileWatch(workspace, tasks),
        live=Live(model_engine, futures_of_drags=futures_of_drags),
        published=Published(),
        effects=Effects(),
        comparing=Comparing(),
    )


def _give_to(window: MainWindow, *parts: QObject) -> None:
    """Let the window own parts that were there before it."""
    for part in parts:
        part.setParent(window)


def _dressed(settings: Settings) -> Theme:
    """Return the theme that was chosen, the program being in its colors and in the kept units."""
    undress_program()
    theme = theme_of(kept_choice(settings))
    color_program(theme)
    tell_in(kept_units(settings))
    return theme


def _as_kept(suanli: Suanli, theme: Theme) -> Suanli:
    """Return the parts with the window as it was kept, the program dressed and heard."""
    install()
    if enlarged_by(suanli.settings) > 1.0 or lacks_room(suanli.window.screen(), LEAST_SIZE):
        suanli.window.let_scroll()
    suanli.state.restore()
    dress_program(theme)
    return suanli


def _connected(suanli: Suanli, current: Current) -> Suanli:
    """Return the parts, commands and files being connected to what they do.

    The window owns what connects.
    """
    window = suanli.window
    scenarios = ScenarioController(window, suanli.workspace, current, suanli.saving, suanli.closing)
    for part in (scenarios, suanli.sessions):
        part.refused.connect(suanli.conductor.on_refused)
    CommandController(_handlers(suanli, scenarios, current), current)
    MenuKey(window)
    ReturnKey(window)
    suanli.recovering.done.connect(suanli.conductor.on_done)
    for action in window.findChildren(StepAction):
        action.taken.connect(window.status.tell)
    suanli.recovering.typing_wanted.connect(scenarios.type_on)
    window.painted_first.connect(suanli.recovering.offer)
    for writer in (suanli.exports, suanli.saving, suanli.sweeps):
        window.stay_while(writer.has_work)
    window.stay_while(suanli.sessions.has_unsaved_answers)
    suanli.units.chosen.connect(suanli.paths.open_again)
    suanli.units.chosen.connect(suanli.ask.tell_again)
    suanli.units.chosen.connect(suanli.sweeps.tell_again)
    suanli.ask.failed.connect(suanli.conductor.on_engine_failed)
    suanli.sweeps.failed.connect(suanli.conductor.on_engine_failed)
    Waiting(suanli.tasks, window)
    window.center.compare.asked.connect(suanli.comparing.ask)
    window.center.compare.workbook_asked.connect(suanli.export_dialogs.export_workbook)
    suanli.comparing.computed.connect(window.center.compare.show_answer)
    DroppedFiles(window, suanli.files, suanli.ask)
    OtherModels(suanli.published, current, suanli.files, window.bars)
    DocumentController(
        window,
        suanli.files,
        suanli.saving,
        suanli.closing,
        suanli.conductor,
        FileMenus(window.menus["examples"], window.menus["recent"], suanli.settings, suanli.tasks),
    )
    return suanli


def _reference_of(suanli: Suanli) -> ReferenceController:
    reference = ReferenceController(suanli.window, suanli.workspace, suanli.published)
    suanli.ask.against_chosen.connect(reference.choose)
    reference.told.connect(suanli.conductor.on_refused)
    return reference


def _help_of(suanli: Suanli) -> Help:
    made = Help(suanli.window)
    made.control_wanted.connect(suanli.window.side.show_control)
    made.chart_wanted.connect(suanli.window.center.show_chart)
    suanli.sweeps.help_wanted.connect(made.show_sweeps)
    return made


def _first_of(suanli: Suanli, current: Current) -> FirstSteps:
    return FirstSteps(
        suanli.window,
        suanli.workspace,
        current,
        suanli.published,
        suanli.units,
        suanli.settings,
    )


def _tour_of(suanli: Suanli, current: Current, first: FirstSteps) -> Tour:
    tour = Tour(suanli.window, current)
    first.tour_wanted.connect(tour.start)
    tour.started.connect(first.put_aside)
    return tour


def _inspect_of(suanli: Suanli) -> Inspect:
    parts = suanli.window, suanli.workspace, suanli.published
    inspect = Inspect(*parts, suanli.ask.studies, suanli.ask.tables)
    inspect.failed.connect(suanli.conductor.on_engine_failed)
    suanli.units.chosen.connect(inspect.tell_again)
    return inspect


def _story_of(suanli: Suanli, current: Current) -> tuple[StoryEditing, Presenting]:
    parts = suanli.window, suanli.workspace, current, suanli.units
    bookmarks = Bookmarks(*parts)
    bookmarks.refused.connect(suanli.conductor.on_refused)
    editing = StoryEditing(suanli.window, current, bookmarks)
    return editing, Presenting(*parts, editing)


def _slides_of(suanli: Suanli, story: StoryEditing) -> StoryExports:
    return StoryExports(suanli.window, suanli.workspace, suanli.exports, story)


def _notes_of(suanli: Suanli, current: Current) -> Notes:
    notes = Notes(suanli.window, current)
    notes.refused.connect(suanli.conductor.on_refused)
    return notes


def _handlers(suanli: Suanli, scenarios: ScenarioController, current: Current) -> Handlers:
    """Return who does what the commands say."""
    parts = suanli.workspace, suanli.files, suanli.exports, suanli.settings, suanli.tasks
    first = _first_of(suanli, current)
    story, presenting = _story_of(suanli, current)
    return Handlers(
        files=suanli.files,
        saving=suanli.saving,
        sheets=Sheets(*parts, suanli.window),
        sessions=suanli.sessions,
        sweeps=suanli.sweeps,
        closing=suanli.closing,
        exports=suanli.exports,
        export_dialogs=suanli.export_dialogs,
        report_contents=ReportContents(suanli.open_sessions.answers, suanli.exports, suanli.window),
        scenarios=scenarios,
        reference=_reference_of(suanli),
        resets=Resets(current),
        targets=suanli.targets,
        replay=Replay(current, suanli.conductor),
        matrix=suanli.matrix,
        ask=suanli.ask,
        inspect=_inspect_of(suanli),
        history=suanli.history,
        story=story,
        presenting=presenting,
        slides=_slides_of(suanli, story),
        notes=_notes_of(suanli, current),
        appearance=suanli.appearance,
        language=suanli.language,
        units=suanli.units,
        help=_help_of(suanli),
        first=first,
        tour=_tour_of(suanli, current, first),
        shortcuts=Shortcuts(suanli.window),
        panels=Panels(suanli.window),
        finder=Finder(suanli.window, suanli.workspace, first),
        window=suanli.window,
    )
