"""Sentences on why an outcome changed, at their edges."""

from dataclasses import replace

import pytest

from planner.model.indices import AREAS
from planner.model.scenario import Scenario, with_lever
from planner.studies.answers.about import About
from planner.studies.answers.stamp import Stamp
from planner.studies.explain.changed_inputs import ChangedInput
from planner.studies.explain.explanation import Amount, Explanation, InputPart, Turning
from planner.studies.explain.table import table_of
from planner.studies.variants import variants
from ui.wording.answers.explain import (
    card_line,
    changes_of,
    level_line,
    name_of,
    part_in_words,
    sentence,
    sentences,
    share_sentence,
)
from ui.wording.answers.explain_answer import answer_of

NETWORK = ChangedInput("lever", "network_build_time")
CENTERS = ChangedInput("lever", "center_sellable_target")
BUDGET = ChangedInput("lever", "voucher_budget.chengdu")
WORLD = {each.key: each for each in variants()}
PLAIN = Scenario()
CHANGED = with_lever(PLAIN, "network_build_time", 3)
AFTER = with_lever(
    with_lever(replace(PLAIN, title="Both"), "network_build_time", 2), "center_sellable_target", 0.8
)


def _amount(mean: float, spread: float = 0.2) -> Amount:
    width = abs(mean) * spread
    higher = 1.0 if mean > 0 else 0.0
    lower = 1.0 if mean < 0 else 0.0
    return Amount(mean, mean - width, mean, mean + width, higher, lower)


def _found(*parts: tuple[ChangedInput, float], together: float = 0.0, turning=None) -> Explanation:
    total = sum(mean for _, mean in parts)
    return Explanation(
        about=About("enterprises", "", 2030),
        before=PLAIN,
        after=AFTER,
        stamp=Stamp(2025, "conditioned", 1000, "0"),
        level=12000,
        level_after=12000 + total,
        parts=tuple(InputPart(each, _amount(mean), mean, mean) for each, mean in parts),
        total=_amount(total),
        together=_amount(together) if len(parts) > 1 else None,
        turning=turning,
    )


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            _found((NETWORK, 84)),
            ("All of the rise comes from Network build time: +84 enterprises.",),
        ),
        (
            _found((NETWORK, -84)),
            ("All of the fall comes from Network build time: −84 enterprises.",),
        ),
        (
            _found((NETWORK, 100), (CENTERS, 300), together=80),
            (
                "Most of the rise comes from What centers can sell: +300 of +400 enterprises.",
                "20% of the rise comes only from doing both.",
            ),
        ),
        (
            _found((NETWORK, 190), (CENTERS, 210), together=10),
            (
                (
                    "Of the rise of +400 enterprises, +210 comes from What centers can sell "
                    "and +190 from Network build time."
                ),
            ),
        ),
        (
            _found((NETWORK, 120), (CENTERS, -20), together=-50),
            (
                "Network build time: +120, more than the whole rise of +100 enterprises.",
                "Against it: What centers can sell (−20).",
                "Together they change 50 enterprises less than each by itself.",
            ),
        ),
        (
            _found((NETWORK, 120), (CENTERS, -10), (BUDGET, -10)),
            (
                "Network build time: +120, more than the whole rise of +100 enterprises.",
                "Against it: What centers can sell (−10); Voucher budget, Chengdu (−10).",
            ),
        ),
    ],
)
def test_that_a_change_is_said(found, said):
    assert sentences(found) == said


def test_that_three_inputs_are_not_both():
    found = _found((NETWORK, 300), (CENTERS, 60), (BUDGET, 40), together=80)
    assert "20% of the rise comes only from doing all of it together." in sentences(found)


def test_that_what_cannot_be_told_is_as_before():
    assert sentences(_found((NETWORK, 0.2))) == ("AI enterprises in 2030: as in Baseline.",)


def test_that_parts_that_cancel_out_are_said_to():
    found = _found((NETWORK, 50), (CENTERS, -50))
    assert sentence(found) == "AI enterprises in 2030: as in Baseline; the parts cancel out."


def test_that_a_combination_of_unsure_sign_is_not_said():
    found = _found((NETWORK, 100), (CENTERS, 300), together=80)
    unsure = replace(found, together=_amount(80, spread=2.0))
    assert len(sentences(unsure)) == 1


def test_that_a_difference_that_a_variant_turns_is_open():
    turning = (Turning(None, (WORLD["cost_rents"],)), Turning(NETWORK, (WORLD["cost_rents"],)))
    found = _found((NETWORK, 100), (CENTERS, 300), together=80, turning=turning)
    assert sentences(found)[-1] == "Open: the sign turns where rents lean on cost."
    assert sentence(found) == sentences(found)[-1]


def test_that_one_sentence_says_what_a_chart_of_parts_does_not_show():
    both = _found((NETWORK, 100), (CENTERS, 300), together=80)
    assert sentence(both) == "20% of the rise comes only from doing both."
    alone = _found((NETWORK, 84))
    assert sentence(alone) == "All of the rise comes from Network build time: +84 enterprises."
    against = _found((NETWORK, 120), (CENTERS, -20))
    assert sentence(against) == "Against it: What centers can sell (−20)."


def test_that_a_part_that_a_variant_turns_is_open_where_it_counts():
    turning = (
        Turning(NETWORK, (WORLD["cost_rents"], WORLD["plan"])),
        Turning(BUDGET, (WORLD["plan"],)),
    )
    found = _found((NETWORK, 100), (CENTERS, 300), (BUDGET, 1), turning=turning)
    (told,) = [each for each in sentences(found) if "open" in each]
    assert told.startswith("The part of Network build time is open: it turns where rents lean on")
    assert "returns" in told


def test_that_signs_that_hold_are_said_to_where_that_was_asked():
    found = _found((NETWORK, 100), (CENTERS, 300), together=80)
    held = replace(found, turning=())
    assert sentences(held) == (
        *sentences(found),
        "All signs hold in every variant of the model.",
    )
    assert sentence(held) == sentence(found)


def test_that_only_the_difference_is_said_to_hold_where_parts_were_not_looked_at():
    many = [(ChangedInput("lever", f"voucher_budget.{area}"), 10.0) for area in AREAS]
    found = _found(*many, together=0.5, turning=())
    assert sentences(found)[-1] == "The sign of the difference holds in every variant of the model."


def test_that_futures_that_are_divided_are_open():
    found = _found((NETWORK, 100), (CENTERS, 300), turning=())
    divided = replace(found, total=replace(found.total, higher=0.48, lower=0.45))
    assert sentences(divided)[-1] == "Open: up in 48% and down in 45% of futures."


def test_that_a_part_too_small_to_be_seen_works_against_nothing():
    assert len(sentences(_found((NETWORK, 120), (CENTERS, -0.3)))) == 1


def test_that_a_part_is_told_with_all_that_is_known_of_it():
    found = _found((NETWORK, 100), (CENTERS, 300))
    assert part_in_words(found, found.parts[0]) == (
        "Network build time: +100 enterprises (+80 to +120); higher in 100% of futures. "
        "Alone +100, after all others +100."
    )
    alone = _found((NETWORK, 100))
    assert "Alone" not in part_in_words(alone, alone.parts[0])


def test_that_an_answer_names_what_it_is_held_against_unless_that_is_the_baseline():
    found = _found((NETWORK, 84))
    assert answer_of(found).against == ""
    other = replace(found, before=replace(CHANGED, title="Network"))
    assert answer_of(other).against == "Network"
    assert answer_of(other).sentence == " ".join(sentences(other))
    assert answer_of(other).table == table_of(other)


def test_that_inputs_are_named_with_their_place():
    assert name_of(BUDGET) == "Voucher budget, Chengdu"
    assert name_of(ChangedInput("lever", "voucher_budget")).startswith("Voucher budget, all places")
    assert (
        name_of(ChangedInput("assumption", "crowd_in")) == "Private money per CNY of public funds"
    )
    assert name_of(ChangedInput("figures", "figures")) == "Other figures"


def test_that_a_change_says_from_what_to_what():
    found = _found((NETWORK, 100), (CENTERS, 300))
    assert changes_of(found) == {
        "network_build_time": "4 → 2 years",
        "center_sellable_target": "65% → 80%",
    }


def test_that_means_and_the_median_are_told_apart():
    found = _found((NETWORK, 84))
    assert level_line(found) == (
        "These are means; the median difference is +84 enterprises. "
        "Baseline: mean 12,000 enterprises."
    )
    assert "means of 1,000 futures" in card_line(found)
    assert "means of 993 futures" in card_line(replace(found, left_out=7))


def test_that_a_share_goes_the_way_of_most_futures():
    assert share_sentence(_amount(3)) == "higher in 100% of futures"
    assert share_sentence(replace(_amount(-3), lower=0.84, higher=0.1)) == (
        "lower in 84% of futures"
    )
