"""The table of a solution holds its goal, its moves, what changes, what is in the way, a curve."""

from dataclasses import replace

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.studies.solve.solve import in_variants
from planner.studies.solve.table import table_of
from tests.some import some
from tests.studies.solve.asked import CENTERS, NETWORK, asked, solved


def _rows(table, part):
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, row, strict=True)) for row in table.rows if row[0] == part]


def test_that_a_solution_is_told_with_its_variants():
    found = solved(replace(asked(1540.0, CENTERS), beside=NETWORK))
    held = to_the_end(in_variants(Projector(), found))
    table = table_of(found, held)
    (goal,), (lever,) = _rows(table, "goal"), _rows(table, "lever")
    assert (goal["before"], goal["share"]) == (1540.0, found.share)
    assert lever["change"] == found.moves[0].after - found.moves[0].before
    assert len(_rows(table, "variant")) == len(held)
    assert [row["share"] for row in some(_rows(table, "curve"))] == [t.share for t in found.curve]
    assert some(_rows(table, "also changes"))
    assert some(_rows(table, "curve of Baseline"))


def test_that_what_is_out_of_reach_is_told_with_its_reasons():
    table = table_of(solved(asked(1800.0, CENTERS)))
    assert {"would help", "limited over the year by"} <= {row[0] for row in table.rows}


def test_that_an_equivalent_and_the_way_of_several_levers_have_tables():
    table = table_of(solved(asked(NETWORK, CENTERS, "domestic_chip_growth", share=0.5)))
    (goal,) = _rows(table, "goal")
    assert "as in Baseline" in goal["item"]
    assert [row["after"] for row in _rows(table, "curve")][-1] == 1
