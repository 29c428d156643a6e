"""What a scenario or a bookmark is called in a file: a title that it takes. Floor: controllers."""

from planner.files.format.plain_text import plain_name
from planner.files.format.presented_schema import TITLE_AT_MOST
from planner.storage.sentences.catalog import translate


def title_that_fits(text: str) -> str:
    """Return a title of a bookmark that a file takes; it is never empty."""
    plain = " ".join(plain_name(text).split())[:TITLE_AT_MOST].strip()
    return plain or translate("Bookmarks", "Bookmark")
