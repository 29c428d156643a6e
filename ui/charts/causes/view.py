"""The map of causes as a widget: pointer and keys walk it, open and close what is behind a node.

It computes nothing and knows no run. A click or Enter on a node asks for it, on its badge (or +)
shows or hides its causes; arrows go from node to node. Floor: charts.
"""

from collections.abc import Collection, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from planner.quantities.told.lists import led_by
from planner.studies.inspect.causes import CauseMap, Link, Placed
from planner.studies.inspect.node import Node
from ui.accessibility.accessible import Accessible, Part, Role
from ui.accessibility.events import announce
from ui.charts.causes.layers import NODE_HEIGHT, Layout, laid_out
from ui.charts.causes.paint import MapPainter, NodeText, badge_of, box_of, opens
from ui.style.theme import Theme
from ui.wording.literal import literal_tip

_OPENING: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_FOLDING: Final = {Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Space}
_STEPS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}

Pair = tuple[str, str]
"""The names of a cause and of its effect."""


class CauseMapView(QWidget):
    """Shows a map; `chosen` carries a node to inspect, `folded` one to open or to close."""

    chosen = Signal(object)
    folded = Signal(object)
    reached = Signal(QRectF)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = MapPainter(theme)
        self._map: CauseMap | None = None
        self._texts: Mapping[Node, NodeText] = {}
        self._layout = Layout({}, 0, 0)
        self._marked: frozenset[Pair] = frozenset()
        self._at_hand: Node | None = None
        self._room = QSize(0, 0)
        self._name = name
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_map(self, shown: CauseMap, texts: Mapping[Node, NodeText], sentences: str) -> None:
        """Show a map with the words of its nodes; `sentences` are read aloud."""
        is_new = self._map is None or self._map.root != shown.root
        self._map, self._texts = shown, texts
        if is_new or self._at_hand not in texts:
            self._at_hand = None
        self.setAccessibleDescription(sentences)
        self._lay_out()
        if is_new:
            self.reached.emit(box_of(shown.root, self._layout))

    def mark(self, pairs: Collection[Pair]) -> None:
        """Mark the links between names that follow on each other in a way or a loop."""
        self._marked = frozenset(pairs)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of a theme."""
        self._painter = MapPainter(theme)
        self.update()

    def set_room(self, room: QSize) -> None:
        """Spread over this room where the map needs less."""
        if room != self._room:
            self._room = room
            self._lay_out()

    def sizeHint(self) -> QSize:
        return QSize(int(self._layout.width), int(self._layout.height))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._map is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        links = sorted(self._map.links, key=self._is_marked)
        for link in links:
            self._painter.paint_link(painter, link, self._layout, is_marked=self._is_marked(link))
        for placed in self._map.nodes:
            self._paint_node(painter, placed)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            node = self._node_at(QPointF(event.pos()))
            if node is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), literal_tip(self._texts[node].tip), self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_over = bool(self._node_at(event.position()) or self._badge_at(event.position()))
        shape = Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        badge, node = self._badge_at(event.position()), self._node_at(event.position())
        if badge is not None:
            self.folded.emit(badge)
        elif node is not None:
            self.chosen.emit(node)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._map is None:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._go(QPointF(*_STEPS[key]))
        elif key in _OPENING and self._at_hand is not None:
            self.chosen.emit(self._at_hand)
        elif key in _FOLDING and self._at_hand is not None and self._can_open(self._at_hand):
            self.folded.emit(self._at_hand)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._at_hand is None and self._map is not None:
            self._take(self._map.root)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def accessible(self) -> Accessible:
        """Return the map with a part for each node."""
        parts = tuple(
            Part(text.name, text.value, self.place_of(node).toAlignedRect(), Role.Link)
            for node, text in self._texts.items()
        )
        said = "" if self._at_hand is None else self._texts[self._at_hand].tip
        return Accessible(
            self.accessibleName(),
            Role.Chart,
            value=said,
            description=self.accessibleDescription(),
            parts=parts,
        )

    @property
    def at_hand(self) -> Node | None:
        """The node that keys act on."""
        return self._at_hand

    def place_of(self, node: Node) -> QRectF:
        """Return the box of a node, in this widget."""
        return box_of(node, self._layout)

    def badge_place(self, node: Node) -> QRectF:
        """Return where a node is opened and closed, in this widget."""
        return badge_of(node, self._layout)

    def _lay_out(self) -> None:
        if self._map is None:
            return
        self._layout = laid_out(self._map, self._room.width(), self._room.height())
        self.setMinimumSize(self.sizeHint())  # the one before would hold up a smaller size
        self.resize(self.sizeHint())
        self.update()

    def _is_marked(self, link: Link) -> bool:
        return (link.cause.name, link.effect.name) in self._marked

    def _paint_node(self, painter: QPainter, placed: Placed) -> None:
        node, box = placed.node, box_of(placed.node, self._layout)
        is_root = self._map is not None and node == self._map.root
        is_at_hand = node == self._at_hand and self.hasFocus()
        text = self._texts[node]
        self._painter.paint_node(painter, box, text, is_root=is_root, is_at_hand=is_at_hand)
        if not is_root and self._can_open(node):
            self._painter.paint_badge(painter, badge_of(node, self._layout), placed.hidden)

    def _can_open(self, node: Node) -> bool:
        if self._map is None or node == self._map.root:
            return False
        placed = next((each for each in self._map.nodes if each.node == node), None)
        return placed is not None and opens(placed, self._map.links)

    def _node_at(self, point: QPointF) -> Node | None:
        found = (n for n in self._layout.places if box_of(n, self._layout).contains(point))
        return next(found, None)

    def _badge_at(self, point: QPointF) -> Node | None:
        nodes = (node for node in self._layout.places if self._can_open(node))
        found = (node for node in nodes if badge_of(node, self._layout).contains(point))
        return next(found, None)

    def _go(self, step: QPointF) -> None:
        """Go to the nearest node in a direction."""
        if self._map is None:
            return
        here = self._at_hand or self._map.root
        start = box_of(here, self._layout).center()
        best, least = None, float("inf")
        for node in self._layout.places:
            way = box_of(node, self._layout).center() - start
            along = way.x() * step.x() + way.y() * step.y()
            aside = abs(way.x() * step.y()) + abs(way.y() * step.x())
            if along > NODE_HEIGHT / 2 and along + 2 * aside < least:
                best, least = node, along + 2 * aside
        if best is not None:
            self._take(best)

    def _take(self, node: Node) -> None:
        self._at_hand = node
        self.setAccessibleName(led_by(self._name, self._texts[node].tip))
        announce(self, self._texts[node].tip)
        self.reached.emit(box_of(node, self._layout))
        self.update()
