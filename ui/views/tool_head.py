"""The head of the charts in the toolbar, year and view, in less room where it is narrow.

The caption goes first, then the views become one button with a menu; nothing is pushed out.
"""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSlider, QToolButton, QWidget

from ui.widgets.label import label
from ui.widgets.segmented import Segmented

_LEFT: Final = 10
_RIGHT: Final = 2
_GAP: Final = 8
_SLIDER: Final = 110
_SHORT_SLIDER: Final = 70
_SLIDER_AT_MOST: Final = 190


class ToolHead(QWidget):
    """Lays out the parts that it is given; it does not know what they choose."""

    def __init__(self, caption: str, slider: QSlider, year: QLabel, views: Segmented) -> None:
        super().__init__()
        self._slider = slider
        self._year = year
        self._views = views
        self._caption = label(caption, look="muted")
        self._caption.setBuddy(slider)
        slider.setMaximumWidth(_SLIDER_AT_MOST)
        self.view_button = QToolButton()
        self.view_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.view_button.setMenu(QMenu(self.view_button))
        self.view_button.setAccessibleName(views.accessibleName())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_LEFT, 0, _RIGHT, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self._caption)
        layout.addWidget(slider, 1)
        layout.addWidget(year)
        layout.addStretch(1)
        layout.addWidget(views)
        layout.addWidget(self.view_button)
        self._fit()

    def offer_views(self, actions: Iterable[QAction]) -> None:
        """Give the button the views to choose from; it names the one that is checked."""
        for action in actions:
            self.view_button.menu().addAction(action)
            action.toggled.connect(self._name_view)
        self._name_view()

    def sizeHint(self) -> QSize:
        return QSize(self._needed(self._caption, self._views), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than the least form takes, so that the toolbar keeps its buttons."""
        width = self._needed(self.view_button, slider=_SHORT_SLIDER)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        has_segments = self._needed(self._views) <= self.width()
        self._caption.setVisible(self._needed(self._caption, self._views) <= self.width())
        self._views.setVisible(has_segments)
        self.view_button.setVisible(not has_segments)
        self._slider.setMinimumWidth(_SLIDER if has_segments else _SHORT_SLIDER)

    def _needed(self, *parts: QWidget, slider: int = _SLIDER) -> int:
        """Return the width of slider and year beside some parts."""
        shown = [part.sizeHint().width() for part in (self._year, *parts)]
        return _LEFT + slider + sum(width + _GAP for width in shown) + _GAP + _RIGHT

    def _name_view(self) -> None:
        name = self._views.buttons[self._views.choice].text()
        self.view_button.setText(f"{name} \N{BLACK DOWN-POINTING SMALL TRIANGLE}")
