"""The one door through which every text for a reader goes: English in, the language spoken out.

Lowest floor of planner. Texts stand in English where they are said, under a context that tells
equal words apart. Their translations stand in `resources/translations/`, a gettext catalog per
language, which is read when the first text is said in that language. A text without a translation
is said in English. `make translations` finds every text by the names of these functions, so that
the context and the text have to be literals where they are called.
"""

from functools import cache
from gettext import GNUTranslations, NullTranslations

from planner.storage.places import resources_folder
from planner.storage.sentences.contractions import ItalianText
from planner.storage.sentences.spacing import ChineseText
from planner.storage.sentences.spoken import ENGLISH, Language, spoken


def translate(context: str, text: str) -> str:
    """Return a text in the language spoken, with the names in braces that it was given with."""
    language = spoken()
    if language == ENGLISH:
        return text
    return _spoken_text(language, catalog(language).pgettext(context, text))


def translate_many(context: str, one: str, many: str, count: int) -> str:
    """Return the form of a text that the language spoken has for so many."""
    language = spoken()
    if language == ENGLISH:
        return one if count == 1 else many
    return _spoken_text(language, catalog(language).npgettext(context, one, many, count))


def marked(_context: str, text: str) -> str:
    """Return a text of a table as it is; it is translated where it is shown."""
    return text


def _spoken_text(language: Language, text: str) -> str:
    """Return a text as what it is given is to be put into it.

    Chinese sets spaces around that, Italian the articles before it.
    """
    return ChineseText(text) if language == "zh_CN" else ItalianText(text)


@cache
def catalog(language: Language) -> NullTranslations:
    """Return the texts of a language; empty where its file is not there."""
    path = resources_folder() / "translations" / f"{language}.mo"
    if not path.exists():
        return NullTranslations()
    with path.open("rb") as file:
        return GNUTranslations(file)
