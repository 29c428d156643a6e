"""Lets Qt speak as the program does: its own texts, its numbers and dates, the direction of text.

Qt's texts, such as those of its dialogs for files, come in catalogs that travel with it. What we
say ourselves is said elsewhere. Floor: process.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from planner.storage.sentences.spoken import spoken
from ui.wording.translate import language

_NAME: Final = "texts of qt"
"""Of the translator, by which it is found again where another language is spoken."""


def let_qt_speak(app: QCoreApplication) -> None:
    """Let Qt say its texts, show numbers and lay out lines as the language that is spoken has them.

    A text that its catalog lacks stays English.
    """
    QLocale.setDefault(language())
    if isinstance(app, QGuiApplication):
        app.setLayoutDirection(language().textDirection())
    for before in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(before)
        before.deleteLater()
    texts = QTranslator(app)
    texts.setObjectName(_NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if texts.load(f"qtbase_{spoken()}", folder):
        app.installTranslator(texts)
