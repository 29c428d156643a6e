"""What a start imports: nothing that can wait until after the first paint."""

import os
import subprocess
import sys

import pytest

HEAVY = ("pandas", "scipy", "llvmlite", "pydantic", "importlib.metadata")
LATER = ("planner.ensemble.many", "planner.studies.backtest", "ui.views.ask.panel")
QT = ("PySide6", "pyqtgraph")


def _imported(program):
    report = f"{program}\nimport sys\nprint('\\n'.join(sys.modules))"
    command = [sys.executable, "-c", report]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return set(done.stdout.split())


def test_that_the_window_is_there_before_anything_heavy_is():
    found = _imported("import ui.app")
    assert "pyqtgraph" in found
    assert not found.intersection((*HEAVY, *LATER))


@pytest.mark.parametrize("command", [["--version"], ["facts", "P001"], ["validate", "baseline"]])
def test_that_the_terminal_needs_no_window(command):
    found = _imported(f"from ui.command_line import main\nmain({command})")
    assert "ui.command_line" in found
    assert not found.intersection((*QT, "pandas", "scipy"))


SPARED = """
import gc
from ui.command_line import main

searched = []
gc.callbacks.append(lambda phase, told: searched.append(told["generation"]))
before = gc.get_threshold()
main(["run", "baseline"])
print(len(searched) < 100, gc.isenabled(), gc.get_threshold() == before)
"""


def test_that_the_terminal_searches_seldom_for_garbage(tmp_path):
    assert _said_by(SPARED, tmp_path)[-3:] == ["True", "True", "True"]


OPENED = """
import builtins, os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from ui.opening import open_window

def watch(suanli):
    import pydantic
    import PySide6.QtSvg
    assert hasattr(builtins, "__orig_import__"), "Qt's binding replaces imports no more"
    print(builtins.__import__ is builtins.__orig_import__)
    suanli.window.painted_first.connect(suanli.window.close)

open_window((), watch)
print(builtins.__import__ is builtins.__orig_import__)
"""


def _said_by(program, folder):
    command = [sys.executable, "-c", program]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={**os.environ, "SUANLI_STATE_FOLDER": str(folder)},
    )
    return done.stdout.split()


def test_that_an_open_window_imports_as_python_does(tmp_path):
    assert _said_by(OPENED, tmp_path) == ["True", "True"]


AHEAD = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QTimer
from ui.opening import open_window

def watch(suanli):
    looking = QTimer(suanli.window)
    def look():
        if {"ui.views.ask.panel", "ui.views.inspect.panel"} <= set(sys.modules):
            suanli.window.close()
    looking.timeout.connect(look)
    suanli.window.painted_first.connect(lambda: print("ui.views.ask.panel" in sys.modules))
    suanli.published.changed.connect(lambda run: looking.start(10))

open_window((), watch)
"""


def test_that_a_window_imports_questions_after_its_first_picture_and_before_a_click(tmp_path):
    assert _said_by(AHEAD, tmp_path) == ["False"]


SPARING = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from ui.opening import open_window

def watch(suanli):
    from PySide6 import QtCore, QtWidgets
    import pyqtgraph
    names = set(dir(QtWidgets))
    print(len(names) > 100, names <= set(vars(QtWidgets)))
    print(pyqtgraph.QtWidgets.QDial is QtWidgets.QDial, hasattr(pyqtgraph.QtWidgets, "QDoll"))
    print("QDial" in names, hasattr(QtCore, "__getattr__"))
    suanli.window.painted_first.connect(suanli.window.close)

open_window((), watch)
"""


def test_that_a_start_makes_no_class_of_qt_that_nobody_uses(tmp_path):
    assert _said_by(SPARING, tmp_path) == [
        *("True", "False"),
        *("True", "False"),
        *("True", "False"),
    ]
