"""Writes exports to a user's folder, in whatever thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.storage.sentences.message import Message


@dataclass(frozen=True, slots=True)
class Delivered:
    """How writing went: why not all could be written, and what to know of what was."""

    refusal: "Message | None" = None
    remarks: "tuple[Message, ...]" = ()


def deliver(files: Mapping[Path, bytes], folder: Path | None = None) -> Delivered:
    """Write exports one after the other, each whole or not at all, up to the first that fails.

    A `folder` is made where it is not there yet; pictures of another scenario stay in it, and
    ours get a number where they have their names.
    """
    from planner.files.exports.export_file import make_folder, write_export
    from planner.storage.sentences.file_error import FileError

    remarks: list[Message] = []
    try:
        if folder is not None:
            make_folder(folder)
            files = _beside_those_of_others(files)
        for path, data in files.items():
            remarks.extend(write_export(path, data))
    except FileError as error:
        return Delivered(error.message, tuple(remarks))
    return Delivered(None, tuple(remarks))


def _beside_those_of_others(files: Mapping[Path, bytes]) -> Mapping[Path, bytes]:
    """Return the pictures by names that no picture of a scenario of another title has."""
    from planner.storage.names import with_number

    named, number = files, 1
    while any(_is_of_another(path, data) for path, data in named.items()):
        number += 1
        named = {with_number(path, number): data for path, data in files.items()}
    return named


def _is_of_another(path: Path, data: bytes) -> bool:
    """Tell whether the picture there shows scenarios that are called otherwise than ours."""
    from planner.files.scenario.picture import scenarios_in
    from planner.files.scenario.scenario_list import read_all
    from planner.storage.sentences.file_error import FileError

    try:
        there = [content.scenario.title for content in read_all(path).contents]
        return there != [scenario.title for scenario in scenarios_in(data)]
    except FileError:
        return False
