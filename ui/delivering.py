"""Writes exports to a user's folder, in whatever thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.files.message import Message


@dataclass(frozen=True, slots=True)
class Delivered:
    """How writing went: why not all could be written, and what to know of what was."""

    refusal: "Message | None" = None
    remarks: "tuple[Message, ...]" = ()


def deliver(files: Mapping[Path, bytes], folder: Path | None = None) -> Delivered:
    """Write exports one after the other, each whole or not at all, up to the first that fails.

    A `folder` is made where it is not there yet.
    """
    from planner.files.export_file import write_export
    from planner.files.file_error import FileError
    from ui.charts.export import make_folder

    remarks: list[Message] = []
    try:
        if folder is not None:
            make_folder(folder)
        for path, data in files.items():
            remarks.extend(write_export(path, data))
    except FileError as error:
        return Delivered(error.message, tuple(remarks))
    return Delivered(None, tuple(remarks))
