"""A waterfall: each bar begins where the last one ended, and the axis holds all of them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from planner.model.scenario import Scenario, lever_addresses
from planner.studies.answers.about import About
from planner.studies.answers.stamp import Stamp
from planner.studies.explain.changed_inputs import ChangedInput
from planner.studies.explain.explanation import Amount, Explanation, InputPart
from tests.some import some
from ui.charts.waterfall.bars import MOST_PARTS, waterfall_of
from ui.charts.waterfall.paint import WaterfallPainter, bar_at, named, wrapped
from ui.charts.waterfall.view import WaterfallView
from ui.style.theme import DARK, LIGHT, THEMES, font

PLACE = QRectF(0, 0, 400, 260)


def _amount(mean: float) -> Amount:
    return Amount(mean, mean - 20, mean, mean + 20, 1.0, 0.0)


def _found(*means: float, together: float = 0.0) -> Explanation:
    names = [name for name in lever_addresses() if name != "alibaba_capex"]
    changed = [ChangedInput("lever", name) for name in names[: len(means)]]
    pairs = zip(changed, means, strict=True)
    return Explanation(
        about=About("used_compute", "", 2030),
        before=Scenario(),
        after=Scenario(title="Both"),
        stamp=Stamp(2025, "conditioned", 1000, "0"),
        level=2900.0,
        level_after=2900.0 + sum(means),
        parts=tuple(InputPart(each, _amount(mean), mean, mean) for each, mean in pairs),
        total=_amount(sum(means)),
        together=_amount(together) if len(means) > 1 else None,
    )


def test_that_each_bar_begins_where_the_last_one_ended():
    shown = waterfall_of(_found(100, -60, 300, together=80))
    first, second, third, total, together = shown.bars
    assert [first.start, second.start, third.start] == [0, 100, 40]
    assert [bar.text for bar in shown.bars] == ["+100", "−60", "+300", "+340", "+80"]
    assert (total.start, total.end) == (0, third.end)
    assert (together.start, together.end) == (260, 340), "of the difference, at its end"
    assert (second.low, second.high) == (20, 60), "the range lies around the end of its bar"


def test_that_one_input_has_nothing_together():
    assert [bar.kind for bar in waterfall_of(_found(100)).bars] == ["lever", "total"]


def test_that_the_axis_holds_every_bar_and_zero():
    for means in some([(100, -300), (-5, -7), (0.001, 0.002), (0.0,)]):
        shown = waterfall_of(_found(*means))
        assert shown.low <= 0 <= shown.high
        assert shown.low < shown.high
        for bar in some(shown.bars):
            for end in (bar.start, bar.end, bar.low, bar.high):
                assert end is None or shown.low <= end <= shown.high


def test_that_the_axis_of_a_moving_hand_only_grows():
    wide = waterfall_of(_found(100, 300))
    narrow = waterfall_of(_found(30, 60), wide)
    assert (narrow.low, narrow.high) == (wide.low, wide.high)
    assert waterfall_of(_found(30, 60)).high < wide.high


def test_that_few_parts_keep_their_order_and_many_stand_by_size():
    assert [bar.end for bar in waterfall_of(_found(1, 5, 2)).bars][:3] == [1, 6, 8]
    assert [bar.text for bar in waterfall_of(_found(1, 5, 2, 4)).bars][:2] == ["+5.0", "+4.0"]


def test_that_the_smallest_of_many_parts_are_one_bar():
    shown = waterfall_of(_found(*range(1, 13)))
    rest = shown.bars[MOST_PARTS]
    assert rest.kind == "rest"
    assert rest.name == "5 more inputs"
    assert rest.end - rest.start == sum(range(1, 6))
    assert len(rest.tip.splitlines()) == 5
    whole = waterfall_of(_found(*range(1, MOST_PARTS + 2)))
    assert "rest" not in [bar.kind for bar in whole.bars]


@pytest.mark.parametrize("theme", THEMES.values(), ids=str)
@pytest.mark.usefixtures("qapp")
def test_that_a_bar_is_painted_where_its_row_is(theme):
    shown = waterfall_of(_found(100, 300, together=80))
    painter_of = WaterfallPainter(theme, theme.data[0])
    image = QImage(400, 260, QImage.Format.Format_RGB32)
    image.fill(theme.panel)
    painter = QPainter(image)
    painter_of.paint(painter, shown, PLACE, marked=1)
    painter.end()
    room = painter_of.room(shown, PLACE)
    total = room.rows[2].center().y()
    share = (shown.bars[2].end / 2 - shown.low) / (shown.high - shown.low)
    x = room.plot.left() + share * room.plot.width()
    assert image.pixelColor(round(x), round(total) + 6).name() == theme.data[0]
    assert bar_at(room, QPointF(5, total)) == 2
    assert bar_at(room, QPointF(5, 259)) is None


@pytest.mark.parametrize(
    ("pixels", "found"), [(50, [0, 1, 2, 3, 4]), (25, [1, 3]), (12, [0, 3]), (1, [3])]
)
def test_that_marks_are_named_evenly_from_zero_as_far_as_there_is_room(pixels, found):
    places = [pixels * number for number in range(5)]
    assert named(places, [26] * 5, 3) == found


@pytest.mark.usefixtures("qapp")
def test_that_a_long_name_is_broken_between_words():
    metrics = QFontMetricsF(font())
    text = "Voucher budget, all places together"
    width = metrics.horizontalAdvance("Voucher budget, all")
    assert wrapped(text, metrics, width, 2) == ["Voucher budget, all", "places together"]
    assert wrapped(text, metrics, width, 1) == [text]
    assert wrapped(text, metrics, 1, 2) == ["Voucher", "budget, all places together"]
    assert wrapped("Short", metrics, 500, 2) == ["Short"]


def test_that_an_input_is_chosen_by_click_and_by_keys(qtbot):
    view = WaterfallView(LIGHT)
    qtbot.addWidget(view)
    view.resize(400, 260)
    shown = waterfall_of(_found(100, 300, together=80))
    view.show_waterfall(shown, LIGHT.data[1], "Why")
    view.show()
    chosen: list[str] = []
    view.chosen.connect(chosen.append)
    room = WaterfallPainter(LIGHT, LIGHT.data[1]).room(shown, QRectF(view.rect()))
    for row in room.rows:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=row.center().toPoint())
    assert chosen == [shown.bars[0].address, shown.bars[1].address], "sums are no inputs"
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Up):
        qtbot.keyClick(view, key)
    assert chosen[2:] in ([shown.bars[1].address], [])
    view.set_theme(DARK, DARK.data[1])
    assert shown.bars[0].tip in view.accessibleDescription()
    view.grab()


def test_that_a_bar_at_hand_that_is_gone_is_at_hand_no_longer(qtbot):
    view = WaterfallView(LIGHT)
    qtbot.addWidget(view)
    view.show_waterfall(waterfall_of(_found(100, 300, 200, together=80)), LIGHT.data[1], "Why")
    chosen: list[str] = []
    view.chosen.connect(chosen.append)
    for _ in range(5):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.accessible().value == view.accessible().parts[-1].name != ""
    view.show_waterfall(waterfall_of(_found(100)), LIGHT.data[1], "Why")
    assert view.accessible().value == ""
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen == []
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.accessible().value == view.accessible().parts[0].name


def test_that_a_figure_of_files_is_no_control():
    found = _found(100, 50)
    first = replace(found.parts[0], changed=ChangedInput("figures", "figures"))
    shown = waterfall_of(replace(found, parts=(first, found.parts[1])))
    assert shown.bars[0].address == ""
