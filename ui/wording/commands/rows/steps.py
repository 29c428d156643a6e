"""The rows of the menu of one step of the history: what they do is about the step at hand.

No menu of the menu bar holds them. First floor of ui.
"""

from typing import Final

from planner.storage.sentences.catalog import marked
from ui.wording.commands.command import Command

STEP: Final = (
    Command(
        key="show_control",
        text=marked("Commands", "Show the control"),
        handler="history_panel.show_control",
        places=("step",),
    ),
    Command(
        key="go_to_step",
        text=marked("Commands", "Go to this state"),
        handler="history_panel.go_to_step",
        places=("step",),
    ),
    Command(
        key="star_step",
        text=marked("Commands", "Bookmark this state"),
        full_text=marked("Commands", "Bookmark the state after this step"),
        handler="history_panel.star_step",
        places=("step",),
    ),
)
