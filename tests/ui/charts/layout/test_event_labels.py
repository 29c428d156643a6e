"""Labels of events stand inside the plot with what they count, or give way to a count alone."""

import pytest

from tests.some import some
from ui.charts.contents.picture import Mark
from ui.charts.layout.event_labels import GAP, Lane, flags_in
from ui.charts.layout.look import Look

PLACES = ("Shandong", "Shenzhen", "Beijing", "Chengdu", "Henan", "Ningbo", "Shanghai")
BUDGETS = [
    Mark(2027.4 + 0.08 * number, f"{place}: budget fully used", is_one_of_many=True)
    for number, place in enumerate(PLACES)
]
END = Mark(2031.0, "Vouchers end, Jan 2031", short="Vouchers end")


def _told(width):
    lane = Lane(width, 2025.0, 2036.0, Look())
    flags = flags_in([*BUDGETS, END], lane, 3)
    return lane, [(mark.label, start) for mark, _, _, start in flags if start is not None]


@pytest.mark.usefixtures("qapp")
def test_that_no_label_runs_past_the_plot_with_its_count():
    for width in some(range(180, 700, 7)):
        lane, told = _told(width)
        for label, start in some(told):
            end = start + lane.look.metrics.horizontalAdvance(label)
            assert end <= width + GAP, (width, label)


@pytest.mark.usefixtures("qapp")
def test_that_many_without_room_for_a_name_are_counted_together():
    _, told = _told(233)
    assert "7 events" in [label for label, _ in told]
