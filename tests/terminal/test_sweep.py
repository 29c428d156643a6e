"""`suanli sweep`: what it prints, what it writes, and how it refuses."""

import os
import signal
import subprocess
import sys
from time import sleep

import pytest

from tests.some import some
from tests.sweep.here import bytes_of
from tests.sweep.plans import LEVERS, written
from ui.command_line import main


def test_that_a_plan_is_run_to_a_folder_and_goes_on(tmp_path, capsys):
    plan, out = str(written(tmp_path)), tmp_path / "out"
    assert main(["sweep", plan, "--out", str(out), "--processes", "1"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{out}: 3 points, 1,800 futures in all, 2 batches, 0.0 MB")
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


def test_that_an_interrupt_ends_a_sweep_and_keeps_what_is_done(tmp_path):
    plan = written(tmp_path, f"draws = 'as-drawn'\n{LEVERS.replace('600', '60000', 1)}")
    out = tmp_path / "out"
    command = [
        sys.executable,
        "-m",
        "ui",
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
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to every process
    _, told = running.communicate(timeout=60)
    assert (running.returncode, told) == (130, b"")
    assert list(out.rglob("*.tmp")) == []
    assert (out / "manifest.json").exists()
