"""What it takes in words: reached, met already, out of reach, worth as much, held or open."""

from dataclasses import replace

import pytest

from planner.model.scenario import Scenario
from planner.model.targets.target import Target
from planner.studies.answers.about import About
from planner.studies.answers.stamp import stamp_of
from planner.studies.comparison import Difference
from planner.studies.solve.handle import handle_of
from planner.studies.solve.question import Goal, Question, Wanted
from planner.studies.solve.solution import Effect, Held, HeldBack, Help, Move, Parted, Solution
from planner.studies.solve.trials import Trial
from planner.studies.variants import variants
from tests.ui.wording.limited import limits_of
from ui.wording.answers.solve import (
    answer_text,
    asked_text,
    reached_text,
    survival_text,
)
from ui.wording.answers.solve_answer import answer_of, more_sentences
from ui.wording.answers.solve_reasons import effect_text, effects_text, parted_text, reasons
from ui.wording.figures.differences import share_told

NETWORK = Scenario(title="Network")
USED = About("used_compute", "", 2030)
GOAL = Goal(USED, "at least", 3000.0)
CENTERS = handle_of("center_sellable_target")
TO_86 = Move(CENTERS, 0.65, 0.86)
MORE = Effect(("enterprises", ""), 12_653.0, Difference(463.9, 282.1, 765.6, 1.0, 0.0))
SAME = Effect(("voucher_spend", ""), 1509.0, Difference(0.0, 0.0, 0.0, 0.0, 0.0))
REASONS = HeldBack(
    limits=(
        ("cloud", limits_of(demand=0.81, chips=0.19)),
        ("centers", limits_of(chips=0.6, demand=0.398, money=0.002)),
    ),
    helps=(Help(handle_of("legal_imports"), 1500.0, 0.986),),
    parted=(Parted("platform_growth_2025", 1.4, 1.3, 0.7),),
)


def _solution(**changes):
    usual = Solution(
        question=Question(Scenario(), GOAL, (CENTERS,), 0.8),
        stamp=stamp_of(Scenario()),
        status="reached",
        moves=(TO_86,),
        scenario=Scenario(),
        share_before=0.473,
        share=0.813,
        reached=3012.0,
        curve=(Trial((0.2,), 0.01, -1.0), Trial((0.9,), 0.85, 1.0)),
        beside=(),
        effects=(MORE, SAME),
        held_back=None,
    )
    return replace(usual, **changes)


OUT = _solution(
    status="out of reach",
    moves=(replace(TO_86, after=0.9),),
    share=0.717,
    reached=2896.8,
    held_back=REASONS,
)


def test_that_the_question_is_said_with_its_level_year_and_share():
    expected = "Used compute: at least 3,000 EFLOPS, Dec 2030, in 80% of futures"
    assert asked_text(_solution().question) == expected
    most = Question(Scenario(), replace(GOAL, sense="at most"), (CENTERS,), 0.5)
    assert "at most 3,000" in asked_text(most)


def test_that_another_scenario_is_named_as_the_level():
    question = Question(Scenario(), replace(GOAL, level=NETWORK), (CENTERS,), 0.5)
    assert "at least as much as in Network" in asked_text(question)
    most = replace(question, goal=replace(GOAL, level=NETWORK, sense="at most"))
    assert "no more than in Network" in asked_text(most)
    answer = answer_text(_solution(question=question, share=0.505))
    assert answer.endswith("is worth as much: 50% of futures do at least as well.")
    missed = _solution(question=question, status="out of reach", reached=-63.6)
    assert reached_text(missed) == "In 50% of futures it is missed by 63.6 EFLOPS at most."


def test_that_targets_of_any_kind_are_named_and_how_far_they_are_missed():
    every = Target("enterprises", "at least", 12_500.0)
    limit = Target("voucher_spend", "at most", 1800.0, "", 2030)
    one = Question(Scenario(), Wanted(USED, (every,)), (CENTERS,), 0.8)
    expected = "AI enterprises: at least 12,500, every year, in 80% of futures"
    assert asked_text(one) == expected
    missed = reached_text(_solution(question=one, reached=-240.0))
    assert missed == "In 80% of futures it is missed by 240 enterprises at most."
    both = replace(one, goal=Wanted(USED, (every, limit)))
    assert asked_text(both).startswith("Both targets: AI enterprises: at least")
    missed = reached_text(_solution(question=both, reached=-0.07))
    assert missed == "In 80% of futures each misses its level by 7% at most."
    assert reached_text(_solution(question=both, reached=0.0)) == ""


def test_that_the_answer_says_from_where_to_where():
    assert answer_text(_solution()) == (
        "What centers can sell from 65% to 86%: met in 81% of futures."
    )


def test_that_the_end_of_a_range_and_what_lies_beyond_it_are_said():
    at_end = _solution(moves=(replace(TO_86, after=0.9),))
    assert "to 90%, the end of its range:" in answer_text(at_end)
    far = Move(handle_of("voucher_budget.chengdu", 0, 5000), 100.0, 2610.0)
    assert "to 2,610 M CNY/yr, beyond the usual range" in answer_text(_solution(moves=(far,)))


def test_that_several_levers_are_listed_and_those_that_stay_are_left_out():
    network = Move(handle_of("network_build_time"), 4.0, 2.75)
    stays = Move(handle_of("other_capex"), 523.0, 523.0)
    told = answer_text(_solution(moves=(TO_86, network, stays)))
    assert "Network build time from 4 to 2.75 years: met" in told
    assert "to 1 year, the end" in answer_text(_solution(moves=(replace(network, after=1.0),)))
    assert "spending" not in told


def test_that_a_short_answer_leaves_out_from_where_more_than_two_levers_go():
    network = Move(handle_of("network_build_time"), 4.0, 2.75)
    spending = Move(handle_of("other_capex"), 523.0, 700.0)
    found = _solution(moves=(TO_86, network, spending))
    told = answer_text(found, is_short=True)
    assert told.startswith("What centers can sell to 86%, Network build time to 2.75 years, ")
    assert "from" not in told
    assert "Network build time from 4 to 2.75 years, " in answer_text(found)


def test_that_nothing_has_to_change_where_it_is_met_already():
    stays = replace(TO_86, after=0.65)
    found = _solution(status="met already", moves=(stays,), share=0.92)
    assert answer_text(found) == "Met already, in 92% of futures: nothing has to change."


def test_that_what_is_out_of_reach_says_what_comes_nearest_and_how_near():
    assert answer_text(OUT).startswith(
        "Nothing reaches it. Nearest: What centers can sell from 65%"
    )
    assert reached_text(OUT) == "80% of futures reach 2,897 EFLOPS at least."
    limit = replace(OUT.question, goal=replace(GOAL, sense="at most"))
    assert reached_text(replace(OUT, question=limit)).startswith("80% of futures stay within")
    stays = replace(OUT, moves=(replace(TO_86, after=0.65),))
    assert answer_text(stays).startswith("No setting comes nearer than today's")


def test_that_reasons_name_limits_assumptions_and_what_would_help():
    told = " ".join(reasons(OUT))
    assert (
        "2030 mean, share of futures: clouds limited by demand 81%, chips 19%, "
        "money and power 0% each; centers by chips 60%, demand 40%, money under 1%, power 0%."
    ) in told
    assert "Missed mostly with these low: growth of platform use in 2025." in told
    assert "Legal chip imports at 1,500 EFLOPS/yr (99%)" in told
    assert reasons(_solution()) == ()


def test_that_limits_of_compute_are_not_told_of_enterprises():
    about = About("enterprises", "chengdu", 2030)
    found = replace(OUT, question=replace(OUT.question, goal=Goal(about, "at least", 2000.0)))
    assert "limited by" not in " ".join(reasons(found))


def test_that_what_is_low_and_what_is_high_are_told_apart():
    both = (*REASONS.parted, Parted("capex_response", 0.1, 0.2, -0.4))
    told = parted_text(both)
    assert told.startswith(
        "Missed mostly with these low: growth of platform use in 2025; these high"
    )
    assert parted_text(()) == ""


def test_that_it_is_said_where_nothing_else_helps():
    alone = replace(REASONS, helps=(), parted=(Parted("platform_growth_2025", 1.3, 1.4, -0.7),))
    told = " ".join(reasons(replace(OUT, held_back=alone)))
    assert "these high: growth of platform use in 2025." in told
    assert "No other lever adds to it." in told


def test_that_what_else_moves_is_told_with_its_range_and_nothings_left_out():
    assert effects_text(_solution()) == "Also: AI enterprises +464 (+282 to +766)."
    assert effects_text(_solution(effects=(SAME,))) == ""
    sold = Effect(("deliverable_compute", ""), 4586.0, Difference(821.0, 670.0, 1011.0))
    assert effect_text(sold) == "Compute that can be sold +821 EFLOPS (+670 to +1,011)"
    bare = replace(MORE, difference=Difference(463.9))
    assert effect_text(bare) == "AI enterprises +464"


def _held(share):
    return tuple(Held(each, 0.81 if place == 0 else share) for place, each in enumerate(variants()))


def test_that_a_change_holds_where_every_variant_meets_it_as_often_as_asked():
    told = survival_text(_solution(), _held(0.82))
    assert told.startswith(f"Holds in {len(variants()) - 1} variants of the model: 82% at least")


def test_that_variants_that_meet_it_less_often_than_asked_are_counted():
    *most, last = _held(0.82)
    told = survival_text(_solution(), (*most, replace(last, share=0.62)))
    assert told == (
        f"Short of 80% in 1 of {len(variants()) - 1} variants of the model: 62% at least, where "
        "licenses are granted freely, in the baseline too."
    )


def test_that_it_is_open_where_one_is():
    *most, last = _held(0.62)
    told = survival_text(_solution(), (*most, replace(last, share=0.004)))
    assert told == (
        "Open: met in far fewer futures where licenses are granted freely, in the baseline too "
        "(under 1%)."
    )


def test_that_nothing_is_said_of_variants_that_were_not_run_or_of_what_is_out_of_reach():
    assert survival_text(_solution(), ()) == survival_text(OUT, _held(0.6)) == ""


@pytest.mark.parametrize(
    ("share", "text"), [(0.0, "0%"), (0.004, "under 1%"), (0.996, "99%"), (1.0, "100%")]
)
def test_that_only_none_is_none_and_only_all_is_all(share, text):
    assert share_told(share) == text


def test_that_the_answer_that_is_kept_says_all_in_one_text():
    kept = answer_of(_solution(), _held(0.82))
    assert kept.study == "takes"
    assert kept.sentence.startswith("Used compute: at least 3,000")
    assert "Holds in" in kept.sentence
    assert kept.table.rows
    assert more_sentences(_solution()) == (effects_text(_solution()),)
    assert more_sentences(_solution(), _held(0.82))[0].startswith("Holds in")
    assert more_sentences(OUT)[:2] == (reached_text(OUT), reasons(OUT)[0])
