"""What people type as a quantity: understood whole, in the unit that is wanted, or refused."""
# ruff: noqa: RUF001 - digits and marks as they are typed elsewhere

import pytest

from planner.model.graph import model
from planner.quantities.typed.digits import ReadingError
from planner.quantities.typed.reading import read_quantity
from planner.quantities.typed.unit_text import factor_between, unit_of_text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1234.5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1.234.567,8", 1234567.8),
        ("1.234.567", 1234567),
        ("1 234,5", 1234.5),
        ("1'234’567", 1234567),
        ("1.234", 1.234),
        ("1,234", 1234),
        ("0,123", 0.123),
        ("12,5", 12.5),
        ("−3", -3),
        ("- 3", -3),
        ("+3", 3),
        (".5", 0.5),
        ("5.", 5),
        ("1e3", 1000),
        ("55。5", 55.5),
        ("１２．５", 12.5),
        ("－１，２３４．５", -1234.5),
        ("١٬٢٣٤٫٥", 1234.5),
        ("\u200f−۱۲٫۵\u200e", -12.5),
        ("२.५", 2.5),
        ("1k", 1000),
        ("2万", 20_000),
        ("1 亿", 100_000_000),
        ("1.2千万", 12_000_000),
        ("2萬3456", 23_456),
        ("3億8000万", 380_000_000),
        ("2,5 mila", 2500),
        ("45 %", 0.45),
    ],
)
def test_that_a_bare_number_is_read_in_every_form_that_means_one_thing(text, number):
    assert read_quantity(text) == pytest.approx(number, rel=1e-15)


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("3800亿", "bn CNY", 380),
        ("3,800 亿元", "bn CNY", 380),
        ("人民币3800亿元", "bn CNY", 380),
        ("400 M", "bn CNY", 0.4),
        ("400 M", "M CNY/yr", 400),
        ("400", "M CNY/yr", 400),
        ("¥400 M", "M CNY/yr", 400),
        ("0.4 bn CNY/yr", "M CNY/yr", 400),
        ("400 million yuan per year", "M CNY/yr", 400),
        ("400 milioni di yuan all’anno", "M CNY/yr", 400),
        ("4亿元/年", "M CNY/yr", 400),
        ("100 M CNY/quarter", "M CNY/yr", 400),
        ("60 %", "share", 0.6),
        ("60 %", "%", 60),
        ("６０％", "%", 60),
        ("百分之60", "%", 60),
        ("60 percentage points", "%", 60),
        ("60 punti percentuali", "share", 0.6),
        ("60 per cent", "share", 0.6),
        ("60 per cento", "%", 60),
        ("60 per cent per year", "%/yr", 60),
        ("400 M a year", "M CNY/yr", 400),
        ("400 M per year", "M CNY/yr", 400),
        ("400 M al mese", "M CNY/yr", 4800),
        ("1\N{NO-BREAK SPACE}390\n", "M CNY/yr", 1390),
        ("60个百分点", "%", 60),
        ("5 % a year", "%/yr", 5),
        ("5 %", "1/yr", 0.05),
        ("0.05/yr", "1/yr", 0.05),
        ("18 months", "years", 1.5),
        ("1,5 anni", "years", 1.5),
        ("2031.25", "year", 2031.25),
        ("2031年", "year", 2031),
        ("3000 PFLOPS", "EFLOPS", 3),
        ("2万 EFLOPS/年", "EFLOPS/yr", 20_000),
        ("3 EFLOPS (FP16) per year", "EFLOPS/yr", 3),
        ("0.1 billion CNY per EFLOPS and year", "bn CNY/EFLOPS/yr", 0.1),
        ("100 k CNY/PFLOPS/yr", "bn CNY/EFLOPS/yr", 0.1),
        ("12000家企业", "firm", 12_000),
        ("500 MW per year", "GW/yr", 0.5),
        ("3000 PFLOPS realized", "EFLOPS realized", 3),
        ("68 trn tokens per day", "trn token/day", 68),
    ],
)
def test_that_a_quantity_is_converted_to_the_unit_that_is_wanted(text, unit, number):
    assert read_quantity(text, unit) == pytest.approx(number, rel=1e-15)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        *((text, "1") for text in ("", " ", "many", "nan", "inf", "∞", "1e999", "1e9999")),
        *((text, "1") for text in ("--5", "5-", "3-5", "(5)", "1/2", "½", "5²", "①", "0x10")),
        *((text, "1") for text in ("7_60", "1,23,456", "12 34", "1,234,56", "1.2.3", "5 5", "5,")),
        *((text, "1") for text in ("1,0000", "1万2", "1 2万", "约5", "~5", ">5", "5!", "9" * 99)),
        *((text, "M CNY") for text in ("5 m", "5 b", "1兆元", "400 €", "5 k M", "5 kW")),
        *((text, "M CNY") for text in ("5 M M CNY", "5 CNY CNY", "400 M CNY/yr", "M", "CNY")),
        *((text, "%") for text in ("60 %%", "60 % CNY", "60 bp", "%", "60 EFLOPS")),
        *((text, "firm") for text in ("1.234 imprese", "1,234 imprese", "2.500 mila")),
        ("2.500 milioni", "M CNY"),
        ("400 M CNY /", "M CNY/yr"),
        ("3 EFLOPS", "EFLOPS realized"),
        ("5 parsec/day", "parsec/fortnight"),
        ("5 EFLOPS", "parsec/fortnight"),
    ],
)
def test_that_what_is_not_understood_whole_is_refused(text, unit):
    with pytest.raises(ReadingError) as refused:
        read_quantity(text, unit)
    assert str(refused.value)


def test_that_each_unit_of_a_lever_or_assumption_is_understood_as_it_is_written():
    units = {lever.unit for lever in model().levers.values()}
    units |= {row.unit for row in model().assumptions.values()}
    assert len(units) > 8
    for unit in units:
        assert factor_between(unit_of_text(unit), unit) == 1
        behind = "" if unit == "1" else f" {unit}"
        assert read_quantity(f"1,234.5{behind}", unit) == 1234.5


def test_that_a_unit_in_no_known_form_is_read_as_it_is_written():
    unit = "M parsec/fortnight"
    assert read_quantity("1,234.5", unit) == 1234.5
    assert read_quantity(f"1,234.5 {unit}", unit) == 1234.5
    assert read_quantity("3 bn", unit) == 3000
