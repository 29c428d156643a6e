"""Each section of the reference has a heading, and a table whose rows are as wide as its head."""

import pytest

from planner.files.reference.equations import equations, functions_called, outcomes
from planner.files.reference.evidence import evidence, measured
from planner.files.reference.inputs import assumptions, constants, levers
from planner.files.reference.page import reference_markdown

SECTIONS = (
    levers,
    assumptions,
    constants,
    equations,
    functions_called,
    outcomes,
    measured,
    evidence,
)


@pytest.mark.parametrize("section", SECTIONS, ids=[each.__name__ for each in SECTIONS])
def test_that_a_section_has_a_heading_and_even_tables(section):
    heading, *parts = section()
    assert heading.startswith(("## ", "### "))
    tables = [part.splitlines() for part in parts if part.startswith("| ")]
    assert tables or section is equations
    for lines in tables:
        bars = {line.replace("\\|", "").count("|") for line in lines}
        assert len(bars) == 1, lines[0]


def test_that_the_page_holds_every_section_in_this_order():
    page = reference_markdown()
    places = [page.index(next(iter(section()))) for section in SECTIONS]
    assert places == sorted(places)
