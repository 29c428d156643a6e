"""Shows the levers of all scenarios under the charts and lets them follow what changes.

The table is made when it is first wanted, and while it is not seen it follows nothing: a drag pays
nothing for it. Floor: controllers.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from ui.charts.contents.scopes import Areas
from ui.documents.current import Current
from ui.documents.document import Document
from ui.documents.workspace import Workspace
from ui.process.state.settings import Settings
from ui.style.theme import Theme
from ui.views.main_window import MainWindow

if TYPE_CHECKING:
    from ui.views.matrix.panel import MatrixPanel

KEPT: Final = "matrix"
"""Under which the chosen levers are kept."""


class LeverMatrix(QObject):
    """Ties the table, the documents and the window together."""

    def __init__(
        self, window: MainWindow, workspace: Workspace, current: Current, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._current = current
        self._settings = settings
        self.panel: MatrixPanel | None = None
        compare = window.center.compare
        compare.choose_levers(settings.text(KEPT))
        compare.levers_chosen.connect(self._on_choice)
        compare.inputs_shown.connect(self._on_shown)
        compare.inputs_copy_asked.connect(self._on_copy_asked)
        current.changed.connect(self._on_changed)
        current.settled.connect(self._on_listed)
        workspace.changed_beside.connect(self._on_document)
        workspace.settled_beside.connect(self._on_listed)
        workspace.listed.connect(self._on_listed)
        window.center.year_chosen.connect(self._on_listed)
        window.center.areas.changed.connect(self._on_areas)
        window.center.theme_changed.connect(self._on_theme)

    def show(self, shown: bool) -> None:
        """Show the levers of all scenarios, or close what is under the charts."""
        center = self._window.center
        if shown:
            center.compare.choose_kind("inputs")
        center.show_table(shown)
        if shown and self.panel is not None:
            self.panel.take_keys()

    @property
    def _shown(self) -> "MatrixPanel | None":
        """The table, where it is to be seen."""
        return self.panel if self._window.center.compare.shows_inputs else None

    def _on_shown(self, shown: bool) -> None:
        if not shown:
            if self.panel is not None:
                self.panel.table.let_go()
            self._workspace.undo_in(self._workspace.current)
            return
        center = self._window.center
        panel = self.panel or self._made()
        panel.show_all(center.areas.chosen, center.year, anew=True)

    def _made(self) -> "MatrixPanel":
        from ui.views.matrix.columns import choice_in
        from ui.views.matrix.panel import MatrixPanel

        center = self._window.center
        chosen = choice_in(center.compare.levers)
        self.panel = panel = MatrixPanel(self._workspace, center.charts.theme, chosen)
        panel.refused.connect(self._window.status.tell)
        panel.told.connect(self._window.status.tell)
        panel.path_wanted.connect(self._window.side.show_path)
        panel.choice_changed.connect(center.compare.choose_levers)
        center.compare.put_inputs(panel, panel.levers)
        return panel

    def _on_changed(self) -> None:
        self._on_document(self._current.document)

    def _on_document(self, document: Document) -> None:
        if self._shown is not None:
            self._shown.show_document(document)

    def _on_listed(self) -> None:
        center = self._window.center
        if self._shown is not None:
            self._shown.show_all(center.areas.chosen, center.year)

    def _on_areas(self, _areas: Areas) -> None:
        self._on_listed()

    def _on_theme(self, theme: Theme) -> None:
        if self.panel is not None:
            self.panel.set_theme(theme)

    def _on_choice(self, text: str) -> None:
        self._settings.keep(KEPT, text)
        if self.panel is not None:
            from ui.views.matrix.columns import choice_in

            self.panel.choose(choice_in(text))

    def _on_copy_asked(self) -> None:
        if self._shown is not None:
            self._shown.copy_all()
