"""Finds words that are cut where nothing tells them whole: in labels, buttons, tabs and choices.

And pages wider than the frame that shows them, where none can scroll to the rest.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

from ui.widgets.elided_button import ARROW, ElidedButton
from ui.widgets.rows.input_row import InputRow

_SLACK = 2
"""Pixels by which widths of texts may be rounded."""


def cut_texts(seen: QWidget) -> list[str]:
    """Return what is cut in a widget and all that is seen in it, with the kind of its place."""
    parts = [seen, *seen.findChildren(QWidget)]
    found = (cut for part in parts if part.isVisibleTo(seen) for cut in _cut_in(part))
    return list(dict.fromkeys(found))


def _cut_in(part: QWidget) -> Iterator[str]:
    kind = type(part).__name__
    match part:
        case QTabBar():
            texts = [part.tabText(n) for n in range(part.count()) if not part.tabToolTip(n)]
            wide = sum(part.tabSizeHint(n).width() for n in range(part.count()))
            yield from (f"{kind}: {text}" for text in texts if wide > part.width() + _SLACK)
        case QScrollArea() if _is_too_narrow(part):
            yield f"{kind}: {part.accessibleName()}"
        case _ if not _tells_more(part) and _is_cut(part):
            yield f"{kind}: {_text(part)}"


def _tells_more(part: QWidget) -> bool:
    """Tell whether a tip opens over a part: its own, or that of a row around it."""
    around: QWidget | None = part
    while around is not None and not around.isWindow():
        if around.toolTip() or isinstance(around, InputRow):
            return True
        around = around.parentWidget()
    return False


def _is_cut(part: QWidget) -> bool:
    match part:
        case ElidedButton():
            return part.text().replace("&&", "&").removesuffix(ARROW) != part.full_text
        case QLabel() if part.wordWrap():
            return bool(part.text()) and part.heightForWidth(part.width()) > part.height() + _SLACK
        case QLabel() | QAbstractButton():
            return bool(part.text()) and part.sizeHint().width() > part.width() + _SLACK
        case QComboBox():
            return _width(part, part.currentText()) > part.width() - part.height() + _SLACK
        case QLineEdit():
            return not part.text() and _width(part, part.placeholderText()) > part.width()
    return False


def _is_too_narrow(area: QScrollArea) -> bool:
    """Tell whether a page is wider than its frame, which has no bar to reach the rest."""
    page, off = area.widget(), Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    is_wider = page is not None and page.width() > area.viewport().width()
    return is_wider and area.horizontalScrollBarPolicy() == off


def _text(part: QWidget) -> str:
    match part:
        case QComboBox():
            return part.currentText()
        case QLineEdit():
            return part.placeholderText()
        case QLabel() | QAbstractButton():
            return part.text()
    return ""


def _width(part: QWidget, text: str) -> int:
    return part.fontMetrics().horizontalAdvance(text)
