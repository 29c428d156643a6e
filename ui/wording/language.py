"""The language of the system, in which sentences about files are said; no Qt."""

import locale
import os
from typing import Final

_NAMES_NONE: Final = {"", "C", "POSIX"}


def system_language() -> str:
    """Return the name of the language a user asks for, such as `it_IT`; `en` if there is none.

    It is found as gettext finds it: LANGUAGE counts only where a locale is set at all.
    """
    asked = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), None)
    chosen = asked if asked is not None else locale.getlocale()[0] or ""
    if chosen.partition(".")[0] in _NAMES_NONE:
        return "en"
    preferred = os.environ.get("LANGUAGE", "").partition(":")[0]
    return preferred or chosen
