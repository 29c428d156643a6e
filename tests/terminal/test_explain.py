"""`suanli explain`: sentence, parts and stamp of what one scenario changes against another."""

import csv
import json

import pytest

from planner.ensemble.progress import to_the_end
from planner.files.scenario.scenario_file import example_path
from planner.model.scenario import Scenario, with_lever
from planner.studies.answers.about import About
from planner.studies.explain.explain import explained
from ui.command_line import main

BOTH = ["--scenario", "Both", "--set", "network_build_time=2", "--set", "subsidy_rate.chengdu=0.3"]
ASK = ["explain", *BOTH, "--futures", "16", "--outcome", "enterprises.chengdu", "--year", "2028"]


def _said(capsys) -> str:
    return " ".join(capsys.readouterr().out.split())


def test_that_a_scenario_alone_is_held_against_the_baseline(capsys):
    assert main(ASK) == 0
    said = _said(capsys)
    assert "the rise" in said or "the fall" in said
    assert "Network build time" in said
    assert "Share of rent paid, Chengdu" in said
    assert "which add up to the mean of the difference; medians do not." in said
    assert "16 futures, consistent with 2025-26, seed 2025, model" in said


def test_that_the_table_holds_the_numbers_of_the_study(tmp_path, capsys):
    written = tmp_path / "parts.csv"
    assert main([*ASK, "--table", str(written)]) == 0
    capsys.readouterr()
    rows = {row["input"]: row for row in csv.DictReader(written.read_text().splitlines())}
    after = Scenario(title="Both", futures=16)
    after = with_lever(with_lever(after, "network_build_time", 2), "subsidy_rate.chengdu", 0.3)
    about = About("enterprises", "chengdu", 2028)
    found = to_the_end(explained(Scenario(futures=16), after, about))
    assert [*rows] == [
        *(each.changed.name for each in found.parts),
        "only_together",
        "difference",
    ]
    assert float(rows["difference"]["mean"]) == pytest.approx(found.total.mean, rel=1e-4)
    assert sum(float(rows[each.changed.name]["mean"]) for each in found.parts) == pytest.approx(
        found.total.mean, rel=1e-4
    )


def test_that_two_scenarios_are_explained_in_their_order(capsys):
    one = ["explain", "--scenario", "A", "--set", "network_build_time=2", "--futures", "16"]
    assert main([*one, "--scenario", "B", "--table", "-"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["scenario"], document["against"]) == ("B", "A")
    assert "fall" in document["sentence"]


def test_that_assumptions_are_inputs_too(capsys):
    asked = ["explain", "--set", "crowd_in=2:4.15:9", "--futures", "16"]
    assert main(asked) == 0
    assert "Private money per CNY of public funds" in _said(capsys)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["explain"], "nothing is changed: Baseline has the levers and assumptions of Baseline"),
        (["explain", "baseline", "vouchers-x4", "chips-tight"], "explain takes two scenarios"),
        (["explain", "vouchers-x4", "--year", "2040"], "the year is 2040"),
        (["explain", "vouchers-x4", "--outcome", "limit.centers"], "no number"),
    ],
)
def test_that_a_mistake_is_one_sentence(arguments, sentence, capsys):
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert sentence in captured.err
    assert len(captured.err.strip().splitlines()) == 1


def test_that_no_scenario_is_written_over(tmp_path, capsys):
    read = tmp_path / "mine.json"
    read.write_bytes(example_path("vouchers-x4").read_bytes())
    before = read.read_bytes()
    assert main(["explain", str(read), "--futures", "16", "--table", str(read)]) == 2
    assert read.read_bytes() == before
    assert "stays as it is" in capsys.readouterr().err
