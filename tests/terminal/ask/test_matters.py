"""`suanli matters`: shares, years, totals and a tornado, with the numbers of the window."""

import csv
import json
from pathlib import Path

import pytest

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.model.scenario import Scenario, with_lever
from planner.studies.answers.about import About
from planner.studies.matters.first_order import matters
from planner.studies.matters.tables import told_of
from ui.command_line import main

USED = ["--outcome", "used_compute", "--futures", "300", "--set", "alibaba_plan=760"]


def test_that_it_prints_sentence_table_and_stamp(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["matters", *USED]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Domestic chip growth that comes true matters most")
    assert "does not turn the sign of the difference" in printed.replace("\n", " ")
    assert "300 futures, consistent with 2025-26, seed 2025, model 2.0" in printed


def test_that_the_table_holds_the_numbers_of_the_study(tmp_path: Path) -> None:
    path = tmp_path / "shares.csv"
    assert main(["matters", *USED, "--year", "2032", "--table", str(path)]) == 0
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    scenario = with_lever(Scenario(futures=300), "alibaba_plan", 760)
    found = to_the_end(matters(Projector(), scenario, About("used_compute", "", 2032)))
    shares = [float(row["share"]) for row in rows]
    assert shares == pytest.approx([each.share for each in told_of(found)], rel=1e-6)


def test_that_years_totals_and_a_tornado_are_other_tables(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for options, told in (
        (["--over-years"], "Dec 2035"),
        (["--totals", "--points", "128"], "without correlation and without weights"),
        (["--tornado"], "Outcome at high"),
    ):
        assert main(["matters", *USED, *options]) == 0
        assert told in capsys.readouterr().out.replace("\n", " ")


def test_that_json_is_printed_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["matters", *USED, "--tornado", "--table", "-"]) == 0
    assert json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--points", "256"], "--points goes with --totals"),
        (["--totals", "--points", "300"], "there must be a power of two from 128 to 8,192"),
        (["--year", "2040"], "the scenario ends in 2035"),
        (["--totals", "--tornado"], "not allowed with"),
        (["--outcome", "limit"], "is no number"),
    ],
)
def test_that_a_question_without_an_answer_is_refused_in_a_sentence(
    options: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["matters", *options]) == 2
    told = capsys.readouterr().err
    assert why in told
    assert "Traceback" not in told
