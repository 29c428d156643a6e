"""One card of the row of key figures: value, difference from the baseline, 80 % range."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.items.kpis import KpiDisplay
from ui.widgets.label import ElidedLabel, label, set_look


class KpiCard(QFrame):
    """Shows one key figure; compact cards put difference and range on one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shown: KpiDisplay | None = None
        self._is_compact = False
        self.title = ElidedLabel("", look="muted", has_tip=False)
        self.value = label("", look="value")
        self.unit = ElidedLabel("", look="muted", has_tip=False)
        self.difference = ElidedLabel("", has_tip=False)
        self.band = ElidedLabel("", look="muted", has_tip=False)
        row = QHBoxLayout()
        row.setSpacing(5)
        row.addWidget(self.value)
        row.addWidget(self.unit, 1, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(9, 5, 6, 6)
        layout.setSpacing(0)
        for part in (self.title, row, self.difference, self.band):
            if isinstance(part, QHBoxLayout):
                layout.addLayout(part)
            else:
                layout.addWidget(part)

    def set_compact(self, compact: bool) -> None:
        """Put difference and range on one line, or on two."""
        self._is_compact = compact
        self.band.setVisible(not compact)
        if self._shown is not None:
            self._fill(self._shown)

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
        parts = [display.difference, display.band] if self._is_compact else [display.difference]
        self.difference.set_full_text("  ·  ".join(part for part in parts if part))
        self.band.set_full_text(display.band)
        spoken = ", ".join([display.title, f"{display.value} {display.unit}".strip(), *parts])
        self.setAccessibleName(spoken)
        self.setToolTip(self._tip(display))

    def _tip(self, display: KpiDisplay) -> str:
        """Return the tip as plain text, which Qt must not read as markup."""
        lines = [display.title, display.doc, display.difference, display.band]
        text = "\n".join(line for line in lines if line)
        return text.replace("<", "‹")
