"""The choke point of language: texts of the model, units, dates, and what the window speaks.

The window speaks one language, English, with numbers, dates and the direction of writing in its
form, whatever the system's is; Qt's own texts are left in it too. Only sentences about files come
in the languages they have. Labels and sentences of levers, assumptions and outcomes come from the
tables of the planner; only here are they handed to Qt's translation, in the context "Model"
(units: "Unit"), and those of commands and menus in the context "Commands". The window's other
texts are translated where they stand.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QGuiApplication

from ui.wording.language import system_language
from ui.wording.numbers import ENGLISH_NUMERALS, Numerals

if TYPE_CHECKING:
    from planner.storage.sentences.message import Message


def model_text(text: str) -> str:
    """Return a label or sentence of the model's tables in the window's language."""
    return QCoreApplication.translate("Model", text)


def command_text(text: str) -> str:
    """Return a text of the rows of commands and menus in the window's language."""
    return QCoreApplication.translate("Commands", text)


def unit_text(unit: str) -> str:
    """Return a unit as the window shows it; empty for a bare number."""
    return QCoreApplication.translate("Unit", unit) if unit else ""


def sentence_of(said: "Message") -> str:
    """Return what the planner says of a file in the system's language, where it can."""
    return said.text(system_language())


def language() -> QLocale:
    """Return the language that the window speaks: its words, its numbers, its dates."""
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


def speak(app: QCoreApplication) -> None:
    """Let Qt show numbers, dates and directions as the window's language has them."""
    QLocale.setDefault(language())
    if isinstance(app, QGuiApplication):
        app.setLayoutDirection(language().textDirection())


def numerals() -> Numerals:
    """Return the separators of numbers: those of the words around them, not of the system."""
    return ENGLISH_NUMERALS
