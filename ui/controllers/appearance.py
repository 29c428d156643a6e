"""Light, dark or as the system, and how large: dresses the program and remembers the choices."""

from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from planner.storage.sentences.catalog import translate
from ui.process.display.text_size import KEY, SIZES, TextSize, kept_size, next_size
from ui.process.state.settings import Settings
from ui.style.theme import DARK, LIGHT, Theme, apply_colors, style_sheet, system_theme
from ui.views.commands.actions import show_icons, show_swatches
from ui.views.main_window import MainWindow

Choice = Literal["system", "light", "dark"]


class Appearance(QObject):
    """Keeps every part in one theme; `choice` is what a user chose, `chosen` tells a new one."""

    chosen = Signal()

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self.choice = kept_choice(settings)
        self.text_size = kept_size(settings)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        show_icons(window.actions_, self.theme)
        show_swatches(window.actions_, self.theme.data)

    @property
    def theme(self) -> Theme:
        """The theme that is on."""
        return theme_of(self.choice)

    def choose(self, choice: Choice) -> None:
        """Dress everything and write the choice down at once: the program may be killed."""
        self.choice = choice
        self._settings.keep("theme", choice)
        self._settings.sync()
        self._dress()
        self.chosen.emit()

    def choose_text_size(self, size: TextSize) -> None:
        """Write larger or smaller from the next start on, in percent, and say so."""
        self.text_size = size
        self._settings.keep(KEY, size)
        self._settings.sync()
        text = translate("Appearance", "Text will be at {size}% when Suanli is started again.")
        self._window.status.tell(text.format(size=size))
        self.chosen.emit()

    def enlarge_text(self) -> None:
        """Choose the next larger text."""
        self.choose_text_size(next_size(self.text_size, 1))

    def reduce_text(self) -> None:
        """Choose the next smaller text."""
        self.choose_text_size(next_size(self.text_size, -1))

    def reset_text(self) -> None:
        """Choose the usual text."""
        self.choose_text_size(SIZES[0])

    def _dress(self) -> None:
        dress_program(self.theme)
        self._window.center.set_theme(self.theme)
        self._window.shelf.scenarios.model.set_theme(self.theme)
        show_icons(self._window.actions_, self.theme)
        show_swatches(self._window.actions_, self.theme.data)

    def _on_scheme_changed(self) -> None:
        if self.choice == "system":
            self._dress()


def kept_choice(settings: Settings) -> Choice:
    """Return the choice of the last time."""
    match settings.text("theme", "system"):
        case "light":
            return "light"
        case "dark":
            return "dark"
        case _:
            return "system"


def theme_of(choice: Choice) -> Theme:
    """Return the theme a choice means here and now."""
    match choice:
        case "light":
            return LIGHT
        case "dark":
            return DARK
        case "system":
            return system_theme()


def color_program(theme: Theme) -> None:
    """Give the program the colors and the font of a theme, unless it has them."""
    app = QApplication.instance()
    if isinstance(app, QApplication) and app.property("colors") != theme.name:
        app.setProperty("colors", theme.name)
        apply_colors(app, theme)


def undress_program() -> None:
    """Take off the style sheet of a window before another is built, as the first one is built."""
    app = QApplication.instance()
    if isinstance(app, QApplication) and app.styleSheet():
        app.setProperty("theme", "")
        app.setStyleSheet("")


def dress_program(theme: Theme) -> None:
    """Dress the program, unless it wears this theme already: dressing a full window is slow.

    A style sheet laid on once every widget is in its place is reckoned once for each; laid on
    before, it is reckoned again whenever a widget gets a parent.
    """
    color_program(theme)
    app = QApplication.instance()
    if isinstance(app, QApplication) and app.property("theme") != theme.name:
        app.setProperty("theme", theme.name)
        app.setStyleSheet(style_sheet(theme))
