"""What holds the window's parts while text is enlarged: they scroll where they have no room.

So they do where the desktop enlarges everything and its screen is small for that.

Floor: views.
"""

from typing import Final

import shiboken6
from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QScrollBar, QWidget

LEAST_PAGE: Final = QSize(900, 440)
"""Below this the parts would be cut; so much a window of the least usual size has for them."""
LEAST_WINDOW: Final = QSize(400, 260)
_AROUND: Final = 8
"""Pixels around what is shown, in which its ring has room."""


def lacks_room(screen: QScreen, least: QSize) -> bool:
    """Tell whether a screen, enlarged by the desktop, shows less than that in pixels of ours."""
    room = screen.availableSize()
    return screen.devicePixelRatio() > 1.0 and room.expandedTo(least) != room


class PageScroll(QScrollArea):
    """As large as the window lets it be; keys and wheels act on what is in it.

    It follows the keys: what they come to is shown, from its upper left corner on.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        page.setMinimumSize(LEAST_PAGE)
        self.setWidget(page)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._follow)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def minimumSizeHint(self) -> QSize:
        return QSize()

    def _on_focus_changed(self, before: QWidget | None, _now: QWidget | None) -> None:
        """Follow once what is in it has scrolled as well; a window that opens stays as it is."""
        if before is not None and shiboken6.isValid(self):
            self._later.start()

    def _follow(self) -> None:
        """Show what has the keys, unless a hand took it, under which nothing is to move."""
        focused, page = QApplication.focusWidget(), self.widget()
        if focused is None or page is None or QApplication.mouseButtons():
            return
        if page.isAncestorOf(focused):
            place = QRect(focused.mapTo(page, QPoint()), focused.size())
            _reveal(self.horizontalScrollBar(), place.left(), place.right())
            _reveal(self.verticalScrollBar(), place.top(), place.bottom())


def _reveal(bar: QScrollBar, first: int, last: int) -> None:
    """Scroll so far that all of it is seen, or its beginning where not all has room."""
    at_least = last + _AROUND - bar.pageStep()
    bar.setValue(min(max(bar.value(), at_least), first - _AROUND))
