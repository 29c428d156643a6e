"""Whether the file of a batch is whole, looked at when a sweep goes on; eighth floor of planner.

A file that the manifest tells of has its size and checksum. One that was written just before the
end of all is read through: each page has a checksum, and the file says what it is.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from planner.sweep.batches.encoding import KEY
from planner.sweep.batches.layout import FILES, Slice
from planner.sweep.batches.spec import Origin
from planner.sweep.plan.columns import Column
from planner.sweep.store.manifest import Done


def is_as_told(folder: Path, done: Done) -> bool:
    """Tell whether the file of a batch is there as the manifest says."""
    path = folder / done.file
    try:
        if path.stat().st_size != done.bytes:
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == done.sha256
    except OSError:
        return False


def done_at(folder: Path, batch: Slice, origin: Origin, columns: Sequence[Column]) -> Done | None:
    """Return what the file of a batch holds, if it is there and whole, else None."""
    import pyarrow as pa
    from pyarrow import parquet

    try:
        data = (folder / batch.file).read_bytes()
        table = parquet.read_table(BytesIO(data), page_checksum_verification=True)
    except (OSError, ValueError, pa.ArrowException):
        return None
    names = [each.name for each in columns]
    if _told_by(table.schema) != (batch.number, origin) or table.num_rows != batch.rows:
        return None
    empty = [table[name].is_null().to_numpy() for name in names]
    broken = int(sum(empty[1:], start=empty[0]).astype(bool).sum())
    digest = hashlib.sha256(data).hexdigest()
    lacking = int(sum(int(each.sum()) for each in empty))
    return Done(batch.number, batch.file, batch.rows, len(data), digest, broken, lacking)


def origins_in(folder: Path) -> Iterator[Origin]:
    """Yield what each file of a batch in a folder says of itself; passes over what says nothing."""
    import pyarrow as pa
    from pyarrow import parquet

    for path in sorted(folder.glob(FILES)):
        try:
            told = _told_by(parquet.read_schema(path))
        except (OSError, ValueError, pa.ArrowException):
            continue
        if told is not None:
            yield told[1]


def _told_by(schema: Any) -> tuple[int, Origin] | None:  # noqa: ANN401 - of pyarrow
    """Return the number and origin that a file of a batch tells, None where it tells none."""
    try:
        told = json.loads((schema.metadata or {})[KEY])
        number, origin = told.pop("batch"), Origin(**told)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    return (number, origin) if type(origin.size) is int and origin.size > 0 else None
