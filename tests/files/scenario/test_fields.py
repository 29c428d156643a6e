"""A scenario as the fields of its file, and back."""

import pytest

from planner.files.format.schema import schema_at
from planner.files.scenario.fields import fields_of, scenario_of
from planner.files.scenario.newer import known_part
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_assumption, with_lever
from planner.quantities.spread import Spread
from planner.storage.sentences.file_error import FileError


@pytest.fixture
def scenario():
    made = with_lever(Scenario(title="Mine", notes="why"), "voucher_budget.shanghai", 614.0)
    made = with_lever(made, "alibaba_capex", LeverPath(((2025.0, 1.0), (2026.5, 2.5))))
    return with_assumption(made, "crowd_in", Spread(0.5, 1.0, 1.5))


def test_that_fields_give_back_the_scenario(scenario):
    assert scenario_of(fields_of(scenario), "x") == scenario


def test_that_fields_stand_in_the_order_of_the_schema_and_whole_numbers_have_no_point(scenario):
    fields = fields_of(scenario)
    order = [key for key in (schema_at(()) or {})["properties"] if key in fields]
    assert list(fields) == order
    assert fields["levers"]["voucher_budget"] == {"shanghai": 614}
    assert fields["levers"]["alibaba_capex"] == [[2025, 1], [2026.5, 2.5]]
    assert "author" not in fields


def test_that_what_no_single_field_can_tell_is_one_sentence(scenario):
    fields = fields_of(scenario)
    fields["levers"]["alibaba_plan"] = 500
    with pytest.raises(FileError) as refused:
        scenario_of(fields, "x")
    assert refused.value.message.key == "knots_and_number"
    fields = fields_of(scenario)
    fields["assumptions"]["crowd_in"]["low"] = 2
    with pytest.raises(FileError) as refused:
        scenario_of(fields, "x")
    assert refused.value.message.key == "out_of_order"


def test_that_of_a_newer_file_the_known_part_stays_and_the_rest_is_named(scenario):
    fields = fields_of(scenario)
    newer = {**fields, "version": 99, "color": "red"}
    newer["levers"] = {**fields["levers"], "no_lever": {"deep": 1}}
    known, left_out = known_part(newer)
    assert known == fields
    assert left_out == ("levers.no_lever", "color")
