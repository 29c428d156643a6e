"""The rows of the menu Help: the pages of help, in their order in it."""

from typing import Final

from planner.storage.sentences.catalog import marked
from ui.wording.commands.command import Command, Menu

HELP: Final = (
    Menu(key="help", text=marked("Commands", "&Help")),
    Command(
        key="help_first",
        text=marked("Commands", "&First steps"),
        handler="first.open",
        menu="help",
        tip=marked("Commands", "The questions to start from, on the baseline"),
    ),
    Command(
        key="help_tour",
        text=marked("Commands", "&Tour"),
        handler="tour.start",
        menu="help",
        tip=marked("Commands", "Four steps on the real controls; Esc ends it"),
    ),
    Command(
        key="help_bands",
        text=marked("Commands", "How to read the &bands"),
        handler="help.show_bands",
        menu="help",
        standard_key="HelpContents",
    ),
    Command(
        key="help_sweeps",
        text=marked("Commands", "S&weeps"),
        full_text=marked("Commands", "What a sweep is"),
        handler="help.show_sweeps",
        menu="help",
        tip=marked("Commands", "Many settings at once: how one is made, opened and read"),
    ),
    Command(
        key="help_glossary",
        text=marked("Commands", "&Glossary"),
        handler="help.show_glossary",
        menu="help",
    ),
    Command(
        key="help_model",
        text=marked("Commands", "&Model"),
        handler="help.show_model",
        menu="help",
        tip=marked("Commands", "Levers, assumptions, equations and sources, with search"),
    ),
    Command(
        key="help_commands",
        text=marked("Commands", "&Keyboard shortcuts"),
        handler="shortcuts.show",
        menu="help",
        shortcuts=("Ctrl+/", "Ctrl+F1"),
    ),
    Command(
        key="about",
        text=marked("Commands", "&About Suanli"),
        handler="help.show_about",
        menu="help",
        is_apart=True,
        role="about",
    ),
)
