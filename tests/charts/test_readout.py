"""What the crosshair tells."""

from planner.studies.events import Event
from ui.charts.contents.readout import month_name, readout
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import ChartSetting, default_setting
from ui.charts.contents.wording import ENGLISH
from ui.charts.layout.look import Look
from ui.charts.plot.crosshair import broken, shortened
from ui.engine.shown_run import ShownRun
from ui.style.theme import LIGHT
from ui.wording.numbers import ENGLISH_NUMERALS


def _told(projection, baseline, chart="enterprises", month=131):
    picture = chart_picture(default_setting(chart), ShownRun(projection, baseline))
    return readout(picture, month, ENGLISH, ENGLISH_NUMERALS)


def test_that_the_crosshair_tells_value_range_and_difference(baseline, doubled):
    told = _told(doubled, baseline)
    own, central, below = told.rows
    assert (central.name, central.value, central.span) == ("Central values", "3,000", "")
    assert [row.is_thin for row in told.rows] == [False, True, False]
    assert told.month == "Dec 2035"
    assert (own.name, own.value) == ("Alibaba doubled", "3,000")
    assert own.span == "2,100 to 3,900"
    assert own.change == "+1,500"
    assert (below.name, below.value, below.change) == ("Baseline", "1,500", "")


def test_that_shares_carry_a_percent_sign(baseline, doubled):
    told = _told(doubled, baseline, "utilization", 0)
    assert [row.value for row in told.rows] == ["40.0 %"] * 3


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
    assert told.rows[0].value == "100 %"


def test_that_every_curve_of_a_composite_is_told(baseline, doubled):
    told = _told(doubled, baseline, "compute_supply")
    assert [row.name for row in told.rows] == ["Installed", "Can be sold", "Used"]
    assert all(row.change for row in told.rows)


def test_that_months_have_names():
    assert [month_name(2025 + month / 12, ENGLISH) for month in (0, 11, 12, 131)] == [
        "Jan 2025",
        "Dec 2025",
        "Jan 2026",
        "Dec 2035",
    ]


def test_that_a_long_source_is_told_whole_on_lines_that_fit(qapp):
    metrics = Look(LIGHT).metrics
    source = "Forecast of intelligent compute and servers to 2028, IDC and Inspur, 2025-02"
    lines = broken(source, 200.0, metrics)
    assert " ".join(lines) == source
    assert len(lines) > 1
    assert all(metrics.horizontalAdvance(line) <= 200 for line in lines)


def test_that_the_crosshair_tells_what_happens_in_its_month(baseline, doubled):
    happens = (Event(2027.0, "budget_exhausted", "shanghai"), Event(2031.0, "vouchers_end"))
    picture = chart_picture(
        default_setting("enterprises"), ShownRun(doubled, baseline, events=happens)
    )
    assert readout(picture, 24, ENGLISH, ENGLISH_NUMERALS).events == ("Shanghai: budget spent",)
    assert readout(picture, 48, ENGLISH, ENGLISH_NUMERALS).events == ()


def test_that_a_readout_counts_what_has_no_room(baseline, doubled):
    told = _told(doubled, baseline, "compute_supply")
    assert shortened(told, 6) is told
    brief = shortened(told, 2)
    assert brief.rows == told.rows[:1]
    assert brief.events == (f"+{len(told.rows) - 1}",)
