"""The line of a key in a TOML file is found, whatever way it is written."""

from planner.sweep.reading.lines import line_of, lines_of_keys

TEXT = """title = "a [b] = c"

[design]
kind = "grid" # of values
[inputs]
"voucher_budget.shanghai" = [
  1,
]
alibaba_plan = { from = 1, to = 2 }
design.kind = "x"
"""


def test_that_each_key_is_on_its_line():
    lines = lines_of_keys(TEXT)
    assert line_of(lines, ("title",)) == 1
    assert line_of(lines, ("design", "kind")) == 4
    assert line_of(lines, ("inputs", "voucher_budget.shanghai")) == 6
    assert line_of(lines, ("inputs", "design", "kind")) == 10


def test_that_what_stands_inside_is_on_the_line_of_the_whole():
    lines = lines_of_keys(TEXT)
    assert line_of(lines, ("inputs", "alibaba_plan", "to")) == 9
    assert line_of(lines, ("outcomes",)) == 1
