"""B3: a spreadsheet program opens what is exported, and what it saves again is the same."""

import shutil
import subprocess
from random import Random

import pytest
from openpyxl import load_workbook

from planner.ensemble.many import Projector, all_requests
from planner.files.exports.scenario_sheet import scenario_sheet
from planner.files.exports.sheets.comparison_sheet import comparison_requests
from planner.files.exports.workbook import workbook
from planner.files.imports.scenario_workbook import read_workbook
from planner.files.scenario.fields import fields_of
from planner.model.scenario import Scenario, with_lever
from planner.studies.comparison import with_baseline
from tests.reliability.model.any_scenario import any_scenario

OFFICE = shutil.which("soffice") or shutil.which("libreoffice") or ""
pytestmark = pytest.mark.skipif(not OFFICE, reason="there is no LibreOffice here")


def _saved_again(path, folder):
    """Return a workbook as LibreOffice saves it."""
    folder.mkdir()
    command = [
        OFFICE,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(folder),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=110)
    return folder / path.name


def _leaves(found, *place):
    """Yield every text and number of a scenario's fields with its place."""
    inside = (
        found.items()
        if isinstance(found, dict)
        else enumerate(found)
        if isinstance(found, list)
        else None
    )
    if inside is None:
        yield place, found
    for key, value in inside or ():
        yield from _leaves(value, *place, key)


def test_that_scenarios_come_back_from_a_spreadsheet_program(tmp_path, record):
    """B3."""
    random = Random("office")  # noqa: S311
    scenarios = [any_scenario(random) for _ in range(8)]
    path = tmp_path / "scenarios.xlsx"
    path.write_bytes(scenario_sheet(scenarios))
    found = read_workbook(_saved_again(path, tmp_path / "again")).contents
    assert len(found) == len(scenarios)
    for content, scenario in zip(found, scenarios, strict=True):
        leaves = dict(_leaves(fields_of(scenario)))
        assert len(leaves) > 10
        for place, value in _leaves(fields_of(content.scenario)):  # it keeps 15 digits
            wanted = leaves.pop(place)
            assert value == (wanted if isinstance(wanted, str) else pytest.approx(wanted, 1e-13))
        assert not leaves
    record("B3", f"{len(scenarios)} scenarios saved again by LibreOffice: the same to 13 digits")


def test_that_a_spreadsheet_program_shows_the_workbook_as_it_was_written(tmp_path):
    scenario = with_lever(Scenario(title="Sold", futures=64, last_year=2026), "center_share", 0.5)
    requests = (*all_requests(), *comparison_requests())
    runs = [Projector().project(each, requests) for each in with_baseline([scenario])]
    path = tmp_path / "numbers.xlsx"
    path.write_bytes(workbook(runs))
    before = load_workbook(path)
    after = load_workbook(_saved_again(path, tmp_path / "again"))
    assert after.sheetnames == before.sheetnames
    for sheet in before:
        rows = [list(row) for row in sheet.iter_rows(values_only=True)]
        saved = [list(row) for row in after[sheet.title].iter_rows(values_only=True)]
        assert len(rows) > 1
        for one, other in zip(rows, saved, strict=True):
            for cell, same in zip(one, other, strict=False):
                wanted = pytest.approx(cell) if isinstance(cell, float) else cell
                assert same == wanted or (same is None and cell == "")
