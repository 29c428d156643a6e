"""The rows of the commands on the story that bookmarks tell, for the menus View and Edit."""

from typing import Final

from planner.storage.sentences.catalog import marked
from ui.wording.commands.command import Command

PRESENT: Final = Command(
    key="present",
    text=marked("Commands", "Present stor&y"),
    tip=marked("Commands", "Show the bookmarks one after the other, full screen and live"),
    handler="presenting.start",
    menu="view",
    is_apart=True,
    shortcuts=("F5",),
)
EDIT_STORY: Final = Command(
    key="edit_story",
    text=marked("Commands", "Bookmarks and stor&y…"),
    tip=marked("Commands", "Give bookmarks titles and sentences, and put them in order"),
    handler="story.show",
    menu="edit",
    shortcuts=("Shift+F5",),
)
