"""A planner's own numbers: read from a CSV, or refused in one sentence that names the row."""

from collections.abc import Callable
from pathlib import Path

import pytest

from planner.facts.record import EvidenceError
from planner.files.own.numbers import own_numbers
from planner.model.counted.own import POINTS_AT_MOST
from planner.model.paths import LeverPath
from planner.quantities.spread import Spread
from planner.storage.sentences.file_error import FileError

Written = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    def write(*rows: str, head: str = "date,outcome,place,value,error") -> Path:
        path = tmp_path / "mine.csv"
        path.write_text("\n".join((head, *rows)) + "\n", "utf-8")
        return path

    return write


def _fault(path: Path) -> str:
    with pytest.raises(EvidenceError) as refused:
        own_numbers(path, "corroborated")
    return str(refused.value)


def test_that_a_row_is_a_point_with_its_error_to_either_side(written: Written) -> None:
    path = written("2026-12,enterprises,chengdu,1200,5%", "2027,used_compute,,1000,80")
    one, other = own_numbers(path, "corroborated").points
    assert (one.outcome, one.element, one.start) == ("enterprises", "chengdu", 2026 + 11 / 12)
    assert (one.low, one.central, one.high) == (1140, 1200, 1260)
    assert (other.low, other.high, other.unit) == (920, 1080, "EFLOPS realized")
    assert one.label == "AI enterprises, Chengdu, 2026-12"
    assert other.label == "Used compute, 2027-01"


def test_that_rows_of_one_outcome_and_place_rest_on_one_source_unless_they_say(
    written: Written,
) -> None:
    path = written(
        "2026,enterprises,chengdu,1200,",
        "2027,enterprises,chengdu,1300,register",
        "2028,enterprises,chengdu,1400,",
        head="date,outcome,place,value,source",
    )
    groups = [point.group for point in own_numbers(path, "corroborated").points]
    assert groups == ["enterprises chengdu", "register", "enterprises chengdu"]


def test_that_a_unit_may_be_that_of_the_screen(written: Written) -> None:
    head = "date,outcome,value,unit"
    (point,) = own_numbers(
        written("2027,used_compute,1000,EFLOPS", head=head), "corroborated"
    ).points
    assert point.unit == "EFLOPS realized"


def test_that_a_budget_was_in_force_until_the_next_one_or_to_its_end(written: Written) -> None:
    path = written(
        "2026,2028,voucher_budget,chengdu,0.15,bn CNY/yr",
        "2027,,voucher_budget,chengdu,200,",
        head="date,until,outcome,place,value,unit",
    )
    ((name, setting),) = own_numbers(path, "corroborated").levers
    assert name == "voucher_budget.chengdu"
    assert isinstance(setting, LeverPath)
    assert (2026.0, 150.0) in setting.knots
    assert (2027.0, 200.0) in setting.knots
    assert (2028.0, 100.0) in setting.knots


def test_that_a_lever_that_is_constant_takes_one_number(written: Written) -> None:
    path = written("2025,network_build_time,,3,")
    assert own_numbers(path, "corroborated").levers == (("network_build_time", 3.0),)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2026,enterprise,chengdu,1,", "did you mean enterprises"),
        ("2026,enterprises,chengde,1,", 'has no element "chengde"; it has beijing'),
        ("2026,enterprises,chengdu,many,", "value must be a number"),
        ("2026,enterprises,chengdu,100,a lot", 'error cannot be "a lot"; it must be as 5%'),
        ("2026,enterprises,chengdu,100,100%", "error cannot be"),
        ("2026,enterprises,chengdu,100,nan", "error cannot be"),
        ("last year,enterprises,chengdu,100,", "date cannot be"),
        ("2060,enterprises,chengdu,100,", "a point lies at 2060"),
        ("2026,voucher_budget,,100,", "voucher_budget has no element"),
        ("2026,voucher_budget,chengdu,-100,", "it must be 0 to"),
        ("2026,voucher_budget,chengdu,lots,", "value must be a number"),
        ("2060,voucher_budget,chengdu,100,", "it must be 2025 to 2051"),
        ("2026,enterprises,chengdu,100", "more or fewer fields"),
    ],
)
def test_that_what_is_wrong_is_named_with_its_row(written: Written, row: str, said: str) -> None:
    fault = _fault(written("2026,enterprises,chengdu,1200,", row))
    assert "mine.csv: row 3" in fault
    assert said in fault
    assert "\n" not in fault


def test_that_a_head_that_is_not_understood_is_told(written: Written) -> None:
    assert "column date is missing" in _fault(written("1", head="outcome"))
    assert 'column "color" is unknown' in _fault(written("1", head="date,outcome,value,color"))
    assert "say the same thing" in _fault(written("1", head="date,outcome,value,central"))
    rows = ("2026,enterprises,chengdu,1200,", "2026,enterprises,chengdu,1210,")
    assert "same place and date as row 2" in _fault(written(*rows))
    budgets = ("2026,voucher_budget,chengdu,120,", "2026,voucher_budget,chengdu,90,")
    assert "sets what row 2 sets" in _fault(written(*budgets))
    twice = "date,outcome,place,value,id"
    row = "2026,enterprises,chengdu,1200,a"
    assert "used twice" in _fault(written(row, row, head=twice))


def test_that_an_error_of_nothing_is_taken(written: Written) -> None:
    (point,) = own_numbers(written("2027,used_compute,,1000,0"), "corroborated").points
    assert (point.low, point.central, point.high) == (1000, 1000, 1000)


def test_that_sources_of_their_own_may_tell_of_one_date(written: Written) -> None:
    head = "date,outcome,value,source"
    rows = ("2027,used_compute,1000,survey", "2027,used_compute,1100,register")
    own = own_numbers(written(*rows, head=head), "corroborated")
    assert [point.group for point in own.points] == ["survey", "register"]


def test_that_no_rows_and_too_many_are_refused(written: Written, tmp_path: Path) -> None:
    assert "there are 0 points" in _fault(written())
    rows = ["2026,enterprises,chengdu,1200,"] * (POINTS_AT_MOST + 1)
    assert f"there must be 1 to {POINTS_AT_MOST}" in _fault(written(*rows))
    with pytest.raises(FileError):
        own_numbers(tmp_path / "none.csv", "corroborated")


def test_that_enterprises_of_a_place_at_the_start_are_an_assumption_of_its_own(
    written: Written,
) -> None:
    own = own_numbers(written(",enterprises_2025,chengdu,1100,5%"), "corroborated")
    assert own.assumptions == (("enterprises_2025.chengdu", Spread(1045, 1100, 1155)),)
    sure = own_numbers(written("2025,Enterprises in 2025,成都,1100,"), "corroborated")
    assert sure.assumptions == (("enterprises_2025.chengdu", Spread(1100, 1100, 1100)),)
    twice = _fault(written(*[",enterprises_2025,chengdu,1100,"] * 2))
    assert "row 3: it sets what row 2 sets" in twice
    assert "it must be 1 to" in _fault(written(",enterprises_2025,chengdu,0,"))
