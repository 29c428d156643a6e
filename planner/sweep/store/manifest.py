"""What stands in `manifest.json`: the plan, the columns, and which batches are done.

Eighth floor of planner. It is written whole after batches, at most once a second or so; a batch
whose file is there and that it does not tell of yet is looked at by itself.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from dataclasses import fields as dataclass_fields
from pathlib import Path
from typing import Any, Final

from planner.model.graph import model
from planner.storage.opening import read_bytes
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import FileError, shown_path
from planner.storage.sentences.spoken import ENGLISH, speaking
from planner.sweep.batches.encoding import told_of
from planner.sweep.batches.layout import FILES, Layout
from planner.sweep.plan.plan import Plan
from planner.sweep.reading.error import SweepError
from planner.sweep.store.origin import hash_of_model

NAME: Final = "manifest.json"
FORMAT: Final = "suanli-sweep"
VERSION: Final = 1
_BYTES_AT_MOST: Final = 1_000_000_000
_BEGINNING: Final = b'{\n "format": "suanli-sweep"'

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Done:
    """A batch that is done: its file with its size and SHA-256, and how many numbers it lacks.

    `broken` futures break a law of the model; `empty` numbers are not there for that.
    """

    number: int
    file: str
    rows: int
    bytes: int
    sha256: str
    broken: int
    empty: int


def fields_of_manifest(plan: Plan, size: int, batches: int, done: Mapping[int, Done]) -> Fields:
    """Return the fields of the file: first what is asked for, then what is done."""
    with speaking(ENGLISH):
        inputs = [
            {"name": each.name, "column": each.column, "unit": each.unit, "fixed": each.is_fixed}
            for each in plan.points.inputs
        ]
    return {
        "format": FORMAT,
        "version": VERSION,
        "title": plan.title,
        "model_version": model().version,
        "model_sha256": hash_of_model(),
        "seed": plan.base.seed,
        "plan_sha256": plan.hash,
        "plan": plan.fields,
        "inputs": inputs,
        "columns": [told_of(each) for each in plan.columns],
        "futures_of_a_batch": size,
        "batches": batches,
        "done": [asdict(done[number]) for number in sorted(done)],
    }


def read_manifest(folder: Path) -> Fields:
    """Return the fields of a folder's manifest. Raises SweepError where it is none of ours."""
    fields = found(folder)
    if fields is None:
        raise no_manifest(folder)
    return fields


def found(folder: Path) -> Fields | None:
    """Return the fields of a folder's manifest, None where it is damaged or none of ours.

    Raises SweepError where it cannot be read, or was written by a newer version.
    """
    path = folder / NAME
    try:
        fields = json.loads(_bytes_of(path).decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    if not _is_ours(fields):
        return None
    if fields["version"] > VERSION:
        said = translate("Planner", "{file} was written by a newer version of Suanli")
        raise SweepError(said.format(file=shown_path(path)))
    return dict(fields)


def is_half(folder: Path) -> bool:
    """Tell whether a manifest is what a loss of power leaves of ours: nothing, or a beginning."""
    data = _bytes_of(folder / NAME).rstrip(b"\0")
    return data.startswith(_BEGINNING) or _BEGINNING.startswith(data)


def done_of(fields: Fields, layout: Layout) -> dict[int, Done]:
    """Return which batches of a layout a manifest says are done, by number.

    What it tells of no batch, or of a file that is not that batch's own, is passed over.
    """
    told = [Done(**each) for each in fields["done"]]
    return {
        each.number: each
        for each in told
        if 0 <= each.number < layout.count and each.file == layout.batch(each.number).file
    }


def no_manifest(folder: Path) -> SweepError:
    """Return the error of a folder whose manifest is none; that of a sweep can be mended."""
    said = translate("Planner", "{file} is no manifest of a sweep")
    if any(folder.glob(FILES)):
        said = translate("Planner", "{file} is damaged; the same sweep again makes it anew")
    return SweepError(said.format(file=shown_path(folder / NAME)))


def _bytes_of(path: Path) -> bytes:
    try:
        return read_bytes(path, _BYTES_AT_MOST)
    except FileError as error:
        raise SweepError(str(error)) from error


_KINDS: Final[Mapping[str, type]] = {
    "version": int,
    "title": str,
    "model_sha256": str,
    "plan_sha256": str,
    "plan": dict,
    "columns": list,
    "futures_of_a_batch": int,
    "batches": int,
    "done": list,
}


def _is_ours(fields: object) -> bool:
    if not isinstance(fields, dict) or fields.get("format") != FORMAT:
        return False
    is_typed = all(isinstance(fields.get(name), kind) for name, kind in _KINDS.items())
    return is_typed and _can_be_written(fields["title"]) and all(map(_is_done, fields["done"]))


def _can_be_written(text: str) -> bool:
    """Tell whether a text is whole: JSON may hold half a character, which no file can."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_done(told: object) -> bool:
    kinds = {each.name: each.type for each in dataclass_fields(Done)}
    return isinstance(told, dict) and {name: type(each) for name, each in told.items()} == kinds
