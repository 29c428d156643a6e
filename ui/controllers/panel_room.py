"""Opens the panel at the right where there is room for it, and closes it where there is not.

What a user chose is kept, for wide windows and for narrow ones apart: a panel that was opened
beside wide charts does not come up again over narrow ones. Its width is kept, too.
Floor: controllers.
"""

import re

from PySide6.QtCore import QEvent, QObject

from ui.process.state.settings import Settings
from ui.views.body import WIDE_FROM
from ui.views.main_window import MainWindow

KEYS = {True: "panel", False: "panel_when_narrow"}
"""Under which each choice is kept: of wide windows, and of narrow ones."""
WIDTH_KEY = "panel_width"


class PanelRoom(QObject):
    """Follows the width of the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_wide = True
        self._is_chosen = True
        self._wishes = {True: True, False: False}
        window.installEventFilter(self)
        window.shelf.shown.connect(self._on_shown)

    def restore(self, settings: Settings) -> None:
        """Show or hide the panel as last time in a window of this width."""
        for is_wide, key in KEYS.items():
            kept = settings.text(key)
            self._wishes[is_wide] = kept == "shown" if kept else is_wide
        self._is_wide = self._window.width() >= WIDE_FROM
        width = settings.text(WIDTH_KEY)
        if re.fullmatch("[0-9]{1,4}", width):
            self._window.body.widen_shelf(int(width))
        self._follow()

    def choices(self) -> dict[str, str]:
        """Return what is to be kept."""
        kept = {key: "shown" if self._wishes[wide] else "hidden" for wide, key in KEYS.items()}
        return {**kept, WIDTH_KEY: str(self._window.body.shelf_width)}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            is_wide = self._window.width() >= WIDE_FROM
            if is_wide != self._is_wide:
                self._is_wide = is_wide
                self._follow()
        return False

    def _follow(self) -> None:
        self._is_chosen = False
        self._window.shelf.setVisible(self._wishes[self._is_wide])
        self._is_chosen = True

    def _on_shown(self, shown: bool) -> None:
        """Remember what somebody chose; what follows from the width is no choice."""
        if self._is_chosen:
            self._wishes[self._is_wide] = shown
