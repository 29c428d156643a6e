"""What is wrong in a catalog, each as one sentence that names the language and the text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from planner.storage.sentences.spoken import Language
from tests.translations.catalogs import Translations
from tests.translations.found import Text

_FIELD: Final = re.compile(r"\{[^{}]*\}")
_MARKUP: Final = re.compile(r"</?[a-z]+|%\d|%n")
_MNEMONIC: Final = re.compile(r"&(?=[^&\s])")
_NOT_IN: Final = {
    "it": re.compile(r"['\"]|\.\.\."),
    "zh_CN": re.compile(r"’|\.\.\.|[,;:?!](?=[\u4e00-\u9fff])"),
}
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
        if _edges(text.one) != _edges(form):
            yield f"other space around “{form}”"
        if len(_MNEMONIC.findall(text.one)) != len(_MNEMONIC.findall(form)):
            yield f"another number of mnemonics in “{form}”"
        if found := _NOT_IN[language].search(_FIELD.sub("", form)):
            yield f"has {found[0]!r} in “{form}”"


def _fields(form: str) -> Counter[str]:
    return Counter(_FIELD.findall(form))


def _edges(form: str) -> tuple[bool, ...]:
    """Tell how a text begins and ends: with a space, with a line of its own."""
    return (form[:1].isspace(), form[-1:].isspace(), "\n" in form)


def _shown(text: Text) -> str:
    short = text.one if len(text.one) <= _SHOWN else f"{text.one[:_SHOWN]}…"
    return f"“{short}” ({text.context})"
