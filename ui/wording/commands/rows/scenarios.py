"""The rows of the menu Scenario: the order, color and comparison of what is open, in their order.

First floor of ui.
"""

from typing import Final

from ui.wording.commands.command import QT_TRANSLATE_NOOP, Command, Menu

SCENARIO: Final[tuple[Command | Menu, ...]] = (
    Menu(key="scenario", text=QT_TRANSLATE_NOOP("Commands", "Sce&narios"), inside="view"),
    Command(
        key="compare_with",
        text=QT_TRANSLATE_NOOP("Commands", "Co&mpare with this scenario"),
        tip=QT_TRANSLATE_NOOP(
            "Commands", "Differences on charts, cards, tables and in files are from this scenario"
        ),
        handler="reference.choose_at_hand",
        menu="scenario",
        places=("scenario",),
    ),
    Command(
        key="compare_with_baseline",
        text=QT_TRANSLATE_NOOP("Commands", "Compare with the &baseline"),
        handler="reference.choose_baseline",
        menu="scenario",
    ),
    Command(
        key="show_only",
        text=QT_TRANSLATE_NOOP("Commands", "Show &only this scenario"),
        handler="scenarios.show_only",
        menu="scenario",
        places=("scenario",),
    ),
    Command(
        key="combine",
        text=QT_TRANSLATE_NOOP("Commands", "Comb&ine checked scenarios"),
        tip=QT_TRANSLATE_NOOP(
            "Commands", "A new scenario with the changes of all of them: what they do together"
        ),
        handler="scenarios.combine",
        menu="scenario",
        shortcuts=("Ctrl+Shift+D",),
        places=("scenario",),
    ),
    Menu(
        key="color",
        text=QT_TRANSLATE_NOOP("Commands", "Co&lor"),
        inside="scenario",
        places=("scenario",),
    ),
    Command(
        key="color_blue",
        text=QT_TRANSLATE_NOOP("Commands", "Blue"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Color of the scenario: blue"),
        handler="scenarios.paint",
        data="0",
        checked_by="color",
        menu="color",
    ),
    Command(
        key="color_vermilion",
        text=QT_TRANSLATE_NOOP("Commands", "Vermilion"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Color of the scenario: vermilion"),
        handler="scenarios.paint",
        data="1",
        checked_by="color",
        menu="color",
    ),
    Command(
        key="color_green",
        text=QT_TRANSLATE_NOOP("Commands", "Green"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Color of the scenario: green"),
        handler="scenarios.paint",
        data="2",
        checked_by="color",
        menu="color",
    ),
    Command(
        key="color_purple",
        text=QT_TRANSLATE_NOOP("Commands", "Purple"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Color of the scenario: purple"),
        handler="scenarios.paint",
        data="3",
        checked_by="color",
        menu="color",
    ),
    Command(
        key="color_ochre",
        text=QT_TRANSLATE_NOOP("Commands", "Ochre"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Color of the scenario: ochre"),
        handler="scenarios.paint",
        data="4",
        checked_by="color",
        menu="color",
    ),
    Command(
        key="color_light_blue",
        text=QT_TRANSLATE_NOOP("Commands", "Light blue"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Color of the scenario: light blue"),
        handler="scenarios.paint",
        data="5",
        checked_by="color",
        menu="color",
    ),
    Command(
        key="color_olive",
        text=QT_TRANSLATE_NOOP("Commands", "Olive"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Color of the scenario: olive"),
        handler="scenarios.paint",
        data="6",
        checked_by="color",
        menu="color",
    ),
    Command(
        key="color_gray",
        text=QT_TRANSLATE_NOOP("Commands", "Gray"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Color of the scenario: gray"),
        handler="scenarios.paint",
        data="7",
        checked_by="color",
        menu="color",
    ),
    Command(
        key="move_up",
        text=QT_TRANSLATE_NOOP("Commands", "Move scenario &up"),
        handler="scenarios.move_up",
        menu="scenario",
        is_apart=True,
        shortcuts=("Alt+Up",),
        places=("scenario",),
    ),
    Command(
        key="move_down",
        text=QT_TRANSLATE_NOOP("Commands", "Move scenario &down"),
        handler="scenarios.move_down",
        menu="scenario",
        shortcuts=("Alt+Down",),
        places=("scenario",),
    ),
    Command(
        key="next_scenario",
        text=QT_TRANSLATE_NOOP("Commands", "&Next scenario"),
        handler="scenarios.show_next",
        menu="scenario",
        shortcuts=("Ctrl+PgDown",),
    ),
    Command(
        key="previous_scenario",
        text=QT_TRANSLATE_NOOP("Commands", "&Previous scenario"),
        handler="scenarios.show_previous",
        menu="scenario",
        shortcuts=("Ctrl+PgUp",),
    ),
)
