"""Lets Qt speak as the program does: its own texts, its numbers and dates, the direction of text.

Qt's texts, such as those of its dialogs for files, come in catalogs that travel with it; the few
that these lack, or say oddly, come from ours. What we say ourselves is said elsewhere. Floor:
process.
"""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from planner.storage.sentences.catalog import translate
from planner.storage.sentences.spoken import spoken
from ui.wording.translate import language

NAME: Final = "Suanli"
CHINESE_NAME: Final = "Suanli 算力规划"
"""Of the program in titles: Qt adds it to those that do not end in it."""
_NAME: Final = "texts of qt"
"""Of the translators, by which they are found again where another language is spoken."""
LACKING: Final = {
    ("QFileDialog", "&Look in:"): lambda: translate("Qt", "&Look in:"),
    ("QFileDialog", "Files of &type:"): lambda: translate("Qt", "Files of &type:"),
    ("QAbstractFileIconProvider", "Drive"): lambda: translate("Qt", "Drive"),
    ("QAbstractFileIconProvider", "Folder"): lambda: translate("Qt", "Folder"),
    ("QAbstractFileIconProvider", "File"): lambda: translate("Qt", "File"),
    ("QAbstractFileIconProvider", "%1 File"): lambda: translate("Qt", "%1 File"),
}
"""Texts of dialogs that Qt's catalogs have in none of our languages, by context and text."""


BETTER: Final = {
    ("QFileSystemModel", "Size"): lambda: translate("Qt", "Size"),
}
"""Texts that Qt's catalogs say oddly: in Chinese they call the size of a file its volume."""


class _Own(QTranslator):
    """Says some of Qt's texts in our words."""

    def __init__(self, texts: Mapping[tuple[str, str], Callable[[], str]]) -> None:
        super().__init__()
        self._texts = texts

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Return our words; None, so that the next translator is asked, where there are none."""
        say = self._texts.get((context, source))
        return None if say is None else say()


def let_qt_speak(app: QCoreApplication) -> None:
    """Let Qt say its texts, show numbers and lay out lines as the language that is spoken has them.

    A text that no catalog has stays English.
    """
    QLocale.setDefault(language())
    if isinstance(app, QGuiApplication):
        app.setLayoutDirection(language().textDirection())
        app.setApplicationDisplayName(CHINESE_NAME if spoken() == "zh_CN" else NAME)
    for before in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(before)
        before.deleteLater()
    if spoken() == "en":
        return
    texts = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    texts.load(f"qtbase_{spoken()}", folder)
    for translator in (_Own(LACKING), texts, _Own(BETTER)):  # the last one is asked first
        translator.setParent(app)
        translator.setObjectName(_NAME)
        app.installTranslator(translator)
