"""A session holds every scenario as its own file would, and gives all of it back."""

import json
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from planner.ensemble.projection import VIEWS
from planner.files.format.schema import json_schema
from planner.files.imports.any_file import open_any, read_any, read_one
from planner.files.scenario.scenario_file import to_bytes
from planner.files.scenario.scenario_list import SCENARIOS_AT_MOST
from planner.files.session.answer_fields import CELLS_AT_MOST, storable
from planner.files.session.picture_fields import PARTS_AT_MOST
from planner.files.session.schema import session_schema
from planner.files.session.session import Session, SessionScenario, SessionView
from planner.files.session.session_file import (
    FORMAT,
    VERSION,
    open_session,
    session_in,
    session_to_bytes,
    write_session,
)
from planner.model.scenario import Scenario, with_lever
from planner.storage.sentences.file_error import FileError
from planner.studies.model_versions import Kept, Results
from tests.reliability.model.any_scenario import any_scenario
from tests.reliability.reading.corpus_sessions import ANSWER, PAINTED, PICTURE, SESSION
from ui.command_line import main

VERSIONS = Path(__file__).parent / "versions"
RESULTS = Results("2030-12", (("enterprises", Kept(None, 10.5, 9.5, 11.5)),))
TWO = SESSION.scenarios


def _fields(session=SESSION):
    return json.loads(session_to_bytes(session))


def _any_session(random):
    count = random.randint(1, 6)
    scenarios = tuple(
        SessionScenario(any_scenario(random), random.choice((None, RESULTS))) for _ in range(count)
    )
    view = SessionView(
        current=random.randint(0, count),
        colors=tuple(random.randint(0, 7) for _ in range(count)),
        shown=random.choice((None, tuple(random.random() < 0.5 for _ in range(count)))),
        year=random.randint(2025, 2050),
        view=random.choice(VIEWS),
        charts=random.choice((None, "", "a/b log/x,1,2", "算力")),
        strips=random.choice((None, True, False)),
        against=random.choice((None, random.randint(0, count))),
        money="USD",
    )
    return Session(scenarios, view, (ANSWER,) * random.randint(0, 2))


def test_that_any_session_reads_back_as_it_was():
    random = Random("sessions")  # noqa: S311 - luck that repeats
    for _ in range(60):
        session = _any_session(random)
        data = session_to_bytes(session)
        found = session_in(data, "s.suanli")
        assert found.session == session
        assert not found.left_out
        assert session_to_bytes(found.session) == data


def test_that_a_scenario_stands_in_a_session_as_in_a_file_of_its_own():
    session = Session((SessionScenario(TWO[0].scenario, RESULTS), TWO[1]))
    inside = _fields(session)["scenarios"]
    assert inside == [
        json.loads(to_bytes(TWO[0].scenario, RESULTS)),
        json.loads(to_bytes(TWO[1].scenario)),
    ]


def test_that_a_session_of_fifty_scenarios_is_saved_and_one_of_fifty_one_is_refused(tmp_path):
    many = tuple(
        SessionScenario(with_lever(Scenario(title=str(n)), "alibaba_plan", n))
        for n in range(SCENARIOS_AT_MOST + 1)
    )
    path = tmp_path / "many.suanli"
    write_session(path, Session(many[:-1]))
    assert len(open_any(path).opened) == SCENARIOS_AT_MOST
    before = path.read_bytes()
    with pytest.raises(FileError, match="51 scenarios; there must be at most 50"):
        write_session(path, Session(many))
    assert path.read_bytes() == before


def test_that_scenarios_that_are_alike_are_kept_as_often_as_they_are_open(tmp_path):
    path = tmp_path / "alike.suanli"
    write_session(path, Session((TWO[0], TWO[0])))
    assert [each.scenario for each in open_any(path).opened] == [TWO[0].scenario] * 2


def test_that_the_kept_session_of_every_version_still_opens():
    paths = sorted(VERSIONS.glob("*.suanli"))
    assert len(paths) == VERSION
    for path in paths:
        found = session_in(path.read_bytes(), path.name)
        kept = {"1": (), "2": (ANSWER,), "3": (PAINTED,)}[path.stem]
        assert (found.session, found.left_out) == (replace(SESSION, answers=kept), ())


def test_that_an_answer_is_kept_as_far_as_a_file_takes_it():
    numbers = (float("nan"), float("inf"), np.float64(0.1), 3)
    table = replace(ANSWER.table, rows=tuple(("a\nb", each) for each in numbers))
    kept = storable(replace(ANSWER, table=table))
    assert kept is not None
    assert kept.table.rows == (("a b", None), ("a b", None), ("a b", 0.1), ("a b", 3.0))
    session = replace(SESSION, answers=(kept,))
    assert session_in(session_to_bytes(session), "s.suanli").session == session
    many = replace(table, rows=(("a", 1.0),) * (CELLS_AT_MOST // 2 + 1))
    assert storable(replace(ANSWER, table=many)) is None


def test_that_an_answer_that_cannot_be_read_is_left_out_and_named():
    fields = _fields(replace(SESSION, answers=(ANSWER, ANSWER)))
    fields["answers"][0]["outcome"] = "happiness"
    found = session_in(json.dumps(fields).encode(), "s.suanli")
    assert found.answers == (ANSWER,)
    assert found.left_out == ("answers",)


@pytest.mark.parametrize(
    "wrong",
    [
        ["outline", "", "", 1, [], "M 0 0 L 1"],
        ["outline", "red", "", 1, [], "M 0 0"],
        ["outline", "", "", 1, [1], "M 0 0"],
        ["outline", "", "", -1, [], "M 0 0"],
        ["text", "#ff000000", 11, 0, 0, 0, 0, "a"],
        ["text", "#ff000000", 1e9, False, 0, 0, 0, "a"],
        ["clip", 0, 0, True, 0],
        ["image", "a.png"],
        [],
        "M 0 0",
    ],
)
def test_that_a_picture_that_cannot_be_read_costs_its_answer_nothing_else(wrong):
    fields = _fields(replace(SESSION, answers=(PAINTED,)))
    assert session_in(json.dumps(fields).encode(), "s.suanli").answers == (PAINTED,)
    fields["answers"][0]["picture"]["parts"].append(wrong)
    found = session_in(json.dumps(fields).encode(), "s.suanli")
    assert (found.answers, found.left_out) == ((ANSWER,), ())


def test_that_a_picture_too_large_for_a_file_is_left_out_and_its_answer_kept():
    many = replace(PICTURE, parts=PICTURE.parts * PARTS_AT_MOST)
    assert storable(replace(ANSWER, picture=many)) == ANSWER
    assert storable(PAINTED) == PAINTED


def test_that_a_session_of_version_one_has_no_answers():
    with pytest.raises(FileError, match="answers"):
        session_in(json.dumps({**_fields(), "version": 1, "answers": []}).encode(), "s.suanli")


def test_that_a_broken_scenario_loses_no_other_and_makes_the_session_read_only(tmp_path):
    fields = _fields()
    fields["scenarios"].insert(0, {**fields["scenarios"][0], "levers": {"alibaba_plan": -1}})
    fields["view"] |= {"current": 3, "colors": [7, 4, 1], "shown": [True, True, False]}
    path = tmp_path / "s.suanli"
    path.write_text(json.dumps(fields))
    found = open_session(path)
    assert [each.scenario for each in found.opened] == [each.scenario for each in TWO]
    assert [str(each) for each in found.remarks] == [
        f"{path} (1/3): levers.alibaba_plan is -1; it must be a number from 0 to 10000 bn CNY"
    ]
    assert found.session is not None
    assert str(found.session.read_only_reason).startswith("one of its scenarios cannot be read")
    view = found.session.view
    assert (view.current, view.colors, view.shown) == (2, (4, 1), (True, False))


def test_that_a_view_falls_back_part_by_part_and_names_the_parts():
    fields = _fields()
    fields["view"] |= {"version": 9, "year": "2030", "colors": [1], "lamps": "on"}
    found = session_in(json.dumps(fields).encode(), "s.suanli")
    assert found.left_out == ("colors", "year", "lamps")
    assert found.view == replace(SESSION.view, colors=None, year=None)


def test_that_a_session_of_a_newer_version_is_shown_and_never_replaced(tmp_path):
    path = tmp_path / "s.suanli"
    path.write_text(json.dumps({**_fields(), "version": VERSION + 1, "tabs": []}))
    found = open_session(path)
    assert [each.scenario for each in found.opened] == [each.scenario for each in TWO]
    assert found.session is not None
    assert "made by a newer version" in str(found.session.read_only_reason)
    before = path.read_bytes()
    with pytest.raises(FileError, match="made by a newer version"):
        write_session(path, SESSION)
    assert path.read_bytes() == before


def test_that_a_session_is_known_by_its_beginning_under_another_name(tmp_path):
    path = tmp_path / "mailed.txt"
    write_session(path, SESSION)
    assert len(open_any(path).opened) == len(read_any(path).contents) == 2


def test_that_the_file_before_the_last_save_stays_beside_it(tmp_path):
    path = tmp_path / "s.suanli"
    write_session(path, SESSION, backup=True)
    write_session(path, Session(TWO[:1]), backup=True)
    (backup,) = tmp_path.glob("*.bak")
    assert session_in(backup.read_bytes(), "").session == SESSION


def test_that_the_schema_takes_what_is_written_and_nothing_else():
    scenarios = Resource.from_contents(json_schema())
    registry = Registry().with_resource("scenario.schema.json", scenarios)
    validator = Draft202012Validator(session_schema(), registry=registry)
    assert validator.is_valid(_fields())
    assert not validator.is_valid({**_fields(), "version": VERSION + 1})
    assert validator.is_valid(_fields(replace(SESSION, answers=(ANSWER,))))
    assert not validator.is_valid({**_fields(), "answers": [{"study": "why"}]})
    assert not validator.is_valid({**_fields(), "tabs": []})
    assert not validator.is_valid({**_fields(), "scenarios": []})
    assert not validator.is_valid({**_fields(), "scenarios": [{"format": FORMAT}]})
    random = Random("schema")  # noqa: S311 - luck that repeats
    assert all(validator.is_valid(_fields(_any_session(random))) for _ in range(3))


def test_that_one_scenario_is_taken_from_a_session_of_one_alone(tmp_path):
    one, two = tmp_path / "one.suanli", tmp_path / "two.suanli"
    write_session(one, Session(TWO[:1]))
    write_session(two, SESSION)
    assert read_one(one).scenario == TWO[0].scenario
    with pytest.raises(FileError, match="a session of 2 scenarios"):
        read_one(two)


def test_that_the_terminal_checks_and_compares_what_is_in_a_session(tmp_path, capsys):
    path = tmp_path / "s.suanli"
    few = (SessionScenario(replace(each.scenario, futures=20)) for each in TWO)
    write_session(path, Session(tuple(few)))
    assert main(["validate", str(path)]) == 0
    assert capsys.readouterr().out.count(" is fine: ") == 2
    assert main(["compare", str(path)]) == 0
    out = capsys.readouterr().out
    assert "hostile" in out
    assert "算力" in out


def test_that_the_terminal_refuses_a_session_with_one_sentence(tmp_path, capfd):
    path = tmp_path / "s.suanli"
    path.write_text(json.dumps({**_fields(), "scenario": []}))
    assert main(["validate", str(path)]) == 2
    said = capfd.readouterr().err
    assert said.count("\n") == 1
    assert "did you mean scenarios" in said
