"""Several scenarios in one picture: all come back, and a broken one takes none along."""

import io
import json
from pathlib import Path

import pytest

from planner.files.scenario.picture import scenario_in, scenarios_in, with_scenarios
from planner.files.scenario.png_text import text_in, with_text
from planner.files.scenario.scenario_file import read, to_bytes
from planner.files.scenario.scenario_list import (
    SCENARIOS_AT_MOST,
    list_to_bytes,
    listed_in,
    open_all,
    read_all,
)
from planner.model.scenario import Scenario, with_lever
from planner.storage.sentences.file_error import FileError
from tests.files.scenario.test_picture import PNG

MANY = tuple(
    with_lever(Scenario(title=f"算力 {number}"), "alibaba_plan", 300 + number)
    for number in range(SCENARIOS_AT_MOST)
)
THREE = MANY[:3]


def _fields(scenario):
    return json.loads(to_bytes(scenario))


def _picture(*parts):
    return with_text(PNG, json.dumps(parts).encode(), "x.png")


@pytest.fixture
def picture(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(data):
        path = Path("x.png")
        path.write_bytes(data)
        return path

    return write


@pytest.mark.parametrize("count", [1, 2, 3, SCENARIOS_AT_MOST])
def test_that_a_picture_gives_back_all_its_scenarios_in_order(count, picture):
    path = picture(with_scenarios(PNG, MANY[:count]))
    assert scenarios_in(path.read_bytes()) == MANY[:count]
    assert tuple(each.scenario for each in open_all(path).opened) == MANY[:count]
    assert tuple(each.scenario for each in read_all(path).contents) == MANY[:count]
    assert all(each.is_picture for each in open_all(path).opened)


def test_that_a_picture_of_one_scenario_is_the_picture_it_always_was():
    assert list_to_bytes(THREE[:1]) == to_bytes(THREE[0])
    assert scenario_in(with_scenarios(PNG, THREE[:1])) == THREE[0]


def test_that_a_list_in_a_picture_is_json_that_people_can_read():
    text = text_in(io.BytesIO(with_scenarios(PNG, THREE)), "x.png")
    assert json.loads(text) == [_fields(each) for each in THREE]


def test_that_long_texts_are_packed_and_come_back():
    long = tuple(
        Scenario(title=str(number), notes="a long note " * 1_500)
        for number in range(SCENARIOS_AT_MOST)
    )
    assert len(list_to_bytes(long)) > 800_000
    made = with_scenarios(PNG, long)
    assert len(made) < 50_000
    assert scenarios_in(made) == long


def test_that_the_same_scenario_is_written_once():
    assert scenarios_in(with_scenarios(PNG, (*THREE, *THREE))) == THREE


def test_that_more_scenarios_than_a_picture_carries_are_refused():
    with pytest.raises(FileError) as refused:
        with_scenarios(PNG, (*MANY, Scenario(title="One more")))
    assert str(refused.value) == "PNG carries 51 scenarios; there must be at most 50"
    with pytest.raises(FileError):
        with_scenarios(PNG, ())


def test_that_a_broken_scenario_takes_none_of_the_others_along(picture):
    broken = _fields(THREE[1]) | {"title": 5}
    path = picture(_picture(_fields(THREE[0]), broken, _fields(THREE[2]), "none"))
    for found in (open_all(path).remarks, read_all(path).refused):
        first, second = map(str, found)
        assert first.startswith("x.png (2/4): ")
        assert second.startswith("x.png (4/4) holds only a text")
    assert [each.scenario for each in open_all(path).opened] == [THREE[0], THREE[2]]
    with pytest.raises(FileError, match=r"x\.png \(2/4\)"):
        scenarios_in(path.read_bytes(), "x.png")


def test_that_a_scenario_that_is_there_twice_opens_once_and_that_is_said(picture):
    path = picture(_picture(*map(_fields, (THREE[0], THREE[1], THREE[0]))))
    found = open_all(path)
    assert [each.scenario for each in found.opened] == [THREE[0], THREE[1]]
    assert list(map(str, found.remarks)) == [
        "x.png carries the same scenario more than once; it is opened once"
    ]


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ([], "x.png is a picture that carries no scenario"),
        ([{}] * 51, "x.png carries 51 scenarios; there must be at most 50"),
        ([[_fields(THREE[0])]], "x.png (1/1) holds a list; a scenario file holds one object in"),
        ([{}, {}], "x.png (1/2)"),
    ],
    ids=["none", "too-many", "a-list-in-a-list", "all-broken"],
)
def test_that_a_list_without_any_scenario_gives_one_sentence(parts, sentence, picture):
    path = picture(_picture(*parts))
    with pytest.raises(FileError) as refused:
        open_all(path)
    assert str(refused.value).startswith(sentence)
    assert "\n" not in str(refused.value)


def test_that_a_newer_scenario_opens_beside_the_others_but_is_not_read_strictly(picture):
    newer = _fields(THREE[1]) | {"version": 99, "unknown": 1}
    path = picture(_picture(_fields(THREE[0]), newer))
    opened = open_all(path).opened
    assert [each.scenario for each in opened] == list(THREE[:2])
    assert (opened[1].version, opened[1].left_out) == (99, ("unknown",))
    assert len(read_all(path).refused) == 1


def test_that_what_takes_one_scenario_refuses_several(picture):
    path = picture(with_scenarios(PNG, THREE))
    with pytest.raises(FileError) as refused:
        read(path)
    assert str(refused.value) == (
        "x.png is a picture that carries several scenarios; there must be one here"
    )


def test_that_a_scenario_file_holds_no_list(tmp_path):
    path = tmp_path / "a.scenario.json"
    path.write_bytes(list_to_bytes(THREE))
    with pytest.raises(FileError, match="holds a list; a scenario file holds one object"):
        open_all(path)
    assert listed_in(path.read_bytes(), "a").contents[2].scenario == THREE[2]
