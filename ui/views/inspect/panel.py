"""One value of the run on screen, traced to what it comes from, in the place of the charts.

Its equation stands on top; below are the map of its causes and, in tabs, its inputs and where it is
used, the levers behind it, its loops and its evidence. It decides nothing: what is traced is told
it, and what is opened it passes on. Floor: views.
"""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import led_by
from planner.storage.sentences.catalog import translate
from planner.studies.inspect.inspection import doc_of
from planner.studies.inspect.node import Node
from planner.studies.inspect.traced import Shown, Traced
from planner.studies.inspect.weighed import Weighed
from ui.charts.causes.paint import NodeText
from ui.charts.causes.view import CauseMapView
from ui.style.theme import Theme
from ui.views.help.text_page import TextPage
from ui.views.inspect.equation_card import EquationCard
from ui.views.inspect.head import InspectHead
from ui.views.inspect.table_menu import wish_of
from ui.widgets.fields.wheel import WheelGuard
from ui.widgets.inspect.outline_view import OutlineView
from ui.widgets.label import label
from ui.wording.inspect.about import WhichRun
from ui.wording.inspect.evidence_page import evidence_page
from ui.wording.inspect.names import node_name
from ui.wording.inspect.outlines import (
    input_rows,
    kind_of,
    lever_rows,
    loop_rows,
    map_sentences,
    shown_value,
    used_rows,
)
from ui.wording.inspect.page import page_text
from ui.wording.inspect.weights import (
    share_text,
    spread_text,
    weight_of,
    weight_short,
    weight_text,
)

GAP: Final = 8
BESIDE_FROM: Final = 780
"""Pixels from which the map stands beside the lists, and not among their tabs."""
_MOST_OF_HEIGHT: Final = 0.52
_LEAST_BELOW: Final = 170
_LISTS: Final = 312
"""Least width of the lists."""


class InspectPanel(QWidget):
    """Shows what was traced.

    `closed` tells that the charts are wanted again; `chosen` carries a node to trace, `copied` the
    equation as text, `folded` a node to open or close in the map, `gone` how many steps to go in
    the way, `control_wanted` the address of an input whose slider is to be shown, `table_wished` a
    TableWish.
    """

    closed = Signal()
    chosen = Signal(object)
    copied = Signal(str)
    folded = Signal(object)
    gone = Signal(int)
    control_wanted = Signal(str)
    table_wished = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()
        self.traced: Traced | None = None
        self.weighed: Weighed | None = None
        self._which = WhichRun("", "")
        self.setAccessibleName(translate("Inspect", "How is this computed?"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head = InspectHead()
        self.state = label("", look="muted")
        self.card = EquationCard(theme)
        self.measure = label("", look="muted")
        self.map = CauseMapView(theme, translate("Inspect", "Map of causes"))
        self.inputs = OutlineView(theme, translate("Inspect", "Inputs"), _columns())
        self.levers = OutlineView(theme, translate("Inspect", "Levers behind it"), ("",))
        self.loops = OutlineView(theme, translate("Inspect", "Feedback loops"), ("",))
        self.evidence = TextPage()
        self.tabs = QTabWidget()
        WheelGuard(self.tabs.tabBar())
        self._scroll = QScrollArea()
        self._map_page = QWidget()
        self._lay_out()
        self._connect()

    def show_traced(self, found: Traced, which: WhichRun) -> None:
        """Show what was found; loops and levers of before stay while a hand moves."""
        is_new = self.traced is None or self.traced.found.node != found.found.node
        self.traced, self._which = found, which
        self.weighed = None if is_new else self.weighed
        self.state.hide()
        self._tell(is_new=is_new)
        self._fit(may_shrink=is_new or not found.wanted.is_moving)
        if is_new:
            self.tabs.setCurrentIndex(self._first_tab())
            self._seat()

    def show_weighed(self, found: Weighed) -> None:
        """Add what the draws tell: shares of the spread, and which way levers act."""
        self.weighed = found
        self.tell_again()

    def show_refusal(self, sentence: str) -> None:
        """Say why nothing can be shown."""
        self.state.setText(sentence)
        self.state.show()

    def tell_again(self) -> None:
        """Tell the same in the units that hold now."""
        if self.traced is not None:
            self._tell(is_new=False)

    def text(self) -> str:
        """Return all that is told, to be copied; empty before anything was traced."""
        if self.traced is None:
            return ""
        return page_text(self.traced.found, self._which, self.weighed)

    def set_theme(self, theme: Theme) -> None:
        """Show in the colors of a theme."""
        for part in (self.card, self.map, self.inputs, self.levers, self.loops):
            part.set_theme(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy or save the table; go to the charts with Escape, along the way with Alt+arrow."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        wish = wish_of(event)
        if wish is not None:
            self.table_wished.emit(wish)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif is_alt and Qt.Key(event.key()) in steps:
            self.gone.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Answer keys of the table here, before a shortcut of the window takes them."""
        if event.type() == QEvent.Type.ShortcutOverride and wish_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._seat()
        self._fit(may_shrink=True)

    def _tell(self, *, is_new: bool) -> None:
        found = self.traced
        if found is None:
            return
        self.card.show_found(found.found, self._which)
        self.map.show_map(found.map, self._node_texts(found), map_sentences(found))
        inputs = input_rows(found.found, self.weighed)
        self.inputs.show_rows((*inputs, *used_rows(found.found)))
        if found.loops is not None:
            self.loops.show_rows(loop_rows(found.loops))
        if found.ways is not None:
            self.levers.show_rows(lever_rows(found.ways, self.weighed))
        if is_new:
            self.map.mark(())
            self.evidence.setHtml(evidence_page(found.found))
        measure = "" if self.weighed is None else spread_text(self.weighed)
        self.measure.setText(measure)
        self.measure.setVisible(bool(measure))
        self._name_tabs()

    def _node_texts(self, found: Traced) -> dict[Node, NodeText]:
        return {
            shown.node: NodeText(
                name=node_name(shown.node),
                value=shown_value(shown),
                kind=kind_of(shown.node),
                is_changed=shown.is_changed,
                weight="" if weight is None else weight_short(weight),
                share="" if weight is None else share_text(weight),
                tip="\n".join(filter(None, self._tip(shown))),
            )
            for shown in found.values
            for weight in (weight_of(self.weighed, shown.node),)
        }

    def _tip(self, shown: Shown) -> Iterator[str]:
        """Yield the lines of the tip of a node of the map."""
        weight = weight_of(self.weighed, shown.node)
        yield led_by(node_name(shown.node), shown_value(shown))
        yield "" if weight is None else weight_text(weight)
        yield model_text(doc_of(shown.node.name))

    @property
    def _has_causes(self) -> bool:
        """Whether there is more to a map than what is explained."""
        return self.traced is None or len(self.traced.map.nodes) > 1

    def _first_tab(self) -> int:
        """Return the tab that says most of a value: of an input its evidence."""
        pages = [self.tabs.widget(number) for number in range(self.tabs.count())]
        is_input = self.traced is not None and self.traced.found.term is None
        wanted = self.evidence if is_input else pages[0]
        return pages.index(wanted) if wanted in pages else 0

    def _name_tabs(self) -> None:
        """Name the tabs; one without rows is not there."""
        for page, name in self._named().items():
            place = self.tabs.indexOf(page)
            if place >= 0:
                self.tabs.setTabText(place, name)
                self.tabs.setTabToolTip(place, name)
                is_empty = isinstance(page, OutlineView) and not page.rows
                self.tabs.setTabVisible(place, not is_empty)

    def _named(self) -> dict[QWidget, str]:
        return {
            self._map_page: translate("Inspect", "Map"),
            self.inputs: translate("Inspect", "Inputs"),
            self.levers: translate("Inspect", "Levers"),
            self.loops: translate("Inspect", "Loops"),
            self.evidence: translate("Inspect", "Evidence"),
        }

    def _seat(self) -> None:
        """Let the map stand beside the lists where there is room, else among their tabs."""
        is_beside, place = self.width() >= BESIDE_FROM, self.tabs.indexOf(self._map_page)
        if is_beside and place >= 0:
            self.tabs.removeTab(place)
            self._map_room.addWidget(self._map_page)
            self._map_page.show()
        elif not is_beside and place < 0:
            self.tabs.insertTab(0, self._map_page, translate("Inspect", "Map"))
            self.tabs.setCurrentIndex(0)
        self._map_card.setVisible(is_beside and self._has_causes)

    def _fit(self, *, may_shrink: bool) -> None:
        """Give the equation as much height as it needs, and leave the rest some."""
        room = self.height() - self.head.height() - 2 * GAP
        most = max(120, min(int(room * _MOST_OF_HEIGHT), room - _LEAST_BELOW))
        wanted = self.card.cut_at(min(self.card.needed(self.width()), most))
        if may_shrink or wanted > self.card.height():
            self.card.setFixedHeight(wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Spread the map over the room that it has."""
        if watched is self._scroll.viewport() and event.type() == QEvent.Type.Resize:
            across, down = self._scroll.horizontalScrollBar(), self._scroll.verticalScrollBar()
            bars = QSize(down.sizeHint().width(), across.sizeHint().height())
            self.map.set_room(self._scroll.maximumViewportSize() - bars)
        return super().eventFilter(watched, event)

    def _on_reached(self, place: QRectF) -> None:
        """Bring a node of the map into sight."""
        center = place.center().toPoint()
        self._scroll.ensureVisible(center.x(), center.y(), 110, 60)

    def _connect(self) -> None:
        for part in (self.card, self.map, self.inputs, self.levers, self.loops):
            part.chosen.connect(self.chosen)
        for part in (self.inputs, self.levers, self.loops):
            part.marked.connect(self.map.mark)
        for part in (self.map, self.inputs, self.levers, self.loops):
            part.addActions(self.head.table.menu().actions())
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.head.table.chosen.connect(self.table_wished)
        self.map.folded.connect(self.folded)
        self.map.reached.connect(self._on_reached)
        self.head.gone.connect(self.gone)
        self.card.copied.connect(self.copied)
        self.card.control_wanted.connect(self.control_wanted)
        self.head.closed.connect(self.closed)

    def _lay_out_map(self) -> None:
        """Put the map with what its shares are on a page, which stands beside lists or in a tab."""
        self._scroll.setWidget(self.map)
        self._scroll.viewport().installEventFilter(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self.map.setAutoFillBackground(False)
        self.measure.setWordWrap(True)
        self.measure.setContentsMargins(GAP, 0, GAP, GAP)
        self.measure.hide()
        inside = QVBoxLayout(self._map_page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._scroll, 1)
        inside.addWidget(self.measure)

    def _lay_out(self) -> None:
        self._lay_out_map()
        self.evidence.setOpenExternalLinks(True)
        self.evidence.setFrameShape(QFrame.Shape.NoFrame)
        self.evidence.setAccessibleName(translate("Inspect", "Evidence"))
        self._map_card = QFrame()
        self._map_card.setProperty("look", "card")
        self._map_room = QVBoxLayout(self._map_card)
        self._map_room.setContentsMargins(1, 6, 1, 1)
        self._map_room.addWidget(self._map_page)
        self.tabs.setDocumentMode(True)
        for page, name in self._named().items():
            if page is not self._map_page:
                self.tabs.addTab(page, name)
        lists = QFrame()
        lists.setProperty("look", "card")
        inside = QVBoxLayout(lists)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.tabs)
        below = QHBoxLayout()
        below.setSpacing(GAP)
        lists.setMinimumWidth(_LISTS)
        below.addWidget(self._map_card, 3)
        below.addWidget(lists, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.head)
        layout.addWidget(self.state)
        layout.addWidget(self.card)
        layout.addLayout(below, 1)
        self.setMinimumSize(QSize(0, 0))


def _columns() -> tuple[str, ...]:
    return (
        translate("Inspect", "Input"),
        translate("Inspect", "Value"),
    )
