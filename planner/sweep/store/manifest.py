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
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from planner.storage.sentences.spoken import ENGLISH, speaking
from planner.sweep.batches.encoding import told_of
from planner.sweep.batches.layout import Layout
from planner.sweep.plan.plan import Plan
from planner.sweep.reading.error import SweepError
from planner.sweep.reading.text import text_of
from planner.sweep.store.origin import hash_of_model

NAME: Final = "manifest.json"
FORMAT: Final = "suanli-sweep"
VERSION: Final = 1
_BYTES_AT_MOST: Final = 1_000_000_000

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
    path = folder / NAME
    try:
        fields = json.loads(text_of(path, _BYTES_AT_MOST))
    except (ValueError, RecursionError):
        fields = None
    if not _is_ours(fields):
        raise no_manifest(folder)
    if fields["version"] > VERSION:
        said = translate("Planner", "{file} was written by a newer version of Suanli")
        raise SweepError(said.format(file=shown_path(path)))
    return dict(fields)


def done_of(fields: Fields, folder: Path, layout: Layout) -> dict[int, Done]:
    """Return which batches of a layout a manifest says are done, by number. Raises SweepError.

    What it tells of no batch, or of a file that is not that batch's own, is passed over.
    """
    try:
        found = [Done(**each) for each in fields["done"]]
    except TypeError:
        raise no_manifest(folder) from None
    if not all(map(_is_typed, found)):
        raise no_manifest(folder)
    return {
        each.number: each
        for each in found
        if 0 <= each.number < layout.count and each.file == layout.batch(each.number).file
    }


def _is_typed(done: Done) -> bool:
    return all(type(getattr(done, each.name)) is each.type for each in dataclass_fields(Done))


def no_manifest(folder: Path) -> SweepError:
    """Return the error of a folder whose manifest is none."""
    said = translate("Planner", "{file} is no manifest of a sweep")
    return SweepError(said.format(file=shown_path(folder / NAME)))


_KINDS: Final[Mapping[str, type]] = {
    "version": int,
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
    return all(isinstance(fields.get(name), kind) for name, kind in _KINDS.items())
