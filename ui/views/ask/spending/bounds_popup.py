"""The fields for bounds of a split, which open below their button. Floor: views.

What cannot be taken stays in its field, marked, and a sentence below says why. An empty field
means the bound of each use.
"""

from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.storage.sentences.catalog import translate
from planner.studies.spending.instrument import OF_PLACES, Instrument
from ui.views.ask.spending.chosen_bounds import Bounded, ChosenBounds, Side
from ui.widgets.fields.fitted_width import FittedWidth
from ui.widgets.label import label, set_look
from ui.wording.answers.spending.names import instrument_name
from ui.wording.answers.spending.typed import A_YEAR, bare_money, money_typed
from ui.wording.figures.units import form_of
from ui.wording.paths.typed import Refused
from ui.wording.translate import unit_text

_WIDTH: Final = 76
_MARGIN: Final = 10
_HIGHEST: Final = 420
_LEAST_HEIGHT: Final = 100
"""Pixels of the fields; the rest of them scrolls."""
_ENDS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class BoundsPopup(QFrame):
    """It is gone when it closes; `bounded` carries the bounds after each change."""

    bounded = Signal(object)

    def __init__(
        self, bounds: ChosenBounds, among: tuple[Instrument, ...], parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.bounds = bounds
        self.fields: dict[tuple[Bounded, Side], QLineEdit] = {}
        self._widths: dict[tuple[Bounded, Side], FittedWidth] = {}
        self.setProperty("look", "chooser")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(translate("BoundsPopup", "Bounds"))
        self.refusal = label("", look="muted")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        self._grid = QGridLayout()
        self._page, self._area = QWidget(), QScrollArea()
        self._fill(among)
        self._lay_out()
        self._show()

    def open_beside(self, button: QWidget) -> None:
        """Open below a button, above it where there is more room."""
        room = self.screen().availableGeometry()
        top = button.mapToGlobal(QPoint(0, 0))
        below = top + QPoint(0, button.height())
        more = min(self._page.sizeHint().height(), _HIGHEST) - self._area.sizeHint().height()
        size = self.sizeHint() + QSize(0, more)
        highest = max(room.bottom() - below.y(), top.y() - room.top())
        size = QSize(size.width(), min(size.height(), highest))
        is_below = below.y() + size.height() <= room.bottom()
        place = below if is_below else top - QPoint(0, size.height())
        left = min(place.x(), room.right() - size.width())
        self.resize(size)
        self.move(max(room.left(), left), max(room.top(), place.y()))
        self.show()
        beyond = self.geometry().right() - room.right()  # its style may have made it wider
        if beyond > 0:
            self.move(self.x() - beyond, self.y())
        self.fields["each", "least"].setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape, and with Return where nothing was refused."""
        is_read = event.key() in _ENDS and self.refusal.isHidden()
        if event.key() == Qt.Key.Key_Escape or is_read:
            self.close()
        else:
            super().keyPressEvent(event)

    def _fill(self, among: tuple[Instrument, ...]) -> None:
        heads = (translate("BoundsPopup", "at least"), translate("BoundsPopup", "at most"))
        unit = translate("BoundsPopup", "{unit}, bounds of").format(
            unit=unit_text(form_of(A_YEAR).shown)
        )
        for column, text in enumerate((unit, *heads)):
            head = label(text, look="muted")
            if column:
                head.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(head, 0, column)
        self._add(translate("BoundsPopup", "each of them"), "each", ("least", "most"))
        if len({each.kind for each in among if each.kind in OF_PLACES}) > 1:
            self._add(translate("BoundsPopup", "each place in all"), "place", ("least",))
        for each in among:
            self._add(instrument_name(each), each, ("least", "most"))

    def _add(self, name: str, bounded: Bounded, sides: tuple[Side, ...]) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(label(name), row, 0)
        for column, side in enumerate(sides, start=1):
            field = QLineEdit()
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            said = (
                translate("BoundsPopup", "{name}, at least")
                if side == "least"
                else translate("BoundsPopup", "{name}, at most")
            )
            field.setAccessibleName(said.format(name=name))
            field.editingFinished.connect(self._on_edited)
            self.fields[bounded, side] = field
            self._widths[bounded, side] = FittedWidth(field, _WIDTH)
            self._grid.addWidget(field, row, column)

    def _show(self) -> None:
        """Show every bound, and in empty fields what holds in their place."""
        nothing, no_end = bare_money(0.0), translate("BoundsPopup", "no limit")
        most = self.bounds.most_each
        for (bounded, side), field in self.fields.items():
            amount = self.bounds.of(bounded, side)
            set_look(field, "")
            field.setText("" if amount is None else bare_money(amount))
            field.setModified(False)
            is_use = isinstance(bounded, Instrument)
            least = bare_money(self.bounds.least_each) if is_use else nothing
            highest = no_end if most is None or not is_use else bare_money(most)
            field.setPlaceholderText(least if side == "least" else highest)
            longest = max(field.text(), field.placeholderText(), key=len)
            self._widths[bounded, side].fit(longest)

    def _on_edited(self) -> None:
        edited = [(key, field) for key, field in self.fields.items() if field.isModified()]
        for (bounded, side), field in edited:
            try:
                amount = money_typed(field.text())
            except Refused as refusal:
                set_look(field, "beyond")
                self._say(str(refusal))
                return
            self.bounds = self.bounds.having(bounded, side, amount)
        if edited:
            self._say("")
            self._show()
            self.bounded.emit(self.bounds)

    def _say(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        page, area = self._page, self._area
        page.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        page.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        hint = page.sizeHint()
        bar = area.verticalScrollBar().sizeHint().width()
        area.setMinimumWidth(hint.width() + bar)
        area.setMinimumHeight(min(hint.height(), _LEAST_HEIGHT))
        hint_text = QLabel(
            translate("BoundsPopup", "An empty field means what holds for each of them.")
        )
        hint_text.setProperty("look", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.addWidget(area)
        layout.addWidget(hint_text)
        layout.addWidget(self.refusal)
