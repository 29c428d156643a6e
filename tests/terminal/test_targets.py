"""`--target` of `suanli run` and `suanli compare`: what is typed, what is told of it."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from planner.ensemble.many import Projector
from planner.files.scenario.scenario_file import open_example, write
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, baseline_under, with_target
from planner.model.targets.target import Target
from planner.model.targets.words import share_text
from ui.command_line import main
from ui.terminal.reading.inputs import InputError
from ui.terminal.reading.wanted import with_wanted

FEW = ("--futures", "64")
ENOUGH = Target("enterprises", "at least", 12_500.0, year=2030)
WITHIN = Target("used_compute", "at most", "deliverable_compute")


def _lines(text: str) -> dict[str, list[str]]:
    table = text[text.index("Targets, share of futures that meet them") :]
    rows = (re.split(r" {2,}", line) for line in table.split("\n\n")[0].splitlines()[1:])
    return {name: shares for name, *shares in rows}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("enterprises>=12500@2030", ENOUGH),
        (" enterprises ≥ 12,500 @ 2030 ", ENOUGH),
        ("enterprises=>12.5k@2030", ENOUGH),
        ("enterprises \uff1e\uff1d 12500 \uff20 \uff12\uff10\uff13\uff10", ENOUGH),
        ("used_compute<=deliverable_compute", WITHIN),
        ("voucher_spend.shanghai<=6亿", Target("voucher_spend", "at most", 600.0, "shanghai")),
        ("utilization.cloud>=50%@2035", Target("utilization", "at least", 0.5, "cloud", 2035)),
        (
            "enterprises>=2027:8000,2030-07:9,000",
            Target("enterprises", "at least", LeverPath(((2027.0, 8000.0), (2030.5, 9000.0)))),
        ),
    ],
)
def test_that_a_target_is_read_as_it_is_meant(text: str, target: Target) -> None:
    assert with_wanted(Scenario(), [text]).targets == (target,)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("enterprise>=3", 'there is no outcome "enterprise"; did you mean enterprises?'),
        ("limit.cloud>=3", "limit is a state and no number"),
        ("enterprises>3", "--target takes an outcome, >= or <=, a level, and @year"),
        ("enterprises", "--target takes an outcome, >= or <=, a level, and @year"),
        ("enterprises>=lots", 'enterprises takes a number, not "lots"'),
        ("enterprises>=9000@2040", "is for 2040, and the run ends in 2035"),
        ("enterprises>=9000@2024", "is for 2024; it must be 2025 to 2050"),
        ("enterprises>=9000@soon", 'behind @ stands a year, not "soon"'),
        ("enterprises>=used_compute", "which is no other outcome of its unit"),
        ("enterprises.guizhou>=3", "there is no enterprises.guizhou; must be one of: enterprises,"),
        ("enterprises>=2030:9000,2027:8000", "dates must rise, but 2027 follows 2030"),
        ("enterprises>=2027:8000@2030", "has dated knots, so it takes no year as well"),
    ],
)
def test_that_what_is_no_target_is_one_sentence_and_exit_code_2(
    text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", "baseline", *FEW, "--target", text]) == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.err.count("\n") == 1
    assert not printed.out


@pytest.mark.parametrize("begin", ["2036:1", "2051:1", "2040:1,2045:2 linear"])
def test_that_a_path_that_begins_behind_the_run_is_refused(begin: str) -> None:
    with pytest.raises(InputError, match=r"begins in 20\d\d, and the run ends in 2035$"):
        with_wanted(Scenario(), [f"enterprises>={begin}"])
    assert with_wanted(Scenario(), ["enterprises>=2035:1,2045:2"]).targets


def test_that_a_name_however_long_is_told_in_short() -> None:
    with pytest.raises(InputError) as refused:
        with_wanted(Scenario(), [f"{'a' * 5_000}>=1"])
    assert len(str(refused.value)) < 200


def test_that_a_target_that_stands_twice_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    twice = ("--target", "enterprises>=12500@2030") * 2
    assert main(["run", "baseline", *FEW, *twice]) == 2
    assert "there is such a target for enterprises already" in capsys.readouterr().err


def test_that_a_run_tells_each_share_and_that_of_all_beside_its_baseline(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    own = with_target(open_example("alibaba-doubled"), ENOUGH)
    write(tmp_path / "mine.scenario.json", own)
    command = ["run", str(tmp_path / "mine.scenario.json"), *FEW]
    assert main([*command, "--target", "used_compute<=deliverable_compute"]) == 0
    found = _lines(capsys.readouterr().out)
    targets, shares = (ENOUGH, WITHIN), []
    for scenario in (own, baseline_under(own)):
        met = Projector().project(replace(scenario, futures=64), (), targets=targets).met
        assert met is not None
        shares.append(
            [*(share_text(met.each[target]) for target in targets), share_text(met.all_met)]
        )
    assert [*found.values()] == [list(cells) for cells in zip(*shares, strict=True)]
    assert list(found) == [
        "AI enterprises: at least 12,500 enterprises in 2030",
        "Used compute: at most compute that can be sold in every year",
        "All targets",
    ]


def test_that_a_run_without_targets_says_nothing_of_them(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["run", "baseline", *FEW, "--json", str(tmp_path / "a.json")]) == 0
    assert "Target" not in capsys.readouterr().out
    assert "targets" not in json.loads((tmp_path / "a.json").read_text("utf-8"))["runs"][0]


def test_that_json_holds_the_targets_as_a_file_does_with_their_shares(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    wanted = (
        "--target",
        "enterprises>=12500@2030",
        "--target",
        "used_compute<=deliverable_compute",
    )
    assert main(["run", "baseline", *FEW, *wanted, "--json", str(path)]) == 0
    run = json.loads(path.read_text("utf-8"))["runs"][0]
    met = Projector().project(Scenario(futures=64), (), targets=(ENOUGH, WITHIN)).met
    assert met is not None
    assert run["targets"] == [
        {
            "outcome": "enterprises",
            "sense": "at least",
            "level": 12500,
            "year": 2030,
            "met": met.each[ENOUGH],
        },
        {
            "outcome": "used_compute",
            "sense": "at most",
            "level": "deliverable_compute",
            "met": met.each[WITHIN],
        },
    ]
    assert run["all_targets_met"] == met.all_met


def test_that_scenarios_are_compared_by_the_targets_of_the_first(
    capsys: pytest.CaptureFixture[str],
) -> None:
    wanted = ("--target", "enterprises>=12500@2030")
    assert main(["compare", "baseline", "alibaba-doubled", *wanted]) == 0
    found = _lines(capsys.readouterr().out)
    assert list(found) == ["AI enterprises: at least 12,500 enterprises in 2030"]
    (cells,) = found.values()
    assert len(cells) == 2


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.0, "none"),
        (0.001, "1%"),
        (0.5749, "57%"),
        (0.999, "99%"),
        (1.0, "all"),
        (float("nan"), "unknown"),
    ],
)
def test_that_all_and_none_are_said_only_of_all_and_none(share: float, said: str) -> None:
    assert share_text(share) == said
