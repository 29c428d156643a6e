"""A folder that has lost its manifest goes on by what its batches say, or is refused untouched."""

import json
import shutil

import pytest

from planner.sweep.reading.error import SweepError
from planner.sweep.store.begun import begun_with
from planner.sweep.store.manifest import NAME
from planner.sweep.summary.reader import read_folder
from tests.some import some
from tests.sweep.here import Here, bytes_of, swept
from tests.sweep.plans import LEVERS, planned

ANY_SIZE = LEVERS.replace("batch = 1200", "")
LOST = "was lost or damaged and is made anew; batches that are whole: "
DAMAGE = {
    "empty": lambda _: b"",
    "NULs": lambda data: bytes(len(data)),
    "half": lambda data: data[: len(data) // 2],
    "half and NULs": lambda data: data[: len(data) // 2].ljust(len(data), b"\0"),
    "no letters": lambda _: b"\xff\xfe\xff",
    "another list": lambda _: b"[]",
    "a batch that is none": lambda data: _with_batch(data, {"number": "first"}),
}
KINDS = [*DAMAGE, "lost"]


def _with_batch(data, batch):
    fields = json.loads(data)
    return json.dumps({**fields, "done": [*fields["done"], batch]}).encode()


@pytest.fixture
def plan(tmp_path):
    """Return a plan that leaves the size of batches to the computer."""
    return planned(tmp_path, ANY_SIZE)


@pytest.fixture
def folder(tmp_path, plan):
    """Return the folder of a sweep that is done: two batches."""
    swept(tmp_path / "out", plan)
    return tmp_path / "out"


def _harm(folder, kind):
    path = folder / NAME
    if kind == "lost":
        path.unlink()
    else:
        path.write_bytes(DAMAGE[kind](path.read_bytes()))


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_manifest_is_made_anew_and_no_whole_batch_is_run_again(kind, folder, plan, caplog):
    before, workers = bytes_of(folder), Here()
    _harm(folder, kind)
    swept(folder, plan, workers, size=600)
    assert workers.given == 0
    assert bytes_of(folder) == before
    assert caplog.messages == [f"{folder / NAME} {LOST}2"]


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_summary_says_what_to_do_about_a_manifest(kind, folder):
    _harm(folder, kind)
    with pytest.raises(SweepError, match=r"json is damaged; the same sweep again makes it anew$"):
        read_folder(folder)


def test_that_batches_that_are_lost_too_are_run_again(folder, plan, caplog):
    before, workers = bytes_of(folder), Here()
    _harm(folder, "NULs")
    path = some(sorted(folder.glob("futures/*/*.parquet")))[0]
    path.write_bytes(bytes(path.stat().st_size))
    swept(folder, plan, workers, size=600)
    assert workers.given == 1
    assert bytes_of(folder) == before
    assert caplog.messages == [f"{folder / NAME} {LOST}1"]


def test_that_power_lost_before_the_first_batch_costs_nothing(folder, plan):
    before = bytes_of(folder)
    shutil.rmtree(folder / "futures")
    _harm(folder, "NULs")
    swept(folder, plan)
    assert bytes_of(folder) == before


def test_that_a_folder_copied_while_it_was_written_goes_on(tmp_path, folder, plan):
    """Copy an older manifest, and files that were not whole yet."""
    before, workers = bytes_of(folder), Here()
    fields = json.loads((folder / NAME).read_text())
    copied = shutil.copytree(folder, tmp_path / "copied", ignore=shutil.ignore_patterns("points*"))
    (copied / NAME).write_text(json.dumps({**fields, "done": fields["done"][:1]}))
    second = copied / fields["done"][1]["file"]
    second.with_name(f".{second.name}.99.0a1b2c3d.tmp").write_bytes(b"half")
    second.write_bytes(second.read_bytes()[:-100])
    swept(copied, plan, workers)
    assert workers.given == 1
    assert bytes_of(copied) == before


@pytest.mark.parametrize("harm", ["lost", "damaged"])
def test_that_a_table_of_points_is_made_anew(harm, folder, plan):
    before, path = bytes_of(folder), folder / "points.parquet"
    if harm == "lost":
        path.unlink()
    else:
        path.write_bytes(bytes(path.stat().st_size))
    with pytest.raises(SweepError, match=r"parquet is damaged; the same sweep again mends it"):
        read_folder(folder)
    workers = Here()
    swept(folder, plan, workers)
    assert workers.given == 0
    assert bytes_of(folder) == before


def test_that_a_batch_of_another_plan_beside_our_own_is_run_again(tmp_path, folder, plan):
    before, workers = bytes_of(folder), Here()
    other = tmp_path / "other"
    swept(other, planned(tmp_path, ANY_SIZE.replace("900", "901")))
    name = "futures/group=0/batch-000001.parquet"
    shutil.copy(other / name, folder / name)
    _harm(folder, "lost")
    swept(folder, plan, workers)
    assert workers.given == 1
    assert bytes_of(folder) == before


@pytest.mark.parametrize("kind", ["NULs", "lost"])
def test_that_a_folder_of_another_plan_is_refused_by_its_batches(kind, tmp_path, folder):
    _harm(folder, kind)
    before = bytes_of(folder)
    with pytest.raises(SweepError, match="holds the sweep of another plan; name another folder"):
        swept(folder, planned(tmp_path, ANY_SIZE.replace("900", "901")))
    assert bytes_of(folder) == before


def test_that_a_folder_of_another_model_is_refused_by_its_batches(folder, plan, monkeypatch):
    _harm(folder, "lost")
    before = bytes_of(folder)
    monkeypatch.setattr("planner.sweep.store.begun.hash_of_model", lambda: "other")
    with pytest.raises(SweepError, match="begun by another version of the model"):
        swept(folder, plan)
    assert bytes_of(folder) == before


@pytest.mark.parametrize("beside", ["photo.png", None])
def test_that_a_manifest_of_others_is_refused(beside, tmp_path, plan):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / NAME).write_bytes(b"" if beside else b'{"name": "a page"}')
    if beside:
        (tmp_path / "out" / beside).write_bytes(b"")
    before = bytes_of(tmp_path / "out")
    with pytest.raises(SweepError, match="is no manifest of a sweep"):
        begun_with(tmp_path / "out", plan)
    assert bytes_of(tmp_path / "out") == before
