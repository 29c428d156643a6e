"""`suanli sweep`: what it prints, what it writes, and how it refuses."""

import json
import os
import signal
import subprocess
import sys
from time import sleep

import pytest

from tests.some import some
from tests.sweep.here import bytes_of, swept
from tests.sweep.plans import LEVERS, planned, written
from ui.command_line import main

SCHEDULER = ("--scheduler", "tls://127.0.0.1:1")
KEYS = ("--tls-ca", "none.pem", "--tls-cert", "none.pem", "--tls-key", "none.pem")
WORLDS = """
futures = 64
[design]
kind = "grid"
worlds = ["licensed_chips", "low_demand"]
[inputs]
voucher_budget = [0, 600]
"""
MISSES = ("--level", "enterprises_2027_12>=9000", "--misses")
OWN_KEYS = tuple("plan.toml" if each == "none.pem" else each for each in KEYS)


def test_that_a_plan_is_run_to_a_folder_and_goes_on(tmp_path, capsys):
    plan, out = str(written(tmp_path)), tmp_path / "out"
    assert main(["sweep", plan, "--out", str(out), "--processes", "1"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{out}: 0.0 MB; points: 3, futures in all: 1,800, batches: 2")
    before = bytes_of(out)
    assert main(["sweep", plan, "--out", str(out), "--processes", "1"]) == 0
    assert capsys.readouterr().out == said
    assert bytes_of(out) == before


def test_that_a_dry_run_tells_what_it_takes_and_writes_nothing(tmp_path, capsys):
    assert main(["sweep", str(written(tmp_path)), "--dry-run", "--processes", "3"]) == 0
    told = capsys.readouterr().out
    lines = dict(line.rsplit(maxsplit=1) for line in some(told.splitlines()))
    assert lines["futures in all"] == "1,800"
    assert (lines["points"], lines["batches"], lines["processes"]) == ("3", "2", "3")
    assert [path.name for path in tmp_path.iterdir() if path.name != "own"] == ["plan.toml"]


def test_that_the_plan_that_comes_along_is_understood(capsys):
    assert main(["sweep", "vouchers-and-centers", "--dry-run"]) == 0
    assert "240,000" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "options", "said"),
    [
        (LEVERS, (), "--out names the folder to write to; --dry-run does without"),
        (
            "futures = 0",
            ("--dry-run",),
            "plan.toml, line 1: futures is 0; it must be a whole number",
        ),
        (LEVERS, ("--out", "plan.toml"), "plan.toml cannot be written to: "),
        (LEVERS, ("--dry-run", "--processes", "0"), "only a whole number from 1 to 512"),
        (
            LEVERS,
            ("--out", "o", *SCHEDULER, "--processes", "2"),
            "--processes is for this computer",
        ),
        (
            LEVERS,
            ("--out", "o", *SCHEDULER),
            "a tls:// address needs --tls-ca, --tls-cert and --tls",
        ),
        (LEVERS, ("--out", "o", *SCHEDULER, *KEYS), "none.pem cannot be read: there is no such"),
        (LEVERS, ("--out", "o", *SCHEDULER, *OWN_KEYS), "reached: the files for TLS do not fit"),
        (
            LEVERS,
            ("--out", "o", "--scheduler", "tcp://h:1", *KEYS),
            "--tls-ca goes with a tls:// ad",
        ),
        (LEVERS, ("--out", "o", *KEYS), "--tls-ca goes with --scheduler alone"),
        (LEVERS, ("--out", "o", "--scheduler", "h"), "write tcp://HOST:PORT or tls://HOST:PORT"),
        (LEVERS, ("--dry-run", "--scheduler", "!!"), "write tcp://HOST:PORT or tls://HOST:PORT"),
        (LEVERS, ("--dry-run", *KEYS), "--tls-ca goes with --scheduler alone"),
    ],
)
def test_that_what_cannot_be_done_is_said_in_one_line(
    text, options, said, tmp_path, capsys, monkeypatch
):
    written(tmp_path, text)
    monkeypatch.chdir(tmp_path)
    assert main(["sweep", "plan.toml", *options]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1


def test_that_it_is_said_how_to_install_what_is_missing(tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert main(["sweep", str(written(tmp_path)), "--dry-run"]) == 2
    assert 'pip install "suanli[sweep]"' in capsys.readouterr().err


AT_A_TERMINAL = """
import signal, sys
from ui.command_line import main
from ui.process.leaving import left_at_once
signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background ignores it
sys.exit(left_at_once(main(sys.argv[1:])))
"""


@pytest.mark.parametrize(
    ("end", "number", "code"),
    [
        (os.killpg, signal.SIGINT, 130),  # as a terminal does: to every process
        (os.kill, signal.SIGTERM, 143),  # as a scheduler of jobs does
        (os.killpg, signal.SIGTERM, 143),
    ],
    ids=["interrupt", "end", "end of all"],
)
def test_that_a_signal_ends_a_sweep_without_a_word_and_keeps_what_is_done(
    end, number, code, tmp_path
):
    plan = written(tmp_path, f"draws = 'as-drawn'\n{LEVERS.replace('600', '60000', 1)}")
    out = tmp_path / "out"
    command = [
        sys.executable,
        "-c",
        AT_A_TERMINAL,
        "sweep",
        str(plan),
        "--out",
        str(out),
        "--processes",
        "1",
    ]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)
    while not [*out.glob("futures/*/*.parquet")] and running.poll() is None:
        sleep(0.02)
    end(running.pid, number)
    _, told = running.communicate(timeout=60)  # what it started holds the pipe: all have ended
    assert (running.returncode, told) == (code, b"")
    assert list(out.rglob("*.tmp")) == []
    assert (out / "manifest.json").exists()


@pytest.fixture
def swept_folder(tmp_path):
    swept(tmp_path / "out", planned(tmp_path))
    return str(tmp_path / "out")


def test_that_a_summary_is_printed_and_written(swept_folder, tmp_path, capsys):
    files = [str(tmp_path / name) for name in ("s.csv", "s.json")]
    level = "enterprises_2027_12>=7,000"
    options = ["--summary", "--level", level, "--csv", files[0], "--json", files[1]]
    assert main(["sweep", swept_folder, *options]) == 0
    told = capsys.readouterr().out
    assert "enterprises_shanghai_2027_12 (firm)\npoint" in told
    found = json.loads((tmp_path / "s.json").read_text())
    assert (found["points"], found["futures"], found["seed"], found["done"]) == (3, 600, 2025, 2)
    records = found["rows"]
    assert len(records) == 9
    first = records[0]
    assert (first["point"], first["asked"], first["futures"]) == (1, ">=7000", 600)
    lines = (tmp_path / "s.csv").read_text().splitlines()
    assert len(lines) == 10
    assert f"{100 * first['met']:.1f}%" in told


def test_that_misses_are_printed_and_written(swept_folder, tmp_path, capsys):
    files = ["--csv", str(tmp_path / "m.csv"), "--json", str(tmp_path / "m.json")]
    assert main(["sweep", swept_folder, "--summary", *MISSES, *files]) == 0
    told = capsys.readouterr().out
    found = json.loads((tmp_path / "m.json").read_text())
    (said,) = found["sentences"]
    assert told.startswith(said)
    assert "enterprises_2027_12>=9000: missed in " in said
    assert " of 1,800 futures." in said
    assert len((tmp_path / "m.csv").read_text().splitlines()) == 1 + len(some(found["rows"]))
    for row in found["rows"]:
        assert row["input"] in told
        assert (row["at_least"] is None) != (row["at_most"] is None)
    assert main(["sweep", swept_folder, "--summary", *MISSES, "2"]) == 0
    assert " of 600 futures." in capsys.readouterr().out


def test_that_a_trade_off_is_printed_the_front_first(swept_folder, tmp_path, capsys):
    names = ["enterprises_2027_12", "enterprises_shanghai_2027_12"]
    command = ["sweep", swept_folder, "--summary", "--tradeoff", *names]
    assert main([*command, "--json", str(tmp_path / "t.json")]) == 0
    told = capsys.readouterr().out
    rows = json.loads((tmp_path / "t.json").read_text())["rows"]
    assert [row["on_front"] for row in rows] == [True, False, False]
    assert rows[0]["point"] == 3
    assert "medians no other point of their world beats in both: 1 of 3." in told
    assert main([*command[:-1], names[0]]) == 2
    assert "the two outcomes are one and the same" in capsys.readouterr().err


def test_that_the_best_of_some_points_is_printed(swept_folder, tmp_path, capsys):
    command = ["sweep", swept_folder, "--summary", "--best", "enterprises_2027_12"]
    assert main([*command, "1", "3", "--json", str(tmp_path / "b.json")]) == 0
    told = capsys.readouterr().out
    rows = json.loads((tmp_path / "b.json").read_text())["rows"]
    assert [row["point"] for row in rows] == [1, 3]
    assert rows[0]["best"] < rows[1]["best"]
    assert sum(row["best"] for row in rows) == pytest.approx(1)
    assert told.startswith("enterprises_2027_12 (more is better): of these, point 3 is best")
    for typed in (["3"], ["3", "3"], ["1", "0"], ["1", "4"], ["1", "x"], ["1", "9" * 30]):
        assert main([*command, *typed]) == 2
        assert "--best takes two points or more from 1 to 3, not" in capsys.readouterr().err


def test_that_worlds_are_printed_and_written(tmp_path, capsys):
    plan = planned(tmp_path, WORLDS, "[outcomes]\njobs = [2027]\n")
    swept(tmp_path / "out", plan)
    command = ["sweep", str(tmp_path / "out"), "--summary", "--worlds"]
    assert main([*command, "--csv", str(tmp_path / "w.csv")]) == 0
    told = capsys.readouterr().out
    assert "jobs_2027_12 (more is better): the setting of point 4 has the best median" in told
    lines = (tmp_path / "w.csv").read_text().splitlines()
    assert lines[0].startswith("setting,point,world,voucher_budget,column,unit,p50,asked,met,is_w")
    assert len(lines) == 5
    assert main([*command, "--level", "jobs_2027_12>=1"]) == 0
    told = capsys.readouterr().out
    assert "settings that meet it in at least 90% of futures of every world: 2 of" in told


def test_that_a_folder_without_summary_is_said(swept_folder, capsys):
    assert main(["sweep", swept_folder]) == 2
    assert "is a folder; --summary tells what a sweep has in it" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--summary", "--out", "x"), "--out does not go with --summary, which runs nothing"),
        (("--summary", *SCHEDULER), "--scheduler does not go with --summary, which runs nothing"),
        (("--summary", *KEYS), "--tls-ca does not go with --summary, which runs nothing"),
        (("--level", "a>=1"), "--level goes with --summary alone"),
        (("--worlds",), "--worlds goes with --summary alone"),
        (("--misses", "2"), "--misses goes with --summary alone"),
        (("--best", "a"), "--best goes with --summary alone"),
        (("--summary", "--worlds"), "the plan of this sweep names no worlds"),
        (("--summary", "--misses"), "--misses is about one --level"),
        (("--summary", "--misses", "0"), '"0" is not allowed, only a whole number from 1'),
        (("--summary", *MISSES, "4"), "--misses names point 4; the sweep has 1 to 3"),
        (("--summary", "--tradeoff", "a", "b"), 'the sweep has no column "a"; it has enterprises'),
        (("--summary", "--level", "a"), "--level takes a column, >= or <= and a number, not"),
        (("--summary", "--level", "a>=1"), 'the sweep has no column "a"; it has enterprises_2027'),
        (("--summary", "--level", "enterprises_2027_12>=many"), "takes a number, not"),
    ],
)
def test_that_a_fault_of_a_summary_is_said(options, said, swept_folder, capsys):
    assert main(["sweep", swept_folder, *options]) == 2
    assert said in capsys.readouterr().err


def test_that_a_level_of_states_is_refused_and_their_shares_are_told(tmp_path, capsys):
    plan = planned(tmp_path, outcomes="[outcomes]\nlimit = [2026]\n")
    swept(tmp_path / "out", plan)
    command = ["sweep", str(tmp_path / "out"), "--summary"]
    assert main([*command, "--level", "limit_2026_12>=1"]) == 2
    assert "limit_2026_12 has states; the share of each is told" in capsys.readouterr().err
    assert main(command) == 0
    assert "%" in capsys.readouterr().out
