"""The rows of the menu Ask: one command per question, in the order of the cards.

The `data` of a question is the key of its card. Who answers it stands in `ui.views.ask.cards`.
"""

from typing import Final, Literal

from ui.wording.commands.command import QT_TRANSLATE_NOOP, Command, Menu

Question = Literal[
    "why", "matters", "takes", "split", "money", "survive", "discover", "future", "numbers"
]
"""The key of the card that answers."""

ASK: Final = (
    Menu(key="ask", text=QT_TRANSLATE_NOOP("Commands", "&Ask")),
    Command(
        key="ask_all",
        text=QT_TRANSLATE_NOOP("Commands", "&Questions and answers"),
        tip=QT_TRANSLATE_NOOP("Commands", "Answers in words and numbers, in place of the charts"),
        handler="ask.show",
        checked_by="ask",
        menu="ask",
        shortcuts=("Ctrl+K",),
    ),
    Command(
        key="ask_why",
        text=QT_TRANSLATE_NOOP("Commands", "&Why did it change?"),
        tip=QT_TRANSLATE_NOOP("Commands", "The part of each changed lever, path and assumption"),
        handler="ask.open",
        data="why",
        menu="ask",
        is_apart=True,
        places=("chart",),
    ),
    Command(
        key="ask_matters",
        text=QT_TRANSLATE_NOOP("Commands", "What &matters most?"),
        tip=QT_TRANSLATE_NOOP("Commands", "The assumptions that make the spread"),
        handler="ask.open",
        data="matters",
        menu="ask",
        places=("chart",),
    ),
    Command(
        key="ask_takes",
        text=QT_TRANSLATE_NOOP("Commands", "What does it &take?"),
        tip=QT_TRANSLATE_NOOP("Commands", "The least change of levers that reaches a target"),
        handler="ask.open",
        data="takes",
        menu="ask",
        places=("chart",),
    ),
    Command(
        key="ask_split",
        text=QT_TRANSLATE_NOOP("Commands", "How to &split a budget?"),
        handler="ask.open",
        data="split",
        menu="ask",
    ),
    Command(
        key="ask_money",
        text=QT_TRANSLATE_NOOP("Commands", "What does a &yuan buy?"),
        tip=QT_TRANSLATE_NOOP("Commands", "Cost per added enterprise and per used EFLOPS"),
        handler="ask.open",
        data="money",
        menu="ask",
    ),
    Command(
        key="ask_survive",
        text=QT_TRANSLATE_NOOP("Commands", "Does the advice s&urvive?"),
        tip=QT_TRANSLATE_NOOP("Commands", "The open scenarios in other worlds, with their regret"),
        handler="ask.open",
        data="survive",
        menu="ask",
    ),
    Command(
        key="ask_discover",
        text=QT_TRANSLATE_NOOP("Commands", "When does it &fail?"),
        tip=QT_TRANSLATE_NOOP("Commands", "The assumptions under which a target is missed"),
        handler="ask.open",
        data="discover",
        menu="ask",
    ),
    Command(
        key="ask_future",
        text=QT_TRANSLATE_NOOP("Commands", "W&hich future is this?"),
        tip=QT_TRANSLATE_NOOP("Commands", "Futures one by one: rank, unusual assumptions, pinned"),
        handler="ask.open",
        data="future",
        menu="ask",
        places=("chart",),
    ),
    Command(
        key="ask_numbers",
        text=QT_TRANSLATE_NOOP("Commands", "What do my own &numbers say?"),
        tip=QT_TRANSLATE_NOOP("Commands", "Measured values, scored and used to weigh the futures"),
        handler="ask.open",
        data="numbers",
        menu="ask",
    ),
)
