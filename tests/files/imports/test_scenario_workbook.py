"""Scenarios that come back from a sheet are what they were, or one list says what is wrong."""

import io
import tracemalloc
from random import Random

import pytest
from openpyxl import load_workbook

from planner.files.exports.scenario_sheet import scenario_sheet
from planner.files.imports.any_file import open_any, read_any, read_one
from planner.files.imports.scenario_workbook import contents_of_workbook
from planner.files.imports.sheet_marks import column_letters, column_number
from planner.files.scenario.scenario_file import write
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_assumption, with_lever, with_targets
from planner.model.targets.target import Target
from planner.quantities.spread import Spread
from planner.storage.sentences.file_error import FileError
from tests.reliability.model.any_scenario import any_scenario
from tests.reliability.reading.corpus_workbooks import (
    HEAD,
    TARGET_HEAD,
    WORKBOOKS,
    workbook_of,
)

ODD = LeverPath(((2025 + 1 / 3, 0.1 + 0.2), (2025 + 7 / 12, 600.0), (2050.999999999999, 1e-9)))


def _read(data):
    return [content.scenario for content in contents_of_workbook(data, "a.xlsx")]


def _faults(*rows, **sheets):
    with pytest.raises(FileError) as refused:
        contents_of_workbook(workbook_of(Scenarios=(HEAD, *rows), **sheets), "a.xlsx")
    assert refused.value.details
    return [str(each) for each in refused.value.details]


def _rewritten(data, sheet, change):
    """Return a workbook whose sheet holds the rows that a change makes of its own."""
    book = load_workbook(io.BytesIO(data), read_only=True)
    rows = {each.title: list(each.iter_rows(values_only=True)) for each in book.worksheets}
    rows[sheet] = change(rows[sheet])
    return workbook_of(**rows)


def test_that_any_scenarios_come_back_as_they_were():
    for seed in range(20):
        random = Random(seed)  # noqa: S311
        scenarios = [any_scenario(random) for _ in range(random.randint(1, 4))]
        assert _read(scenario_sheet(scenarios)) == scenarios


def test_that_a_path_and_a_place_keep_every_digit():
    scenario = with_lever(Scenario(title="Odd"), "voucher_budget.chengdu", ODD)
    scenario = with_lever(scenario, "local_fund.henan", 0.1 + 0.2)
    scenario = with_assumption(scenario, "enterprises_2025.ningbo", Spread(1.1, 7 / 3, 1e5 / 3))
    assert _read(scenario_sheet([scenario, Scenario()])) == [scenario, Scenario()]


def test_that_targets_come_back_in_their_order_with_every_digit():
    path = LeverPath(((2027.5833333333333, 0.1 + 0.2), (2030.0, 1e-9), (2040.0, 12_000.0)))
    targets = (
        Target("utilization", "at least", 0.1 + 0.2, element="centers", year=2030),
        Target("enterprises", "at least", path, between="linear"),
        Target("used_compute", "at most", "deliverable_compute"),
        Target("enterprises", "at most", 9000.0, element="chengdu"),
    )
    scenarios = [with_targets(Scenario(title=name), targets) for name in ("A", "a")]
    assert _read(scenario_sheet([*scenarios, Scenario()])) == [*scenarios, Scenario()]


def test_that_a_target_is_checked_as_in_a_file():
    head = ("level", "scenario", "outcome", "sense", "year")
    rows = (
        (85, "Hostile", "enterprises", "at least", 2030),
        ("85%", "Hostile", "utilization", "at least", ""),
        ("lots", "Hostile", "enterprises", "at least", 2030),
        (5, "Hostile", "enterprises", "no less than", 2030),
        (5, "Another", "enterprises", "at least", 2030),
        (5, "", "enterprises", "at least", 2030),
    )
    first, second, third, fourth = _faults(Targets=(head, *rows))
    assert first.startswith('Targets, B4: targets.1.level is "lots"; it must be ')
    assert second.startswith('Targets, B5: targets.1.sense is "no less than"; it must be ')
    assert third == 'Targets, B6: no column of the sheet Scenarios is called "Another"'
    assert fourth == 'Targets, B7: this row has values, but no "scenario"'
    book = workbook_of(Scenarios=(HEAD,), Targets=(head, *rows[:2]))
    assert [target.level for target in _read(book)[0].targets] == [85, 0.85]


def test_that_scenarios_of_one_title_stay_two():
    both = [with_lever(Scenario(title="label"), "alibaba_plan", n) for n in (1.0, 2.0)]
    assert _read(scenario_sheet(both)) == both


def test_that_columns_and_rows_may_be_moved_added_and_renamed():
    scenarios = [with_lever(Scenario(title=name), "center_share", 0.5) for name in ("A", "B")]

    def change(rows):
        head, *below = [[*row[::-1], None] for row in rows]
        head[0] = "Ours"
        return [head, [None] * len(head), *reversed(below)]

    found = _read(_rewritten(scenario_sheet(scenarios), "Scenarios", change))
    assert [each.title for each in found] == ["Ours", "A"]
    assert [each.levers for each in found] == [scenarios[0].levers] * 2


def test_that_an_empty_cell_is_the_default_and_percent_may_be_typed():
    rows = (("center_share", "", 0.3, "85%"), ("alibaba_plan", "", 380, None))
    [found] = _read(workbook_of(Scenarios=(HEAD, *rows)))
    assert found == with_lever(Scenario(title="Hostile"), "center_share", 0.85)


def test_that_everything_that_is_wrong_is_told_with_its_cell():
    assert _faults(
        ("center_sellable_target", "", 0.6, 1.4),
        ("crowd_in.low", "", 3, "lots"),
        ("no_such_thing", "", 0, 1),
        ("seed", "", 2025, 0.5),
    ) == [
        "Scenarios, D2: 140% is more than 100%, the most that is allowed",
        'Scenarios, D3: "lots" is no number for this row; it must be a number from 0 to 50',
        'Scenarios, A4: there is no row "no_such_thing"; the keys are those of an exported sheet',
        "Scenarios, D5: seed is 0.5; it must be a whole number from 0 to 4294967295",
    ]


def test_that_a_path_is_checked_cell_by_cell():
    head = ("key", "scenario", 2025, 2027)
    faults = _faults(
        ("data_voucher_budget", "", 0, 5),
        ("voucher_budget.shanghai", "", 0, "path"),
        Paths=(head, ("data_voucher_budget", "Hostile", 1, -2), ("seed", "Hostile", 1, 2)),
    )
    assert faults == [
        'Scenarios, D3: it says path, but the sheet Paths has no values for it in "Hostile"',
        "Paths, D2: -2 M CNY/yr is less than 0 M CNY/yr, the least that is allowed",
        'Paths, A3: there is no lever "seed"',
    ]


def test_that_a_path_with_a_bad_value_is_told_once():
    path = (("key", "scenario", 2025, 2027), ("data_voucher_budget", "Hostile", 5, "lots"))
    [told] = _faults(("data_voucher_budget", "", 0, "path"), Paths=path)
    assert told.startswith('Paths, D2: "lots" is no number')


def test_that_sheets_are_found_by_their_names_in_any_case():
    target = ("Hostile", "enterprises", "", "at least", 9000, 2030)
    sheets = {"SCENARIOS": (HEAD, ("seed", "", 1, 7)), "targets ": (TARGET_HEAD, target)}
    [found] = _read(workbook_of(**sheets))
    assert found.seed == 7
    assert found.targets == (Target("enterprises", "at least", 9000.0, "", 2030),)


def test_that_a_column_of_one_name_stands_once():
    head, row = (*HEAD, "unit", "UNIT"), ("seed", "", 1, 7, "", "")
    with pytest.raises(FileError) as refused:
        _read(workbook_of(Scenarios=(head, row)))
    [told] = map(str, refused.value.details)
    assert told == 'Scenarios, F1: there is a column for "UNIT" already'


def test_that_a_formula_without_a_value_is_told_as_openpyxl_writes_it():
    book = load_workbook(io.BytesIO(scenario_sheet([Scenario(title="A")])))
    book["Scenarios"]["H33"], book["Scenarios"]["H1"] = "=1+1", "Mine"
    data = io.BytesIO()
    book.save(data)
    with pytest.raises(FileError) as refused:
        _read(data.getvalue())
    [told] = map(str, refused.value.details)
    assert told.startswith("Scenarios, H33: formulas without a value, 1 in this sheet")


def test_that_many_faults_are_told_up_to_a_number():
    faults = _faults(*((f"nonsense_{number}", "", 0, 1) for number in range(700)))
    assert len(faults) == 501
    assert faults[-1] == "and 200 more"


def test_that_a_workbook_is_no_place_to_save_to(tmp_path):
    path = tmp_path / "both.XLSX"
    path.write_bytes(scenario_sheet([Scenario(title="A"), Scenario(title="B")]))
    opened = open_any(path).opened
    assert [each.scenario.title for each in opened] == ["A", "B"]
    assert all(each.is_picture and each.is_workbook for each in opened)
    assert [each.scenario.title for each in read_any(path).contents] == ["A", "B"]
    with pytest.raises(FileError, match="holds 2 scenarios; there must be one here"):
        read_one(path)


def test_that_other_files_are_read_as_before(tmp_path):
    path = tmp_path / "a.scenario.json"
    write(path, Scenario(title="A"))
    assert read_one(path).scenario == read_any(path).contents[0].scenario == Scenario(title="A")
    assert not open_any(path).opened[0].is_workbook


@pytest.mark.parametrize("name", [name for name in WORKBOOKS if "bomb" in name])
def test_that_a_bomb_takes_little_room(name):
    data = WORKBOOKS[name]()
    tracemalloc.start()
    try:
        with pytest.raises(FileError) as refused:
            contents_of_workbook(data, "a.xlsx")
        assert tracemalloc.get_traced_memory()[1] < 30_000_000
    finally:
        tracemalloc.stop()
    assert "a.xlsx" in str(refused.value)


def test_that_columns_are_called_as_spreadsheets_call_them():
    names = {1: "A", 26: "Z", 27: "AA", 702: "ZZ", 703: "AAA", 16_384: "XFD"}
    for number, letters in names.items():
        assert (column_letters(number), column_number(letters)) == (letters, number)
    assert column_number("ABCD") > 16_384
