"""What a cell of the matrix shows, and its setting as text to a spreadsheet and back."""

import pytest

from planner.model.graph import model
from planner.model.inputs import elements_of
from planner.model.lever_settings import setting_of
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, lever_value, parts_of, with_lever
from planner.quantities.unit_system import BASE, UnitSystem
from tests.some import some
from ui.wording.compared.lever_cells import ends_text, lever_cell
from ui.wording.compared.lever_text import setting_text, setting_typed
from ui.wording.figures.units import tell_in
from ui.wording.paths.typed import Refused
from ui.wording.rows.described import described

PATH = LeverPath(((2026.0, 0.65), (2028.5, 0.75), (2030.0, 0.8)))
TARGET = described(model().levers["center_sellable_target"])
PLAN = described(model().levers["alibaba_plan"])


def test_that_a_cell_tells_number_place_on_the_slider_and_tick_of_the_baseline(qapp):
    cell = lever_cell(TARGET, with_lever(Scenario(), "center_sellable_target", 0.8), 2030)
    assert cell.number == "80"
    assert cell.row.is_changed
    assert cell.share > cell.baseline
    assert not cell.in_year
    assert cell.spoken == "What centers can sell: 80%, baseline 65, from 20 to 90%"
    assert ends_text(TARGET.scale) == "20–90%"


def test_that_a_cell_with_a_path_of_its_own_tells_the_shown_year(qapp):
    scenario = with_lever(Scenario(), "center_sellable_target", PATH)
    cell = lever_cell(TARGET, scenario, 2026)
    assert cell.row.has_own_path
    assert cell.in_year.endswith("in 2026")
    assert "follows a path" in cell.spoken


def test_that_a_number_goes_out_plain_and_comes_back_as_it_was(qapp):
    scenario = with_lever(Scenario(), "alibaba_plan", 1234.5)
    assert setting_text(PLAN, scenario) == "1234.5"
    assert setting_typed(PLAN, "1,234.5") == 1234.5
    assert setting_typed(TARGET, "80") == pytest.approx(0.8)
    assert setting_typed(TARGET, "80%") == pytest.approx(0.8)


def test_that_a_path_goes_out_with_its_dates_and_comes_back_as_it_was(qapp):
    scenario = with_lever(Scenario(), "center_sellable_target", PATH)
    text = setting_text(TARGET, scenario)
    assert text == "2026:65, 2028.5:75, 2030:80"
    assert setting_typed(TARGET, text) == PATH


@pytest.mark.parametrize(
    ("input_", "text", "said"),
    [
        (TARGET, "much", 'What centers can sell cannot be "much"'),
        (TARGET, "-5", 'What centers can sell cannot be "-5"'),
        (TARGET, "2026:65 2028:75", "What centers can sell cannot be"),
        (TARGET, "2028:75, 2026:65", "Nothing was changed:"),
        (TARGET, "1999:65, 2026:70", '"1999" is outside 2025 to 2051.'),
        (PLAN, "2026:65, 2028:75", "Alibaba's plan takes a number here, no path."),
    ],
)
def test_that_a_text_that_is_no_setting_is_refused_with_one_sentence(qapp, input_, text, said):
    with pytest.raises(Refused) as refused:
        setting_typed(input_, text)
    assert str(refused.value).startswith(said)
    assert str(refused.value).endswith(".")
    assert "\n" not in str(refused.value)


@pytest.fixture
def _told_as_ever():
    yield
    tell_in(BASE)


@pytest.mark.usefixtures("qapp", "_told_as_ever")
@pytest.mark.parametrize("system", [UnitSystem("USD"), UnitSystem("USD", "H100e")])
def test_that_a_number_comes_back_as_it_was_in_other_units(system):
    tell_in(system)
    for row in some(each for each in model().levers.values() if not parts_of(each)):
        input_ = described(row, elements_of(row)[0])
        value = round(lever_value(Scenario(), input_.address), 4)
        scenario = with_lever(Scenario(), input_.address, value)
        if isinstance(setting_of(scenario, input_.address), LeverPath):
            continue
        assert setting_typed(input_, setting_text(input_, scenario)) == value


@pytest.mark.usefixtures("qapp")
def test_that_dates_of_a_path_come_back_with_every_digit():
    path = LeverPath(((2026 + 1 / 3, 0.65), (2028.5, 0.75)))
    text = setting_text(TARGET, with_lever(Scenario(), "center_sellable_target", path))
    assert setting_typed(TARGET, text) == path
