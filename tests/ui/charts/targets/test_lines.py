"""The lines that targets draw: where they run, where a hand takes them, where a label fits."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from planner.ensemble.met import Met
from planner.ensemble.projection import Request
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_targets
from planner.model.targets.target import Target
from planner.quantities.unit_system import BASE, UnitSystem
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import default_setting
from ui.charts.layout.look import Look
from ui.charts.layout.pixels import Pixels
from ui.charts.layout.scale import scale_of
from ui.charts.targets.chips import Spot, Taken
from ui.charts.targets.drag import Way, dragged, round_start, rounded
from ui.charts.targets.lines import DECEMBER, level_requests, target_lines, target_marks
from ui.charts.targets.strokes import stroke_of
from ui.engine.shown_run import ShownRun
from ui.print.sheet import sheet_of
from ui.wording.figures.units import tell_in

CHART = default_setting("enterprises")
ENOUGH = Target("enterprises", "at least", 1200.0, year=2030)
PIXELS = Pixels(left=-2025 * 40.0, per_year=40.0, top=400.0, per_value=-0.2, height=400.0)


def _lines(made, *targets, setting=CHART):
    return target_lines(setting, made(with_targets(Scenario(title="Mine"), targets)))


def test_that_a_line_runs_from_the_left_to_december_of_its_year(made):
    (line,) = _lines(made, ENOUGH)
    assert line.times.tolist() == [2025.0, 2030 + DECEMBER]
    assert line.values.tolist() == [1200.0, 1200.0]
    assert line.handles == ((2030 + DECEMBER, 1200.0),)


def test_that_a_target_of_every_year_runs_to_the_end(made):
    (line,) = _lines(made, replace(ENOUGH, year=None))
    assert line.handles[0][0] == 2035 + DECEMBER


def test_that_a_path_is_drawn_as_a_path_and_steps_where_it_does(made):
    path = LeverPath(((2026.0, 900.0), (2030.0, 1200.0)))
    (line,) = _lines(made, Target("enterprises", "at least", path, between="linear"))
    assert line.times.tolist() == [2026.0, 2030.0, 2035 + DECEMBER]
    assert line.values.tolist() == [900.0, 1200.0, 1200.0]
    (line,) = _lines(made, Target("enterprises", "at least", path))
    np.testing.assert_allclose(line.times, (2026, 2030, 2030, 2035 + DECEMBER))
    assert line.values.tolist() == [900.0, 900.0, 1200.0, 1200.0]
    assert line.handles == path.knots


def test_that_a_level_of_another_outcome_runs_along_its_line(made):
    target = Target("used_compute", "at most", "deliverable_compute")
    (line,) = _lines(made, target, setting=default_setting("compute_supply"))
    assert len(line.times) == 132
    assert line.asked == "Used compute: at most compute that can be sold, every year"
    assert line.handles == ()


def test_that_a_level_whose_curve_is_drawn_is_a_fence_on_it_and_else_a_line(made):
    target, setting = (
        Target("used_compute", "at most", "deliverable_compute"),
        default_setting("compute_supply"),
    )
    (line,) = _lines(made, target, setting=setting)
    room = QRectF(0, 0, 440, 400)
    fence = stroke_of(line, PIXELS, room, Look())
    assert line.along
    assert fence.lines == ()
    assert fence.ticks
    hidden = replace(setting, hidden=frozenset({"deliverable_compute/"}))
    (line,) = _lines(made, target, setting=hidden)
    assert not line.along
    assert stroke_of(line, PIXELS, room, Look()).lines


def test_that_a_chart_asks_for_the_level_that_it_does_not_draw_itself(made):
    target, setting = (
        Target("used_compute", "at most", "deliverable_compute"),
        default_setting("used_compute"),
    )
    assert level_requests(setting, (target, ENOUGH)) == (Request("deliverable_compute", ""),)
    assert level_requests(replace(setting, view="difference"), (target,)) == ()
    mine = made(with_targets(Scenario(title="Mine"), (target,)))
    (line,) = target_lines(setting, mine)
    assert not line.along
    unknown = replace(mine, series={})
    assert target_lines(setting, unknown) == ()
    (mark,) = target_marks(setting, unknown)
    assert mark.why == "Its line is that of compute that can be sold, not known yet."


def test_that_a_target_beyond_the_run_says_so_and_is_no_line_to_drag(made):
    (line,) = _lines(made, replace(ENOUGH, year=2040))
    assert line.is_beyond
    assert line.handles == ()
    assert line.met == "not judged, Dec 2040 is beyond the run"


def test_that_targets_of_other_charts_and_places_are_not_drawn(made):
    assert _lines(made, Target("used_compute", "at least", 5.0, year=2030)) == ()
    assert _lines(made, replace(ENOUGH, element="chengdu")) == ()


def test_that_differences_draw_no_level_and_tell_it_in_the_lane(made, baseline):
    setting = replace(CHART, view="difference")
    mine = made(with_targets(Scenario(title="Mine"), (ENOUGH,)))
    picture = chart_picture(setting, ShownRun(mine, baseline))
    assert picture.targets == ()
    (mark,) = [each for each in picture.events if each.time == 2030 + DECEMBER]
    assert mark.label == "AI enterprises: at least 1,200, Dec 2030"
    assert mark.short == "target ≥ 1,200"
    assert mark.why == "A target is a level: its line is drawn in the view Levels."
    assert target_marks(CHART, mine) == []


@pytest.mark.parametrize("view", ["difference", "percent", "index"])
def test_that_targets_of_all_years_and_along_a_path_are_marked_where_they_begin(made, view):
    path = LeverPath(((2026.5, 900.0), (2030.0, 1200.0)))
    every, along = replace(ENOUGH, year=None), Target("enterprises", "at least", path)
    mine = made(with_targets(Scenario(title="Mine"), (every, along)))
    marks = target_marks(replace(CHART, view=view), mine)
    assert [mark.time for mark in marks] == [2025.0, 2026.5]
    assert [mark.short for mark in marks] == [
        "target ≥ 1,200, every year",
        "target ≥ 1,200 along a path",
    ]


def test_that_power_says_why_it_draws_no_target_of_compute(made):
    setting = default_setting("installed_compute")
    compute = Target("installed_compute", "at least", 5000.0, year=2030)
    power = Target("facility_power", "at least", 20.0, year=2030)
    mine = made(with_targets(Scenario(title="Mine"), (compute, power)))
    assert [line.target for line in target_lines(setting, mine)] == [compute]
    try:
        tell_in(UnitSystem(compute="MW"))
        (line,) = target_lines(setting, mine)
        assert line.target == power
        assert line.asked == "At least 20,000"
        (mark,) = target_marks(setting, mine)
        assert "changes from month to month" in mark.why
        assert mark.text == "Installed compute: at least 5,000 EFLOPS, Dec 2030"
    finally:
        tell_in(BASE)


def test_that_the_range_holds_the_line(made, baseline):
    high = replace(ENOUGH, level=50_000.0)
    mine = made(with_targets(Scenario(title="Mine"), (high,)))
    picture = chart_picture(CHART, ShownRun(mine, baseline))
    assert scale_of(picture, 300).high >= 50_000
    assert scale_of(replace(picture, targets=()), 300).high < 50_000


def test_that_a_picture_with_a_line_says_how_to_read_it_and_what_is_wanted(made, baseline):
    mine = made(with_targets(Scenario(title="Mine"), (ENOUGH,)))
    mine = replace(mine, met=Met((ENOUGH,), (57,), 57, 100, 100))
    run = ShownRun(mine, baseline)
    said = sheet_of(chart_picture(CHART, run), mine, Look(), date(2026, 11, 26)).reading
    assert "ticks are on the side that misses it" in said
    assert "Target: AI enterprises: at least 1,200, Dec 2030: met in 57%." in said
    beside = chart_picture(replace(CHART, view="difference"), run)
    assert "Target" not in sheet_of(beside, mine, Look(), date(2026, 11, 26)).reading


def test_that_a_hand_moves_level_and_year_and_sticks_before_it_does(made):
    (line,) = _lines(made, ENOUGH)
    assert dragged(line, Way(2, -3), PIXELS, 2035) == ENOUGH
    up = dragged(line, Way(3, -24), PIXELS, 2035)
    assert (up.level, up.year) == (1300.0, 2030)
    right = dragged(line, Way(84, 0), PIXELS, 2035)
    assert (right.level, right.year) == (1200.0, 2032)
    assert dragged(line, Way(1000, 0), PIXELS, 2035).year == 2035
    assert dragged(line, Way(-1000, 0), PIXELS, 2035).year == 2025
    (line,) = _lines(made, replace(ENOUGH, year=None))
    assert dragged(line, Way(-200, -24), PIXELS, 2035).year is None


def test_that_a_hand_moves_one_knot_of_a_path_and_never_past_its_neighbors(made):
    path = LeverPath(((2026.0, 900.0), (2028.0, 1000.0), (2030.0, 1200.0)))
    (line,) = _lines(made, Target("enterprises", "at least", path, between="linear"))
    up = dragged(line, Way(3, -24), PIXELS, 2035, 1).level
    assert isinstance(up, LeverPath)
    assert up.knots == ((2026.0, 900.0), (2028.0, 1100.0), (2030.0, 1200.0))
    right = dragged(line, Way(24, 0), PIXELS, 2035, 1).level
    assert isinstance(right, LeverPath)
    assert right.knots[1] == (2028.5, 1000.0)
    far = dragged(line, Way(1000, 0), PIXELS, 2035, 1).level
    assert isinstance(far, LeverPath)
    assert far.dates[1] == pytest.approx(2030 - 1 / 12)


def test_that_levels_fall_on_round_numbers_of_the_reader():
    assert rounded(12_347.8, 72.0) == 12_300.0
    assert rounded(0.5034, 0.004) == 0.505
    assert round_start(12_663.4) == 13_000.0
    assert round_start(float("inf")) == 0.0


def test_that_a_label_takes_the_nearest_place_that_is_free():
    taken = Taken(400, 300)
    x = np.linspace(0, 400, 100)
    taken.add_band(x, np.full(100, 100.0), np.full(100, 140.0))
    spot = taken.place(120, 20, (50, 110))
    assert spot is not None
    assert spot.top + spot.height <= 100 or spot.top >= 140
    taken.add_spot(spot)
    other = taken.place(120, 20, (spot.left, spot.top))
    assert other is not None
    assert abs(other.top - spot.top) >= 20 or abs(other.left - spot.left) >= 120
    assert taken.place(120, 20, (8, 200)) == Spot(8, 200, 120, 20)


def test_that_a_label_without_room_has_no_place():
    taken = Taken(100, 60)
    taken.add_spot(Spot(0, 0, 100, 60))
    assert taken.place(20, 10, (0, 0)) is None
    assert Taken(100, 60).place(200, 10, (0, 0)) is None


def test_that_gaps_and_unbounded_values_take_no_room():
    taken = Taken(400, 300)
    unknown = np.full(100, np.nan)
    taken.add_band(np.linspace(0, 400, 100), unknown, unknown)
    assert taken.place(390, 290, (0, 0)) == Spot(0, 0, 390, 290)


@pytest.mark.parametrize("view", ["percent", "index"])
def test_that_no_other_view_draws_a_level(made, view):
    assert _lines(made, ENOUGH, setting=replace(CHART, view=view)) == ()


def test_that_a_line_is_found_anew_in_pixels_only_where_it_lies_elsewhere(made):
    (line,), (again,) = _lines(made, ENOUGH), _lines(made, ENOUGH)
    assert line is not again
    assert line.lies_as(again)
    (higher,) = _lines(made, replace(ENOUGH, level=1300.0))
    assert not line.lies_as(higher)
    (later,) = _lines(made, replace(ENOUGH, year=2031))
    assert not line.lies_as(later)
