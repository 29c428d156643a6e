"""A screen reader on a bus of its own hears names, numbers and what keys do, and moves a lever."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability.window.screens import XServer
from tests.some import some

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is of Linux")

HERE = Path(__file__).parent
SYSTEM_PYTHON = "/usr/bin/python3"
SECONDS = 90


def _missing():
    """Return what is not installed here of what listens."""
    tools = [each for each in ("Xvfb", "dbus-run-session", SYSTEM_PYTHON) if not shutil.which(each)]
    if tools:
        return ", ".join(tools)
    bindings = [SYSTEM_PYTHON, "-c", "import pyatspi"]
    done = subprocess.run(bindings, capture_output=True, check=False)
    return "" if done.returncode == 0 else "python3-pyatspi"


@pytest.fixture(scope="module")
def heard(tmp_path_factory):
    """Open the window on a private bus and listen to it."""
    if missing := _missing():
        pytest.skip(f"nothing listens here: {missing} is not installed")
    folder = tmp_path_factory.mktemp("heard")
    (folder / "run").mkdir(mode=0o700)
    server = XServer()
    script = 'QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 "$0" -m suanli & app=$!; "$1" "$2" "$3"; kill $app'
    environment = {
        **os.environ,
        **server.display,
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "SUANLI_STATE_FOLDER": str(folder / "state"),
        "LANG": "C.UTF-8",
    }
    arguments = [sys.executable, SYSTEM_PYTHON, str(HERE / "heard.py"), str(SECONDS)]
    try:
        done = subprocess.run(
            [
                "/usr/bin/env",
                "dbus-run-session",
                "--",
                "bash",
                "-c",
                script,
                *arguments,
            ],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=2 * SECONDS,
        )
    finally:
        server.end()
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    assert lines, done.stderr
    return json.loads(lines[-1])


def _of_role(heard, role):
    return [each for each in heard["told"] if each["role"] == role]


@pytest.mark.timeout(240)
def test_that_every_lever_is_heard_with_unit_range_and_state(heard):
    sliders = {each["name"]: each for each in _of_role(heard, "slider")}
    assert len(sliders) >= 12
    for name, told in some(sliders.items()):
        low, value, high = told["number"]
        assert low <= value <= high, name
        assert low < high, name
        assert told["description"], name
    budget = sliders["Voucher budget, all places together (M CNY/yr)"]
    assert budget["number"] == [0.0, 1510.0, 10000.0]
    assert budget["description"].startswith("At its default. Figures in dispute")


def test_that_cards_and_charts_are_heard_with_their_numbers(heard):
    cards = [each["name"] for each in _of_role(heard, "push button")]
    assert any(name.startswith("AI enterprises") and "80% range" in name for name in cards)
    charts = _of_role(heard, "chart")
    assert len(charts) >= 4
    assert all("Dec 2030" in each["description"] for each in some(charts))
    drawings = [each for each in heard["told"] if each["name"].startswith("Drawing of “AI enter")]
    assert len(drawings) == 1
    curves = [each["name"] for each in heard["told"] if each["name"].startswith("Baseline: ")]
    assert any(", 80%: " in name for name in some(curves))


@pytest.fixture
def walked(heard):
    """Return what was read while keys were pressed."""
    if not heard["walked"]:
        pytest.skip("nothing presses keys here: xdotool is not installed")
    return heard["walked"]


def test_that_what_keys_do_is_read_aloud(walked):
    assert "Voucher budget, all places together (M CNY/yr)" in walked["lever"]
    assert any("cannot be" in text and "allowed are" in text for text in walked["refused"])
    assert any(text.startswith("Undone: ") for text in walked["undo"])


def test_that_the_finder_and_a_chart_are_read_aloud_step_by_step(walked):
    finder = walked["finder"]
    assert any(text.startswith("Voucher budget, ") and ", 2 of " in text for text in finder)
    assert any("Nothing is called that" in text for text in finder)
    months = [text for text in walked["chart"] if text.startswith("Jan 2031, ")]
    assert len(months) == 2, walked["chart"]
    assert "Central values" in months[1]


def test_that_hidden_curves_pinned_months_and_pages_of_help_are_read_aloud(walked):
    assert walked["hidden"] == ["Hidden: My scenario", "Shown: My scenario"]
    assert walked["pinned"] == ["Pinned: Jan 2031", "No month is pinned"]
    assert walked["page"][-1].startswith("The thin neutral line is the baseline: ")


def test_that_a_lever_set_by_a_screen_reader_moves_the_charts(heard):
    moved = heard["moved"]
    assert moved["number"][1] == moved["number"][2]
    assert moved["before"] != moved["after"]
    assert "Dec 2030" in moved["after"]
