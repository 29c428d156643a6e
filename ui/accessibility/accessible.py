"""What a widget tells a screen reader of itself, as frozen values. Floor: accessibility."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number between two ends, all in the unit that is shown; `take` sets it, as a key would."""

    value: float
    low: float
    high: float
    step: float
    take: Callable[[float], None] | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Something that a widget paints: what it is called, what it says, where it is in it."""

    name: str
    value: str = ""
    place: QRect = QRect()  # noqa: RUF009 - nobody changes it
    role: Role = Role.StaticText


@dataclass(frozen=True, slots=True)
class Accessible:
    """A widget as it is told: what it is called, what it shows, what can be done with it.

    `value` is its number or choice in words, `quantity` the same as a number; `is_checked` is None
    of what cannot be checked. `parts` are what it paints beside its child widgets, and `leads_to`
    is the widget that tells the same in another form.
    """

    name: str
    role: Role = Role.StaticText
    value: str = ""
    description: str = ""
    quantity: Quantity | None = None
    is_checked: bool | None = None
    press: Callable[[], object] | None = None
    show_menu: Callable[[], object] | None = None
    parts: tuple[Part, ...] = ()
    leads_to: QWidget | None = None


class Telling(Protocol):
    """A widget that tells itself; asked when a screen reader asks, not at each change."""

    def accessible(self) -> Accessible:
        """Return what the widget shows now."""
        ...
