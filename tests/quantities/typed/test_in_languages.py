"""What people type in Italian and Chinese is read as they mean it; what may be two things is not.

The language spoken settles only what has two readings.
"""
# ruff: noqa: RUF001 - digits and marks as they are typed there

import re

import pytest

from planner.quantities.dates import year_of_date, year_of_spoken_date
from planner.quantities.typed.digits import NoNumberError, ReadingError
from planner.quantities.typed.reading import read_quantity
from planner.quantities.typed.unit_text import OtherUnitError
from planner.storage.sentences.spoken import LANGUAGES, speaking

UNDECIDED = {
    "en": "its mark may part thousands or decimals, write it without one",
    "it": "il suo segno può separare migliaia o decimali, scriverlo senza",
    "zh_CN": "其中的分隔符可能表示千位或小数，请不写分隔符",
}


@pytest.mark.parametrize(
    ("text", "english", "italian"),
    [
        ("1.234", 1.234, 1234),
        ("1,234", 1234, 1.234),
        ("12.500", 12.5, 12500),
        ("123,456", 123456, 123.456),
    ],
)
def test_that_the_language_spoken_tells_which_mark_parts_thousands(text, english, italian):
    assert read_quantity(text) == english
    with speaking("zh_CN"):
        assert read_quantity(text) == english
    with speaking("it"):
        assert read_quantity(text) == italian


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("1,5", "1", 1.5),
        ("1.5", "1", 1.5),
        ("0,123", "1", 0.123),
        ("1234.567", "1", 1234.567),
        ("1.234,5", "1", 1234.5),
        ("1,234.5", "1", 1234.5),
        ("1.234.567", "1", 1234567),
        ("1,234,567", "1", 1234567),
        ("1 234,5", "1", 1234.5),
        ("1\N{NARROW NO-BREAK SPACE}234\N{THIN SPACE}567", "1", 1234567),
        ("1’234.5", "1", 1234.5),
        ("１２．５％", "share", 0.125),
        ("－１２．５", "1", -12.5),
        ("负3", "1", -3),
        ("meno 3", "1", -3),
        ("百分之60", "%", 60),
        ("千分之5", "share", 0.005),
        ("5 ‰", "share", 0.005),
        ("5 per mille", "share", 0.005),
        ("12,5 per cento", "share", 0.125),
        ("12,5%", "share", 0.125),
        ("3800亿", "bn CNY", 380),
        ("3800亿元人民币", "bn CNY", 380),
        ("1.2万亿元", "bn CNY", 1200),
        ("5,2千万元", "M CNY", 52),
        ("300百万", "M CNY", 300),
        ("480 mld CNY", "bn CNY", 480),
        ("480 mld", "bn CNY", 480),
        ("2,5 miliardi di yuan", "bn CNY", 2.5),
        ("600 milioni", "M CNY/yr", 600),
        ("600 mln CNY/anno", "M CNY/yr", 600),
        ("4 mila mld CNY", "bn CNY", 4000),
        ("12 mila imprese", "firm", 12000),
        ("12500 家", "firm", 12500),
        ("1.25万家企业", "firm", 12500),
        ("20 亿元/年", "bn CNY/yr", 2),
        ("20 亿元每年", "bn CNY/yr", 2),
        ("2 mld CNY all’anno", "bn CNY/yr", 2),
        ("2 bn CNY a year", "bn CNY/yr", 2),
        ("0.5 trn", "bn CNY", 500),
        ("400万千瓦", "GW", 4),
        ("1200亿千瓦时/年", "TWh/yr", 120),
        ("10万张等效 H100", "k H100e", 100),
        ("12 CNY/ora-acceleratore", "CNY/H100e/h", 12),
        ("2,3 个百分点", "%", 2.3),
    ],
)
def test_that_what_means_one_thing_is_read_in_every_language(language, text, unit, number):
    with speaking(language):
        assert read_quantity(text, unit) == pytest.approx(number, rel=1e-14)


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("en", "1.234 imprese", "firm"),
        ("en", "1.234 mld CNY", "bn CNY"),
        ("zh_CN", "1.234 imprese", "firm"),
        ("it", "1,234 enterprises", "firm"),
        ("it", "1.234 billion", "bn CNY"),
        ("it", "3,800 亿元", "bn CNY"),
    ],
)
def test_that_words_of_another_language_leave_a_mark_undecided(language, text, unit):
    with speaking(language), pytest.raises(ReadingError, match=re.escape(UNDECIDED[language])):
        read_quantity(text, unit)


def test_that_the_marks_of_a_file_hold_whatever_is_spoken():
    with speaking("it"):
        assert read_quantity("1.234 M CNY", "M CNY", ".") == 1.234


def test_that_words_are_of_the_language_of_the_marks_they_come_with():
    with speaking("it"):
        assert read_quantity("1.234 imprese", "firm") == 1234
        assert read_quantity("1.234", "enterprises") == 1234
    with speaking("zh_CN"):
        assert read_quantity("3,800 亿元", "bn CNY") == 380


def test_that_what_is_wrong_is_told_apart_in_every_language():
    with speaking("it"), pytest.raises(NoNumberError):
        read_quantity("molte")
    with speaking("zh_CN"), pytest.raises(OtherUnitError):
        read_quantity("5 家", "M CNY")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("dic 2030", 2030 + 11 / 12),
        ("dicembre 2030", 2030 + 11 / 12),
        ("Dec 2030", 2030 + 11 / 12),
        ("2030年12月", 2030 + 11 / 12),
        ("２０３０年１２月", 2030 + 11 / 12),
        ("maggio 2028", 2028 + 4 / 12),
        ("mag 2028", 2028 + 4 / 12),
        ("May 2028", 2028 + 4 / 12),
        ("15 maggio 2028", 2028 + 4 / 12 + 14 / 31 / 12),
        ("2028 maggio", 2028 + 4 / 12),
        ("05/2028", 2028 + 4 / 12),
        ("2028-05", 2028 + 4 / 12),
        ("2028.5", 2028.5),
        ("2028年", 2028),
        ("gen 2027", 2027),
    ],
)
def test_that_a_date_is_read_in_every_language(language, text, year):
    with speaking(language):
        assert year_of_spoken_date(text) == pytest.approx(year, rel=1e-12)


def test_that_a_part_of_a_year_has_the_mark_of_the_language():
    with speaking("it"):
        assert year_of_date("2028,5") == 2028.5
    with speaking("zh_CN"), pytest.raises(ReadingError):
        year_of_date("2028,5")
