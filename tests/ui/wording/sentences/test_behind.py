"""What is said of parts of a change and of its sign, at the edges."""

from dataclasses import replace

import pytest

from planner.studies.answers.about import About
from planner.studies.explain.behind import Behind
from planner.studies.explain.changed_inputs import ChangedInput
from planner.studies.explain.explanation import Amount, InputPart
from planner.studies.variants import variants
from ui.wording.sentences.behind import (
    holds_sentence,
    holds_together,
    open_sentence,
    parts_sentence,
)

FIRMS = About("enterprises", "", 2030)
COMPUTE = About("used_compute", "", 2030)
NAMES = ("network_build_time", "voucher_budget.chengdu", "other_capex", "legal_imports")


def _amount(mean: float, low: float | None = None, high: float | None = None) -> Amount:
    ends = (mean / 2 if low is None else low, 2 * mean if high is None else high)
    return Amount(mean, min(ends), mean, max(ends), float(mean > 0), float(mean < 0))


def _behind(*means: float, about: About = FIRMS, together: float | None = None) -> Behind:
    parts = tuple(
        InputPart(ChangedInput("lever", name), _amount(mean), mean, mean)
        for name, mean in zip(NAMES, means, strict=False)
    )
    only = None if together is None else _amount(together)
    return Behind(about, _amount(sum(means)), parts, only, (), 9)


def test_that_two_or_three_parts_are_named_and_of_more_the_rest_is_summed():
    assert parts_sentence(_behind(214, 84)) == (
        "About +214 comes from network build time; +84 from voucher budget in Chengdu."
    )
    assert parts_sentence(_behind(214, 84, -20)).endswith("; −20 from all other AI spending.")
    assert parts_sentence(_behind(214, 84, -20, 7)).endswith("; −13 from 2 others.")


def test_that_a_unit_stands_at_what_is_not_counted():
    said = parts_sentence(_behind(214, 84, about=COMPUTE))
    assert said.startswith("About +214 EFLOPS realized comes from network build time; ")


def test_that_parts_that_cannot_be_seen_are_left_out():
    said = parts_sentence(_behind(214, 0.01))
    assert said == "About +214 comes from network build time."
    assert parts_sentence(_behind(214)) == "", "one input is the whole"
    assert parts_sentence(_behind(0.01, 0.02)) == ""


@pytest.mark.parametrize(
    ("together", "said"),
    [
        (74, "; 25% of it only from doing both."),
        (10, " in Chengdu."),
        (-74, " in Chengdu."),
        (None, " in Chengdu."),
    ],
)
def test_that_what_only_both_give_is_said_where_it_counts(together, said):
    assert parts_sentence(_behind(214, 84, together=together)).endswith(said)


def test_that_nothing_is_given_only_together_where_the_whole_is_open():
    found = replace(_behind(214, 84, together=74), total=_amount(298, -20, 600))
    assert "only from" not in parts_sentence(found)


def test_that_a_sign_that_turns_is_open_and_one_that_does_not_holds():
    found = _behind(214)
    assert holds_sentence(found) == "The sign holds in all 9 variants of the model."
    assert open_sentence(found) == ""
    turned = replace(found, turning=variants()[2:5])
    assert holds_sentence(turned) == ""
    assert open_sentence(turned) == (
        "Open: the sign turns where investment follows plans and not returns; "
        "rents follow the market only and 1 more."
    )


@pytest.mark.parametrize(
    "total",
    [_amount(20, -5, 60), replace(_amount(20), higher=0.5, lower=0.5)],
)
def test_that_a_sign_on_which_futures_do_not_agree_is_not_said_to_hold(total):
    assert holds_sentence(replace(_behind(214), total=total)) == ""


def test_that_an_open_change_is_named_among_others():
    turned = replace(_behind(214, 84), turning=variants()[2:3])
    assert open_sentence(turned, "AI enterprises") == (
        "AI enterprises: open, the sign turns where investment follows plans and not returns."
    )
    assert open_sentence(_behind(214), "AI enterprises") == ""


def test_that_several_signs_are_said_to_hold_at_once_unless_one_does_not():
    held, turned = _behind(214), replace(_behind(3), turning=variants()[2:3])
    assert holds_together((held, held)) == ("The signs hold in all 9 variants of the model.")
    assert holds_together((held,)) == holds_sentence(held)
    assert holds_together((held, turned)) == ""
    assert holds_together(()) == ""
