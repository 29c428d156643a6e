"""What is presented of a scenario in its file: what comes back, and what is said of what is wrong.

The hostile corpus has more of what is refused, in every language.
"""

import json
from dataclasses import replace

import pytest

from planner.files.format.migrate import changes_since
from planner.files.scenario.fields import fields_of
from planner.files.scenario.newer import known_part
from planner.files.scenario.scenario_file import from_bytes, to_bytes
from planner.model.counted.own import OwnNumbers
from planner.model.own.scenarios import with_own
from planner.model.presented.note import PinnedNote
from planner.model.presented.presented import NOTHING, Presented
from planner.model.presented.step import Shown
from planner.model.scenario import Scenario, with_lever, with_target
from planner.model.story.states import beside_of, state_of, step_of, with_story
from planner.model.targets.target import Target
from planner.storage.sentences.file_error import FileError
from planner.storage.sentences.spoken import LANGUAGES, speaking
from tests.own_points import counted
from tests.some import some

HALF = with_lever(Scenario(title="Half"), "center_sellable_target", 0.5)
WANTED = with_target(Scenario(seed=7), Target("enterprises", "at least", 9e3))
SHOWN = Shown(year=2030, view="difference", charts="", strips=False, cards="enterprises/*/*")
BESIDE = (beside_of(HALF, "Half"), beside_of(WANTED, "另一个"))
STORY = (
    step_of(HALF, "Half", "Centers sell half", SHOWN),
    step_of(WANTED, "想要的", shown=Shown(against="另一个"), beside=BESIDE),
)
PINNED = (
    PinnedNote("Chips arrive\nat last", "installed_compute", date=2027.5, value=2e3, x=0.25),
    PinnedNote("On the chart", "rent"),
)
TOLD = Presented("Why?", "It rises.\nMuch.", "Sell more", STORY, PINNED)
SCENARIO = replace(HALF, presented=TOLD)


def test_that_all_that_is_presented_comes_back_and_as_the_same_bytes() -> None:
    data = to_bytes(SCENARIO)
    again = from_bytes(data, "a.json")
    assert again == SCENARIO
    assert again.presented == TOLD
    assert to_bytes(again) == data


def test_that_the_bytes_are_the_same_in_every_language() -> None:
    for language in some(LANGUAGES):
        with speaking(language):
            assert to_bytes(SCENARIO) == to_bytes(SCENARIO)
            assert b'"value": 2000' in to_bytes(SCENARIO)


def test_that_held_against_the_baseline_is_another_thing_than_not_known() -> None:
    for against in some((None, "", "Half")):
        scenario = with_story(HALF, (step_of(HALF, "Half", shown=Shown(against=against)),))
        (step,) = from_bytes(to_bytes(scenario), "a.json").presented.story
        assert step.shown.against == against


def test_that_a_scenario_that_presents_nothing_has_none_of_the_fields() -> None:
    assert not set(fields_of(Scenario())) & {"question", "finding", "decision", "story", "pinned"}
    assert from_bytes(to_bytes(Scenario()), "a.json").presented is NOTHING


def test_that_a_step_keeps_no_numbers_of_its_own_for_those_are_the_scenarios() -> None:
    point = counted("enterprises", "chengdu", 2027.25, 1200.5, 0.05)
    own = with_own(Scenario(notes="n", author="a"), OwnNumbers((point,)))
    assert state_of(own) == Scenario(title="")
    step = step_of(own, "One")
    scenario = replace(own, presented=Presented(story=(step,)))
    assert from_bytes(to_bytes(scenario), "a.json") == scenario


def test_that_no_scenario_beside_a_step_is_another_thing_than_none_known() -> None:
    for beside in some((None, (), BESIDE[:1])):
        scenario = with_story(HALF, (step_of(HALF, "Half", beside=beside),))
        (step,) = from_bytes(to_bytes(scenario), "a.json").presented.story
        assert step.beside == beside


def test_that_an_older_file_presents_nothing_and_its_reader_is_told_what_is_new() -> None:
    fields = {**json.loads(to_bytes(Scenario())), "version": 5}
    assert from_bytes(json.dumps(fields).encode(), "a.json").presented == NOTHING
    assert [note.key for note in changes_since(5)] == [
        "since_version_6",
        "since_version_7",
        "since_version_8",
    ]


def test_that_unknown_fields_of_a_newer_step_and_note_are_named_and_left_out() -> None:
    fields = fields_of(SCENARIO)
    first, second = fields["story"]
    newer = {**fields, "version": 99, "story": [first, {**second, "music": 1}]}
    newer["story"][1]["beside"] = [{**second["beside"][0], "mood": 1}, second["beside"][1]]
    newer["pinned"] = [{**fields["pinned"][0], "color": 3}, fields["pinned"][1]]
    known, left_out = known_part(newer)
    assert known == fields
    assert left_out == ("story.2.beside.1.mood", "story.2.music", "pinned.1.color")


@pytest.mark.parametrize(
    ("field", "place", "changes", "said"),
    [
        ("story", 0, {"title": "\t"}, "story.1.title holds the invisible character U+0009"),
        ("story", 1, {"levers": 3}, "story.2.levers is 3; it must be an object in braces with"),
        ("story", 0, {"seed": -1}, "story.1.seed is -1; it must be a whole number from 0 to"),
        ("story", 0, {"shown": {"strips": 1}}, "story.1.shown.strips is 1; it must be true or"),
        ("story", 0, {"shown": {"cards": "a\nb"}}, "story.1.shown.cards holds the invisible"),
        ("story", 0, {"beside": [3]}, "story.1.beside.1 is 3; it must be an object in braces"),
        ("story", 1, {"beside": [{"title": "A"}]}, "story.2.beside.1.figures is missing"),
        ("story", 1, {"beside": 5}, "story.2.beside is 5; it must be a list of at most 7 scen"),
        ("pinned", 1, {"text": "\t"}, 'pinned.2.text is "\\t"; it must be text that shows'),
        ("pinned", 0, {"y": -0.1}, "pinned.1.y is -0.1; it must be a number from 0 to 1"),
        ("pinned", 0, {"chart": 7}, "pinned.1.chart is 7; it must be text of 1 to 100"),
    ],
)
def test_that_what_is_wrong_gets_one_sentence(
    field: str, place: int, changes: dict[str, object], said: str
) -> None:
    fields = json.loads(to_bytes(SCENARIO))
    fields[field][place].update(changes)
    with pytest.raises(FileError) as found:
        from_bytes(json.dumps(fields).encode(), "a.json")
    assert said in str(found.value)
