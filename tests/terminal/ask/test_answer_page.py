"""`--report` of commands that answer a question: one page, looked at before the run."""

import json
from io import BytesIO

import pytest
from pypdf import PdfReader

from ui.command_line import main
from ui.process.exit_codes import BAD_INPUT, FINE
from ui.terminal.writing.answer_page import KINDS

BOTH = ("--scenario", "Both", "--set", "network_build_time=2")
EXPLAIN = ("explain", *BOTH, "--futures", "16", "--outcome", "used_compute", "--year", "2028")
MATTERS = ("matters", "--futures", "64", "--outcome", "used_compute", "--year", "2028")
FUTURE = ("future", "--futures", "32", "--outcome", "used_compute", "--year", "2028")
SURVIVE = ("survive", *BOTH, "--futures", "16", "--year", "2028")
SOLVE = (
    *("solve", "--futures", "32", "--set", "draws=as drawn", "--outcome", "used_compute"),
    *("--year", "2028", "--lever", "center_sellable_target", "--at-least", "1540"),
)


def _text(data: bytes) -> str:
    (page,) = PdfReader(BytesIO(data)).pages
    return " ".join(page.extract_text().split())


@pytest.mark.parametrize("asked", [EXPLAIN, MATTERS, FUTURE, SURVIVE, SOLVE], ids=lambda a: a[0])
def test_that_a_command_writes_its_answer_on_one_page(asked, tmp_path, capfd):
    page = tmp_path / "page.pdf"
    assert main([*asked, "--report", str(page)]) == FINE
    out = capfd.readouterr().out
    assert out.rstrip().endswith(f"wrote {page}")
    said = _text(page.read_bytes())
    first = " ".join(out.split())[:40]
    assert first in said, "the sentence of the screen stands on the page"
    assert f"To reproduce, in a terminal: suanli {asked[0]}" in said
    assert "Suanli, " in said


def test_that_inputs_stand_on_the_page_beside_what_they_are_held_against(tmp_path, capfd):
    page = tmp_path / "page.pdf"
    assert main([*EXPLAIN, "--report", str(page)]) == FINE
    said = _text(page.read_bytes())
    assert "Inputs that differ Lever or assumption Baseline Both" in said
    assert "Network build time, years (from Jan 2025) 4 2" in said


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_page_is_written_as_its_name_ends(kind, tmp_path, capfd):
    page = tmp_path / f"page.{kind}"
    assert main([*MATTERS, "--report", str(page)]) == FINE
    begin = {"pdf": b"%PDF", "html": b"<!doctype html>", "png": b"\x89png"}[kind]
    assert page.read_bytes().lower().startswith(begin.lower())


def test_that_a_table_on_standard_output_stays_a_table(tmp_path, capfd):
    page = tmp_path / "page.html"
    assert main([*MATTERS, "--table", "-", "--report", str(page)]) == FINE
    assert json.loads(capfd.readouterr().out)["study"] == "matters"
    assert page.stat().st_size > 1000


@pytest.mark.parametrize("name", ["page.docx", "page", "-"])
def test_that_another_ending_is_refused_before_the_run(name, tmp_path, capfd, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main([*MATTERS, "--report", name]) == BAD_INPUT
    out, error = capfd.readouterr()
    assert out == ""
    assert "--report takes a file .pdf, .html or .png" in error
    assert list(tmp_path.iterdir()) == []


def test_that_page_and_table_are_two_files(tmp_path, capfd):
    both = str(tmp_path / "both.html")
    assert main([*MATTERS, "--table", both, "--report", both]) == BAD_INPUT
    assert "name the same file" in capfd.readouterr().err
