"""The way of the tab key: what it stops at, and in which order parts follow. Floor: widgets."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def holds(part: QWidget, widget: QWidget | None) -> bool:
    """Tell whether a widget is a part itself or lies in it."""
    return widget is not None and (widget is part or part.isAncestorOf(widget))


def first_stop(part: QWidget) -> QWidget | None:
    """Return the first stop in a part that can be used now, None where there is none."""
    return first_stop_of(part, QWidget)


def first_stop_of(part: QWidget, kind: type[QWidget]) -> QWidget | None:
    """Return the first stop of a kind in a part that can be used now."""
    stops = (each for each in _chain_in(part) if isinstance(each, kind) and _is_stop(each))
    return next((each for each in stops if each.isVisible() and each.isEnabled()), None)


def follow_each_other(parts: Sequence[QWidget]) -> None:
    """Let the tab key go through parts one after the other, each in its own order.

    Buttons come along that are no stop now, one of their group being it: Qt orders stops alone.
    """
    found = _chains_in(parts)
    stops = dict.fromkeys(e for e in found if _is_stop(e) or isinstance(e, QAbstractButton))
    policies = {each: each.focusPolicy() for each in stops if not _is_stop(each)}
    for each in policies:
        each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
    for each, policy in policies.items():
        each.setFocusPolicy(policy)


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _chains_in(parts: Sequence[QWidget]) -> Iterator[QWidget]:
    """Go through parts and all in them, each in the order of the tab key, by one walk for all."""
    places: dict[QWidget, int] = {}
    for part in parts:
        if part not in places:
            places = {each: place for place, each in enumerate(_chain_from(part))}
        chain, start = tuple(places), places[part]
        held = {part, *part.findChildren(QWidget)}
        yield from (each for each in chain[start:] + chain[:start] if each in held)


def _chain_in(part: QWidget) -> Iterator[QWidget]:
    """Go through a part and all in it, in the order of the tab key."""
    return (each for each in _chain_from(part) if holds(part, each))


def _chain_from(part: QWidget) -> Iterator[QWidget]:
    """Go from a part through all of its window, in the order of the tab key."""
    widget: QWidget | None = part
    while widget is not None:
        yield widget
        following = widget.nextInFocusChain()
        widget = None if following is part else following
