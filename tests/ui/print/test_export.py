"""Charts as files: exact size, complete provenance, the numbers of the run."""

import csv
import io
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QGuiApplication, QImage

from planner.ensemble.projection import Projection, Request
from planner.files.exports.export_file import check_in_folder
from planner.files.scenario.picture import scenario_in, scenarios_in
from planner.files.scenario.scenario_file import read
from planner.model.scenario import Scenario, with_assumption, with_figures, with_lever
from planner.quantities.spread import fixed
from planner.storage.sentences.file_error import FileError
from planner.storage.sentences.spoken import LANGUAGES, speaking
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import EVERY, ChartSetting, default_setting
from ui.charts.layout.look import Look
from ui.engine.shown_run import ShownRun
from ui.print.export import (
    _sheet,
    chart_csv,
    chart_image,
    chart_pdf,
    chart_png,
    chart_svg,
    chart_to_copy,
    chart_work,
    file_name,
    put_on_clipboard,
    save_charts,
)
from ui.print.sheet import SCALE, sheet_of
from ui.print.sheet_files import FILES, ExportError
from ui.print.size import PictureSize
from ui.style.theme import DARK, LIGHT

ENTERPRISES = default_setting("enterprises")


def _share(image: QImage, color: str) -> float:
    """Return the share of the middle of an image that has exactly a color."""
    middle, wanted, step = image.copy(400, 500, 2200, 900), QColor(color).rgb(), 3
    found = [
        middle.pixel(x, y) == wanted
        for x in range(0, middle.width(), step)
        for y in range(0, middle.height(), step)
    ]
    return sum(found) / len(found)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_that_a_png_has_the_exact_size_and_a_picture(theme, qapp, baseline, doubled):
    image = QImage.fromData(chart_png(ENTERPRISES, ShownRun(doubled, baseline), theme))
    assert (image.width(), image.height()) == (3200, 2000)
    assert image.pixelColor(2, 2).name() == theme.panel
    assert _share(image, theme.data[0]) > 0.0005  # the line
    assert 0.2 < _share(image, theme.panel) < 0.95  # the ground, but for bands and grid


def test_that_the_same_run_gives_the_same_bytes(qapp, baseline, doubled):
    shown = ShownRun(doubled, baseline)
    assert chart_png(ENTERPRISES, shown) == chart_png(ENTERPRISES, shown)


def test_that_an_svg_is_valid_and_escapes_the_title(qapp, made, baseline):
    shown = ShownRun(made(Scenario(title="5 < 7 & <b>")), baseline)
    root = ET.fromstring(chart_svg(ENTERPRISES, shown))
    assert root.attrib["viewBox"] == "0 0 1600 1000"
    texts = "".join(root.itertext())
    assert "5 < 7 & <b>" in texts
    assert "AI enterprises" in texts


def test_that_a_pdf_is_one_page_of_the_shape_with_real_letters(qapp, baseline, doubled):
    data = chart_pdf(ENTERPRISES, ShownRun(doubled, baseline), size=PictureSize(1600, 900, 2))
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    assert len(re.findall(rb"/Type /Page\b", data)) == 1
    (box,) = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)
    assert [float(side) for side in box] == pytest.approx([1152, 648], abs=1)
    assert b"/FontFile2" in data


def test_that_a_sheet_says_what_it_is(qapp, made, baseline):
    scenario = with_figures(Scenario(title="Stated", seed=7), "as_stated")
    run = made(scenario, 0.5)
    look = Look(LIGHT, scale=SCALE)
    picture = chart_picture(default_setting("installed_compute"), ShownRun(run, baseline))
    sheet = sheet_of(picture, run, look, date(2026, 11, 22))
    assert sheet.title == "Installed compute, all of China"
    assert sheet.subtitle == "Stated  ·  EFLOPS (FP16)"
    for part in (
        "Scenario: Stated.",
        "Baseline of 2025.",
        "as printed in the articles",
        "Model 2.0",
        "1,000 futures",
        "seed 7",
        "22 November 2026",
    ):
        assert part in sheet.provenance
    assert "P10 to P90" in sheet.reading
    assert "IDC" in sheet.sources


def test_that_a_sheet_names_what_the_scenario_changes(qapp, made, baseline):
    scenario = with_lever(Scenario(title="Two"), "voucher_budget.shanghai", 700)
    scenario = with_lever(scenario, "center_sellable_target", 0.6)
    run = made(scenario, 0.5)
    sheet = sheet_of(
        chart_picture(ENTERPRISES, ShownRun(run, baseline)), run, Look(), date(2026, 1, 1)
    )
    assert "(Shanghai) 700 M CNY/yr" in sheet.changes
    assert "60%" in sheet.changes
    bare = sheet_of(
        chart_picture(ENTERPRISES, ShownRun(baseline, baseline)), baseline, Look(), date(2026, 1, 1)
    )
    assert bare.changes == ""


def test_that_a_sheet_writes_units_in_words_and_names_changed_assumptions(qapp, made, baseline):
    scenario = with_lever(Scenario(title="Late"), "network_build_time", 9.0)
    scenario = with_assumption(scenario, "capex_response", fixed(0.25))
    run = made(scenario, 0.5)
    sheet = sheet_of(
        chart_picture(ENTERPRISES, ShownRun(run, baseline)), run, Look(), date(2026, 1, 1)
    )
    assert " 9 years" in sheet.changes
    assert sheet.changes.endswith("; the assumption on Response of investment to returns.")


def test_that_a_sheet_names_what_each_scenario_drawn_changes(qapp, made, baseline):
    sixty = with_lever(Scenario(title="Centers at 60"), "center_sellable_target", 0.6)
    many = Scenario(title="Much")
    for name, value in (("network_build_time", 9), ("alibaba_plan", 760), ("other_capex", 600)):
        many = with_lever(many, name, value)
    stated = with_figures(Scenario(title="Stated"), "as_stated")
    run = made(sixty, 0.5)
    others = [many, stated, Scenario()]
    picture = chart_picture(
        ENTERPRISES, ShownRun(run, baseline, tuple((made(each), 1) for each in others))
    )
    sheet = sheet_of(picture, run, Look(), date(2026, 1, 1), others=others)
    first, *more = sheet.changes.split("Changed in ")[1:]
    assert first == "Centers at 60: What centers can sell 60%. "
    assert more[0].startswith("Much: ")
    assert more[0].endswith("; 2 more. ")
    assert more[1:] == ["Stated: figures as printed in the articles. ", "Baseline: nothing."]


def test_that_an_exported_chart_tells_the_changes_of_all_it_draws(qapp, made, baseline, doubled):
    other = made(with_lever(Scenario(title="Another"), "network_build_time", 9), 0.5)
    drawn = ShownRun(doubled, baseline, ((other, 1),))
    sheet, _ = _sheet(ENTERPRISES, drawn, LIGHT, PictureSize())
    assert "Changed in Alibaba doubled: Alibaba's plan 760 bn CNY." in sheet.changes
    assert "Changed in Another: Network build time 9 years." in sheet.changes


def test_that_a_run_without_futures_explains_no_bands(qapp, baseline):
    series = {Request("enterprises"): baseline.series[Request("enterprises")]}
    bare = Projection(Scenario(), baseline.times, series, 0, 0.0)
    sheet = sheet_of(
        chart_picture(ENTERPRISES, ShownRun(bare, bare)), bare, Look(), date(2026, 1, 1)
    )
    assert "P10" not in sheet.reading


def test_that_the_csv_of_a_chart_holds_the_numbers_of_the_run(baseline, doubled):
    rows = list(csv.DictReader(io.StringIO(chart_csv(ENTERPRISES, ShownRun(doubled, baseline)))))
    assert len(rows) == 2 * 132
    first, last = rows[0], rows[131]
    assert first["scenario"] == "alibaba-doubled"
    assert rows[132]["scenario"] == "baseline"
    assert (first["time"], last["time"]) == ("2025-01", "2035-12")
    assert (first["outcome"], first["index"], first["view"]) == ("enterprises", "", "absolute")
    series = doubled.series[Request("enterprises")]
    np.testing.assert_allclose([float(row["center"]) for row in rows[:132]], series.center, 1e-8)
    np.testing.assert_allclose(float(last["p90"]), series.bands[4, -1], 1e-8)


def test_that_the_csv_of_a_relative_view_says_so(baseline, doubled):
    setting = ChartSetting("utilization", "", "percent")
    rows = list(csv.DictReader(io.StringIO(chart_csv(setting, ShownRun(doubled, baseline)))))
    assert {row["unit"] for row in rows} == {"%"}
    assert {row["view"] for row in rows} == {"percent"}


def test_that_files_are_named_after_chart_and_scenario(baseline, doubled):
    assert file_name(ENTERPRISES, doubled.scenario, "png") == "enterprises.alibaba-doubled.png"
    each = ChartSetting("enterprises", EVERY, "difference")
    assert (
        file_name(each, doubled.scenario, "svg")
        == "enterprises-each-difference.alibaba-doubled.svg"
    )


def test_that_four_charts_are_four_files(qapp, baseline, doubled, tmp_path):
    written = save_charts(ShownRun(doubled, baseline), tmp_path / "new" / "charts")
    assert [path.name.split(".")[0] for path in written] == [
        "enterprises",
        "compute_supply",
        "utilization",
        "rent",
    ]
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in written)
    assert sorted(path.name for path in (tmp_path / "new" / "charts").iterdir()) == sorted(
        path.name for path in written
    )


def test_that_a_folder_that_cannot_be_written_is_told(qapp, baseline, tmp_path):
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(FileError, match="taken cannot be made: something of that name is already"):
        save_charts(ShownRun(baseline, baseline), tmp_path / "taken")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("suffix", FILES)
def test_that_what_was_drawn_before_may_be_drawn_anew(tmp_path, qapp, baseline, suffix, language):
    with speaking(language):
        [path] = save_charts(ShownRun(baseline, baseline), tmp_path, [ENTERPRISES], suffix=suffix)
    check_in_folder(path, by_picture=suffix == "png")


def test_that_a_png_carries_the_scenario_it_shows_and_the_pixels_do_not_know(
    qapp, doubled, baseline
):
    shown = ShownRun(doubled, baseline)
    png = chart_png(ENTERPRISES, shown)
    assert scenario_in(png) == doubled.scenario
    found, drawn = QImage.fromData(png), chart_image(ENTERPRISES, shown)
    assert found.convertToFormat(drawn.format()) == drawn


def test_that_a_png_carries_every_scenario_that_it_shows(qapp, made, doubled, baseline):
    other = made(with_lever(Scenario(title="Another"), "network_build_time", 9), 0.5)
    shown = ShownRun(doubled, baseline, ((other, 1), (baseline, 2)))
    drawn = (doubled.scenario, other.scenario, baseline.scenario)
    assert scenarios_in(chart_png(ENTERPRISES, shown)) == drawn
    areas = default_setting("limit")
    assert scenarios_in(chart_png(areas, shown)) == drawn[:1]  # it shows those of one


def test_that_a_chart_with_nothing_to_draw_is_refused(qapp, baseline):
    empty = Projection(Scenario(), baseline.times, {}, 0, 0.0)
    with pytest.raises(ExportError, match="nothing to draw for enterprises"):
        chart_png(ENTERPRISES, ShownRun(empty, empty))


def test_that_a_chart_can_be_pasted(qapp, baseline, doubled):
    put_on_clipboard(chart_to_copy(ENTERPRISES, ShownRun(doubled, baseline)))
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (3200, 2000)


def test_that_what_was_copied_opens_again_as_its_scenario(qapp, baseline, doubled, tmp_path):
    put_on_clipboard(chart_to_copy(ENTERPRISES, ShownRun(doubled, baseline)))
    pasted = tmp_path / "pasted.png"
    pasted.write_bytes(QGuiApplication.clipboard().mimeData().data("image/png").data())
    assert read(pasted) == doubled.scenario


def test_that_charts_are_written_without_an_application_or_a_screen(tmp_path):
    code = (
        "from pathlib import Path; import numpy as np;"
        "from planner.ensemble.projection import Projection, Request, Series;"
        "from planner.model.scenario import Scenario;"
        "from ui.print.export import save_charts;"
        "from ui.engine.shown_run import ShownRun;"
        "from ui.charts.contents.specs import ChartSetting;"
        "times = 2025 + np.arange(132) / 12;"
        "run = Projection(Scenario(), times,"
        " {Request('enterprises'): Series(times, None)}, 0, 0.0);"
        f"folder = Path({str(tmp_path)!r});"
        "print(*save_charts(ShownRun(run, run), folder, [ChartSetting('enterprises')]))"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "enterprises.baseline.png").stat().st_size > 10_000


def test_that_charts_laid_out_here_are_painted_in_another_thread(qapp, qtbot, baseline, doubled):
    shown = ShownRun(doubled, baseline)
    expected = chart_svg(ENTERPRISES, shown)
    with ThreadPoolExecutor(1) as thread:
        for _ in range(12):
            painted = thread.submit(chart_work(ENTERPRISES, shown, "svg"))
            qtbot.waitUntil(painted.done)
            assert painted.result() == expected
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
