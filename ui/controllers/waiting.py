"""Says what the window waits for when a disk does not answer, and lets it be given up."""

from PySide6.QtCore import QObject

from planner.quantities.listed import listed
from planner.storage.sentences.catalog import translate
from ui.engine.file_tasks import FileTasks, Wait
from ui.views.main_window import MainWindow
from ui.widgets.action_bar import ActionBar, BarDisplay

TOLD_AT_MOST = 4


class Waiting(QObject):
    """One bar for all that is waited for, gone with the last answer."""

    def __init__(self, tasks: FileTasks, window: MainWindow) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._window = window
        self.bar: ActionBar | None = None
        tasks.waits_changed.connect(self._show)

    def _show(self, waits: tuple[Wait, ...]) -> None:
        if self.bar is not None:
            self.bar.hide()
            self.bar.deleteLater()
            self.bar = None
        if waits:
            self.bar = ActionBar(display_of(waits))
            self.bar.chosen.connect(self._tasks.give_up)
            self._window.show_message(self.bar)


def display_of(waits: tuple[Wait, ...]) -> BarDisplay:
    """Return what a bar says of what is waited for: a line for each, and Cancel if it is of use."""
    lines = list(dict.fromkeys(wait.words for wait in waits))
    cancel = (("cancel", translate("Waiting", "Cancel")),)
    can_cancel = any(wait.give_up is not None for wait in waits)
    return BarDisplay("waiting", listed(lines, "\n", TOLD_AT_MOST), cancel if can_cancel else ())
