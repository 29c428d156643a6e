"""The rows of the menu Ask: one command per question, in the order of the cards.

The `data` of a question is the key of its card. Who answers it stands in `ui.views.ask.cards`.
"""

from typing import Final, Literal

from planner.storage.sentences.catalog import marked
from ui.wording.commands.command import Command, Menu

Question = Literal[
    "why", "matters", "takes", "split", "money", "survive", "discover", "future", "numbers"
]
"""The key of the card that answers."""

ASK: Final = (
    Menu(key="ask", text=marked("Commands", "&Ask")),
    Command(
        key="ask_all",
        text=marked("Commands", "&Questions and answers"),
        tip=marked("Commands", "Answers in words and numbers, in place of the charts"),
        handler="ask.show",
        checked_by="ask",
        menu="ask",
        shortcuts=("Ctrl+Shift+A",),
    ),
    Command(
        key="ask_why",
        text=marked("Commands", "&Why did it change?"),
        tip=marked("Commands", "The part of each changed lever, path and assumption"),
        handler="ask.open",
        data="why",
        menu="ask",
        is_apart=True,
        places=("chart",),
    ),
    Command(
        key="ask_matters",
        text=marked("Commands", "What &matters most?"),
        tip=marked("Commands", "The assumptions that make the spread"),
        handler="ask.open",
        data="matters",
        menu="ask",
        places=("chart",),
    ),
    Command(
        key="ask_takes",
        text=marked("Commands", "What does it &take?"),
        tip=marked("Commands", "The least change of levers that reaches a target"),
        handler="ask.open",
        data="takes",
        menu="ask",
        places=("chart",),
    ),
    Command(
        key="ask_split",
        text=marked("Commands", "How to &split a budget?"),
        handler="ask.open",
        data="split",
        menu="ask",
    ),
    Command(
        key="ask_money",
        text=marked("Commands", "What does a &yuan buy?"),
        tip=marked("Commands", "Cost per added enterprise and per used EFLOPS"),
        handler="ask.open",
        data="money",
        menu="ask",
    ),
    Command(
        key="ask_survive",
        text=marked("Commands", "Does the advice s&urvive?"),
        tip=marked("Commands", "The open scenarios in other worlds, with their regret"),
        handler="ask.open",
        data="survive",
        menu="ask",
    ),
    Command(
        key="ask_discover",
        text=marked("Commands", "When does it &fail?"),
        tip=marked("Commands", "The assumptions under which a target is missed"),
        handler="ask.open",
        data="discover",
        menu="ask",
    ),
    Command(
        key="ask_future",
        text=marked("Commands", "W&hich future is this?"),
        tip=marked("Commands", "Futures one by one: rank, unusual assumptions, pinned"),
        handler="ask.open",
        data="future",
        menu="ask",
        places=("chart",),
    ),
    Command(
        key="inspect",
        text=marked("Commands", "How is this c&omputed?"),
        tip=marked("Commands", "The equation with its numbers, causes, evidence and loops"),
        handler="inspect.toggle",
        menu="ask",
        shortcuts=("Ctrl+Shift+I",),
        places=("chart",),
    ),
    Command(
        key="inspect_copy",
        text=marked("Commands", "Copy its ta&ble"),
        full_text=marked("Commands", "Copy the table of how a value is computed"),
        tip=marked(
            "Commands",
            "Value, equation, causes and levers; Ctrl+C while “How is this computed?” is open",
        ),
        handler="inspect.table.copy",
        menu="ask",
        enabled_when="inspected",
    ),
    Command(
        key="inspect_save",
        text=marked("Commands", "Sa&ve its table…"),
        full_text=marked("Commands", "Save the table of how a value is computed"),
        tip=marked("Commands", "As CSV or JSON; Ctrl+E while “How is this computed?” is open"),
        handler="inspect.table.save",
        menu="ask",
        enabled_when="inspected",
    ),
    Command(
        key="ask_numbers",
        text=marked("Commands", "What do my own &numbers say?"),
        tip=marked("Commands", "Measured values, scored and used to weigh the futures"),
        handler="ask.open",
        data="numbers",
        menu="ask",
    ),
)
