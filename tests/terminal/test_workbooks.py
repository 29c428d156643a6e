"""Workbooks of scenarios in the terminal: read as files are, with one list of what is wrong."""

import io
import zipfile

import pytest
from openpyxl import load_workbook

from planner.ensemble.progress import to_the_end
from planner.files.exports.scenario_sheet import scenario_sheet
from planner.files.scenario.scenario_file import write
from planner.model.scenario import Scenario, with_lever
from tests.reliability.reading.corpus_workbooks import HEAD, workbook_of
from ui.command_line import main
from ui.controllers.numbers import numbers_of

ONE = with_lever(Scenario(title="One", futures=32, last_year=2027), "alibaba_plan", 500.0)
TWO = with_lever(Scenario(title="Two", futures=32, last_year=2027), "center_share", 0.5)
SHEETS = ["Comparison", "Inputs", "Events", "Sources", "Runs", "Numbers"]


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_bytes(scenario_sheet([ONE, TWO]))
    return path


def test_that_a_workbook_that_is_in_order_is_fine_once_for_each_scenario(book, capsys):
    assert main(["validate", str(book)]) == 0
    assert capsys.readouterr().out.count("book.xlsx is fine: 1 lever value differs") == 2


def test_that_everything_that_is_wrong_is_a_line_and_the_exit_code_is_two(tmp_path, capsys):
    rows = (HEAD, ("center_share", "", 0.3, 1.4), ("seed", "", 1, -1))
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbook_of(Scenarios=rows))
    for command in (["validate"], ["run"], ["compare", "baseline"]):
        assert main([*command, str(path)]) == 2
        first, *faults = capsys.readouterr().err.splitlines()
        assert first.endswith("book.xlsx: 2 things are wrong, so nothing of it was taken over")
        assert faults == [
            "suanli: Scenarios, D2: 140% is more than 100%, the most that is allowed",
            "suanli: Scenarios, D3: seed is -1; it must be a whole number from 0 to 4294967295",
        ]


def test_that_the_scenarios_of_a_workbook_are_compared_as_their_files_are(book, tmp_path, capsys):
    files = [tmp_path / "one.scenario.json", tmp_path / "two.scenario.json"]
    for path, scenario in zip(files, (ONE, TWO), strict=True):
        write(path, scenario)
    assert main(["compare", str(book)]) == 0
    of_book = capsys.readouterr().out
    assert main(["compare", *map(str, files)]) == 0
    assert capsys.readouterr().out == of_book


def test_that_one_scenario_runs_and_of_several_none_does(book, tmp_path, capsys):
    assert main(["run", str(book)]) == 2
    assert "holds 2 scenarios; there must be one here" in capsys.readouterr().err
    path = tmp_path / "one.xlsx"
    path.write_bytes(scenario_sheet([ONE]))
    assert main(["run", str(path)]) == 0
    assert "One" in capsys.readouterr().out


def _book(data):
    return load_workbook(io.BytesIO(data), read_only=True)


def _values(data, sheet):
    return list(_book(data)[sheet].iter_rows(values_only=True))


def _content(data):
    """Return what a workbook holds, cell by cell as it is written: all but who wrote it when."""
    parts = zipfile.ZipFile(io.BytesIO(data))
    return {name: parts.read(name) for name in parts.namelist() if name.startswith("xl/")}


def test_that_the_workbook_of_the_terminal_is_that_of_the_window(book, tmp_path):
    path = tmp_path / "numbers.xlsx"
    assert main(["compare", str(book), "--xlsx", str(path)]) == 0
    of_terminal = path.read_bytes()
    of_window = to_the_end(numbers_of([ONE, TWO], path))[path]
    assert _book(of_terminal).sheetnames == SHEETS
    assert [row[0] for row in _values(of_terminal, "Runs")[1:]] == ["baseline", "one", "two"]
    assert _content(of_terminal) == _content(of_window)


def test_that_a_workbook_tells_differences_from_what_the_others_are_held_against(book, tmp_path):
    path, against = tmp_path / "numbers.xlsx", tmp_path / "two.scenario.json"
    write(str(against), TWO)
    assert main(["compare", str(book), "--against", str(against), "--xlsx", str(path)]) == 0
    of_terminal = path.read_bytes()
    of_window = to_the_end(numbers_of([TWO, ONE], path, against=TWO))[path]
    assert "One: difference from Two" in _values(of_terminal, "Comparison")[0]
    assert _values(of_terminal, "Comparison") == _values(of_window, "Comparison")


def test_that_one_scenario_stands_beside_the_baseline_in_a_workbook_and_alone_in_a_csv(tmp_path):
    book, table = tmp_path / "numbers.xlsx", tmp_path / "numbers.csv"
    path = tmp_path / "one.scenario.json"
    write(path, ONE)
    assert main(["run", str(path), "--xlsx", str(book), "--csv", str(table)]) == 0
    runs = _values(book.read_bytes(), "Runs")
    assert [row[0] for row in runs] == ["scenario", "baseline", "one"]
    assert b"baseline" not in table.read_bytes()
