"""What runs from right to left turns nothing that stands beside it."""

import pytest

from planner.storage.sentences.direction import isolated
from planner.storage.sentences.file_error import one_line, refusal, shown, shown_path
from ui.terminal.tables.columns import aligned

HEBREW, ARABIC = "תוכנית", "خطة"


@pytest.mark.parametrize("text", [HEBREW, ARABIC, f"Plan {HEBREW}", "١٢ plans"])
def test_that_a_text_with_letters_from_right_to_left_is_isolated(text):
    assert isolated(text) == f"\u2068{text}\u2069"


@pytest.mark.parametrize("text", ["", "Plan", "算力", "Città 12 %", "Ελλάδα"])
def test_that_any_other_text_is_left_as_it_is(text):
    assert isolated(text) == text


def test_that_names_and_values_in_sentences_about_files_are_isolated():
    assert shown_path(f"/a/{HEBREW}") == f"\u2068/a/{HEBREW}\u2069"
    assert str(shown(HEBREW)) == f'\u2068"{HEBREW}"\u2069'
    said = str(refusal("cannot_be_saved", file=shown_path(f"{HEBREW}.json"), cause="x"))
    assert f"\u2068{HEBREW}.json\u2069" in said
    assert one_line(said) == said


@pytest.mark.parametrize("text", ["a\u2068b", "\u2069a\u2068", "a\u202eb", "a\u2067b\u2069"])
def test_that_what_turns_a_line_of_its_own_accord_is_escaped(text):
    escaped = one_line(text)
    assert escaped.isascii()
    assert "\\u20" in escaped


def test_that_columns_of_the_terminal_stay_in_their_order():
    head, line = aligned([["", HEBREW, "plan"], ["AI enterprises", "7,047", "12"]]).splitlines()
    assert head == f"{'':14}  \u2068{HEBREW}\u2069  plan"
    assert line == "AI enterprises   7,047    12"
