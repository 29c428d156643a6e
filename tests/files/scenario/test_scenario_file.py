"""Scenario files: what is written is what is read, in a form that people can compare."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.files.scenario.scenario_file import from_bytes, read, to_bytes, write
from planner.model.paths import FIRST_DATE, LAST_DATE, LeverPath
from planner.model.scenario import (
    FUTURES_AT_MOST,
    SEED_AT_MOST,
    Scenario,
    assumption_addresses,
    assumption_at,
    lever_addresses,
    lever_at,
    parts_of,
    with_assumption,
    with_lever,
)
from planner.quantities.spread import Spread
from planner.storage.sentences.file_error import FileError


def test_that_one_changed_lever_makes_a_file_of_less_than_21_lines(tmp_path):
    path = tmp_path / "one.scenario.json"
    one = with_lever(Scenario(), "voucher_budget.shanghai", 900)
    write(path, replace(one, notes="What if?\nJust that.", author="A. Planner"))
    text = path.read_text("utf-8")
    assert len(text.splitlines()) < 21
    assert '"shanghai": 900\n' in text
    assert "shenzhen" not in text


def test_that_a_file_is_indented_by_two_and_ends_with_a_new_line():
    text = to_bytes(with_lever(Scenario(), "alibaba_plan", 760)).decode()
    assert text.startswith('{\n  "format": "suanli-scenario",\n  "version": 8,\n')
    assert '  "levers": {\n    "alibaba_plan": 760\n  },\n' in text
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")


def test_that_changing_one_lever_changes_one_line():
    one = to_bytes(with_lever(Scenario(), "alibaba_plan", 760)).decode().splitlines()
    other = to_bytes(with_lever(Scenario(), "alibaba_plan", 770.5)).decode().splitlines()
    assert [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]] == [
        ('    "alibaba_plan": 760', '    "alibaba_plan": 770.5')
    ]


def test_that_levers_stand_in_the_order_of_the_model_however_they_were_changed():
    scenario = Scenario()
    names = [name for name in lever_addresses() if not parts_of(lever_at(name)[0])]
    for name in reversed(names):
        row, _ = lever_at(name)
        scenario = with_lever(scenario, name, row.low + (row.high - row.low) * 0.123)
    written = json.loads(to_bytes(scenario))["levers"]
    assert list(written) == list(dict.fromkeys(name.split(".")[0] for name in names))


def test_that_texts_nobody_wrote_are_left_out():
    assert {"notes", "author"}.isdisjoint(json.loads(to_bytes(Scenario())))
    said = json.loads(to_bytes(Scenario(notes="n", author="a")))
    assert (said["notes"], said["author"]) == ("n", "a")


def test_that_a_byte_order_mark_and_windows_line_ends_are_read():
    scenario = with_lever(Scenario(title="算力 ×4"), "alibaba_plan", 760)
    data = to_bytes(scenario)
    assert from_bytes(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"), "x") == scenario


def test_that_a_file_that_states_a_default_holds_no_change():
    data = to_bytes(Scenario()).replace(b'"levers": {}', b'"levers": {"alibaba_plan": 380}')
    assert from_bytes(data, "x") == Scenario()


def test_that_a_negative_zero_is_a_zero():
    data = to_bytes(Scenario()).replace(b'"levers": {}', b'"levers": {"alibaba_plan": -0.0}')
    assert to_bytes(from_bytes(data, "x")).count(b'"alibaba_plan": 0\n') == 1


@pytest.mark.parametrize("title", ["a\x00b", "two\nlines", "ab\u202ecd", "\ud800", "", "x" * 201])
def test_that_a_title_no_file_may_hold_leaves_the_old_file_as_it_was(title, tmp_path):
    path = tmp_path / "a.scenario.json"
    write(path, Scenario(title="Old"))
    with pytest.raises(FileError, match="title"):
        write(path, Scenario(title=title))
    assert read(path).title == "Old"
    assert list(tmp_path.glob("*")) == [path]


def test_that_a_scenario_that_would_read_back_differently_is_not_saved(tmp_path):
    odd = replace(Scenario(), levers=(("alibaba_plan", 380.0),))  # a default is no change
    with pytest.raises(FileError, match="would read back differently"):
        write(tmp_path / "a.scenario.json", odd)
    assert list(tmp_path.iterdir()) == []


TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), max_size=200)


def _settings(row):
    """Any number or path that a lever takes."""
    values = st.floats(row.least, row.most)
    if row.over_time == "constant":
        return values
    dates = st.floats(FIRST_DATE, LAST_DATE)
    knots = st.lists(st.tuples(dates, values), min_size=1, max_size=9, unique_by=lambda one: one[0])
    paths = knots.map(lambda each: LeverPath(tuple(sorted(each))))
    return paths if parts_of(row) else st.one_of(values, paths)


@st.composite
def scenarios(draw):
    """Any scenario a planner can make."""
    scenario = Scenario(
        title=draw(TEXTS.filter(str.strip)),
        notes=draw(TEXTS),
        author=draw(TEXTS),
        figures=draw(st.sampled_from(["corroborated", "as_stated"])),
        draws=draw(st.sampled_from(["conditioned", "as drawn"])),
        seed=draw(st.integers(0, SEED_AT_MOST)),
        futures=draw(st.integers(1, FUTURES_AT_MOST)),
        last_year=draw(st.integers(2025, 2050)),
    )
    for name in draw(st.sets(st.sampled_from(lever_addresses()), max_size=8)):
        row, _ = lever_at(name)
        if row.part is None:
            scenario = with_lever(scenario, name, draw(_settings(row)))
    for name in draw(st.sets(st.sampled_from(assumption_addresses()), max_size=5)):
        assumed, _ = assumption_at(name)
        bounds = st.floats(assumed.least, assumed.most)
        parts = sorted(draw(st.lists(bounds, min_size=3, max_size=3)))
        scenario = with_assumption(scenario, name, Spread(*parts))
    return scenario


@given(scenarios())
def test_that_any_scenario_reads_back_equal_and_writes_the_same_bytes_again(scenario):
    data = to_bytes(scenario)
    again = from_bytes(data, "x")
    assert again == scenario
    assert to_bytes(again) == data


def test_that_a_path_stands_in_the_file_a_knot_a_line():
    path = LeverPath(((2025, 0), (2025.583, 600), (2031, 0.5)))
    text = to_bytes(with_lever(Scenario(), "voucher_budget.shanghai", path)).decode()
    assert (
        '      "shanghai": [\n        [2025, 0],\n        [2025.583, 600],\n        [2031, 0.5]\n'
        in text
    )
    assert from_bytes(text.encode(), "x").levers == (("voucher_budget.shanghai", path),)


def test_that_a_text_that_looks_like_a_knot_is_kept():
    scenario = Scenario(title="[\\n 1,\\n 2\\n]", notes="[\n1,\n2\n]")
    assert from_bytes(to_bytes(scenario), "x") == scenario
