"""Which language the window speaks: the one chosen in it, else the system's; floor: controllers.

It keeps the choice and tells of it. The window that speaks another language is built anew, by
`ui.program`.
"""

from typing import Final, Literal, get_args

from PySide6.QtCore import QObject, Signal

from planner.storage.sentences.catalog import translate
from planner.storage.sentences.spoken import LANGUAGES, Language, nearest_language
from ui.process.state.settings import Settings
from ui.style.chinese import can_write_chinese
from ui.views.main_window import MainWindow
from ui.wording.commands.table import COMMANDS
from ui.wording.language import NAMES, system_language
from ui.wording.linux.packages import package
from ui.wording.linux.table import CHINESE_FONT

LanguageChoice = Literal["system", "en", "it", "zh_CN"]

KEY: Final = "language"
"""Under which the choice is kept."""
NO_FONT: Final = (
    "No font of this system has Chinese letters, so that Suanli speaks English: install one, such "
    "as {package}, and start it again."
)
"""In English, which whoever reads boxes can read."""
NAME_WITHOUT_FONT: Final = "Simplified Chinese (&Z)"


class LanguageControl(QObject):
    """Knows what is chosen; `chosen` tells of another choice."""

    chosen = Signal()

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self.choice = kept_language(settings)
        _name_choices(window)
        self._say_without_font()

    def choose(self, choice: LanguageChoice) -> None:
        """Speak a language from now on, and at the next start: the program may be killed."""
        self.choice = choice
        self._settings.keep(KEY, choice)
        self._settings.sync()
        self._say_without_font()
        self.chosen.emit()

    def _say_without_font(self) -> None:
        """Say why Chinese is not spoken where it is asked for and would be drawn as boxes."""
        asked = nearest_language(system_language()) if self.choice == "system" else self.choice
        if asked != readable_language(asked):
            self._window.warnings.hold(
                "font", NO_FONT.format(package=package(CHINESE_FONT)), can_be_closed=True
            )
        else:
            self._window.warnings.lift("font")


def kept_language(settings: Settings) -> LanguageChoice:
    """Return the choice of the last time, the system's language where there is none."""
    kept = settings.text(KEY)
    return next((each for each in get_args(LanguageChoice) if each == kept), "system")


def language_of(choice: LanguageChoice) -> Language:
    """Return the language that a choice means here and now."""
    return _of_system() if choice == "system" else readable_language(choice)


def _name_choices(window: MainWindow) -> None:
    """Call each language as in itself, Chinese in letters that can be read here."""
    actions, texts = window.actions_, {row.data: row.text for row in COMMANDS}
    text = translate("Language", "&System ({language})")
    actions["language_system"].setText(text.format(language=NAMES[_of_system()]))
    for language in LANGUAGES:
        actions[f"language_{language.casefold()}"].setText(texts[language])
    if not can_write_chinese():
        actions["language_zh_cn"].setText(NAME_WITHOUT_FONT)


def _of_system() -> Language:
    """Return the language of the system, English where its letters cannot be read here."""
    return readable_language(nearest_language(system_language()))


def readable_language(language: Language) -> Language:
    """Return a language, or English where no font here has its letters."""
    return "en" if language == "zh_CN" and not can_write_chinese() else language
