"""Targets as rows for whoever places them: words, and the share of each run."""

from dataclasses import replace

from planner.ensemble.many import Projector
from planner.files.exports.targets_table import target_fields, target_rows
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_lever
from planner.model.targets.target import Target
from planner.model.targets.words import target_text

MINE = with_lever(Scenario(title="Mine", futures=64), "alibaba_plan", 760)
ENOUGH = Target("enterprises", "at least", 12_500.0, year=2030)
CHEAP = Target("rent", "at most", 4.0, "cloud")


def _runs(*targets: Target):
    projector = Projector()
    return [projector.project(each, (), targets=targets) for each in (MINE, Scenario(futures=64))]


def test_that_a_row_for_each_target_and_one_for_all_hold_the_shares_of_every_run() -> None:
    runs = _runs(ENOUGH, CHEAP)
    rows = target_rows(runs)
    assert [row.target for row in rows] == [ENOUGH, CHEAP, None]
    assert rows[0].shares == tuple(run.met.each[ENOUGH] for run in runs)
    assert rows[2].shares == tuple(run.met.all_met for run in runs)
    assert rows[2].text == "All targets"


def test_that_one_target_needs_no_row_for_all_and_none_needs_no_rows() -> None:
    assert [row.target for row in target_rows(_runs(ENOUGH))] == [ENOUGH]
    assert target_rows(_runs()) == ()
    assert target_rows([]) == ()
    assert target_fields(_runs()[0]) == {}


def test_that_a_share_that_is_not_known_is_none() -> None:
    mine, other = _runs(ENOUGH)
    assert target_rows([mine, replace(other, met=None)])[0].shares[1] is None
    beyond = replace(ENOUGH, year=2040)
    assert [row.shares for row in target_rows(_runs(beyond))] == [(None, None)]
    fields = target_fields(_runs(beyond)[0])
    assert fields["targets"][0]["met"] is None
    assert fields["all_targets_met"] is None


def test_that_a_target_is_said_in_one_line_whatever_its_level() -> None:
    path = LeverPath(((2027.0, 8000.0), (2030.5, 9000.0)))
    along = Target("enterprises", "at least", path, "chengdu")
    said = {
        ENOUGH: "AI enterprises: at least 12,500 enterprises in 2030",
        along: "AI enterprises, Chengdu: at least 8,000 enterprises from 2027, "
        "9,000 enterprises from Jul 2030",
        replace(along, between="linear"): "AI enterprises, Chengdu: at least 8,000 enterprises in "
        "2027, 9,000 enterprises in Jul 2030",
        Target("voucher_spend", "at most", 600.0): "Voucher money paid: at most 600 M CNY/yr in "
        "every year",
        Target("used_compute", "at most", "deliverable_compute"): "Used compute: at most compute "
        "that can be sold in every year",
    }
    for target, text in said.items():
        assert target_text(target) == text
