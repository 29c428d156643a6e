"""A real pointer over a real window: the wheel and drags change only what the hand is at."""

import contextlib
import shutil
import subprocess
import time

import pytest

from tests.reliability.remote_window import Remote
from tests.reliability.window.screens import XServer

SECONDS_TO_SETTLE = 20
NEEDED = ("xdotool", "openbox")
UP, DOWN = "4", "5"


class Hand:
    """A pointer that is moved as people do, and what the window tells of itself."""

    def __init__(self, remote, environment):
        self._remote = remote
        self._environment = environment

    def see(self, what="look"):
        return self._remote.ask(what)

    def do(self, *words):
        command = [str(shutil.which("xdotool")), *map(str, words)]
        subprocess.run(command, env=self._environment, check=True)

    def go_to(self, name):
        x, y = self.see()["places"][name]
        self.do("mousemove", x - 2, y - 1, "mousemove", x, y)

    def roll(self, button, notches):
        self.do("click", "--repeat", notches, "--delay", 40, button)

    def wait_for(self, is_so):
        """Wait until the window is as it must be, and return what it tells."""
        until = time.monotonic() + SECONDS_TO_SETTLE
        while not is_so(seen := self.see()):
            assert time.monotonic() < until, seen
            time.sleep(0.05)
        return seen


@pytest.fixture(scope="module")
def hand(tmp_path_factory):
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        pytest.skip(f"there is no {missing[0]} here")
    server = XServer()
    environment = {"PATH": "/usr/bin:/bin", **server.display}
    manager = subprocess.Popen(
        [str(shutil.which("openbox"))],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    remote = Remote(tmp_path_factory.mktemp("pointer"), display=server.display)
    try:
        made = Hand(remote, environment)
        made.wait_for(lambda seen: seen["places"]["field"][0] > 0)
        yield made
    finally:
        with contextlib.suppress(EOFError, OSError):
            remote.end()
        manager.terminate()
        manager.wait()
        server.end()


def test_that_the_panel_scrolls_under_a_field_that_was_left_focused(hand):
    hand.go_to("field")
    hand.do("click", 1)
    hand.go_to("label")
    hand.roll(DOWN, 1)
    before = hand.wait_for(lambda seen: seen["scrolled"] > 0)
    hand.go_to("field")
    hand.roll(UP, 3)
    after = hand.wait_for(lambda seen: seen["scrolled"] < before["scrolled"])
    assert (after["value"], after["steps"]) == (before["value"], 0)


@pytest.mark.parametrize("name", ["field", "slider"])
def test_that_notches_over_what_was_clicked_are_one_step(hand, name):
    before = hand.see()
    hand.go_to(name)
    hand.do("click", 1)
    hand.roll(UP, 5)
    after = hand.wait_for(lambda seen: seen["value"] >= before["value"] + 50)
    assert after["steps"] == before["steps"] + 1
    assert after["scrolled"] == before["scrolled"]
    hand.go_to("label")
    hand.do("key", "ctrl+z")
    hand.wait_for(lambda seen: seen["value"] == before["value"])


def test_that_a_drag_over_the_scenarios_leaves_the_highlight_on_the_current_one(hand):
    hand.see("new")
    hand.wait_for(lambda seen: "scenario 1" in seen["places"])
    for start, end in (("scenario 0", "scenario 1"), ("scenario 1", "scenario 0")):
        hand.go_to(start)
        hand.do("mousedown", 1)
        hand.go_to(end)
        hand.do("mouseup", 1)
        seen = hand.wait_for(lambda seen: seen["highlit"] == [seen["current"]])
        assert seen["current"], start
