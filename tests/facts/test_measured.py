"""Measured points are read strictly, rest on their sources, and a third of them is held back."""

from math import isclose

import pytest

from planner.facts.convert import convert, is_known
from planner.facts.defaults import native
from planner.facts.load import evidence
from planner.facts.measured import (
    COLUMNS,
    check_held,
    held_groups,
    measured_points,
    read_points,
)
from planner.facts.record import EvidenceError
from planner.storage.places import seeds_folder
from tests.some import some

HEADER = "id,outcome,element,reading,start,end,base_start,low,central,high,unit,bound,evidence"
ROW = "P1,rent,cloud,value,2026.5,2026.5,,0.1,0.12,0.13,bn CNY/EFLOPS/yr,,P082c"
SERVER = 12 / (8 * 0.989) / 1000  # from k CNY a month for eight H100 to bn CNY/EFLOPS/yr
CARD = 8.76 / 0.32 / 1000  # from CNY an hour for a 910B to bn CNY/EFLOPS/yr
LEVERS = {"alibaba_capex", "ai_capex", "imports_legal", "imports_smuggled", "other_capex"}


def test_that_at_least_forty_points_of_grade_a_or_b_are_scored():
    graded = [point for point in measured_points() if point.grade in "AB"]
    assert len(graded) >= 40
    assert len({point.group for point in graded}) >= 20


def test_that_the_points_in_view_are_the_25_of_the_specification():
    assert sum(point.in_view for point in measured_points()) == 25
    assert {point.set for point in measured_points() if point.in_view} == {"weights", "scored"}


def test_that_no_lever_is_scored():
    assert not LEVERS & {point.outcome for point in measured_points()}


def test_that_every_third_group_of_the_wider_set_is_held_back():
    wider = [point for point in measured_points() if not point.in_view]
    held = [point for point in wider if point.set == "held"]
    assert {point.group for point in held} == held_groups(measured_points())
    assert isclose(len(held) / len(wider), 1 / 3, abs_tol=0.05)


def test_that_a_point_cannot_leave_the_held_ones_by_its_mark_alone():
    path = seeds_folder() / "series" / "measured.csv"
    points = list(read_points(path, needed=COLUMNS))
    points = [point for point in points if point.set != "held"]
    with pytest.raises(EvidenceError, match="set must be held by the rule"):
        check_held(points)


def _ranges(point):
    """Yield the range of each fact a point rests on, in the point's unit; scaled facts left out."""
    for name in point.evidence:
        spread, unit = native(name)
        if unit == "k CNY/month":
            yield spread.scaled(SERVER).parts
        elif unit == "CNY/card/h":
            yield spread.scaled(CARD).parts
        elif unit == "bn CNY" and point.unit == "bn CNY/yr":
            yield spread.scaled(1 / (point.end - point.start)).parts
        elif unit == "1/yr":
            yield spread.parts
        else:
            yield tuple(convert(part, unit, point.unit) for part in spread.parts)


@pytest.mark.parametrize("point", measured_points(), ids=lambda point: point.id)
def test_that_no_range_is_wider_than_its_source(point):
    ranges = list(_ranges(point))
    assert min(low for low, _, _ in ranges) <= point.low * 1.002
    assert max(high for _, _, high in ranges) >= point.high * 0.998
    assert ranges[0][0] * 0.998 <= point.central <= ranges[0][2] * 1.002


def test_that_a_grade_is_never_better_than_that_of_the_evidence():
    found = evidence().facts
    for point in some(measured_points()):
        worst = max(found[each].grade for each in point.evidence if found[each].grade != "seed")
        assert point.grade >= min(found[each].grade for each in some(point.evidence))
        assert point.grade in (worst, found[point.evidence[0]].grade)


def test_that_figures_as_stated_hold_ten_times_the_output_of_beijing():
    ours = {point.id: point for point in measured_points("corroborated")}
    theirs = {point.id: point for point in measured_points("as_stated")}
    assert theirs["V19s"].central == pytest.approx(10 * ours["V19"].central)
    assert "V19" not in theirs


def test_that_a_users_file_needs_four_columns_only(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("outcome,start,central,unit\ninstalled_compute,2026.5,1900,EFLOPS\n")
    (point,) = read_points(path)
    assert (point.low, point.high, point.reading, point.set) == (1900, 1900, "value", "scored")
    assert is_known(point.unit)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("central", "middle", "mine.csv: column central is missing; needed: outcome, start,"),
        (
            "bound",
            "color",
            "mine.csv: column “color” is unknown; columns must be among: id, group,",
        ),
        ("high", "low", "mine.csv: column low stands twice;"),
        ("0.12", "0.2", "mine.csv: row 2: low <= central <= high must hold"),
        ("0.12", "much", "mine.csv: row 2: central must be a number, not “much”"),
        ("0.12", "nan", "mine.csv: row 2: central must be a number, not “nan”"),
        (
            "value",
            "peak",
            "mine.csv: row 2: reading cannot be “peak”; it must be one of: value, mean",
        ),
        ("value", "ratio", "mine.csv: row 2: a ratio needs base_start"),
        ("value", "mean", "mine.csv: row 2: a mean needs an end after start"),
        ("2026.5,2026.5", "2026.5,2026.0", "mine.csv: row 2: end must not lie before start"),
        ("bn CNY/EFLOPS/yr", "florin", "mine.csv: row 2: the unit “florin” is unknown"),
        (",P082c", ",P999z", "no evidence has the id “P999z”"),
        (",P082c", ",P082c,more", "mine.csv: row 2 has more or fewer fields than the header"),
        ("\n" + ROW, "", "mine.csv: there is no point in this file"),
        ("P1,rent", "P1,", "mine.csv: row 2: outcome is empty"),
        (ROW, f"{ROW}\n{ROW}", "mine.csv: the id P1 is used twice"),
    ],
)
def test_that_each_fault_of_a_file_is_told_in_one_sentence(tmp_path, old, new, sentence):
    path, text = tmp_path / "mine.csv", f"{HEADER}\n{ROW}"
    assert old in text
    path.write_text(text.replace(old, new, 1))
    with pytest.raises(EvidenceError) as caught:
        read_points(path)
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)
