"""Colors and places of a picture: read back as they were written, or not at all."""

import io

import pytest

from planner.files.scenario.picture import scenarios_in, with_scenarios
from planner.files.scenario.picture_view import (
    KEYWORD,
    PLACES_KEYWORD,
    colors_in,
    with_colors,
    with_places,
)
from planner.files.scenario.png_text import with_text
from planner.files.scenario.scenario_list import open_all
from planner.model.scenario import Scenario
from tests.files.scenario.test_picture import PNG

TWO = (Scenario(title="A"), Scenario(title="B", seed=7))


def test_that_colors_come_back_with_their_scenarios(tmp_path):
    path = tmp_path / "two.png"
    path.write_bytes(with_colors(with_scenarios(PNG, TWO), (5, 2)))
    assert scenarios_in(path.read_bytes()) == TWO
    assert open_all(path).colors == (5, 2)


def test_that_a_picture_without_colors_opens_without_them(tmp_path):
    path = tmp_path / "two.png"
    path.write_bytes(with_scenarios(PNG, TWO))
    assert open_all(path).colors == ()
    assert len(open_all(path).opened) == 2


@pytest.mark.parametrize(
    "text", [b"", b"1", b"1 2 3", b"1 1", b"1 8", b"1 -2", b"a b", b"1 " * 500]
)
def test_that_odd_colors_are_left_out(tmp_path, text):
    path = tmp_path / "two.png"
    path.write_bytes(with_text(with_scenarios(PNG, TWO), text, "two.png", KEYWORD))
    assert open_all(path).colors == ()
    assert [each.scenario for each in open_all(path).opened] == list(TWO)


def test_that_colors_written_twice_replace_each_other():
    png = with_colors(with_colors(with_scenarios(PNG, TWO), (0, 1)), (3, 4))
    assert colors_in(io.BytesIO(png), 2, 8) == (3, 4)


@pytest.mark.parametrize("areas", [(), ("chengdu",), ("beijing", "henan")])
def test_that_places_come_back_as_they_were_written(tmp_path, areas):
    path = tmp_path / "two.png"
    path.write_bytes(with_places(with_scenarios(PNG, TWO), areas))
    assert open_all(path).places == areas
    assert scenarios_in(path.read_bytes()) == TWO


def test_that_a_picture_that_says_no_places_has_none(tmp_path):
    path = tmp_path / "two.png"
    path.write_bytes(with_scenarios(PNG, TWO))
    assert open_all(path).places is None


@pytest.mark.parametrize(
    "text", [b"", b"atlantis", b"all chengdu", b"chengdu chengdu", b"\xff", b"henan " * 500]
)
def test_that_odd_places_are_left_out(tmp_path, text):
    path = tmp_path / "two.png"
    path.write_bytes(with_text(with_scenarios(PNG, TWO), text, "two.png", PLACES_KEYWORD))
    assert open_all(path).places is None
    assert [each.scenario for each in open_all(path).opened] == list(TWO)
