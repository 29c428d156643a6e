"""Runs a program in a process of its own, as a user's start is, and reads the numbers it prints.

A program prints lines of a name and a number; the first number of a name counts.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

LONGEST = 1800
_OURS = Path(__file__).parents[2]

BARE_WINDOW = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QWidget
PLOTS
class Window(QWidget):
    is_painted = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.is_painted:
            self.is_painted = True
            QTimer.singleShot(0, on_painted)
app = QApplication([])
window = Window()
grid = QGridLayout(window)
for number in range(4):
    grid.addWidget(part(), number // 2, number % 2)
window.resize(1440, 900)
"""
LABELS = "part = QLabel"
PLOTS = "import pyqtgraph\npart = pyqtgraph.PlotWidget"

SUANLI_WINDOW = """
import sys, time
from PySide6.QtCore import QTimer
from ui.opening import open_window
"""


def bare_window(parts: str) -> str:
    """Return a program that builds a window of four plots, or without pyqtgraph of four labels."""
    return BARE_WINDOW.replace("PLOTS\n", f"{parts}\n", 1)


def numbers(program: str, changed: Mapping[str, str] | None = None) -> dict[str, float]:
    """Run the program, with some of the environment changed; return its numbers by name.

    Settings are none of the user's: every window starts as the first one does. The packages it
    imports are those of this process, whatever else is called the same.
    """
    with TemporaryDirectory() as folder:
        ours = [str(_OURS), *filter(None, [os.environ.get("PYTHONPATH")])]
        own = {"SUANLI_STATE_FOLDER": folder, "PYTHONPATH": os.pathsep.join(ours)}
        environment = {**os.environ, **own, **(changed or {})}
        if not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
            environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        done = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            env=environment,
            check=True,
            timeout=LONGEST,
        )
    found: dict[str, float] = {}
    for line in done.stdout.splitlines():
        name, number = line.rsplit(maxsplit=1)
        found.setdefault(name, float(number))
    return found
