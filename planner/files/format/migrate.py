"""Brings the fields of an older scenario file up to the present version; seventh floor of planner.

One pure function per version, applied in order before anything but format and version is looked
at, and a note that tells its user what changed. A newer version is told apart here, not read.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from planner.files.format.decode import Fields
from planner.storage.sentences.file_error import FileError, refusal, shown
from planner.storage.sentences.message import Message, message

FORMAT: Final = "suanli-scenario"


@dataclass(frozen=True, slots=True)
class Step:
    """What makes one version of the one before, and what to say of it."""

    change: Callable[[Fields], Fields]
    note: Message


def _to_version_2(fields: Fields) -> Fields:
    """Version 2 may hold `results`, the key figures as last computed; version 1 never did."""
    return fields


def _to_version_3(fields: Fields) -> Fields:
    """Version 3 has paths of levers, `draws`, and medians in `results`.

    Files before it kept the center line; that its futures were drawn without looking at what was
    measured is not kept, as every scenario is compared with a baseline of today.
    """
    made = {"draws": "conditioned", **fields}
    kept = fields.get("results")
    if isinstance(kept, dict) and isinstance(kept.get("values"), dict):
        centers = {key: {"center": value} for key, value in kept["values"].items()}
        made["results"] = {**kept, "values": centers}
    return made


def _to_version_4(fields: Fields) -> Fields:
    """Version 4 may hold `targets`: what its author wants of outcomes; version 3 never did."""
    return fields


def _to_version_5(fields: Fields) -> Fields:
    """Version 5 may hold `own` numbers and futures calibrated with them; version 4 never did."""
    return fields


def _to_version_6(fields: Fields) -> Fields:
    """Version 6 may hold an argument, a `story` and `pinned` notes; version 5 never did."""
    return fields


def _to_version_7(fields: Fields) -> Fields:
    """Version 7 may hold, with a step, the scenarios `beside` it; version 6 never did."""
    return fields


def _to_version_8(fields: Fields) -> Fields:
    """Version 8 may say, with a step, what all are held `against`; version 7 never did."""
    return fields


STEPS: tuple[Step, ...] = (
    Step(_to_version_2, message("since_version_2")),
    Step(_to_version_3, message("since_version_3")),
    Step(_to_version_4, message("since_version_4")),
    Step(_to_version_5, message("since_version_5")),
    Step(_to_version_6, message("since_version_6")),
    Step(_to_version_7, message("since_version_7")),
    Step(_to_version_8, message("since_version_8")),
)
"""The n-th step makes version n + 1 of version n; the present version is one above the last."""


def present_version() -> int:
    """Return the version this program writes."""
    return len(STEPS) + 1


def version_of(fields: Fields, name: str) -> int:
    """Return the version that the file states, which may be newer than the present one.

    Raises FileError when the file is of another program, or of an impossible version.
    """
    found, allowed = fields.get("format"), shown(FORMAT)
    if "format" not in fields:
        raise refusal("no_format", file=name, allowed=allowed)
    if found != FORMAT:
        raise refusal("other_format", file=name, found=shown(found), allowed=allowed)
    version = fields.get("version")
    if "version" not in fields:
        raise refusal("missing", file=name, field="version", allowed=_allowed())
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise refusal("wrong", file=name, field="version", found=shown(version), allowed=_allowed())
    return version


def migrate(fields: Fields, name: str) -> Fields:
    """Return the fields as the present version has them.

    Raises FileError when the file is of another program, or of a newer or an impossible version.
    """
    version = version_of(fields, name)
    if version > present_version():
        raise newer_refusal(version, name)
    for step in STEPS[version - 1 :]:
        fields = step.change(fields)
    return {**fields, "version": present_version()}


def changes_since(version: int) -> tuple[Message, ...]:
    """Return what changed since a version, a note each; nothing for the present one."""
    return tuple(step.note for step in STEPS[version - 1 :])


def newer_refusal(version: int, name: str, present: int | None = None) -> FileError:
    """Return the refusal of a file of a newer format; `present` is ours, unless of scenarios."""
    known = present_version() if present is None else present
    return refusal("newer_version", file=name, version=shown(version), present=known)


def _allowed() -> Message:
    return message("whole_number", low=1, high=present_version())
