"""`suanli.sweep` and `suanli.summary`: the files and the numbers of the command."""

import csv
import subprocess
import sys
from typing import Any

import pytest

import suanli
from planner.files.exports.records import records_csv
from tests.some import some
from tests.sweep.here import bytes_of
from tests.sweep.plans import LEVERS, written
from ui.command_line import main

LEVEL = "enterprises_2027_12>=9000"
GIVEN: Any = {"number": 3}  # what no type allows


def test_that_it_writes_the_files_and_tells_the_summary_of_the_command(tmp_path, capsys):
    plan, shares = written(tmp_path), list[float]()
    done = suanli.sweep(plan, tmp_path / "one", processes=1, progress=shares.append)
    assert main(["sweep", str(plan), "--out", str(tmp_path / "two"), "--processes", "1"]) == 0
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")
    assert (done.points, done.futures, done.broken) == (3, 600, 0)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    told = ["sweep", str(tmp_path / "two"), "--summary", "--level", LEVEL, "--csv"]
    assert main([*told, str(tmp_path / "own.csv")]) == 0
    answer = suanli.summary(done, LEVEL)
    table = answer.table().set_index(["point", "column"])
    for row in some(csv.DictReader((tmp_path / "own.csv").read_text("utf-8").splitlines())):
        own = table.loc[(int(row["point"]), row["column"])]
        assert [f"{own[name]:.9g}" for name in ("p10", "p90")] == [
            f"{float(row[name]):.9g}" for name in ("p10", "p90")
        ]
        assert own.asked == row["asked"]
    assert (answer.study, answer.sentence, answer.futures) == ("sweep", "", 600)


def test_that_a_sweep_that_is_given_up_keeps_what_is_done_and_goes_on(tmp_path):
    plan = written(tmp_path, LEVERS.replace("1200", "208"))
    shares: list[float] = []

    def is_enough():
        return bool(shares) and shares[-1] > 0

    with pytest.raises(suanli.Cancelled):
        suanli.sweep(plan, tmp_path / "out", processes=1, progress=shares.append, cancel=is_enough)
    assert "batches are there; the others are missing" in suanli.summary(tmp_path / "out").sentence
    suanli.sweep(plan, tmp_path / "out", processes=1)
    suanli.sweep(plan, tmp_path / "whole", processes=1)
    assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "whole")


def test_that_a_script_may_sweep_as_it_stands(tmp_path):
    written(tmp_path)
    script = tmp_path / "script.py"
    script.write_text(
        "import suanli\nprint('begins')\n"
        "print(suanli.sweep('plan.toml', 'out', processes=2).points)\n"
    )
    done = subprocess.run(
        [sys.executable, script.name], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["begins", "3"], done.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"plan": "no-such-plan"}, "no-such-plan"),
        ({"processes": 0}, "only a whole number from 1 to 512"),
        (
            {"processes": 2, "scheduler": "tcp://127.0.0.1:1"},
            "processes is for this computer, and scheduler for others",
        ),
        ({"scheduler": "tls://127.0.0.1:1"}, "a tls:// address needs tls_ca, tls_cert and tls_key"),
        ({"scheduler": "tcp://127.0.0.1:1"}, "cannot be reached"),
        ({"tls_ca": "ca.pem"}, "tls_ca goes with scheduler alone"),
    ],
)
def test_that_what_cannot_be_run_is_said_in_one_sentence(options, said, tmp_path):
    given = {"plan": written(tmp_path), "out": tmp_path / "out", **options}
    with pytest.raises(suanli.Error, match=said) as raised:
        suanli.sweep(**given)
    assert str(raised.value).count("\n") == 0


def test_that_what_cannot_be_summed_up_is_said_in_one_sentence(tmp_path):
    with pytest.raises(suanli.Error, match="is no folder of a sweep"):
        suanli.summary(tmp_path)
    suanli.sweep(written(tmp_path), tmp_path / "out", processes=1)
    with pytest.raises(suanli.Error, match='no column "job"; it has enterprises_2027'):
        suanli.summary(tmp_path / "out", "job>=3")
    with pytest.raises(suanli.Error, match="takes texts, not 3"):
        suanli.summary(tmp_path / "out", [GIVEN["number"]])


def test_that_it_answers_what_the_command_answers(tmp_path):
    done = suanli.sweep(written(tmp_path), tmp_path / "out", processes=1)
    command = ["sweep", str(tmp_path / "out"), "--summary", "--csv", str(tmp_path / "own.csv")]
    names = ("enterprises_2027_12", "enterprises_shanghai_2027_12")
    asked = {
        ("--level", LEVEL, "--misses"): suanli.sweep_misses(done, LEVEL),
        ("--level", LEVEL, "--misses", "2"): suanli.sweep_misses(done, LEVEL, 2),
        ("--tradeoff", *names): suanli.sweep_tradeoff(done, *names),
        ("--best", names[0], "3", "1"): suanli.sweep_best(done, names[0], (3, 1)),
    }
    for options, answer in some([*asked.items()]):
        assert main([*command, *options]) == 0
        assert (tmp_path / "own.csv").read_text("utf-8") == records_csv(answer.records)
        assert len(answer.table()) == len(answer.records)
    with pytest.raises(suanli.Error, match="point names point 9; the sweep has 1 to 3"):
        suanli.sweep_misses(done, LEVEL, 9)
    with pytest.raises(suanli.Error, match="points takes two points or more from 1 to 3, not"):
        suanli.sweep_best(done, names[0], (1, 9))
    with pytest.raises(suanli.Error, match="the plan of this sweep names no worlds"):
        suanli.sweep_worlds(done)
    with pytest.raises(suanli.Error, match="level takes a column, >= or <= and a number, not"):
        suanli.sweep_misses(done, "enterprises")
