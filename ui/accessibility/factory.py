"""Tells Qt once which widgets answer for themselves, and which stand for a group.

Floor: accessibility.
"""

from typing import Any, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from ui.accessibility.accessible import Role
from ui.accessibility.interface import AccessibleWidget

_installed: list[bool] = []
_GROUP: Final = "toldAsGroup"


def install() -> None:
    """Let Qt ask each widget that tells itself; a second time changes nothing."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_interface_of)


def tell_as_group(widget: QWidget, name: str, role: Role = Role.Grouping) -> None:
    """Let a part of the window be told by its name as soon as the keys come into it.

    Of a grouping a screen reader may read all labels, too; of a form it reads none.
    """
    widget.setProperty(_GROUP, role.value)
    if not widget.accessibleName():
        widget.setAccessibleName(name)


def _interface_of(_name: str, subject: QObject) -> Any:  # noqa: ANN401 - Qt's own interface is none
    """Return the interface of a widget that tells itself or a group; None leaves it to Qt."""
    if isinstance(subject, QWidget) and hasattr(subject, "accessible"):
        return AccessibleWidget(subject, subject)
    if isinstance(subject, QWidget) and (role := subject.property(_GROUP)) is not None:
        return QAccessibleWidget(subject, Role(role))
    return None
