"""The rows of commands on the story that bookmarks tell, and on notes: View, Edit, Export."""

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
EXPORT_STORY: Final = (
    Command(
        key="export_story",
        text=marked("Commands", "Story as s&lides…"),
        full_text=marked("Commands", "Export the story as slides…"),
        tip=marked("Commands", "A PDF with a page for each bookmark, as it is presented"),
        handler="slides.ask_slides",
        menu="export",
    ),
    Command(
        key="export_story_pictures",
        text=marked("Commands", "Story as pict&ures…"),
        full_text=marked("Commands", "Export the story as pictures…"),
        tip=marked("Commands", "A PNG for each bookmark, in a folder"),
        handler="slides.ask_pictures",
        menu="export",
    ),
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
