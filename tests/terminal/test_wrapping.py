"""Sentences of the terminal are broken by the columns that their letters take."""
# ruff: noqa: RUF001 - Chinese marks

import random
from textwrap import wrap

import pytest

from tests.some import some
from ui.terminal.tables.columns import aligned
from ui.terminal.tables.wrapping import columns_of, filled, wrapped

WORDS = [
    "a",
    "bb",
    "ccc-dd",
    "eeee,",
    "ff;",
    "--set",
    "budget=2025:0,2028:9",
    "“quoted",
    "words”",
    "x’s",
    "80%",
    "(1",
    "to",
    "2)",
]
CHINESE = (
    "成都：自2025年12月起，年度算力券预算全部用完（约 5,100 万元，“很多”）。就新增资金而言 EFLOPS，"
    "每家企业花费 5,100 万元（2,500 万～1 亿元）。"
)


def test_that_western_words_are_broken_as_textwrap_breaks_them():
    drawn = random.Random(1)  # noqa: S311 - luck that repeats
    texts = [" ".join(drawn.choices(WORDS, k=40)) for _ in range(200)]
    for text in some(texts):
        assert wrapped(text, 60) == wrap(text, 60, break_long_words=False, break_on_hyphens=False)


def test_that_chinese_is_broken_by_columns_and_loses_nothing():
    for width in range(12, 90):
        lines = wrapped(CHINESE, width)
        assert "".join(lines).replace(" ", "") == CHINESE.replace(" ", "")
        assert max(map(columns_of, lines)) <= width


def test_that_no_line_begins_with_what_closes_or_ends_with_what_opens():
    lines = [line for width in range(12, 90) for line in wrapped(CHINESE, width)]
    assert not [line for line in some(lines) if line[0] in "，。：）”～、" or line[-1] in "（“"]


def test_that_later_lines_are_indented_and_stay_as_narrow():
    lines = filled(CHINESE * 2, "  ").splitlines()
    assert len(lines) > 1
    assert all(line.startswith("  ") and not line.startswith("   ") for line in lines[1:])
    assert max(map(columns_of, lines)) <= 100


def test_that_nothing_makes_no_lines():
    assert wrapped("", 20) == []
    assert filled("  ") == ""


@pytest.mark.parametrize(
    "title", ["算力券与本地基金协同情景分析报告" * 6, "x" * 90, "a plan of vouchers " * 5]
)
def test_that_a_long_title_above_numbers_takes_lines_and_not_columns(title):
    *heads, line = aligned([["", title, "plan"], ["AI enterprises", "7,047", "12"]]).splitlines()
    assert len(heads) > 1
    assert max(map(columns_of, [*heads, line])) <= 60
    shown = "".join(part.strip() for part in heads).removesuffix("plan")
    assert shown.replace(" ", "") == title.replace(" ", "")
    assert heads[-1].endswith("plan")
    assert line.endswith("7,047    12")
