"""Studies go on freely until a hand moves, then by one step for each run of the picture."""

from threading import Thread

import pytest

import ui.engine.study.gate
from ui.engine.study.gate import Gate

LONG = 20


@pytest.fixture
def patient(monkeypatch):
    """Let nothing pass for having waited long."""
    monkeypatch.setattr(ui.engine.study.gate, "LONGEST", LONG)


class Passing:
    """A thread that waits at a gate for leave to do a step."""

    def __init__(self, gate, passed):
        self.passed = passed
        self._gate = gate
        self._thread = Thread(target=self._wait)
        self._thread.start()

    def _wait(self):
        self.passed = self._gate.wait(self.passed)

    def has_passed(self, seconds):
        self._thread.join(seconds)
        return not self._thread.is_alive()


@pytest.mark.usefixtures("patient")
def test_that_all_steps_pass_while_no_hand_moves():
    gate, passed = Gate(), -1
    for _ in range(3):
        passing = Passing(gate, passed)
        assert passing.has_passed(LONG / 2)
        passed = passing.passed


@pytest.mark.usefixtures("patient")
def test_that_each_opening_lets_one_step_pass():
    gate = Gate()
    gate.shut()
    assert not gate.is_open
    first = Passing(gate, -1)
    assert not first.has_passed(0.05)
    gate.open()
    assert first.has_passed(LONG / 2)
    second = Passing(gate, first.passed)
    assert not second.has_passed(0.05)
    gate.shut()
    gate.open()
    assert second.has_passed(LONG / 2)


@pytest.mark.usefixtures("patient")
def test_that_a_hand_that_rests_lets_all_pass_again():
    gate = Gate()
    gate.shut()
    waiting = Passing(gate, 0)
    gate.free()
    assert waiting.has_passed(LONG / 2)
    assert Passing(gate, waiting.passed).has_passed(LONG / 2)


def test_that_a_picture_that_takes_long_holds_up_no_study():
    gate = Gate()
    gate.shut()
    assert Passing(gate, 0).has_passed(LONG / 2)
    assert not gate.is_open
