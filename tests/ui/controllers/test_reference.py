"""What all is compared with: chosen by a hand, told everywhere, and left when it is closed."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.ensemble.projection import Request
from planner.model.scenario import Scenario, with_lever
from planner.studies.compare import changes, choice_of
from ui.charts.contents.readout import readout, written
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import default_setting
from ui.charts.contents.wording import ENGLISH
from ui.print.export import chart_csv
from ui.print.report.make import report_bytes
from ui.print.report.parts import Asked
from ui.wording.numbers import ENGLISH_NUMERALS

if TYPE_CHECKING:
    from ui.engine.shown_run import ShownRun

PAIR = ("enterprises", "")
DIFFERENCE = Request(*PAIR, "difference")
SHORT = Scenario(last_year=2031)
PLAN = with_lever(replace(SHORT, title="Plan"), "alibaba_plan", 760)
NETWORK = with_lever(replace(SHORT, title="Network in 2 years"), "network_build_time", 2.0)
DECEMBER_2030 = 71
ENTERPRISES = default_setting("enterprises")


def _settled(suanli, qtbot, title):
    """Wait until the run on screen is held against a scenario, empty for the baseline."""

    def is_there():
        run = suanli.published.run
        return run.against == title and run.is_whole and suanli.live.state == "held"

    qtbot.waitUntil(is_there, timeout=60_000)
    return suanli.published.run


@pytest.fixture
def two(drawn, qtbot):
    """Return the window with the plan on screen, and the network as what it is compared with."""
    drawn.workspace.open(NETWORK)
    drawn.workspace.open(PLAN, anew=True)
    box = drawn.window.shelf.scenarios.reference.box
    assert [box.itemText(row) for row in range(box.count())] == [
        "Baseline",
        "Network in 2 years",
        "Plan",
    ]
    _settled(drawn, qtbot, "")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    _settled(drawn, qtbot, "Network in 2 years")
    return drawn


def _cards(suanli):
    return suanli.window.center.kpis.displays


def test_that_differences_are_those_future_by_future_from_what_was_chosen(two):
    run = two.published.run
    asked = (NETWORK, PLAN)
    steps = changes(Projector(), *asked, [PAIR], choice_of(asked))
    expected = to_the_end(steps, None)[PAIR]
    bands = run.projection.series[DIFFERENCE].bands
    np.testing.assert_array_equal(bands[0], expected.low)
    np.testing.assert_array_equal(bands[2], expected.median)
    np.testing.assert_array_equal(run.projection.series[DIFFERENCE].higher, expected.higher)
    baseline = run.baseline.series[DIFFERENCE].line[DECEMBER_2030]
    assert baseline < -100, "the baseline too differs from what was chosen"


def test_that_all_who_tell_a_difference_say_from_what(two, qtbot):
    window = two.window
    assert window.status.note.text() == "Compared with: Network in 2 years"
    assert window.actions_["view_difference"].text() == "&Difference from Network in 2 years"
    assert (
        "Difference from Network in 2 years" in window.center.views.buttons["difference"].toolTip()
    )
    picture = window.center.charts.views[0].picture
    assert picture.effect_name == "difference from Network in 2 years"
    assert {curve.name for curve in picture.effect} == {"Plan"}
    window.center.choose_view("difference")
    picture = window.center.charts.views[0].picture
    assert picture.unit == "difference from Network in 2 years, enterprises"
    by_name = {curve.name: curve.line for curve in picture.curves}
    assert not by_name["Network in 2 years"].any()
    assert by_name["Baseline"].min() < -100
    qtbot.keyClick(window.shelf.scenarios.reference.box, Qt.Key.Key_Up)
    _settled(two, qtbot, "")
    assert window.status.note.text().startswith("Compared with: default levers")
    assert window.actions_["view_difference"].text() == "&Difference from baseline"
    assert window.center.views.buttons["difference"].toolTip() == ""
    picture = window.center.charts.views[0].picture
    assert picture.unit == "difference from the baseline, enterprises"


def test_that_what_leaves_the_window_names_what_it_is_held_against(two):
    run = two.published.run
    picture = chart_picture(ENTERPRISES, run)
    told = written(readout(picture, DECEMBER_2030, ENGLISH, ENGLISH_NUMERALS))
    assert told.splitlines()[-1] == "Differences from Network in 2 years"
    page = report_bytes(run, Asked(settings=(ENTERPRISES,))).decode()
    assert "Comparison with Network in 2 years, December 2030" in page
    assert "By December 2030, against Network in 2 years: AI enterprises " in page
    assert "against the baseline" not in page
    assert "--against &#x27;Network in 2 years&#x27;" in page
    table = chart_csv(replace(ENTERPRISES, view="difference"), run)
    views = {line.split(",")[4] for line in table.splitlines()[1:]}
    assert views == {"difference from Network in 2 years"}


def test_that_the_reference_on_screen_says_that_others_are_compared_with_it(two, qtbot):
    (network, _) = two.workspace.scenarios
    two.workspace.show(network)
    qtbot.waitUntil(lambda: two.published.run.scenario.title == "Network in 2 years")
    _settled(two, qtbot, "Network in 2 years")
    assert {card.difference for card in two.window.center._display.cards} == {
        "others are compared with it"
    }


def test_that_a_hand_moves_the_reference_and_the_others_follow(two, qtbot):
    (network, plan) = two.workspace.scenarios
    before = two.published.run.projection.series[DIFFERENCE].line.copy()
    two.workspace.show(network)
    qtbot.waitUntil(lambda: two.published.run.scenario.title == "Network in 2 years")
    network.edit("Move", with_lever(network.scenario, "network_build_time", 6.0))
    two.workspace.show(plan)
    qtbot.waitUntil(lambda: two.published.run.scenario.title == "Plan", timeout=60_000)
    run = _settled(two, qtbot, "Network in 2 years")
    after = run.projection.series[DIFFERENCE].line
    assert after[DECEMBER_2030] - before[DECEMBER_2030] > 100


def test_that_a_moving_hand_shows_differences_from_what_was_chosen(two, qtbot):
    plan = two.workspace.current
    seen: list[ShownRun] = []
    two.published.changed.connect(seen.append)
    for count, value in enumerate((770, 790, 820), start=1):
        plan.edit("Move", with_lever(plan.scenario, "alibaba_plan", value), "drag", final=False)
        qtbot.waitUntil(lambda count=count: len(seen) >= count, timeout=60_000)
    assert {run.against for run in seen} == {"Network in 2 years"}
    assert all(DIFFERENCE in run.projection.series for run in seen)


def test_that_closing_the_reference_leads_back_to_the_baseline_with_a_word(two, qtbot):
    (network, _) = two.workspace.scenarios
    two.workspace.close(network)
    assert two.window.status.told == (
        "“Network in 2 years” is closed: compared with the baseline again"
    )
    assert two.window.shelf.scenarios.reference.box.currentText() == "Baseline"
    run = _settled(two, qtbot, "")
    assert run.reference is None


def test_that_a_scenario_of_other_futures_tells_no_difference_but_why(two, qtbot):
    apart = two.workspace.open(replace(NETWORK, title="Apart", seed=7), anew=True)
    plan = two.workspace.scenarios[1]
    two.workspace.show(plan)
    box = two.window.shelf.scenarios.reference.box
    box.activated.emit(3)
    assert two.workspace.compared is apart
    assert two.window.status.told.startswith("“Apart” is drawn with other futures")
    _settled(two, qtbot, "Apart")
    cards = two.window.center._display.cards
    assert {card.difference for card in cards} == {"Apart has other futures"}
    assert all(card.value != "…" and not card.share and card.whisker is None for card in cards)
    picture = two.window.center.charts.views[0].picture
    drawn = [curve for curve in picture.effect if np.isfinite(curve.line).any()]
    assert drawn == []


def test_that_the_comparison_follows_the_window_until_it_chooses_itself(two, qtbot):
    window = two.window
    window.center.show_table(True)
    sheet = window.center.compare.sheet
    _settled(two, qtbot, "Network in 2 years")
    assert sheet.shown.reference_name == "“Network in 2 years”"
    assert sheet.shown.is_as_run
    assert window.center.compare.bar.references.currentText() == "Network in 2 years"
    window.center.compare.bar.references.activated.emit(0)
    assert sheet.shown.reference_name == "the baseline"
    assert not sheet.shown.is_as_run
    asked = Projector().project(PLAN, [DIFFERENCE]).series[DIFFERENCE].line[DECEMBER_2030]

    def has_answer():
        column = sheet.shown.columns[1]
        return bool(column.changes) and PAIR in column.changes

    qtbot.waitUntil(has_answer, timeout=60_000)
    assert sheet.shown.columns[1].changes[PAIR].median[DECEMBER_2030] == pytest.approx(asked)


def test_that_a_workbook_of_the_window_names_what_differences_are_from(two, qtbot, tmp_path):
    path = tmp_path / "all.xlsx"
    with qtbot.waitSignal(two.exports.numbers.done, timeout=120_000):
        two.exports.write_numbers(path)
    rows = load_workbook(path, read_only=True)["Comparison"].iter_rows(values_only=True)
    head = next(rows)
    told = next(row for row in rows if row[0] == "AI enterprises" and row[3].year == 2030)
    cells = dict(zip(head, told, strict=True))
    assert "Network in 2 years: difference from Network in 2 years" not in head
    name = "{}: difference from Network in 2 years"
    run = two.published.run
    for title, each in (("Plan", run.projection), ("Baseline", run.baseline)):
        line = each.series[DIFFERENCE].line[DECEMBER_2030]
        assert cells[name.format(title)] == pytest.approx(line, abs=0.6)
    assert not [each for each in head if each.endswith(": difference")]
