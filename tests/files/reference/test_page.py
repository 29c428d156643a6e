"""The reference names everything the model has, with its unit, default and source."""

import re

import pytest

from planner.files.reference.page import reference_markdown
from planner.model.graph import model
from planner.model.language.expression import text
from planner.storage.sentences.spoken import speaking
from planner.studies.backtest import backtest
from tests.some import some
from ui.wording.inspect.names import variable_name

DRAWN_AS = {
    "sme_spend_2025": "by ratio",
    "platform_price_elasticity": "by amount",
    "enterprises_2025": "not drawn",
}


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


@pytest.mark.parametrize("language", ["en", "it", "zh_CN"])
def test_that_every_equation_has_the_name_that_the_window_shows(language):
    with speaking(language):
        told = reference_markdown()
        for name in some(model().equations):
            shown = (f"*{variable_name(name)}*", f"*{variable_name(name, is_whole=False)}*")
            line = next(line for line in told.splitlines() if line.startswith(f"**{name}** ("))
            assert any(each in line for each in shown), line


def test_that_defaults_are_given_with_what_is_unknown_and_what_is_disputed(reference):
    budgets = next(
        line for line in reference.splitlines() if line.startswith("| `voucher_budget` |")
    )
    assert "; shanghai 0 until Aug 2025, 600 from Aug 2025, 0 from 2031; " in budgets
    assert "ningbo 0 until Jul 2025, 30 from Jul 2025, 0 from 2031 (assumed: not pub" in budgets
    fund = next(line for line in reference.splitlines() if line.startswith("| `local_fund`"))
    assert "| beijing 2000 [20000]; " in fund  # corroborated, and as the article states it


def test_that_it_tells_how_each_assumption_is_drawn(reference):
    rows = [line.split(" | ") for line in reference.splitlines() if line.startswith("| `")]
    told = {row[0].strip("| `"): row[4] for row in rows if row[0].strip("| `") in DRAWN_AS}
    assert told == DRAWN_AS


def test_that_a_way_of_drawing_is_told_for_every_assumption(reference):
    tables = reference.partition("## Assumptions")[2].partition("### Drawn together")[0]
    rows = [line.split(" | ") for line in tables.splitlines() if line.startswith("| `")]
    assert len(rows) == len(model().assumptions)
    for row in rows:
        ratio = model().assumptions[row[0].strip("| `")].scale == "ratio"
        assert row[4] in ({"by ratio"} if ratio else {"by amount", "not drawn"}), row


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
    for line in some(reference.splitlines()):
        if not line.startswith("|"):
            head = 0
            continue
        cells = len(re.findall(r"(?<!\\)\|", line))
        head = head or cells
        assert cells == head, line


def test_that_the_backtest_is_printed_with_what_the_model_gives(reference):
    told = reference.partition("## Backtest")[2].partition("\n## ")[0].splitlines()
    rows = [line.split(" | ") for line in told if line.startswith("| ")][2:]
    assert len(rows) == len(backtest().rows)
    assert {row[6] for row in rows} <= {"yes", "no"}
    assert all(float(row[5]) > 0 for row in rows)


def test_that_it_tells_which_assumptions_are_drawn_together(reference):
    assert "### Drawn together" in reference
    assert len(model().correlations) >= 5
    for each in model().correlations:
        assert f"| `{each.one}` | `{each.other}` | " in reference


def test_that_it_tells_how_each_lever_follows_time(reference):
    told = {
        row[0].strip("| `"): row[4]
        for line in reference.partition("## Assumptions")[0].splitlines()
        if line.startswith("| `") and (row := line.split(" | "))
    }
    assert told["network_build_time"] == "constant"
    assert told["voucher_budget"] == "stepwise"
    assert told["legal_imports"] == "stepwise; a number moves it from Jul 2026"
    assert told["other_capex"] == "straight"
    assert told["alibaba_plan"] == "moves a part of `alibaba_capex`"
    assert told["alibaba_capex"] == "stepwise, takes knots alone"


def test_that_it_is_said_in_the_language_spoken_with_equations_as_they_are(reference):
    with speaking("it"):
        italian = reference_markdown()
    equations = [line for line in reference.splitlines() if line.startswith("    d(")]
    assert len(equations) > 5
    assert all(line in italian.splitlines() for line in equations)
    assert "| `voucher_budget` | Budget per i voucher: " in italian
    assert "### Voucher\n" in italian
    assert "| `subsidy_rate` |" in italian
    assert "0,65" in italian
