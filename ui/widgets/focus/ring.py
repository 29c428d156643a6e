"""A frame in the accent around whatever has the keys, once keys are used; one for all widgets.

A hand that clicks sees none: it knows where it is. In a list or a table the frame is around the
row or the cell at hand. The frame is a ring without a middle, so that nothing under it is painted
twice. Floor: widgets.
"""

from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QMenuBar,
    QStatusBar,
    QTabBar,
    QWidget,
)

WIDTH: Final = 2
_CUT: Final = WIDTH + 2
"""From the outer edge to what is cut out: round corners stay whole."""
_APART: Final = 2
"""Pixels from what has the keys to the outer edge of the frame."""
_MOVING: Final = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.Wheel,
    }
)


class FocusRing(QObject):
    """Keeps the frame around the widget of one window, or of a dialog of it, that has the keys."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._marked: QWidget | None = None
        self._watched: list[QObject] = []
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._place)
        self._frame = _frame_in(window)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def frame(self) -> QFrame:
        """The frame, in the window of what is marked; that of a dialog goes with the dialog."""
        if not shiboken6.isValid(self._frame):
            self._frame = _frame_in(self._window)
        return self._frame

    @property
    def marked(self) -> QWidget | None:
        """The widget that the frame is around, None where there is no frame."""
        return self._marked

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _MOVING or (kind == QEvent.Type.Paint and self._is_page(watched)):
            self._later.start()
        elif kind == QEvent.Type.MouseButtonPress:
            self._leave()
        return False

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Mark what keys have led to; what a hand has pressed is not marked."""
        if not shiboken6.isValid(self._window):  # it is being taken down, and tells of it
            return
        self._leave()
        by_hand = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is not None and not by_hand and self._is_ours(new):
            self._mark(new)

    def _is_ours(self, widget: QWidget) -> bool:
        """Tell whether a widget is of the window or a dialog of it, and is marked at all."""
        if widget.isWindow() or widget.window().windowType() == Qt.WindowType.Popup:
            return False
        above: QObject | None = widget
        while above is not None and above is not self._window:
            above = above.parent()
        return above is not None and _is_marked(widget)

    def _mark(self, widget: QWidget) -> None:
        self._marked = widget
        parts: list[QObject] = [widget]
        if isinstance(widget, QAbstractItemView):
            parts.append(widget.viewport())
        above: QWidget | None = widget
        while above is not None and not above.isWindow():
            above = above.parentWidget()
            parts.extend(filter(None, (above,)))
        for part in parts:
            part.installEventFilter(self)
        self._watched = parts
        self._later.start()

    def _leave(self) -> None:
        for part in filter(shiboken6.isValid, self._watched):
            part.removeEventFilter(self)
        self._watched, self._marked = [], None
        self._later.stop()
        self.frame.setParent(self._window)
        self.frame.hide()

    def _is_page(self, watched: QObject) -> bool:
        """Tell whether rows or cells lie on a widget, whose painting may be that of another one."""
        marked = self._marked
        return isinstance(marked, QAbstractItemView) and watched is marked.viewport()

    def _place(self) -> None:
        """Put the frame around what is marked, as far as that is to be seen."""
        marked = self._marked
        if marked is None or not shiboken6.isValid(marked):
            return
        window = marked.window()
        seen = area_at_hand(marked).intersected(marked.visibleRegion().boundingRect())
        self.frame.setVisible(not seen.isEmpty())
        if seen.isEmpty():
            return
        area = QRect(marked.mapTo(window, seen.topLeft()), seen.size())
        area = area.adjusted(-_APART, -_APART, _APART, _APART).intersected(window.rect())
        if self.frame.parentWidget() is not window:
            self.frame.setParent(window)
            self.frame.show()
        if area != self.frame.geometry():
            self.frame.setGeometry(area)
            inner = QRect(QPoint(), area.size()).adjusted(_CUT, _CUT, -_CUT, -_CUT)
            self.frame.setMask(QRegion(QRect(QPoint(), area.size())) - QRegion(inner))
        self.frame.raise_()


def _is_marked(widget: QWidget) -> bool:
    """Tell whether a widget is one that keys go to; the menu bar shows by itself where they are."""
    takes_keys = widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, QStatusBar)
    return takes_keys and not isinstance(widget, QMenuBar)


def _frame_in(window: QWidget) -> QFrame:
    """Return a frame that takes neither keys nor clicks, not yet to be seen."""
    made = QFrame(window)
    made.setProperty("look", "focus")
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.hide()
    return made


def area_at_hand(widget: QWidget) -> QRect:
    """Return the part of a widget that keys act on: a row, a cell, a tab, else all of it."""
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        place = widget.viewport().mapTo(widget, QPoint())
        row = widget.visualRect(widget.currentIndex()).translated(place)
        return row.intersected(widget.viewport().geometry())
    if isinstance(widget, QTabBar):
        return widget.tabRect(widget.currentIndex())
    return widget.rect()
