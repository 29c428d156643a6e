"""The rows of the menu Scenario: the order, color and comparison of what is open, in their order.

First floor of ui.
"""

from typing import Final

from planner.storage.sentences.catalog import marked
from ui.wording.commands.command import Command, Menu

SCENARIO: Final[tuple[Command | Menu, ...]] = (
    Menu(key="scenario", text=marked("Commands", "Scenar&ios"), inside="view"),
    Command(
        key="compare_with",
        text=marked("Commands", "Co&mpare with this scenario"),
        tip=marked(
            "Commands", "Differences on charts, cards, tables and in files are from this scenario"
        ),
        handler="reference.choose_at_hand",
        menu="scenario",
        places=("scenario",),
    ),
    Command(
        key="compare_with_baseline",
        text=marked("Commands", "Compare with the &baseline"),
        handler="reference.choose_baseline",
        menu="scenario",
    ),
    Command(
        key="show_only",
        text=marked("Commands", "Show &only this scenario"),
        handler="scenarios.show_only",
        menu="scenario",
        places=("scenario",),
    ),
    Command(
        key="combine",
        text=marked("Commands", "Comb&ine checked scenarios"),
        tip=marked(
            "Commands", "A new scenario with the changes of all of them: what they do together"
        ),
        handler="scenarios.combine",
        menu="scenario",
        shortcuts=("Ctrl+Shift+D",),
        places=("scenario",),
    ),
    Menu(
        key="color",
        text=marked("Commands", "Co&lor"),
        inside="scenario",
        places=("scenario",),
    ),
    Command(
        key="color_blue",
        text=marked("Commands", "&Blue"),
        full_text=marked("Commands", "Color of the scenario: blue"),
        handler="scenarios.paint",
        data="0",
        checked_by="color",
        menu="color",
    ),
    Command(
        key="color_vermilion",
        text=marked("Commands", "&Vermilion"),
        full_text=marked("Commands", "Color of the scenario: vermilion"),
        handler="scenarios.paint",
        data="1",
        checked_by="color",
        menu="color",
    ),
    Command(
        key="color_green",
        text=marked("Commands", "&Green"),
        full_text=marked("Commands", "Color of the scenario: green"),
        handler="scenarios.paint",
        data="2",
        checked_by="color",
        menu="color",
    ),
    Command(
        key="color_purple",
        text=marked("Commands", "&Purple"),
        full_text=marked("Commands", "Color of the scenario: purple"),
        handler="scenarios.paint",
        data="3",
        checked_by="color",
        menu="color",
    ),
    Command(
        key="color_ochre",
        text=marked("Commands", "&Ochre"),
        full_text=marked("Commands", "Color of the scenario: ochre"),
        handler="scenarios.paint",
        data="4",
        checked_by="color",
        menu="color",
    ),
    Command(
        key="color_light_blue",
        text=marked("Commands", "&Light blue"),
        full_text=marked("Commands", "Color of the scenario: light blue"),
        handler="scenarios.paint",
        data="5",
        checked_by="color",
        menu="color",
    ),
    Command(
        key="color_olive",
        text=marked("Commands", "Ol&ive"),
        full_text=marked("Commands", "Color of the scenario: olive"),
        handler="scenarios.paint",
        data="6",
        checked_by="color",
        menu="color",
    ),
    Command(
        key="color_gray",
        text=marked("Commands", "Gra&y"),
        full_text=marked("Commands", "Color of the scenario: gray"),
        handler="scenarios.paint",
        data="7",
        checked_by="color",
        menu="color",
    ),
    Command(
        key="move_up",
        text=marked("Commands", "Move scenario &up"),
        handler="scenarios.move_up",
        menu="scenario",
        is_apart=True,
        shortcuts=("Alt+Up",),
        places=("scenario",),
    ),
    Command(
        key="move_down",
        text=marked("Commands", "Move scenario &down"),
        handler="scenarios.move_down",
        menu="scenario",
        shortcuts=("Alt+Down",),
        places=("scenario",),
    ),
    Command(
        key="next_scenario",
        text=marked("Commands", "&Next scenario"),
        handler="scenarios.show_next",
        menu="scenario",
        shortcuts=("Ctrl+PgDown",),
    ),
    Command(
        key="previous_scenario",
        text=marked("Commands", "&Previous scenario"),
        handler="scenarios.show_previous",
        menu="scenario",
        shortcuts=("Ctrl+PgUp",),
    ),
)
