"""On which line of a TOML file a key stands, which its parser does not tell.

Eighth floor of planner. It looks at headers of tables and at what a line begins with. What stands
inside an inline table is on the line of the table, near enough to be found.
"""

import re
from collections.abc import Mapping
from typing import Final

Place = tuple[str, ...]

_HEADER: Final = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?$")
_KEY: Final = re.compile(
    r"""\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*="""
)
_PART: Final = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*\.?""")


def lines_of_keys(text: str) -> Mapping[Place, int]:
    """Return the number of the line, from 1 on, of each table and key by its place."""
    found: dict[Place, int] = {}
    table: Place = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = _parts(header[1])
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            found.setdefault((*table, *_parts(key[1])), number)
    return found


def line_of(lines: Mapping[Place, int], place: Place) -> int:
    """Return the line of a place, or of what it stands in; 1 where nothing of it is there."""
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place, 1)


def _parts(dotted: str) -> Place:
    return tuple(
        next(part for part in found.groups() if part is not None)
        for found in _PART.finditer(dotted)
    )
