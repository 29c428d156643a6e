"""What a window needs to know of a file: versions, why it is read-only, and what it was then."""

import json
import os
from dataclasses import replace

import numpy as np
import pytest

from planner.ensemble.projection import Projection, Request, Series
from planner.files.scenario import scenario_file
from planner.files.scenario.content import content_of
from planner.files.scenario.scenario_file import from_bytes, open_file, read, to_bytes, write
from planner.model.graph import model
from planner.model.scenario import Scenario, with_lever
from planner.storage.identity import identity_of
from planner.storage.sentences.file_error import FileError
from planner.studies.model_versions import Difference, Kept, Results, differences, results_of

SCENARIO = with_lever(Scenario(title="Mine"), "voucher_budget.shanghai", 900)
RESULTS = Results(
    "2030-12",
    (("enterprises", Kept(median=10000.5)), ("utilization", Kept(None, 0.625, 0.5, 0.75))),
)


def _newer(tmp_path, **changes):
    fields = {**json.loads(to_bytes(SCENARIO, RESULTS)), "version": 9, "shape": {"a": [1]}}
    fields["levers"] = {**fields["levers"], "subsidy": 4}
    path = tmp_path / "newer.scenario.json"
    path.write_text(json.dumps({**fields, **changes}), "utf-8")
    return path


def test_that_a_file_of_this_version_is_opened_whole(tmp_path):
    path = tmp_path / "a.scenario.json"
    identity = write(path, SCENARIO, RESULTS).identity
    opened = open_file(path)
    assert (opened.scenario, opened.results) == (SCENARIO, RESULTS)
    assert (opened.version, opened.changes, opened.read_only_reason) == (8, (), None)
    assert opened.identity == identity == identity_of(path)
    assert not opened.is_picture
    assert not opened.is_of_another_model


def test_that_a_newer_version_is_read_as_far_as_it_is_known_and_read_only(tmp_path):
    opened = open_file(_newer(tmp_path))
    assert opened.scenario == SCENARIO
    assert (opened.version, opened.changes) == (9, ())
    assert opened.left_out == ("levers.subsidy", "shape")
    reason = "made by a newer version (format 9); this program writes 8"
    assert str(opened.read_only_reason) == reason


def test_that_a_newer_version_is_not_run_as_if_it_were_understood(tmp_path):
    with pytest.raises(FileError, match=r"newer version \(format 9\); this program reads up to"):
        read(_newer(tmp_path))


@pytest.mark.parametrize(
    "changes", [{"levers": 5}, {"title": None}, {"seed": "x"}, {"format": "suanli-2"}]
)
def test_that_a_newer_version_in_which_the_known_is_other_is_not_opened(changes, tmp_path):
    with pytest.raises(FileError) as refused:
        open_file(_newer(tmp_path, **changes))
    wanted = "its format is" if "format" in changes else "was made by a newer version (format 9)"
    assert wanted in str(refused.value)


def test_that_a_newer_version_is_never_replaced(tmp_path):
    path = _newer(tmp_path)
    before = path.read_bytes()
    with pytest.raises(FileError, match=r"made by a newer version \(format 9\) and stays as it is"):
        write(path, SCENARIO)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_that_a_file_of_a_newer_model_is_read_only_and_an_older_one_is_told(tmp_path):
    path, present = tmp_path / "a.scenario.json", model().version
    stated = f'"model_version": "{present}"'.encode()
    path.write_bytes(to_bytes(SCENARIO).replace(stated, b'"model_version": "10.0"'))
    opened = open_file(path)
    said = f"made with a newer model (10.0); this program has model {present}"
    assert str(opened.read_only_reason) == said
    path.write_bytes(to_bytes(SCENARIO).replace(stated, b'"model_version": "0.9"'))
    opened = open_file(path)
    assert opened.read_only_reason is None
    assert (opened.model_version, opened.is_of_another_model) == ("0.9", True)


def test_that_a_lever_of_a_newer_model_is_left_out_and_named(tmp_path):
    fields = json.loads(to_bytes(SCENARIO))
    fields["levers"] = {**fields["levers"], "subsidy": 4}
    path = tmp_path / "a.scenario.json"
    path.write_text(json.dumps({**fields, "model_version": "10.0"}), "utf-8")
    opened = open_file(path)
    assert (opened.scenario, opened.left_out) == (SCENARIO, ("levers.subsidy",))
    assert opened.read_only_reason is not None
    with pytest.raises(FileError, match='there is no lever "subsidy"'):
        read(path)
    path.write_text(json.dumps({**fields, "model_version": "10.0", "seed": -1}), "utf-8")
    with pytest.raises(FileError, match="seed is -1"):
        open_file(path)


def test_that_what_changes_a_file_changes_its_identity(tmp_path):
    path = tmp_path / "a.scenario.json"
    first = write(path, SCENARIO).identity
    assert first is not None
    os.utime(path, ns=(first.changed, first.changed))
    with path.open("r+b") as file:  # the same file, length and time, other content
        file.seek(path.read_bytes().index(b"900"))
        file.write(b"901")
    os.utime(path, ns=(first.changed, first.changed))
    second = identity_of(path)
    assert second is not None
    assert replace(second, digest=first.digest) == first
    assert second != first
    path.unlink()
    assert identity_of(path) is None


def _projection(value, months=132):
    center, bands = np.full(months, value + 1), value + np.full((5, months), 1.0)
    bands += np.array([-20.0, -10, -1, 10, 20])[:, None]
    found = Series(center, bands)
    series = {Request("enterprises"): found, Request("rent"): found}
    unbounded = np.full((5, months), np.inf)
    series[Request("public_cost_per_added_enterprise")] = Series(unbounded[0], unbounded)
    series[Request("deliverable_compute")] = Series(center, None)
    return Projection(Scenario(), 2025 + np.arange(months) / 12, series, 16, 0.0)


def test_that_results_are_of_2030_or_of_the_last_month_and_leave_out_what_is_not_there():
    wanted = ("public_cost_per_added_enterprise", "enterprises", "utilization")
    kept = results_of(_projection(1234.56789), (*wanted, "deliverable_compute"))
    assert kept == Results("2030-12", (("enterprises", Kept(None, 1234.57, 1215.57, 1255.57)),))
    assert results_of(_projection(1.0, 24), wanted).month == "2026-12"


def test_that_a_newer_model_says_by_how_much_it_differs():
    kept = results_of(_projection(1234.56789), ("enterprises",))
    assert differences(kept, _projection(1234.5678)) == ()
    assert differences(kept, _projection(1240.0)) == (Difference("enterprises", 1234.57, 1240.0),)
    assert differences(kept, _projection(1240.0, 24)) == ()


def test_that_the_center_line_an_older_file_keeps_is_held_to_the_center_line():
    kept = Results("2030-12", (("enterprises", Kept(center=1241.0)),))
    assert differences(kept, _projection(1240.0)) == ()
    assert differences(kept, _projection(1250.0)) == (Difference("enterprises", 1241.0, 1251.0),)


def test_that_results_come_back_as_they_were_written():
    data = to_bytes(SCENARIO, RESULTS)
    assert from_bytes(data, "x") == SCENARIO
    kept = {"median": 0.625, "p10": 0.5, "p90": 0.75}
    assert json.loads(data)["results"]["values"]["utilization"] == kept
    assert content_of(data, "x").results == RESULTS


def test_that_a_result_nobody_can_have_is_named(tmp_path):
    data = to_bytes(SCENARIO, RESULTS)
    with pytest.raises(
        FileError, match=r"results\.values\.utilization\.median is NaN; it must be a number fr"
    ):
        from_bytes(data.replace(b"0.625", b"NaN"), "x")
    with pytest.raises(FileError, match=r'results\.month is "2030-13"; it must be a month of a y'):
        from_bytes(data.replace(b"2030-12", b"2030-13"), "x")
    with pytest.raises(
        FileError, match=r'no field "rent" in results\.values; it must be one of ent'
    ):
        from_bytes(data.replace(b"utilization", b"rent"), "x")


def test_that_the_file_as_it_was_stays_beside_it_when_asked(tmp_path):
    path = tmp_path / "a.scenario.json"
    write(path, SCENARIO, backup=True)
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    before = path.read_bytes()
    write(path, Scenario(title="Later"), backup=True)
    beside = tmp_path / "a.scenario.json.bak"
    assert beside.read_bytes() == before
    assert scenario_file.read(beside) == SCENARIO
    assert read(path).title == "Later"
