"""The reference names everything the model has, with its unit, default and source."""

import re

import pytest

from planner.facts.published import intervals
from planner.files.reference import reference_markdown
from planner.model.expression import text
from planner.model.graph import model


@pytest.fixture(scope="module")
def reference():
    return reference_markdown()


def test_that_every_lever_assumption_constant_and_outcome_has_its_row(reference):
    given = model()
    rows = (given.levers, given.assumptions, given.constants, given.conversions, given.outcomes)
    keys = [key for table in rows for key in table]
    assert len(keys) > 100
    for key in keys:
        assert f"\n| `{key}` | " in reference, key


def test_that_every_equation_stands_there_as_it_is_written(reference):
    assert len(model().equations) > 80
    for name, equation in model().equations.items():
        left = f"d({name})/dt" if equation.is_stock else name
        assert f"\n    {left} = {text(equation.function)}\n" in reference, name
        assert f"**{name}** ({model().units[name]}" in reference, name


def test_that_defaults_are_given_with_what_is_unknown_and_what_is_disputed(reference):
    assert "shanghai 600" in reference
    assert "beijing 80 (assumed: not published)" in reference
    fund = next(line for line in reference.splitlines() if line.startswith("| `public_fund`"))
    assert "| 2 [20] |" in fund  # corroborated, and as the article states it


def test_that_every_default_leads_to_its_reason(reference):
    evidence = reference.partition("## Evidence behind the defaults")[2]
    told = set(re.findall(r"^\| `([^`]+)` \|", evidence, re.MULTILINE))
    tables = reference.partition("## Equations")[0]
    cited = {
        each
        for row in re.findall(r"\| ([^|]+) \|$", tables, re.MULTILINE)
        for each in re.findall(r"`([^`]+)`", row)
    }
    assert len(cited) > 60
    assert cited <= told


def test_that_every_line_of_a_table_has_as_many_cells_as_its_head(reference):
    head = 0
    for line in reference.splitlines():
        if not line.startswith("|"):
            head = 0
            continue
        cells = len(re.findall(r"(?<!\\)\|", line))
        head = head or cells
        assert cells == head, line


def test_that_the_backtest_is_printed_with_what_the_model_gives(reference):
    told = reference.partition("## Backtest")[2].partition("\n## ")[0].splitlines()
    rows = [line.split(" | ") for line in told if line.startswith("| ")][2:]
    assert len(rows) == len(intervals())
    assert {row[6] for row in rows} <= {"yes", "no"}
    assert all(float(row[5]) > 0 for row in rows)
