"""The place switch of the real window: what is chosen, what follows it, what is remembered."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from planner.ensemble.projection import Request
from planner.files.scenario.scenario_list import open_all
from planner.model.indices import AREAS
from planner.model.scenario import with_lever
from planner.model.sums import others_of
from ui.app import build
from ui.views.area_choice import AreaChoice
from ui.views.dialogs.picture_size import KEY as SIZE_KEY
from ui.wording.areas import names_beside, short_names_beside, stands_for
from ui.wording.commands.rows.places import ALL, PLACE

A_MINUTE = 60_000
OTHERS = Request("enterprises", others_of(("chengdu",)), "difference")


def _opened(suanli):
    switch = suanli.window.center.places
    QTest.mouseClick(switch.opener, Qt.MouseButton.LeftButton)
    assert switch.list is not None
    assert switch.list.isVisible()
    return switch.list


def _wait_for(suanli, qtbot, request):
    def is_there():
        run = suanli.published.run
        series = None if run is None else run.projection.series.get(request)
        return series is not None and series.bands is not None

    qtbot.waitUntil(is_there, timeout=A_MINUTE)


def test_that_the_list_makes_a_choice_that_stands_in_the_switch(suanli):
    center = suanli.window.center
    opened = _opened(suanli)
    QTest.keyClicks(opened.field, "cheng")
    assert opened.shown_keys == ["chengdu"]
    QTest.keyClick(opened.field, Qt.Key.Key_Return)
    assert center.areas.chosen == ("chengdu",)
    opened.field.clear()
    opened.field.setText("上海")
    QTest.keyClick(opened.field, Qt.Key.Key_Return)
    QTest.keyClick(opened.field, Qt.Key.Key_Escape)
    assert not opened.isVisible()
    assert center.areas.recent == (("shanghai", "chengdu"),)
    texts = {keys: button.text() for keys, button in center.places.buttons.items()}
    assert texts == {(): "All", ("shanghai", "chengdu"): "Shanghai + Chengdu"}
    QTest.mouseClick(center.places.buttons[()], Qt.MouseButton.LeftButton)
    assert center.areas.chosen == ()


def test_that_charts_by_area_the_line_and_the_rows_follow(drawn, qtbot):
    window = drawn.window
    center, levers = window.center, window.side.levers
    edited = with_lever(drawn.document.scenario, "voucher_budget.chengdu", 1000)
    drawn.document.edit("Voucher budget, Chengdu", edited)
    window.actions_["place_chengdu"].trigger()
    assert center.charts.settings[0].element == "chengdu"
    assert center.charts.settings[1].element == ""
    assert center.charts.views[0].header.place.full_text == "Chengdu"
    assert OTHERS in center.seen()
    assert OTHERS in center.yearly()
    assert levers.row("voucher_budget.chengdu").isVisible()
    assert not levers.row("voucher_budget.henan").isVisible()
    assert levers.row("voucher_budget").name_label.text() == "Voucher budget, all"
    _wait_for(drawn, qtbot, OTHERS)
    qtbot.waitUntil(lambda: bool(center.others.text), timeout=20_000)
    said = center.others.text
    assert said.startswith("Other six places: \N{MINUS SIGN}")
    assert "lower in all futures; medians by place: " in said
    assert "Beijing \N{MINUS SIGN}" in said
    window.actions_["place_all"].trigger()
    assert center.others.isHidden()
    assert OTHERS not in center.requests()
    assert not levers.row("voucher_budget.chengdu").isVisible()


def test_that_a_choice_of_one_chart_is_marked_and_goes_back_by_its_menu(suanli):
    center = suanli.window.center
    center.areas.choose(("chengdu",))
    header = center.charts.views[0].header
    assert header.place.property("look") == "small"
    by_text = {action.text(): action for action in header.place.menu().actions()}
    assert "As the window: Chengdu" in by_text
    by_text["Chengdu and the other six places"].trigger()
    assert center.charts.settings[0].element == f"chengdu,{OTHERS.element}"
    assert header.place.property("look") == "own place"
    assert "The window shows Chengdu" in header.place.toolTip()
    center.areas.choose(("henan",))
    assert center.charts.settings[0].element == f"chengdu,{OTHERS.element}"
    by_text = {action.text(): action for action in header.place.menu().actions()}
    by_text["As the window: Henan"].trigger()
    assert header.place.property("look") == "small"
    center.areas.choose(())
    assert center.charts.settings[0].element == ""


def test_that_a_second_window_follows(suanli):
    center = suanli.window.center
    center.areas.choose(("chengdu",))
    center.open_second()
    elements = {each.chart: each.element for each in center.second.settings}
    assert elements["voucher_money"] == "chengdu"
    center.areas.choose(("chengdu", "henan"))
    elements = {each.chart: each.element for each in center.second.settings}
    assert elements["voucher_money"] == "chengdu,henan"
    center.second.close()


def test_that_at_most_three_places_are_chosen(suanli):
    areas, actions = suanli.window.center.areas, suanli.window.actions_
    for key in ("beijing", "shanghai", "henan"):
        actions[f"place_{key}"].trigger()
    assert areas.chosen == ("beijing", "shanghai", "henan")
    assert not actions["place_ningbo"].isEnabled()
    assert actions["place_henan"].isEnabled()
    opened = _opened(suanli)
    ningbo = next(
        item
        for item in (opened.list.item(row) for row in range(opened.list.count()))
        if item.text() == "Ningbo"
    )
    assert not ningbo.flags() & Qt.ItemFlag.ItemIsEnabled
    areas.toggle("ningbo")
    assert "ningbo" not in areas.chosen
    opened.close()


def test_that_a_place_there_is_not_is_told_what_stands_for_it(suanli):
    opened = _opened(suanli)
    hint = opened.said.text()
    QTest.keyClicks(opened.field, "Guizhou")
    assert opened.shown_keys == []
    assert "Local and western centers" in opened.said.text()
    QTest.keyClick(opened.field, Qt.Key.Key_Return)
    assert suanli.window.center.areas.chosen == ()
    opened.field.clear()
    assert opened.said.text() == hint
    opened.close()
    assert "part of Shandong" in stands_for("青岛")
    assert stands_for("Atlantis") == stands_for("Chengdu") == ""


def test_that_places_are_remembered_across_starts(suanli, qtbot):
    areas = suanli.window.center.areas
    areas.choose(("chengdu", "henan"))
    areas.recall()
    suanli.window.allow_close()
    suanli.settings.sync()
    again = build()
    qtbot.addWidget(again.window)
    assert again.window.center.areas.chosen == ("chengdu", "henan")
    assert again.window.center.charts.settings[0].element == "chengdu,henan"
    assert ("chengdu", "henan") in again.window.center.places.buttons
    again.close()


def test_that_kept_places_of_another_version_are_left_out():
    areas = AreaChoice()
    areas.restore("atlantis+chengdu", "atlantis henan+beijing+atlantis \0")
    assert areas.chosen == ("chengdu",)
    assert areas.recent == (("chengdu",), ("beijing", "henan"))
    areas.restore("", "")
    assert not areas.chosen


def test_that_names_side_by_side_are_counted_where_there_is_little_room():
    assert names_beside(("chengdu", "henan")) == "Chengdu + Henan"
    assert short_names_beside(("chengdu", "henan")) == "Chengdu + Henan"
    assert short_names_beside(("beijing", "chengdu", "henan")) == "3 places"


def test_that_there_is_a_command_for_all_places_and_for_each():
    commands = [row for row in PLACE if hasattr(row, "data")]
    assert [row.data for row in commands] == [ALL, *AREAS]


def test_that_a_picture_opened_again_gives_its_places_back(drawn, tmp_path, qtbot):
    areas = drawn.window.center.areas
    drawn.settings.keep(SIZE_KEY, "400x400@1")
    areas.choose(("beijing", "henan"))
    qtbot.waitUntil(lambda: drawn.live.state == "held", timeout=A_MINUTE)
    index = next(
        n for n, s in enumerate(drawn.window.center.all_settings) if s.chart == "enterprises"
    )
    path = tmp_path / "two.png"
    assert drawn.exports.write_chart(index, path)
    assert open_all(path).places == ("beijing", "henan")
    assert "AI enterprises, Beijing and Henan" in QImage(str(path)).text("Title")
    areas.choose(("chengdu",))
    drawn.files.open_path(path)
    qtbot.waitUntil(lambda: areas.chosen == ("beijing", "henan"))
    areas.choose(())
    assert drawn.exports.write_chart(index, path)
    assert open_all(path).places == ()
