"""The catalog of each language as it stands in its file, and what of it the program reads.

A catalog is written from the texts that are found: known translations stay, new texts come without
one, and what is no longer said goes. Its order follows the texts, not the day.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from planner.storage.sentences.spoken import ENGLISH, LANGUAGES, Language
from tests.translations.found import ROOT, Text

TRANSLATED: Final = tuple(each for each in LANGUAGES if each != ENGLISH)
_FOLDER: Final = "resources/translations"
_PLURALS: Final = {
    "it": "nplurals=2; plural=(n != 1);",
    "zh_CN": "nplurals=1; plural=0;",
}
_NOT_KEPT: Final = (
    *(b'"POT-Creation-Date', b'"PO-Revision-Date', b'"Generated-By'),
    *(b'"Report-Msgid-Bugs-To', b'"Last-Translator', b'"Language-Team'),
)

_ANY_DAY: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""What is compiled tells no day of its own: the same texts make the same bytes."""

Translations = dict[Text, tuple[str, ...]]


def source_name(language: Language) -> str:
    """Return the name of the file that translators write, from the top of the project."""
    return f"{_FOLDER}/{language}.po"


def compiled_name(language: Language) -> str:
    """Return the name of the file that the program reads, from the top of the project."""
    return f"{_FOLDER}/{language}.mo"


def translations(language: Language, root: Path = ROOT) -> Translations:
    """Return what a file translates; a text without a translation has empty forms."""
    path = root / source_name(language)
    if not path.exists():
        return {}
    with path.open("rb") as file:
        found = read_po(file, locale=language, ignore_obsolete=True)
    return {_text(message): _forms(message.string) for message in found if message.id}


def source(language: Language, texts: Iterable[Text], known: Translations) -> bytes:
    """Return the file of a language: these texts, with their translations where there are any."""
    written = BytesIO()
    write_po(written, _catalog(language, texts, known), width=0, omit_header=False)
    lines = written.getvalue().splitlines(keepends=True)
    return b"".join(each for each in lines if not each.startswith(_NOT_KEPT))


def compiled(language: Language, texts: Iterable[Text], known: Translations) -> bytes:
    """Return what the program reads of a language: every text that has a translation."""
    translated = [each for each in texts if all(known.get(each, ("",)))]
    written = BytesIO()
    write_mo(written, _catalog(language, translated, known))
    return written.getvalue()


def _catalog(language: Language, texts: Iterable[Text], known: Translations) -> Catalog:
    made = _empty(language)
    for text in texts:
        forms = known.get(text, ())
        said: str | tuple[str, ...] = forms if text.many else "".join(forms[:1])
        made.add(text.forms if text.many else text.one, said, context=text.context)
    return made


def _empty(language: Language) -> Catalog:
    header = (
        'msgid ""\nmsgstr ""\n"Project-Id-Version: Suanli\\n"\n'
        f'"Language: {language}\\n"\n"Plural-Forms: {_PLURALS[language]}\\n"\n'
        '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
    )
    made = read_po(BytesIO(header.encode()), locale=language)
    made.creation_date = made.revision_date = _ANY_DAY
    return made


def _text(message: Message) -> Text:
    forms = message.id if isinstance(message.id, tuple) else (message.id, "")
    return Text(message.context or "", *forms)


def _forms(said: str | Sequence[str] | None) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said or ())
