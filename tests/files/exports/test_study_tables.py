"""The answer of a study as CSV and JSON: a row a point or a variant, the same in both."""

import csv
import io
import json
from dataclasses import replace

import pytest

from planner.files.exports.backtest_table import backtest_csv, backtest_json
from planner.files.exports.records import Record, records_csv
from planner.files.exports.variants_table import variants_csv, variants_json
from planner.studies.backtest import backtest
from planner.studies.robustness import Asked, Effect, Robustness
from planner.studies.variants import variants


@pytest.fixture(scope="module")
def found():
    return backtest()


@pytest.fixture
def robust():
    effects = [Effect(each, 8, 0.75, 0.25, -1.0, 2.0, 3.0, 0.5) for each in variants()]
    effects[0] = replace(effects[0], percent=float("nan"))
    return Robustness(Asked("enterprises", "shanghai", 2030), tuple(effects))


def _rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_that_what_is_missing_is_empty_and_a_yes_is_said():
    full: Record = {"id": "=a,b", "low": 1 / 3, "is_in": True}
    bare: Record = {"id": "b", "low": None, "is_in": False}
    assert records_csv([full, bare]) == 'id,low,is_in\n"\'=a,b",0.333333333,yes\nb,,no\n'
    assert records_csv([]) == "id\n"


def test_that_no_head_begins_a_formula_or_parts_a_cell():
    heads = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", 'a, "b"']
    (told,) = csv.reader(io.StringIO(records_csv([dict.fromkeys(heads, 1.0)]).splitlines()[0]))
    assert told == ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t=1", 'a, "b"']


def test_that_a_backtest_has_a_row_for_each_point_in_csv_and_json(found):
    rows, points = _rows(backtest_csv(found)), json.loads(backtest_json(found))["points"]
    assert len(rows) == len(points) == len(found.rows) > 10
    for row, point in zip(rows, points, strict=True):
        assert row["id"] == point["id"]
        assert float(row["p50"]) == pytest.approx(point["p50"])
        assert row["inside"] == ("yes" if point["inside"] else "no")


def test_that_every_variant_has_its_row_and_an_undefined_share_is_none(robust):
    rows, document = _rows(variants_csv(robust)), json.loads(variants_json(robust))
    assert [row["variant"] for row in rows] == [each.key for each in variants()]
    assert rows[0]["percent"] == ""
    assert document["variants"][0]["percent"] is None
    assert document["variants"][1]["percent"] == float(rows[1]["percent"]) == 0.5
    assert document["outcome"] == "enterprises"
    assert document["finding"]
