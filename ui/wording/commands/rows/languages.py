"""The rows of the menu View > Language. No Qt.

A language is called as in itself, so that whoever reads no other finds it, whatever is spoken.
"""

from typing import Final

from planner.storage.sentences.catalog import marked
from ui.wording.commands.command import Command, Menu

LANGUAGES: Final = (
    Menu(key="language", text=marked("Commands", "Lan&guage"), inside="view", is_apart=True),
    Command(
        key="language_system",
        text=marked("Commands", "&System"),
        full_text=marked("Commands", "Language of the system"),
        handler="language.choose",
        data="system",
        checked_by="language",
        menu="language",
    ),
    Command(
        key="language_en",
        text=marked("Commands", "&English"),
        full_text=marked("Commands", "Language: English"),
        handler="language.choose",
        data="en",
        checked_by="language",
        menu="language",
        is_apart=True,
    ),
    Command(
        key="language_it",
        text=marked("Commands", "&Italiano"),
        full_text=marked("Commands", "Language: Italiano"),
        handler="language.choose",
        data="it",
        checked_by="language",
        menu="language",
    ),
    Command(
        key="language_zh_cn",
        text=marked("Commands", "简体中文(&Z)"),
        full_text=marked("Commands", "Language: 简体中文"),
        handler="language.choose",
        data="zh_CN",
        checked_by="language",
        menu="language",
    ),
)
