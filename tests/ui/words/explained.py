"""Which words of a window a newcomer cannot look up by pointing at them."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QMenu,
    QTabBar,
    QToolButton,
    QToolTip,
    QWidget,
)

from ui.widgets.menus.menu_tips import entry_tip

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


def unexplained_entries(menus: Iterable[QMenu]) -> list[str]:
    """Return the entries of menus with such a word that nothing tells more of.

    What opens another menu is explained by that.
    """
    entries = [each for menu in menus for each in menu.actions() if each.menu() is None]
    told = ((_plain(each.text()).replace("&", ""), each) for each in entries)
    unknown = ((text, each) for text, each in told if _has_unknown(text))
    return sorted({text for text, each in unknown if not _explains(entry_tip(each), text)})


def unexplained_heads(window: QWidget) -> list[str]:
    """Return the heads of columns and rows on screen that nothing tells more of."""
    heads = (each for each in window.findChildren(QHeaderView) if _is_seen(each))
    sections = [(head, each) for head in heads for each in range(head.count())]
    seen = [(head, each) for head, each in sections if not head.isSectionHidden(each)]
    told = [(_head(*each, Qt.ItemDataRole.DisplayRole), each) for each in seen]
    tips = ((text, _head(*each, Qt.ItemDataRole.ToolTipRole)) for text, each in told)
    return sorted({text for text, tip in tips if _has_unknown(text) and not _explains(tip, text)})


def _head(head: QHeaderView, section: int, role: Qt.ItemDataRole) -> str:
    return str(head.model().headerData(section, head.orientation(), role) or "")


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
