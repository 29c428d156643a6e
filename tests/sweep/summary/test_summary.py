"""What is read back of a folder is what a run and the studies say of the same scenarios."""

import json
from dataclasses import replace
from shutil import copytree

import numpy as np
import pandas as pd
import pytest

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.ensemble.projection import Request
from planner.model.targets.target import Target
from planner.studies.answers.about import About
from planner.studies.discover.discovering import discovering
from planner.studies.survive.surviving import best_shares, surviving
from planner.studies.survive.worlds import worlds
from planner.sweep.reading.error import SweepError
from planner.sweep.store.manifest import NAME
from planner.sweep.summary.best import best_of
from planner.sweep.summary.level import Level
from planner.sweep.summary.misses import missing
from planner.sweep.summary.reader import read_folder
from planner.sweep.summary.summing import summing
from planner.sweep.summary.table import settings_of, summary_records
from tests.some import some
from tests.sweep.here import swept
from tests.sweep.plans import LEVERS, planned

OUTCOMES = "[outcomes]\nenterprises = [2027]\nused_compute = [2030]\n"
LEVEL = Level("used_compute_2030_12", "at least", 3000.0)


@pytest.fixture(scope="module")
def projector():
    made = Projector()
    made.warm_up()
    return made


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a sweep of three points, two of them in one batch."""
    return _swept(tmp_path_factory.mktemp("sweep"), 1200)


def _swept(place, size, text=LEVERS):
    swept(place / "out", planned(place, text, OUTCOMES), size=size)
    return read_folder(place / "out")


def _rows(folder, levels=()):
    return [*to_the_end(summing(folder, levels)).rows()]


def _scenario(folder, point):
    return folder.plan.points.scenario_at(folder.plan.base, point)


def test_that_the_plan_is_made_of_its_folder_again(folder, tmp_path):
    assert folder.plan.hash == planned(tmp_path, LEVERS, OUTCOMES).hash
    assert settings_of(folder, 2) == {"voucher_budget_shanghai": 600.0}


def test_that_quantiles_are_those_of_a_run(folder, projector):
    rows = _rows(folder)
    assert len(rows) == 6
    for row in some(rows):
        request = Request(row.column.outcome)
        run = projector.project(_scenario(folder, row.point), (request,))
        bands = run.series[request].bands[:, row.column.month]
        assert row.quantiles == pytest.approx(bands, rel=1e-6)
        assert (row.futures, row.empty) == (600, 0)


def test_that_the_share_that_meets_a_level_is_that_of_a_run(folder, projector):
    target = Target("used_compute", "at least", 3000.0, year=2030)
    for row in some(r for r in _rows(folder, [LEVEL]) if r.asked):
        run = projector.project(_scenario(folder, row.point), (), targets=(target,))
        assert row.asked == ">=3000"
        assert row.met is not None
        assert row.met == run.met.all_met
        assert 0 < row.met < 1


def test_that_slices_of_a_point_are_read_as_one(folder, tmp_path):
    sliced = _swept(tmp_path, 160, LEVERS)
    assert sliced.layout.slices == 4
    assert _rows(sliced, [LEVEL]) == _rows(folder, [LEVEL])
    for column in some(folder.plan.columns):
        assert np.array_equal(sliced.of(3, column), folder.of(3, column))


def test_that_the_best_of_points_is_what_survive_says(folder, projector):
    # At the second point the lever is at its default: there nothing is planned.
    points, column = (2, 1, 3), folder.plan.columns[1]
    scenarios = [_scenario(folder, each) for each in points[1:]]
    about = About("used_compute", "", 2030)
    (row,) = to_the_end(surviving(projector, scenarios, about, among=worlds()[:1])).rows
    choices = (row.baseline, *row.outcomes)
    assert [each.best for each in choices] == to_the_end(best_of(folder, points, column)).tolist()
    medians = to_the_end(summing(folder)).medians(column)
    assert [each.median for each in choices] == [medians[point - 1] for point in points]


def test_that_misses_are_those_that_discover_finds(folder, projector):
    target = Target("used_compute", "at least", 3000.0, year=2030)
    expected = to_the_end(discovering(projector, _scenario(folder, 2), (target,)))
    (found,) = to_the_end(missing(replace(folder, model="of another text"), LEVEL, 2)).worlds
    assert (found.sampled, found.missed) == (600, expected.missed)
    for own, box in zip(some(found.boxes), some(expected.boxes), strict=True):
        assert own.limits == box.limits
        assert (own.coverage, own.density) == (box.coverage, box.density)


def test_that_records_are_plain_and_a_share_without_futures_is_none(folder):
    records = summary_records(to_the_end(summing(folder, [LEVEL])))
    text = json.dumps([*records], allow_nan=False)
    assert json.loads(text)[1]["column"] == "used_compute_2030_12"
    assert json.loads(text)[1]["asked"] == ">=3000"


def test_that_a_folder_half_done_tells_what_is_there(tmp_path):
    folder = _swept(tmp_path, 600)
    fields = json.loads((folder.path / NAME).read_text())
    (folder.path / NAME).write_text(json.dumps({**fields, "done": fields["done"][1:]}))
    half = read_folder(folder.path)
    assert not half.is_whole
    assert {row.point for row in some(_rows(half))} == {2, 3}


def test_that_futures_of_a_slice_that_is_missing_count_as_unknown_to_studies(folder, tmp_path):
    column = folder.plan.columns[1]
    sliced = _swept(tmp_path, 160)
    half = replace(sliced, done={n: each for n, each in sliced.done.items() if n not in (1, 10)})
    whole = folder.of(1, column)
    assert np.isnan(half.of(1, column)[160:320]).all()
    assert np.array_equal(half.of(1, column)[320:], whole[320:])
    kept = np.r_[0:160, 480:600]
    values = np.stack([folder.of(point, column)[kept] for point in (1, 3)])
    assert to_the_end(best_of(half, (1, 3), column)).tolist() == best_shares(values).tolist()
    (found,) = to_the_end(missing(half, LEVEL, 1)).worlds
    assert (found.futures, found.sampled) == (440, 440)
    assert found.missed == (~LEVEL.met(whole[np.r_[0:160, 320:600]])).mean()


@pytest.mark.parametrize("place", range(4, 900, 128))
def test_that_a_bit_that_is_turned_is_said(place, tmp_path, folder):
    copied = _copied(folder, tmp_path)
    path = copied / folder.done[1].file
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(bytes(data))
    with pytest.raises(SweepError, match=r"batch-000001\.parquet is damaged"):
        to_the_end(summing(read_folder(copied)))


def test_that_points_exchanged_for_others_are_said(tmp_path, folder):
    copied = _copied(folder, tmp_path)
    path = copied / "points.parquet"
    table = pd.read_parquet(path)
    table["voucher_budget_shanghai"] *= 7
    table.to_parquet(path)
    with pytest.raises(SweepError, match=r"points\.parquet is damaged"):
        read_folder(copied)


def _copied(folder, place):
    copytree(folder.path, place / "copy")
    return place / "copy"


def _tell(place, change):
    fields = json.loads((place / NAME).read_text())
    change(fields)
    (place / NAME).write_text(json.dumps(fields))


def _other_outcome(fields):
    fields["columns"][0]["outcome"] = "firms"


def _other_input(fields):
    fields["plan"]["inputs"][0]["name"] = "=HYPERLINK(1)"


def _other_world(fields):
    fields["plan"]["worlds"] = ["\x1b[2J"]


def _outcome_of_no_text(fields):
    fields["columns"][0]["outcome"] = []


def _number_as_file(fields):
    fields["done"][0]["file"] = 7


def _number_as_month(fields):
    fields["columns"][0]["month"] = 2027


def _list_as_levers(fields):
    fields["plan"]["scenario"]["levers"] = []


def _list_as_title(fields):
    fields["title"] = []


def _half_a_character_as_title(fields):
    fields["title"] = "\ud800"


_OF_ANOTHER_KIND = [
    _outcome_of_no_text,
    _number_as_file,
    _number_as_month,
    _list_as_levers,
    _list_as_title,
    _half_a_character_as_title,
]


@pytest.mark.parametrize("change", [_other_outcome, _other_input, _other_world, *_OF_ANOTHER_KIND])
def test_that_a_manifest_that_tells_what_cannot_be_is_said(change, tmp_path, folder):
    copied = _copied(folder, tmp_path)
    _tell(copied, change)
    with pytest.raises(SweepError, match=r"manifest\.json is damaged; the same sweep"):
        read_folder(copied)


def _no_futures(fields):
    fields["plan"]["scenario"]["futures"] = 0


@pytest.mark.parametrize("change", [_other_outcome, _other_input, _other_world, _no_futures])
def test_that_what_this_version_does_not_know_is_called_another_version_s(change, tmp_path, folder):
    copied = _copied(folder, tmp_path)
    _tell(copied, change)
    _tell(copied, lambda fields: fields.update(model_sha256="other"))
    with pytest.raises(SweepError, match="was made by another version of the model"):
        read_folder(copied)


@pytest.mark.parametrize("told", [{"number": -1}, {"number": 2}, {"file": "../out/points.parquet"}])
def test_that_what_a_manifest_tells_of_no_batch_is_passed_over(told, tmp_path, folder):
    copied = _copied(folder, tmp_path)
    _tell(copied, lambda fields: fields["done"][1].update(told))
    read = read_folder(copied)
    assert [*read.done] == [0]
    assert not read.is_whole


def test_that_a_file_of_fewer_rows_than_its_batch_is_said(tmp_path, folder):
    copied = _copied(folder, tmp_path)
    _tell(copied, lambda fields: fields.update(futures_of_a_batch=1800))
    with pytest.raises(SweepError, match=r"batch-000000\.parquet is damaged"):
        to_the_end(summing(read_folder(copied)))


def test_that_a_damaged_file_is_said(tmp_path):
    folder = _swept(tmp_path, 600)
    (folder.path / folder.done[1].file).write_bytes(b"PAR1")
    with pytest.raises(SweepError, match=r"batch-000001\.parquet is damaged"):
        to_the_end(summing(folder))
    (folder.path / "points.parquet").unlink()
    with pytest.raises(SweepError, match=r"points\.parquet is damaged"):
        read_folder(folder.path)


def test_that_another_folder_is_said(tmp_path):
    with pytest.raises(SweepError, match=r"is no folder of a sweep: it has no manifest\.json"):
        read_folder(tmp_path)


def test_that_a_name_no_folder_can_have_is_said(tmp_path):
    with pytest.raises(SweepError, match="the name is too long"):
        read_folder(tmp_path / ("n" * 300))
