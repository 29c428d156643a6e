"""What one place of a file may hold, in words made of the published schema."""

import pytest

from planner.files.format.allowed import allowed_by, either, names_of
from planner.files.format.faults import dotted
from planner.files.format.schema import schema_at
from planner.storage.sentences.message import message


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ({"const": "suanli-scenario"}, '"suanli-scenario"'),
        ({"enum": ["a", "b", "c"]}, '"a" or "b" or "c"'),
        ({"type": "integer", "minimum": 1, "maximum": 9}, "a whole number from 1 to 9"),
        (
            {"type": "number", "minimum": 0, "maximum": 1e4, "unit": "bn CNY"},
            "a number from 0 to 10000 bn CNY",
        ),
        ({"type": "number", "minimum": 0, "maximum": 1, "unit": "1"}, "a number from 0 to 1"),
        ({"type": "number", "minimum": 2025, "maximum": 2050, "unit": "year"}, "2025 to 2050"),
    ],
)
def test_that_a_schema_is_said_in_words(schema, said):
    assert str(allowed_by(schema)).endswith(said)


def test_that_only_the_first_of_many_names_are_told():
    assert names_of({"a": 0, "b": 0}) == ("a", "b")
    many = names_of({f"lever_{place}": 0 for place in range(20)})
    assert str(many).endswith("lever_7 and 12 more")


def test_that_choices_are_joined_by_or():
    assert str(either(message("exactly", value=each) for each in "ab")) == "a or b"


def test_that_every_place_of_the_schema_can_be_said():
    levers = (schema_at(("levers",)) or {})["properties"]
    assert len(levers) > 20
    for key in levers:
        schema = schema_at(("levers", key)) or {}
        parts = schema.get("properties") or {"": schema}
        assert all(str(allowed_by(part)) for part in parts.values()), dotted(("levers", key))
