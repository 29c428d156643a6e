"""What matters most in words: what is said of the first, and what is not claimed."""

from dataclasses import replace

import numpy as np
import pytest

from planner.ensemble.projection import Request
from planner.studies.answers.about import About
from planner.studies.answers.stamp import Stamp
from planner.studies.matters.first_order import Matters, Share
from planner.studies.matters.holding import Holding
from planner.studies.matters.tornado import Swing, Tornado
from planner.studies.matters.totals import Totals
from planner.studies.variants import variants
from ui.wording.answers.matters import (
    foot_note,
    holding_in_short,
    holding_sentence,
    percent_text,
    sentence,
    share_in_words,
    swing_in_words,
    together_with,
    tornado_sentence,
    totals_sentence,
)

ABOUT = About("used_compute", "", 2030)
STAMP = Stamp(2025, "conditioned", 1000, "2.0")
ALONE = Share(("accelerator_life",), (0.2,), 0.2, 0.02, 0.4, (0.1, 0.2))
GROUP = Share(
    ("domestic_realization", "growth_limit", "price_performance"),
    (0.3, 0.1, 0.05),
    0.46,
    0.024,
    -0.5,
    (0.1, 0.46),
)
FOUND = Matters(ABOUT, STAMP, (2029, 2030), (GROUP, ALONE), "")


def test_that_the_first_is_named_with_what_is_linked_to_it() -> None:
    assert sentence(FOUND) == (
        "Domestic chip growth that comes true matters most: with what is linked to it, 46% of the "
        "spread. Low or high, it does not turn the sign of the difference."
    )


def test_that_one_that_is_free_explains_by_itself_and_a_sign_that_turns_is_said() -> None:
    found = replace(FOUND, shares=(ALONE,), turning="accelerator_life")
    assert sentence(found) == (
        "Life of accelerators matters most: it explains 20% of the spread. From low to high it "
        "turns the sign of the difference."
    )


def test_that_no_sign_is_spoken_of_where_there_is_no_difference() -> None:
    assert "sign" not in sentence(replace(FOUND, turning=None))


def test_that_a_small_first_share_is_no_advice() -> None:
    said = sentence(replace(FOUND, shares=(replace(ALONE, share=0.07),), turning=None))
    assert said == "No assumption stands out; the first explains 7% of the spread."


def test_that_nothing_is_said_of_what_does_not_vary() -> None:
    said = sentence(replace(FOUND, shares=()))
    assert said == "In December 2030 nothing varies, or too few futures have a number."


@pytest.mark.parametrize(
    ("share", "text"), [(0.0, "0%"), (0.004, "<1%"), (0.006, "1%"), (0.465, "46%"), (1.0, "100%")]
)
def test_that_what_is_not_none_is_at_least_under_one_percent(share: float, text: str) -> None:
    assert percent_text(share) == text


def test_that_a_group_names_the_next_and_counts_the_others() -> None:
    assert together_with(ALONE) == ""
    assert together_with(GROUP) == "with Highest growth of domestic chips and 1 more, as a group"
    pair = replace(GROUP, members=GROUP.members[:2], alone=GROUP.alone[:2])
    assert together_with(pair) == "with Highest growth of domestic chips, as a group"


def test_that_a_tip_tells_error_direction_and_members() -> None:
    assert share_in_words(ALONE) == (
        "Life of accelerators: 20%, give or take 2%. More of it raises the outcome."
    )
    said = share_in_words(GROUP)
    assert "More of it lowers the outcome." in said
    assert "Highest growth of domestic chips 10%" in said


def test_that_what_another_structure_turns_is_said_to_be_open() -> None:
    turned = next(each for each in variants() if each.key == "market_rents")
    assert holding_sentence(Holding(9, ())) == (
        "It comes first in all 9 variants of the model, too."
    )
    held = Holding(9, ((turned, "accelerator_life"),))
    assert holding_sentence(held) == (
        "Open: in 1 of 9 variants of the model it is not first: where rents follow the market "
        "only, Life of accelerators does."
    )
    assert holding_in_short(held) == "Open: in 1 of 9 variants of the model it is not first."
    assert holding_in_short(Holding(9, ())) == "First in all 9 variants."


def test_that_no_sum_is_claimed() -> None:
    assert foot_note(FOUND).startswith("↓ lowers it.")
    assert foot_note(replace(FOUND, shares=(ALONE,))).startswith("All raise it.")
    assert "need not add to 100%" in foot_note(FOUND)


def test_that_a_total_stands_with_its_interval_and_what_is_alone() -> None:
    found = np.zeros((1, 4, 1, 6))
    found[0, :, 0, 5] = 0.25, 0.03, 0.3, 0.02
    totals = Totals(STAMP, 2048, ("accelerator_life",), (Request("used_compute"),), found)
    assert totals_sentence(totals, ABOUT) == (
        "Life of accelerators explains 30% of the spread with all it does together with others "
        "(28% to 32%), 25% alone."
    )


SWINGS = (
    Swing("alibaba_plan", "lever", 0, 1500, 2500.0, 3100.0),
    Swing("accelerator_life", "assumption", 4, 7, 2700.0, 3000.0),
)


def test_that_a_tornado_names_the_widest_of_assumptions_and_of_levers() -> None:
    found = Tornado(ABOUT, STAMP, 2899.0, SWINGS)
    assert tornado_sentence(found) == (
        "Life of accelerators alone: 2,700 to 3,000 EFLOPS realized. Alibaba's plan alone: 2,500 "
        "to 3,100 EFLOPS realized."
    )
    assert swing_in_words(found, SWINGS[1]) == (
        "Life of accelerators from 4.00 to 7.00 years: 2,700 to 3,000 EFLOPS realized"
    )
    assert tornado_sentence(replace(found, swings=())) == "Nothing moves it in December 2030."
