"""S7 and X2: exports are whole or not there, and no cell of them is a formula."""

import csv
import io
import json
import zipfile
from pathlib import Path

import numpy as np

from planner.ensemble.projection import Projection, Request, Series
from planner.files.exports.tidy_table import csv_cell, csv_text
from planner.files.exports.workbook import workbook
from planner.model.scenario import Scenario
from tests.reliability.saving.small_disk import run_on_a_small_disk

ROOT = Path(__file__).parents[3]

EXPORTS = """
import json, os, sys
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
import numpy as np
from planner.ensemble.projection import Projection, Request, Series
from planner.storage.atomic import write_atomically
from planner.files.exports.tidy_table import csv_text, json_text
from planner.storage.sentences.file_error import FileError
from planner.files.exports.workbook import workbook
from planner.files.exports.xmile import xmile
from planner.model.scenario import Scenario
from ui.print.export import chart_bytes, save_charts
from ui.print.report.make import report_bytes
from ui.print.report.parts import Asked
from ui.engine.shown_run import ShownRun
from ui.charts.contents.specs import ChartSetting

folder = Path(sys.argv[1])
times = 2025 + np.arange(132) / 12
run = Projection(Scenario(), times, {Request("enterprises"): Series(times, None)}, 0, 0.0)
setting, shown = ChartSetting("enterprises"), ShownRun(run, run)
made = {suffix: chart_bytes(setting, shown, suffix) for suffix in ("png", "svg", "pdf", "csv")}
made |= {"table.csv": csv_text([run]).encode(), "json": json_text([run]).encode()}
made |= {"xmile": xmile(Scenario()), "xlsx": workbook([run])}
made["report"] = report_bytes(shown, Asked(settings=(setting,)))
counts = {"whole": 0, "refused": 0, "partial": 0}

def write(name, data, old):
    path = folder / name
    try:
        write_atomically(path, data)
        counts["whole" if path.read_bytes() == data else "partial"] += 1
    except FileError as error:
        assert str(error).endswith(": the disk is full"), error
        counts["refused" if not path.exists() or path.read_bytes() == old else "partial"] += 1
    left = {each.name for each in folder.iterdir()} - {"ballast", name}
    counts["partial"] += len(left)

for free in range(0, 128, 8):
    for name, data in made.items():
        for each in folder.iterdir():
            each.unlink()
        (folder / "ballast").write_bytes(bytes((124 - free) * 1024) if free < 124 else b"")
        write(name, data, b"")
for each in folder.iterdir():
    each.unlink()
(folder / "ballast").write_bytes(bytes(120 * 1024))
for suffix in ("png", "svg", "pdf"):
    try:
        save_charts(shown, folder, [setting], suffix=suffix)
    except FileError:
        counts["refused"] += 1
    counts["partial"] += len(list(folder.iterdir())) - 1
print(json.dumps({**counts, "kinds": len(made)}))
"""


def test_that_an_export_to_a_full_disk_is_whole_or_not_there(tmp_path, record):
    """S7."""
    found = json.loads(run_on_a_small_disk(EXPORTS, tmp_path, ROOT))
    assert found["partial"] == 0
    assert found["whole"] > 20
    assert found["refused"] > 20
    record(
        "S7", "{kinds} kinds: {whole} whole, {refused} refused, {partial} partial".format(**found)
    )


FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    '=HYPERLINK("http://x")',
    "=cmd|' /C x'!A0",
)


def test_that_no_cell_of_text_begins_a_formula_and_numbers_stay_numbers(record):
    """X2."""
    values = np.linspace(-5.0, 6.0, 12)
    times = 2025 + np.arange(12) / 12
    cells = formulas = in_books = 0
    for payload in FORMULAS:
        (cell,) = next(csv.reader(io.StringIO(csv_cell(payload), newline="")))
        assert cell == f"'{payload}"
    for title in FORMULAS:
        scenario = Scenario(title=title, last_year=2025)
        run = Projection(scenario, times, {Request("enterprises"): Series(values, None)}, 0, 0.0)
        for row in csv.DictReader(io.StringIO(csv_text([run, run]))):
            for column, cell in row.items():
                cells += 1
                is_number = column in {"center", "p10", "p25", "p50", "p75", "p90"}
                formulas += not is_number and cell.startswith(("=", "+", "-", "@", "\t", "\r"))
            assert float(row["center"]) in values.round(8) or row["center"].startswith("-")
        in_books += _formulas_in(workbook([run]))
    assert cells > 1000
    assert formulas == in_books == 0
    record(
        "X2",
        f"{cells:,} cells of CSV: {formulas} formulas; {len(FORMULAS)} workbooks: {in_books}; "
        "negative numbers are numbers",
    )


def _formulas_in(data):
    book = zipfile.ZipFile(io.BytesIO(data))
    sheets = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/")]
    assert len(sheets) == 6
    return sum(sheet.count(b"<f") for sheet in sheets)
