"""The rows of the menu Help: the pages of help, in their order in it."""

from typing import Final

from ui.wording.commands.command import QT_TRANSLATE_NOOP, Command, Menu

HELP: Final = (
    Menu(key="help", text=QT_TRANSLATE_NOOP("Commands", "&Help")),
    Command(
        key="help_bands",
        text=QT_TRANSLATE_NOOP("Commands", "How to read the &bands"),
        handler="help.show_bands",
        menu="help",
        standard_key="HelpContents",
    ),
    Command(
        key="help_glossary",
        text=QT_TRANSLATE_NOOP("Commands", "&Glossary"),
        handler="help.show_glossary",
        menu="help",
    ),
    Command(
        key="help_commands",
        text=QT_TRANSLATE_NOOP("Commands", "&Commands and shortcuts"),
        handler="help.show_commands",
        menu="help",
    ),
    Command(
        key="about",
        text=QT_TRANSLATE_NOOP("Commands", "&About Suanli"),
        handler="help.show_about",
        menu="help",
        is_apart=True,
        role="about",
    ),
)
