"""Texts of tables in the language spoken, and Qt's side of that language. Floor: wording.

Labels and sentences of levers, assumptions and outcomes come from the tables of the planner; only
here are they translated, in the context "Model", and those of commands and menus in the context
"Commands". Units have a table per language. All other texts are translated where they stand.
"""

from typing import TYPE_CHECKING

from planner.storage.sentences.catalog import translate
from ui.wording.numbers import ENGLISH_NUMERALS, Numerals

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale

    from planner.storage.sentences.message import Message


def model_text(text: str) -> str:
    """Return a label or sentence of the model's tables in the window's language."""
    return translate("Model", text)


def command_text(text: str) -> str:
    """Return a text of the rows of commands and menus in the window's language."""
    return translate("Commands", text)


def first_text(text: str) -> str:
    """Return a text of the rows of the first minute and of the tour in the window's language."""
    return translate("First", text)


def unit_text(unit: str) -> str:
    """Return a unit of a form as it is shown; the table of its language has said it."""
    return unit


def sentence_of(said: "Message") -> str:
    """Return what the planner says of a file in the language spoken."""
    return str(said)


def language() -> "QLocale":
    """Return the language that the window speaks: its words, its numbers, its dates."""
    from PySide6.QtCore import QLocale

    return QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


def numerals() -> Numerals:
    """Return the separators of numbers: those of the words around them, not of the system."""
    return ENGLISH_NUMERALS
