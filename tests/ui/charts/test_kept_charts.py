"""Charts come back from the text that they are kept in, with all that is pinned on them."""

import pytest

from ui.charts.contents.specs import ChartSetting, default_settings, seen_as
from ui.charts.kept.charts import charts_in, text_of

FIRST = (2026.0, 2030.0, 0.0, 12000.0)
SECOND = (2027.0, 2032.0, -50.0, 400.0)
POWERS = (2025.0, 2036.0, 1.0, 4.0)


def test_that_limits_of_every_view_and_axis_come_back():
    setting = ChartSetting("enterprises", limits=FIRST)
    difference = seen_as(setting, view="difference")
    pinned = ChartSetting("enterprises", view="difference", limits=SECOND, pins=difference.pins)
    logarithmic = seen_as(seen_as(pinned, view="absolute"), log=True)
    everywhere = ChartSetting("enterprises", log=True, limits=POWERS, pins=logarithmic.pins)
    found = charts_in(text_of([everywhere, *default_settings()[1:]]))[0]
    assert found == everywhere
    assert seen_as(found, log=False).limits == FIRST
    assert seen_as(found, view="difference", log=False).limits == SECOND


def test_that_a_chart_in_another_view_is_kept_with_the_limits_of_all():
    setting = ChartSetting(
        "enterprises", view="difference", limits=SECOND, pins=((("absolute", False), FIRST),)
    )
    found = charts_in(text_of([setting]))[0]
    assert (found.view, found.limits) == ("absolute", FIRST)
    assert seen_as(found, view="difference").limits == SECOND


@pytest.mark.parametrize(
    "damaged",
    [
        "nowhere::1,2,3,4",
        "difference:sideways:2026.0,2030.0,0.0,1.0",
        "difference::2026.0,2030.0,1.0,0.0",
        "difference::text",
        "::",
        "",
        "difference::2026.0,2030.0,0.0,1e99",
    ],
)
def test_that_a_damaged_pin_is_left_out_alone(damaged):
    kept = text_of([ChartSetting("enterprises", limits=FIRST)]).split()[0]
    found = charts_in(f"{kept}/{damaged}")[0]
    assert found == ChartSetting("enterprises", limits=FIRST)
