"""The JSON Schema has what the model has, and the examples are valid files."""

import json
import subprocess
import sys

import pytest

from planner.files.format.schema import file_model, json_schema
from planner.files.scenario.scenario_file import EXAMPLES, examples, open_example, read, to_bytes
from planner.files.scenario.titles import short_name
from planner.model.graph import model
from planner.model.indices import AREAS
from planner.model.paths import mean_between, value_at
from planner.model.scenario import (
    Scenario,
    lever_addresses,
    lever_default,
    lever_path,
    lever_value,
)
from planner.storage.places import resources_folder
from tests.some import some


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


def test_that_there_are_ten_examples_and_no_other_file_among_them():
    assert [name for name, _, _ in examples()] == list(EXAMPLES)
    assert len(EXAMPLES) == 10
    found = {path.name for path in (resources_folder() / "examples").iterdir()}
    assert found == {f"{name}.scenario.json" for name in EXAMPLES}


def test_that_the_menu_of_examples_shows_the_titles_of_the_files():
    for name, title, path in some(examples()):
        assert title == read(path).title
        assert short_name(title) == name


def test_that_listing_the_examples_does_not_wait_for_the_validator():
    code = (
        "import sys; from planner.files.scenario.scenario_file import examples; "
        "print(len(examples()), 'pydantic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "10 False\n"


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
    names = ("vouchers-x4", "alibaba-doubled", "centers-at-80", "chip-imports-stopped")
    others = [dict(open_example(name).levers) for name in names]
    together = {name: value for levers in others for name, value in levers.items()}
    assert dict(open_example("everything-at-once").levers) == together
    assert len(together) == 11


def test_that_two_worlds_of_chips_lie_on_either_side_of_the_baseline():
    baseline, tight, opened = map(open_example, ("baseline", "chips-tight", "chips-open"))
    for moment in (2026.6, 2028.5, 2035.5):
        low, middle, high = (_imports(each, moment) for each in (tight, baseline, opened))
        assert low < middle < high
    for name in ("legal_imports", "smuggled_imports"):
        paths = [lever_path(each, name) for each in (baseline, tight, opened)]
        history = [value_at(path, "step", 2025.9) for path in paths]
        assert history == [history[0]] * 3


def _imports(scenario, moment):
    return sum(
        value_at(lever_path(scenario, name), model().levers[name].over_time, moment)
        for name in ("legal_imports", "smuggled_imports")
    )


def test_that_fading_vouchers_fall_by_a_quarter_a_year():
    opened = open_example("vouchers-fade-out")
    for area in some(AREAS):
        path = lever_path(opened, f"voucher_budget.{area}")
        top = lever_default(f"voucher_budget.{area}")
        fading = [value_at(path, "step", year + 0.5) / top for year in (2027, 2028, 2029, 2030)]
        assert fading == [0.75, 0.5, 0.25, 0]


def test_that_alibabas_second_plan_spends_540():
    path = lever_path(open_example("alibaba-plans-again"), "alibaba_capex")
    assert mean_between(path, 2028.25, 2031.25) * 3 == 540
    assert mean_between(path, 2025.25, 2028.25) * 3 == pytest.approx(380)


@pytest.mark.parametrize("name", EXAMPLES)
def test_that_every_example_says_what_it_is(name):
    assert len(open_example(name).notes) > 60
