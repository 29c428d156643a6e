"""What a worker of a cluster has installed: what batches need, in the versions of uv.lock."""

import tomllib
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, Final

from planner.sweep.workers.versions import ALIKE, NEEDED

_LOCK: Final = Path(__file__).parents[2] / "uv.lock"
_HEAD: Final = """\
# Packages of a worker, in the versions of uv.lock; written by `make regenerate`.
# They also hold the computer that starts a sweep to the same: pip install -c requirements.txt ...
"""


def requirements_bytes() -> bytes:
    """Return the requirements of a worker as a file for pip, with all that they need themselves."""
    return "\n".join((_HEAD, *_requirements(_locked()), "")).encode()


def version_of(name: str) -> str:
    """Return the version of a package that has one for every Python."""
    (found,) = _locked()[name]
    return str(found["version"])


def _requirements(locked: Mapping[str, list[Any]]) -> list[str]:
    """Return a line for each version; where Python decides between two, with its condition."""
    lines = []
    for name, marker in sorted(_needed(locked).items()):
        for each in locked[name]:
            told = (f"{name}=={each['version']}", _condition(each) or marker)
            lines.append(" ; ".join(filter(None, told)))
    return lines


def _needed(locked: Mapping[str, list[Any]]) -> dict[str, str]:
    """Return the names of all that is needed, each with the condition under which it is."""
    found = dict.fromkeys((*ALIKE, *NEEDED), "")
    left = list(found)
    while left:
        for each in _dependencies(locked, left.pop()):
            if each["name"] not in found:
                found[each["name"]] = each.get("marker", "")
                left.append(each["name"])
    return found


def _dependencies(locked: Mapping[str, list[Any]], name: str) -> Iterator[Any]:
    return chain.from_iterable(each.get("dependencies", ()) for each in locked[name])


def _condition(package: Mapping[str, Any]) -> str:
    """Return which Pythons one of several versions is for; empty where there is one alone."""
    told = {marker.partition(" and ")[0] for marker in package.get("resolution-markers", ())}
    return " or ".join(sorted(told))


def _locked() -> dict[str, list[Any]]:
    """Return the packages of uv.lock by name."""
    packages: dict[str, list[Any]] = {}
    for each in tomllib.loads(_LOCK.read_text("utf-8"))["package"]:
        packages.setdefault(each["name"], []).append(each)
    return packages
