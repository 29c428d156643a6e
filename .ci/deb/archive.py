"""The package as one file: what it depends on, its control files, and the archive."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from deb.facts import (
    DESCRIPTION,
    FONTS,
    LIBRARY,
    MAINTAINER,
    NAME,
    RECOMMENDED,
    SUGGESTED,
    SUMMARY,
)
from deb.papers import package_version
from deb.tree import give_rights, programs

OPTIONAL: Final = ("printsupport/libcupsprintersupport.so", "platformthemes/libqgtk3.so")
"""Plugins of Qt that it does without where their libraries are not there."""
_BLOCK: Final = 1024


def pack(tree: Path, folder: Path) -> Path:
    """Write the package of a tree into a folder, and return it."""
    control = tree / "DEBIAN"
    control.mkdir()
    (control / "md5sums").write_text(_sums(tree), "utf-8")
    (control / "control").write_text(_control(tree), "utf-8")
    give_rights(control)
    target = folder / f"{NAME}_{package_version()}_{_architecture()}.deb"
    _said("dpkg-deb", "--root-owner-group", "-Zzstd", "-z9", "--build", str(tree), str(target))
    return target


def depends(bundle: Path) -> str:
    """Return which packages of this system bring what the files of a bundle ask for."""
    asking = [str(each) for each in programs(bundle) if not str(each).endswith(OPTIONAL)]
    with TemporaryDirectory() as empty:  # the tool reads its own package from a file beside it
        (Path(empty) / "debian").mkdir()
        control = f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n"
        (Path(empty) / "debian/control").write_text(control, "utf-8")
        own = {str(each.parent) for each in programs(bundle)}
        folders = [f"-l{each}" for each in sorted(own)]
        command = ("dpkg-shlibdeps", "-O", "--warnings=0", *folders, *asking)
        found = _said(*command, folder=empty)
    return re.sub(r"^shlibs:Depends=", "", found).strip()


def _control(tree: Path) -> str:
    fields = {
        "Package": NAME,
        "Version": package_version(),
        "Architecture": _architecture(),
        "Maintainer": MAINTAINER,
        "Installed-Size": str(_blocks(tree)),
        "Depends": f"{depends(tree / LIBRARY)}, {FONTS}",
        "Recommends": ", ".join(RECOMMENDED),
        "Suggests": ", ".join(SUGGESTED),
        "Section": "science",
        "Priority": "optional",
        "Description": "\n ".join((SUMMARY, *DESCRIPTION)),
    }
    return "".join(f"{name}: {said}\n" for name, said in fields.items())


def _sums(tree: Path) -> str:
    files = (each for each in sorted(tree.rglob("*")) if each.is_file() and not each.is_symlink())
    return "".join(f"{_sum(each)}  {each.relative_to(tree)}\n" for each in files)


def _sum(path: Path) -> str:
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()


def _blocks(tree: Path) -> int:
    """Return the size of a tree in units of 1,024 bytes, each file rounded up."""
    sizes = (each.lstat().st_size for each in tree.rglob("*") if not each.is_dir())
    return sum(-(-size // _BLOCK) for size in sizes)


def _architecture() -> str:
    return _said("dpkg", "--print-architecture").strip()


def _said(*command: str, folder: str | None = None) -> str:
    """Return what a program of the system says; where it fails, that says why, and all ends."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(  # noqa: S603 - tools of Debian, on files of ours
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{command[0]} failed")
    return done.stdout
