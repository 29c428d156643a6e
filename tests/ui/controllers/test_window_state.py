"""What is kept of the window is held against what is open, what is on screen and what there is."""

import json
import shutil
from base64 import b64encode
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QSplitter, QWidget

from planner.files.scenario.scenario_file import write
from planner.model.scenario import Scenario, with_lever
from planner.storage.places import state_folder
from ui.app import build
from ui.charts.contents.specs import ChartSetting, default_settings, seen_as
from ui.charts.kept.charts import charts_in, text_of
from ui.controllers.window_state import restore_geometry, restore_splitter, year_in
from ui.parts import Suanli
from ui.process.state.settings import FILE_NAME, Settings
from ui.views.main_window import LEAST_SIZE

A_MINUTE = 60_000
TO_2040 = with_lever(Scenario("To 2040", last_year=2040), "center_sellable_target", 0.6)


@pytest.fixture
def start(qtbot):
    """Return what starts the program on a kept state, and see to its end."""
    made: list[Suanli] = []

    def begin(**kept: object) -> Suanli:
        state_folder().mkdir(parents=True, exist_ok=True)
        (state_folder() / FILE_NAME).write_text(json.dumps(kept), "utf-8")
        suanli = build()
        made.append(suanli)
        with qtbot.waitExposed(suanli.window):
            suanli.window.show()
        return suanli

    yield begin
    for suanli in made:
        suanli.close()
        suanli.take_down()


def settle(suanli: Suanli, qtbot) -> None:
    qtbot.waitUntil(lambda: suanli.live.state == "held", timeout=A_MINUTE)


def splitter_state(*sizes: int, way: int = 1) -> QByteArray:
    """Return what Qt would have saved of a splitter of another kind."""
    data = QByteArray()
    stream = QDataStream(data, QIODevice.OpenModeFlag.WriteOnly)
    for number in (0xFF, 1, len(sizes), *sizes):
        stream.writeInt32(number)
    stream.writeBool(True)
    stream.writeInt32(40)
    stream.writeBool(False)
    stream.writeInt32(way)
    return data


def test_that_a_year_beyond_the_horizon_shows_the_last_one_and_draws_all_charts(start, qtbot):
    suanli = start(year="2040")
    settle(suanli, qtbot)
    center = suanli.window.center
    assert (center.year, center.year_label.text()) == (2035, "December 2035")
    assert all(view.canvas.plot.picture.curves for view in center.charts.views)
    assert all("…" not in card.shown.value for card in center.kpis.cards)


def test_that_a_year_wished_for_comes_back_with_a_document_that_has_it(start, qtbot, tmp_path):
    suanli, path = start(year="2040"), tmp_path / "to-2040.scenario.json"
    settle(suanli, qtbot)
    write(path, TO_2040)
    suanli.files.open_path(path)
    center = suanli.window.center
    qtbot.waitUntil(lambda: center.year == 2040, timeout=A_MINUTE)
    settle(suanli, qtbot)
    assert all("…" not in card.shown.value for card in center.kpis.cards)


def test_that_a_document_of_fewer_years_takes_the_place_of_one_of_more(start, qtbot, tmp_path):
    suanli, paths = start(), [tmp_path / f"{year}.scenario.json" for year in (2040, 2026)]
    write(paths[0], TO_2040)
    write(paths[1], Scenario("Short", last_year=2026))
    center = suanli.window.center
    suanli.files.open_path(paths[0])
    qtbot.waitUntil(lambda: center.year_slider.maximum() == 15, timeout=A_MINUTE)
    center.choose_year(2040)
    for view in center.charts.views:
        view.canvas.show_month(191)
    suanli.files.open_path(paths[1])
    qtbot.waitUntil(lambda: center.year == 2026, timeout=A_MINUTE)
    settle(suanli, qtbot)
    assert all("…" not in card.shown.value for card in center.kpis.cards)
    assert center.year_label.text() == "December 2026"


@pytest.mark.parametrize(
    "text",
    ["", "2024", "2051", "-2030", "²⁰³⁰", "٢٠٣٠", "2030.0", "2e3", "9" * 5000, " 2030"],
)
def test_that_a_text_that_is_no_year_of_the_model_is_none(text):
    assert year_in(text) is None


def test_that_years_of_the_model_are_years():
    assert (year_in("2025"), year_in("2050")) == (2025, 2050)


def test_that_unknown_and_double_charts_give_way_to_those_of_a_first_start():
    usual = default_settings()
    assert charts_in("") == usual
    assert charts_in("gone/x enterprises/atlantis") == usual
    found = charts_in("rent/* rent/* enterprises/beijing voucher_money/")
    assert [one.chart for one in found] == ["rent", "enterprises", "voucher_money", "enterprises"]
    assert len(set(found)) == 4
    assert len(charts_in("rent/* " * 9000)) == 4


def test_that_a_splitter_takes_its_sizes_from_what_is_kept_and_nothing_else(qtbot):
    splitter = QSplitter(Qt.Orientation.Vertical)
    qtbot.addWidget(splitter)
    splitter.setChildrenCollapsible(False)
    for name in ("one", "other"):
        splitter.addWidget(QLabel(name))
    splitter.resize(300, 400)
    splitter.show()
    before = (splitter.handleWidth(), splitter.orientation(), splitter.opaqueResize())
    restore_splitter(splitter, splitter_state(300, 100))
    first, second = splitter.sizes()
    assert first > 2 * second
    for damaged in (
        splitter_state(0, 0),
        splitter_state(-5, -7),
        splitter_state(1, 2, 3),
        splitter_state(2_000_000_000, 1),
        splitter_state(),
        splitter_state(300, 100).left(14),
        QByteArray(b"\xff" * 40),
        QByteArray(),
    ):
        restore_splitter(splitter, QByteArray(damaged))
        assert splitter.sizes() == [first, second]
    restore_splitter(splitter, splitter_state(10_000, -1))
    assert min(splitter.sizes()) > 0
    assert (splitter.handleWidth(), splitter.orientation(), splitter.opaqueResize()) == before


@pytest.mark.parametrize(
    "place",
    [
        QRect(-5000, -5000, 1000, 700),
        QRect(100, -900, 700, 500),
        QRect(9000, 100, 700, 500),
        QRect(0, 0, 1, 1),
        QRect(0, 0, 30_000, 30_000),
    ],
)
def test_that_a_window_kept_off_all_screens_comes_back_into_reach(qtbot, place):
    kept, window = QWidget(), QWidget()
    for each in (kept, window):
        qtbot.addWidget(each)
    window.setMinimumSize(300, 200)
    kept.setGeometry(place)
    room = QGuiApplication.primaryScreen().availableGeometry()
    window.setGeometry(20, 30, 300, 200)
    if not restore_geometry(window, kept.saveGeometry()):
        assert window.geometry() == QRect(20, 30, 300, 200)
    else:
        edge = QRect(window.geometry().topLeft(), window.size()).intersected(room)
        assert edge.width() >= min(200, window.width())
        assert window.geometry().top() in range(room.top(), room.bottom())
        assert window.height() <= room.height()


def test_that_a_program_kept_beyond_the_last_screen_opens_on_one(start):
    window = QWidget()
    window.setGeometry(866, 866, 1, 1)
    kept = b64encode(window.saveGeometry().data()).decode()
    place = start(geometry=kept).window.geometry()
    assert QGuiApplication.primaryScreen().availableGeometry().contains(place.topLeft())


def test_that_a_window_kept_hidden_or_without_a_frame_is_shown_with_one(qtbot):
    kept, window = QWidget(), QWidget()
    for each in (kept, window):
        qtbot.addWidget(each)
    kept.setGeometry(50, 50, 300, 200)
    kept.setWindowState(Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMinimized)
    assert restore_geometry(window, kept.saveGeometry())
    assert window.windowState() == Qt.WindowState.WindowNoState


def test_that_names_no_system_can_be_asked_about_are_no_recent_files(tmp_path):
    path, good = tmp_path / "s.json", str(tmp_path / "a.scenario.json")
    names = ["", "relative.json", "/a\0b", "/\ud800", 7, None, good]
    path.write_text(json.dumps({"recent": names, "export_folder": "/\ud800", "theme": "pink"}))
    settings = Settings(path=path)
    assert settings.recent_files() == [Path(good)]
    assert settings.text("export_folder") == ""


def test_that_a_foreign_state_opens_the_usual_window(start, qtbot):
    damaged = b64encode(b"\x01\xd9\xd0\xcb" + b"\xff" * 62).decode()
    suanli = start(
        year="twelve", table="yes", panel=3, charts="a b c d", theme="pink", geometry=damaged,
        columns=b64encode(splitter_state(5, 5, way=2).data()).decode(), rows="%%%",
        recent=["\ud800", "x"], picture_size="0x0@0", export_folder="a\0b",
    )  # fmt: skip
    settle(suanli, qtbot)
    window = suanli.window
    assert window.width() >= LEAST_SIZE.width()
    assert window.center.charts.settings == default_settings()
    assert window.center.year == 2030
    assert min(window.splitter.sizes()) > 100
    assert not window.center.compare.isVisible()


def test_that_a_state_folder_in_place_of_the_file_is_nothing_kept(start, qtbot):
    shutil.rmtree(state_folder(), ignore_errors=True)
    suanli = start()
    settle(suanli, qtbot)
    assert suanli.window.center.year == 2030


def test_that_a_side_that_was_folded_comes_back_folded(start, qtbot):
    first = start()
    assert len(first.window.side.levers.open_folds) == 0
    fold = first.window.side.levers.sections[0]
    fold.set_open(True)
    first.window.actions_["side"].trigger()
    first.window.close()
    kept = {"side": first.settings.text("side"), "folds": first.settings.text("folds")}
    second = start(**kept)
    assert second.window.side.isHidden()
    assert not second.window.actions_["side"].isChecked()
    assert not second.window.side.levers.sections[0].body.isHidden()
    assert second.window.side.levers.sections[1].body.isHidden()


def test_that_the_folds_of_assumptions_come_back_as_they_were(start, qtbot):
    first = start()
    page = first.window.side.assumptions
    opened = [not section.body.isHidden() for section in page.sections]
    assert opened[:3] == [True, False, False]
    page.sections[0].set_open(False)
    page.sections[2].set_open(True)
    first.window.close()
    kept = first.settings.text("assumption_folds")
    second = start(assumption_folds=kept)
    second.window.close()
    assert second.settings.text("assumption_folds") == kept != ""
    third = start(assumption_folds=kept)
    folds = [section.body.isHidden() for section in third.window.side.assumptions.sections]
    assert folds[:3] == [True, True, False]
    third.window.side.assumptions.sections[2].set_open(False)
    third.window.close()
    assert third.settings.text("assumption_folds") == "none"


PINNED = ChartSetting("enterprises", limits=(2026.0, 2031.5, -0.5, 4000.25))
LOG = ChartSetting("compute_supply", log=True)
BOTH = ChartSetting("rent", "cloud", log=True, limits=(2025.0, 2036.0, 0.25, 1.75))


@pytest.mark.parametrize("setting", [PINNED, LOG, BOTH, ChartSetting("voucher_money")])
def test_that_the_axes_of_a_chart_come_back_as_they_were(setting):
    assert charts_in(text_of([setting]))[0] == setting


def test_that_limits_of_another_view_are_kept_for_that_view_and_not_for_the_one_at_a_start():
    other = replace(PINNED, view="difference")
    kept = charts_in(text_of([other]))[0]
    assert kept.limits is None
    assert seen_as(kept, view="difference").limits == PINNED.limits


@pytest.mark.parametrize(
    "axes",
    [
        "log",
        "/",
        "LOG/",
        "log/2026",
        "/2026,2031,0",
        "/2026,2031,0,4000,1",
        "/2026,2031,0,x",
        "/2026,2031,0,nan",
        "/2026,2031,0,inf",
        "/2026,2031,0,1e99",
        "/2031,2026,0,4000",
        "/2026,2026.1,0,4000",
        "/1999,2031,0,4000",
        "/2026,2099,0,4000",
        "/2026,2031,4000,0",
        "/2026,2031,1000000,1000000.1",
        "log/2026,2031,0,99",
        "/²⁰²⁶,2031,0,4000",
    ],
)
def test_that_damaged_axes_are_those_of_a_first_start(axes):
    assert charts_in(f"enterprises//{axes}")[0] == ChartSetting("enterprises")


def test_that_a_log_axis_and_pinned_limits_are_there_again_at_the_next_start(start, qtbot):
    suanli = start()
    settle(suanli, qtbot)
    charts = suanli.window.center.charts
    charts.choose(0, charts.views[0].with_limits(True))
    charts.choose(1, charts.views[1].with_log(True))
    before = charts.settings
    assert before[0].limits is not None
    assert before[1].log
    suanli.window.allow_close()
    suanli.settings.sync()
    kept = json.loads((state_folder() / FILE_NAME).read_text("utf-8"))
    again = start(**kept)
    settle(again, qtbot)
    assert again.window.center.charts.settings == before
    plot = again.window.center.charts.views[0].canvas.plot
    assert (*plot.box.years, *plot.box.values) == before[0].limits
    assert again.window.center.charts.views[1].picture.is_log
