"""The button that offers what its bar has no room for. Floor: views."""

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractButton, QMenu, QToolButton, QWidget

from planner.storage.sentences.catalog import translate


class OverflowButton(QToolButton):
    """Its menu does what hidden buttons do; it is there while there are any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hidden: tuple[QAbstractButton, ...] = ()
        self.setText("\N{MIDLINE HORIZONTAL ELLIPSIS}")
        self.setProperty("look", "flat")
        self.setToolTip(translate("CompareBar", "What has no room here"))
        self.setAccessibleName(translate("CompareBar", "More"))
        self.choices = QMenu(self)
        self.choices.aboutToShow.connect(self._fill)
        self.clicked.connect(self._on_clicked)

    def offer(self, hidden: Sequence[QAbstractButton]) -> None:
        """Offer what some buttons do, the last one first."""
        self._hidden = tuple(reversed(hidden))
        self.setVisible(bool(hidden))

    def _on_clicked(self) -> None:
        self.choices.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _fill(self) -> None:
        """Offer each as it is now."""
        menu = self.choices
        menu.clear()
        for button in self._hidden:
            action = menu.addAction(button.text())
            action.setToolTip(button.toolTip())
            action.setCheckable(button.isCheckable())
            action.setChecked(button.isChecked())
            action.triggered.connect(button.click)
