"""Reads seeds/ into records, once, and refuses whatever is not exactly right.

Unknown fields, missing fields, wrong types, duplicate ids, unknown sources or units stop the load
with the file and the id.  Turning facts into defaults is `defaults`.  Floor: facts.
"""

from __future__ import annotations

import csv
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from planner.facts import convert
from planner.facts.read import record
from planner.facts.record import Dispute, Evidence, EvidenceError, Fact, Judgement, Source
from planner.facts.tables import Contents, read_tables
from planner.quantities.spread import Spread
from planner.storage.places import seeds_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_Record = TypeVar("_Record", Source, Fact, Judgement, Dispute)


@cache
def evidence() -> Evidence:
    """Return all evidence of seeds/, read once; raises EvidenceError naming file and id."""
    return read_evidence(seeds_folder(), keeping=True)


def read_evidence(folder: Path, *, keeping: bool = False) -> Evidence:
    """Read and check the evidence in `folder`; raises EvidenceError naming file and id.

    `keeping` keeps what was read in the cache, and takes it from there the next time.
    """
    facts, judgements = _topics(folder / "facts"), _topics(folder / "judgements")
    sources, disputes = folder / "sources.toml", folder / "disputes.toml"
    contents = read_tables((*facts, *judgements, sources, disputes), keeping=keeping)
    found = Evidence(
        sources=_read(contents, (sources,), "source", Source),
        facts=_read(contents, facts, "fact", Fact),
        judgements=_read(contents, judgements, "judgement", Judgement),
        disputes=_read(contents, (disputes,), "dispute", Dispute),
    )
    _check(found)
    return found


def _topics(folder: Path) -> tuple[Path, ...]:
    """Return the files of a folder, one per topic; raises EvidenceError where there is none."""
    found = tuple(sorted(folder.glob("*.toml")))
    if not found:
        message = f"{folder}: no evidence found"
        raise EvidenceError(message)
    return found


def read_series(name: str, columns: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    """Return the rows of seeds/series/<name>.csv, which must have exactly `columns`."""
    path = seeds_folder() / "series" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        if tuple(reader.fieldnames or ()) != columns:
            message = f"{path}: columns must be {', '.join(columns)}"
            raise EvidenceError(message)
        rows = tuple(dict(row) for row in reader)
    for line, row in enumerate(rows, start=2):
        if len(row) != len(columns) or None in row.values():
            message = f"{path}: row {line} must have {len(columns)} fields"
            raise EvidenceError(message)
    return rows


def _read(
    contents: Contents, paths: Iterable[Path], key: str, kind: type[_Record]
) -> Mapping[str, _Record]:
    """Return the tables named `key` of the files, by id."""
    found: dict[str, _Record] = {}
    for path in paths:
        for table in _tables(contents[str(path)], path, key):
            each = record(kind, table, path)
            if each.id in found:
                message = f"{path}: {each.id}: this id is used twice"
                raise EvidenceError(message)
            found[each.id] = each
    return MappingProxyType(found)


def _tables(content: Mapping[str, object], path: Path, key: str) -> list[dict[str, object]]:
    """Return the file's tables, all of which must be named `key`."""
    tables = content.get(key)
    if set(content) != {key} or not isinstance(tables, list):
        message = f"{path}: only [[{key}]] tables are allowed here"
        raise EvidenceError(message)
    return list(tables)


def _check(found: Evidence) -> None:
    """Check what ties records together; the first fault raises EvidenceError."""
    for fact in found.facts.values():
        _check_spread(f"facts: {fact.id}", fact.low, fact.value, fact.high, fact.unit)
        _check_figures(fact)
        _check_ids(f"facts: {fact.id}", "sources", fact.sources, found.sources)
    for each in found.judgements.values():
        low = each.value if each.low is None else each.low
        high = each.value if each.high is None else each.high
        _check_spread(f"judgements: {each.id}", low, each.value, high, each.unit)
        _check_ids(f"judgements: {each.id}", "evidence", each.evidence, found.facts)
    for dispute in found.disputes.values():
        _check_ids(f"disputes: {dispute.id}", "facts", dispute.facts, found.facts)


def _check_spread(where: str, low: float, value: float, high: float, unit: str) -> None:
    """Check that the range holds the value and that its unit is known."""
    try:
        Spread(low, value, high)
    except ValueError as error:
        message = f"{where}: {error}"
        raise EvidenceError(message) from error
    if not convert.is_known(unit):
        message = f'{where}: unknown unit "{unit}"'
        raise EvidenceError(message)


def _check_figures(fact: Fact) -> None:
    """Check that a fact has both figures or neither, and stands at the corroborated one."""
    if fact.as_stated is None and fact.corroborated is None:
        return
    if fact.as_stated is None or fact.corroborated != fact.value or fact.value == 0:
        message = (
            f"facts: {fact.id}: as_stated and corroborated come together, "
            "and value is the corroborated one"
        )
        raise EvidenceError(message)


def _check_ids(where: str, field: str, ids: tuple[str, ...], known: Mapping[str, object]) -> None:
    """Check that `ids` is not empty and that each is known."""
    if not ids:
        message = f"{where}: {field} must name at least one"
        raise EvidenceError(message)
    for each in ids:
        if each not in known:
            message = f'{where}: {field} names "{each}", which does not exist'
            raise EvidenceError(message)
