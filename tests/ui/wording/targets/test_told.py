"""Targets as the window says and reads them: chips, rows, sentences, what is typed."""

import re
from dataclasses import replace
from typing import get_args

import pytest

from planner.ensemble.met import Met
from planner.model.paths import LeverPath
from planner.model.targets.faults import Fault, TargetError
from planner.model.targets.target import Target
from planner.quantities.unit_system import BASE, UnitSystem
from ui.wording.figures.units import tell_in
from ui.wording.paths.typed import Refused
from ui.wording.targets.beside import levels_beside
from ui.wording.targets.card import target_of_card, told_on_card
from ui.wording.targets.panel import target_rows
from ui.wording.targets.refusals import refusal_of
from ui.wording.targets.sentence import Said, said_in
from ui.wording.targets.told import (
    UNKNOWN,
    all_title,
    asked_of,
    asked_text,
    beyond_text,
    caption_of,
    change_text,
    full_text,
    met_heading,
    met_text,
    row_text,
    share_text,
    short_text,
    when_text,
)
from ui.wording.targets.typed import level_as_typed, level_typed, path_typed

ENOUGH = Target("enterprises", "at least", 12_500.0, year=2030)
USED = Target("utilization", "at least", 0.5, "centers", 2030)
CHEAP = Target("voucher_spend", "at most", 2000.0)
CAN_BE_SOLD = Target("used_compute", "at most", "deliverable_compute")
ALONG = Target("enterprises", "at least", LeverPath(((2026.0, 9000.0), (2030.0, 20_000.0))))


def test_that_chip_card_row_and_sentence_say_the_same_in_their_room():
    assert asked_text(ENOUGH) == "At least 12,500"
    assert asked_of(USED, "Centers") == "Centers: at least 50%"
    assert short_text(USED) == "≥ 50%"
    assert row_text(ENOUGH) == "≥ 12,500 AI enterprises"
    assert when_text(ENOUGH) == "Dec 2030"
    assert full_text(ENOUGH) == "AI enterprises: at least 12,500, Dec 2030"
    assert when_text(replace(CHEAP, year=2028)) == "in 2028"
    assert full_text(CHEAP) == "Vouchers paid: at most 2,000 M CNY/yr, every year"
    assert row_text(CAN_BE_SOLD) == "Used compute ≤ compute that can be sold"
    assert asked_text(ALONG) == "At least 20,000 along a path"
    assert full_text(ALONG) == "AI enterprises: at least 9,000 from 2026, 20,000 from 2030"


def test_that_all_and_none_are_said_only_of_all_and_none():
    assert [share_text(share) for share in (0, 0.001, 0.57, 0.999, 1)] == [
        "none",
        "1%",
        "57%",
        "99%",
        "all",
    ]
    assert met_text(0.57) == "met in 57%"
    assert met_text(1.0) == "met in all futures"
    assert met_text(0.0) == "met in no future"
    assert (met_text(float("nan")), share_text(float("nan"))) == ("", UNKNOWN)


def test_that_targets_together_are_called_by_how_many_there_are():
    headings = [met_heading((ENOUGH, USED, CHEAP)[:count]) for count in range(4)]
    assert headings == ["", "target met", "both targets met", "all targets met"]
    assert all_title((ENOUGH, USED)) == "Both targets"
    assert all_title((ENOUGH, USED, CHEAP)) == "All 3 targets"


def test_that_a_step_says_which_target_came_moved_or_went():
    moved = replace(ENOUGH, level=13_000.0)
    assert change_text((), (ENOUGH,)) == "≥ 12,500 AI enterprises, Dec 2030"
    assert change_text((ENOUGH, CHEAP), (moved, CHEAP)) == "≥ 13,000 AI enterprises, Dec 2030"
    assert change_text((ENOUGH,), ()) == "≥ 12,500 AI enterprises, Dec 2030"
    assert change_text((ENOUGH, CHEAP), ()) == "2 targets"
    assert change_text((ENOUGH,), (ENOUGH,)) == ""


def test_that_a_step_says_which_knot_of_a_path_moved():
    knots = ((2026.0, 9000.0), (2028.0, 10_000.0), (2031.0, 12_500.0))
    old = Target("enterprises", "at least", LeverPath(knots), between="linear")
    moved = replace(old, level=LeverPath((knots[0], (2028.5, 11_000.0), knots[2])))
    assert change_text((old,), (moved,)) == "AI enterprises: at least 11,000 in Jul 2028"
    other = replace(old, level=LeverPath(((2026.0, 8000.0), (2028.5, 11_000.0), knots[2])))
    assert change_text((old,), (other,)) == "≥ 12,500 AI enterprises, from 2026 on"


def test_that_a_target_beyond_the_run_says_that_it_cannot_be_judged():
    late = replace(ENOUGH, year=2040)
    assert beyond_text(ENOUGH, 2035) == ""
    assert "the run ends in 2035" in beyond_text(late, 2035)
    (row,) = target_rows((late,), 2035, Met((late,), (None,), 0, 64, 64), None)
    assert "Cannot be judged" in row.sentence
    assert row.share_text == UNKNOWN


def test_that_a_caption_names_every_target_of_a_picture_with_its_share():
    met = Met((ENOUGH, USED), (57, 80), 39, 100, 100)
    assert caption_of((), met, 2035) == ""
    assert caption_of((ENOUGH,), met, 2035) == (
        "Target: AI enterprises: at least 12,500, Dec 2030: met in 57%."
    )
    assert caption_of((ENOUGH, USED), met, 2035).endswith(
        "Utilization, centers: at least 50%, Dec 2030: met in 80%."
    )


def test_that_rows_hold_each_share_the_baselines_and_all_together():
    met = Met((ENOUGH, CHEAP), (57, 80), 39, 100, 100)
    below = Met((ENOUGH, CHEAP), (42, 90), 16, 100, 100)
    rows = target_rows((ENOUGH, CHEAP), 2035, met, below)
    assert [row.share_text for row in rows] == ["57%", "80%", "39%"]
    assert [row.below for row in rows] == [0.42, 0.9, 0.16]
    assert rows[-1].text == "Both targets"
    assert rows[-1].target is None
    assert rows[0].sentence.endswith("met in 57%; in the baseline met in 42%")


def test_that_a_card_tells_the_target_of_its_year_and_place():
    later = replace(ENOUGH, year=2035)
    every = replace(ENOUGH, year=None)
    targets = (later, every, ENOUGH, USED)
    assert target_of_card(targets, "enterprises", "", 2030) == ENOUGH
    assert target_of_card(targets, "enterprises", "", 2032) == every
    assert target_of_card(targets, "enterprises", "chengdu", 2030) is None
    said = told_on_card(ENOUGH, Met((ENOUGH,), (57,), 57, 100, 100), 2035)
    assert said[:2] == ("≥ 12,500: 57%", "57%")


def test_that_levels_are_read_in_the_unit_that_is_shown_and_shown_as_typed():
    assert level_typed("enterprises", "12,500") == 12_500
    assert level_typed("utilization", "50") == pytest.approx(0.5)
    assert level_typed("voucher_spend", "20亿") == 2000
    assert level_as_typed(ENOUGH) == "12,500"
    tell_in(UnitSystem(money="USD"))
    try:
        dollars = level_typed("voucher_spend", "100")
        assert dollars == pytest.approx(720)
        assert level_as_typed(replace(CHEAP, level=dollars)) == "100"
    finally:
        tell_in(BASE)


def test_that_a_level_in_another_unit_has_no_more_digits_than_mean_something():
    used = Target("used_compute", "at least", 3000.0, "", 2030)
    tell_in(UnitSystem(compute="H100e"))
    try:
        assert "3,033 k H100e," in full_text(used)
        assert level_as_typed(used).startswith("3,033.367")
        own = replace(used, level=level_typed("used_compute", "12,345.6"))
        assert "12,345.6 k H100e," in full_text(own)
    finally:
        tell_in(BASE)
    assert "3,000 EFLOPS," in full_text(used)


def test_that_a_path_is_typed_with_dates_and_read_again():
    text = level_as_typed(ALONG)
    assert text == "2026: 9,000; 2030: 20,000"
    assert path_typed("enterprises", text) == ALONG.level
    assert path_typed("enterprises", "2030: 20,000; 2026: 9,000") == ALONG.level


def test_that_a_path_of_too_many_dates_is_refused():
    dates = "; ".join(f"{2025 + n / 6:.4f}: 5" for n in range(121))
    with pytest.raises(Refused, match="120 dates at most"):
        path_typed("enterprises", dates)


def test_that_compute_is_typed_in_the_unit_of_its_card_too():
    assert level_typed("used_compute", "3,000") == 3000
    assert level_typed("used_compute", "3,000 EFLOPS") == 3000
    with pytest.raises(Refused):
        level_typed("used_compute", "3,000 GW")


@pytest.mark.parametrize("text", ["", "many", "12,500 GW"])
def test_that_what_is_no_level_is_refused_in_one_sentence(text):
    with pytest.raises(Refused, match=r"\.$"):
        level_typed("enterprises", text)


@pytest.mark.parametrize("text", ["9,000", "soon: 9,000", "1990: 5", "2030: 5; 2030: 6"])
def test_that_what_is_no_path_is_refused_in_one_sentence(text):
    with pytest.raises(Refused, match=r"\.$"):
        path_typed("enterprises", text)


@pytest.mark.parametrize(
    ("outcome", "text", "said"),
    [
        ("enterprises", "12,500", Said("12,500")),
        (
            "enterprises",
            "at least 9,000 enterprises in 2030",
            Said("9,000 enterprises", "at least", year=2030),
        ),
        ("enterprises", "≥ 9k by 2030.", Said("9k", "at least", year=2030)),
        ("enterprises", "AI enterprises: no less than 9000", Said("9000", "at least")),
        (
            "used_compute",
            "used within deliverable every year",
            Said("", "at most", "deliverable_compute", 0),
        ),
        (
            "used_compute",
            "at most what can be sold, each year",
            Said("", "at most", "deliverable_compute", 0),
        ),
        ("used_compute", "min 3000 EFLOPS Dec 2030", Said("3000 EFLOPS", "at least", year=2030)),
        ("voucher_spend", "at most 2 bn CNY a year", Said("2 bn CNY a year", "at most", year=0)),
        ("voucher_spend", "2 bn CNY in 2030", Said("2 bn CNY", year=2030)),
    ],
)
def test_that_a_sentence_says_sense_level_and_when(outcome, text, said):
    assert said_in(text, outcome) == said


def test_that_a_sentence_of_no_outcome_there_is_refused():
    with pytest.raises(Refused, match=r"^.*nonsense.* is no number and no outcome that .*\.$"):
        said_in("within nonsense", "used_compute")


@pytest.mark.parametrize("fault", get_args(Fault))
def test_that_each_fault_of_a_target_is_one_sentence_of_the_window(fault):
    target = Target("used_compute", "at most", "enterprises", year=2060)
    said = refusal_of(TargetError(fault, "as the planner says it"), target)
    assert re.fullmatch(r"[A-Z][^{}]*\.", said)
    assert "planner" not in said


def test_that_outcomes_are_held_against_those_of_their_unit_and_place():
    assert "deliverable_compute" in levels_beside("used_compute", "")
    assert "enterprises" not in levels_beside("used_compute", "")
