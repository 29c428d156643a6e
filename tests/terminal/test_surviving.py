"""`suanli survive` and `suanli discover` answer in words, tables and files."""

import json

import pytest

from ui.command_line import main

ADVICE = (
    *("--scenario", "More money", "--set", "alibaba_plan=760"),
    *("--scenario", "More vouchers", "--set", "voucher_budget.shanghai=3000"),
)


def test_that_scenarios_are_put_into_every_world(capsys):
    code = main(["survive", *ADVICE, "--futures", "32", "--cost", "net_public_cost"])
    said = capsys.readouterr().out
    assert code == 0
    for text in ("Tight chips", "Low demand", "Rents follow cost", "Worst regret", "Not beaten"):
        assert text in said
    assert "32 futures" in said


def test_that_the_table_of_worlds_goes_to_json(tmp_path):
    file = tmp_path / "worlds.json"
    wanted = ["--futures", "32", "--target", "used_compute>=3000@2030", "--table", str(file)]
    assert main(["survive", *ADVICE, *wanted]) == 0
    rows = json.loads(file.read_text("utf-8"))["rows"]
    assert len(rows) == 6 * 3
    assert {row["scenario"] for row in rows} == {"Baseline", "More money", "More vouchers"}
    assert all(0 <= row["met"] <= 1 for row in rows)


def test_that_misses_are_told_by_assumptions(capsys):
    wanted = ["--futures", "200", "--target", "used_compute>=3000@2030"]
    assert main(["discover", "baseline", *wanted]) == 0
    said = capsys.readouterr().out
    assert "Missed in" in said
    assert "futures miss, " in said.replace("\n", " ")
    assert "200 futures" in said


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("survive", "baseline"), "nothing is changed"),
        (("survive", *ADVICE, "--cost", "limit"), "is no number"),
        (("survive", *ADVICE, "--year", "2040"), "the scenario ends in 2035"),
        (("discover", "baseline"), "there is no target"),
        (("discover", "baseline", "--target", "used_compute"), "--target takes"),
    ],
)
def test_that_a_question_without_an_answer_is_one_sentence(given, said, capsys):
    assert main([*given, "--futures", "32"]) == 2
    told = capsys.readouterr().err.strip().splitlines()
    assert said in told[-1]
