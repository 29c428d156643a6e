"""The language that the program speaks: one for the process, or one for a thread and a while.

Lowest floor of planner. Whoever starts the program chooses it; whoever writes what a machine reads
writes it in English, whatever is spoken around it.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Literal

Language = Literal["en", "it", "zh_CN"]

LANGUAGES: Final[tuple[Language, ...]] = ("en", "it", "zh_CN")
ENGLISH: Final[Language] = "en"

_BY_CODE: Final[dict[str, Language]] = {"it": "it", "zh": "zh_CN"}


class _Spoken(threading.local):
    """What this thread speaks in place of the program's language; None where it speaks that."""

    language: Language | None = None


_here: Final = _Spoken()
_program: list[Language] = [ENGLISH]


def spoken() -> Language:
    """Return the language in which a text is said now, in this thread."""
    return _here.language or _program[0]


def speak(language: Language) -> None:
    """Let the program speak a language from now on, in every thread."""
    _program[0] = language


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Let this thread speak a language within a block, whatever the program speaks."""
    before = _here.language
    _here.language = language
    try:
        yield
    finally:
        _here.language = before


def nearest_language(name: str) -> Language:
    """Return the language nearest to the name of a locale, such as `it_IT.UTF-8`, else English."""
    code = name.replace("-", "_").partition("_")[0].partition(".")[0].casefold()
    return _BY_CODE.get(code, ENGLISH)
