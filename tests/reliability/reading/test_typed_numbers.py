"""E3: what a field shows is read back as itself; what is typed is understood whole or refused."""
# ruff: noqa: RUF001 - digits and marks as they are typed elsewhere

from itertools import product

import pytest
from PySide6.QtCore import QLocale

from planner.quantities.typed.digits import ReadingError
from planner.quantities.typed.reading import read_quantity
from ui.widgets.fields.number_field import NumberField
from ui.wording.field_numbers import number_text
from ui.wording.scale import Scale

VALUES = (0, 0.5, -0.5, 1, 51.43, 99.99, 1390, 2031.25, 12345.678, -1234567.5, 1e9, 0.0001)
WIDE = Scale(-1e12, 1e12, 1, -1e12, 1e12, "")

NUMBERS = {"38": 38, "1,390.5": 1390.5, "1.390,5": 1390.5, "−4": -4, "３８": 38, "55。5": 55.5}
LANGUAGES = {
    "English": (
        {"k": 1e3, "M": 1e6, "million": 1e6, "bn": 1e9, "thousand billion": 1e12},
        ("CNY", "yuan", "RMB"),
    ),
    "Italian": (
        {"mila": 1e3, "milioni": 1e6, "miliardi": 1e9, "mila miliardi": 1e12},
        ("CNY", "yuan", "di yuan"),
    ),
    "Chinese": (
        {"千": 1e3, "万": 1e4, "亿": 1e8, "万亿": 1e12, "百万": 1e6},
        ("元", "人民币", ""),
    ),
}
JUNK = ("x", "apples", " EUR", "%", " 5", "?", " EFLOPS", "/", " m", "..")


@pytest.fixture
def _any_locale():
    """Put the locale of the tests back after each."""
    before = QLocale()
    yield
    QLocale.setDefault(before)


def _locales():
    return QLocale.matchingLocales(
        QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
    )


@pytest.mark.usefixtures("_any_locale")
def test_that_a_number_on_screen_is_read_back_as_itself_in_every_locale(qtbot, sized, record):
    field = NumberField(WIDE, "Any number")
    qtbot.addWidget(field)
    locales = _locales()
    assert len(locales) > 500
    every = sized(12, 1)
    for number, locale in enumerate(locales):
        QLocale.setDefault(locale)
        for value in VALUES:
            assert read_quantity(number_text(value)) == value, locale.name()
            if number % every:
                continue
            field.show_value(value)
            field.interpretText()
            assert field.kept == value, locale.name()
            assert read_quantity(field.text(), WIDE.typed_unit) == value, locale.name()
    record("E3", f"{len(locales)} locales, {len(VALUES)} values each: all read back as themselves")


def _typed():
    """Yield texts and what each means in bn CNY."""
    for magnitudes, units in LANGUAGES.values():
        for number, magnitude, unit in product(NUMBERS, magnitudes, units):
            for space in ("", " "):
                text = f"{number}{space}{magnitude} {unit}".strip()
                yield text, NUMBERS[number] * magnitudes[magnitude] / 1e9


def test_that_what_is_typed_is_understood_whole_or_refused(record):
    texts = dict(_typed())
    assert len(texts) > 200
    for text, value in texts.items():
        assert read_quantity(text, "bn CNY") == pytest.approx(value, rel=1e-12), text
        for junk in JUNK:
            with pytest.raises(ReadingError):
                read_quantity(f"{text}{junk}", "bn CNY")
    record("E3", f"{len(texts)} texts understood, {len(texts) * len(JUNK)} with more refused")
