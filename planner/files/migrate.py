"""Brings the fields of an older scenario file up to the present version; top floor of planner.

One pure function per version, applied in order before anything but format and version is looked
at. A file of a newer version is refused: reading it would lose what this version does not know.
"""

from collections.abc import Callable
from typing import Any, Final

from planner.files.decode import Fields
from planner.files.file_error import FileError, shown

FORMAT: Final = "suanli-scenario"

STEPS: tuple[Callable[[Fields], Fields], ...] = ()
"""The n-th step makes version n + 1 of version n; the present version is one above the last."""


def present_version() -> int:
    """Return the version this program writes."""
    return len(STEPS) + 1


def migrate(fields: Fields, name: str) -> Fields:
    """Return the fields as the present version has them.

    Raises FileError when the file is of another program, or of a newer or an impossible version.
    """
    found = fields.get("format")
    if found != FORMAT:
        said = f"its format is {shown(found)}" if "format" in fields else "it names no format"
        raise FileError(f'{name} is not a scenario file: {said}; allowed is "{FORMAT}"')
    version = _version(fields.get("version"), name)
    for step in STEPS[version - 1 :]:
        fields = step(fields)
    return {**fields, "version": present_version()}


def _version(found: Any, name: str) -> int:  # noqa: ANN401  (whatever the file says)
    present = present_version()
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        said = "is missing" if found is None else f"is {shown(found)}"
        allowed = "1" if present == 1 else f"a whole number from 1 to {present}"
        raise FileError(f"{name}: version {said}; allowed is {allowed}")
    if found > present:
        raise FileError(
            f"{name} was written by a newer Suanli: its version is {shown(found)}; "
            f"this one reads files up to version {present}"
        )
    return found
