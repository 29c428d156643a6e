"""Texts of tables in the language spoken, and Qt's side of that language. Floor: wording.

Commands and menus are translated here, in the context "Commands"; labels of the model are in
`planner.quantities.told.labels`, and units have a table per language. All other texts are
translated where they stand.
"""

from typing import TYPE_CHECKING

from planner.storage.sentences.catalog import translate
from planner.storage.sentences.spoken import spoken

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QLocale

    from planner.storage.sentences.message import Message


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

    match spoken():
        case "it":
            return QLocale(QLocale.Language.Italian, QLocale.Country.Italy)
        case "zh_CN":
            return QLocale(QLocale.Language.Chinese, QLocale.Country.China)
        case _:
            return QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


def day_text(day: "date") -> str:
    """Return a day in full, as the language spoken has it: 26 November 2026."""
    from PySide6.QtCore import QDate

    form = "yyyy年M月d日" if spoken() == "zh_CN" else "d MMMM yyyy"
    return language().toString(QDate(day.year, day.month, day.day), form)
