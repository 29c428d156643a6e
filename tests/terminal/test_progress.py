"""The line that tells a waiting person how far long work is."""

import io
import sys

import pytest

import ui.terminal.progress
from ui.terminal.progress import driven, line


class Terminal(io.StringIO):
    def isatty(self):
        return True


def _work():
    yield 0.0
    yield 0.5
    yield 1.0
    return "done"


@pytest.fixture
def _slow(monkeypatch):
    """Let each look at the clock be two seconds later."""
    seconds = iter(range(0, 100, 2))
    monkeypatch.setattr(ui.terminal.progress, "monotonic", lambda: float(next(seconds)))


@pytest.mark.usefixtures("_slow")
def test_that_a_person_sees_how_far_it_is_and_the_line_is_gone_in_the_end(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert driven(_work(), "running x") == "done"
    said = terminal.getvalue().split("\r\x1b[K")
    assert said == [
        "",
        "running x",
        "running x: 50%, about 4 s left",
        "running x: 100%, about 0 s left",
        "",
    ]


@pytest.mark.usefixtures("_slow")
def test_that_a_program_sees_nothing(capsys):
    assert driven(_work(), "running x") == "done"
    assert capsys.readouterr().err == ""


def test_that_quick_work_is_not_spoken_of(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert driven(_work(), "running x") == "done"
    assert terminal.getvalue() == ""


def test_that_time_is_told_only_once_there_is_something_to_tell():
    assert line("x", 0.0, 9.0) == "x"
    assert line("x", 0.25, 3.0) == "x: 25%, about 9 s left"
