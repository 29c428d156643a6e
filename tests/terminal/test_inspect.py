"""`suanli inspect`: what it prints of a number, and how it refuses."""

import csv

import pytest

from planner.model.scenario import Scenario
from planner.studies.inspect.moment import course_of
from planner.studies.inspect.node import node_at
from ui.command_line import main
from ui.wording.inspect.numbers import by_itself


def _printed(capsys, *words):
    assert main(["inspect", *words]) == 0
    return capsys.readouterr().out


def test_that_an_outcome_is_told_with_equation_inputs_and_loops(capsys):
    text = _printed(capsys, "enterprises.chengdu", "vouchers-x4", "--year", "2028", "--month", "6")
    assert text.startswith("AI enterprises (Chengdu) [enterprises.chengdu]\n")
    assert " in Jun 2028; " in text
    assert "Births of enterprises (Chengdu) = " in text
    assert "Balancing: AI enterprises" in text


def test_that_the_number_is_that_of_the_run(capsys):
    text = _printed(capsys, "used_compute", "--year", "2029")
    node = node_at("used_compute")
    value = course_of(Scenario(), 59).value(node)
    assert text.splitlines()[1].startswith(f"{by_itself(value, node.unit)} in Dec 2029; ")


def test_that_a_place_is_named_beside_or_behind_a_dot(capsys):
    behind = _printed(capsys, "enterprises.chengdu")
    assert _printed(capsys, "enterprises", "--place", "chengdu") == behind
    assert "[used_total]" in _printed(capsys, "used_compute", "--place", "chengdu")


def test_that_an_assumption_is_told_with_its_evidence(capsys):
    text = _printed(capsys, "churn")
    assert "Judgement: J:churn" in text
    assert "https://" in text


def test_that_two_scenarios_stand_beside_each_other(capsys):
    text = _printed(capsys, "used_compute", "centers-at-80", "baseline")
    assert " (Baseline: " in text
    assert text != _printed(capsys, "used_compute", "baseline")


def test_that_a_quantile_is_told_by_the_future_that_is_there(capsys):
    text = _printed(capsys, "enterprises.chengdu", "--rank", "90%", "--futures", "100")
    assert "at 90% of the futures by “AI enterprises (Chengdu)” in December 2030" in text
    assert "at its central value" not in text


def test_that_causes_and_levers_are_written_as_a_table(capsys, tmp_path):
    name = tmp_path / "causes.csv"
    text = _printed(capsys, "enterprises.chengdu", "--futures", "200", "--table", str(name))
    rows = list(csv.DictReader(name.read_text("utf-8-sig").splitlines()))
    assert [row["kind"] for row in rows[:3]] == ["value", "equation", "step"]
    assert rows[0]["value"] == rows[2]["value"]
    causes = [row for row in rows if row["kind"] == "cause"]
    births = next(row for row in causes if row["variable"] == "births.chengdu")
    assert (births["kind"], births["sign"], births["unit"]) == ("cause", "raises", "firm/yr")
    assert float(births["reach"]) > 0
    assert f"explains {round(100 * float(births['share']))}% ± " in text
    levers = [row for row in rows if row["kind"] == "lever"]
    lever = next(row for row in levers if row["variable"] == "voucher_budget.chengdu")
    assert (lever["kind"], lever["sign"], lever["futures_tried"]) == ("lever", "raises", "64")
    assert lever["change_unit"] == "firm"
    assert float(lever["change"]) > 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["moon"], "the model has no “moon”"),
        (["rent.moon"], "there is no “rent.moon”; there are"),
        (["churn", "--rank", "50%"], "--rank is by an outcome that is a number"),
        (["churn", "--year", "2044"], "the scenario ends in 2035"),
        (["churn", "--month", "13"], "argument --month"),
        (["enterprises", "--place", "mars"], 'argument --place: "mars" is not allowed'),
        (["enterprises.henan", "--place", "beijing"], '"enterprises.henan" is of henan'),
        (["enterprises", "--place", "beijing,henan"], "--place takes one area here"),
        (["used_compute", "baseline", "baseline", "baseline"], "this is about one scenario"),
        (["enterprises."], "behind the dot of"),
    ],
)
def test_that_what_cannot_be_told_gives_one_sentence_and_exit_code_2(capsys, words, sentence):
    assert main(["inspect", *words]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"suanli: {sentence}")
    assert said.err.count("\n") == 1
