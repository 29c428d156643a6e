"""Markdown tables, headings, and text that stands in them; seventh floor of planner."""

from collections.abc import Iterable, Sequence

from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import led_by
from planner.quantities.told.numerals import plain


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; cells are plain text."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(cell, line))} |" for line in lines)


def cell(text: str) -> str:
    """Return a text that neither ends its cell nor its line."""
    return " ".join(text.replace("|", "\\|").split())


def code(text: str) -> str:
    """Return a text as code."""
    return f"`{text}`"


def heading(title: str, depth: int = 2) -> str:
    """Return a heading, so many levels deep."""
    return f"{'#' * depth} {title}"


def number(value: float) -> str:
    """Return a number with six digits, a whole one with all it has."""
    return plain(value, 12 if float(value).is_integer() else 6, is_grouped=False)


def titled(label: str, doc: str) -> str:
    """Return a label of the model and its sentence, in the language spoken."""
    return led_by(model_text(label), model_text(doc))
