"""The choke point of markup: texts of users and files where Qt would guess what they are.

A tip is read as markup when it looks like it, and the text of a menu has marks of its own; both
show what stands in the text, letter by letter, when it comes through here.
"""

from html import escape


def literal_tip(text: str) -> str:
    """Return a tip that shows the text as it is; an empty text gives none."""
    if not text:
        return ""
    return f'<p style="white-space: pre-wrap">{escape(text)}</p>'


def literal_action(text: str) -> str:
    """Return the text of a menu entry or button that shows the text as it is, on one line."""
    return " ".join(text.split()).replace("&", "&&")
