"""A batch as the bytes of a Parquet file; eighth floor of planner.

The same numbers give the same bytes. Each page carries a checksum, and the file says of which plan,
model and batch it is, so that it can be told to be whole without anything beside it.
"""

import json
from dataclasses import asdict
from io import BytesIO
from typing import Any, Final

import numpy as np

from planner.model.graph import model
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.spoken import ENGLISH, speaking
from planner.sweep.batches.running import Ran
from planner.sweep.batches.spec import Spec
from planner.sweep.plan.columns import Column
from planner.sweep.reading.error import SweepError

KEY: Final = b"suanli.batch"
POINT: Final = "point"
FUTURE: Final = "future"


def check_parquet() -> None:
    """Raise SweepError where what reads and writes Parquet is not installed."""
    try:
        import pyarrow as pa  # noqa: F401
    except ImportError:
        said = translate(
            "Planner",
            'sweeps are kept in Parquet, which needs pyarrow: pip install "suanli[sweep]"',
        )
        raise SweepError(said) from None


def encoded(spec: Spec, ran: Ran) -> bytes:
    """Return the file of a batch."""
    import pyarrow as pa
    from pyarrow import parquet

    batch = spec.batch
    numbers = np.arange(batch.first_point, batch.first_point + batch.points, dtype=np.int32)
    futures = np.arange(batch.first + 1, batch.first + batch.futures + 1, dtype=np.int32)
    arrays = [
        pa.array(np.repeat(numbers, batch.futures)),
        pa.array(np.tile(futures, batch.points)),
        *(pa.array(each, from_pandas=True) for each in ran.values),
    ]
    told = json.dumps({**asdict(spec.origin), "batch": batch.number}).encode()
    schema = pa.schema(
        [
            pa.field(POINT, pa.int32()),
            pa.field(FUTURE, pa.int32()),
            *(
                _field(each, array.type)
                for each, array in zip(spec.columns, arrays[2:], strict=True)
            ),
        ],
        metadata={KEY: told},
    )
    table = pa.Table.from_arrays(arrays, schema=schema)
    out = BytesIO()
    parquet.write_table(table, out, **_options(spec))
    return out.getvalue()


def _options(spec: Spec) -> dict[str, Any]:
    names = [column.name for column in spec.columns]
    return {
        "compression": "zstd",
        "use_dictionary": [POINT],
        "column_encoding": {
            FUTURE: "DELTA_BINARY_PACKED",
            **dict.fromkeys(names, "BYTE_STREAM_SPLIT"),
        },
        "write_page_checksum": True,
    }


def _field(column: Column, kind: object) -> object:
    import pyarrow as pa

    told = {key: str(each) for key, each in told_of(column).items() if isinstance(each, str)}
    return pa.field(column.name, kind, metadata=told)


def told_of(column: Column) -> dict[str, Any]:
    """Return what is told of a column to programs: what it is, of which month, in which unit."""
    outcome = model().outcomes[column.outcome]
    with speaking(ENGLISH):
        told: dict[str, Any] = {
            "name": column.name,
            "outcome": column.outcome,
            "element": column.element,
            "month": column.date,
            "unit": outcome.unit,
            "label": outcome.label,
        }
    if outcome.states:
        told["states"] = {str(state.code): state.key for state in outcome.states}
    return told
