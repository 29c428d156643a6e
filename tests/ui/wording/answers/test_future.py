"""What is said of one future, at its edges."""

from dataclasses import replace

import pytest

from planner.studies.answers.about import About
from planner.studies.answers.table import AnswerColumn, AnswerTable
from planner.studies.future.one import Draw, OneFuture
from ui.wording.answers.future import (
    assumption_name,
    draw_line,
    draw_rank,
    draw_value,
    gain_sentence,
    level_text,
    rank_sentence,
    rank_text,
    sentences,
    unusual_sentence,
)
from ui.wording.answers.table_text import readable_table

ABOUT = About("enterprises", "chengdu", 2030)
HIGH = Draw("crowd_in", 5.1, 0.983, 4.16, 0.2)
LOW = Draw("other_compute_share", 0.46, 0.0021, 0.53, -0.1)
ONE = OneFuture(787, 900, 1000, 2183.4, 1859.0, 0.9, 68.2, 33.1, 0.96, (HIGH, LOW))


def test_that_a_future_has_its_level_rank_gain_and_what_is_unusual():
    assert sentences(ONE, ABOUT, "") == (
        "Future 787: 2,183 AI enterprises in Chengdu in December 2030, higher than in 90% of "
        "futures. Against the baseline +68, median +33. Unusual in it: "
        "Private money per CNY of public funds 5.10 (higher than in 98% of futures); "
        "Other AI spending that buys compute 46.0% (lower than in 99% of futures)."
    )


def test_that_what_is_no_count_has_its_unit():
    rent = About("rent", "centers", 2030)
    said = rank_sentence(replace(ONE, level=0.05), rent)
    assert "compute rent in centers 5.64 CNY/card-h in December 2030" in said
    assert level_text(2_887.4, About("used_compute", "", 2030)).startswith("used compute ")


@pytest.mark.parametrize(
    ("rank", "count", "below", "said"),
    [
        (1, 1000, 0.0, "the lowest of 1,000 futures"),
        (1000, 1000, 1.0, "the highest of 1,000 futures"),
        (2, 1000, 0.001, "higher than in 1% of futures"),
        (999, 1000, 0.999, "higher than in 99% of futures"),
        (1, 1, 0.5, "the only one"),
    ],
)
def test_that_all_and_none_are_said_only_of_the_ends(rank, count, below, said):
    assert rank_text(replace(ONE, rank=rank, count=count, below=below)) == said


def test_that_no_gain_is_said_where_there_is_none_to_tell():
    assert gain_sentence(replace(ONE, gain=0.0, median_gain=0.1), ABOUT, "") == ""
    named = gain_sentence(ONE, ABOUT, "Slower")
    assert "Slower" in named
    assert "+68, median +33." in named


def test_that_three_are_named_and_the_others_counted():
    assert unusual_sentence(()) == "No assumption is unusual in it."
    three = unusual_sentence((HIGH, LOW, HIGH))
    assert "more." not in three
    assert unusual_sentence((HIGH, LOW, HIGH, LOW, LOW)).endswith("; 2 more.")


def test_that_a_draw_at_the_end_is_not_said_to_be_of_all():
    assert draw_rank(replace(HIGH, below=1.0)) == "higher than in 99% of futures"
    assert draw_rank(replace(LOW, below=0.0)) == "lower than in 99% of futures"
    assert draw_line(replace(HIGH, below=0.97)).endswith(", above 97% of futures")
    assert draw_line(replace(LOW, below=0.0)).endswith(", below 99% of futures")
    assert draw_value(0.12, "price_performance") == "12.0%/yr"
    assert assumption_name("crowd_in") == "Private money per CNY of public funds"


def test_that_rows_of_several_units_are_each_told_in_their_own():
    columns = (
        AnswerColumn("assumption", "Assumption"),
        AnswerColumn("unit", "Unit"),
        AnswerColumn("value", "In this future"),
        AnswerColumn("push", "Push", "1", is_difference=True),
    )
    rows = (("Growth", "1/yr", 0.124, 0.119), ("Chips", "EFLOPS/yr", 586.1, -0.02))
    shown = readable_table(AnswerTable("Draws", columns, rows))
    assert shown.headings == ("Assumption", "Unit", "In this future", "Push")
    assert shown.rows == (
        ("Growth", "%/yr", "12.4", "+0.119"),
        ("Chips", "EFLOPS/yr", "586", "−0.020"),
    )
