"""The head of the charts in the toolbar, place, year and view, in less room where it is narrow.

The captions go first, then the places become one button with a list, then the views one with a
menu; in the narrowest window units are left to the menu. Nothing is pushed out.
"""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSlider, QToolButton, QWidget

from planner.storage.sentences.catalog import translate
from ui.widgets.label import label
from ui.widgets.menus.menu_tips import MenuTips
from ui.widgets.place_switch import PlaceSwitch
from ui.widgets.segmented import Segmented

_LEFT: Final = 10
_RIGHT: Final = 2
_GAP: Final = 8
_SLIDER: Final = 110
_SHORT_SLIDER: Final = 70
_SLIDER_AT_MOST: Final = 190


class ToolHead(QWidget):
    """Lays out the parts that it is given; it does not know what they choose."""

    def __init__(
        self, places: PlaceSwitch, slider: QSlider, year: QLabel, views: Segmented
    ) -> None:
        super().__init__()
        self._places = places
        self._slider = slider
        self._year = year
        self._views = views
        self._captions = [
            label(text, look="muted")
            for text in (places.accessibleName(), translate("ToolHead", "Year"))
        ]
        self._captions[1].setBuddy(slider)
        slider.setMaximumWidth(_SLIDER_AT_MOST)
        self.view_button = QToolButton()
        self.view_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.view_button.setMenu(QMenu(self.view_button))
        MenuTips(self.view_button.menu())
        self.view_button.setAccessibleName(views.accessibleName())
        self.unit_button = QToolButton()
        self.unit_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.unit_button.setMenu(QMenu(self.unit_button))
        MenuTips(self.unit_button.menu())
        self.unit_button.setAccessibleName(translate("ToolHead", "Units"))
        self.unit_button.setToolTip(translate("ToolHead", "Units of money and compute"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_LEFT, 0, _RIGHT, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self._captions[0])
        layout.addWidget(places)
        layout.addWidget(self._captions[1])
        layout.addWidget(slider, 1)
        layout.addWidget(year)
        layout.addStretch(1)
        layout.addWidget(views)
        layout.addWidget(self.view_button)
        layout.addWidget(self.unit_button)
        places.reshaped.connect(self._on_reshaped)
        self._fit()

    def offer_views(self, actions: Iterable[QAction]) -> None:
        """Give the button the views to choose from; it names the one that is checked."""
        for action in actions:
            self.view_button.menu().addAction(action)
            action.toggled.connect(self._name_view)
        self._name_view()

    def offer_units(self, actions: Iterable[QAction]) -> None:
        """Give the button the units to choose from."""
        self.unit_button.menu().addActions([*actions])

    def name_units(self, text: str) -> None:
        """Say which units are chosen."""
        self.unit_button.setText(text)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        needed = self._needed(*self._captions, self._views, self.unit_button, compact=False)
        return QSize(needed, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than the least form takes, so that the toolbar keeps its buttons."""
        width = self._needed(self.view_button, compact=True, slider=_SHORT_SLIDER)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width()
        views, units, least = (self._views, self.unit_button), self.unit_button, _SHORT_SLIDER
        has_captions = self._needed(*self._captions, *views, compact=False) <= room
        has_places = self._needed(*views, compact=False) <= room
        has_segments = self._needed(*views, compact=True) <= room
        has_units = self._needed(self.view_button, units, compact=True, slider=least) <= room
        for caption in self._captions:
            caption.setVisible(has_captions)
        self._places.set_compact(not has_places)
        self.unit_button.setVisible(has_units)
        self._views.setVisible(has_segments)
        self.view_button.setVisible(not has_segments)
        self._slider.setMinimumWidth(_SLIDER if has_segments else _SHORT_SLIDER)

    def _needed(self, *parts: QWidget, compact: bool, slider: int = _SLIDER) -> int:
        """Return the width of places, slider and year beside some parts."""
        shown = [part.sizeHint().width() for part in (self._year, *parts)]
        shown.append(self._places.width_of(compact=compact))
        return _LEFT + slider + sum(width + _GAP for width in shown) + _GAP + _RIGHT

    def _on_reshaped(self) -> None:
        self.updateGeometry()
        self._fit()

    def _name_view(self) -> None:
        name = self._views.buttons[self._views.choice].text()
        self.view_button.setText(name)


def view_texts() -> dict[str, str]:
    """Return the words of the view switch."""
    return {
        "absolute": translate("Center", "Levels"),
        "difference": translate("Center", "Difference"),
        "percent": translate("Center", "%"),
        "index": translate("Center", "Start = 100"),
    }
