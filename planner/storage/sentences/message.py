"""A sentence about a file before it is in a language: which one, and what it says it of.

Lowest floor of planner. The texts stand in `resources/messages/`, one table per language; they are
read when the first sentence is said, not before. It is said in the language spoken.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Union

from planner.storage.places import resources_folder
from planner.storage.sentences.spacing import ChineseText
from planner.storage.sentences.spoken import Language, nearest_language, spoken

Value = Union[str, int, "Message", tuple[Union[str, "Message"], ...]]


@dataclass(frozen=True, slots=True)
class Message:
    """One text of the tables and the values it speaks of; `str` gives it in the language spoken.

    A value may be a message itself, or several that the language joins in its own way.
    """

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text()

    def text(self, language: str = "") -> str:
        """Return the text in a language, in the one spoken unless it is named.

        English is spoken where there is no such table.
        """
        language = language or spoken()
        texts = texts_in(nearest_language(language))
        said = {name: _said(value, language) for name, value in self.values.items()}
        return texts[self.key].format_map(said)


def message(key: str, **values: Value) -> Message:
    """Return the message of that key about these values."""
    return Message(key, values)


@cache
def texts_in(language: Language) -> Mapping[str, str]:
    """Return the texts of a language by key."""
    import tomllib

    path = resources_folder() / "messages" / f"{language}.toml"
    texts = tomllib.loads(path.read_text("utf-8"))
    if language == "zh_CN":
        return {key: ChineseText(text) for key, text in texts.items()}
    return texts


def _said(value: Value, language: str) -> str:
    match value:
        case Message():
            return value.text(language)
        case tuple():
            separator = texts_in(nearest_language(language))["separator"]
            return separator.join(_said(each, language) for each in value)
    return str(value)
