"""`suanli variants`: prints an effect in every variant, and the sentence of the finding."""

import csv
import io
import json

import pytest

from planner.studies.variants import variants
from ui.command_line import main

ASK = ["variants", "--outcome", "enterprises.shanghai", "--year", "2030", "--futures", "16"]
MORE = [*ASK, "--set", "voucher_budget.shanghai=3000"]
OTHER = ["variants", "--year", "2030", "--set", "voucher_budget.shanghai=3000", "--outcome"]


def test_that_every_variant_has_a_line_and_the_finding_its_counts(capsys):
    assert main(MORE) == 0
    printed = capsys.readouterr().out
    for variant in variants():
        assert f"\n{variant.title} " in printed
    said = " ".join(printed.split())
    assert "AI enterprises (Shanghai) in 2030: up in 100% of 16 futures" in said
    assert f"of {len(variants()) - 1} variants" in said


def test_that_csv_and_json_hold_the_same_effects(tmp_path, capsys):
    written = tmp_path / "variants.json"
    assert main([*MORE, "--csv", "-", "--json", str(written)]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    document = json.loads(written.read_text())
    assert [row["variant"] for row in rows] == [variant.key for variant in variants()]
    assert [row["variant"] for row in document["variants"]] == [row["variant"] for row in rows]
    assert float(rows[0]["above"]) == document["variants"][0]["above"] == 1
    assert document["is_open"] is False
    assert document["finding"].startswith("AI enterprises (Shanghai) in 2030: up in 100%")


def test_that_a_scenario_can_be_asked_about(capsys):
    assert main([*ASK[:5], "--futures", "16", "vouchers-x4"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "AI enterprises (Shanghai) in 2030: up in " in said
    assert f"of {len(variants()) - 1} variants" in said


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (ASK, "nothing is changed: the scenario has the levers of the baseline"),
        ([*OTHER, "enterprise"], 'there is no outcome "enterprise"; did you mean'),
        ([*OTHER, "rent"], 'there is no outcome "rent"; there are rent.cloud, rent'),
        ([*OTHER, "limit.cloud"], "limit is no number that could go up or down"),
        ([*ASK[:3], "--year", "2051"], "only a whole number from 2025 to 2050"),
        ([*MORE, "--set", "voucher=3"], 'there is no lever or assumption "voucher"'),
        (["variants", "--year", "2030"], "the following arguments are required: --outcome"),
        ([*MORE, "--csv", "-", "--json", "-"], "--csv and --json cannot both go to standard"),
    ],
)
def test_that_a_mistake_is_one_sentence(arguments, sentence, capsys):
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert sentence in captured.err
    assert captured.err.count("\n") == 1
