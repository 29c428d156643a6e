"""The rows of the menu View > Text size. No Qt."""

from typing import Final

from planner.storage.sentences.catalog import marked
from ui.wording.commands.command import Command, Menu

TEXT_SIZES: Final = (
    Menu(key="text_size", text=marked("Commands", "Text si&ze"), inside="view"),
    Command(
        key="text_100",
        text=marked("Commands", "&100% (usual)"),
        full_text=marked("Commands", "Text size 100%, the usual one"),
        handler="appearance.choose_text_size",
        data="100",
        checked_by="text_size",
        menu="text_size",
    ),
    Command(
        key="text_125",
        text=marked("Commands", "1&25%"),
        full_text=marked("Commands", "Text size 125%"),
        handler="appearance.choose_text_size",
        data="125",
        checked_by="text_size",
        menu="text_size",
    ),
    Command(
        key="text_150",
        text=marked("Commands", "1&50%"),
        full_text=marked("Commands", "Text size 150%"),
        handler="appearance.choose_text_size",
        data="150",
        checked_by="text_size",
        menu="text_size",
    ),
    Command(
        key="text_175",
        text=marked("Commands", "1&75%"),
        full_text=marked("Commands", "Text size 175%"),
        handler="appearance.choose_text_size",
        data="175",
        checked_by="text_size",
        menu="text_size",
    ),
    Command(
        key="text_200",
        text=marked("Commands", "2&00%"),
        full_text=marked("Commands", "Text size 200%"),
        handler="appearance.choose_text_size",
        data="200",
        checked_by="text_size",
        menu="text_size",
    ),
    Command(
        key="text_larger",
        text=marked("Commands", "&Larger text"),
        handler="appearance.enlarge_text",
        menu="text_size",
        is_apart=True,
        shortcuts=("Ctrl++", "Ctrl+="),
    ),
    Command(
        key="text_smaller",
        text=marked("Commands", "&Smaller text"),
        handler="appearance.reduce_text",
        menu="text_size",
        shortcuts=("Ctrl+-",),
    ),
    Command(
        key="text_usual",
        text=marked("Commands", "&Usual text size"),
        handler="appearance.reset_text",
        menu="text_size",
        shortcuts=("Ctrl+0",),
    ),
)
