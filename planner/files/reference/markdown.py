"""Markdown tables, headings, and text that stands in them; top floor of planner."""

from collections.abc import Iterable, Sequence


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


def number(value: float) -> str:
    """Return a number with six digits, a whole one with all it has."""
    return f"{value:.12g}" if float(value).is_integer() else f"{value:.6g}"


def heading(key: str) -> str:
    """Return the key of a sector as a heading."""
    return key.replace("_", " ").capitalize()
