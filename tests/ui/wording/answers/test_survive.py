"""Whether advice survives is said with what is best, what is open, and where it turns."""

from dataclasses import replace

import pytest

from planner.model.scenario import Scenario
from planner.studies.answers.about import About
from planner.studies.answers.stamp import stamp_of
from planner.studies.survive.survival import Outcome, Row, Survival
from planner.studies.survive.tradeoff import Point, TradeOff
from planner.studies.survive.worlds import World, worlds
from ui.wording.answers.survive import (
    answer_of,
    card_line,
    cell_text,
    cell_tip,
    digits_of,
    sentence,
    sentences,
    verdict_text,
    world_name,
)
from ui.wording.answers.tradeoff import tradeoff_answer, tradeoff_sentence

ABOUT = About("enterprises", "", 2030)
UP, HARDLY, DOWN, NONE = (0.95, 0.01), (0.6, 0.4), (0.2, 0.8), (0.0, 0.0)


def test_that_what_is_best_everywhere_is_said_with_its_cost_not_counted():
    found = _survival({"Network": (UP, UP), "Vouchers": (UP, UP)}, (0, 0))
    assert sentences(found) == ("Network is best in all 2 worlds, its cost not counted.",)


def test_that_what_is_best_mostly_stands_beside_what_has_the_least_to_regret():
    signs = {"Network": (UP, UP), "Vouchers": (UP, UP)}
    found = _survival(signs, (0, 1), regrets={"Network": (0, 30), "Vouchers": (5, 0)})
    said = "Network is best in 1 of 2 worlds; Vouchers has the least to regret."
    assert sentence(found) == said
    found = _survival(signs, (0, 1), regrets={"Network": (0, 3), "Vouchers": (5, 0)})
    assert sentence(found) == "Network is best in 1 of 2 worlds and has the least to regret."


def test_that_one_scenario_is_held_against_doing_nothing():
    found = _survival({"Network": (UP, UP)}, (0, None))
    assert sentence(found) == "Network is better than doing nothing in 1 of 2 worlds."


def test_that_one_scenario_may_be_better_everywhere():
    found = _survival({"Network": (UP, UP)}, (0, 0))
    assert sentence(found) == "Network is better than doing nothing in all 2 worlds."


def test_that_nothing_is_best_by_a_difference_that_is_told_as_none():
    found = _survival({"Network": (UP, HARDLY)}, (0, 0))
    rows = tuple(
        replace(row, outcomes=(replace(row.outcomes[0], change=0.01),)) for row in found.rows
    )
    found = replace(found, rows=rows)
    assert sentences(found) == ("What they change here is too little to be told.",)
    digits = digits_of(found)
    assert cell_text(rows[0].outcomes[0], digits, is_best=True) == ("0", "")


def test_that_doing_nothing_may_be_best():
    found = _survival({"Network": (DOWN, DOWN)}, (None, None))
    assert sentence(found) == "Doing nothing is best in all 2 worlds."


def test_that_an_open_sign_is_said_with_the_worlds_that_turn_it():
    found = _survival({"Network": (UP, UP), "Other": (UP, DOWN)}, (0, 0))
    assert sentences(found)[1] == "For Other the sign is open: not the same in Tight chips."
    assert "For Other" in sentence(found)


def test_that_many_open_signs_are_named_together():
    found = _survival(dict.fromkeys("ABC", (UP, DOWN)), (0, 0))
    assert sentences(found)[1] == "The sign is open for A, B, C."


def test_that_a_weak_sign_is_said():
    found = _survival({"Network": (UP, HARDLY)}, (0, 0))
    assert sentences(found)[1] == "Weak in some world, below 80% of futures: Network."


@pytest.mark.parametrize(
    ("verdict", "said"),
    [("holds", "holds"), ("weak", "weak"), ("open", "open"), ("nothing", "no change")],
)
def test_that_a_verdict_is_one_or_two_words(verdict, said):
    assert verdict_text(verdict) == said


def test_that_a_cell_has_a_difference_and_its_regret_or_that_it_is_best():
    found = _survival({"Network": (UP, UP)}, (0, 0), regrets={"Network": (0, 12.4)})
    first, second = (row.outcomes[0] for row in found.rows)
    digits = digits_of(found)
    assert cell_text(first, digits, is_best=True) == ("+100", "best")
    assert cell_text(second, digits, is_best=False) == ("+100", "12")
    assert cell_tip(first, digits) == "+50 to +150; higher in 95%, lower in 1%, best in 50%"


def test_that_worlds_have_names_and_own_ranges_that_of_their_scenario():
    names = [world_name(each) for each in worlds()]
    assert len(set(names)) == len(names)
    assert world_name(World(key="own_1", title="Mine")) == "Ranges of Mine"


def test_that_the_card_says_what_its_numbers_are_and_the_answer_all():
    found = _survival({"Network": (UP, HARDLY)}, (0, 0))
    assert card_line(found).startswith("AI enterprises, Dec 2030: median difference")
    answer = answer_of(found)
    assert answer.sentence == " ".join(sentences(found))
    assert len(answer.table.rows) == 4


def test_that_what_sets_money_and_what_does_not_are_compared_without_cost():
    found = _survival({"Network": (UP, UP), "Capex": (UP, UP)}, (0, 0))
    assert not any("without cost" in each for each in sentences(found))
    paid = replace(found, spending=("Capex",))
    said = (
        "Compared by AI enterprises alone, without cost. Scenarios that set money: Capex; that set "
        "none: Network. For what one more costs, see “What does a yuan buy?”."
    )
    assert sentences(paid)[-1] == said
    assert sentence(paid).endswith(said)
    assert sentence(paid).count(said) == 1
    assert sentence(paid).count("cost") == len(("without cost", "one more costs"))
    assert not any("cost. " in each for each in sentences(replace(paid, spending=paid.scenarios)))


def test_that_places_together_are_named_in_the_line_and_in_the_table():
    found = _survival({"Network": (UP, UP)}, (0, 0))
    both = replace(found, about=About("enterprises", "beijing+shanghai", 2030))
    assert "Beijing" in card_line(both)
    assert "Beijing + Shanghai" in answer_of(both).table.title


def test_that_a_trade_off_names_what_is_not_beaten_and_what_is():
    points = [
        Point(title, (0.0, 0.0, 0.0), (0.0, 0.0, 0.0), is_beaten, 1.0)
        for title, is_beaten in (("", True), ("Network", False), ("Vouchers", False))
    ]
    found = TradeOff(ABOUT, ABOUT, ("more", "less"), worlds()[0], tuple(points), _stamp())
    said = "Not beaten: Network, Vouchers. Beaten: doing nothing."
    assert tradeoff_sentence(found) == said
    tight = replace(found, world=worlds()[1])
    assert tradeoff_sentence(tight).startswith("Not beaten in the world Tight chips: Network")


def test_that_a_trade_off_is_kept_as_an_answer_of_its_own():
    points = [
        Point(title, (1.0, 0.0, 2.0), (3.0, 2.0, 4.0), is_beaten=False, unbeaten=1.0)
        for title in ("", "Network")
    ]
    second = About("net_public_cost", "chengdu", 2030)
    found = TradeOff(ABOUT, second, ("more", "less"), worlds()[1], tuple(points), _stamp())
    answer = tradeoff_answer(found)
    assert (answer.study, answer.scenario, answer.about) == ("survive-tradeoff", "Network", ABOUT)
    assert "(Chengdu) in December 2030" in answer.table.title
    assert answer.table.title.endswith("Tight chips")
    assert len(answer.table.rows) == 2


def _survival(signs, best, regrets=None):
    regrets = regrets or dict.fromkeys(signs, (0.0, 0.0))
    rows = tuple(
        Row(
            worlds()[number],
            tuple(_signed(signs[name][number], regrets[name][number]) for name in signs),
            _outcome(0.0, 0.0, 0.0),
            best[number],
            1000,
        )
        for number in range(2)
    )
    return Survival(ABOUT, "more", tuple(signs), rows, _stamp())


def _signed(shares, regret):
    up, down = shares
    return _outcome(up, down, regret)


def _outcome(up, down, regret):
    return Outcome(9000.0, 100.0, 50.0, 150.0, up, down, regret, 0.5, None)


def _stamp():
    return stamp_of(Scenario())
