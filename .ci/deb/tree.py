"""The tree of the package: every file where a system looks for it, with its rights and its time."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from deb.facts import DATA, LIBRARY, NAME, PLACES

_PLAIN, _TO_RUN = 0o644, 0o755
_ELF: Final = b"\x7fELF"
_OF_CHECKOUTS: Final = shutil.ignore_patterns(".gitignore")


def lay_out(bundle: Path, tree: Path) -> None:
    """Put the bundle, the command and the files for the desktop into an empty tree."""
    shutil.copytree(bundle, tree / LIBRARY, symlinks=True, ignore=_OF_CHECKOUTS)
    command = tree / "usr/bin" / NAME
    command.parent.mkdir(parents=True)
    command.symlink_to(f"../lib/{NAME}/{NAME}")
    for name, place in PLACES.items():
        (tree / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(DATA / name, tree / place)


def settle(tree: Path, second: int) -> None:
    """Give every file the rights of its kind, and one time, since 1970."""
    give_rights(tree)
    (tree / LIBRARY / NAME).chmod(_TO_RUN)
    for path in sorted(tree.rglob("*"), reverse=True):
        os.utime(path, (second, second), follow_symlinks=False)


def give_rights(folder: Path) -> None:
    """Let all read a folder and the files in it, and none run them, whoever made them."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(_TO_RUN if path.is_dir() else _PLAIN)


def programs(folder: Path) -> Iterator[Path]:
    """Return the programs and libraries of a folder, in a fixed order."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and _begins_as_elf(path):
            yield path


def _begins_as_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_ELF)) == _ELF
