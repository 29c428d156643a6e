"""One choice of units for the whole window: cards, charts, levers, what is typed, and exports."""

import csv
import json
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.ensemble.projection import Request
from planner.model.scenario import Scenario, lever_value, with_lever
from planner.model.sums import sums_of
from planner.quantities.told.numerals import numerals
from planner.quantities.unit_system import BASE, UnitSystem
from planner.storage.places import state_folder
from planner.storage.sentences.spoken import speaking
from tests.ui.conftest import A_MINUTE
from ui.app import build
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import ChartSetting
from ui.charts.contents.words import wording
from ui.charts.rescaled import rescaled, told
from ui.print.sheet import provenance
from ui.process.state.settings import FILE_NAME
from ui.wording.figures.units import tell_in, units


@pytest.fixture(autouse=True)
def _as_by_default():
    yield
    tell_in(BASE)


def _value(window, outcome):
    cards = zip(window.center.kpis.rows, window.center.kpis.cards, strict=True)
    return next(card.shown for row, card in cards if row.outcome == outcome)


def test_that_cards_charts_and_levers_tell_the_same_in_dollars_and_cards(drawn):
    window = drawn.window
    rent = _value(window, "rent")
    assert rent.unit == "CNY/card-h"
    window.actions_["money_usd"].trigger()
    window.actions_["compute_h100e"].trigger()
    assert units() == UnitSystem("USD", "H100e")
    told_now = _value(window, "rent")
    assert told_now.unit == "USD/card-h"
    assert float(told_now.value) == pytest.approx(float(rent.value) / 7.2, rel=6e-3)
    picture = chart_picture(ChartSetting("rent"), drawn.published.run, wording())
    assert picture.unit == "USD per card-hour (H100 equivalent)"
    assert window.center.head.unit_button.text() == "USD, H100e"
    row = window.side.levers.row("alibaba_plan")
    assert row.field.text() == "52.8"
    assert window.actions_["money_usd"].isChecked()
    assert not window.actions_["money_cny"].isChecked()


def test_that_the_toolbar_names_the_currency_in_the_language(drawn):
    button = drawn.window.center.head.unit_button
    with speaking("zh_CN"):
        drawn.window.actions_["compute_h100e"].trigger()
        assert button.text() == "元、H100e"


def test_that_a_typed_number_is_in_the_shown_unit_and_others_are_converted(drawn, subtests):
    drawn.window.actions_["money_usd"].trigger()
    field = drawn.window.side.levers.row("alibaba_plan").field
    for typed in ("100", "720 bn CNY", "7200亿元", "100 bn USD"):
        with subtests.test(typed=typed):
            assert lever_value(drawn.document.scenario, "alibaba_plan") == 380
            field.lineEdit().selectAll()
            field.lineEdit().insert(typed)
            QTest.keyClick(field, Qt.Key.Key_Return)
            assert lever_value(drawn.document.scenario, "alibaba_plan") == pytest.approx(720)
        drawn.document.undo_stack.undo()


def test_that_a_field_left_as_it_is_changes_nothing_in_any_unit(drawn):
    drawn.document.edit("Plan", with_lever(Scenario(), "alibaba_plan", 400.123456789))
    before = drawn.document.scenario
    for key in ("money_usd", "compute_h100e", "compute_mw", "money_cny"):
        drawn.window.actions_[key].trigger()
        for control in drawn.window.side.levers.controls.values():
            control.row.field.editingFinished.emit()
        assert drawn.document.scenario == before
    assert drawn.document.undo_stack.count() == 1


def test_that_installed_compute_is_told_in_the_power_of_its_fleet(drawn, qtbot):
    window = drawn.window
    window.center.show_chart("installed_compute")
    window.actions_["compute_mw"].trigger()
    assert Request("facility_power") in window.center.requests()
    qtbot.waitUntil(lambda: drawn.live.state == "held", timeout=A_MINUTE)
    picture = chart_picture(window.center.charts.settings[0], drawn.published.run, wording())
    power = drawn.published.run.projection.series[Request("facility_power")]
    assert picture.title.startswith("Installed compute")
    assert picture.unit == "MW"
    assert picture.curves[0].line == pytest.approx(power.line * 1000)


def test_that_what_is_pinned_shows_the_same_in_other_units():
    setting = ChartSetting("rent", limits=(2026.0, 2030.0, 7.2, 72.0))
    logged = ChartSetting("rent", log=True, limits=(2026.0, 2030.0, 0.0, 2.0))
    before = told(setting)
    tell_in(UnitSystem(money="USD"))
    assert rescaled(setting, before).limits == pytest.approx((2026.0, 2030.0, 1.0, 10.0))
    limits = rescaled(logged, before).limits
    assert limits is not None
    _, _, low, high = limits
    assert (10**low, 10**high) == pytest.approx((1 / 7.2, 100 / 7.2))
    installed = ChartSetting("installed_compute", limits=(2026.0, 2030.0, 0.0, 1.0))
    before = told(installed)
    tell_in(UnitSystem(compute="MW"))
    assert rescaled(installed, before).limits is None


def test_that_an_export_in_dollars_says_at_which_rate(drawn):
    run = drawn.published.run.projection
    assert "USD" not in provenance(run, numerals(), date(2026, 11, 26))
    tell_in(UnitSystem(money="USD"))
    said = provenance(run, numerals(), date(2026, 11, 26))
    assert "7.2 in every year, the rate of 2024-2025 (P154)" in said


@pytest.mark.parametrize(
    ("kept", "found"),
    [
        ({"money": "USD", "compute": "MW"}, UnitSystem("USD", "MW")),
        ({"money": "EUR", "compute": ""}, BASE),
        ({}, BASE),
    ],
)
def test_that_the_choice_comes_back_where_it_is_known(qtbot, kept, found):
    state_folder().mkdir(parents=True, exist_ok=True)
    (state_folder() / FILE_NAME).write_text(json.dumps(kept), "utf-8")
    suanli = build()
    assert units() == found
    suanli.close()
    suanli.take_down()


def test_that_what_leaves_the_window_tells_the_chosen_units_and_places(drawn, tmp_path, qtbot):
    window = drawn.window
    window.center.areas.choose(("beijing", "henan"))
    window.actions_["money_usd"].trigger()
    qtbot.waitUntil(lambda: drawn.live.state == "held", timeout=A_MINUTE)
    window.center.show_chart("voucher_money")
    qtbot.waitUntil(lambda: drawn.live.state == "held", timeout=A_MINUTE)
    index = next(n for n, s in enumerate(window.center.all_settings) if s.chart == "voucher_money")
    assert drawn.exports.write_chart(index, tmp_path / "chart.csv")
    head, *lines = csv.DictReader((tmp_path / "chart.csv").read_text().splitlines())
    assert {line["unit"] for line in lines} == {"M USD/yr"}
    assert {line["index"] for line in lines} >= {"beijing", "henan"}
    assert head["note"].startswith("USD are CNY at 7.2")
    path = tmp_path / "numbers.csv"
    with qtbot.waitSignal(drawn.exports.done, timeout=A_MINUTE):
        drawn.exports.write_numbers(path)
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines()))
    paid = [row for row in rows if row["outcome"] == "voucher_spend"]
    assert {row["unit"] for row in paid} == {"M USD/yr"}
    assert {row["index"] for row in paid} >= set(sums_of(("beijing", "henan")))


def test_that_every_card_of_ask_tells_its_answer_in_the_units_that_were_chosen(drawn, qtbot):
    few = replace(Scenario(title="Few"), futures=64, last_year=2030)
    few = with_lever(few, "voucher_budget.chengdu", 1234.0)
    drawn.workspace.open(few, anew=True)
    qtbot.waitUntil(lambda: drawn.published.run.scenario == few, timeout=A_MINUTE)
    drawn.window.actions_["ask_all"].trigger()
    drawn.ask.panel.head.outcome.chosen.emit("voucher_spend")
    for key in ("why", "survive", "discover", "future"):
        drawn.window.actions_[f"ask_{key}"].trigger()
        card = drawn.ask.panel.cards[key]
        qtbot.waitUntil(lambda card=card: card.answer() is not None, timeout=A_MINUTE)
        drawn.window.actions_["money_usd"].trigger()
        after = card.sentence.text() + card.line.text()
        drawn.window.actions_["money_cny"].trigger()
        before = card.sentence.text() + card.line.text()
        assert ("CNY" in before) == ("USD" in after), key
        assert "CNY" not in after
        assert card.answer() is not None
