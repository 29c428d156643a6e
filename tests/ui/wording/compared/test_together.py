"""The sentence on a scenario that combines others says more, less, as much, or that it is open."""

import pytest

from planner.studies.combination import Combination, Combined
from planner.studies.comparison import Difference
from ui.wording.compared.together import together_sentence
from ui.wording.numbers import ENGLISH_NUMERALS

TITLES = ("Both", "Network", "Centers")
PARTS = "+212 (Network) and +144 (Centers) alone, "
ALONE = (Difference(212.0, 112.0, 390.0), Difference(144.0, 83.0, 238.0))


@pytest.mark.parametrize(
    ("whole", "only", "said"),
    [
        (
            Difference(435.0, 263.0, 744.0),
            Difference(80.0, 45.0, 135.0),
            (
                "Both is more than its parts. AI enterprises: " + PARTS + "+435 together; "
                "about +80 (+45 to +135) come only from the combination."
            ),
        ),
        (
            Difference(300.0, 200.0, 400.0),
            Difference(-55.0, -90.0, -20.0),
            (
                "Both is less than its parts. AI enterprises: " + PARTS + "+300 together; "
                "about −55 (−90 to −20) come from the combination."
            ),
        ),
        (
            Difference(360.0, 200.0, 600.0),
            Difference(4.0, -20.0, 30.0),
            (
                "Whether Both is more than its parts is open. AI enterprises: "
                + PARTS
                + "+360 together; from the combination alone +4 (−20 to +30)."
            ),
        ),
        (
            Difference(435.0, 435.0, 435.0),
            Difference(80.0, 80.0, 80.0),
            (
                "Both is more than its parts. AI enterprises: " + PARTS + "+435 together; "
                "about +80 come only from the combination."
            ),
        ),
        (
            Difference(356.0, 195.0, 628.0),
            Difference(0.0, 0.0, 0.0),
            "Both is as much as its parts. AI enterprises: " + PARTS + "+356 together.",
        ),
    ],
)
def test_that_it_says_what_comes_only_from_the_combination(qapp, whole, only, said):
    found = Combination(Combined(0, (1, 2)), ("enterprises", ""), 2030, ALONE, whole, only)
    assert together_sentence(found, TITLES, ENGLISH_NUMERALS) == said


def test_that_a_part_that_changes_nothing_is_said_to_in_words(qapp):
    nothing = Difference(0.0, 0.0, 0.0)
    found = Combination(
        Combined(0, (1, 2)), ("enterprises", ""), 2030, (ALONE[0], nothing), ALONE[0], nothing
    )
    assert together_sentence(found, TITLES, ENGLISH_NUMERALS) == (
        "Both is as much as its parts. AI enterprises: +212 (Network) and no change (Centers) "
        "alone, +212 together."
    )
