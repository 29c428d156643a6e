"""What open scenarios are called: no two alike, whatever their titles and files are."""

from pathlib import Path

import pytest

from planner.files.format.schema import NAME_AT_MOST
from ui.documents.listing.naming import Titled, names_of, numbered

NORTH, SOUTH = Path("/a/north.scenario.json"), Path("/b/south.scenario.json")


@pytest.mark.parametrize(
    ("titled", "names"),
    [
        ([Titled("Plan", NORTH)], ["Plan"]),
        ([Titled("Plan", NORTH), Titled("Other")], ["Plan", "Other"]),
        ([Titled("Plan", NORTH), Titled("Plan", SOUTH)], ["Plan (north)", "Plan (south)"]),
        (
            [Titled("Plan", Path("/a/p.json")), Titled("Plan", Path("/b/p.json"))],
            ["Plan (a)", "Plan (b)"],
        ),
        ([Titled("Plan"), Titled("Plan")], ["Plan", "Plan (2)"]),
        ([Titled("Plan", NORTH), Titled("Plan")], ["Plan", "Plan (2)"]),
        ([Titled("Plan"), Titled("plan  ")], ["Plan", "Plan (2)"]),
        ([Titled("Plan (2)"), Titled("Plan"), Titled("Plan")], ["Plan (2)", "Plan", "Plan (3)"]),
        ([Titled("Baseline")], ["Baseline (2)"]),
        ([Titled("Baseline", NORTH)], ["Baseline (north)"]),
    ],
)
def test_that_a_title_is_a_name_unless_another_has_it(titled, names):
    assert list(names_of(titled, taken=["Baseline"])) == names


def test_that_a_name_fits_in_a_file_whatever_its_title():
    names = names_of([Titled("x" * NAME_AT_MOST)] * 12)
    assert len(set(names)) == 12
    assert max(map(len, names)) <= NAME_AT_MOST
    assert numbered("Plan", 3) == "Plan (3)"
