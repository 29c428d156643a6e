"""`suanli survive` and `suanli discover` answer in words, tables and files."""

import json

import pytest

from ui.command_line import main

ADVICE = (
    *("--scenario", "More money", "--set", "alibaba_plan=760"),
    *("--scenario", "More vouchers", "--set", "voucher_budget.shanghai=3000"),
)

COST = ("--cost", "net_public_cost")


def test_that_scenarios_are_put_into_every_world(capsys):
    code = main(["survive", *ADVICE, "--futures", "32", "--cost", "net_public_cost"])
    said = capsys.readouterr().out
    assert code == 0
    for text in ("Tight chips", "Low demand", "Rents follow cost", "Worst regret", "Not beaten"):
        assert text in said
    assert "32 futures" in said


@pytest.mark.parametrize(("asked", "best"), [((), "less"), (("--more",), "more")])
def test_that_of_rents_less_is_better_unless_more_is_asked_for(capsys, asked, best):
    wanted = ("--outcome", "rent.cloud", "--futures", "16", *asked)
    assert main(["survive", *ADVICE, *wanted]) == 0
    assert f"{best} is better" in " ".join(capsys.readouterr().out.split())


def test_that_both_sides_cannot_be_better(capsys):
    assert main(["survive", *ADVICE, "--less", "--more"]) == 2
    assert "--more" in capsys.readouterr().err


def test_that_the_table_of_worlds_goes_to_json(tmp_path):
    file = tmp_path / "worlds.json"
    wanted = ["--futures", "32", "--target", "used_compute>=3000@2030", "--table", str(file)]
    assert main(["survive", *ADVICE, *wanted]) == 0
    rows = json.loads(file.read_text("utf-8"))["rows"]
    assert len(rows) == 6 * 3
    assert {row["scenario"] for row in rows} == {"Baseline", "More money", "More vouchers"}
    assert all(0 <= row["met"] <= 1 for row in rows)


def test_that_two_outcomes_are_weighed_in_any_world(tmp_path, capsys):
    file = tmp_path / "points.csv"
    own = ("--scenario", "My rents", "--set", "cost_pull=0.3")
    wanted = (*COST, "--world", "own_1", "--futures", "32", "--points", str(file))
    assert main(["survive", *ADVICE, *own, *wanted]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "Ranges of My rents" in said
    assert "Not beaten in the world Ranges of My rents:" in said
    titles = [line.split(",")[0] for line in file.read_text("utf-8").splitlines()]
    assert [each for each in titles if each.startswith("More")] == ["More money", "More vouchers"]


def test_that_places_together_may_be_named_in_any_order(capsys):
    wanted = ("--outcome", "enterprises.shanghai+beijing", "--futures", "16")
    assert main(["survive", *ADVICE, *wanted]) == 0
    assert "AI enterprises (Beijing + Shanghai) in December 2030" in capsys.readouterr().out


def test_that_more_of_a_second_outcome_may_be_better(capsys):
    wanted = ("--gain", "used_compute", "--world", "tight_chips", "--futures", "32")
    assert main(["survive", *ADVICE, *wanted]) == 0
    assert "Not beaten in the world Tight chips: More money." in " ".join(
        capsys.readouterr().out.split()
    )


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
        (("survive", *ADVICE, "--world", "tight_chips"), "name one by --cost or --gain"),
        (("survive", *ADVICE, "--points", "a.csv"), "name one by --cost or --gain"),
        (
            ("survive", *ADVICE, *COST, "--world", "flat"),
            'no world "flat"; there are licensed_chips,',
        ),
        (("survive", *ADVICE, *COST, "--world", "own_1"), 'there is no world "own_1"'),
        (("survive", *ADVICE, *COST, "--table", "a.csv", "--points", "a.csv"), "the same file"),
        (("survive", *ADVICE, "--cost", "enterprises"), "one and the same"),
        (("survive", *ADVICE, *COST, "--table", "-", "--points", "-"), "cannot both go to"),
        (("survive", *ADVICE, "--year", "2040"), "the scenario ends in 2035"),
        (("discover", "baseline"), "there is no target"),
        (("discover", "baseline", "--target", "used_compute"), "--target takes"),
    ],
)
def test_that_a_question_without_an_answer_is_one_sentence(given, said, capsys):
    assert main([*given, "--futures", "32"]) == 2
    told = capsys.readouterr().err.strip().splitlines()
    assert said in told[-1]


@pytest.mark.parametrize(("level", "does"), [(9000, "meets"), (90_000, "misses")])
def test_that_of_one_future_no_share_is_told(level, does, capsys):
    assert main(["discover", "--futures", "1", "--target", f"enterprises>={level}@2030"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"The one future that is drawn {does} the targets.")
    assert f"one future, which {does} the targets" in said
    assert "%" not in said
