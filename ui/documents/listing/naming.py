"""What open scenarios are called: by their titles, with what tells alike ones apart behind.

One rule before and after saving, for the title bar, the list, legends, exports and what is
recovered: a file's name is not what its scenario is called, but tells two of one title apart.
Where files do not, the folders do, else a number. Floor: documents.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from planner.files.format.schema import NAME_AT_MOST
from planner.storage.names import SCENARIO_ENDING

_PART_AT_MOST: Final = 40


@dataclass(frozen=True, slots=True)
class Titled:
    """A title, and the file that the scenario stands in; None for a new one."""

    title: str
    path: Path | None = None


def names_of(scenarios: Sequence[Titled], taken: Sequence[str] = ()) -> tuple[str, ...]:
    """Return a name for each scenario, all different and none that is `taken`, however spaced."""
    reserved = {_folded(name) for name in taken}
    groups: dict[str, list[int]] = {}
    for place, each in enumerate(scenarios):
        groups.setdefault(_folded(each.title), []).append(place)
    names = [each.title for each in scenarios]
    used = reserved | {key for key, group in groups.items() if len(group) == 1}
    for key, group in groups.items():
        if len(group) == 1 and key not in reserved:
            continue
        for place, name in zip(group, _apart([scenarios[p] for p in group], used), strict=True):
            names[place] = name
            used.add(_folded(name))
    return tuple(names)


def numbered(title: str, number: int) -> str:
    """Return `Plan (2)`: a title with a number behind it, cut so that a file can hold it."""
    return _with(title, str(number))


def _apart(alike: Sequence[Titled], used: set[str]) -> list[str]:
    """Return names for scenarios of one title: by file, by folder, else by number."""
    title = alike[0].title
    for part in (_stem, _folder):
        parts = [part(each) for each in alike]
        names = [_with(title, each) for each in parts]
        folded = {_folded(name) for name in names}
        if all(parts) and len(folded) == len(alike) and not folded & used:
            return names
    return _by_number(title, len(alike), used)


def _by_number(title: str, count: int, used: set[str]) -> list[str]:
    """Return the title itself, unless it is used, and the title with the next free numbers."""
    names = [] if _folded(title) in used else [title]
    number = 2
    while len(names) < count:
        name = numbered(title, number)
        if _folded(name) not in used:
            names.append(name)
        number += 1
    return names


def _stem(scenario: Titled) -> str:
    name = "" if scenario.path is None else scenario.path.name
    return _plain(name.removesuffix(".json").removesuffix(SCENARIO_ENDING.removesuffix(".json")))


def _folder(scenario: Titled) -> str:
    return "" if scenario.path is None else _plain(scenario.path.absolute().parent.name)


def _plain(text: str) -> str:
    from planner.files.format.plain_text import plain_name

    return plain_name(text).strip()[:_PART_AT_MOST]


def _with(title: str, part: str) -> str:
    behind = f" ({part})"
    return f"{title[: NAME_AT_MOST - len(behind)].rstrip()}{behind}"


def _folded(title: str) -> str:
    """Return what of a title a reader tells apart: not its spaces, nor capitals."""
    return " ".join(title.split()).casefold()
