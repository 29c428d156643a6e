"""Folders of sweeps that hold numbers a test chooses, written as a sweep writes them."""

import numpy as np

from planner.sweep.batches.encoding import encoded
from planner.sweep.batches.running import Ran
from planner.sweep.batches.spec import Spec
from planner.sweep.store.store import opened
from planner.sweep.summary.reader import read_folder


def filled(folder, plan, values, size):
    """Return a folder whose columns hold these numbers, float64[columns, points, futures]."""
    with opened(folder, plan, lambda: size) as store:
        for batch in store.waiting():
            store.keep(_result(store, batch, values))
        store.write_manifest()
    return read_folder(folder)


def _result(store, batch, values):
    plan = store.plan
    points = slice(batch.first_point - 1, batch.first_point - 1 + batch.points)
    futures = slice(batch.first, batch.first + batch.futures)
    own = values[:, points, futures].reshape(len(values), -1).astype(plan.precision)
    spec = Spec(batch, (), plan.columns, plan.precision, store.origin, None)
    data = encoded(spec, Ran(own, 0, ()))
    empty = int(np.isnan(own).sum())
    return {"number": batch.number, "data": data, "rows": batch.rows, "broken": 0, "empty": empty}
