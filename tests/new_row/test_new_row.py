"""A new outcome is one row: no list elsewhere has to know it, its unit or its words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
UNIT = "PJ heat/fortnight"
FILES = {
    *(f"heat_of_all-index.baseline.{suffix}" for suffix in ("png", "svg", "pdf", "csv")),
    *("window.html", "run.csv", "run.json", "run.xlsx", "run.html", "model.xmile"),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> tuple[str, Path]:
    """Use the program with the new outcomes; return what it printed, and the folder it wrote.

    Kernels are kept by the code of the model, which does not know them: its cache is its own.
    """
    folder = tmp_path_factory.mktemp("new_row")
    (folder / "files").mkdir()
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "SUANLI_STATE_FOLDER": str(folder / "state"),
        "SUANLI_CACHE_FOLDER": str(folder / "cache"),
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, str(Path(__file__).parent / "program.py"), str(folder / "files")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout, folder / "files"


def test_that_window_and_terminal_take_an_outcome_that_no_list_names(told):
    said, folder = told
    assert {path.name for path in folder.iterdir()} >= FILES
    lines = said.splitlines()
    card = next(each for each in lines if each.startswith("Waste heat, all of China, "))
    assert f" {UNIT}, 80% range " in card
    assert "as the baseline" not in card, "the baseline differs from nothing"
    chart = lines[lines.index(card) + 1]
    assert chart.startswith("Heat of all, all of China, index, first month = 100.")


def test_that_the_new_outcome_stands_in_summary_reference_and_files(told):
    said, folder = told
    assert f"\nWaste heat ({UNIT}) " in said
    assert f"\nWaste heat, hyperscale clouds ({UNIT}) " in said
    assert "\n| `waste_heat` | Waste heat: Heat that leaves the data centers. |" in said
    assert f",waste_heat,cloud,{UNIT}," in (folder / "run.csv").read_text("utf-8")
    assert "Waste heat" in (folder / "window.html").read_text("utf-8")
    assert 'name="waste_heat_cloud"' in (folder / "model.xmile").read_text("utf-8")
