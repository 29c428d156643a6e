"""What a chart tells of one month, and how much of it has room in a line."""

from dataclasses import replace

from planner.model.scenario import Scenario
from planner.studies.events import Event
from ui.charts.contents.point_text import point_text
from ui.charts.contents.readout import readout, spoken, written
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import ChartSetting, default_setting
from ui.charts.contents.wording import ENGLISH
from ui.charts.layout.readout_cells import DETAILS, Detail, detail_for, line_of
from ui.engine.shown_run import ShownRun
from ui.wording.numbers import ENGLISH_NUMERALS, signed


def _told(projection, baseline, chart="enterprises", month=131):
    picture = chart_picture(default_setting(chart), ShownRun(projection, baseline))
    return readout(picture, month, ENGLISH, ENGLISH_NUMERALS)


def test_that_a_chart_tells_value_range_and_difference(baseline, doubled):
    told = _told(doubled, baseline)
    own, central, below = told.rows
    assert (central.name, central.value, central.span) == ("Central values", "3,000", "")
    assert [row.is_thin for row in told.rows] == [False, True, False]
    assert told.month == "Dec 2035"
    assert (own.name, own.value) == ("Alibaba doubled", "3,000")
    assert own.span == "2,100–3,900"
    assert own.change == "+1,500"
    assert (below.name, below.value, below.change) == ("Baseline", "1,500", "")


def test_that_shares_carry_a_percent_sign(baseline, doubled):
    told = _told(doubled, baseline, "utilization", 0)
    assert [row.value for row in told.rows] == ["40.0%"] * 3


def test_that_shares_differ_by_points(baseline, doubled):
    assert _told(doubled, baseline, "utilization").rows[0].change == "+60 points"
    setting = ChartSetting("utilization", "", "difference")
    told = readout(
        chart_picture(setting, ShownRun(doubled, baseline)), 131, ENGLISH, ENGLISH_NUMERALS
    )
    assert told.rows[0].value == "60.0 points"
    setting = ChartSetting("utilization", "", "percent")
    told = readout(
        chart_picture(setting, ShownRun(doubled, baseline)), 131, ENGLISH, ENGLISH_NUMERALS
    )
    assert told.rows[0].value == "100%"


def test_that_every_curve_of_a_composite_is_told(baseline, doubled):
    told = _told(doubled, baseline, "compute_supply")
    assert [row.name for row in told.rows] == ["Installed", "Can be sold", "Used"]
    assert [bool(row.change) for row in told.rows] == [False, False, True]


def test_that_a_change_of_a_level_is_that_of_the_strip_not_of_the_medians(baseline, doubled):
    picture = chart_picture(default_setting("enterprises"), ShownRun(doubled, baseline))
    (effect,) = picture.effect
    moved = replace(picture, effect=(replace(effect, line=effect.line + 7),))
    before, after = (
        readout(each, 131, ENGLISH, ENGLISH_NUMERALS).rows[0].change for each in (picture, moved)
    )
    assert before != after
    assert after == signed(
        float(effect.line[131]) + 7, ENGLISH_NUMERALS, float(picture.curves[0].line[131])
    )


def test_that_months_have_names():
    assert [ENGLISH.month(2025 + month / 12) for month in (0, 11, 12, 131)] == [
        "Jan 2025",
        "Dec 2025",
        "Jan 2026",
        "Dec 2035",
    ]


def test_that_a_chart_tells_what_happens_in_its_month(baseline, doubled):
    happens = (Event(2027.0, "budget_exhausted", "shanghai"), Event(2031.0, "vouchers_end"))
    picture = chart_picture(
        default_setting("voucher_money"), ShownRun(doubled, baseline, events=happens)
    )
    assert readout(picture, 24, ENGLISH, ENGLISH_NUMERALS).events == (
        "Shanghai: budget fully used, Jan 2027",
    )
    assert readout(picture, 48, ENGLISH, ENGLISH_NUMERALS).events == ()


def _advance(text, bold):
    """Letters are six pixels wide, bold ones seven."""
    return len(text) * (7.0 if bold else 6.0)


def _written(told, room):
    detail = detail_for(told, told.month, room, _advance)
    return detail, [each.text for each in line_of(told, told.month, detail, room, _advance).texts]


def test_that_a_line_with_room_tells_names_ranges_and_differences(baseline, doubled):
    told = _told(doubled, baseline)
    detail, texts = _written(told, 2000)
    assert detail == DETAILS[0]
    assert texts == [
        *("Dec 2035", "Alibaba doubled", "3,000", "2,100–3,900", "+1,500"),
        *("Central values", "3,000", "Baseline", "1,500"),
    ]


def test_that_less_is_told_of_each_curve_before_one_is_left_out(baseline, doubled):
    told = _told(doubled, baseline, "compute_supply")
    details = [_written(told, room)[0] for room in range(2000, 0, -10)]
    assert list(dict.fromkeys(details)) == list(DETAILS)
    detail, texts = _written(told, 320)
    assert detail == Detail(own_span=True)
    assert texts == ["Dec 2035", "3,000", "2,100–3,900", "3,000", "3,000"]


def test_that_a_line_counts_what_has_no_room(baseline, doubled):
    told = _told(doubled, baseline, "compute_supply")
    assert _written(told, 120)[1] == ["Dec 2035", "3,000", "+2"]


def test_that_no_text_of_a_line_runs_into_the_next_or_out_of_it(baseline, doubled):
    told = _told(doubled, baseline, "compute_supply")
    for room in range(140, 1200, 7):
        detail = detail_for(told, told.month, room, _advance)
        texts = line_of(told, told.month, detail, room, _advance).texts
        ends = [each.x + _advance(each.text, each.is_bold) for each in texts]
        assert all(end < each.x for end, each in zip(ends, texts[1:], strict=False))
        assert ends[-1] <= room


def test_that_states_are_told_under_the_names_of_their_panels(baseline, doubled):
    told = _told(doubled, baseline, "limit", 60)
    assert [row.group for row in told.rows][:1] == ["Clouds"]
    texts = _written(told, 450)[1]
    assert [text for text in texts if text in ("Clouds", "Centers")] == ["Clouds", "Centers"]


def test_that_the_baseline_is_told_last(baseline, doubled, made):
    other = made(Scenario(title="Other"), 0.5)
    picture = chart_picture(
        default_setting("enterprises"), ShownRun(doubled, baseline, others=((other, 1),))
    )
    told = readout(picture, 131, ENGLISH, ENGLISH_NUMERALS)
    names = [row.name for row in told.rows if not row.is_thin]
    assert names == ["Alibaba doubled", "Other", "Baseline"]


def test_that_a_readout_is_spoken_and_written_with_all_it_knows(baseline, doubled):
    told = _told(doubled, baseline)
    assert spoken(told).startswith("Dec 2035: Alibaba doubled 3,000 (2,100–3,900); ")
    assert written(told).split("\n") == [
        "Dec 2035",
        "Alibaba doubled: 3,000 (2,100–3,900), +1,500",
        "Central values: 3,000",
        "Baseline: 1,500",
    ]


def test_that_a_published_figure_is_told_with_its_source_and_who_differs(baseline):
    picture = chart_picture(default_setting("installed_compute"), ShownRun(baseline, baseline))
    point = replace(picture.points[0], dispute="Another count says 900.")
    lines = point_text(point, picture, ENGLISH, ENGLISH_NUMERALS).split("\n")
    assert (lines[0], lines[2]) == (point.label, point.source)
    assert picture.unit in lines[1]
    assert lines[3] == "In dispute: Another count says 900."
