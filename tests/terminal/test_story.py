"""`suanli story`: bookmarks told, and written as a document and as pictures."""

from dataclasses import replace

import pytest

from planner.files.scenario.picture import scenarios_in
from planner.files.scenario.scenario_file import write
from planner.model.presented.step import Shown
from planner.model.scenario import Scenario, lever_value, with_lever
from planner.model.story.states import step_of, with_story
from tests.some import some
from ui.command_line import main

PLAN = Scenario(title="Plan", futures=32)
VALUES = (400.0, 900.0)
STORY = (
    step_of(with_lever(PLAN, "alibaba_plan", 400.0), "First", "It\u2028rises", Shown(2030)),
    step_of(with_lever(PLAN, "alibaba_plan", 900.0), "算力券", shown=Shown(arrangement="1 x 1/2")),
)


@pytest.fixture
def told(tmp_path, monkeypatch):
    """Write a scenario with two bookmarks into a folder of its own."""
    monkeypatch.chdir(tmp_path)
    story = (replace(STORY[0], sentence="It rises"), STORY[1])
    write(tmp_path / "a.scenario.json", with_story(PLAN, story))
    return tmp_path


def test_that_bookmarks_are_told_in_their_order(told, capsys):
    assert main(["story", "a.scenario.json"]) == 0
    assert capsys.readouterr().out == "1. First\n   It rises\n2. 算力券\n"


def test_that_a_document_and_pictures_are_written(told, capsys):
    assert main(["story", "a.scenario.json", "--pdf", "s.pdf", "--png", "out"]) == 0
    names = ["01.first.png", "02.算力券.png"]
    assert sorted(each.name for each in (told / "out").iterdir()) == names
    said = capsys.readouterr().out
    assert all(f"wrote {name}" in said for name in some(("s.pdf", *(f"out/{n}" for n in names))))
    document = (told / "s.pdf").read_bytes()
    assert document.startswith(b"%PDF-")
    assert document.count(b"/Type /Page\n") == 2
    for name, value in zip(some(names), VALUES, strict=True):
        [found] = scenarios_in((told / "out" / name).read_bytes())
        assert lever_value(found, "alibaba_plan") == value


def test_that_slides_replace_slides_but_no_other_picture(told, capsys):
    assert main(["story", "a.scenario.json", "--png", "out"]) == 0
    assert main(["story", "a.scenario.json", "--png", "out"]) == 0
    photo = told / "out" / "02.算力券.png"
    photo.write_bytes(b"mine")
    capsys.readouterr()
    assert main(["story", "a.scenario.json", "--png", "out"]) == 2
    assert "was not drawn by Suanli and stays as it is" in capsys.readouterr().err
    assert photo.read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("baseline",), "has no bookmarks"),
        (("a.scenario.json", "--pdf", "-"), "--pdf takes the name of a file"),
        (("a.scenario.json", "--png", "-"), "--png takes the name of a folder"),
        (("a.scenario.json", "--pdf", "no/such/s.pdf"), "s.pdf"),
        (("a.scenario.json", "--pdf", "a.scenario.json"), "a.scenario.json"),
    ],
)
def test_that_what_cannot_be_done_is_one_sentence(told, capsys, given, said):
    before = (told / "a.scenario.json").read_bytes()
    assert main(["story", *given]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    [line] = captured.err.strip().splitlines()
    assert said in line
    assert (told / "a.scenario.json").read_bytes() == before
    assert not (told / "out").exists()
