"""What leaves the window of a sweep: its table as CSV or workbook, its picture as PNG or SVG."""

from dataclasses import replace
from functools import partial
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QImage

from planner.ensemble.progress import to_the_end
from tests.some import some
from ui.items.sweep_told import point_records
from ui.print.size import PictureSize
from ui.print.sweeps.points_sheet import PointsSheet, picture_of_points
from ui.print.sweeps.table_file import table_file
from ui.views.sweeps.table_buttons import TableButtons
from ui.wording.answers.discover import bounds_text

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
    path = tmp_path / "points.xlsx"
    made = to_the_end(table_file(shown.points.told, path))
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
    shown.points.buttons.copy.click()
    lines = qapp.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["Point", "2", "4"]


def test_that_a_picture_is_as_large_as_it_is_asked_for(open_sweep, sweep, tmp_path):
    path = tmp_path / "points.png"
    sheet = PointsSheet(open_sweep(sweep).picture, "Vouchers", "A sentence.", "6 points")
    made = to_the_end(picture_of_points(sheet, path, PictureSize(800, 500, 1.0)))
    image = QImage.fromData(made[path])
    assert (image.width(), image.height()) == (800, 500)
    assert image.text("Description") == "A sentence."


PAGES = ("Worlds", "Misses", "Trade-offs")
HEADS = {
    "Worlds": "setting,point,world,voucher_budget_shanghai,column,unit,p50,asked,met,is_worst",
    "Misses": "world,point,column,asked,futures,missed,points,sampled,box,coverage,density,mass,"
    "input,at_least,at_most,unit,chance",
    "Trade-offs": "point,world,voucher_budget_shanghai,enterprises_2027_12,"
    "enterprises_shanghai_2027_12,on_front,place",
}


@pytest.fixture
def open_page(open_sweep, sweep, qtbot):
    """Return what opens a page by its name, with a level that some futures miss."""

    def opened(name):
        middle = sorted(open_sweep(sweep).found.median)[3]
        shown = open_sweep(sweep, f"{middle:.0f}")
        (page,) = (each for each in shown.questions if each.accessibleName() == name)
        shown.tabs.setCurrentWidget(page)
        qtbot.waitUntil(lambda: page.told is not None, timeout=A_MINUTE)
        return shown, page

    return opened


def test_that_a_page_that_tells_nothing_yet_has_nothing_to_copy(open_sweep, sweep):
    shown = open_sweep(sweep)
    for page in some(shown.questions):
        assert not page.findChild(TableButtons).isEnabled()
    assert shown.points.findChild(TableButtons).isEnabled()


@pytest.mark.parametrize("name", PAGES)
def test_that_every_page_is_a_csv_with_the_columns_of_the_terminal(
    open_page, write, tmp_path, name
):
    shown, page = open_page(name)
    lines = write(shown, "table", tmp_path / "page.csv").decode().splitlines()
    assert lines[0] == HEADS[name]
    assert len(lines) > page.told.count


@pytest.mark.parametrize("name", PAGES)
def test_that_every_page_is_a_workbook_and_is_copied_as_it_is_read(
    open_page, write, tmp_path, qapp, name
):
    shown, page = open_page(name)
    book = load_workbook(BytesIO(write(shown, "table", tmp_path / "page.xlsx")))
    rows = [*book[name].values]
    page.buttons.copy.click()
    copied = [line.split("\t") for line in qapp.clipboard().text().splitlines()]
    assert copied[0] == [*rows[0]]
    assert len(copied) == len(rows) == page.told.count + 1
    assert shown.notice.text() == "Table copied"


def test_that_the_columns_of_misses_say_limits_in_words(open_page):
    _, page = open_page("Misses")
    head, *rows = page.told.lines()
    assert head[0] == "World"
    assert head[-2:] == ("Input", "Limit")
    limits = [limit for world in page.shown.worlds for box in world.boxes for limit in box.limits]
    told = [row[-1] for row in rows if row[-1] != "–"]
    assert told == [bounds_text(each) for each in some(limits)]


def test_that_a_key_that_begins_a_formula_is_text_in_a_csv(open_sweep, sweep, tmp_path):
    told = open_sweep(sweep).points.told
    first, *rest = told.columns
    columns = (replace(first, key="=A1"), *rest)
    table = replace(
        told, columns=columns, records=partial(point_records, columns, open_sweep(sweep).found)
    )
    made = to_the_end(table_file(table, tmp_path / "points.csv"))
    assert made[tmp_path / "points.csv"].decode().startswith("'=A1,world,")
