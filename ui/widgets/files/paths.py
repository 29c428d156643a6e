"""Paths into file dialogs of Qt and out of them: Qt knows names as text alone.

A name whose bytes are no UTF-8 comes out with U+FFFD where they stand; it is looked for under what
it is really called. Floor: widgets.
"""

import os
import re
from pathlib import Path
from typing import Final

from planner.storage.sentences.readable import is_text

_NO_LETTER: Final = "\ufffd"


def folder_for_dialog(folder: Path) -> str:
    """Return the folder a dialog may begin in: the given one, or what is above it as text."""
    above = (each for each in (folder, *folder.parents) if is_text(each))
    return str(next(above, Path(folder.anchor)))


def chosen_path(name: str) -> Path:
    """Return the path that was chosen in a dialog."""
    path = Path(name)
    if _NO_LETTER not in name:
        return path
    found = Path(path.anchor)
    for part in path.parts[1:] if path.anchor else path.parts:
        found /= _real_name(found, part) if _NO_LETTER in part else part
    return found


def _real_name(folder: Path, name: str) -> str:
    """Return what is called so in a folder, as far as text can tell; else the name as it is."""
    try:
        names = [each.name for each in folder.iterdir()]
    except OSError:
        return name
    if name in names:
        return name
    alike = [each for each in names if not is_text(each) and _as_text(each) == _as_text(name)]
    return alike[0] if len(alike) == 1 else name


def _as_text(name: str) -> str:
    """Return a name as a program that knows text alone has it; how many bytes are lost varies."""
    text = os.fsencode(name).decode("utf-8", errors="replace")
    return re.sub(f"{_NO_LETTER}+", _NO_LETTER, text)
