"""A folder of a sweep goes on after anything, and only with the plan that it was begun with."""

import hashlib
import json
import os

import pandas as pd
import pytest

from planner.sweep.reading.error import SweepError
from planner.sweep.store.manifest import NAME, read_manifest
from planner.sweep.store.store import opened
from planner.sweep.store.whole import done_at
from tests.some import some
from tests.sweep.here import Here, bytes_of, swept
from tests.sweep.plans import LEVERS, planned

FILES = [f"futures/group=0/batch-00000{number}.parquet" for number in range(2)]


@pytest.fixture
def plan(tmp_path):
    return planned(tmp_path)


@pytest.fixture
def folder(tmp_path, plan):
    """Return the folder of a sweep that is done: two batches."""
    swept(tmp_path / "out", plan)
    return tmp_path / "out"


def test_that_a_folder_holds_points_futures_and_a_manifest(folder, plan):
    assert sorted(bytes_of(folder)) == sorted([*FILES, "manifest.json", "points.parquet"])
    fields = read_manifest(folder)
    assert (fields["seed"], fields["batches"], len(fields["done"])) == (2025, 2, 2)
    assert fields["plan_sha256"] == plan.hash
    for each in some(fields["done"]):
        data = (folder / each["file"]).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (each["bytes"], each["sha256"])
    units = {each["name"]: each["unit"] for each in fields["columns"]}
    assert units["enterprises_2027_12"] == "firm"


def test_that_pandas_reads_a_folder_by_itself(folder):
    table = pd.read_parquet(folder / "futures")
    points = pd.read_parquet(folder / "points.parquet")
    assert list(table.columns[:3]) == ["point", "future", "enterprises_2027_12"]
    assert len(table) == 1800
    assert points["voucher_budget_shanghai"].tolist() == [0, 600, 900]
    medians = table.groupby("point")["enterprises_shanghai_2027_12"].median()
    assert medians.is_monotonic_increasing


def test_that_nothing_is_run_again_that_is_whole(folder, plan):
    before, workers = bytes_of(folder), Here()
    assert swept(folder, plan, workers).run == workers.given == 0
    assert bytes_of(folder) == before


def _cut(path):
    path.write_bytes(path.read_bytes()[:-9])


def _turn_a_bit(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


def _take_away(path):
    path.unlink()


@pytest.mark.parametrize("harm", [_cut, _turn_a_bit, _take_away])
@pytest.mark.parametrize("is_told", [True, False])
def test_that_a_batch_that_is_not_whole_is_run_again(harm, is_told, folder, plan):
    before = bytes_of(folder)
    harm(folder / FILES[1])
    if not is_told:
        _tell_of_none(folder)
    workers = Here()
    assert swept(folder, plan, workers).batches == 2
    assert workers.given == 1
    assert bytes_of(folder) == before


def _tell_of_none(folder):
    fields = json.loads((folder / NAME).read_text())
    (folder / NAME).write_text(json.dumps({**fields, "done": []}))


def test_that_a_batch_the_manifest_does_not_tell_of_yet_counts_if_it_is_whole(folder, plan):
    before, workers = bytes_of(folder), Here()
    _tell_of_none(folder)
    swept(folder, plan, workers)
    assert workers.given == 0
    assert bytes_of(folder) == before


def test_that_a_file_of_another_batch_does_not_count(folder, plan, tmp_path):
    (folder / FILES[0]).replace(folder / FILES[1])
    with opened(folder, plan, lambda: 16) as store:
        assert store.layout.size == 1200
        assert done_at(folder, store.layout.batch(1), store.origin, plan.columns) is None
        assert len(store.done) == 0


def test_that_what_a_killed_write_has_left_is_cleared_away(folder, plan):
    left = folder / "futures/group=0/.batch-000001.parquet.99.0a1b2c3d.tmp"
    left.write_bytes(b"half")
    swept(folder, plan)
    assert not left.exists()


def test_that_another_plan_is_refused_and_nothing_is_touched(folder, tmp_path):
    before = bytes_of(folder)
    with pytest.raises(SweepError, match="holds the sweep of another plan; name another folder"):
        swept(folder, planned(tmp_path, LEVERS.replace("900", "901")))
    assert bytes_of(folder) == before


def test_that_another_version_of_the_model_is_refused(folder, plan, monkeypatch):
    monkeypatch.setattr("planner.sweep.store.begun.hash_of_model", lambda: "other")
    with pytest.raises(SweepError, match="begun by another version of the model"):
        swept(folder, plan)


def test_that_a_folder_of_other_files_is_refused(tmp_path, plan):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/a.png").write_bytes(b"")
    with pytest.raises(SweepError, match="photos holds other files; name a new folder"):
        swept(tmp_path / "photos", plan)


@pytest.mark.parametrize("own", ["a.txt", NAME])
def test_that_nothing_is_written_to_a_folder_that_is_refused_nor_taken_from_it(own, tmp_path, plan):
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / own).write_bytes(b"hi")
    (tmp_path / "plans" / f".mine.scenario.json.{os.getpid()}.deadbeef.tmp").write_bytes(b"half")
    before = sorted(path.name for path in (tmp_path / "plans").iterdir())
    with pytest.raises(SweepError):
        swept(tmp_path / "plans", plan)
    assert sorted(path.name for path in (tmp_path / "plans").iterdir()) == before


def test_that_a_folder_in_which_the_first_manifest_was_never_finished_is_filled(tmp_path, plan):
    (tmp_path / "out").mkdir()
    half = tmp_path / "out" / f".{NAME}.99.0a1b2c3d.tmp"
    half.write_bytes(b"half")
    assert swept(tmp_path / "out", plan).batches == 2
    assert not half.exists()


def test_that_two_sweeps_do_not_write_to_one_folder(folder, plan):
    with (
        opened(folder, plan, lambda: 16),
        pytest.raises(SweepError, match="another sweep is writing to"),
    ):
        swept(folder, plan)


def test_that_a_file_in_the_place_of_the_folder_is_said(tmp_path, plan):
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(SweepError, match="out cannot be written to: "):
        swept(tmp_path / "out", plan)


def test_that_the_manifest_of_a_newer_version_is_said(folder, plan):
    fields = json.loads((folder / NAME).read_text())
    (folder / NAME).write_text(json.dumps({**fields, "version": 99}))
    with pytest.raises(SweepError, match="was written by a newer version of Suanli"):
        swept(folder, plan)
