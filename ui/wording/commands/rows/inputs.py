"""The rows of the menu of one lever or assumption, or of a group: what they do is about these.

No menu of the menu bar holds them. First floor of ui.
"""

from typing import Final

from planner.storage.sentences.catalog import marked
from ui.wording.commands.command import Command

INPUT: Final = (
    Command(
        key="input_to_default",
        text=marked("Commands", "Reset to default"),
        handler="side.put_back",
        data="default",
        enabled_when="off_default",
        places=("input",),
    ),
    Command(
        key="input_to_baseline",
        text=marked("Commands", "Reset to baseline"),
        handler="side.put_back",
        data="baseline",
        enabled_when="off_baseline",
        places=("input",),
    ),
    Command(
        key="input_to_saved",
        text=marked("Commands", "Reset to saved"),
        handler="side.put_back",
        data="saved",
        enabled_when="off_saved",
        places=("input",),
    ),
    Command(
        key="input_inspect",
        text=marked("Commands", "Where does this come from?"),
        tip=marked("Commands", "Sources, range, and what it acts on"),
        handler="inspect.open_input",
        places=("input",),
    ),
)
