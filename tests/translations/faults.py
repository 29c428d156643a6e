"""What is wrong in a catalog, each as one sentence that names the language and the text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from planner.storage.sentences.spoken import Language
from tests.translations.catalogs import Translations
from tests.translations.found import Text

_FIELD: Final = re.compile(r"\{[^{}]*\}")
_MARKUP: Final = re.compile(r"</?[a-z]+|%%|%\(\w+\)s|%[rs\d](?!\w)")
_MNEMONIC: Final = re.compile(r"&(?=[^&\s])")
_PLAIN: Final = re.compile(r"['\"]|\.\.\.")
"""Marks that are as many as in English, where they stand in what a machine reads."""
_NEVER: Final = re.compile(r"’(?=[\u4e00-\u9fff])|[,;:?!](?=[\u4e00-\u9fff])|(?<!po)’\s")
"""An apostrophe among Chinese letters or before a space, and marks of Latin before Chinese ones."""
_SHOWN: Final = 70


def faults_of(language: Language, texts: Iterable[Text], known: Translations) -> Iterator[str]:
    """Yield what is missing, stale or does not fit its text in the catalog of a language."""
    said = tuple(texts)
    for text in known.keys() - set(said):
        yield f"{language}: no longer said: {_shown(text)}"
    for text in said:
        for fault in _faults(language, text, known.get(text, ())):
            yield f"{language}: {fault}: {_shown(text)}"


def _faults(language: Language, text: Text, forms: tuple[str, ...]) -> Iterator[str]:
    if not forms or not all(forms):
        yield "has no translation"
        return
    for form in forms:
        if not any(_fields(each) == _fields(form) for each in text.forms):
            yield f"other fields in “{form}”"
        if Counter(_MARKUP.findall(text.one)) != Counter(_MARKUP.findall(form)):
            yield f"other markup in “{form}”"
        if any(each not in _edges(text.one) for each in _edges(form)) or (
            language == "it" and _edges(text.one) != _edges(form)
        ):
            yield f"other space around “{form}”"
        if len(_MNEMONIC.findall(text.one)) != len(_MNEMONIC.findall(form)):
            yield f"another number of mnemonics in “{form}”"
        if len(_PLAIN.findall(text.one)) < len(_PLAIN.findall(form)) or _NEVER.search(form):
            yield f"marks that are none of the language in “{form}”"


def _fields(form: str) -> Counter[str]:
    return Counter(_FIELD.findall(form))


def _edges(form: str) -> tuple[str, ...]:
    """Return how a text begins and ends: with a space, with a line of its own.

    In Chinese a space goes where a mark as wide as a letter stands.
    """
    edges = {"begin": form[:1].isspace(), "end": form[-1:].isspace(), "lines": "\n" in form}
    return tuple(name for name, is_there in edges.items() if is_there)


def _shown(text: Text) -> str:
    short = text.one if len(text.one) <= _SHOWN else f"{text.one[:_SHOWN]}…"
    return f"“{short}” ({text.context})"
