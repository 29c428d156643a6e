"""Leads the keys from panel to panel of the window, F6 on and Shift+F6 back, and says which it is.

A panel is entered where it was left, else at its first stop. Escape leads back to where the keys
were before. Floor: controllers.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget

from planner.storage.sentences.catalog import translate
from ui.accessibility.accessible import Role
from ui.accessibility.factory import tell_as_group
from ui.views.main_window import MainWindow
from ui.widgets.focus.menu_bar import enter_menu_bar
from ui.widgets.focus.order import first_stop, holds


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the window that keys go to: what it is called, and what is entered in it first."""

    name: str
    widget: QWidget
    first: QWidget | None = None


class Panels(QObject):
    """Knows which panels there are to be seen, and where each was left."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._left: dict[QWidget, QWidget] = {}
        self._entered: QWidget | None = None
        self._from: QWidget | None = None
        window.escaped.connect(self.go_home)
        self._name_all()

    def _name_all(self) -> None:
        """Let each panel be told as the keys come into it; a chart says itself what it is."""
        for each in self._all():
            if each.widget is not self._window.center.charts:
                role = Role.Form if each.widget is self._window.side else Role.Grouping
                tell_as_group(each.widget, each.name, role)

    def go_on(self) -> None:
        """Go to the next panel."""
        self._go(1)

    def go_back(self) -> None:
        """Go to the panel before."""
        self._go(-1)

    def go_home(self) -> None:
        """Go back to where the keys were before they went round; from the lists to the charts."""
        focused, home = QApplication.focusWidget(), self._from
        is_led = self._is_led(focused)
        self._entered = self._from = None
        if is_led and home is not None and _is_usable(home):
            home.setFocus(Qt.FocusReason.TabFocusReason)
        elif holds(self._window.shelf, focused):
            self._window.center.setFocus()

    def panels(self) -> list[Panel]:
        """Return the panels that are to be seen, in the order of the keys."""
        return [each for each in self._all() if each.widget.isVisible()]

    def _go(self, step: int) -> None:
        panels, focused = self.panels(), QApplication.focusWidget()
        here = next((n for n, each in enumerate(panels) if holds(each.widget, focused)), None)
        if here is not None and focused is not None:
            self._left[panels[here].widget] = focused
        if not self._is_led(focused):
            self._from = focused
        start = here if here is not None else -1 if step > 0 else 0
        self._enter(panels[(start + step) % len(panels)])

    def _enter(self, panel: Panel) -> None:
        self._window.status.tell(panel.name, aloud=False)
        if isinstance(panel.widget, QMenuBar):
            enter_menu_bar(panel.widget)
            return
        self._entered = panel.widget
        self._window.activateWindow()
        stop = self._left_at(panel) or panel.first or first_stop(panel.widget) or panel.widget
        stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _is_led(self, focused: QWidget | None) -> bool:
        """Tell whether the keys are where they were led to; menus lead back there by themselves."""
        is_there = self._entered is not None and holds(self._entered, focused)
        return is_there or isinstance(focused, QMenuBar)

    def _left_at(self, panel: Panel) -> QWidget | None:
        """Return where a panel was left, as long as that is still there to be seen."""
        left = self._left.get(panel.widget)
        is_there = left is not None and _is_usable(left) and holds(panel.widget, left)
        return left if is_there else None

    def _all(self) -> Iterator[Panel]:
        """Go through the panels: what is moved, what is drawn, what is listed, what is around."""
        window = self._window
        center, shelf, side = window.center, window.shelf, window.side
        yield Panel(translate("Panels", "Levers and assumptions"), side, side.first_control)
        questions = center.first.questions
        yield Panel(translate("Panels", "Questions to start from"), questions, questions.cards[0])
        yield Panel(translate("Panels", "Cards"), center.kpis)
        yield Panel(translate("Panels", "The answer in words"), center.answer)
        yield Panel(translate("Panels", "Charts"), center.charts)
        if center.cover.widget is not None:
            yield Panel(center.cover.widget.accessibleName(), center.cover.widget)
        yield Panel(translate("Panels", "Comparison"), center.compare)
        yield Panel(translate("Panels", "Scenarios"), shelf.scenarios, shelf.scenarios.view)
        yield Panel(translate("Panels", "Targets"), shelf.targets)
        yield Panel(translate("Panels", "Kept answers"), shelf.answers)
        yield Panel(translate("Panels", "History"), shelf.history, shelf.history.view)
        yield Panel(translate("Panels", "Status"), window.status)
        yield Panel(translate("Panels", "Menus"), window.menuBar())
        yield Panel(translate("Panels", "Toolbar"), window.toolbar)
        yield Panel(translate("Panels", "Messages"), window.messages)


def _is_usable(widget: QWidget) -> bool:
    """Tell whether keys can still go to a widget."""
    return shiboken6.isValid(widget) and widget.isVisible() and widget.isEnabled()
