"""Which packages of this system bring a library or a font, going by what the system calls itself.

For the sentences of the program, and for `.ci/system-libraries`. Floor: wording, no Qt.
"""

import shlex
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from planner.storage.sentences.catalog import translate
from ui.wording.linux.table import PACKAGES, SYSTEMS

_TOLD_IN: Final = (Path("/etc/os-release"), Path("/usr/lib/os-release"))


def family() -> str:
    """Return the family of this system by what it calls itself and is like; empty for others."""
    ids = _ids()
    known = (name for each in ids for name, system in SYSTEMS.items() if each in system.ids)
    return next(known, "")


def packages(needed: Iterable[str]) -> tuple[str, ...]:
    """Return the packages of this system that bring what is needed; none on an unknown system."""
    own = family()
    known = (PACKAGES[each] for each in needed if own and each in PACKAGES)
    return tuple(dict.fromkeys(str(getattr(each, own)) for each in known))


def package(needed: str) -> str:
    """Return the package that brings what is needed, by Debian's name on an unknown system."""
    return next(iter(packages((needed,))), PACKAGES[needed].debian)


def how_to_install(needed: Iterable[str]) -> str:
    """Return what a person can do about libraries that are missing."""
    named = packages(needed)
    if not named:
        return translate("Display", "install the packages of this system that bring them")
    command = shlex.join((*SYSTEMS[family()].install.split(), *named))
    return translate("Display", "to install: {command}").format(command=command)


def _ids() -> list[str]:
    """Return what this system calls itself, and then what it is like."""
    said: dict[str, str] = {}
    for line in _lines():
        key, _, value = line.strip().partition("=")
        if key in ("ID", "ID_LIKE"):
            with suppress(ValueError):  # a line that is odd hides only itself
                said[key] = " ".join(shlex.split(value))
    return f"{said.get('ID', '')} {said.get('ID_LIKE', '')}".lower().split()


def _lines() -> list[str]:
    """Return the lines of the first file that tells of this system; none where none can be read."""
    for file in _TOLD_IN:
        with suppress(OSError):
            return file.read_text("utf-8", errors="replace").splitlines()
    return []
