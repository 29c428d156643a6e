"""What each point sets, as the bytes of `points.parquet`; eighth floor of planner."""

from io import BytesIO
from typing import Final

import numpy as np

from planner.sweep.batches.encoding import POINT
from planner.sweep.design.listed import WORLD
from planner.sweep.design.points import Points

NAME: Final = "points.parquet"


def points_bytes(points: Points) -> bytes:
    """Return a row per point: its number, its world where there are any, a column per input."""
    import pyarrow as pa
    from pyarrow import parquet

    columns = {POINT: pa.array(np.arange(1, points.count + 1, dtype=np.int32))}
    if points.worlds:
        columns[WORLD] = pa.array([points.worlds[place] for place in points.world.tolist()])
    for place, each in enumerate(points.inputs):
        columns[each.column] = pa.array(points.values[:, place])
    out = BytesIO()
    parquet.write_table(pa.table(columns), out, compression="zstd")
    return out.getvalue()
