"""One card of the row of key figures: value, difference from the baseline, 80 % range."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.items.kpis import KpiDisplay
from ui.theme import SMALL_PIXELS, font
from ui.widgets.label import ElidedLabel, label, set_look


class KpiCard(QFrame):
    """Shows one key figure and changes only what differs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shown: KpiDisplay | None = None
        self.title = ElidedLabel("", look="muted", has_tip=False)
        self.value = label("", look="value")
        self.unit = ElidedLabel("", look="muted", has_tip=False)
        self.difference = ElidedLabel("", has_tip=False)
        self.band = ElidedLabel("", look="muted", has_tip=False)
        self.difference.setFont(font(SMALL_PIXELS))
        row = QHBoxLayout()
        row.setSpacing(5)
        row.addWidget(self.value)
        row.addWidget(self.unit, 1, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(9, 4, 6, 4)
        layout.setSpacing(0)
        for part in (self.title, row, self.difference, self.band):
            if isinstance(part, QHBoxLayout):
                layout.addLayout(part)
            else:
                layout.addWidget(part)

    def show_display(self, display: KpiDisplay) -> None:
        """Show a key figure; nothing is touched while it stays the same."""
        if display != self._shown:
            self._shown = display
            self._fill(display)

    def _fill(self, display: KpiDisplay) -> None:
        self.title.set_full_text(display.title)
        self.value.setText(display.value)
        self.unit.set_full_text(display.unit)
        moved = display.difference[:1] in {"+", "−"}
        set_look(self.difference, "changed" if moved else "muted")
        self.difference.set_full_text(display.difference)
        self.band.set_full_text(display.band)
        value = f"{display.value} {display.unit}".strip()
        parts = (display.title, value, display.difference, display.band)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setToolTip(self._tip(display))

    def _tip(self, display: KpiDisplay) -> str:
        """Return the tip as markup in which every text is escaped."""
        lines = [display.doc, display.difference, display.band]
        return "".join(f"<p>{escape(line)}</p>" for line in lines if line)
