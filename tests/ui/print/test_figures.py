"""Beside a chart on paper stand the cards of the window: same numbers, where there is room."""

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor

from planner.ensemble.many import Projector
from planner.ensemble.projection import Request
from planner.model.scenario import Scenario, with_lever
from planner.studies.cards import Card, placed
from tests.some import some
from ui.charts.contents.specs import ChartSetting
from ui.charts.layout.look import Look
from ui.engine.shown_run import ShownRun
from ui.print.export import _sheet, chart_image, chart_svg
from ui.print.figures import figures
from ui.print.figures_column import WIDTH
from ui.print.printed_sheet import MARGIN, printed_sheet
from ui.print.size import PictureSize
from ui.style.theme import LIGHT
from ui.wording.figures.others import others_levels, others_requests
from ui.wording.key_figures import kpi_display, kpi_head
from ui.wording.numbers import ENGLISH_NUMERALS

PLACE = ChartSetting("enterprises", element="chengdu")
PAID = Card("voucher_spend", "chengdu")
RENT = Card("rent", "centers")
PAIRS = (
    ("enterprises", "chengdu"),
    ("enterprises", "shanghai"),
    ("voucher_spend", "chengdu"),
    ("rent", "centers"),
)
WIDE, NARROW = PictureSize(1600, 900, 1), PictureSize(1000, 1000, 1)


@pytest.fixture(scope="module")
def shown(qapp):
    levels = [Request(*pair) for pair in PAIRS]
    others = (*others_levels(("chengdu",)), *others_requests(("chengdu",)))
    requests = (*levels, *(each._replace(view="difference") for each in levels), *others)
    projector = Projector()
    more, most = (
        projector.project(
            with_lever(Scenario(title=title, futures=32), "voucher_budget.chengdu", budget),
            requests,
        )
        for title, budget in (("More", 200.0), ("Most", 400.0))
    )
    run = ShownRun(more, projector.project(Scenario(futures=32), requests), cards=(PAID, RENT))
    return run, most


def _alone(shown, **changed):
    return figures(PLACE, replace(shown[0], **changed), Look())


def test_that_the_figure_of_the_chart_comes_first_then_cards_then_other_places(shown):
    about = [each.about for each in _alone(shown)]
    assert about == [
        "AI enterprises, Chengdu, 2030",
        "Vouchers paid, Chengdu, 2030",
        "Compute rent, centers, 2030",
        "AI enterprises, other six places, 2030",
    ]


def test_that_a_figure_says_what_its_card_says(shown):
    run = shown[0]
    card = kpi_display(
        kpi_head("voucher_spend", "chengdu", 2030),
        run.projection,
        run.baseline,
        2030,
        ENGLISH_NUMERALS,
    )
    (told,) = (each for each in _alone(shown) if each.about.startswith("Vouchers paid"))
    assert told.number == f"{card.difference} M CNY/yr"
    assert card.difference_span == ""  # both ends of its range read the same
    assert told.beside == card.share
    assert told.level == f"Level: {card.value} M CNY/yr ({card.span})"
    assert told.color == Look().text_color(0)


def test_that_what_does_not_move_is_told_as_a_level(shown):
    run = shown[0]
    head = kpi_head("rent", "centers", 2030)
    card = kpi_display(head, run.projection, run.baseline, 2030, ENGLISH_NUMERALS)
    (told,) = (each for each in _alone(shown) if each.about.startswith("Compute rent"))
    assert told.number == f"{card.value} CNY/card-h"
    assert told.beside == f"80% range {card.span}; as the baseline"
    assert told.color == LIGHT.text


def test_that_figures_are_of_the_year_that_is_shown_but_for_a_card_with_its_own(shown):
    cards = (replace(PAID, year=2027), RENT)
    years = [each.about.rsplit(", ", 1)[1] for each in _alone(shown, year=2029, cards=cards)]
    assert years == ["2029", "2027", "2029", "2029"]


def test_that_what_the_run_does_not_hold_is_left_out(shown):
    about = [each.about for each in _alone(shown, cards=(Card("electricity"), RENT))]
    assert not any("lectricity" in each for each in about)
    assert len(about) == 3


def test_that_other_places_stay_when_there_are_many_cards(shown):
    cards = (PAID, RENT, replace(PAID, year=2027), replace(PAID, year=2028))
    told = _alone(shown, cards=cards)
    assert len(told) == 4
    assert [each.is_kept for each in told] == [False, False, False, True]


def test_that_four_figures_with_their_levels_have_room_in_the_usual_picture(shown):
    printed = _sheet_in(shown, PictureSize())
    assert printed.column is not None
    assert len(printed.column.figures) == 4
    assert len([each for each in printed.column.figures if each.level]) >= 2
    printed.close()


def test_that_a_baseline_tells_levels_alone(shown):
    run = shown[0]
    told = figures(PLACE, ShownRun(run.baseline, run.baseline, cards=(PAID,)), Look())
    assert len(told) == 2
    for each in told:
        assert each.number[0] not in "+\N{MINUS SIGN}"
        assert each.beside.startswith("80% range ")
        assert ";" not in each.beside


def test_that_beside_others_each_scenario_tells_its_difference_in_its_color(shown):
    run, most = shown
    told = figures(PLACE, replace(run, others=((most, 1),), own=0), Look())
    assert [each.about for each in told] == [
        "More: AI enterprises, Chengdu, 2030",
        "Most: AI enterprises, Chengdu, 2030",
    ]
    assert [each.color for each in told] == [Look().text_color(0), Look().text_color(1)]
    request = Request("enterprises", "chengdu", "difference")
    for each, held in zip(told, (run.projection, most), strict=True):
        assert each.number == f"{held.series[request].line[71]:+.0f}"
        level = held.series[request._replace(view="absolute")].line[71]
        assert each.level.startswith(f"Level: {level:,.0f} (")
        assert " to " in each.beside


def test_that_a_chart_of_places_tells_each_in_its_color(shown):
    run = shown[0]
    both = replace(PLACE, element="chengdu,shanghai")
    told = figures(both, run, Look())
    found = {each.about: each.color for each in told}
    assert found["AI enterprises, Chengdu, 2030"] == Look().text_color(0)
    assert found["AI enterprises, Shanghai, 2030"] == Look().text_color(1)
    assert found["Vouchers paid, Chengdu, 2030"] == LIGHT.text


def test_that_cards_stand_at_the_places_of_the_window():
    cards = placed((Card("enterprises"), RENT, Card("rent")), ("chengdu",))
    assert [each.element for each in cards] == ["chengdu", "centers", "cloud"]


def _sheet_in(shown, size):
    return printed_sheet(*_sheet(PLACE, shown[0], LIGHT, size))


SIZES = [WIDE, PictureSize(), PictureSize(2400, 600, 1), PictureSize(1600, 500, 1)]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_that_the_column_lies_over_nothing_and_within_the_sheet(shown, size):
    printed = _sheet_in(shown, size)
    column, (cell,) = printed.column, printed.charts
    assert column is not None
    assert 2 <= len(some(column.figures)) <= 4
    assert column.figures[-1].is_kept
    assert cell.place.right() < column.place.left()
    assert column.place.right() <= printed.sheet.size[0] - MARGIN
    assert printed.top <= column.place.top()
    assert column.place.bottom() <= printed.bottom
    printed.close()


@pytest.mark.parametrize("size", [NARROW, PictureSize(800, 900, 1)], ids=str)
def test_that_a_narrow_picture_has_no_column_and_a_chart_as_wide_as_before(shown, size):
    printed = _sheet_in(shown, size)
    assert printed.column is None
    (cell,) = printed.charts
    assert cell.place.right() == pytest.approx(printed.sheet.size[0] - MARGIN)
    printed.close()


def test_that_figures_without_room_are_left_out_from_the_last_but_the_kept(shown):
    low, high = (_sheet_in(shown, size) for size in (SIZES[2], SIZES[1]))
    assert low.column is not None
    assert high.column is not None
    assert set(low.column.figures) <= set(high.column.figures)
    for printed in (low, high):
        printed.close()


def test_that_the_column_is_painted_in_the_color_of_the_scenario(shown):
    image = chart_image(PLACE, shown[0], size=WIDE)
    wide, color = image.width(), QColor(Look().text_color(0)).rgb()
    column = range(round(wide - MARGIN - WIDTH), wide)
    found = sum(image.pixel(x, y) == color for x in column for y in range(130, 300))
    assert found > 50


def test_that_only_a_picture_that_opens_again_says_so(shown):
    said = [_sheet(PLACE, shown[0], LIGHT, WIDE, opens=opens)[0] for opens in (True, False)]
    assert said[0].provenance.endswith(" This picture opens again in Suanli.")
    assert "opens again" not in said[1].provenance
    assert "opens again" not in chart_svg(PLACE, shown[0], size=WIDE).decode()


def test_that_the_foot_tells_a_disputed_figure_that_acts_and_no_other(shown):
    sheet, _ = _sheet(PLACE, shown[0], LIGHT, WIDE)
    assert sheet.disputes.startswith("In dispute and acting here: Voucher budget (Chengdu): ")
    svg = chart_svg(PLACE, shown[0], size=WIDE).decode()
    assert "In dispute and acting here" in svg
    alone = ShownRun(shown[0].baseline, shown[0].baseline)
    assert not _sheet(ChartSetting("rent", element="centers"), alone, LIGHT, WIDE)[0].disputes


def test_that_a_chart_that_leaves_the_window_tells_its_cards_in_its_year(drawn, tmp_path):
    center, path = drawn.window.center, tmp_path / "chart.svg"
    center.kpis.choose((replace(RENT, year=2027), Card("utilization", "centers")))
    center.choose_year(2028)
    assert drawn.exports.write_chart(0, path)
    text = "\n".join(ET.parse(path).getroot().itertext())
    run = drawn.published.run
    for card, year in ((RENT, 2027), (Card("utilization", "centers"), 2028)):
        head = kpi_head(card.outcome, card.element or "", year)
        said = kpi_display(head, run.projection, run.below, year, ENGLISH_NUMERALS)
        assert head.full_title in text
        assert said.value in text
        assert f"80% range {said.span}" in text
    assert "Used compute" not in text
