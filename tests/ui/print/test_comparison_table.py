"""A comparison on a page says what the sheet in the window says, letter by letter."""

from dataclasses import replace

import pytest

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.model.scenario import Scenario, with_lever
from planner.studies.comparison import Comparison, by_outcome, by_year, compared, with_baseline
from ui.print.comparison_table import comparison_html, comparison_markdown
from ui.wording.compared.cells import cell_words
from ui.wording.numbers import ENGLISH_NUMERALS

OTHER = with_lever(Scenario(title="Centers | <80%>", futures=40), "center_sellable_target", 0.8)
COLUMNS = with_baseline((replace(OTHER),))
COLORS = ("#000000", "#0072b2")


def _table(places) -> Comparison:
    return to_the_end(compared(Projector(), COLUMNS, places))


@pytest.fixture(scope="module")
def table() -> Comparison:
    """Return the enterprises of a scenario beside the baseline."""
    return _table(by_outcome((("enterprises", ""), ("utilization", "centers")), 2030))


def test_that_a_page_has_inputs_levels_differences_and_ranges(qapp, table):
    page = comparison_html(table, COLORS, "the baseline")
    words = cell_words(table.rows[0], 1, ENGLISH_NUMERALS, "the baseline")
    assert page.count("<table") == 2
    for said in ("What centers can sell", "80%", words.level, words.difference, words.ends):
        assert said in page
    assert "<80%>" not in page
    assert "Utilization, centers, %" in page


def test_that_markdown_has_a_line_for_each_input_and_outcome(qapp, table):
    lines = comparison_markdown(table, "the baseline").splitlines()
    assert len(lines) == 2 + 1 + 2
    assert lines[0].endswith("| Centers \\| \\<80%\\> |")
    assert {line.replace("\\|", "").count("|") for line in lines} == {4}
    assert "higher in all" in lines[3]


def test_that_years_are_named_where_there_are_several(qapp):
    page = comparison_markdown(_table(by_year("enterprises", "", (2028, 2030))), "the baseline")
    assert "AI enterprises, December 2028" in page
