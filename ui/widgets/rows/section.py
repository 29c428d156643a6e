"""A heading that folds what is under it; `opening` is the time to make it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from planner.storage.sentences.catalog import translate
from ui.style.theme import font


class Section(QWidget):
    """A heading with an arrow, and a body of rows under it that can be folded away."""

    opening = Signal()
    toggled = Signal(bool)

    def __init__(self, title: str, *, is_strong: bool = True, is_open: bool = True) -> None:
        super().__init__()
        self._title = title
        self.heading = QToolButton()
        self.heading.setProperty("look", "flat")
        self.heading.setFont(font(bold=is_strong))
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body = QWidget()
        self._rows = QVBoxLayout(self.body)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(0, 0, 4, 0)
        self._head.addWidget(self.heading)
        self._head.addStretch(1)
        layout.addLayout(self._head)
        layout.addWidget(self.body)
        self.heading.clicked.connect(self._on_clicked)
        self.set_open(is_open)
        self.show_changed(0)

    def add_button(self, button: QWidget) -> None:
        """Put a button at the end of the heading."""
        self._head.addWidget(button)

    def add(self, row: QWidget) -> None:
        """Add a row at the end."""
        self._rows.addWidget(row)

    def show_changed(self, count: int) -> None:
        """Say beside the title how many values in it are changed."""
        text = self._title
        if count:
            text = translate("Section", "{title}  ·  {count} changed").format(
                title=self._title, count=count
            )
        self.heading.setText(text)

    def set_open(self, is_open: bool) -> None:
        """Open or fold."""
        arrow = Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow
        self.heading.setArrowType(arrow)
        if is_open:
            self.opening.emit()
        self.body.setVisible(is_open)
        self.toggled.emit(is_open)

    def _on_clicked(self) -> None:
        self.set_open(self.body.isHidden())
