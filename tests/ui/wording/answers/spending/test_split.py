"""What is said of a split, at the edges: nothing added, one use, open, twice as many, a goal."""

from dataclasses import replace
from math import inf

from planner.model.scenario import Scenario
from planner.studies.answers.about import About
from planner.studies.answers.stamp import Stamp
from planner.studies.spending.band import Band
from planner.studies.spending.instrument import Instrument, instruments_named
from planner.studies.split.question import Question
from planner.studies.split.result import Margin, SplitAnswer, Tried, World
from ui.wording.answers.spending.split import (
    added_title,
    effect_range,
    effect_text,
    frontier_text,
    goal_share,
    lead,
    margin_text,
    over_others,
    sentence,
    unspent_sentence,
    worlds_sentence,
)

CHENGDU, BEIJING = Instrument("vouchers", "chengdu"), Instrument("vouchers", "beijing")
QUESTION = Question(
    Scenario(), About("enterprises", "", 2030), among=(BEIJING, CHENGDU), most_each=300.0
)


def _tried(median: float, amounts: tuple[float, ...] = (250.0, 250.0)) -> Tried:
    return Tried(amounts, Band(median, median / 2, 2 * median))


BEST = replace(_tried(32.4, (200.0, 300.0)), per_unit=Band(53.4, 29.8, 97.5))
ANSWER = SplitAnswer(
    question=QUESTION,
    best=BEST,
    even=_tried(24),
    today=_tried(22),
    frontier=(),
    next_money=(),
    worlds=(World("rain", "it rains", 1.0, 2.0), World("sun", "it shines", 1.0, 2.0)),
    made=Scenario(),
    met_without=None,
    stamp=Stamp(2025, "conditioned", 1000, "2.0"),
)


def test_that_what_gets_most_comes_first_with_what_it_adds_and_at_which_price():
    assert sentence(ANSWER) == (
        "Chengdu first, then Beijing: 32 more AI enterprises, 53 M CNY each (30 to 98). "
        "47% more than in today's shares."
    )


def test_that_one_use_takes_it_all():
    answer = replace(ANSWER, best=replace(BEST, amounts=(0.0, 500.0)))
    assert lead(answer).startswith("All to Chengdu: 32 more")


def test_that_a_split_that_adds_nothing_is_said_to():
    answer = replace(ANSWER, best=_tried(0.0, (0.0, 0.0)))
    assert sentence(answer) == ("No split of 500 M CNY a year adds anything by December 2030.")


def test_that_a_price_is_left_out_where_it_is_none_or_of_no_enterprise():
    unbounded = replace(ANSWER, best=replace(BEST, per_unit=Band(inf, 30, inf)))
    assert lead(unbounded) == "Chengdu first, then Beijing: 32 more AI enterprises."
    about = About("used_compute", "", 2030)
    other = replace(ANSWER, question=replace(QUESTION, about=about))
    assert lead(other) == "Chengdu first, then Beijing: 32.4 EFLOPS realized more in used compute."


def test_that_the_place_of_an_outcome_is_named():
    other = replace(QUESTION, about=About("enterprises", "chengdu", 2030))
    assert "32 more AI enterprises in Chengdu" in lead(replace(ANSWER, question=other))


def test_that_it_is_held_against_today_else_against_an_even_split():
    assert over_others(ANSWER) == "47% more than in today's shares."
    assert over_others(replace(ANSWER, today=None)) == "35% more than split evenly."
    twice = replace(ANSWER, today=_tried(15))
    assert over_others(twice) == "2.2 times as many as in today's shares."
    many = replace(ANSWER, today=_tried(2))
    assert over_others(many) == "16 times as many as in today's shares."
    alike = replace(ANSWER, today=_tried(32.2))
    assert over_others(alike) == "About as many as in today's shares."
    used = replace(QUESTION, about=About("used_compute", "", 2030))
    assert over_others(replace(many, question=used)).startswith("16 times as much as")
    assert over_others(replace(alike, question=used)).startswith("About as much as")
    nothing = replace(ANSWER, today=_tried(0))
    assert over_others(nothing) == "In today's shares it adds nothing."


def test_that_a_split_that_a_variant_turns_is_open():
    worlds = (World("rain", "it rains", 1.0, -2.0), *ANSWER.worlds[1:])
    answer = replace(ANSWER, worlds=worlds)
    assert over_others(answer) == "Open: it is worse than other splits where it rains."
    assert worlds_sentence(answer) == ""


def test_that_it_is_said_where_it_was_tried():
    assert worlds_sentence(ANSWER) == (
        "It beats an even split and today's in each of 2 variants of the model."
    )
    without = replace(ANSWER, today=None)
    assert worlds_sentence(without).startswith("It beats an even split in each of 2")
    assert worlds_sentence(replace(ANSWER, worlds=())) == ""
    alike = replace(ANSWER, worlds=(World("rain", "it rains", 0.0, 2.0), *ANSWER.worlds[1:]))
    assert worlds_sentence(alike) == (
        "It is no worse than an even split and today's in each of 2 variants of the model."
    )
    assert worlds_sentence(replace(alike, today=None)).startswith(
        "It is no worse than an even split in each of 2"
    )
    one = replace(QUESTION, among=(CHENGDU,))
    assert worlds_sentence(replace(alike, question=one)) == ""
    same = replace(ANSWER, today=BEST)
    assert over_others(same) == "", "it is the same split"


def test_that_a_goal_is_told_by_its_share_of_futures():
    best = replace(BEST, met=0.62)
    answer = replace(ANSWER, best=best, met_without=0.54)
    assert "; the goal is reached in 62% of futures, not 54%." in lead(answer)
    alike = replace(answer, met_without=answer.best.met)
    assert "; the goal is reached in 62% of futures, as without." in lead(alike)
    assert added_title(replace(QUESTION, goal=9000.0)) == (
        "% of futures with at least 9,000 AI enterprises, Dec 2030"
    )
    point = replace(BEST, met=0.62)
    assert frontier_text(point, QUESTION) == (
        "500 a year: 62% of futures. Chengdu 300, Beijing 200"
    )
    assert goal_share(0.62) == "62%"


def test_that_with_a_goal_other_splits_are_told_by_their_share_too():
    answer = replace(
        ANSWER,
        question=replace(QUESTION, goal=9000.0),
        best=replace(BEST, met=0.62),
        today=replace(_tried(22), met=0.58),
        met_without=0.54,
    )
    assert over_others(answer) == "In today's shares it would be 58%."
    alike = replace(answer, today=replace(_tried(22), met=0.621))
    assert over_others(alike) == "About as often as in today's shares."
    even = replace(answer, today=None, even=replace(_tried(20), met=0.57))
    assert over_others(even) == "Split evenly it would be 57%."


def test_that_where_less_is_better_it_is_told_how_much_less():
    question = replace(QUESTION, sense="at most")
    answer = replace(ANSWER, question=question, best=_tried(-32, (200.0, 300.0)), today=_tried(-20))
    assert "32 fewer AI enterprises" in lead(answer)
    assert over_others(answer) == "60% more than in today's shares."
    assert over_others(replace(answer, today=_tried(1))) == (
        "In today's shares it takes nothing away."
    )
    none = replace(answer, best=_tried(2))
    assert lead(none).startswith("No split of 500 M CNY a year lowers it")
    assert (over_others(none), worlds_sentence(none)) == ("", "")
    assert added_title(question) == "Change of AI enterprises by Dec 2030"
    with_goal = replace(question, goal=9000.0)
    assert added_title(with_goal).startswith("% of futures with at most 9,000")
    used = replace(with_goal, about=About("used_compute", "", 2030))
    assert "9,000 EFLOPS used compute" in added_title(used)


def test_that_money_without_a_use_is_said():
    assert unspent_sentence(ANSWER) == ""
    answer = replace(ANSWER, best=replace(BEST, amounts=(100.0, 300.0)))
    assert unspent_sentence(answer) == ("100 M CNY a year of it find no use that adds anything.")


def test_that_instruments_of_several_kinds_are_named_in_full():
    among = (CHENGDU, *instruments_named("network"))
    answer = replace(ANSWER, question=replace(QUESTION, among=among))
    assert lead(answer).startswith("An earlier network first, then vouchers in Chengdu: ")
    assert sentence(answer).endswith("Organizing the network is not counted.")


def test_that_the_frontier_says_of_what_and_by_when_it_is():
    assert added_title(QUESTION) == "AI enterprises added by Dec 2030"


def test_that_an_effect_is_told_as_exactly_as_it_means_something():
    assert effect_text(BEST, QUESTION) == "32"
    assert effect_range(BEST, QUESTION) == "16 to 65"
    assert effect_text(_tried(3.27), QUESTION) == "3.3"
    assert effect_range(_tried(3.27), QUESTION) == "1.6 to 6.5"


def test_that_a_point_of_the_frontier_says_its_budget_effect_and_uses():
    assert frontier_text(BEST, QUESTION) == ("500 a year: 32 (16 to 65). Chengdu 300, Beijing 200")
    none = replace(QUESTION, among=(BEIJING, *instruments_named("network")))
    assert frontier_text(_tried(1, (100.0, 0.0)), none) == (
        "100 a year: 1.0 (0.5 to 2.0). Vouchers in Beijing 100"
    )


def test_that_no_money_is_told_as_none():
    assert frontier_text(_tried(0, (0.0, 0.0)), QUESTION) == "nothing spent"


def test_that_the_next_money_for_a_use_is_told_with_its_range():
    margin = Margin(CHENGDU, Band(7.3, 4.4, 11.6))
    assert margin_text(margin, QUESTION) == (
        "Vouchers in Chengdu: the next 100 M CNY a year add 7.3 (4.4 to 11.6)"
    )


def test_that_no_range_is_told_where_all_futures_are_alike():
    one = replace(BEST, effect=Band(32.4, 32.4, 32.4), per_unit=Band(53.4, 53.4, 53.4))
    assert lead(replace(ANSWER, best=one)).endswith("53 M CNY each.")
    assert effect_range(one, QUESTION) == ""
    assert frontier_text(one, QUESTION).startswith("500 a year: 32. Chengdu")
