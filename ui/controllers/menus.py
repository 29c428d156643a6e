"""Connects the commands of the menus to what they do; documents are told by the conductor."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from planner.ensemble.projection import View
from planner.model.scenario import Scenario, assumption_addresses, lever_addresses
from ui.controllers.closing import CloseController
from ui.controllers.exports import Exports
from ui.controllers.files.opening import Files
from ui.controllers.files.saving import Saving
from ui.controllers.history import History
from ui.controllers.replay import Replay
from ui.documents.current import Current
from ui.documents.document import Document, Place
from ui.documents.resets import Target, reset
from ui.documents.typed import Typed
from ui.documents.workspace import Workspace
from ui.views.dialogs.help import Help
from ui.views.dialogs.properties import PropertiesDialog, Typing
from ui.views.main_window import MainWindow
from ui.views.scenario_list import copy_of
from ui.wording.translate import sentence_of


class Menus(QObject):
    """What menus, toolbar and lists command."""

    refused = Signal(str)

    def __init__(self, window: MainWindow, workspace: Workspace, current: Current) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._current = current
        self._connect_edit()
        self._connect_view()
        self._connect_lists()

    def connect_files(self, files: Files, saving: Saving, closing: CloseController) -> None:
        """Connect what opens, saves and closes."""
        actions = self._window.actions_
        actions.new.triggered.connect(files.new)
        actions.open.triggered.connect(files.ask_open)
        actions.save.triggered.connect(saving.save_from_menu)
        actions.save_as.triggered.connect(saving.save_as_from_menu)
        actions.close.triggered.connect(closing.close_current)
        actions.quit.triggered.connect(self._window.close)

    def connect_exports(self, exports: Exports) -> None:
        """Connect what leaves the window."""
        actions = self._window.actions_
        actions.export_png.triggered.connect(exports.export_png)
        actions.export_svg.triggered.connect(exports.export_svg)
        actions.export_pdf.triggered.connect(exports.export_pdf)
        actions.export_all.triggered.connect(exports.export_all)
        actions.export_report.triggered.connect(exports.export_report)
        actions.export_numbers.triggered.connect(exports.export_numbers)
        actions.copy_chart.triggered.connect(exports.copy_chart)
        actions.picture_size.triggered.connect(exports.choose_size)

    def connect_replay(self, replay: Replay) -> None:
        """Connect the replay of the last change."""
        self._window.actions_.replay.triggered.connect(replay.start)

    def connect_history(self, history: History) -> None:
        """Connect the page that holds the model against history."""
        self._window.actions_.history.triggered.connect(history.show)

    def connect_help(self, help_pages: Help) -> None:
        """Connect the pages of help."""
        actions = self._window.actions_
        actions.help_bands.triggered.connect(help_pages.show_bands)
        actions.help_glossary.triggered.connect(help_pages.show_glossary)
        actions.about.triggered.connect(help_pages.show_about)

    def rename(self, document: Document, title: str) -> None:
        """Give a scenario another title, unless it could not be saved under it."""
        from planner.files.format.plain_text import check_title
        from planner.storage.sentences.file_error import FileError

        title = title.strip()
        if not title or title == document.scenario.title:
            return
        try:
            check_title(title, document.name)
        except FileError as error:
            self.refused.emit(sentence_of(error.message))
            return
        document.rename(title)

    def _connect_edit(self) -> None:
        actions = self._window.actions_
        actions.duplicate.triggered.connect(self._on_duplicate)
        actions.properties.triggered.connect(self._on_properties)
        actions.reset_levers.triggered.connect(self._on_levers_to_default)
        actions.reset_levers_to_baseline.triggered.connect(self._on_levers_to_baseline)
        actions.reset_levers_to_saved.triggered.connect(self._on_levers_to_saved)
        actions.reset_assumptions.triggered.connect(self._on_assumptions_to_default)
        actions.reset_assumptions_to_baseline.triggered.connect(self._on_assumptions_to_baseline)
        actions.reset_assumptions_to_saved.triggered.connect(self._on_assumptions_to_saved)
        actions.reset_to_saved.triggered.connect(self._on_reset_to_saved)
        actions.copy_table.triggered.connect(self._window.center.copy_table)
        self._current.place_changed.connect(self._offer_saved)
        self._offer_saved()

    def _offer_saved(self) -> None:
        """Offer ways back to what was saved where something was."""
        actions, is_saved = self._window.actions_, self._current.document.path is not None
        for action in (
            actions.reset_to_saved,
            actions.reset_levers_to_saved,
            actions.reset_assumptions_to_saved,
        ):
            action.setEnabled(is_saved)

    def _connect_view(self) -> None:
        actions, window = self._window.actions_, self._window
        actions.view_absolute.triggered.connect(self._on_absolute)
        actions.view_difference.triggered.connect(self._on_difference)
        actions.view_percent.triggered.connect(self._on_percent)
        actions.view_index.triggered.connect(self._on_index)
        actions.enlarge.triggered.connect(self._on_enlarge)
        actions.table.toggled.connect(window.center.show_table)
        actions.panel.toggled.connect(window.shelf.setVisible)
        actions.next_scenario.triggered.connect(self._on_next)
        actions.previous_scenario.triggered.connect(self._on_previous)
        window.side.levers.show_year(window.center.year)
        window.center.year_chosen.connect(window.side.levers.show_year)

    def _connect_lists(self) -> None:
        actions, shelf = self._window.actions_, self._window.shelf
        actions.rename.triggered.connect(self._on_rename)
        shelf.left.connect(self._on_shelf_left)
        shelf.scenarios.model.renamed.connect(self.rename)
        shelf.scenarios.model.refused.connect(self.refused)
        shelf.scenarios.offer(actions.new, actions.duplicate, actions.rename, actions.close)
        shelf.history.offer(actions.replay, actions.star)
        shelf.history.show_year(self._window.center.year)
        shelf.history.control_wanted.connect(self._window.side.show_control)
        self._window.center.year_chosen.connect(shelf.history.show_year)
        actions.star.triggered.connect(shelf.history.star_current)

    def _on_duplicate(self) -> None:
        document = self._current.document
        title = copy_of(document, self._workspace)
        copy = replace(document.scenario, title=title)
        self._workspace.open(anew=True).restore(copy, Scenario(), Place(), ())

    def _on_rename(self) -> None:
        self._window.actions_.panel.setChecked(True)
        self._window.shelf.scenarios.rename_current()

    def _on_shelf_left(self) -> None:
        self._window.center.setFocus()

    def _on_next(self) -> None:
        self._walk(1)

    def _on_previous(self) -> None:
        self._walk(-1)

    def _walk(self, step: int) -> None:
        documents = self._workspace.documents
        place = documents.index(self._workspace.current) + step
        self._workspace.switch(documents[place % len(documents)])

    def type_on(self, document: Document, typed: Typed) -> None:
        """Let somebody go on typing texts for a scenario."""
        dialog = PropertiesDialog(document.scenario, self._window, typed)
        Typing(document, dialog)
        dialog.open()

    def _on_properties(self) -> None:
        self.type_on(self._current.document, {})

    def _on_levers_to_default(self) -> None:
        self._reset(self.tr("Reset all levers"), lever_addresses(), "default")

    def _on_levers_to_baseline(self) -> None:
        self._reset(self.tr("Reset all levers to the baseline"), lever_addresses(), "baseline")

    def _on_levers_to_saved(self) -> None:
        self._reset(self.tr("Reset all levers to saved"), lever_addresses(), "saved")

    def _on_assumptions_to_default(self) -> None:
        self._reset(self.tr("Reset all assumptions"), assumption_addresses(), "default")

    def _on_assumptions_to_baseline(self) -> None:
        text = self.tr("Reset all assumptions to the baseline")
        self._reset(text, assumption_addresses(), "baseline")

    def _on_assumptions_to_saved(self) -> None:
        self._reset(self.tr("Reset all assumptions to saved"), assumption_addresses(), "saved")

    def _reset(self, text: str, names: tuple[str, ...], target: Target) -> None:
        current = self._current
        current.edit(text, reset(current.scenario, names, target, current.saved))

    def _on_reset_to_saved(self) -> None:
        saved = replace(self._current.saved, title=self._current.scenario.title)
        self._current.edit(self.tr("Reset to saved"), saved)

    def _on_absolute(self) -> None:
        self._choose_view("absolute")

    def _on_difference(self) -> None:
        self._choose_view("difference")

    def _on_percent(self) -> None:
        self._choose_view("percent")

    def _on_index(self) -> None:
        self._choose_view("index")

    def _choose_view(self, view: View) -> None:
        self._window.center.choose_view(view)

    def _on_enlarge(self) -> None:
        charts = self._window.center.charts
        here = self._window.center.chart_at_hand()
        charts.enlarge(None if charts.enlarged is not None else here)
