"""Help: the viewer of its pages; the list of keys is `ui.views.dialogs.shortcuts`.

Nothing of it is shown by a web browser. Floor: views.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.views.help.viewer import HelpViewer


class Help(QObject):
    """Opens pages in one window that blocks nothing.

    `control_wanted` carries the address of a control, `chart_wanted` the key of a chart.
    """

    control_wanted = Signal(str)
    chart_wanted = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.viewer: HelpViewer | None = None

    def show_bands(self) -> None:
        """Show how to read the bands."""
        self.show_page("bands")

    def show_sweeps(self) -> None:
        """Show what a sweep is and what its window tells."""
        self.show_page("sweeps")

    def show_glossary(self) -> None:
        """Show the glossary."""
        self.show_page("glossary")

    def show_model(self) -> None:
        """Show what the model is made of."""
        self.show_page("model")

    def show_about(self) -> None:
        """Show the versions and the sources."""
        self.show_page("about")

    def show_page(self, key: str) -> None:
        """Show a page of help."""
        from ui.views.help.viewer import HelpViewer  # no start needs it

        if self.viewer is None:
            self.viewer = HelpViewer(self._window)
            self.viewer.control_wanted.connect(self.control_wanted)
            self.viewer.chart_wanted.connect(self.chart_wanted)
        self.viewer.show_page(key)
        self.viewer.show()
        self.viewer.raise_()
        self.viewer.activateWindow()
        self.viewer.field.setFocus()
