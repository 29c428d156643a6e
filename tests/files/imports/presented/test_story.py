"""The sheets of a story and of notes, row by row."""

import pytest

from planner.files.imports.fault_list import Faults
from planner.files.imports.grid import Grid
from planner.files.imports.nested import merged, whole_spread
from planner.files.imports.presented.named_rows import rows_named
from planner.files.imports.presented.notes import read_notes
from planner.files.imports.presented.story import read_stories
from planner.files.imports.sheet_marks import Marks
from planner.model.scenario import assumption_default
from planner.storage.sentences.file_error import FileError


def _grid(name, *rows):
    lines = ((at, enumerate(cells, start=1)) for at, cells in enumerate(rows, start=1))
    return Grid(
        name, {at: {n: c for n, c in cells if c is not None} for at, cells in lines}, Marks()
    )


def test_that_a_part_that_is_not_told_is_the_default():
    grids = {
        "Story": _grid("Story", ("scenario", "step", "title"), ("Mine", 1, "One")),
        "Story inputs": _grid(
            "Story inputs",
            ("scenario", "step", "key", "value"),
            ("Mine", 1, "crowd_in.high", 9),
            ("Mine", 1, "voucher_budget.chengdu", "2027:5; 2028-07:1e4"),
        ),
    }
    faults = Faults()
    [(step, at)] = read_stories(grids, {"mine"}, faults)["mine"]
    default = assumption_default("crowd_in")
    assert step["assumptions"]["crowd_in"] == {
        "low": default.low,
        "central": default.central,
        "high": 9,
    }
    assert step["levers"] == {"voucher_budget": {"chengdu": [[2027, 5], [2028.5, 1e4]]}}
    assert (at, step["futures"], len(faults)) == ("Story, A2", 1000, 0)


def test_that_without_sheets_there_is_nothing_and_nothing_wrong():
    faults = Faults()
    assert (read_stories({}, {"mine"}, faults), read_notes({}, {"mine"}, faults)) == ({}, {})
    assert len(faults) == 0


def test_that_a_value_below_no_name_is_refused():
    [row] = rows_named(
        _grid("Story", ("scenario", "step"), ("Mine", 1, 5)), ("step",), (), Faults()
    )
    with pytest.raises(FileError, match="C2"):
        row.check(())


def test_that_values_of_places_stand_below_their_key():
    values = {"local_fund.henan": 1.0, "local_fund.ningbo": 2.0, "crowd_in": 3.0}
    assert merged(values) == {"local_fund": {"henan": 1.0, "ningbo": 2.0}, "crowd_in": 3.0}
    spread = whole_spread("crowd_in", {"low": 0.5}, "as_stated")
    assert list(spread) == ["low", "central", "high"]
    assert spread["low"] == 0.5


BESIDE_HEAD = ("scenario", "step", "beside", "title", "seed")
STEPS = _grid("Story", ("scenario", "step", "title"), ("Mine", 1, "One"), ("Mine", 2, "Two"))


def test_that_scenarios_beside_a_step_are_read_by_their_numbers_with_what_they_change():
    grids = {
        "Story": STEPS,
        "Story scenarios": _grid(
            "Story scenarios", BESIDE_HEAD, ("Mine", 1, 2, "B", 7), ("Mine", 1, 1, "A", None)
        ),
        "Story inputs": _grid(
            "Story inputs",
            ("scenario", "step", "key", "value", "beside"),
            ("Mine", 1, "alibaba_plan", 400, None),
            ("Mine", 1, "alibaba_plan", 500, 2),
        ),
    }
    faults = Faults()
    [(first, _), (second, _)] = read_stories(grids, {"mine"}, faults)["mine"]
    assert len(faults) == 0
    assert first["levers"] == {"alibaba_plan": 400}
    assert [(each["title"], each["levers"]) for each in first["beside"]] == [
        ("A", {}),
        ("B", {"alibaba_plan": 500}),
    ]
    assert [each["seed"] for each in first["beside"]] == [2025, 7]
    assert "beside" not in second, "nothing is said of it"


@pytest.mark.parametrize(
    "row",
    [("Mine", 1, 1, "A", 1), ("Mine", 1, 8, "A", 1), ("Mine", 3, 2, "A", 1), ("Mine", 1, "x", "A")],
    ids=["twice", "too many", "no step", "no number"],
)
def test_that_a_row_of_a_scenario_beside_that_fits_nowhere_is_a_fault(row):
    sheet = _grid("Story scenarios", BESIDE_HEAD, ("Mine", 1, 1, "A", 1), row)
    faults = Faults()
    read_stories({"Story": STEPS, "Story scenarios": sheet}, {"mine"}, faults)
    assert len(faults) == 1


def _counted(count, *beside):
    """Read a step that says how many are beside it, and such rows; return steps and faults."""
    faults = Faults()
    head = ("scenario", "step", "title", "beside")
    story = _grid("Story", head, ("Mine", 1, "One", count))
    rows = [("Mine", 1, number, "B", 1) for number in beside]
    grids = {"Story": story} | (
        {"Story scenarios": _grid("Story scenarios", BESIDE_HEAD, *rows)} if beside else {}
    )
    found = read_stories(grids, {"mine"}, faults)
    return found["mine"][0][0], faults


@pytest.mark.parametrize(
    ("count", "beside", "said"),
    [
        (
            2,
            (),
            'Story, D2: beside is 2; it must be 0, as many as the sheet "Story scenarios" has of',
        ),
        (2, (1,), "beside is 2; it must be 1,"),
        (0, (1, 2), "beside is 0; it must be 2,"),
        ("abc", (1,), 'beside is "abc"; it must be a whole number from 0 to 7'),
        (8, (1,), "a whole number from 0 to 7"),
        (1.5, (1,), "a whole number from 0 to 7"),
    ],
)
def test_that_a_count_of_those_beside_that_is_not_that_of_their_rows_is_a_fault(
    count, beside, said
):
    _, faults = _counted(count, *beside)
    assert len(faults) == 1
    with pytest.raises(FileError) as refused:
        faults.check("a.xlsx")
    assert said in str(refused.value.details[0])


@pytest.mark.parametrize(("count", "beside"), [(2, (1, 2)), (2.0, (3, 5)), (0, ())])
def test_that_a_count_of_those_beside_that_is_that_of_their_rows_is_none(count, beside):
    step, faults = _counted(count, *beside)
    assert len(faults) == 0
    assert len(step["beside"]) == len(beside)


def test_that_an_input_of_a_scenario_beside_that_is_not_told_is_a_fault():
    inputs = _grid(
        "Story inputs",
        ("scenario", "step", "key", "value", "beside"),
        ("Mine", 1, "alibaba_plan", 500, 1),
    )
    faults = Faults()
    read_stories({"Story": STEPS, "Story inputs": inputs}, {"mine"}, faults)
    assert len(faults) == 1
