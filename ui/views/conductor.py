"""Ties document, engine and window together: what moves is asked for, what comes is shown."""

from PySide6.QtCore import QObject, QTimer

from planner.ensemble.projection import View
from planner.model.scenario import Scenario, assumption_addresses, lever_addresses, without_changes
from ui.document import Document
from ui.live import Answer, Live
from ui.settings import Settings
from ui.views.exports import Exports
from ui.views.files import Files
from ui.views.help import Help
from ui.views.main_window import MainWindow
from ui.views.properties import PropertiesDialog
from ui.views.recent_menus import FileMenus
from ui.views.status import TOLD_FOR_MS
from ui.views.window_state import WindowState


class Conductor(QObject):
    """Connects signals to slots; each slot does one thing."""

    def __init__(
        self,
        document: Document,
        live: Live,
        window: MainWindow,
        files: Files,
        exports: Exports,
        help_pages: Help,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._document = document
        self._live = live
        self._window = window
        self._files = files
        self._exports = exports
        self._help = help_pages
        self._settings = settings
        self._menus = FileMenus(window.examples_menu, window.recent_menu, settings)
        self.state = WindowState(window, settings)
        self._connect_document()
        self._connect_window()
        self._connect_file_menu()
        self._connect_other_menus()
        self._show_figures(document.scenario)
        self.state.restore()

    def on_fault(self, sentence: str, detail: str) -> None:
        """Tell a fault of the program; nothing that is open is lost."""
        text = self.tr("Something went wrong: {fault}. Your scenario is unchanged.")
        self._window.notice.tell(text.format(fault=sentence.rstrip(".")), detail)

    def ask(self) -> None:
        """Ask the engine for what is on screen."""
        center, document = self._window.center, self._document
        self._live.ask(
            (document.scenario,),
            center.requests(),
            seen=center.seen(),
            dragging=document.is_moving,
        )

    def _connect_document(self) -> None:
        document, live = self._document, self._live
        document.changed.connect(self._on_changed)
        document.settled.connect(self._on_settled)
        document.replaced.connect(self._on_replaced)
        live.projected.connect(self._on_projected)
        live.state_changed.connect(self._window.status.show_state)
        live.failed.connect(self._on_engine_failed)

    def _connect_window(self) -> None:
        window = self._window
        window.painted_first.connect(self._on_painted_first)
        window.close_asked.connect(self._on_close_asked)
        window.file_dropped.connect(self._files.open_path)
        window.side.refused.connect(self._on_refused)
        window.center.wants_changed.connect(self._on_wants_changed)
        window.center.charts.save_requested.connect(self._exports.export_one)
        window.center.charts.copy_requested.connect(self._exports.copy_one)
        self._files.told.connect(window.notice.tell)
        self._files.done.connect(self._on_done)
        self._exports.told.connect(window.notice.tell)
        self._exports.done.connect(self._on_done)
        self._menus.example_chosen.connect(self._files.open_example)
        self._menus.recent_chosen.connect(self._files.open_path)

    def _connect_file_menu(self) -> None:
        actions = self._window.actions_
        actions.new.triggered.connect(self._files.new)
        actions.open.triggered.connect(self._files.ask_open)
        actions.save.triggered.connect(self._files.save_from_menu)
        actions.save_as.triggered.connect(self._files.save_as_from_menu)
        actions.properties.triggered.connect(self._on_properties)
        actions.export_png.triggered.connect(self._exports.export_png)
        actions.export_svg.triggered.connect(self._exports.export_svg)
        actions.export_all.triggered.connect(self._exports.export_all)
        actions.export_csv.triggered.connect(self._exports.export_csv)
        actions.copy_chart.triggered.connect(self._exports.copy_chart)
        actions.quit.triggered.connect(self._window.close)

    def _connect_other_menus(self) -> None:
        actions = self._window.actions_
        actions.reset_levers.triggered.connect(self._on_reset_levers)
        actions.reset_assumptions.triggered.connect(self._on_reset_assumptions)
        actions.reset_to_saved.triggered.connect(self._on_reset_to_saved)
        actions.copy_table.triggered.connect(self._window.center.copy_table)
        actions.view_absolute.triggered.connect(self._on_absolute)
        actions.view_difference.triggered.connect(self._on_difference)
        actions.view_percent.triggered.connect(self._on_percent)
        actions.view_index.triggered.connect(self._on_index)
        actions.enlarge.triggered.connect(self._on_enlarge)
        actions.table.toggled.connect(self._window.center.show_table)
        actions.help_bands.triggered.connect(self._help.show_bands)
        actions.help_glossary.triggered.connect(self._help.show_glossary)
        actions.about.triggered.connect(self._help.show_about)

    def _on_painted_first(self) -> None:
        QTimer.singleShot(0, self._start)

    def _start(self) -> None:
        self._window.center.setFocus()
        self._live.warm_up()
        self.ask()

    def _on_changed(self, scenario: Scenario) -> None:
        self._window.center.charts.freeze(self._document.is_moving)
        self._show_figures(scenario)
        self.ask()

    def _on_settled(self) -> None:
        self._window.center.charts.freeze(False)
        self.ask()

    def _on_replaced(self) -> None:
        self._live.forget()
        self._window.notice.clear()
        self.ask()

    def _on_projected(self, answer: Answer) -> None:
        self._window.center.show_projections(answer.projection, answer.baseline)
        self._window.status.show_projection(answer.projection)
        self._exports.show_projections(answer.projection, answer.baseline)

    def _on_engine_failed(self, trace: str) -> None:
        self.on_fault(trace.strip().splitlines()[-1], trace)

    def _on_refused(self, sentence: str) -> None:
        self._window.status.showMessage(sentence, TOLD_FOR_MS)

    def _on_done(self, sentence: str) -> None:
        self._window.notice.clear()
        self._window.status.showMessage(sentence, TOLD_FOR_MS)

    def _on_close_asked(self) -> None:
        self._files.leave(self._window.allow_close)

    def _on_wants_changed(self) -> None:
        charts, actions = self._window.center.charts, self._window.actions_
        actions.enlarge.setChecked(charts.enlarged is not None)
        by_view = {
            "absolute": actions.view_absolute,
            "difference": actions.view_difference,
            "percent": actions.view_percent,
            "index": actions.view_index,
        }
        by_view[charts.view].setChecked(True)
        self.ask()

    def _on_properties(self) -> None:
        dialog = PropertiesDialog(self._document.scenario, self._window)
        dialog.accepted_scenario.connect(self._on_properties_accepted)
        dialog.open()

    def _on_properties_accepted(self, scenario: Scenario) -> None:
        self._document.edit(self.tr("Change the properties"), scenario)

    def _on_reset_levers(self) -> None:
        scenario = without_changes(self._document.scenario, lever_addresses())
        self._document.edit(self.tr("Reset all levers"), scenario)

    def _on_reset_assumptions(self) -> None:
        scenario = without_changes(self._document.scenario, assumption_addresses())
        self._document.edit(self.tr("Reset all assumptions"), scenario)

    def _on_reset_to_saved(self) -> None:
        self._document.edit(self.tr("Reset to saved"), self._document.saved)

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

    def _show_figures(self, scenario: Scenario) -> None:
        changed = bool(scenario.assumptions)
        self._window.status.show_figures(scenario.figures, assumptions_changed=changed)
