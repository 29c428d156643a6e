"""Colors of scenarios in a picture: read back as they were written, or not at all."""

import io

import pytest

from planner.files.scenario.picture import scenarios_in, with_scenarios
from planner.files.scenario.picture_colors import KEYWORD, colors_in, with_colors
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
