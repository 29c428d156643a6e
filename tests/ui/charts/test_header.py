"""The head of a chart at any width: no text lies over another or is cut; it says which place."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.some import some
from ui.charts.chooser import ChartChooser
from ui.charts.contents.offer import Offer
from ui.charts.contents.specs import EVERY, ChartSetting, charts, default_setting
from ui.charts.contents.wording import ENGLISH
from ui.charts.header import Header
from ui.style.theme import LIGHT, apply_colors, style_sheet

OFFER = Offer("Change hard to see at this scale", "Show difference", default_setting("jobs"))


@pytest.fixture
def header(qtbot, qapp) -> Header:
    apply_colors(qapp, LIGHT)
    made = Header(ENGLISH)
    made.setStyleSheet(style_sheet(LIGHT))
    qtbot.addWidget(made)
    made.show()
    return made


def _show(header, setting):
    header.show_setting(setting, ENGLISH.unit(charts()[setting.chart].unit, setting.view))
    QApplication.sendPostedEvents()
    header.layout().activate()


def _texts(header):
    """Return what is to be seen of the head, with its text and the room for it."""
    found = [child for child in header.children() if child.isWidgetType() and child.isVisible()]
    return [(each, each.text().replace("&&", "&")) for each in found if hasattr(each, "text")]


@pytest.mark.parametrize("width", [300, 410, 800])
@pytest.mark.parametrize("is_zoomed", [False, True])
def test_that_no_text_lies_over_another_or_is_cut(header, width, is_zoomed):
    header.setFixedWidth(width)
    header.show_view_all(is_zoomed)
    settings = [
        ChartSetting(spec.key, element, view)
        for spec in charts().values()
        for element in spec.elements
        for view in ("absolute", "difference")
    ]
    for number, setting in some(enumerate(settings)):
        header.show_offer(OFFER if number % 2 else None)
        _show(header, setting)
        texts = _texts(header)
        assert len(texts) >= 2
        for (one, _), (other, _) in combinations(texts, 2):
            assert not one.geometry().intersects(other.geometry()), (setting, one, other)
        for part, text in texts:
            assert header.rect().contains(part.geometry()), (setting, text)
            assert part.fontMetrics().horizontalAdvance(text) <= part.width(), (setting, text)


@pytest.mark.parametrize("before", ["alibaba_capex", "unicorns"])
def test_that_a_place_is_whole_again_after_a_chart_that_has_none(header, before):
    header.setFixedWidth(800)
    for key in some(charts()):
        _show(header, default_setting(before))
        assert header.place.full_text == ""
        _show(header, default_setting(key))
        assert not any("…" in text for _, text in _texts(header)), key


@pytest.mark.parametrize("width", [215, 232, 270, 410])
def test_that_title_and_place_are_whole_where_either_row_has_room(header, width):
    header.setFixedWidth(width)
    moved = set()
    for key in some(charts()):
        _show(header, default_setting(key))
        title, place = header.title, header.place
        if place.isHidden():
            continue
        is_below = place.y() > title.geometry().center().y()
        moved.add(is_below)
        both = title.sizeHint().width() + place.sizeHint().width() + 4 <= width
        assert is_below <= (not both), (key, "beside the title while there is room")
        assert not is_below or "…" not in place.text()
        if title.sizeHint().width() + (0 if is_below else 60) <= width:
            assert "…" not in title.text(), (key, "the place gives way first")
        assert not title.geometry().intersects(place.geometry())
    assert moved == {False, True} or width == 410


def test_that_only_what_has_no_room_ends_in_an_ellipsis(header):
    header.setFixedWidth(800)
    for key in charts():
        _show(header, default_setting(key))
        assert not any("…" in text for _, text in _texts(header)), key
    setting = ChartSetting("limit", "centers")
    header.setFixedWidth(210)
    _show(header, setting)
    assert any("…" in text for _, text in _texts(header))


@pytest.mark.parametrize(
    ("setting", "place"),
    [
        (ChartSetting("enterprises"), "All seven places"),
        (ChartSetting("enterprises", EVERY), "All places"),
        (ChartSetting("enterprises", "beijing"), "Beijing"),
        (ChartSetting("compute_supply"), "All of China"),
        (ChartSetting("chip_shortage"), "All of China"),
        (ChartSetting("unicorns"), ""),
    ],
)
def test_that_it_names_the_place_that_is_shown(header, setting, place):
    header.setFixedWidth(600)
    _show(header, setting)
    assert header.place.full_text == place
    assert header.place.isEnabled() == (len(charts()[setting.chart].elements) > 1)
    assert header.place.isVisible() == bool(place)


def test_that_the_list_of_charts_opens_beside_its_title(header, qtbot):
    header.setFixedWidth(500)
    _show(header, default_setting("rent"))
    header.move(200, 150)
    QTest.mouseClick(header.title, Qt.MouseButton.LeftButton)
    (chooser,) = header.findChildren(ChartChooser)
    below = header.title.mapToGlobal(QPoint(0, header.title.height()))
    assert chooser.isVisible()
    assert chooser.geometry().topLeft() == below
    chooser.close()
