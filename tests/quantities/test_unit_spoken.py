"""A unit has the words and the magnitude of the language spoken, and its number the factor."""
# ruff: noqa: RUF001 - marks as they stand in Chinese

import re

import pytest

from planner.facts.load import evidence
from planner.model.graph import model
from planner.quantities.shown import with_unit
from planner.quantities.told.values import range_text
from planner.quantities.typed.reading import read_quantity
from planner.quantities.unit_forms import UnitForm, unit_form
from planner.quantities.unit_spoken import LANGUAGES
from planner.quantities.unit_system import UnitSystem
from planner.storage.sentences.spoken import LANGUAGES as SPOKEN
from planner.storage.sentences.spoken import speaking
from tests.some import some

DOLLARS = UnitSystem(money="USD")
CARDS = UnitSystem(compute="H100e")
SYSTEMS = (UnitSystem(), UnitSystem(money="USD", compute="H100e"))
_FOREIGN = re.compile(r"CNY|USD|\b[Mk] |百万|十亿|[a-z]{3}")
_MARKS = {"it": str.maketrans(",.", ".,")}


def _units() -> set[str]:
    known = model()
    units = {row.unit for row in known.levers.values()}
    units |= {row.unit for row in known.assumptions.values()}
    for row in known.outcomes.values():
        units |= {row.unit, row.told_in}
    return units | {*known.units.values()} | {fact.unit for fact in evidence().facts.values()}


@pytest.mark.parametrize(
    ("unit", "value", "english", "italian", "chinese"),
    [
        ("M CNY/yr", 80.0, "80 M CNY/yr", "80 mln CNY/anno", "8000 万元/年"),
        ("M CNY/yr", 600.0, "600 M CNY/yr", "600 mln CNY/anno", "6 亿元/年"),
        ("bn CNY", 380.0, "380 bn CNY", "380 mld CNY", "3800 亿元"),
        ("bn CNY", 999.0, "999 bn CNY", "999 mld CNY", "9990 亿元"),
        ("bn CNY", 4300.0, "4300 bn CNY", "4300 mld CNY", "4.3 万亿元"),
        ("M CNY/firm", 51.0, "51 M CNY/enterprise", "51 mln CNY/impresa", "5100 万元/家"),
        ("M CNY/firm", 150.0, "150 M CNY/enterprise", "150 mln CNY/impresa", "15000 万元/家"),
        ("firm/M CNY", 0.02, "0.02 enterprises/M CNY", "0.02 imprese/mln CNY", "2 家/亿元"),
        ("firm", 12500.0, "12500 enterprises", "12500 imprese", "12500 家"),
        ("model", 3.0, "3 model", "3 modelli", "3 款"),
        ("M person", 1.2, "1.2 M person", "1.2 mln posti", "120 万人"),
        ("TWh/yr", 120.0, "120 TWh/yr", "120 TWh/anno", "1200 亿千瓦时/年"),
        ("GW", 4.0, "4 GW", "4 GW", "400 万千瓦"),
        ("H100", 1.36e6, "1.36 M H100", "1.36 mln H100 eq.", "136 万张等效 H100"),
        ("EFLOPS/yr", 300.0, "300 EFLOPS/yr", "300 EFLOPS/anno", "300 EFLOPS/年"),
        ("trn token/day", 68.0, "68 trn token/day", "68 mila mld token/giorno", "68 万亿词元/日"),
        ("CNY/M token", 2.0, "2 CNY/M token", "2 CNY/mln token", "2 元/百万词元"),
        ("share", 0.5, "50%", "50%", "50%"),
        ("1/yr", 0.05, "5%/yr", "5% all’anno", "5%/年"),
        ("yr", 3.0, "3 years", "3 anni", "3 年"),
    ],
)
def test_that_a_number_has_the_unit_and_the_magnitude_of_its_language(
    unit, value, english, italian, chinese
):
    for language, said in some(tuple(zip(SPOKEN, (english, italian, chinese), strict=True))):
        with speaking(language):
            form = unit_form(unit).of_size(value)
        assert with_unit(f"{value * form.factor:.6g}", form.shown) == said


@pytest.mark.parametrize(
    ("unit", "system", "italian", "chinese"),
    [
        ("bn CNY/yr", DOLLARS, "mld USD/anno", "亿美元/年"),
        ("EFLOPS", CARDS, "mila H100 eq.", "万张等效 H100"),
        ("bn CNY/EFLOPS/yr", DOLLARS, "USD/ora-acceleratore", "美元/卡时"),
        ("bn CNY/EFLOPS/yr", UnitSystem(), "CNY/ora-acceleratore", "元/卡时"),
    ],
)
def test_that_the_chosen_currency_and_compute_unit_are_said_in_each_language(
    unit, system, italian, chinese
):
    assert unit_form(unit, system, "it").shown == italian
    assert unit_form(unit, system, "zh_CN").shown == chinese


@pytest.mark.parametrize(
    ("unit", "italian", "chinese"),
    [
        ("M CNY/yr", "mln CNY all’anno", "亿元/年"),
        ("bn CNY/EFLOPS", "mld CNY per EFLOPS", "亿元/EFLOPS"),
        ("M CNY/firm/yr", "mln CNY per impresa e anno", "万元/家/年"),
        ("trn token/day", "mila miliardi di token al giorno", "万亿词元/日"),
        ("M person", "milioni di posti", "万人"),
        ("CNY/M token", "CNY per milione di token", "元/百万词元"),
        ("EFLOPS realized", "EFLOPS (FP16) effettivi", "有效 EFLOPS（FP16）"),
    ],
)
def test_that_a_unit_stands_in_words_above_many_numbers(unit, italian, chinese):
    assert unit_form(unit, language="it").words == italian
    assert unit_form(unit, language="zh_CN").words == chinese


def test_that_shares_differ_by_points_in_each_language():
    forms = [unit_form("share", language=each) for each in SPOKEN]
    assert [form.difference for form in forms] == ["points", "p.p.", "个百分点"]
    assert [form.difference_words for form in forms] == [
        "percentage points",
        "punti percentuali",
        "个百分点",
    ]


def _forms(unit: str, system: UnitSystem) -> tuple[UnitForm, ...]:
    form = unit_form(unit, system)
    return (form, *(each for _, each in form.sizes))


@pytest.mark.parametrize("language", SPOKEN)
def test_that_what_is_shown_is_read_back_as_itself_in_every_unit_and_language(language):
    for unit, system in some([(unit, system) for unit in _units() for system in SYSTEMS]):
        with speaking(language):
            for form in some(_forms(unit, system)):
                for number in (1.234, 12345.678):
                    text = f"{number:,}".translate(_MARKS.get(language, {}))
                    for typed in (text, with_unit(text, form.shown)):
                        read = read_quantity(typed, form.typed)
                        assert read == pytest.approx(number, rel=1e-12), (unit, typed)


def test_that_no_english_and_no_thousand_or_million_is_left_in_a_unit_in_chinese():
    for unit in some(_units()):
        for form in some([each for system in SYSTEMS for each in _forms_in("zh_CN", unit, system)]):
            for text in (form.shown, form.words, form.short, form.difference):
                left = text.replace("百万词元", "")
                assert not _FOREIGN.search(left), (unit, text)


def _forms_in(language, unit, system):
    with speaking(language):
        return _forms(unit, system)


def test_that_a_table_of_a_language_holds_every_part_that_is_shown_of_a_unit():
    for language in some(tuple(LANGUAGES)):
        for unit in some(_units()):
            assert "enterprise" not in unit_form(unit, language=language).shown


def test_that_the_same_number_in_any_form_of_a_language_is_the_same_number_of_the_model():
    with speaking("zh_CN"):
        for value in some((3.0, 250.0, 1_200_000.0)):
            for form in some(_forms("M CNY", UnitSystem())):
                typed = f"{value * form.factor:.9f}{form.shown}"
                assert read_quantity(typed, "M CNY") == pytest.approx(value)


def test_that_a_range_of_a_file_is_in_the_units_of_files_whatever_is_spoken():
    with speaking("zh_CN"):
        assert range_text(0, 100_000, "M CNY/yr") == "0～100000 M CNY/yr"
