"""How Chinese names of the finder and the glossary are typed in Latin letters, word by word."""

import json
from collections.abc import Iterable, Mapping
from typing import Final

from pypinyin import lazy_pinyin, load_phrases_dict

from planner.model.stand_ins import STAND_INS, names_of
from ui.controllers.commands.findable import rows
from ui.controllers.commands.findable.commands import names_of as names_of_command
from ui.wording.commands.table import COMMANDS
from ui.wording.finding.folding import folded
from ui.wording.finding.pinyin import is_chinese
from ui.wording.finding.synonyms import all_synonyms
from ui.wording.help.glossary import terms

AGAIN: Final[Mapping[str, str]] = {
    "重命名": "mìng míng",
    "重置": "zhì",
    "重做": "zuò",
    "重放": "fàng",
    "重播": "bō",
    "重绘": "huì",
    "重算": "suàn",
    "重排": "pái",
    "重启": "qǐ",
    "重设": "shè",
    "重现": "xiàn",
    "重画": "huà",
    "重试": "shì",
    "重载": "zǎi",
}
"""Words of programs in which 重 is read chóng, again, and that the dictionary does not have."""


def readings_bytes() -> bytes:
    """Return the syllables of each Chinese name as a file, in the order of the names."""
    load_phrases_dict(
        {word: [["chóng"], *([each] for each in rest.split())] for word, rest in AGAIN.items()}
    )
    names = sorted({name for name in every_name() if is_chinese(name)})
    readings = {name: reading(name) for name in names}
    return f"{json.dumps(readings, ensure_ascii=False, indent=0)}\n".encode()


def reading(name: str) -> str:
    """Return the syllables of a name, a space apart, with what is not Chinese among them."""
    return folded(" ".join(lazy_pinyin(name, errors="default")))


def every_name() -> Iterable[str]:
    """Return what the finder knows by name, and the terms of the glossary, sorted by sound."""
    model = (rows.levers(), rows.assumptions(), rows.outcomes(), rows.paths())
    for group in (*model, rows.questions(), rows.places_elsewhere()):
        for entry in group.entries:
            yield from (entry.text, *entry.names)
    for command in COMMANDS:
        yield from names_of_command(command)
    for words in all_synonyms().values():
        yield from (word for each in words.values() for word in each)
    for place in STAND_INS:
        yield from place.names
        if place.area:
            yield from names_of(place.area)
    for term in terms():
        yield term.words["zh_CN"][0]
