"""A report tells year by year what scenarios give apart, together, and only together."""

from dataclasses import replace
from functools import cache

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.model.scenario import Scenario, with_lever
from planner.studies.combination import Combination, combination, combined, years_of
from tests.some import some
from ui.print.report.parts import Combined
from ui.print.report.together import together_table, together_title

PLAIN = Scenario(futures=64, last_year=2031)
NETWORK = with_lever(replace(PLAIN, title="Network"), "network_build_time", 2)
SALES = with_lever(replace(PLAIN, title="Sales"), "center_sellable_target", 0.8)
BOTH = with_lever(replace(NETWORK, title="Both"), "center_sellable_target", 0.8)
SCENARIOS = (PLAIN, NETWORK, SALES, BOTH)
TITLES = ("Baseline", "Network", "Sales", "Both")


@cache
def _found() -> tuple[Combination, ...]:
    (both,) = combined(SCENARIOS)
    pairs = [("used_compute", ""), ("enterprises", "")]
    asked = combination(Projector(), SCENARIOS, both, pairs, years_of(SCENARIOS))
    return to_the_end(asked)


def test_that_a_row_of_a_year_tells_parts_whole_and_what_only_both_give(qapp):
    (table,) = together_table(Combined(_found(), TITLES), 2030)
    (head,) = table.heads
    assert [cell.text for cell in head] == [
        *("December", "Network", "Sales", "Both", "only together", "80% range"),
    ]
    rows = some([cell.text for cell in row] for row in table.rows)
    assert len({len(row) for row in rows}) == 1 == len({len(head)} | {len(table.rights)})
    years = [int(row[0]) for row in rows]
    assert years == sorted(years)
    assert years[-1] == 2031
    last = next(row for row in rows if row[0] == "2030")
    assert all(text.startswith("+") for text in last[1:5])
    assert " to " in last[5]


def test_that_its_title_names_the_outcome_of_the_sentence_with_its_unit(qapp):
    together = Combined(_found(), TITLES)
    assert together_title(together, 2030) == (
        "Apart and together by year: Used compute, EFLOPS realized"
    )


def test_that_there_is_no_table_where_nothing_is_combined(qapp):
    assert together_table(Combined(), 2030) == ()
    assert together_title(Combined(), 2030) == ""
    assert together_table(Combined(_found(), TITLES), 2040) == ()
