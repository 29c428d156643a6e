"""What is read together is in one unit, chosen by its largest number where a language does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model.graph import model
from planner.model.targets.target import Target
from planner.quantities.typed.reading import read_quantity
from planner.quantities.unit_forms import unit_form
from planner.quantities.unit_system import UnitSystem
from planner.storage.sentences.spoken import speaking
from tests.some import some
from ui.wording.answers.spending.names import plain_money
from ui.wording.answers.spending.typed import bare_money, money_typed
from ui.wording.figures.units import forget_told, form_of, telling_in
from ui.wording.key_figures import kpi_head
from ui.wording.rows.path_display import number_in
from ui.wording.scale import scale_of_lever
from ui.wording.targets.told import number_to_edit
from ui.wording.targets.typed import level_typed

TOLD = ("en", "zh_CN")
SYSTEMS = (UnitSystem(), UnitSystem("USD", "H100e"), UnitSystem("CNY", "MW"))


@pytest.fixture(autouse=True)
def _nothing_of_another_language_is_kept():
    forget_told()
    yield
    forget_told()


def test_that_a_card_has_the_unit_of_its_largest_level():
    with speaking("zh_CN"):
        head = kpi_head("industry_output")
        assert (head.unit, head.of_size(800.0).unit) == ("亿元/年", "亿元/年")
        large = head.of_size(800.0, 1200.0)
        assert (large.unit, large.short_unit_beside) == ("万亿元/年", "万亿元/年")
        assert 1200.0 * large.form.factor == pytest.approx(1.2)
    forget_told()
    assert kpi_head("industry_output").of_size(1200.0) is kpi_head("industry_output")


@pytest.mark.parametrize("language", TOLD)
@given(share=st.floats(min_value=0.0, max_value=1.0))
def test_that_what_the_field_of_a_lever_shows_is_read_back_in_every_language_and_unit(
    language, share
):
    for system in some(SYSTEMS):
        forget_told()
        with speaking(language), telling_in(system):
            for lever in some(tuple(model().levers.values())):
                scale = scale_of_lever(lever)
                value = scale.value_at(round(share * scale.steps))
                text = number_in(scale, value)
                read = read_quantity(text, scale.typed_unit)
                again = scale.typed(read)
                text = number_in(scale, again)
                assert read_quantity(text, scale.typed_unit) == read, (lever.key, text)
                if system == UnitSystem():
                    assert again == pytest.approx(value, rel=1e-6, abs=1e-6), (lever.key, text)


@pytest.mark.parametrize("language", TOLD)
def test_that_the_level_of_a_target_is_read_back_in_every_language(language):
    with speaking(language):
        for outcome in some([row.key for row in model().outcomes.values() if not row.is_counted]):
            factor = form_of(model().outcomes[outcome].told_in).factor
            for shown in (0.5, 37.25, 12345.0):
                level = shown / factor
                text = number_to_edit(Target(outcome, "at least", level, "", 2030), level)
                assert level_typed(outcome, text) == pytest.approx(level), outcome


@pytest.mark.parametrize("language", TOLD)
def test_that_an_amount_of_money_is_read_back_in_every_language(language):
    with speaking(language):
        for amount in some((35.0, 0.5, 1234.5, 655.0)):
            assert money_typed(bare_money(amount)) == pytest.approx(amount)


def test_that_an_amount_is_as_exact_in_every_language():
    assert [plain_money(each) for each in (655.0, 51.0, 2.5)] == ["655", "51", "2.5"]
    with speaking("zh_CN"):
        told = [plain_money(each) for each in (655.0, 51.0, 2.5, 600.0)]
    assert told == ["6.55", "0.51", "0.025", "6"]


def test_that_a_form_has_as_many_decimals_as_it_needs_to_be_as_exact():
    assert unit_form("M CNY/yr", language="zh_CN").decimals(4) == 6
    assert unit_form("bn CNY", language="zh_CN").decimals(4) == 3
    assert unit_form("firm", language="zh_CN").decimals(0) == 0
    assert unit_form("TWh/yr", language="it").decimals(4) == 4
