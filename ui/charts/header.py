"""The head of a chart: its title, which selects the chart, the element, the unit, a remark."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QWidget,
)

from planner.model.indices import SEGMENTS
from planner.storage.sentences.catalog import translate
from ui.accessibility.tips import set_tip
from ui.charts.chooser import ChartChooser, explanation
from ui.charts.contents.offer import Offer
from ui.charts.contents.places import place_of
from ui.charts.contents.scopes import Areas, chart_in, is_own, scope_in, with_others
from ui.charts.contents.specs import (
    BESIDE,
    EVERY,
    ChartSetting,
    charts,
    default_setting,
    shows_areas,
)
from ui.charts.contents.wording import Wording
from ui.widgets.elided_button import ElidedButton
from ui.widgets.focus.arrow_keys import ArrowKeys
from ui.widgets.label import ElidedLabel, set_look
from ui.widgets.menus.menu_tips import MenuTips

INDENT = 1
REMARK_PIXELS = 17
MARGINS = 30
SPACING = 4
FREE = (1 << 24) - 1
"""Pixels that Qt takes for no bound."""


class Header(QWidget):
    """Title and selectors; tells which setting was chosen."""

    setting_chosen = Signal(object)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._setting = default_setting("enterprises")
        self._offer: Offer | None = None
        self._elements_of: tuple[str, Areas] = ("", ())
        self._areas: Areas = ()
        self._rows = QHBoxLayout(), QHBoxLayout()
        self._is_below = False
        self.title = ElidedButton("title", self)
        self.title.clicked.connect(self._on_title)
        self.place = ElidedButton("small", self)
        self.place.setMenu(QMenu(self.place))
        MenuTips(self.place.menu())
        self._unit = ElidedLabel("", "muted", is_greedy=False)
        self._remark = _label()
        self.link = self._link()
        self.link.clicked.connect(self._on_link)
        self.view_all = self._link()
        self.view_all.setText(translate("Chart", "View all"))
        self.view_all.setToolTip(
            translate(
                "Chart",
                "Show all years and values again.\n"
                "Scroll with Ctrl held to zoom, drag to zoom to a box, drag with Shift to move.",
            )
        )
        self.view_all.hide()
        self.pinned = self._link()
        self.pinned.setText(translate("Chart", "Pinned"))
        self.pinned.setToolTip(
            translate("Chart", "The limits of the axes are pinned. Click to free them.")
        )
        self.pinned.hide()
        self.pinned.clicked.connect(self._on_pinned)
        self._lay_out()
        self._keys = ArrowKeys(self, self._buttons)
        self.show_offer(None)

    def show_setting(self, setting: ChartSetting, unit: str) -> None:
        """Show what is selected, and the unit of the numbers."""
        self._setting = setting
        self._show_place()
        self.title.show_text(self._words.charts[setting.chart])
        set_tip(self.title, explanation(charts()[setting.chart]))
        self._unit.set_full_text(unit)
        self.pinned.setVisible(setting.limits is not None)
        self._fit()

    def show_areas(self, areas: Areas) -> None:
        """Offer the places that the window is about; a choice of the chart's own is marked."""
        self._areas = areas
        if self._elements_of[0]:
            self._show_place()

    def _show_place(self) -> None:
        """Show of what the chart is, and what else it can be of."""
        setting = self._setting
        if (setting.chart, self._areas) != self._elements_of:
            self._elements_of = setting.chart, self._areas
            self._fill_elements()
        for action in self.place.menu().actions():
            action.setChecked(action.data() == setting.element)
        scope = self._element_name(setting.element)
        self.place.show_text(scope, has_choice=self.place.isEnabled())
        own = is_own(setting, self._areas) and shows_areas(setting)
        set_look(self.place, "own place" if own else "small")
        set_tip(self.place, self._own_tip(scope) if own else _tip_of(scope))
        self.place.setVisible(bool(scope))

    def show_offer(self, offer: Offer | None) -> None:
        """Show a remark with a link to a setting that shows more, or none."""
        self._offer = offer
        self._remark.setText(offer.remark if offer else "")
        self.link.setText(offer.action if offer else "")
        self.link.setToolTip(offer.remark if offer else "")
        self.link.setVisible(offer is not None)
        self._fit()

    def show_view_all(self, shown: bool) -> None:
        """Offer to go back from a zoom, or not."""
        if self.view_all.isHidden() == shown:
            self.view_all.setVisible(shown)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out the remark where there is no room for it; the link's tip tells it as well."""
        links = [link for link in (self.pinned, self.view_all) if not link.isHidden()]
        parts = [self._unit, self._remark, self.link, *links]
        needed = sum(part.sizeHint().width() for part in parts)
        self._remark.setVisible(self._offer is not None and needed + MARGINS < self.width())
        links = [self.link, *links] if self._offer is not None else links
        self._place_place(self._unit.sizeHint().width() + sum(map(_width, links)))

    def _place_place(self, beside_unit: int) -> None:
        """Put the place beside the unit where the title leaves it too little room, and that more.

        Where neither has room for all of it, it ends in an ellipsis before the title does.
        """
        room, place = self.width() - SPACING, _width(self.place)
        is_cut = _width(self.title) + place > room
        self._put_place(below=is_cut and beside_unit + place + MARGINS < room)
        least = 0 if self._is_below else self.place.minimumSizeHint().width()
        self.title.setMinimumWidth(max(0, min(_width(self.title), room - least)))

    def _put_place(self, *, below: bool) -> None:
        if below != self._is_below:
            self._is_below = below
            self._rows[not below].removeWidget(self.place)
            self._rows[below].addWidget(self.place)
            self.place.setMaximumHeight(REMARK_PIXELS if below else FREE)

    def _buttons(self) -> list[QAbstractButton]:
        """Return the buttons, which the tab key takes for one stop."""
        return [self.title, self.place, self.link, self.pinned, self.view_all]

    def _link(self) -> QToolButton:
        link = QToolButton(self)
        link.setProperty("look", "link")
        return link

    def _lay_out(self) -> None:
        top, below = self._rows
        for row in self._rows:
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(SPACING)
        top.addWidget(self.title)
        top.addStretch(1)
        top.addWidget(self.place)
        below.addSpacing(INDENT)
        below.addWidget(self._unit)
        below.addStretch(1)
        below.addWidget(self._remark)
        below.addWidget(self.link)
        below.addWidget(self.pinned)
        below.addWidget(self.view_all)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.addLayout(top, 0, 0)
        grid.addLayout(below, 1, 0)
        grid.setRowMinimumHeight(1, REMARK_PIXELS)
        self.title.setAccessibleName(translate("Chart", "Choose the chart"))
        self.place.setAccessibleName(translate("Chart", "Choose the place or segment"))

    def _on_title(self) -> None:
        """Open the list of charts."""
        chooser = ChartChooser(self._words, self, self._setting.chart)
        chooser.chosen.connect(self._on_chart)
        chooser.open_under(self.title, self._setting.chart)

    def _fill_elements(self) -> None:
        menu = self.place.menu()
        menu.clear()
        group = QActionGroup(menu)
        elements = self._elements()
        for element in elements:
            _add(menu, group, self._name_in_menu(element), element)
        if shows_areas(self._setting) and len(elements) > 1:
            menu.insertSeparator(menu.actions()[1])
        group.triggered.connect(self._on_element)
        self.place.setEnabled(len(elements) > 1)

    def _elements(self) -> tuple[str, ...]:
        """Return what can be chosen: what the window says first, then the chart's own choices."""
        own = charts()[self._setting.chart].elements
        if not shows_areas(self._setting):
            return own
        of_window = scope_in(self._setting.chart, self._areas)
        beside = with_others(self._setting.chart, self._areas)
        return tuple(dict.fromkeys((of_window, *own, *([beside] if beside else []))))

    def _name_in_menu(self, element: str) -> str:
        name = self._element_name(element)
        if shows_areas(self._setting) and not is_own(
            replace(self._setting, element=element), self._areas
        ):
            text = translate("Chart", "As the window: {place}")
            return text.format(place=name)
        return name

    def _own_tip(self, scope: str) -> str:
        """Return what is said of a place that was chosen for this chart alone."""
        of_window = self._element_name(scope_in(self._setting.chart, self._areas))
        text = translate("Chart", "{place}: chosen for this chart alone. The window shows {other}.")
        return text.format(place=scope, other=of_window)

    def _element_name(self, element: str) -> str:
        spec = charts()[self._setting.chart]
        if spec.is_counted and element in ("", EVERY):
            return self._words.segments if element else self._words.country
        if element == EVERY and set(SEGMENTS) & set(spec.elements):
            whole = "" in spec.elements
            parts = self._words.whole_and_segments if whole else self._words.segments
            if not self._areas:
                return parts
            return self._words.of_country.format(parts=parts[:1].lower() + parts[1:])
        if element == EVERY:
            return self._words.elements[element]
        if element:
            return self._words.side_by_side(element.split(BESIDE))
        place = place_of(ChartSetting(spec.key), self._words)
        return place[:1].upper() + place[1:]

    def _on_chart(self, key: str) -> None:
        self.setting_chosen.emit(chart_in(self._setting, key, self._areas))

    def _on_element(self, action: QAction) -> None:
        setting = self._setting
        element = str(action.data())
        chosen = replace(setting, element=element, limits=None, hidden=frozenset(), pins=())
        self.setting_chosen.emit(chosen)

    def _on_pinned(self) -> None:
        self.setting_chosen.emit(replace(self._setting, limits=None))

    def _on_link(self) -> None:
        if self._offer is not None:
            self.setting_chosen.emit(self._offer.setting)


def _tip_of(scope: str) -> str:
    """Return what the choice of places says under the pointer."""
    form = translate("Chart", "{scope}: click for another place or segment of this chart")
    return form.format(scope=scope) if scope else ""


def _width(widget: QWidget) -> int:
    """Return the pixels that a widget wants; none where it is left out."""
    return 0 if widget.isHidden() else widget.sizeHint().width()


def _label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("look", "muted")
    label.setMinimumWidth(0)
    return label


def _add(menu: QMenu, group: QActionGroup, text: str, value: str) -> None:
    action = menu.addAction(text.replace("&", "&&"))
    action.setData(value)
    action.setCheckable(True)
    group.addAction(action)
