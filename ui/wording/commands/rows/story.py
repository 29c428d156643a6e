"""The rows of commands on the story that bookmarks tell, and on notes; menus View and Edit."""

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
ADD_NOTE: Final = Command(
    key="add_note",
    text=marked("Commands", "&Note on the chart…"),
    full_text=marked("Commands", "Write a note here…"),
    tip=marked("Commands", "N in a chart writes a note, Shift+N goes from note to note"),
    handler="notes.add_here",
    menu="edit",
    places=("chart",),
)
