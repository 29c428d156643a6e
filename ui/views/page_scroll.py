"""What holds the window's parts while text is enlarged: they scroll where they have no room.

Floor: views.
"""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

LEAST_PAGE: Final = QSize(900, 440)
"""Below this the parts would be cut; so much a window of the least usual size has for them."""
LEAST_WINDOW: Final = QSize(400, 260)


class PageScroll(QScrollArea):
    """As large as the window lets it be; keys and wheels act on what is in it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        page.setMinimumSize(LEAST_PAGE)
        self.setWidget(page)

    def minimumSizeHint(self) -> QSize:
        return QSize()
