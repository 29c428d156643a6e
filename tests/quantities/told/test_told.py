"""Numbers, months, lists and ranges are those of the language spoken, as Qt's locales have them."""

from math import inf, nan

import pytest
from PySide6.QtCore import QLocale

from planner.quantities.shown import words_of_difference
from planner.quantities.told.labels import within_a_line
from planner.quantities.told.lists import (
    all_of,
    as_sentence,
    as_sentences,
    between,
    clauses,
    described_in,
    in_a_row,
    one_of,
    sentences,
)
from planner.quantities.told.months import (
    date_text,
    day_text,
    long_months,
    month_of_time,
    month_text,
    short_month_text,
    short_months,
)
from planner.quantities.told.numerals import fixed, numerals, plain, signed_fixed, trimmed
from planner.quantities.told.values import range_text, value_text
from planner.storage.sentences.spoken import LANGUAGES, speaking
from tests.some import some

LOCALES = {
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedStates),
    "it": QLocale(QLocale.Language.Italian, QLocale.Country.Italy),
    "zh_CN": QLocale(QLocale.Language.Chinese, QLocale.Country.China),
}
BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
"""Its lists have no comma before the last word."""


@pytest.fixture(params=LANGUAGES)
def locale(request):
    with speaking(request.param):
        yield LOCALES[request.param]


@pytest.mark.parametrize("value", [0, 7, 1234, 9999.5, 10994.5, 1234567.5, -12345.678])
@pytest.mark.parametrize("decimals", [1, 2])
def test_that_a_number_is_written_as_qt_does(locale, value, decimals):
    said = fixed(value, decimals).replace("\N{MINUS SIGN}", "-")
    assert said == (locale.toString(float(value), "f", decimals) if value else "0")


def test_that_months_are_called_as_qt_does(locale):
    months, short = range(1, 13), QLocale.FormatType.ShortFormat
    assert list(short_months()) == [locale.standaloneMonthName(each, short) for each in months]
    for month, name in some(enumerate(long_months(), start=1)):
        if locale.language() == QLocale.Language.Chinese:
            assert name == f"{month}月"  # with a year Qt writes digits, too
        else:
            assert name == locale.standaloneMonthName(month)


@pytest.mark.parametrize("names", [["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"]])
def test_that_a_list_is_put_together_as_qt_does(locale, names):
    is_english = locale.language() == QLocale.Language.English
    assert all_of(names) == (BRITISH if is_english else locale).createSeparatedList(names)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ("10,994.5", "1,234", "\N{MINUS SIGN}0.5", "+12,000", "80", "0.25")),
        ("it", ("10.994,5", "1234", "\N{MINUS SIGN}0,5", "+12.000", "80", "0,25")),
        ("zh_CN", ("10,994.5", "1,234", "\N{MINUS SIGN}0.5", "+12,000", "80", "0.25")),
    ],
)
def test_that_numbers_have_the_marks_of_their_language(language, told):
    with speaking(language):
        numbers = (fixed(10994.5, 1), plain(1234), fixed(-0.5, 1), signed_fixed(12000, 0))
        assert (*numbers, trimmed(80.0), plain(0.25)) == told
        assert trimmed(1.5) == f"1{numerals().decimal}5"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            ("May 2028", "Dec 2030", "Dec 2030", "5 May 2028", "2028", "Aug 2025", "7 Aug 2025"),
        ),
        ("it", ("maggio 2028", "dic 2030", "dic 2030", "5 maggio 2028", "2028", "ago 2025")),
        ("zh_CN", ("2028年5月", "2030年12月", "2030年12月", "2028年5月5日", "2028年", "2025年8月")),
    ],
)
def test_that_a_date_is_said_in_its_language(language, told):
    with speaking(language):
        said = (month_text(2028, 5), short_month_text(2030, 12), month_of_time(2030 + 11 / 12))
        dates = (date_text(2028.0), date_text(2025 + 7 / 12), date_text(2025.6))
        assert (*said, day_text(2028, 5, 5), *dates)[: len(told)] == told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ("a, b", "a, b or c", "x; y", "One. Two.")),
        ("it", ("a, b", "a, b o c", "x; y", "One. Two.")),
        ("zh_CN", ("a、b", "a、b或c", "x\N{FULLWIDTH SEMICOLON}y", "One.Two.")),
    ],
)
def test_that_names_clauses_and_sentences_are_joined_in_their_language(language, told):
    with speaking(language):
        joined = (in_a_row("ab"), one_of(["a", "b", "c"]), clauses(["x", "", "y"]))
        assert (*joined, sentences(["One.", "", "Two."])) == told


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "Saved. 2 left! Done"), ("it", "Saved. 2 left! Done"), ("zh_CN", "Saved。2 left!Done")],
)
def test_that_texts_get_the_full_stop_of_their_language_unless_they_end_by_themselves(
    language, told
):
    with speaking(language):
        assert as_sentences(("Saved", "", "2 left!", "Done")) == told
        assert as_sentences(()) == ""


def test_that_a_unit_stands_in_brackets_before_the_full_stop():
    with speaking("en"):
        assert described_in("Firms in all places.", "firms") == "Firms in all places (firms)."
        assert described_in("Firms in all places", "") == "Firms in all places"
    with speaking("zh_CN"):
        assert described_in("企业数。", "家") == (
            "企业数\N{FULLWIDTH LEFT PARENTHESIS}家\N{FULLWIDTH RIGHT PARENTHESIS}"
            "\N{IDEOGRAPHIC FULL STOP}"
        )


def test_that_words_which_are_the_same_at_both_ends_stand_once():
    assert between("1", "2") == "1 to 2"
    assert between("unbounded", "unbounded") == "unbounded"
    assert words_of_difference(nan, nan, "it") == "both undefined"
    assert words_of_difference(1.0, inf, "the baseline") == "the baseline unbounded"


def test_that_a_value_has_its_unit_and_a_year_no_group():
    assert value_text(1234.5, "M CNY/yr") == "1,234.5 M CNY/yr"
    assert range_text(2025, 2051, "year") == "2025 to 2051"


@pytest.mark.parametrize(
    ("language", "label", "said"),
    [
        ("en", "Used compute", "used compute"),
        ("en", "AI enterprises", "AI enterprises"),
        ("en", "Alibaba's plan", "Alibaba's plan"),
        ("it", "Imprese IA", "imprese IA"),
        ("it", "IA pubblica", "IA pubblica"),
        ("zh_CN", "智算中心", "智算中心"),
        ("zh_CN", "H100 等效", "H100 等效"),
    ],
)
def test_that_a_label_within_a_line_keeps_the_capitals_of_names(language, label, said):
    with speaking(language):
        assert within_a_line(label) == said


def test_that_a_clause_becomes_a_sentence_with_one_full_stop_of_the_language():
    with speaking("en"):
        assert as_sentence("2025 is too early") == "2025 is too early."
        assert as_sentence("a year is missing.") == "A year is missing."
        assert as_sentence("") == ""
    with speaking("zh_CN"):
        assert as_sentence("缺少年份") == "缺少年份\N{IDEOGRAPHIC FULL STOP}"
