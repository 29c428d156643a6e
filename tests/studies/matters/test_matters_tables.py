"""What matters as tables: numbers as they were computed, names that a reader knows."""

import pytest

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.model.scenario import Scenario, with_lever
from planner.studies.answers.about import About
from planner.studies.matters.first_order import Matters, matters
from planner.studies.matters.tables import (
    LEAST,
    label_of,
    table_of,
    told_of,
    tornado_table,
    totals_table,
    years_table,
)
from planner.studies.matters.tornado import tornado
from planner.studies.matters.totals import totals
from tests.some import some

USED = About("used_compute", "", 2030)
SCENARIO = with_lever(Scenario(futures=300), "alibaba_plan", 760)


@pytest.fixture(scope="module")
def found() -> Matters:
    projector = Projector()
    projector.warm_up()
    return to_the_end(matters(projector, SCENARIO, USED))


def test_that_shares_stand_as_they_were_computed(found: Matters) -> None:
    table = table_of(found)
    assert [column.key for column in table.columns][2:4] == ["share", "error"]
    for row, share in zip(some(table.rows), told_of(found), strict=True):
        assert row[0] == share.lead
        assert row[2:4] == (share.share, share.error)
        assert row[-1] == "; ".join(map(label_of, share.members[1:]))


def test_that_the_smallest_are_counted_and_not_listed(found: Matters) -> None:
    table, left = table_of(found), len(found.shares) - len(told_of(found))
    assert left > 10
    assert f"{left} others explain less than half a percent" in table.notes[-1]
    assert all(share >= LEAST for _, _, share, *_ in some(table.rows) if isinstance(share, float))


def test_that_notes_claim_no_sum_and_tell_whether_a_sign_turns(found: Matters) -> None:
    notes = " ".join(table_of(found).notes)
    assert "need not add to 100%" in notes
    assert "does not turn the sign" in notes


def test_that_years_stand_beside_each_other(found: Matters) -> None:
    table = years_table(found)
    assert [column.key for column in table.columns][2:] == [f"share_{y}" for y in range(2025, 2036)]
    assert table.rows[0][2:] == found.shares[0].by_year


def test_that_totals_say_how_they_were_drawn() -> None:
    table = totals_table(to_the_end(totals(SCENARIO, 128)), USED)
    assert "without correlation and without weights" in table.notes[0]
    assert "8,832 futures" in table.notes[0]
    assert 10 < len(table.rows) < 67


def test_that_a_tornado_tells_units_of_inputs_and_of_the_outcome() -> None:
    table = tornado_table(to_the_end(tornado(SCENARIO, USED)))
    assert [column.unit for column in table.columns][-2:] == ["EFLOPS realized"] * 2
    units = {row[0]: row[5] for row in some(table.rows)}
    assert units["other_capex"] == "bn CNY/yr"


def test_that_a_value_of_a_place_is_named_by_it() -> None:
    assert label_of("voucher_budget.shanghai").endswith("Shanghai")
    assert label_of("pue") != "pue"
