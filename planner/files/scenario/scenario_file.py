"""Scenario files: what differs from the baseline, as text that people can read and compare.

Seventh floor of planner. A file is written whole or not at all, and read strictly: one that is not
right in every field gives one sentence and no scenario. An exported picture opens as the scenario
it carries; one that carries several is read by `scenario_list`. The examples are such files.
"""

import json
import os
import re
from dataclasses import dataclass
from functools import cache
from io import BufferedIOBase, BytesIO
from pathlib import Path
from typing import Final

from planner.files.format.decode import COMMAS_AT_MOST, decode
from planner.files.format.migrate import FORMAT, changes_since, present_version
from planner.files.scenario.content import Content, content_of, content_to_look_at
from planner.files.scenario.fields import fields_of
from planner.files.scenario.png_text import is_picture, text_in
from planner.model.graph import model
from planner.model.scenario import Scenario
from planner.storage.atomic import Remarks, write_atomically
from planner.storage.identity import Identity, identity_of, identity_of_open
from planner.storage.names import SCENARIO_ENDING
from planner.storage.opening import BYTES_AT_MOST, bytes_of, read_bytes, regular_file
from planner.storage.places import resources_folder
from planner.storage.sentences.file_error import FileError, refusal, shown, shown_path
from planner.storage.sentences.message import Message, message
from planner.storage.sentences.spoken import ENGLISH, speaking
from planner.studies.model_versions import Results

EXAMPLES: Final = (
    "baseline",
    "vouchers-x4",
    "alibaba-doubled",
    "centers-at-80",
    "chip-imports-stopped",
    "vouchers-fade-out",
    "alibaba-plans-again",
    "chips-tight",
    "chips-open",
    "everything-at-once",
)

_KNOT: Final = re.compile(r"\[\n *([-+.\de]+),\n *([-+.\de]+)\n *\]")


@dataclass(frozen=True, slots=True)
class Opened:
    """A scenario as it was opened, and all that its file says of itself.

    `version` is that of the format; `changes` tells what changed since an older one. With a
    `read_only_reason` the file is never to be written; `left_out` names the fields of a newer
    version that were not understood, `not_carried` tells what an older model had that this one has
    not. A picture is no place to save to; a workbook is none either, and counts as one.
    """

    scenario: Scenario
    version: int
    model_version: str
    changes: tuple[Message, ...]
    read_only_reason: Message | None
    left_out: tuple[str, ...]
    identity: Identity
    results: Results | None
    is_picture: bool
    not_carried: Message | None = None
    is_workbook: bool = False

    @property
    def is_of_another_model(self) -> bool:
        """Whether another version of the model made it: the same inputs may give other numbers."""
        return self.model_version != model().version


@dataclass(frozen=True, slots=True)
class Written:
    """What a file is that was just written, None where somebody took it away at once.

    `remarks` are what its user should know of it all the same.
    """

    identity: Identity | None
    remarks: Remarks


def read(path: str | os.PathLike[str]) -> Scenario:
    """Return the scenario in a file or picture. Raises FileError with one sentence naming it."""
    return read_content(path).scenario


def read_content(path: str | os.PathLike[str]) -> Content:
    """Return the scenario in a file or picture and what that says of itself. Raises FileError."""
    with regular_file(path) as file:
        return content_of(_text_of(file, shown_path(path)), shown_path(path))


def open_file(path: str | os.PathLike[str]) -> Opened:
    """Return what is in a file or picture; a newer version is read as far as it is known here.

    Raises FileError with one sentence that names the file.
    """
    name = shown_path(path)
    with regular_file(path) as file:
        picture = is_picture(file)
        found = content_to_look_at(_text_of(file, name), name)
        identity = identity_of_open(file)
    return opened_from(found, identity, picture=picture)


def write(
    path: str | os.PathLike[str],
    scenario: Scenario,
    results: Results | None = None,
    *,
    backup: bool = False,
) -> Written:
    """Save the scenario: the file is replaced whole, or on FileError stays as it was.

    With `backup` the file as it was stays beside it as `.bak`. A file of a newer version is never
    replaced.
    """
    name = shown_path(path)
    data = fitting_bytes(scenario, name, results)
    found = content_of(data, name)
    if found.scenario != scenario or found.results != results:
        raise refusal("cannot_be_saved", file=name, cause=message("reads_back_differently"))
    _check_not_newer(path, name)
    remarks = write_atomically(path, data, backup=backup)
    return Written(identity_of(path), remarks)


def fitting_bytes(scenario: Scenario, name: str, results: Results | None = None) -> bytes:
    """Return `to_bytes` for a file called `name`. Raises FileError for more than a file can hold.

    Only a long story has so much.
    """
    data = to_bytes(scenario, results)
    if len(data) > BYTES_AT_MOST or data.count(b",") > COMMAS_AT_MOST:
        raise refusal("cannot_be_saved", file=name, cause=message("story_too_large"))
    return data


@speaking(ENGLISH)
def to_bytes(scenario: Scenario, results: Results | None = None) -> bytes:
    """Return the file of a scenario: UTF-8, two spaces of indent, in the order of the model.

    A knot of a path stands on one line.
    """
    spread = json.dumps(fields_of(scenario, results), indent=2, ensure_ascii=False) + "\n"
    text = _KNOT.sub(r"[\1, \2]", spread)
    return text.encode("utf-8", errors="backslashreplace")


def from_bytes(data: bytes, name: str) -> Scenario:
    """Return the scenario in the bytes of a file or picture called `name`. Raises FileError."""
    return content_of(_text_of(BytesIO(data), name), name).scenario


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
    return read(example_path(name))


def example_path(name: str) -> Path:
    """Return the file of an example. Raises FileError for an unknown id."""
    if name not in EXAMPLES:
        raise refusal("no_example", found=shown(name), names=EXAMPLES)
    return _paths()[name]


def _paths() -> dict[str, Path]:
    folder = resources_folder() / "examples"
    return {name: folder / f"{name}{SCENARIO_ENDING}" for name in EXAMPLES}


def _text_of(file: BufferedIOBase, name: str) -> bytes:
    """Return the text of one scenario. Raises FileError for a picture that carries a list."""
    if not is_picture(file):
        return bytes_of(file, name)
    text = text_in(file, name)
    if text.lstrip().startswith(b"["):
        raise refusal("several_scenarios", file=name)
    return text


def opened_from(found: Content, identity: Identity, *, picture: bool) -> Opened:
    """Return content as it was opened from a file of that identity."""
    return Opened(
        scenario=found.scenario,
        version=found.version,
        model_version=found.model_version,
        changes=changes_since(found.version),
        read_only_reason=found.read_only_reason,
        left_out=found.left_out,
        identity=identity,
        results=found.results,
        is_picture=picture,
        not_carried=found.not_carried,
    )


def _check_not_newer(path: str | os.PathLike[str], name: str) -> None:
    """Refuse to replace a file of a newer version, whoever asks; what is no scenario may go."""
    try:
        fields = decode(read_bytes(path), name)
    except FileError:
        return
    version = fields.get("version")
    if fields.get("format") == FORMAT and isinstance(version, int) and version > present_version():
        cause = message("newer_stays", version=shown(version))
        raise refusal("cannot_be_saved", file=name, cause=cause)
