"""What a start imports: nothing that can wait until after the first paint."""

import subprocess
import sys

import pytest

HEAVY = ("pandas", "scipy", "llvmlite", "pydantic", "importlib.metadata")
QT = ("PySide6", "pyqtgraph")


def _imported(program):
    report = f"{program}\nimport sys\nprint('\\n'.join(sys.modules))"
    command = [sys.executable, "-c", report]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return set(done.stdout.split())


def test_that_the_window_is_there_before_anything_heavy_is():
    found = _imported("import ui.app")
    assert "pyqtgraph" in found
    assert not found.intersection(HEAVY)


@pytest.mark.parametrize("command", [["--version"], ["facts", "P001"], ["validate", "baseline"]])
def test_that_the_terminal_needs_no_window(command):
    found = _imported(f"from ui.command_line import main\nmain({command})")
    assert "ui.command_line" in found
    assert not found.intersection((*QT, "pandas", "scipy"))
