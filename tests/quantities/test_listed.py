"""A sentence names eight things at most, and counts the others."""

from planner.quantities.listed import listed, shortened


def test_that_up_to_eight_names_stand_as_they_are():
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(list("abcdefgh")) == "a, b, c, d, e, f, g, h"


def test_that_more_are_counted():
    assert listed([f"x{n}" for n in range(300)]).endswith("x6, x7 and 292 more")
    assert listed(list("abcdefghi")) == "a, b, c, d, e, f, g, h and 1 more"
    assert listed([str(n) for n in range(2000)], most=1) == "0 and 1,999 more"


def test_that_lines_are_counted_on_a_line_of_its_own():
    assert listed(["one", "two", "three"], "\n", 2) == "one\ntwo\nand 1 more"


def test_that_a_name_without_an_end_is_cut():
    assert shortened("a" * 60) == "a" * 60
    assert shortened("a" * 100_000) == "a" * 59 + "…"
