"""One row a format: options of the terminal, dialogs of the window and writers follow from it."""

import argparse
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from planner.files.exports.formats import TABLES, XMILE
from planner.files.scenario.scenario_file import read
from planner.model.scenario import Scenario
from tests.some import some
from ui.command_line import main
from ui.controllers.exports import ANONYMOUS_KEY
from ui.controllers.files.format_filters import filter_of
from ui.print.export import WRITERS
from ui.print.formats import (
    NUMBERS,
    chart_format_of,
    numbers_format_of,
    sheet_format_of,
    variants_of,
)
from ui.print.sheet_files import FILES
from ui.process.state.settings import Settings
from ui.terminal.writing.destinations import add_destinations
from ui.wording.commands.command import Command
from ui.wording.commands.rows.export_formats import CHART_TABLES, CHARTS, PNG, REPORT, SHEET
from ui.wording.commands.table import MENUS, offered_in, rows_of

CSV, JSON, WORKBOOK, EXCEL = NUMBERS
ROOT = Path(__file__).parents[3]
ROWS = (*NUMBERS, *CHARTS, *CHART_TABLES, SHEET, REPORT, XMILE, *TABLES)

ADDED = """
from planner.files.exports import formats

def lines(projections, units):
    yield 0.0
    return "".join(f"{run.scenario.title}\\t{run.futures}\\n" for run in projections).encode()

row = formats.NumbersFormat(
    key="tsv", suffix="tsv", label="Tab-separated", told="write a line per run; - prints it",
    can_be_printed=True, write=lines,
)
formats.NUMBERS = (*formats.NUMBERS, row)

from ui.command_line import main
from ui.controllers.files.format_filters import filter_of
from ui.print.formats import NUMBERS, numbers_format_of
from pathlib import Path

assert "Tab-separated (*.tsv)" in map(filter_of, NUMBERS)
assert numbers_format_of(Path("a.tsv")) is row
raise SystemExit(main(["compare", "baseline", "baseline", "--tsv", "-"]))
"""


def test_that_a_format_is_added_by_its_row_and_its_writer_alone():
    done = subprocess.run(
        [sys.executable, "-c", ADDED], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert (done.stdout, done.stderr) == ("Baseline\t1000\nBaseline 2\t1000\n", "")
    assert done.returncode == 0


def _helps():
    parser = argparse.ArgumentParser()
    add_destinations(parser)
    return {action.dest: action.help for action in parser._actions}


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.label}, {row.told}" for row in ROWS])
def test_that_a_row_says_all_that_is_shown_of_it(row):
    assert row.key
    assert row.label
    assert row.told
    assert row.ending == f".{row.suffix}"


def test_that_a_run_and_a_comparison_have_an_option_for_every_row(capsys):
    rows = [row for row in (*NUMBERS, REPORT, SHEET, *CHARTS) if not row.variant_of]
    assert {row.key: row.told for row in rows}.items() <= _helps().items()
    for command in ("run", "compare"):
        assert main([command, "--help"]) == 0
        shown = capsys.readouterr().out
        assert [row.key for row in rows if f"--{row.key}" not in shown] == []


def test_that_a_variant_is_a_choice_of_the_option_it_is_another_form_of(capsys):
    assert variants_of(CSV) == (EXCEL,)
    assert _helps()["csv_for"] == EXCEL.told
    assert main(["run", "baseline", "--csv", "a.csv", "--csv-for", "nobody"]) == 2
    assert "--csv-for" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["backtest", "variants"])
def test_that_a_table_has_an_option_for_every_row(command, capsys):
    assert main([command, "--help"]) == 0
    shown = capsys.readouterr().out
    assert [row.key for row in TABLES if f"--{row.key}" in shown] == ["csv", "json"]


def test_that_every_chart_format_has_its_writer():
    assert set(WRITERS) == {row.suffix for row in (*CHARTS, *CHART_TABLES)}


def test_that_every_format_of_charts_and_no_other_is_painted_on_a_sheet():
    assert set(FILES) == {row.suffix for row in CHARTS}
    for row in CHARTS:
        assert sheet_format_of(Path(f"a{row.ending}")) == row


def test_that_the_dialog_of_numbers_offers_every_row(suanli):
    suanli.export_dialogs.export_numbers()
    (dialog,) = suanli.window.findChildren(QFileDialog)
    assert dialog.nameFilters() == [filter_of(row) for row in NUMBERS]
    assert filter_of(WORKBOOK) == "Excel workbook (*.xlsx)"
    dialog.reject()


def test_that_the_menus_offer_a_chart_in_every_format():
    rows = (*CHARTS, *CHART_TABLES)
    (export,) = (menu for menu in MENUS if menu.key == "export")
    commands = [row for row in rows_of(export) if isinstance(row, Command)]
    ours = [each for each in commands if each.handler == "export_dialogs.export_chart"]
    assert [(each.data, each.text) for each in ours] == [(row.suffix, row.text) for row in rows]
    assert [each for each in offered_in("chart") if each in ours] == ours
    assert [each.shortcuts for each in ours] == [("Ctrl+E",), (), (), (), ()]


def test_that_the_dialog_of_a_chart_says_what_is_written(drawn, subtests):
    for row in some((*CHARTS, *CHART_TABLES)):
        with subtests.test(row.suffix):
            drawn.export_dialogs.export_one(0, row.suffix)
            (dialog,) = (
                each for each in drawn.window.findChildren(QFileDialog) if each.isVisible()
            )
            assert dialog.nameFilters() == [filter_of(row)]
            assert dialog.defaultSuffix() == row.suffix
            assert Path(dialog.selectedFiles()[0]).suffix == row.ending
            dialog.reject()


def test_that_the_menu_of_a_chart_offers_every_export():
    offered = {command.key for command in offered_in("chart")}
    assert {f"export_{row.suffix}" for row in (*CHARTS, *CHART_TABLES)} <= offered
    assert {"export_sheet", "export_numbers", "export_report", "export_report_pdf"} <= offered


def test_that_the_charts_go_on_one_sheet_in_every_format(drawn, qtbot, tmp_path):
    drawn.export_dialogs.export_sheet()
    (dialog,) = drawn.window.findChildren(QFileDialog)
    assert dialog.nameFilters() == [filter_of(row) for row in CHARTS]
    dialog.reject()
    beginnings = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}
    for suffix, beginning in beginnings.items():
        path = tmp_path / f"all.{suffix}"
        with qtbot.waitSignal(drawn.exports.done, timeout=20_000):
            drawn.exports.write_sheet(path)
        assert path.read_bytes().startswith(beginning)


def _chosen(suanli, qtbot, choice):
    """Press a button of the bar about a written file; return what the desktop is asked to open."""
    asked = []

    class Desktop(QObject):
        @Slot(QUrl)
        def take(self, url):
            asked.append(url.toLocalFile())

    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "take")  # type: ignore[arg-type]
    try:
        suanli.window.written.bar.buttons[choice].click()
        qtbot.waitUntil(lambda: bool(asked) or choice == "close", timeout=20_000)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    return asked


def test_that_an_export_ends_with_its_chart_its_folder_and_the_ways_to_it(drawn, qtbot, tmp_path):
    path = tmp_path / "a.svg"
    with qtbot.waitSignal(drawn.exports.done, timeout=20_000):
        drawn.exports.write_chart(1, path)
    bar = drawn.window.written
    assert bar.isVisible()
    assert bar.bar.sentence.text() == f"Compute supply: written to a.svg in {tmp_path}"
    assert [button.text() for button in bar.bar.buttons.values()] == [
        "Open",
        "Show in folder",
        "Close",
    ]
    assert _chosen(drawn, qtbot, "open") == [str(path)]
    assert _chosen(drawn, qtbot, "folder") == [str(tmp_path)]  # no file manager runs here
    assert _chosen(drawn, qtbot, "close") == []
    assert not bar.isVisible()


def test_that_a_choice_to_leave_out_author_and_notes_is_kept_and_followed(drawn, qtbot, tmp_path):
    written = Scenario(title="Mine", author="Somebody", notes="Not for all")
    drawn.document.edit("Write", written)
    qtbot.waitUntil(lambda: drawn.published.run.scenario == written, timeout=20_000)
    qtbot.waitUntil(lambda: drawn.live.state == "held", timeout=20_000)
    action = drawn.window.actions_["anonymous"]
    assert not action.isChecked()
    for is_left_out in (False, True):
        if is_left_out:
            action.trigger()
        for name, write in (
            ("a.png", partial(drawn.exports.write_chart, 0)),
            ("a.html", drawn.exports.write_report),
        ):
            with qtbot.waitSignal(drawn.exports.done, timeout=20_000):
                write(tmp_path / name)
            data = (tmp_path / name).read_bytes()
            for private in (b"Somebody", b"Not for all"):
                assert (private not in data) == is_left_out
    assert action.isChecked()
    drawn.settings.sync()
    assert Settings().flag(ANONYMOUS_KEY, default=False)
    assert read(tmp_path / "a.png").title == "Mine"
    assert drawn.document.scenario == written  # nothing is taken from what is open


@pytest.mark.parametrize(
    ("name", "chosen", "written"),
    [
        ("a.csv", CSV, CSV),
        ("a.csv", EXCEL, EXCEL),
        ("a.CSV", WORKBOOK, CSV),
        ("a.json", EXCEL, JSON),
        ("a.xlsx", CSV, WORKBOOK),
        ("a.txt", EXCEL, EXCEL),
        ("a", JSON, JSON),
    ],
)
def test_that_an_ending_wins_over_the_kind_unless_it_leaves_it_open(name, chosen, written):
    assert numbers_format_of(Path(name), chosen) is written


def test_that_the_ending_of_a_chart_says_its_kind_and_is_a_picture_otherwise():
    for row in (*CHARTS, *CHART_TABLES):
        assert chart_format_of(Path(f"a{row.ending.upper()}")) is row
    assert chart_format_of(Path("a.txt")) is PNG
