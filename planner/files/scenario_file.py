"""Scenario files: what differs from the baseline, as text that people can read and compare.

Top floor of planner. A file is written whole or not at all, and read strictly: one that is not
right in every field gives one sentence and no scenario. The examples are such files.
"""

import json
import os
from functools import cache
from pathlib import Path
from typing import Final

from planner.files.atomic import write_atomically
from planner.files.decode import Fields, decode
from planner.files.fields import fields_of, scenario_of
from planner.files.file_error import FileError, shown, shown_path
from planner.files.migrate import migrate
from planner.files.opening import read_bytes
from planner.files.plain_text import check_name, check_notes
from planner.model.scenario import Scenario
from planner.places import resources_folder

SUFFIX: Final = ".scenario.json"

EXAMPLES: Final = (
    "baseline",
    "vouchers-x4",
    "alibaba-doubled",
    "centers-at-60",
    "chip-imports-stopped",
    "everything-at-once",
)


def read(path: str | os.PathLike[str]) -> Scenario:
    """Return the scenario in a file. Raises FileError with one sentence that names the file."""
    return from_bytes(read_bytes(path), shown_path(path))


def write(path: str | os.PathLike[str], scenario: Scenario) -> None:
    """Save the scenario: the file is replaced whole, or on FileError stays as it was."""
    data = to_bytes(scenario)
    name = shown_path(path)
    if from_bytes(data, name) != scenario:
        raise FileError(f"{name} cannot be saved: the scenario would read back differently")
    write_atomically(path, data)


def to_bytes(scenario: Scenario) -> bytes:
    """Return the file of a scenario: UTF-8, two spaces of indent, in the order of the model."""
    text = json.dumps(fields_of(scenario), indent=2, ensure_ascii=False) + "\n"
    return text.encode("utf-8", errors="backslashreplace")


def from_bytes(data: bytes, name: str) -> Scenario:
    """Return the scenario in the bytes of a file called `name`. Raises FileError."""
    fields = _checked(migrate(decode(data, name), name), name)
    check_name(fields["title"], "title", name)
    check_notes(fields.get("notes", ""), "notes", name)
    check_name(fields.get("author", ""), "author", name)
    if not fields["title"].strip():
        raise FileError(f"{name}: title is {shown(fields['title'])}; allowed is text that shows")
    return scenario_of(fields, name)


@cache
def examples() -> tuple[tuple[str, str, Path], ...]:
    """Return id, title and path of every example, from the baseline to everything at once.

    Quick: the files are ours, so that only their titles are looked at.
    """
    return tuple(
        (name, str(decode(read_bytes(path), name)["title"]), path)
        for name, path in _paths().items()
    )


def open_example(name: str) -> Scenario:
    """Return the scenario of an example. Raises FileError for an unknown id."""
    if name not in EXAMPLES:
        known = ", ".join(EXAMPLES)
        raise FileError(f"there is no example {shown(name)}; there are {known}")
    return read(_paths()[name])


def _paths() -> dict[str, Path]:
    folder = resources_folder() / "examples"
    return {name: folder / f"{name}{SUFFIX}" for name in EXAMPLES}


def _checked(fields: Fields, name: str) -> Fields:
    from pydantic import ValidationError

    from planner.files.schema import file_model
    from planner.files.sentences import sentence

    try:
        return file_model().model_validate(fields).model_dump(exclude_unset=True)
    except ValidationError as error:
        raise FileError(sentence(error, name)) from None
