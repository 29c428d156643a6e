"""What pictures of answers about money show, where their parts stand, and what is painted."""

from dataclasses import replace
from math import inf, nan

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from planner.engine.run import warm_up_kernel
from planner.ensemble.progress import to_the_end
from planner.model.scenario import Scenario
from planner.studies.answers.about import About
from planner.studies.money.money import money_of
from planner.studies.money.question import MoneyQuestion
from planner.studies.spending.band import Band
from planner.studies.spending.instrument import Instrument
from planner.studies.split.question import Question
from planner.studies.split.split import split_of
from ui.charts.spending.axes import range_of, ticks_of
from ui.charts.spending.money_picture import money_picture
from ui.charts.spending.paint import SpendingPainter, bar_at
from ui.charts.spending.picture import CurvePoint
from ui.charts.spending.plot_paint import PlotPainter
from ui.charts.spending.split_picture import BARS, split_picture
from ui.charts.spending.view import SpendingView
from ui.style.theme import DARK, LIGHT
from ui.wording.numbers import ENGLISH_NUMERALS

FEW = Scenario(draws="as drawn", futures=64)
CHENGDU, HENAN = Instrument("vouchers", "chengdu"), Instrument("vouchers", "henan")
PLACE = QRectF(0, 0, 460, 260)


@pytest.fixture(autouse=True)
def _with_fonts(qapp):
    """Texts are measured by a font, which an application has."""


@pytest.fixture(scope="module")
def split():
    """Return the picture of a split, and the split."""
    warm_up_kernel()
    question = Question(FEW, About("enterprises", "", 2030), most_each=200.0)
    found = to_the_end(split_of(question, in_worlds=False))
    return split_picture(found), found


@pytest.fixture(scope="module")
def money():
    """Return what money buys in two places."""
    warm_up_kernel()
    return to_the_end(money_of(MoneyQuestion(FEW, 2030, among=(CHENGDU, HENAN)), in_worlds=False))


def _image(painted) -> QImage:
    image = QImage(460, 260, QImage.Format.Format_RGB32)
    image.fill(LIGHT.panel)
    painter = QPainter(image)
    painted(painter)
    painter.end()
    return image


def test_that_a_split_shows_what_each_place_gets_and_what_its_next_money_adds(split):
    shown, found = split
    assert len(shown.bars) == 7 <= BARS
    assert shown.bars[0].name == "Chengdu"
    assert shown.bars[0].share == 1
    assert [bar.share for bar in shown.bars] == sorted(
        (bar.share for bar in shown.bars), reverse=True
    )
    assert sum(float(bar.amount) for bar in shown.bars) == pytest.approx(500, abs=3)
    assert (shown.head, shown.value_head) == ("Split of 500 M CNY/yr", "next 100 add")
    assert [row.name for row in shown.figures] == ["Best split", "Even split", "In today's shares"]
    assert shown.figures[0].value == f"{found.best.effect.median:.0f}"


def test_that_with_a_goal_the_frontier_is_the_share_of_futures_that_reach_it(split):
    _, found = split
    with_shares = replace(
        found,
        question=replace(found.question, goal=12_500.0),
        best=replace(found.best, met=0.62),
        even=replace(found.even, met=0.6),
        today=replace(found.today, met=0.59),
        frontier=tuple(
            replace(each, met=0.54 + number / 400) for number, each in enumerate(found.frontier)
        ),
        next_money=tuple(
            replace(each, met=0.62 + number / 100) for number, each in enumerate(found.next_money)
        ),
    )
    shown = split_picture(with_shares)
    assert shown.plot.caption.startswith("% of futures with at least 12,500 AI enterprises")
    assert shown.plot.curve[0].middle == shown.plot.curve[0].high == pytest.approx(54)
    assert shown.plot.dots[-1].y == pytest.approx(62)
    low, high = shown.plot.y_range
    assert 40 < low <= 54
    assert 62 < high <= 100
    assert shown.value_head == "next 100, points"
    assert {bar.value for bar in shown.bars} >= {"+1.0", "+6.0"}
    assert [row.value for row in shown.figures] == ["62%", "60%", "59%"]
    assert shown.figures[0].span == f"+{found.best.effect.median:.0f}"
    flat = tuple(replace(each, met=1.0) for each in found.frontier)
    all_reach = replace(with_shares, frontier=flat, best=flat[20], even=flat[20], today=None)
    assert split_picture(all_reach).plot.y_range[1] > 99


def test_that_the_frontier_is_marked_where_the_budget_is_and_holds_other_splits(split):
    shown, found = split
    plot = shown.plot
    assert plot.at == 500
    assert [dot.is_filled for dot in plot.dots] == [False, False, True]
    assert plot.dots[-1].y == found.best.effect.median
    assert plot.x_range == (0, 800)
    assert plot.y_range[0] <= 0 < plot.dots[-1].y < plot.y_range[1]
    assert plot.caption == "AI enterprises added by Dec 2030"


def test_that_money_shows_the_use_that_is_looked_at(money):
    shown = money_picture(money, 0)
    assert [bar.is_marked for bar in shown.bars] == [True, False]
    assert shown.plot.caption == "Chengdu: cost of the next one, M CNY"
    assert shown.plot.at == pytest.approx(100)
    assert shown.plot.level == 100
    assert shown.bars[1].amount == "\N{EM DASH}", "nobody takes more in Henan"
    names = [row.name for row in shown.figures]
    assert {"Enterprises", "Each, less tax", "Back in tax", "In other places"} <= set(names)
    other = money_picture(money, 1)
    assert other.plot.caption.startswith("Henan")
    assert any(row.name.startswith("Worth 100 M CNY up to") for row in other.figures)


def test_that_the_axis_ends_where_the_next_one_has_no_price_and_marks_what_is_enough(money):
    costs = money.costs[0]
    costless = replace(
        costs,
        enough=Band(150.0, 120.0, 400.0),
        bought=(
            costs.bought[0],
            *(replace(each, next_one=None) for each in costs.bought[1:]),
        ),
    )
    shown = money_picture(replace(money, costs=(costless, money.costs[1])), 0).plot
    assert [(dot.x, dot.y, dot.is_filled) for dot in shown.dots] == [(150.0, 100.0, True)]
    assert shown.x_range[1] == pytest.approx(180)
    never = replace(costless, enough=Band(inf, 400.0, inf))
    beyond = money_picture(replace(money, costs=(never, money.costs[1])), 0).plot
    assert beyond.dots == ()
    assert beyond.x_range[1] == pytest.approx(100), "today's budget is seen"


def test_that_all_of_it_is_told_to_who_does_not_see_it(split):
    assert "Chengdu: 200, " in split[0].told
    assert "Best split: " in split[0].told


def test_that_a_range_holds_what_is_marked_and_cuts_a_band_that_runs_away():
    assert range_of([1, 4], [0.5, 8]) == (0, 8)
    assert range_of([1, 4], [0.5, inf, 1e6])[1] <= 16
    assert range_of([1, 4], [], [30]) == (0, 30)
    assert range_of([nan], [nan]) == (0, 1)
    assert range_of([-3, 4], [-5])[0] < -3
    assert [text for _, text in ticks_of(0, 800, 5, ENGLISH_NUMERALS)] == [
        *("0", "200", "400", "600", "800"),
    ]


def test_that_bars_stand_beside_the_plot_or_under_it_where_there_is_little_room(split):
    painter = SpendingPainter(LIGHT, LIGHT.data[0])
    wide, narrow = painter.room(split[0], PLACE), painter.room(split[0], QRectF(0, 0, 300, 400))
    assert wide.plot.right() < wide.head.left()
    assert narrow.plot.bottom() < narrow.head.top()
    for room, place in ((wide, PLACE), (narrow, QRectF(0, 0, 300, 400))):
        assert place.contains(room.figures[-1].center())
        assert bar_at(room, room.bars[2].center()) == 2
        assert bar_at(room, QPointF(-5, -5)) is None


def test_that_rows_keep_the_height_of_a_line_where_they_have_the_room_they_ask_for(split):
    painter = SpendingPainter(LIGHT, LIGHT.data[0])
    for width in (300, 460):
        height = painter.least_height(split[0], width)
        room = painter.room(split[0], QRectF(0, 0, width, height))
        assert room.head.height() >= 16
        assert room.plot.height() >= 100
        assert room.figures[-1].bottom() <= height + 1
    assert painter.least_height(split[0], 300) > painter.least_height(split[0], 460)


def test_that_it_is_painted_in_the_color_of_its_scenario(split):
    shown, _ = split
    blue = _image(
        lambda painter: SpendingPainter(LIGHT, LIGHT.data[0]).paint(painter, shown, PLACE)
    )
    other = _image(
        lambda painter: SpendingPainter(LIGHT, LIGHT.data[1]).paint(painter, shown, PLACE)
    )
    row = SpendingPainter(LIGHT, LIGHT.data[0]).room(shown, PLACE).bars[0]
    x, y = round(row.left() + 0.5 * row.width()), round(row.center().y())
    assert blue.pixelColor(x, y).name() == LIGHT.data[0]
    assert other.pixelColor(x, y).name() == LIGHT.data[1]


def test_that_a_curve_with_gaps_and_unbounded_ends_is_painted(money):
    plot = money_picture(money, 0).plot
    gap = CurvePoint(300.0, nan, nan, inf)
    broken = replace(plot, curve=(*plot.curve[:3], gap, *plot.curve[3:5]))
    empty = replace(plot, curve=(gap,))
    images = [
        _image(lambda painter, p=p: PlotPainter(LIGHT, LIGHT.data[0]).paint(painter, p, PLACE))
        for p in (plot, broken, empty)
    ]
    assert images[0] != images[1] != images[2]


def test_that_a_bar_is_chosen_by_click_and_by_keys(split, qtbot):
    view = SpendingView(LIGHT)
    qtbot.addWidget(view)
    view.resize(460, 260)
    view.show_picture(split[0], LIGHT.data[0], "How to split a budget?")
    view.show()
    room = SpendingPainter(LIGHT, LIGHT.data[0]).room(split[0], QRectF(view.rect()))
    with qtbot.waitSignal(view.chosen) as caught:
        point = room.bars[3].center().toPoint()
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=point)
    assert caught.args == [3]
    view.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(view, key)
    with qtbot.waitSignal(view.chosen) as caught:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert caught.args[0] in range(7)
    assert "Chengdu" in view.accessibleDescription()
    view.set_theme(DARK, DARK.data[0])
    assert not view.grab().isNull()


def test_that_a_bar_at_hand_that_is_gone_is_at_hand_no_longer(split, qtbot):
    view, shown = SpendingView(LIGHT), split[0]
    qtbot.addWidget(view)
    view.show_picture(shown, LIGHT.data[0], "Split")
    for _ in shown.bars:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.accessible().value
    view.show_picture(replace(shown, bars=shown.bars[:1]), LIGHT.data[0], "Split")
    assert view.accessible().value == ""


def test_that_a_point_of_the_frontier_is_told_under_the_pointer_and_taken_by_click(split, qtbot):
    view = SpendingView(LIGHT)
    qtbot.addWidget(view)
    view.resize(460, 260)
    view.show_picture(split[0], LIGHT.data[0], "How to split a budget?")
    view.show()
    painter, place = SpendingPainter(LIGHT, LIGHT.data[0]), QRectF(view.rect())
    plot = painter.room(split[0], place).plot
    box = PlotPainter(LIGHT, LIGHT.data[0]).box(split[0].plot, plot)
    middle = QPointF(box.left() + box.width() / 2, box.center().y())
    number = painter.point_at(split[0], place, middle)
    assert number is not None
    assert split[0].plot.curve[number].x == pytest.approx(400, abs=26)
    assert split[0].plot.curve[number].told.startswith("400 a year: ")
    assert painter.point_at(split[0], place, QPointF(-5, -5)) is None
    before = view.grab().toImage()
    qtbot.mouseMove(view, middle.toPoint())
    assert view.grab().toImage() != before, "it is told in the caption"
    with qtbot.waitSignal(view.taken) as caught:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle.toPoint())
    assert caught.args == [number]
    for _ in range(200):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.taken) as caught:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert caught.args == [len(split[0].plot.curve) - 1], "the last one stays"


def test_that_a_curve_that_is_no_choice_is_told_and_not_taken(money, qtbot):
    shown = money_picture(money, 0)
    gap = CurvePoint(300.0, inf, inf, inf)
    plot = replace(shown.plot, curve=(gap, *shown.plot.curve, gap))
    view = SpendingView(LIGHT)
    qtbot.addWidget(view)
    view.show_picture(replace(shown, plot=plot), LIGHT.data[0], "What does a yuan buy?")
    assert 0 not in plot.told
    assert plot.curve[plot.told[0]].told.startswith("from ")
    qtbot.keyClick(view, Qt.Key.Key_Left)
    with qtbot.assertNotEmitted(view.taken):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    view.show_picture(replace(shown, plot=replace(plot, curve=(gap,))), LIGHT.data[0], "None")
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert not view.grab().isNull()


def test_that_a_bar_tells_more_of_its_next_money(split):
    assert split[0].bars[0].tip.startswith("Vouchers in Chengdu: the next 100 M CNY a year add")


def test_that_a_place_alone_names_its_uses_in_full_and_tells_who_gains(money):
    question = replace(money.question, among=(CHENGDU,))
    shown = money_picture(replace(money, question=question, costs=money.costs[:1]), 0)
    assert shown.bars[0].name == "Vouchers in Chengdu"
    moved = {row.name: row for row in shown.figures}
    assert moved["In the place itself"].value.startswith("+")
    assert " to " in moved["In other places"].span
