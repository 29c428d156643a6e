"""The interface of a widget that tells itself; Qt hands it to whatever screen reader asks.

Nothing is kept here: each answer is what the widget shows at that moment. PySide reads no null
pointer out of None, so that an interface there is not is a pointer to nothing.
Floor: accessibility.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleValueInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import Shiboken, isValid

from planner.quantities.told.lists import led_by
from ui.accessibility.accessible import Accessible, Part, Quantity, Telling

_Text = QAccessible.Text
_Kind = QAccessible.InterfaceType
_Relation = QAccessible.RelationFlag
_NOTHING = Shiboken.VoidPtr(0)
_said: dict[QWidget, str] = {}
"""What is said of a widget for a moment, in place of its description."""


@contextmanager
def saying(widget: QWidget, sentence: str) -> Iterator[None]:
    """Describe a widget by a sentence meanwhile."""
    _said[widget] = sentence
    try:
        yield
    finally:
        del _said[widget]


class AccessibleWidget(QAccessibleWidget):
    """Answers for one widget with what it tells of itself."""

    def __init__(self, widget: QWidget, telling: Telling) -> None:
        super().__init__(widget)
        self._telling = telling
        self._number = AccessibleNumber(telling)
        self._parts: list[AccessiblePart] = []
        widget.destroyed.connect(self._on_destroyed)

    @property
    def _told(self) -> Accessible:
        return self._telling.accessible()

    def role(self) -> QAccessible.Role:
        return self._told.role

    def text(self, t: QAccessible.Text) -> str:
        told = self._told
        match t:
            case _Text.Name:
                return told.name
            case _Text.Value:
                return told.value
            case _Text.Description:
                return _said.get(self.widget(), told.description)
        return super().text(t)

    def state(self) -> QAccessible.State:
        state, checked = super().state(), self._told.is_checked
        if checked is not None:
            state.checkable, state.checked = 1, int(checked)
        return state

    def childCount(self) -> int:
        return super().childCount() + len(self._told.parts)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        widgets = super().childCount()
        return super().child(index) if index < widgets else self._part(index - widgets)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if isinstance(child, AccessiblePart):
            return super().childCount() + child.number
        return super().indexOfChild(child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        for number, _ in enumerate(self._told.parts):
            part = self._part(number)
            if part is not None and part.rect().contains(x, y):
                return part
        return super().childAt(x, y)

    def relations(self, match: Any = None) -> list[tuple[QAccessibleInterface, _Relation]]:  # noqa: ANN401 - of Qt
        """Return what it is related to, no label: one would be read in place of the name."""
        found = [each for each in super().relations() if each[1] != _Relation.Label]
        other = self._told.leads_to
        if other is not None:
            found.append((QAccessible.queryAccessibleInterface(other), _Relation.FlowsTo))
        return found

    def actionNames(self) -> list[str]:
        names, told = super().actionNames(), self._told
        own = {self.pressAction(): told.press, self.showMenuAction(): told.show_menu}
        return [*(name for name, act in own.items() if act is not None), *names]

    def doAction(self, actionName: str) -> None:  # noqa: N803 - Qt's name
        told = self._told
        acts = {self.pressAction(): told.press, self.showMenuAction(): told.show_menu}
        act = acts.get(actionName)
        if act is None:
            super().doAction(actionName)
        else:
            act()

    def interface_cast(self, t: QAccessible.InterfaceType) -> Any:  # noqa: ANN401 - a pointer
        if t == _Kind.ValueInterface:
            return self._number if self._told.quantity is not None else _NOTHING
        found: Any = super().interface_cast(t)
        return _NOTHING if found is None else found

    def _part(self, number: int) -> "AccessiblePart | None":
        """Return the interface of a part; a number keeps its own as long as the widget lives."""
        if not 0 <= number < len(self._told.parts):
            return None
        while len(self._parts) <= number:
            self._parts.append(AccessiblePart(self.widget(), self._telling, len(self._parts)))
        return self._parts[number]

    def _on_destroyed(self) -> None:
        """Let Qt forget the parts with the widget: it asks by number whatever it was told of."""
        for part in self._parts:
            if isValid(part):
                QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(part))
        self._parts.clear()


class AccessibleNumber(QAccessibleValueInterface):
    """The number of a widget, in the unit that it is shown in."""

    def __init__(self, telling: Telling) -> None:
        super().__init__()
        self._telling = telling

    @property
    def _quantity(self) -> Quantity:
        return self._telling.accessible().quantity or Quantity(0.0, 0.0, 0.0, 0.0)

    def currentValue(self) -> float:
        return self._quantity.value

    def minimumValue(self) -> float:
        return self._quantity.low

    def maximumValue(self) -> float:
        return self._quantity.high

    def minimumStepSize(self) -> float:
        return self._quantity.step

    def setCurrentValue(self, value: Any) -> None:  # noqa: ANN401 - of Qt
        quantity = self._quantity
        if quantity.take is not None:
            quantity.take(min(quantity.high, max(quantity.low, float(value))))


class AccessiblePart(QAccessibleInterface):
    """A part that a widget paints, by its number among its parts."""

    def __init__(self, widget: QWidget, telling: Telling, number: int) -> None:
        super().__init__()
        self._widget, self._telling, self.number = widget, telling, number

    @property
    def _part(self) -> Part:
        parts = self._telling.accessible().parts if isValid(self._widget) else ()
        return parts[self.number] if self.number < len(parts) else Part("")

    def isValid(self) -> bool:
        return isValid(self._widget) and self.number < len(self._telling.accessible().parts)

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._widget)

    def role(self) -> QAccessible.Role:
        return self._part.role

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.readOnly = 1
        state.invisible = int(not self._widget.isVisible())
        return state

    def text(self, t: QAccessible.Text) -> str:
        part = self._part
        match t:
            case _Text.Name:
                return led_by(part.name, part.value) if part.value else part.name
            case _Text.Value:
                return part.value
        return ""

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Change nothing: a part says what is shown."""

    def rect(self) -> QRect:
        corner = self._widget.mapToGlobal(self._part.place.topLeft())
        return QRect(corner, self._part.place.size())

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def indexOfChild(self, arg__1: QAccessibleInterface) -> int:
        return -1
