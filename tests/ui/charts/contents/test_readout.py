"""What a chart tells of one month, and how much of it has room in a line."""

from dataclasses import replace

import pytest

from planner.ensemble.projection import Request
from planner.model.scenario import Scenario, with_lever
from planner.studies.events import Event
from planner.studies.key_figures import CARDS
from tests.some import some
from ui.charts.contents.readout import readout, spoken, written
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import EVERY, ChartSetting, default_setting
from ui.charts.contents.wording import ENGLISH
from ui.charts.layout.readout_cells import DETAILS, Detail, detail_for, line_of
from ui.charts.published.point_text import point_text
from ui.engine.shown_run import ShownRun
from ui.wording.key_figures import kpi_display, kpi_head
from ui.wording.numbers import ENGLISH_NUMERALS


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
    assert told.rows[0].value == "+60 points"
    setting = ChartSetting("utilization", "", "percent")
    told = readout(
        chart_picture(setting, ShownRun(doubled, baseline)), 131, ENGLISH, ENGLISH_NUMERALS
    )
    assert told.rows[0].value == "+100%"


def test_that_every_curve_of_a_composite_is_told(baseline, doubled):
    told = _told(doubled, baseline, "compute_supply")
    assert [row.name for row in told.rows] == ["Used", "Realized", "Can be sold"]
    assert [row.change for row in told.rows] == ["+1,500"] * 3


def _with_paired(run, moved, request):
    """Return a run whose futures differ, pair by pair, by so much more than their medians do."""
    there = run.series[request._replace(view="difference")]
    paired = replace(there, center=there.center + moved, bands=there.bands + moved)
    return replace(run, series={**run.series, request._replace(view="difference"): paired})


@pytest.mark.parametrize("element", ["", EVERY])
def test_that_a_change_of_a_level_is_that_of_pairs_of_futures_however_many_parts(
    baseline, doubled, element
):
    part = "beijing" if element else ""
    run = _with_paired(doubled, 7.0, Request("enterprises", part))
    setting = ChartSetting("enterprises", element)
    changes = [
        readout(chart_picture(setting, ShownRun(each, baseline)), 131, ENGLISH, ENGLISH_NUMERALS)
        .rows[0]
        .change
        for each in (doubled, run)
    ]
    assert changes == ["+1,500", "+1,507"]


def test_that_no_change_is_told_while_futures_are_counted(baseline, doubled):
    request = Request("enterprises", "", "difference")
    hasty = replace(doubled.series[request], bands=None)
    run = replace(doubled, series={**doubled.series, request: hasty})
    assert _told(doubled, baseline).rows[0].change == "+1,500"
    assert _told(run, baseline).rows[0].change == ""


def test_that_a_readout_is_as_exact_as_the_card_of_its_outcome(baseline, made):
    small = made(with_lever(Scenario(title="Small"), "alibaba_plan", 400), 0.0123)
    for key in some(CARDS):
        head = kpi_head(key)
        card = kpi_display(head, small, baseline, 2035, ENGLISH_NUMERALS)
        level, change = (
            readout(
                chart_picture(ChartSetting(chart, "", view), ShownRun(small, baseline)),
                131,
                ENGLISH,
                ENGLISH_NUMERALS,
            ).rows[0]
            for chart in ({"voucher_spend": "voucher_money"}.get(key, key),)
            for view in ("absolute", "difference")
        )
        assert level.value.rstrip("%") == card.value
        assert level.change == card.difference
        assert change.value == card.difference


@pytest.mark.parametrize(
    ("view", "value", "span"),
    [("difference", "+1,500", "+1,050 to +1,950"), ("percent", "+100%", "+70 to +130")],
)
def test_that_differences_have_signs_and_so_have_their_ranges(baseline, doubled, view, value, span):
    setting = ChartSetting("enterprises", "", view)
    picture = chart_picture(setting, ShownRun(doubled, baseline))
    own = readout(picture, 131, ENGLISH, ENGLISH_NUMERALS).rows[0]
    assert (own.value, own.span) == (value, span)


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


NAMED = Detail(names=True, own_span=True)


def test_that_the_run_at_central_values_gives_way_to_names(baseline, doubled):
    told = _told(doubled, baseline)
    detail, texts = _written(told, 420)
    assert detail == NAMED
    assert texts == [
        *("Dec 2035", "Alibaba doubled", "3,000", "2,100–3,900"),
        *("Baseline", "1,500"),
    ]


def test_that_less_is_told_of_each_curve_before_one_is_left_out(baseline, doubled):
    told = _told(doubled, baseline, "compute_supply")
    details = [_written(told, room)[0] for room in range(2000, 0, -10)]
    assert list(dict.fromkeys(details)) == [each for each in DETAILS if each != NAMED]
    detail, texts = _written(told, 320)
    assert detail == Detail(own_span=True)
    assert texts == ["Dec 2035", "3,000", "2,100–3,900", "3,000", "3,000"]


def test_that_the_asked_part_of_the_own_scenario_is_told_in_the_least_room(baseline, doubled, made):
    other = made(Scenario(title="Other"), 0.5)
    run = ShownRun(doubled, baseline, others=((other, 1),))
    picture = chart_picture(default_setting("compute_supply"), run)
    told = readout(picture, 131, ENGLISH, ENGLISH_NUMERALS)
    for room in (100, 150, 200, 300):
        line = line_of(told, told.month, DETAILS[-1], room, _advance)
        first = line.swatches[0][1]
        assert (first.name, first.dash, first.color) == ("Used", None, 0)


def test_that_other_scenarios_give_way_before_the_baseline(baseline, doubled, made):
    others = tuple((made(Scenario(title=f"Other {n}"), 0.1 * n), n) for n in (1, 2))
    picture = chart_picture(default_setting("enterprises"), ShownRun(doubled, baseline, others))
    told = readout(picture, 131, ENGLISH, ENGLISH_NUMERALS)
    for room, more in ((220, "…"), (235, "2 more")):
        line = line_of(told, told.month, DETAILS[-1], room, _advance)
        assert [row.name for _, row in line.swatches] == ["Alibaba doubled", "Baseline"]
        assert line.texts[-1].text == more


def test_that_beside_more_than_two_rows_what_is_left_out_is_counted(baseline, doubled, made):
    others = tuple((made(Scenario(title=f"Other {n}"), 0.1 * n), n) for n in (1, 2, 3))
    picture = chart_picture(default_setting("enterprises"), ShownRun(doubled, baseline, others))
    told, counted = readout(picture, 131, ENGLISH, ENGLISH_NUMERALS), 0
    for room in some(range(100, 600)):
        line = line_of(told, told.month, DETAILS[-1], room, _advance)
        ends = line.texts[-1].text
        assert ends != "…" or len(line.swatches) <= 2, room
        counted += ends.endswith("more") and len(line.swatches) > 2
    assert counted


def test_that_a_line_counts_what_has_no_room(baseline, doubled):
    told = _told(doubled, baseline, "compute_supply")
    assert _written(told, 170)[1] == ["Dec 2035", "3,000", "2 more"]
    assert _written(told, 120)[1] == ["Dec 2035", "3,000", "…"], "no room for the count"


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
