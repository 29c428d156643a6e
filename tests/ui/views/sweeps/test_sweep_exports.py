"""What leaves the window of a sweep: its table as CSV or workbook, its picture as PNG or SVG."""

from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QImage

from planner.ensemble.progress import to_the_end
from ui.print.size import PictureSize
from ui.print.sweeps.points_sheet import PointsSheet, picture_of_points
from ui.print.sweeps.points_table import table_of_points

A_MINUTE = 60_000


@pytest.fixture
def write(suanli, qtbot):
    """Return what writes a file of a window and waits until it is told to be there."""

    def written(shown, kind, path):
        writing = suanli.sweeps.writing_of(shown)
        getattr(writing, f"write_{kind}")(str(path))
        qtbot.waitUntil(lambda: path.exists() and not writing.has_work(), timeout=A_MINUTE)
        assert shown.notice.text() == f"Wrote {path.name} to {path.parent}"
        return path.read_bytes()

    return written


def test_that_the_table_is_a_csv_in_units_of_the_model(open_sweep, sweep, write, tmp_path):
    shown = open_sweep(sweep, "9")
    lines = write(shown, "table", tmp_path / "points.csv").decode().splitlines()
    assert lines[0] == "point,world,voucher_budget_shanghai,p10,p50,p90,met,column,level"
    cells = [line.split(",") for line in lines[1:]]
    assert [each[:3] for each in cells[:2]] == [
        ["1", "licensed_chips", "0"],
        ["2", "licensed_chips", "600"],
    ]
    assert [float(each[4]) for each in cells] == pytest.approx(shown.found.median, rel=1e-8)
    assert {each[-2] for each in cells} == {"enterprises_2027_12"}
    assert {each[-1] for each in cells} == {shown.found.asked.level.text}


def test_that_the_table_is_a_workbook_as_it_is_read(open_sweep, sweep, tmp_path):
    shown = open_sweep(sweep)
    path, points = tmp_path / "points.xlsx", shown.opened.folder.plan.points
    made = to_the_end(table_of_points(points, shown.found, path))
    book = load_workbook(BytesIO(made[path]))
    rows = [*book["Points"].values]
    assert len(rows) == 7
    assert rows[0][:2] == ("Point", "World")
    assert rows[2][:3] == (2, "Licensed (default)", 600)
    assert [row[4] for row in rows[1:]] == pytest.approx(shown.found.median)


def test_that_the_picture_is_a_png_or_an_svg_that_says_what_it_shows(
    open_sweep, sweep, write, tmp_path
):
    shown = open_sweep(sweep)
    image = QImage.fromData(write(shown, "picture", tmp_path / "points.png"))
    assert (image.width(), image.height()) == (3200, 2000)
    assert image.text("Title") == "Vouchers"
    svg = ET.fromstring(write(shown, "picture", tmp_path / "points.svg"))
    assert shown.answer.text() in "".join(svg.itertext())


def test_that_rows_that_are_chosen_are_copied_alone(open_sweep, sweep, qapp):
    shown = open_sweep(sweep)
    table = shown.points.table
    table.selectAll()
    table.selectRow(1)
    model, selection = shown.points.model, table.selectionModel()
    flag = selection.SelectionFlag
    selection.select(model.index(3, 0), flag.Select | flag.Rows)
    shown.points.copy.click()
    lines = qapp.clipboard().text().split("\n")
    assert [line.split("\t")[0] for line in lines] == ["Point", "2", "4"]


def test_that_a_picture_is_as_large_as_it_is_asked_for(open_sweep, sweep, tmp_path):
    path = tmp_path / "points.png"
    sheet = PointsSheet(open_sweep(sweep).picture, "Vouchers", "A sentence.", "6 points")
    made = to_the_end(picture_of_points(sheet, path, PictureSize(800, 500, 1.0)))
    image = QImage.fromData(made[path])
    assert (image.width(), image.height()) == (800, 500)
    assert image.text("Description") == "A sentence."
