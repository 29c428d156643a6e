"""Tells Qt once which widgets answer for themselves. Floor: accessibility."""

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from ui.accessibility.interface import AccessibleWidget

_installed: list[bool] = []


def install() -> None:
    """Let Qt ask each widget that tells itself; a second time changes nothing."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_interface_of)


def _interface_of(_name: str, subject: QObject) -> Any:  # noqa: ANN401 - Qt's own interface is none
    """Return the interface of a widget that tells itself; None leaves it to Qt."""
    if isinstance(subject, QWidget) and hasattr(subject, "accessible"):
        return AccessibleWidget(subject, subject)
    return None
