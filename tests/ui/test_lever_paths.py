"""Levers that follow a path: what their rows show, how a slider moves them, how history says it."""

import pytest

from planner.model.graph import model
from planner.model.inputs import elements_of
from planner.model.lever_settings import with_lever_of
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, lever_path, lever_value, with_lever
from planner.studies.between import between
from ui.documents.resets import reset
from ui.wording.moves import move_of

NAME = "voucher_budget.shanghai"
KNOTS = LeverPath(((2025, 0), (2025.583, 600), (2028, 900), (2031, 0)))
WITH_PATH = with_lever(Scenario(title="Path"), NAME, KNOTS)


@pytest.fixture
def panel(suanli):
    suanli.document.edit("Open", WITH_PATH)
    return suanli.window.side.levers


def path_of(suanli):
    return lever_path(suanli.document.scenario, NAME)


def note_of(row):
    return row.note_line.full_text


def test_that_a_row_tells_the_value_in_the_year_that_is_shown_where_it_is_another(suanli, panel):
    row = panel.row(NAME)
    assert row.field.value() == 900
    assert " in Dec 2030" not in note_of(row)
    suanli.window.center.choose_year(2026)
    assert "600 M CNY/yr in Dec 2026" in note_of(row)
    suanli.window.center.choose_year(2032)
    assert "0 M CNY/yr in Dec 2032" in note_of(row)
    assert "0 M CNY/yr in Dec 2032" in row.slider.accessible().description


def test_that_the_row_of_all_areas_shows_their_sum(suanli, panel):
    suanli.window.center.choose_year(2026)
    others = sum(
        lever_value(Scenario(), f"voucher_budget.{area}")
        for area in ("beijing", "shenzhen", "chengdu", "ningbo", "shandong", "henan")
    )
    assert panel.row("voucher_budget").field.value() == 900 + others
    assert f"{600 + others:,g} M CNY/yr in Dec 2026" in note_of(panel.row("voucher_budget"))


def test_that_a_row_of_a_constant_shows_no_year_and_no_path(panel):
    row = panel.row("network_build_time")
    assert note_of(row) == ""
    assert not row.note_line.isVisibleTo(row)
    assert not row.path_button.isVisibleTo(row)


def test_that_a_path_of_the_scenario_stands_under_its_row(panel):
    row, other = panel.row(NAME), panel.row("voucher_budget.beijing")
    assert "Path: 0 until Aug 2025, 600 from Aug 2025, 900 from 2028" in note_of(row)
    assert row.path_button.property("path") == "own"
    assert "Path" not in note_of(other)
    assert other.path_button.property("path") == "default"


def test_that_the_path_button_opens_every_date_and_closes_them(suanli):
    row = suanli.window.side.levers.row("other_capex")
    row.path_button.click()
    rows = suanli.paths.drawer.page.rows
    assert (rows[0].date, rows[0].value) == ("Jan 2025", "523")
    assert (rows[-1].date, rows[-1].value) == ("Jan 2036", "1,590")
    row.path_button.click()
    assert suanli.paths.drawer is None


def test_that_the_tip_tells_every_knot(panel):
    tip = panel.row(NAME).tip()
    assert "Over time: 0 until Aug 2025, 600 from Aug 2025, 900 from 2028, 0 from 2031" in tip
    assert "Over time" not in panel.row("network_build_time").tip()


def test_that_a_slider_scales_the_path_and_undo_is_one_step(suanli, panel):
    row = panel.row(NAME)
    before = suanli.document.undo_stack.count()
    for value in (1200.0, 0.0, 1800.0):
        row.moved.emit("central", value, False)
    row.settled.emit()
    assert path_of(suanli).values == (0, 1200, 1800, 0)
    assert suanli.document.undo_stack.count() == before + 1
    suanli.document.undo_stack.undo()
    assert path_of(suanli) == KNOTS


def test_that_the_row_of_all_areas_scales_each_path(suanli, panel):
    row = panel.row("voucher_budget")
    row.moved.emit("central", 0.0, False)
    row.moved.emit("central", row.described.scale.high, False)
    row.settled.emit()
    dates = path_of(suanli).dates
    assert dates == KNOTS.dates
    assert path_of(suanli).values[2] > 900


def test_that_a_path_goes_back_to_default_and_to_saved():
    other = with_lever(WITH_PATH, NAME, 50)
    assert reset(WITH_PATH, [NAME], "default", Scenario()).levers == ()
    assert reset(other, [NAME], "saved", WITH_PATH).levers == WITH_PATH.levers
    assert reset(other, [NAME], "baseline", WITH_PATH).levers == ()
    assert with_lever_of(Scenario(), NAME, WITH_PATH).levers == WITH_PATH.levers


def test_that_a_row_whose_path_alone_differs_is_changed(suanli, panel):
    same_number = LeverPath(((2025, 0), (2027, lever_value(Scenario(), NAME))))
    suanli.document.edit("Open", with_lever(Scenario(), NAME, same_number))
    row = panel.row(NAME)
    assert row.field.value() == lever_value(Scenario(), NAME)
    assert row.reset_button.isEnabled()


def test_that_history_says_a_new_path_in_one_line(qapp):
    move = move_of("Edit", Scenario(), WITH_PATH)
    assert move.title == "Voucher budget, Shanghai"
    assert (
        move.change
        == "600 from 2028, later dates alike → 900 from 2028, later dates alike (M CNY/yr)"
    )


def test_that_history_says_paths_of_all_areas_together_and_not_the_sum_of_their_tops(qapp):
    rising = LeverPath(((2025, 100), (2027, 200)))
    changed = Scenario()
    for area in elements_of(model().levers["voucher_budget"]):
        changed = with_lever(changed, f"voucher_budget.{area}", rising)
    move = move_of("Edit", Scenario(), changed)
    assert move.title == "Voucher budget, all places"
    assert move.change.endswith(" → 700 until 2027, 1,400 from 2027 (M CNY/yr)")
    assert move.change.startswith("590 until Jun 2025, ")


def test_that_history_says_areas_that_turn_more_often_than_a_path_may(qapp):
    changed, areas = Scenario(), elements_of(model().levers["voucher_budget"])
    for place, area in enumerate(areas):
        knots = tuple((2025 + each + place / 10, 100.0 + each) for each in range(24))
        changed = with_lever(changed, f"voucher_budget.{area}", LeverPath(knots))
    assert " more, " in move_of("Edit", Scenario(), changed).change


def test_that_history_says_a_scaled_path_by_its_number(qapp):
    scaled = with_lever(
        WITH_PATH, NAME, LeverPath(((2025, 0), (2025.583, 400), (2028, 600), (2031, 0)))
    )
    assert move_of("Edit", WITH_PATH, scaled).change == "path, 900 → 600 M CNY/yr"


def test_that_a_path_is_there_at_once_in_a_replay():
    assert between(Scenario(), WITH_PATH, 0.5).levers == WITH_PATH.levers
    assert between(Scenario(), WITH_PATH, 0.0).levers == ()


def test_that_a_name_stays_whole_and_the_note_under_it_gets_shorter(drawn, qtbot):
    row = drawn.window.side.levers.row("local_fund")
    said = []
    for width in (800, 330):
        drawn.window.side.setFixedWidth(width)
        qtbot.waitUntil(lambda width=width: row.width() <= width)
        qtbot.waitUntil(lambda: row.name_label.text() == "Public AI fund")
        said.append(row.note_line.text())
    assert "No published figure: Shanghai, Shenzhen, Chengdu, Ningbo, Henan" in said[0]
    assert said[1] == "2,000 in 2030 · In dispute · 5 of 7 unpublished"


def test_that_the_row_of_an_area_has_the_button_and_its_value_where_that_is_another(suanli):
    row = suanli.window.side.levers.row("voucher_budget.henan")
    for year, text in ((2030, ""), (2032, "0 M CNY/yr in Dec 2032")):
        suanli.window.center.choose_year(year)
        assert row.path_button.isVisibleTo(row)
        assert note_of(row) == text


SLIDERS = {
    "voucher_budget.ningbo": (120, 1),
    "voucher_budget.shanghai": (2400, 10),
    "local_fund.beijing": (20_000, 50),
    "subsidy_rate.henan": (0.8, 0.005),
}


def test_that_the_slider_of_an_area_ends_at_four_times_its_default(suanli, subtests):
    for name, end_and_step in SLIDERS.items():
        with subtests.test(name=name):
            scale = suanli.window.side.levers.row(name).described.scale
            assert (scale.high, scale.step) == pytest.approx(end_and_step)


def test_that_the_tip_of_all_areas_tells_their_sum_and_not_one_of_them(suanli):
    tip = suanli.window.side.levers.row("voucher_budget").tip()
    assert "Default: 1,510 M CNY/yr, of which Beijing 200, Shanghai 600, " in tip
    assert "Over time: 590 until Jun 2025, " in tip
    assert ", 1,510 from 2026, 0 from 2031 (M CNY/yr)" in tip
    assert "In dispute</b>: Chengdu" in tip
    assert "%" in suanli.window.side.levers.row("subsidy_rate").tip()
    beijing = suanli.window.side.levers.row("voucher_budget.beijing").tip()
    assert "In dispute" not in beijing


def test_that_a_path_is_told_with_digits_that_tell(suanli):
    path = LeverPath(((2025, 98.4), (2025.25, 400 / 3), (2028.25, 180)))
    told = move_of("Edit", Scenario(), with_lever(Scenario(), "alibaba_capex", path))
    assert "133 from Apr 2025" in told.change
    assert "133.33" not in told.change
