"""Pure parts of the window: numbers, scales, sharing, the table, settings."""

import os

import numpy as np
import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QTextDocument

from planner.ensemble.projection import Projection, Request, Series
from planner.model.graph import model
from planner.model.inputs import Assumption, Lever, default_spread, elements_of
from planner.model.scenario import Scenario
from planner.quantities.told.labels import model_text
from planner.studies.key_figures import CARDS
from tests.some import some
from ui.engine.jobs import Lane
from ui.process.state.settings import Settings
from ui.style.theme import font
from ui.widgets.task_line import TaskLine
from ui.wording.field_numbers import number_text
from ui.wording.key_figures import december
from ui.wording.rows.tip import input_tip, lever_tip
from ui.wording.scale import scale_of_assumption, scale_of_lever
from ui.wording.sharing import shared, whole

MONTHS = 132


def test_that_a_number_to_edit_has_only_the_decimals_it_needs():
    assert number_text(380.0) == "380"
    assert number_text(0.25) == "0.25"
    assert number_text(-0.05).endswith("0.05")
    assert number_text(51.428571, most=2) == "51.43"


@pytest.mark.parametrize("lever", model().levers.values(), ids=lambda lever: lever.key)
def test_that_every_default_is_reached_exactly_by_the_slider(lever):
    scale = scale_of_lever(lever)
    for element in some(elements_of(lever)):
        default = default_spread(lever, element).central
        assert scale.value_at(scale.position(default), default) == default
        assert scale.value_at(0) == lever.low
        assert scale.value_at(scale.steps) == lever.high


@pytest.mark.parametrize("row", model().assumptions.values(), ids=lambda row: row.key)
def test_that_every_assumption_has_its_range_on_its_slider(row):
    for element in some(elements_of(row)):
        default = default_spread(row, element)
        scale = scale_of_assumption(row, default)
        assert scale.low < scale.high
        assert scale.is_soft(default.low)
        assert scale.is_soft(default.high)


def test_that_a_share_is_shown_in_percent():
    scale = scale_of_lever(model().levers["center_sellable_target"])
    assert scale.shown(0.45) == 45
    assert scale.typed(45) == 0.45
    assert scale.shown_unit == "%"


def test_that_a_new_total_keeps_proportions_and_fills_up_evenly_from_zero():
    budget, rate = model().levers["voucher_budget"], model().levers["subsidy_rate"]
    assert shared(budget, (100, 300), 800) == (200, 600)
    assert shared(budget, (0, 0), 800) == (400, 400)
    assert shared(rate, (0.8, 0.4), 0.9) == (1, 0.8)
    assert shared(rate, (1, 0.0), 1) == (1, 1)
    assert sum(shared(budget, (600, 500, 100, 50, 30, 80, 30), 3460)) == pytest.approx(3460)
    for share in range(5200, 10001, 7):
        parts = shared(rate, (0.8, 0.5, 0.3, 0.5, 0.5, 0.5, 0.5), share / 10_000)
        assert max(parts) <= 1
        assert sum(parts) == pytest.approx(7 * share / 10_000, abs=1e-4)
    assert whole(rate, (0.8, 0.4)) == pytest.approx(0.6)
    assert whole(budget, (100, 300)) == 400


def test_that_tips_hold_no_markup_of_their_texts():
    rows: list[Lever | Assumption] = [*model().levers.values(), *model().assumptions.values()]
    for row in some(rows):
        for element in some(elements_of(row)):
            tip = input_tip(row, element, "a <img src='x'> name", "corroborated")
            assert "<img" not in tip
            assert "Default:" in tip
            assert " ," not in tip
            assert "Confidence:" in tip
            assert "Why:" in tip


def test_that_every_tip_fits_a_small_screen(qapp):
    document = QTextDocument()
    document.setDefaultFont(font())
    for row in some(model().levers.values()):
        for element in some(elements_of(row)):
            document.setHtml(lever_tip(row, element, row.label, Scenario()))
            document.setTextWidth(1000)
            assert document.size().height() < 700, (row.key, element)


def _projection(value, bands=True):
    series = {}
    for key in CARDS:
        center = np.full(MONTHS, value)
        spread = np.array([[value - 2], [value - 1], [value], [value + 1], [value + 2]])
        series[Request(key)] = Series(center, np.tile(spread, MONTHS) if bands else None)
    times = 2025 + np.arange(MONTHS) / 12
    return Projection(Scenario(), times, series, 1000 if bands else 0, 0.0)


def test_that_a_year_is_read_at_its_last_month():
    assert december(2025) == 11
    assert december(2035) == 131


def test_that_settings_give_back_what_they_were_given(qapp, tmp_path):
    settings = Settings(path=tmp_path / "s.json")
    settings.keep("table", True)
    settings.keep("year", "2031")
    settings.sync()
    again = Settings(path=tmp_path / "s.json")
    assert again.flag("table", default=False) is True
    assert again.text("year") == "2031"
    assert again.recent_files() == []
    assert again.state("geometry").isEmpty()


def test_that_the_state_of_a_widget_comes_back_byte_for_byte(qapp, tmp_path):
    settings = Settings(path=tmp_path / "s.json")
    settings.keep("geometry", QByteArray(bytes(range(256))))
    settings.sync()
    assert Settings(path=tmp_path / "s.json").state("geometry").data() == bytes(range(256))


def test_that_settings_that_cannot_be_written_cost_one_line_in_the_log(qapp, tmp_path, caplog):
    (tmp_path / "file").write_text("in the way")
    settings = Settings(path=tmp_path / "file" / "s.json")
    settings.keep("year", "2031")
    settings.sync()
    assert len(caplog.records) == 1
    assert settings.text("year") == "2031"


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\x00[General\nrecent=@Variant(\x00",
        b'{"recent": [1, null], "year": 7, "geometry": "not base64!"}',
        b'["a list"]',
        b"[" * 100_000,
    ],
)
def test_that_a_broken_settings_file_does_no_harm(content, qapp, tmp_path):
    (tmp_path / "s.json").write_bytes(content)
    settings = Settings(path=tmp_path / "s.json")
    assert settings.recent_files() == []
    assert settings.text("year", "x") == "x"
    assert settings.state("geometry").isEmpty()


def test_that_what_killed_saves_left_beside_recent_files_is_cleared_away(suanli, tmp_path, qtbot):
    nobody, old = 2**22 + 1, 1_000_000_000  # no process has so high a number
    folder = tmp_path / "plans"
    folder.mkdir()
    names = ("plan.scenario.json", f".plan.scenario.json.{nobody}.0123abcd.tmp", "notes.tmp")
    for name in names:
        (folder / name).write_text("x")
        os.utime(folder / name, (old, old))
    suanli.settings.keep_recent(folder / "plan.scenario.json")
    suanli.files.sweep()
    left = {"plan.scenario.json", "notes.tmp"}
    qtbot.waitUntil(lambda: {path.name for path in folder.iterdir()} == left, timeout=60_000)


def test_that_a_lane_drives_a_generator_to_its_result(qapp, qtbot):
    def work():
        yield 1
        yield 2
        return "end"

    lane = Lane()
    steps = []
    lane.progressed.connect(lambda _, step: steps.append(step))
    with qtbot.waitSignal(lane.done) as done:
        lane.start(work)
    assert done.args[1] == "end"
    assert steps == [1, 2]
    lane.close()


def test_that_model_texts_fall_back_to_themselves(qapp):
    assert model_text("Voucher budget") == "Voucher budget"


def test_that_a_task_line_keeps_its_width_while_its_numbers_change(qtbot):
    line = TaskLine()
    qtbot.addWidget(line)
    line.tell("writing a.csv: 10%, 100 s left", 0.1)
    widest = line.sizeHint().width()
    line.tell("writing a.csv: 9%, 1 s left", 0.9)
    assert line.sizeHint().width() == widest
    line.tell("writing a longer name.csv: 10%, 100 s left", 0.1)
    assert line.sizeHint().width() > widest
    line.clear()
    line.tell("writing a.csv", 0.0)
    assert line.sizeHint().width() < widest
