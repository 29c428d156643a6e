"""What all is compared with: chosen in the list or by a command, told where views are named.

It is kept while the scenario is open, and not from start to start. Floor: controllers.
"""

from PySide6.QtCore import QObject, Signal

from planner.storage.sentences.catalog import translate
from planner.studies.compare import is_paired
from planner.studies.parts.reference import called
from ui.accessibility.tips import set_tip
from ui.documents.document import Document
from ui.documents.workspace import Workspace
from ui.engine.published import Published
from ui.engine.shown_run import ShownRun
from ui.views.main_window import MainWindow
from ui.wording.commands.words import view_names, view_tips


class ReferenceController(QObject):
    """Lets a hand choose what differences are from, and says what comes of it."""

    told = Signal(str)

    def __init__(self, window: MainWindow, workspace: Workspace, published: Published) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._list = window.shelf.scenarios
        self._named = ""
        self._list.reference.chosen.connect(self.choose)
        workspace.reference_closed.connect(self._on_closed)
        published.changed.connect(self._on_published)

    def choose_at_hand(self) -> None:
        """Hold all others against the scenario at hand."""
        self.choose(self._list.at_hand)

    def choose_baseline(self) -> None:
        """Hold all scenarios against the baseline."""
        self.choose(None)

    def choose(self, document: Document | None) -> None:
        """Hold all others against a document, None for the baseline; say why it cannot be."""
        if not self._workspace.compare_with(document):
            self.told.emit(
                translate(
                    "ReferenceController",
                    "No more scenarios can be told apart on the charts; uncheck one",
                )
            )
            return
        self._window.center.compare.follow_window()
        reference, current = self._workspace.compared, self._workspace.current
        if reference is not None and not is_paired(reference.scenario, current.scenario):
            text = translate(
                "ReferenceController",
                "“{scenario}” is drawn with other futures: differences from it are not known",
            )
            self.told.emit(text.format(scenario=called(self._workspace.name(reference))))

    def _on_closed(self, name: str) -> None:
        text = translate(
            "ReferenceController", "“{scenario}” is closed: compared with the baseline again"
        )
        self.told.emit(text.format(scenario=called(name)))

    def _on_published(self, run: ShownRun) -> None:
        """Name views after what the run on screen is compared with."""
        if run.against == self._named:
            return
        self._named = run.against
        for key, text in view_names(run.against).items():
            self._window.actions_[f"view_{key}"].setText(text)
        for key, tip in view_tips(run.against).items():
            set_tip(self._window.center.views.buttons[key], tip)
