"""Which language is spoken: the one asked for, else the one of the system; no Qt. Floor: wording.

`--lang` beats SUANLI_LANG, that beats what the window keeps, and that the locale of the system. It
chooses; `planner.storage.sentences.spoken` is where the language then stands.
"""

import locale
import os
from collections.abc import Mapping
from typing import Final

from planner.storage.sentences.catalog import translate
from planner.storage.sentences.spoken import Language, nearest_language

OPTION: Final = "--lang"
VARIABLE: Final = "SUANLI_LANG"
CODES: Final = ("en", "it", "zh")
"""How the languages are named where one is asked for."""
NAMES: Final[Mapping[Language, str]] = {"en": "English", "it": "Italiano", "zh_CN": "简体中文"}
"""What each language is called in itself."""

_NAMED: Final[Mapping[str, Language]] = {
    **dict.fromkeys(("en", "en_us", "en_gb"), "en"),
    **dict.fromkeys(("it", "it_it", "it_ch"), "it"),
    **dict.fromkeys(("zh", "zh_cn", "zh_sg", "zh_hans", "zh_hans_cn"), "zh_CN"),
}
_NAMES_NONE: Final = {"", "C", "POSIX"}


class LanguageError(ValueError):
    """A language asked for that is not spoken; the message is one sentence."""


def chosen_language(
    option: str | None, environment: Mapping[str, str], kept: Language | None = None
) -> Language:
    """Return the language that is spoken; `kept` is what the window was set to, if it was.

    Raises LanguageError for one that is asked for and not spoken.
    """
    asked = asked_language(option, environment)
    return asked or kept or nearest_language(system_language(environment))


def asked_language(option: str | None, environment: Mapping[str, str]) -> Language | None:
    """Return the language that the option or the variable asks for; None where neither does.

    Raises LanguageError for one that is not spoken.
    """
    if option is not None:
        return _language_named(OPTION, option)
    wanted = environment.get(VARIABLE, "")
    return _language_named(VARIABLE, wanted) if wanted else None


def system_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return the name of the language a user asks for, such as `it_IT`; `en` if there is none.

    It is found as gettext finds it: LANGUAGE counts only where a locale is set at all.
    """
    asked = next(filter(None, map(environment.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), None)
    chosen = asked if asked is not None else locale.getlocale()[0] or ""
    if chosen.partition(".")[0] in _NAMES_NONE:
        return "en"
    preferred = environment.get("LANGUAGE", "").partition(":")[0]
    return preferred or chosen


def _language_named(source: str, name: str) -> Language:
    """Return the language of a name: `it`, or that of a locale, `zh-CN` or `it_IT.UTF-8`."""
    from planner.storage.sentences.file_error import shown

    found = _NAMED.get(name.partition(".")[0].replace("-", "_").casefold())
    if found is None:
        text = translate("Terminal", "{source} takes en, it or zh, not {given}")
        raise LanguageError(text.format(source=source, given=shown(name)))
    return found
