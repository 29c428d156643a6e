"""The example of own numbers: a file that spreadsheets open, and that can be attached."""

from planner.files.own.example import EXAMPLE, EXAMPLE_NAME, example_file
from planner.files.own.numbers import own_numbers_in
from planner.files.own.table import decoded


def test_that_the_example_is_read_as_it_is_written() -> None:
    text = decoded(example_file(), EXAMPLE_NAME)
    assert text == EXAMPLE
    own = own_numbers_in(text, EXAMPLE_NAME, "corroborated")
    assert len(own.points) == 3
    assert {point.group for point in own.points} == {"invented", "invented as well"}
    assert [name for name, _ in own.levers] == ["voucher_budget.chengdu"]
