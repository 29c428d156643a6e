"""A run that breaks a law of the model: one line says so, and nothing broken is written."""

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from planner.ensemble.many import Projector, all_requests
from planner.ensemble.projection import Projection, breaches
from planner.files.exports.tidy_table import json_text
from planner.files.exports.workbook import workbook
from planner.files.scenario.scenario_file import write
from planner.model.outcomes import OUTCOMES
from planner.model.scenario import Scenario, baseline_under, with_lever
from planner.quantities.spread import Spread
from planner.studies.model_versions import results_of
from tests.breaking_scenarios import (
    BREAKS_LATE,
    CENTER_BREAKS,
    SOME_BREAK,
    anything_allowed,
    with_chips,
)
from ui.charts.contents.specs import default_settings
from ui.command_line import main
from ui.engine.shown_run import ShownRun
from ui.print.export import chart_csv
from ui.print.report.make import report_bytes

SENTENCE = (
    "The model breaks down under these inputs: domestic capacity would be no finite number in "
    "Dec 2033; the center line ends there, 17 of 20 futures are left out and bands end in Nov 2032."
)


@pytest.fixture(scope="module")
def broken() -> Projection:
    projector = Projector()
    projector.warm_up()
    return projector.project(CENTER_BREAKS, all_requests())


@pytest.fixture(autouse=True)
def _files_may_hold_anything() -> Iterator[None]:
    with anything_allowed():
        yield


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "chips-without-bounds.scenario.json"
    write(path, CENTER_BREAKS)
    return str(path)


def test_that_run_says_so_in_a_line_and_ends_well(file, tmp_path, capsys):
    assert main(["run", file, "--csv", str(tmp_path / "numbers.csv")]) == 0
    assert capsys.readouterr().err == f"suanli: Chips without bounds: {SENTENCE}\n"


def test_that_the_csv_has_empty_cells_from_that_month_on(file, tmp_path, capsys):
    path = tmp_path / "numbers.csv"
    main(["run", file, "--csv", str(path)])
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines()))
    assert {row["center"] for row in rows if row["time"] >= "2033-12"} == {""}
    assert {row["p50"] for row in rows if row["time"] >= "2032-11"} == {""}
    levels = [row for row in rows if row["outcome"] in ("enterprises", "used_compute", "rent")]
    assert min(float(row["center"]) for row in levels if row["time"] < "2033-12") > 0
    assert min(float(row["p10"]) for row in levels if row["time"] < "2032-11") > 0


def test_that_run_says_where_the_line_of_the_baseline_ends(tmp_path, capsys):
    mended = with_lever(BREAKS_LATE, "domestic_chip_growth", 0.25)
    write(tmp_path / "mended.scenario.json", replace(mended, title="Mended"))
    main(["run", str(tmp_path / "mended.scenario.json")])
    lines = capsys.readouterr().err.splitlines()
    assert any(line.startswith("suanli: Baseline: The model breaks down") for line in lines)


def test_that_compare_says_it_of_each_scenario(file, tmp_path, capsys):
    other = tmp_path / "at-the-edge.scenario.json"
    write(other, BREAKS_LATE)
    assert main(["compare", file, str(other)]) == 0
    lines = capsys.readouterr().err.splitlines()
    assert [line[:29] for line in lines] == [
        "suanli: Chips without bounds:",
        "suanli: Chips at the edge: Th",
    ]


def test_that_json_has_null_and_the_sentence(broken):
    run = json.loads(json_text([broken]))["runs"][0]
    assert run["breach"] == SENTENCE
    month = run["time"].index("2033-12")
    assert {cell for series in run["series"] for cell in series["center"][month:]} == {None}


def test_that_a_workbook_says_it_beside_the_run(broken):
    with ZipFile(BytesIO(workbook([broken]))) as book:
        assert SENTENCE in book.read("xl/sharedStrings.xml").decode()


def test_that_exports_of_a_whole_run_have_no_place_for_it():
    projector = Projector()
    projector.warm_up()
    run = projector.project(Scenario(futures=16), all_requests())
    assert "breach" not in json.loads(json_text([run]))["runs"][0]
    with ZipFile(BytesIO(workbook([run]))) as book:
        assert "breach" not in book.read("xl/sharedStrings.xml").decode()


def test_that_a_saved_file_keeps_no_broken_figure(broken):
    keys = [outcome.key for outcome in OUTCOMES]
    early = with_chips(CENTER_BREAKS, Spread(600, 700, 800))
    run = Projector().project(early, all_requests())
    assert run.breach is not None
    assert run.breach.first.month < 72
    assert results_of(run, keys).values == ()
    assert "enterprises" in dict(results_of(broken, keys).values), "it breaks after that month"
    whole = results_of(Projector().project(Scenario(futures=20), all_requests()), keys)
    assert "enterprises" in dict(whole.values)


def test_that_report_and_chart_say_it_above_all_else(broken, qapp):
    projector = Projector()
    baseline = projector.project(baseline_under(CENTER_BREAKS), all_requests())
    shown = ShownRun(broken, baseline)
    assert shown.breaches == (SENTENCE,)
    page = report_bytes(shown).decode()
    assert page.index(SENTENCE) < page.index("<table")
    rows = chart_csv(default_settings()[0], shown).splitlines()
    own = [row for row in rows if ",2033-12," in row and row.startswith("chips-without-bounds")]
    assert own[0].endswith(",,,,,,")


def test_that_of_a_baseline_is_told_what_the_scenario_does_not_tell():
    projector = Projector()
    projector.warm_up()
    wanted = all_requests()[:1]
    whole = projector.project(Scenario("Mine"), wanted, futures=20)
    some = projector.project(SOME_BREAK, wanted)
    ends = projector.project(CENTER_BREAKS, wanted)
    assert some.breach is not None
    assert breaches((whole, some)) == (f"Some without bounds: {some.breach.sentence}",)
    assert breaches((ends, some)) == (SENTENCE,)
    assert breaches((some, ends)) == (some.breach.sentence, f"Chips without bounds: {SENTENCE}")
    assert breaches((whole, whole)) == ()
