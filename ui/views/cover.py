"""What stands in the place of the charts for a while, such as the path of a lever; floor: views.

It wants some series to be computed and gives the charts back when it goes; set aside, it comes back
as it was. It knows neither what the charts show nor what covers them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from planner.ensemble.projection import PerFuture, Request


@dataclass(frozen=True, slots=True, eq=False)
class Aside:
    """What covered the charts and is to come back: the widget, what it wants, and how it stood."""

    widget: QWidget
    watched: tuple[Request, ...]
    told: tuple[Request, ...]
    followed: tuple[PerFuture, ...]
    stays: bool
    is_alone: bool


class Cover(QObject):
    """Swaps one widget of a layout for another; `changed` tells that it did."""

    changed = Signal()

    def __init__(self, layout: QBoxLayout, usual: QWidget, parent: QObject) -> None:
        """Cover the `usual` widget of a layout, sooner or later."""
        super().__init__(parent)
        self._layout = layout
        self._usual = usual
        self._widget: QWidget | None = None
        self._beside: list[QWidget] = []
        self._stays = self._is_alone = False
        self._aside: Aside | None = None
        self.watched: tuple[Request, ...] = ()
        self.told: tuple[Request, ...] = ()
        self.followed: tuple[PerFuture, ...] = ()

    @property
    def is_on(self) -> bool:
        """Whether the usual widget is covered."""
        return self._widget is not None

    @property
    def is_alone(self) -> bool:
        """Whether what covers the usual widget has the room of all that the layout holds."""
        return self._is_alone

    @property
    def widget(self) -> QWidget | None:
        """What covers the usual widget, None where it is seen."""
        return self._widget

    def put(
        self,
        widget: QWidget,
        watched: Sequence[Request],
        told: Sequence[Request] = (),
        *,
        alone: bool = False,
        stays: bool = False,
    ) -> None:
        """Put a widget in the place of the usual one.

        It draws some series month by month, `watched`, and tells others in the year of the window.
        What stands `alone` has the room of all that the layout holds; what `stays` is not deleted
        when it goes, and may be put again.
        """
        self._take()
        self._widget, self.watched, self.told = widget, tuple(watched), tuple(told)
        self._stays, self._is_alone = stays, alone
        self._usual.hide()
        self._beside = self._others() if alone else []
        for other in self._beside:
            other.hide()
        self._layout.addWidget(widget, 1)
        widget.show()
        self.changed.emit()

    def has(self, widget: QWidget) -> bool:
        """Tell whether a widget covers the usual one."""
        return self._widget is widget

    def want(self, watched: Sequence[Request], told: Sequence[Request]) -> None:
        """Want other series for the widget that covers the usual one."""
        if (self.watched, self.told) != (tuple(watched), tuple(told)):
            self.watched, self.told = tuple(watched), tuple(told)
            self.changed.emit()

    def follow(self, asked: Sequence[PerFuture]) -> None:
        """Want values of single futures for the widget that covers the usual one."""
        if self.followed != tuple(asked):
            self.followed = tuple(asked)
            self.changed.emit()

    def take(self) -> None:
        """Show the usual widget again and delete what covered it, unless it stays."""
        if self._widget is not None:
            self._take()
            self._usual.show()
            self.changed.emit()

    def set_aside(self) -> None:
        """Show the usual widget for a while; what covered it is kept as it is."""
        if self._widget is None:
            return
        wants = (self.watched, self.told, self.followed)
        self._aside = Aside(self._widget, *wants, self._stays, self._is_alone)
        self._stays = True
        self.take()

    def bring_back(self) -> None:
        """Cover the usual widget again with what was set aside, if anything was."""
        aside, self._aside = self._aside, None
        if aside is None or not shiboken6.isValid(aside.widget):
            return
        self.put(aside.widget, aside.watched, aside.told, alone=aside.is_alone, stays=aside.stays)
        self.follow(aside.followed)

    def keeps(self, widget: QWidget) -> bool:
        """Tell whether a widget was set aside, to come back."""
        return self._aside is not None and self._aside.widget is widget

    def _others(self) -> list[QWidget]:
        """Return what the layout shows beside the usual widget."""
        items = (self._layout.itemAt(place) for place in range(self._layout.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [each for each in widgets if each not in (None, self._usual) and not each.isHidden()]

    def _take(self) -> None:
        for other in self._beside:
            other.show()
        self._beside = []
        self._is_alone = False
        covered, self._widget, self.watched, self.told = self._widget, None, (), ()
        self.followed = ()
        if covered is not None:
            self._layout.removeWidget(covered)
            covered.hide()
            if not self._stays:
                covered.deleteLater()
