"""What stands in the place of the charts for a while, such as the path of a lever; floor: views.

It wants some series to be computed and gives the charts back when it goes. It knows neither what
the charts show nor what covers them.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from planner.ensemble.projection import Request


class Cover(QObject):
    """Swaps one widget of a layout for another; `changed` tells that it did."""

    changed = Signal()

    def __init__(self, layout: QBoxLayout, usual: QWidget, parent: QObject) -> None:
        """Cover the `usual` widget of a layout, sooner or later."""
        super().__init__(parent)
        self._layout = layout
        self._usual = usual
        self._widget: QWidget | None = None
        self.watched: tuple[Request, ...] = ()
        self.told: tuple[Request, ...] = ()

    @property
    def is_on(self) -> bool:
        """Whether the usual widget is covered."""
        return self._widget is not None

    def put(
        self, widget: QWidget, watched: Sequence[Request], told: Sequence[Request] = ()
    ) -> None:
        """Put a widget in the place of the usual one.

        It draws some series month by month, `watched`, and tells others in the year of the window.
        """
        self._take()
        self._widget, self.watched, self.told = widget, tuple(watched), tuple(told)
        self._usual.hide()
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

    def take(self) -> None:
        """Show the usual widget again and delete what covered it."""
        if self._widget is not None:
            self._take()
            self._usual.show()
            self.changed.emit()

    def _take(self) -> None:
        covered, self._widget, self.watched, self.told = self._widget, None, (), ()
        if covered is not None:
            self._layout.removeWidget(covered)
            covered.hide()
            covered.deleteLater()
