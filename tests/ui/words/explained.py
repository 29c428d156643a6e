"""Which words of a window a newcomer cannot look up by pointing at them."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QTabBar,
    QToolButton,
    QToolTip,
    QWidget,
)

LEAST_WORDS: Final = 5
"""So many words say more than a name."""
UNKNOWN: Final = frozenset(
    {"assumption", "band", "baseline", "capex", "center", "cloud", "compute", "eflops", "future"}
    | {"h100", "hopper", "hyperscale", "idle", "lever", "median", "nameplate", "outcome", "path"}
    | {"pue", "realized", "rent", "scenario", "segment", "shortage", "supernode", "target", "token"}
    | {"tightness", "utilization", "variant", "voucher"}
)
"""Words of the field that a newcomer may not know."""
_NOTHING: Final = "nothing is told"
_WORD: Final = re.compile(r"[\w'’%-]+")


def unexplained(window: QWidget) -> list[str]:
    """Return what a window says with such a word, and no tip tells more than it says itself."""
    parts = (each for each in window.findChildren(QWidget) if _is_seen(each))
    parts = (each for each in parts if not _is_command(each))
    told = ((text, each) for each in parts if (text := _text(each)) and _has_unknown(text))
    return sorted({text for text, each in told if not _explains(tip_on(each), text)})


def tip_on(widget: QWidget) -> str:
    """Point at a widget as a hand does, and return what is told there."""
    QToolTip.showText(QPoint(), _NOTHING)  # a tip that goes lingers: told is what takes its place
    place = widget.visibleRegion().boundingRect().center()
    asked = QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, asked)
    QTest.qWait(0)
    told = QToolTip.text()
    return "" if told == _NOTHING else told


def _is_seen(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def _is_command(widget: QWidget) -> bool:
    """Tell whether a part is the icon of a command, whose tip is its name: a verb, and no term."""
    return isinstance(widget, QToolButton) and not widget.icon().isNull()


def _text(widget: QWidget) -> str:
    if isinstance(widget, QTabBar):
        return widget.tabText(widget.tabAt(widget.rect().center()))
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLabel | QAbstractButton):
        return _plain(widget.text()).replace("&", "")
    return ""


def _explains(tip: str, text: str) -> bool:
    said = _plain(tip)
    return len(_WORD.findall(said)) >= LEAST_WORDS and said.casefold() != text.casefold()


def _has_unknown(text: str) -> bool:
    return not UNKNOWN.isdisjoint(_forms(text))


def _forms(text: str) -> Iterator[str]:
    """Yield the words of a text, those in the plural in the singular as well."""
    for word in _WORD.findall(text.casefold()):
        yield word
        yield word.removesuffix("s")


def _plain(text: str) -> str:
    return unescape(re.sub(r"<[^>]*>", " ", text)).strip()
