"""Where messages lie: over the lower edge of a part of the window, so that nothing has to move.

They lie over its upper edge while they would cover what has the keys. Where there is a button for
it, a hand folds them away into that; it opens them again, and so does a new message. What they say
is no matter here. Floor: views.
"""

from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from planner.storage.sentences.catalog import translate
from ui.accessibility.tips import set_tip
from ui.widgets.action_bar import ActionBar
from ui.widgets.focus.order import first_stop, holds

_MARGIN: Final = 8
_NEW: Final = frozenset({QEvent.Type.ShowToParent, QEvent.Type.ChildAdded})
_SHOWS: Final = frozenset({QEvent.Type.ShowToParent, QEvent.Type.HideToParent})
_ARRANGES: Final = frozenset(
    {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest, *_SHOWS}
)


class MessageLayer(QFrame):
    """Holds bars over a part of a window, one below the other; hidden while all of them are.

    It watches the parts above `over` as well, for they move it. `opener` is shown while messages
    are folded away, and opens them; without one they cannot be folded.
    """

    def __init__(self, over: QWidget, window: QWidget, opener: QToolButton | None = None) -> None:
        super().__init__(window)
        self._over = over
        self._window = window
        self._opener = opener
        self._is_folded = False
        self._is_above = False
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._arrange)
        self.folder = QToolButton()
        self._lay_out()
        self.hide()
        self._watch()

    def add(self, bar: QWidget, place: int | None = None) -> None:
        """Take a bar in, at the end or before the one at a place."""
        self._bars.insertWidget(self._bars.count() if place is None else place, bar)
        bar.installEventFilter(self)
        self._later.start()

    @property
    def is_folded(self) -> bool:
        """Whether there are messages that are folded away."""
        return self._is_folded

    def fold(self) -> None:
        """Put the messages away into the button that opens them."""
        had_keys = holds(self, QApplication.focusWidget())
        self._is_folded = self._opener is not None
        self._arrange()
        if had_keys and self._opener is not None:
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def unfold(self) -> None:
        """Show the messages again, and give them the keys."""
        self._is_folded = False
        self._arrange()
        stop = first_stop(self)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is over, and the bars as they come, grow and go."""
        if event.type() in _NEW and self._is_bar(watched):
            self._is_folded = False
        if event.type() in _SHOWS and self._is_bar(watched):
            self._arrange()
        elif event.type() in _ARRANGES:
            self._later.start()
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._later.start()
        return super().event(event)

    def _is_bar(self, widget: QObject) -> bool:
        return isinstance(widget, QWidget) and self._bars.indexOf(widget) >= 0

    def _count(self) -> int:
        """Return how many messages there are to be seen, folded or not."""
        kind = Qt.FindChildOption.FindDirectChildrenOnly
        bars = (each for each in self.findChildren(QWidget, options=kind) if self._is_bar(each))
        return sum(_count_in(bar) for bar in bars if not bar.isHidden())

    def _arrange(self) -> None:
        """Show what there is, where it covers nothing that has the keys."""
        count = self._count()
        self._is_folded = self._is_folded and count > 0
        if self._opener is not None:
            text = translate("Messages", "Messages: {count}").format(count=count)
            self._opener.setText(text)
            self._opener.setVisible(self._is_folded)
        is_shown = count > 0 and not self._is_folded
        if is_shown:
            self._place()
        if is_shown and self.isHidden():
            self.raise_()
        self.setVisible(is_shown)

    def _place(self) -> None:
        room = self._room()
        self._inner.activate()
        height = min(self._inner.totalHeightForWidth(room.width()), room.height())
        below = QRect(room.left(), room.bottom() + 1 - height, room.width(), height)
        above = QRect(room.topLeft(), below.size())
        covered = self._covered(above if self._is_above else below)
        if covered and self._covered(below if self._is_above else above) < covered:
            self._is_above = not self._is_above
        self.setGeometry(above if self._is_above else below)

    def _room(self) -> QRect:
        """Return where bars may lie: the part they are over, as far as it is to be seen."""
        over, window = self._over, self._window
        whole = QRect(over.mapTo(window, over.rect().topLeft()), over.size())
        above = over.parentWidget()
        while above is not None and over is not window and above is not window:
            seen = QRect(above.mapTo(window, above.rect().topLeft()), above.size())
            whole, above = whole.intersected(seen), above.parentWidget()
        return whole.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)

    def _covered(self, area: QRect) -> int:
        """Return how many pixels of what has the keys lie under an area, in rows."""
        focused, window = QApplication.focusWidget(), self._window
        if focused is None or not window.isAncestorOf(focused) or holds(self, focused):
            return 0
        at_hand = QRect(focused.mapTo(window, focused.rect().topLeft()), focused.size())
        return at_hand.intersected(area).height() if at_hand.intersects(area) else 0

    def _on_focus_changed(self, _old: QWidget | None, _new: QWidget | None) -> None:
        if shiboken6.isValid(self) and self.isVisible():
            self._later.start()

    def _watch(self) -> None:
        part: QWidget | None = self._over
        while part is not None:
            part.installEventFilter(self)
            part = None if part is self._window else part.parentWidget()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _lay_out(self) -> None:
        self._bars = QVBoxLayout()
        self._bars.setSpacing(0)
        self.folder.setText("\N{EN DASH}")
        self.folder.setProperty("look", "flat")
        name = translate("Messages", "Fold messages away: the status bar keeps them")
        self.folder.setAccessibleName(name)
        set_tip(self.folder, name)
        self.folder.setVisible(self._opener is not None)
        self.folder.clicked.connect(self.fold)
        if self._opener is not None:
            self._opener.clicked.connect(self.unfold)
        self.setProperty("look", "messages")
        self._inner = QHBoxLayout(self)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(0)
        self._inner.addLayout(self._bars, 1)
        self._inner.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignTop)


def _count_in(bar: QWidget) -> int:
    """Return how many messages a part of the layer holds: it is one itself, or has some."""
    held = bar.findChildren(ActionBar)
    return sum(not _is_put_away(each) for each in held) if held else 1


def _is_put_away(widget: QWidget) -> bool:
    """Tell whether a widget was hidden; one that was never shown yet was not."""
    return widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
