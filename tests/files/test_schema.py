"""The JSON Schema has what the model has, and the examples are valid files."""

import json
import subprocess
import sys

import pytest

from planner.files.names import short_name
from planner.files.scenario_file import EXAMPLES, examples, open_example, read, to_bytes
from planner.files.schema import file_model, json_schema
from planner.model.graph import model
from planner.model.scenario import Scenario, lever_addresses, lever_default, lever_value
from planner.places import resources_folder


def test_that_every_lever_and_assumption_is_in_the_schema_with_its_hard_range():
    schema = json_schema()
    defined = schema["$defs"]
    assert set(defined["Levers"]["properties"]) == set(model().levers)
    assert set(defined["Assumptions"]["properties"]) == set(model().assumptions)
    plan = defined["Levers"]["properties"]["alibaba_plan"]
    row = model().levers["alibaba_plan"]
    assert (plan["minimum"], plan["maximum"], plan["unit"]) == (row.least, row.most, row.unit)
    assert plan["description"] == row.doc


def test_that_the_schema_forbids_what_it_does_not_name_everywhere():
    objects = [each for each in _walk(json_schema()) if each.get("type") == "object"]
    assert len(objects) > 40
    assert all(each["additionalProperties"] is False for each in objects)
    assert not any("default" in each and each["default"] is None for each in objects)


def _walk(found):
    if isinstance(found, dict):
        yield found
        for value in found.values():
            yield from _walk(value)
    elif isinstance(found, list):
        for value in found:
            yield from _walk(value)


@pytest.mark.parametrize("name", EXAMPLES)
def test_that_an_example_is_exactly_what_saving_it_would_write(name):
    paths = {key: path for key, _, path in examples()}
    data = paths[name].read_bytes()
    assert to_bytes(read(paths[name])) == data
    file_model().model_validate(json.loads(data))


def test_that_there_are_six_examples_and_no_other_file_among_them():
    assert [name for name, _, _ in examples()] == list(EXAMPLES)
    found = {path.name for path in (resources_folder() / "examples").iterdir()}
    assert found == {f"{name}.scenario.json" for name in EXAMPLES}


def test_that_the_menu_of_examples_shows_the_titles_of_the_files():
    for name, title, path in examples():
        assert title == read(path).title
        assert short_name(title) == name


def test_that_listing_the_examples_does_not_wait_for_the_validator():
    code = (
        "import sys; from planner.files.scenario_file import examples; "
        "print(len(examples()), 'pydantic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "6 False\n"


def test_that_the_baseline_changes_nothing():
    opened = open_example("baseline")
    assert (opened.levers, opened.assumptions, opened.title) == ((), (), Scenario().title)


def test_that_vouchers_x4_has_four_times_every_budget():
    opened = open_example("vouchers-x4")
    budgets = [name for name in lever_addresses() if name.startswith("voucher_budget.")]
    assert len(budgets) == 7
    assert {name for name, _ in opened.levers} == set(budgets)
    for name in budgets:
        assert lever_value(opened, name) == 4 * lever_default(name)


def test_that_everything_at_once_is_the_other_examples_together():
    others = [dict(open_example(name).levers) for name in EXAMPLES[:-1]]
    together = {name: value for levers in others for name, value in levers.items()}
    assert dict(open_example("everything-at-once").levers) == together
    assert len(together) == 10


@pytest.mark.parametrize("name", EXAMPLES)
def test_that_every_example_says_what_it_is(name):
    assert len(open_example(name).notes) > 60
